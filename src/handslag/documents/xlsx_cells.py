"""The value of a cell of an Excel file as a person reads it: 2019-06-14, 13:30, 1:30 (hours), 1.5, SANT."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from handslag.documents.xlsx_package import parse
from handslag.domain.characters import folded

DAY_0 = datetime(1899, 12, 30)  # noqa: DTZ001 (a sheet knows no zones)
DAY_0_OF_1904 = datetime(1904, 1, 1)  # noqa: DTZ001
_LAST_SERIAL = 2_958_465  # 31 December 9999
_escaped = re.compile(r"_x([0-9A-Fa-f]{4})_")
_quoted = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\[\]]*\]')


class Kind(StrEnum):
    """What a number means by its format."""

    NUMBER = "number"
    DATE = "date"
    TIME = "time"
    HOURS = "hours"


@dataclass(frozen=True, slots=True)
class Raw:
    """A cell as the file has it."""

    type: str
    style: int
    value: str
    formula: str | None


class Values:
    """What cells mean in one file: its shared texts, its formats and the day it counts from."""

    def __init__(self, strings: bytes, styles: bytes, *, from_1904: bool) -> None:
        self._texts = _texts(strings)
        self._kinds = _kinds(styles)
        self._day_0 = DAY_0_OF_1904 if from_1904 else DAY_0

    def shown(self, cell: Raw) -> str:
        """The text of a cell; a formula without a saved value stays a formula."""
        if cell.formula is not None and not cell.value and cell.type != "str":
            return f"={cell.formula or 'formel'}"
        match cell.type:
            case "s":
                return clean(self._texts[int(cell.value)]) if cell.value else ""
            case "b":
                return {"1": "SANT", "0": "FALSKT"}.get(cell.value.strip(), cell.value)
            case "d":
                return clean(cell.value.replace("T00:00:00", "").replace("T", " "))
            case "n" | "":
                return self._number(cell)
        return clean(cell.value)

    def _number(self, cell: Raw) -> str:
        try:
            number = float(cell.value)
        except ValueError:
            return clean(cell.value)
        kind = self._kinds[cell.style] if cell.style < len(self._kinds) else Kind.NUMBER
        if kind is Kind.HOURS and number >= 0:
            hours, minutes = divmod(round(number * 24 * 60), 60)
            return f"{hours}:{minutes:02}"
        if kind in (Kind.DATE, Kind.TIME) and 0 <= number < _LAST_SERIAL:
            moment = self._day_0 + timedelta(minutes=round(number * 24 * 60))
            if number < 1:
                return f"{moment:%H:%M}"
            return f"{moment:%Y-%m-%d}" if not (moment.hour or moment.minute) else f"{moment:%Y-%m-%d %H:%M}"
        return str(int(number)) if number.is_integer() and abs(number) < 1e15 else f"{number:.10g}"


def clean(text: str) -> str:
    """`text` without blanks around it and control characters; whatever breaks a line becomes "\\n"."""
    return folded(_escaped.sub(_unescaped, text)).strip()


def _unescaped(found: re.Match[str]) -> str:
    code = int(found[1], 16)
    return found[0] if 0xD800 <= code <= 0xDFFF else chr(code)


def _texts(data: bytes) -> list[str]:
    """The shared texts; what is written above a word to say how it is pronounced is no part of it."""
    texts: list[str] = []
    pieces: list[str] = []
    open_tags: list[str] = []

    def start(tag: str, _: Mapping[str, str]) -> None:
        open_tags.append(tag)

    def end(tag: str) -> None:
        open_tags.pop()
        if tag == "si":
            texts.append("".join(pieces))
            pieces.clear()

    def text(words: str) -> None:
        if open_tags[-1] == "t" and "rPh" not in open_tags:
            pieces.append(words)

    parse(data, start, end, text)
    return texts


def _kinds(data: bytes) -> list[Kind]:
    """What the number of a cell means, by the number of its style."""
    codes: dict[int, str] = {}
    kinds: list[Kind] = []
    within: list[str] = []

    def start(tag: str, at: Mapping[str, str]) -> None:
        within.append(tag)
        if tag == "numFmt":
            codes[int(at.get("numFmtId", "0"))] = at.get("formatCode", "")
        elif tag == "xf" and "cellXfs" in within:
            number = int(at.get("numFmtId", "0"))
            kinds.append(_kind_of(codes[number]) if number in codes else _built_in(number))

    def end(_: str) -> None:
        within.pop()

    parse(data, start, end)
    return kinds


def _built_in(number: int) -> Kind:
    if number in (18, 19, 20, 21, 45, 47):
        return Kind.TIME
    if number == 46:
        return Kind.HOURS
    return Kind.DATE if 14 <= number <= 22 or 27 <= number <= 36 or 50 <= number <= 58 else Kind.NUMBER


def _kind_of(code: str) -> Kind:
    plain = _quoted.sub("", code.lower()).split(";")[0]
    if "general" in plain:
        return Kind.NUMBER
    if "[" in plain:
        return Kind.HOURS
    if re.search("[dy]", plain) or ("m" in plain and not re.search("[hs]", plain)):
        return Kind.DATE
    return Kind.TIME if re.search("[hs]", plain) else Kind.NUMBER
