"""The field `quantity`: hours, clock times, limits, ranges, shares and counts of things, as the text says."""

import re
from collections.abc import Iterator

from handslag.domain.reading.counts import Count
from handslag.domain.reading.finds import Find, Span
from handslag.domain.reading.numerals import NUMBER
from handslag.domain.reading.tokens import endings

_FAR = 120  # characters between two numbers that still belong to one amount
_LENGTH = r"(?:\w{0,12}(?:timm(?:e|ar)|minut(?:er)?|dag(?:ar|en)?|dygn|veck(?:a|or)|månad(?:er)?)|tim)"
_LIMIT = re.compile(
    rf"(?<!\w)(?:inom|senast\sefter)\s(?:{NUMBER}|en|ett)\s(?:\w+\s)?{_LENGTH}(?!\w)", re.IGNORECASE
)
_CLOCK = re.compile(
    r"(?<!\w)(?:kl\.?|klockan)\s?\d{1,2}(?:[.:]\d\d)?(?:\s?(?:[-–]|till|och)\s?(?:kl\.?\s)?\d{1,2}(?:[.:]\d\d)?)?(?!\w)"
    r"|(?<!\w)dygnet\srunt(?!\w)",
    re.IGNORECASE,
)
_SHARE = re.compile(
    rf"(?<!\w)(?:{NUMBER})\s?(?:procent|%)(?!\w)(?:\sav\s\w+)?|(?<!\w)(?:hälften|två\stredjedelar|en\stredjedel)\sav\s\w+",
    re.IGNORECASE,
)
_DAY_LONG = re.compile(
    rf"(?<!\w)(?:under)\s((?:en|ett|{NUMBER})\s(?:hel\s|hela\s)?(?:arbets|hel)?(?:dag|dagar|vecka|veckor))(?!\w)"
)
_OCCASIONS = endings(
    "gång gånger tillfälle tillfällen stycken st insats insatser vandring vandringar kontroll"
    " kontroller möte möten träff träffar dialog dialoger aktivitet aktiviteter kampanj kampanjer besök"
    " tillsyn tillsyner dag dagar kväll kvällar helg pass utbildning utbildningar föreläsning"
    " föreläsningar patrullering patrulleringar rond ronder enkät enkäter mätning mätningar runda rundor"
    " kontakt kontakter konferens razzior seminarier information informationer avstämningar åtgärd"
    " åtgärder event evenemang brev passager arbetspass ungdomsinsats"
)


def find_quantity(text: str, span: Span, counts: tuple[Count, ...], unheld: Find | None) -> Find | None:
    """The amount at `span` in the text's words; None where it is only a number of occasions."""
    if unheld:
        return unheld
    return next(_amounts(text, span, counts), None)


def find_limits(text: str, span: Span) -> tuple[Find, ...]:
    """Time limits, clock times and shares at `span`: what no measure holds."""
    patterns = (_LIMIT, _CLOCK, _SHARE)
    found = (match for pattern in patterns for match in pattern.finditer(text, span.start, span.end))
    return tuple(Find(match[0], Span(*match.span())) for match in found)


def _amounts(text: str, span: Span, counts: tuple[Count, ...]) -> Iterator[Find]:
    if len(counts) > 1 and counts[-1].span.end - counts[0].span.start <= _FAR:
        yield _find(text, counts[0].span.start, counts[-1].span.end)
    for count in counts:
        if count.upper is not None or count.is_duration or not _counts_occasions(count):
            yield _find(text, count.number.start, count.span.end)
    yield from find_limits(text, span)
    if match := _DAY_LONG.search(text, span.start, span.end):
        yield Find(match[1], Span(*match.span(1)))


def _counts_occasions(count: Count) -> bool:
    return not count.unit or count.unit.lower().endswith(_OCCASIONS)


def _find(text: str, start: int, end: int) -> Find:
    return Find(text[start:end], Span(start, end))
