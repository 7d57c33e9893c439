"""Bytes to text: which encoding it is when that can be told, and a refusal when it cannot."""

import codecs
import re

from handslag.domain.characters import folded
from handslag.domain.errors import BadInput

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins like UTF-16 LE, so it is asked first
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
LOOK_AT = 4096  # bytes that show whether it is text at all
MOST_CONTROLS = 0.02  # a larger share of control characters is no text
WINDOWS_LETTERS = "åäöÅÄÖéÉèÈëêàáíóçñüÜæÆøØ"
WINDOWS_MARKS = "–—‘’‚“”•…§°´·½²«»\xa0\xad"

_utf8_swedish = re.compile(rb"\xc3[\xa4\xa5\xb6\x84\x85\x96]")
_not_windows = re.compile(rf"[^\x00-\x7f{WINDOWS_LETTERS}{WINDOWS_MARKS}]")
# A mark inside a word means another code page: "f”rskola" is MS-DOS, not Windows.
_mark_in_word = re.compile(r"[A-Za-z][‚“”•…§°´·½²«»—][A-Za-z]")
_twice = re.compile("Ã[¥¤¶…„–]")
_controls = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f]")


def text_of(data: bytes) -> str:
    """The text in `data`: UTF-8, UTF-16 or UTF-32 with or without a mark, or Windows-1252/Latin-1.

    Its characters are folded (domain/characters.py).
    Raises `BadInput`: `file_binary`, `file_encoding_mixed`, `file_encoding_twice`,
    `file_encoding_unknown`.
    """
    return folded(decoded(data))


def decoded(data: bytes) -> str:
    """The text in `data` as it stands there. Raises as `text_of`."""
    text = _decode(data)
    if len(_controls.findall(text[:LOOK_AT])) > MOST_CONTROLS * min(len(text), LOOK_AT):
        raise BadInput("file_binary")
    if _twice.search(text) and not re.search("[åäö]", text):
        raise BadInput("file_encoding_twice")
    return text


def _decode(data: bytes) -> str:
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding)
    if b"\0" in data[:LOOK_AT]:
        return _strictly(data, _wide_encoding(data[:LOOK_AT]))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _windows(data)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as exc:
        raise BadInput("file_binary") from exc


def _wide_encoding(start: bytes) -> str:
    """UTF-16 without a mark shows as a NUL in every other byte: the high halves of Latin letters."""
    high, low = start[0::2].count(0), start[1::2].count(0)
    if low > 0.4 * len(start) / 2 and high == 0:
        return "utf-16-le"
    if high > 0.4 * len(start) / 2 and low == 0:
        return "utf-16-be"
    raise BadInput("file_binary")


def _windows(data: bytes) -> str:
    if found := _utf8_swedish.search(data):
        raise BadInput("file_encoding_mixed", row=data.count(b"\n", 0, found.start()) + 1)
    try:
        text = data.decode("windows-1252")
    except UnicodeDecodeError as exc:
        raise BadInput("file_encoding_unknown") from exc
    if _not_windows.search(text) or _mark_in_word.search(text):
        raise BadInput("file_encoding_unknown")
    return text
