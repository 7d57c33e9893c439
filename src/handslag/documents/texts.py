"""Text out of a file: plain text, HTML, messages, Word (.docx) or PDF, told apart by content before name."""

import re
from pathlib import Path

from handslag.documents.taken import Taken
from handslag.domain.errors import BadInput

MEGABYTES = 10  # the largest file taken
LIMIT = MEGABYTES * 1_000_000
LIGHT = 20_000  # bytes of plain text that are read without a child: the work grows no faster than they

# Possessive: what was taken for a comment is never tried again, or each comment more would double the work.
_html_start = re.compile(
    rb"\A\s*+(?:<\?xml[^>]*+>\s*+)?+(?:<!--.*?-->\s*+)*+<(?:!doctype html|html|head|body|meta|title|main"
    rb"|article|section|div|h1|h2|p|table|ul|ol|frameset)\b",
    re.I | re.S,
)
_html_names = (".html", ".htm", ".xhtml", ".shtml")
# Headers, among them one that no person writes by hand.
_mail_start = re.compile(
    rb"\A\s*(?:[A-Za-z][\w-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){0,60}?"
    rb"(?:mime-version|received|return-path|message-id):",
    re.I,
)
_mail_names = (".eml", ".mht", ".mhtml", ".webarchive")
_word_xml = re.compile(rb"\A\s*<\?xml[^<]*(<\?mso-application[^<]*)?<(pkg:package|w:wordDocument)\b")
_odt_xml = re.compile(rb"\A\s*<\?xml[^<]*<office:document\b")
_odt_part = b"META-INF/manifest.xml"
_pages_part = b"Index/Document.iwa"
# What else a file of a resident's or an officer's may turn out to be, by its first bytes.
_other_starts = ((b"{\\rtf", "file_rtf"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "file_old_word"))
_other_names = {
    ".docm": "file_macros",
    ".dotm": "file_macros",
    ".docx": "docx_not_word",
    ".pdf": "pdf_broken",
}
_outlook_part = "__substg1.0_".encode("utf-16-le")
_encrypted_office = "EncryptedPackage".encode("utf-16-le")


def text_from(path: Path) -> str:
    """The text of the file at `path`, headings and list items on lines of their own.

    Raises `BadInput` (with `file`) when it is missing, a folder, too large, or none of these kinds.
    """
    return taken_from(path).text


def taken_from(path: Path) -> Taken:
    """The text of the file at `path`, and what of the file is not in it. Raises as `text_from`."""
    return taken_of(bytes_from(path), str(path))


def bytes_from(path: Path, megabytes: int = MEGABYTES) -> bytes:
    """What the file at `path` holds. Raises `BadInput` when it cannot be had or is larger than that."""
    limit = megabytes * 1_000_000
    try:
        if path.is_dir():
            raise BadInput("file_is_folder", file=str(path))
        if path.stat().st_size > limit:
            raise BadInput("file_too_large", file=str(path), megabytes=megabytes)
        with path.open("rb") as file:
            data = file.read(limit + 1)  # a pipe or a device has no size to ask for
    except FileNotFoundError as exc:
        raise BadInput("file_missing", file=str(path)) from exc
    except PermissionError as exc:
        raise BadInput("file_not_allowed", file=str(path)) from exc
    except OSError as exc:
        raise BadInput("file_unreadable", file=str(path), why=exc.strerror) from exc
    if len(data) > limit:
        raise BadInput("file_too_large", file=str(path), megabytes=megabytes)
    return data


def text_of(data: bytes, name: str) -> str:
    """The text of a file, as `taken_of`."""
    return taken_of(data, name).text


def taken_of(data: bytes, name: str) -> Taken:
    """The text of a file with the bytes `data`, and what of the file is not in it.

    `name` helps to tell its kind and stands in the errors. At most `LIMIT` bytes. Raises `BadInput`
    (with `file`), one code for each thing that can be wrong.
    """
    try:
        return _taken(data, Path(name).suffix.lower())
    except BadInput as exc:
        raise BadInput(exc.code, file=name, **exc.params) from exc


def _taken(data: bytes, suffix: str) -> Taken:
    if len(data) > LIMIT:
        raise BadInput("file_too_large", megabytes=MEGABYTES)
    if not data.strip():
        raise BadInput("file_empty")
    form = form_of(data, suffix)
    if form == "plain" and len(data) <= LIGHT:
        from handslag.documents.plain_text import text_of as read

        found = Taken(read(data))
    else:
        from handslag.documents.guard import taken

        found = taken(form, data)
    if not found.text.strip():
        raise BadInput("file_no_text")
    return found


def form_of(data: bytes, suffix: str) -> str:
    """The form of a file: plain, html, mail, docx or pdf. Raises `BadInput` for those refused by name or
    start."""
    if suffix in (".docm", ".dotm"):
        raise BadInput("file_macros")
    start = _letters(data[:4096])
    if code := _refused(data, start, suffix):
        raise BadInput(code)
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "docx"
    if data.startswith(b"bplist00") or suffix in _mail_names or _mail_start.match(start):
        return "mail"
    if suffix in _other_names:
        raise BadInput(_other_names[suffix])
    return "html" if suffix in _html_names or _html_start.match(start) else "plain"


def _refused(data: bytes, start: bytes, suffix: str) -> str:
    """The code for a file of another program, told by its first bytes; "" for others."""
    for first, code in _other_starts:
        if data.startswith(first):
            is_message = suffix == ".msg" or _outlook_part in data
            return "file_locked" if _encrypted_office in data else "file_outlook" if is_message else code
    if data.startswith(b"PK"):
        return "file_odt" if _odt_part in data else "file_pages" if _pages_part in data else ""
    if _odt_xml.match(start):
        return "file_odt"
    return "file_word_xml" if _word_xml.match(start) else ""


def _letters(start: bytes) -> bytes:
    """`start` without its byte order mark, and with one byte a letter where it is UTF-16."""
    return start.removeprefix(b"\xef\xbb\xbf").lstrip(b"\xff\xfe").replace(b"\0", b"")
