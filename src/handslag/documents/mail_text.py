"""Messages (.eml) and pages saved in one file (.mht, .mhtml, .webarchive) to text.

A message begins with its subject. Of the ways in which it says the same thing the page is read, for it
has the lists and tables; only a message without one is read as plain text. Files that come with it are
named.
"""

import email.policy
import plistlib
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage

from handslag.documents import html_text, plain_text
from handslag.documents.taken import Taken
from handslag.domain.characters import folded, one_line
from handslag.domain.errors import BadInput
from handslag.domain.reading.finds import Unread, UnreadKind

SAFARI = b"bplist00"  # the first bytes of what Safari saves
_PAGES = ("text/html", "application/xhtml+xml")


def text_of(data: bytes) -> str:
    """The text of the message or page in `data`. Raises as `taken_from`."""
    return taken_from(data).text


def taken_from(data: bytes) -> Taken:
    """The text of the message or the saved page in `data`, and what came with it and was not read.

    Raises `BadInput`: `mail_broken` when it has no text, and as `html_text`.
    """
    if data.startswith(SAFARI):
        return _archived(data)
    message = message_from_bytes(data, policy=email.policy.default)
    parts = list(_parts(message))
    pages = [part for part in parts if part.get_content_type() in _PAGES]
    texts = [part for part in parts if part.get_content_type() == "text/plain"]
    body = (pages or texts)[:1]
    if not body:
        raise BadInput("mail_broken")
    content = _content(body[0])
    read = html_text.taken_from(content) if pages else Taken(plain_text.text_of(content))
    is_message = "from" in message and not _is_saved_page(message)
    title = folded(one_line(str(message.get("subject", "")))) if is_message else ""
    with_it = [Unread(UnreadKind.EMBEDDED, _name(part)) for part in parts if part.get_filename()]
    return Taken(f"{title}\n\n{read.text}".strip("\n"), (*read.unread, *with_it))


def _parts(message: EmailMessage) -> Iterator[EmailMessage]:
    """The parts that hold something; what is shown within a page (pictures, styles) is none of its files."""
    for part in message.walk():
        is_shown = part.get("content-id") or part.get("content-location")
        if not part.is_multipart() and (part.get_content_type() in (*_PAGES, "text/plain") or not is_shown):
            yield part


def _is_saved_page(message: EmailMessage) -> bool:
    return "snapshot-content-location" in message or str(message["from"]).startswith("<Saved by")


def _content(part: EmailMessage) -> bytes:
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes):
        raise BadInput("mail_broken")
    try:
        return content.decode(part.get_content_charset("utf-8")).encode()
    except (LookupError, UnicodeDecodeError):
        return content


def _name(part: EmailMessage) -> str:
    return one_line(str(part.get_filename("")))


def _archived(data: bytes) -> Taken:
    """The page that Safari saved, a property list with the bytes of everything."""
    try:
        main = plistlib.loads(data, fmt=plistlib.FMT_BINARY)["WebMainResource"]
        page = bytes(main["WebResourceData"])
    except (plistlib.InvalidFileException, LookupError, TypeError, ValueError, OverflowError) as exc:
        raise BadInput("mail_broken") from exc
    if main.get("WebResourceMIMEType", _PAGES[0]) not in _PAGES:
        return Taken(plain_text.text_of(page))
    return html_text.taken_from(page)
