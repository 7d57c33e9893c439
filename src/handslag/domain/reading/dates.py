"""Dates and spans of dates in Swedish text, no more precise than they are written."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from handslag.domain.reading.finds import Find, Span

_MONTHS: Final = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_MONTH: Final = (
    r"(?:jan(?:uari)?|feb(?:ruari)?|mars|apr(?:il)?|maj|juni?|juli?|aug(?:usti)?|sept?(?:ember)?"
    r"|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DASH: Final = r"(?:-{1,3}|–|—|−|/|till(?:\soch\smed)?|t\.?\s?o\.?\s?m\.?|och|fram\still)"


def _date(n: int) -> str:
    return (
        rf"(?:(?:den\s)?(?P<d{n}>\d{{1,2}})(?::?[ae])?\s(?P<m{n}>{_MONTH})(?:\s(?P<y{n}>20\d\d))?"
        rf"|(?P<iy{n}>20\d\d)-(?P<im{n}>\d\d)-(?P<id{n}>\d\d)|(?P<mm{n}>{_MONTH})\s(?P<my{n}>20\d\d)|(?P<yy{n}>20\d\d))"
    )


_DATES: Final = re.compile(
    rf"(?<![\w.,-]){_date(1)}(?:\s{{0,2}}{_DASH}\s{{0,2}}(?:{_date(2)}|(?P<short>\d\d)))?(?![\d%])(?!-\d)"
)
_KEYS: Final = ("d", "m", "y", "iy", "im", "id", "mm", "my", "yy")
_BEGINNINGS: Final = ("d", "iy", "mm", "yy")
_GROUPS: Final = {n: [_DATES.groupindex[f"{key}{n}"] for key in _KEYS] for n in (1, 2)}
_STARTS: Final = {n: [_DATES.groupindex[f"{key}{n}"] for key in _BEGINNINGS] for n in (1, 2)}


class Dates(NamedTuple):
    """One date, or two with a dash or "till" between them; ISO values, as precise as the text."""

    span: Span
    first: Find
    second: Find | None

    @property
    def last_year(self) -> str:
        return (self.second or self.first).value[:4]


def dates_in(low: str, span: Span) -> Iterator[Dates]:
    """Every date and span of dates within `span`, of a text in lower case, that names a year."""
    for found in _DATES.finditer(low, *span):
        second = _second(found)
        first = _iso(found, 1, second.value[:4] if second else None)
        if first is not None:
            yield Dates(Span(*found.span()), first, second)


def _second(found: re.Match[str]) -> Find | None:
    if found["short"] is not None:
        return Find("20" + found["short"], Span(*found.span("short"))) if found["yy1"] else None
    return _iso(found, 2, None)


def _iso(found: re.Match[str], n: int, year: str | None) -> Find | None:
    """The n-th date as ISO. `year` stands in where only day and month are written: "1 maj–31 maj 2018"."""
    groups = _GROUPS[n]
    day, name, year_of_day, iso_year, iso_month, iso_day, month, year_of_month, alone = found.group(*groups)
    of_year = year_of_day or iso_year or year_of_month or alone or (year if day else None)
    if of_year is None:
        return None
    span = Span(max(map(found.start, _STARTS[n])), max(map(found.end, groups)))
    named = name or month
    number = _MONTHS.index(named[:3]) + 1 if named else int(iso_month or 0)
    return Find(_written(int(of_year), number, int(day or iso_day or 0)), span)


def _written(year: int, month: int, day: int) -> str:
    """ISO, cut down to what can be: 31 June is June, month 13 is the year alone."""
    if not 1 <= month <= 12:
        return f"{year}"
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return f"{year}-{month:02}"
