"""The field `quantity`: hours, clock times, limits, ranges, shares and counts of things, as the text says."""

from collections.abc import Iterator

from handslag.domain.reading.counts import Count, is_occasion
from handslag.domain.reading.finds import Span
from handslag.domain.reading.numerals import NUMBER
from handslag.domain.reading.patterns import Pattern
from handslag.domain.reading.words import Wording

_FAR = 120  # characters between two numbers that still belong to one amount
_LENGTH = r"(?:\w{0,12}(?:timm(?:e|ar)|minut(?:er)?|dag(?:ar|en)?|dygn|veck(?:a|or)|månad(?:er)?)|tim)"
_LIMIT = Pattern(
    rf"(?<!\w)(?:inom|senast\sefter)\s(?:{NUMBER}|en|ett)\s(?:\w+\s)?{_LENGTH}(?!\w)",
    "inom senast",
    "inom senast",
)
_CLOCK = Pattern(
    r"(?<!\w)(?:kl\.?|klockan)\s?\d{1,2}(?:[.:]\d\d)?(?:\s?(?:[-–]|till|och)\s?(?:kl\.?\s)?\d{1,2}(?:[.:]\d\d)?)?(?!\w)"
    r"|(?<!\w)dygnet\srunt(?!\w)",
    begins="kl dygnet",
)
_SHARE = Pattern(
    rf"(?<!\w)(?:{NUMBER})\s?(?:procent|%)(?!\w)(?:\sav\s\w+)?|(?<!\w)(?:hälften|två\stredjedelar|en\stredjedel)\sav\s\w+",
    "% procent hälften tredjedel",
)
_DAY_LONG = Pattern(
    rf"(?<!\w)(?:under)\s((?:en|ett|{NUMBER})\s(?:hel\s|hela\s)?(?:arbets|hel)?(?:dag|dagar|vecka|veckor))(?!\w)",
    begins="under",
)


def find_quantity(promise: Wording, counts: tuple[Count, ...], limits: tuple[Span, ...]) -> Span | None:
    """The amount in a promise; None where it is only a number of occasions."""
    return next(_amounts(promise, counts, limits), None)


def find_limits(promise: Wording) -> tuple[Span, ...]:
    """Time limits, clock times and shares: what no measure holds."""
    patterns = (_LIMIT, _CLOCK, _SHARE)
    return tuple([Span(*match.span()) for pattern in patterns for match in promise.finditer(pattern)])


def find_share(promise: Wording) -> Span | None:
    """A share ("80 procent av klasserna"), which can be checked though no measure holds it."""
    return promise.find(_SHARE)


def _amounts(promise: Wording, counts: tuple[Count, ...], limits: tuple[Span, ...]) -> Iterator[Span]:
    if len(counts) > 1 and counts[-1].span.end - counts[0].span.start <= _FAR:
        yield Span(counts[0].span.start, counts[-1].span.end)
    for count in counts:
        if count.upper is not None or count.is_duration or not _counts_occasions(count):
            yield count.number
    yield from limits
    if match := promise.search(_DAY_LONG):
        yield Span(*match.span(1))


def _counts_occasions(count: Count) -> bool:
    return not count.unit or is_occasion(count.unit)
