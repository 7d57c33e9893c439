"""HTML to text: what a reader of the page sees or can open, without what stands beside it.

Headings and paragraphs become lines with a blank line between, list items lines with a bullet,
indented by two blanks per level; a table row becomes one line, its cells parted by tabs. What is hidden
or stands beside is named, and so are pictures with long texts, frames and what is embedded.
"""

import re

from handslag.documents import plain_text
from handslag.documents.html_body import Body
from handslag.documents.html_tree import tree_of
from handslag.documents.taken import Taken
from handslag.domain.characters import folded
from handslag.domain.errors import BadInput

_charset = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]{1,40})", re.I)
_gaps = re.compile(r"\n{3,}")


def text_of(data: bytes) -> str:
    """The text of the page in `data`. Raises as `taken_from`."""
    return taken_from(data).text


def taken_from(data: bytes) -> Taken:
    """The text of the page in `data`, and what stood there that is not in it.

    Raises `BadInput`: `html_frames` when the page is nothing but others, and as `plain_text` when the
    encoding cannot be told.
    """
    return taken_of(decoded(data))


def taken_of(source: str) -> Taken:
    """The text of the page in `source`, as `taken_from`."""
    page = tree_of(source)
    body = Body(page)
    text = _gaps.sub("\n\n", "\n".join(body.lines())).strip("\n")
    if not text.strip() and any(element.name == "frame" for element in page.elements()):
        raise BadInput("html_frames")
    return Taken(text, tuple(dict.fromkeys(body.unread)))


def decoded(data: bytes) -> str:
    """The encoding is told from the bytes; only where they do not tell, the page's own word is taken."""
    try:
        return plain_text.text_of(data)
    except BadInput as exc:
        if exc.code == "file_encoding_mixed":
            raise
        for encoding in _declared(data):
            try:
                return folded(data.decode(encoding))
            except (LookupError, UnicodeDecodeError):
                continue
        raise


def _declared(data: bytes) -> list[str]:
    """What browsers try: the page's own word, where Latin-1 means that of Windows."""
    names = [name.decode().lower() for name in _charset.findall(data[:4096])]
    return [
        "windows-1252" if name in ("iso-8859-1", "latin1", "us-ascii", "utf-8") else name for name in names
    ]
