"""What people wrote, made to fit what a format can hold: every file and letter takes its words from here.

XML has no controls, a mail header no line ends, an archived PDF no private use. Nothing that can be read is
lost: a sign that cannot stand gets the nearest one that can.
"""

import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any

NEVER_WORDS = {"address", "kind", "status", "language", "direction", "layout"}  # fields of documents

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_HALVES = re.compile("[\ud800-\udfff]+")
_TURNS = re.compile("[\u202a-\u202c\u2066-\u2069]")
_ENDS = dict.fromkeys("\u202a\u202b", "\u202c") | dict.fromkeys("\u2066\u2067\u2068", "\u2069")


def readable(text: str) -> str:
    r"""The text with nothing in it that no format holds, that turns letters round or what stands after it.

    Every kind of line end is \n. Controls and noncharacters are gone; Word's own list signs and letters of
    Windows-1252 that were read as controls are what they were meant as.
    """
    if text.isascii() and text.isprintable():
        return text
    return _closed(_LINE_ENDS.sub("\n", whole(text)).translate(_SIGNS))


def whole(text: str) -> str:
    """The text without half letters (surrogates): two that fit are their letter, one alone is U+FFFD."""
    return _HALVES.sub(
        lambda found: found[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"), text
    )


def one_line(text: str) -> str:
    """The same without line ends: for headers, titles and labels."""
    return " ".join(readable(text).split())


def fitted(value: Any, fit: Callable[[str], str]) -> Any:
    """A document, or a part of one, with `fit` done to each of its words; addresses and codes stay."""
    if isinstance(value, str):
        return fit(value)
    if isinstance(value, tuple):
        return tuple(fitted(part, fit) for part in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    words = (field.name for field in fields(value) if field.name not in NEVER_WORDS)
    return replace(value, **{name: fitted(getattr(value, name), fit) for name in words})


def _closed(text: str) -> str:
    """The text with each turn of direction ended within it, and no end of one that began before it."""
    if not _TURNS.search(text):
        return text
    kept: list[str] = []
    due: list[str] = []
    for sign in text:
        if sign in _ENDS:
            due.append(_ENDS[sign])
        elif sign in _ENDS.values():
            if sign not in due:
                continue
            while due.pop() != sign:
                pass
        kept.append(sign)
    return "".join([*kept, *reversed(due)])


def _signs() -> dict[int, str]:
    """What to write for signs that cannot stand."""
    gone = [*range(0x09), *range(0x0E, 0x20), *range(0x7F, 0xA0), 0x202D, 0x202E, 0xFEFF]
    gone += range(0xFDD0, 0xFDF0)
    gone += [plane << 16 | last for plane in range(17) for last in (0xFFFE, 0xFFFF)]
    meant = {code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)}
    lists = {0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF076: "❖", 0xF0FC: "✓"}  # Symbol and Wingdings in Word
    return dict.fromkeys(gone, "") | meant | lists | {0x07: " ", 0x1F: " "}  # ends of cells and fields


_SIGNS = _signs()
