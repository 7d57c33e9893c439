"""From when to when the promises are valid: what is said of the pledge, not of signing or reporting it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from handslag.domain.reading.blocks import Block, Kind
from handslag.domain.reading.dates import Dates, dates_in
from handslag.domain.reading.finds import Find, Span
from handslag.domain.reading.parties import Mentions, sentences_in
from handslag.domain.reading.patterns import Pattern
from handslag.domain.reading.predicates import predicate_of


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.VERBOSE)


_TELLS_TIME: Final = Pattern(r"20\d\d|tills\s?vidare", "20 tills")
_PLEDGE: Final = _words(r"löfte|löften|\båtagande")
_VALID: Final = _words(r"\b(?:gäller|gälla|löper|giltig|sträcker\ssig|omfattar|avser)\b")
_IS_VALID: Final = _words(r"\W{0,3}(?:(?:det|detta|de|dessa|följande)\s(?:här\s)?)?gäller\b")
_ACTIVITIES: Final = _words(r"\W{0,3}(?:\w{1,12}\s)?(?:aktiviteter|åtgärder|insatser)\b")
_OPEN_ENDED: Final = _words(r"\btills\s?vidare\b")
# Something else than the pledge's validity has these dates.
_ELSEWHERE: Final = _words(
    r"""\b(?:(?:under)?teckna(?:t|de|des|s)|undertecknad|skr(?:ev|ivit|ivs|iver)\w{0,3}\sunder
            |signera\w{0,4}|publicera\w{0,3}
        |uppdatera\w{0,3}|utvärder\w{1,6}|mätning\w{0,4}|följ(?:s|as|er)\s(?:\w{1,10}\s)?upp|redovisa\w{0,2}
            |lägesbild\w{0,3}
        |undersökning\w{0,4}|\w{0,10}dialog\w{0,4}|enkät\w{0,4}|statistik\w{0,2}|anmäl\w{0,5}|förra|tidigare
            |jämfört|än
        |rapport\w{0,3}|beslut\w{0,4}|möte\w{0,3})\b"""
)
_ABOUT_NEXT: Final = Pattern(
    r"""(?x)\b(?:nästa|kommande)\s\w{0,10}(?:löfte|period) | \b(?:tas|tar|tecknas|skrivs)\b[^.]{0,20}\bny(?:tt
            |a)\s\w{0,10}löfte
        | \bnytt\s\w{0,10}löfte\b[^.]{0,40}\b(?:fram|tecknas|skrivs|planeras)\b""",
    "nästa kommande ny",
)
# What may stand right before a date.
_PERIOD: Final = r"(?:(?:den|aktuella|åren|år|perioden|hela|tiden|tidsperioden)\s){0,4}$"
_NOT_FROM: Final = _words(r"\b(?:inför|hösten|våren|sommaren|vintern|sedan|jämfört\smed|än)\s$")
_UNDER: Final = _words(r"\b(?:under|för)\s" + _PERIOD)
_PLEDGE_OF: Final = _words(r"(?:löfte\w{0,4}|löften\w{0,2})\s(?:(?:för|under|gällande)\s)?" + _PERIOD)
_FROM: Final = _words(r"\b(?:från(?:\soch\smed)?|fr\.?\s?o\.?\s?m\.?|med\sstart|börjar)\s(?:den\s)?$")
_UNTIL: Final = _words(
    r"\b(?:till\soch\smed|t\.?\s?o\.?\s?m\.?|(?:fram|längst)\still)\s(?:och\smed\s)?(?:den\s)?$"
)
_NEAR: Final = 44  # characters before a date that can say what it is
_EARLY: Final = 12  # characters into its sentence: "För 2019 har kommunen tecknat ett löfte"
_HEADING_LENGTH: Final = 120


@dataclass(frozen=True, slots=True)
class Validity:
    """The dates the text states for the newest set of promises, and the words for "until further notice"."""

    valid_from: Find | None
    valid_to: Find | None
    open_ended: Find | None


class _Said(NamedTuple):
    """What a sentence says of validity, whatever its dates. `plain`: 4 outright, 3 by its form, else 0."""

    span: Span
    plain: int
    promises: bool
    pledge: bool


def validity_of(mentions: Mentions, blocks: list[Block]) -> Validity:
    """How long the promises are valid. Of several sets the newest counts, then the plainest statement."""
    low, open_ended = mentions.low, None
    best: tuple[tuple[str, int, int], Dates] | None = None
    for block, sentence in _timed(mentions, blocks):
        said = _said(mentions, block, sentence)
        if open_ended is None and block.kind is not Kind.ITEM and (said.plain or said.pledge):
            open_ended = _find(mentions.text, _OPEN_ENDED.search(low, *sentence))
        for dates in dates_in(low, sentence):
            rank = (dates.last_year, _weight(low, said, dates), len(dates.first.value))
            if rank[1] and (best is None or rank > best[0]):
                best = rank, dates
    return _validity(low, best[1] if best else None, open_ended)


def _timed(mentions: Mentions, blocks: list[Block]) -> Iterator[tuple[Block, Span]]:
    """The sentences that may say from when to when, but for quotations and talk of the next pledge."""
    for block in blocks:
        if block.kind is Kind.SPEECH or _TELLS_TIME.search(mentions.low, *block.span) is None:
            continue
        for sentence in sentences_in(mentions, block.span):
            if _ABOUT_NEXT.search(mentions.low, *sentence) is None:
                yield block, sentence


def _said(mentions: Mentions, block: Block, sentence: Span) -> _Said:
    low, ends = mentions.low, (sentence.start, sentence.end)
    pledge, valid = bool(_PLEDGE.search(low, *ends)), bool(_VALID.search(low, *ends))
    named = pledge or _ACTIVITIES.match(low, *ends) or _OPEN_ENDED.search(low, *ends)
    plain = 0
    if (pledge and valid) or _IS_VALID.match(low, *ends):
        plain = 4
    elif named and block.kind is Kind.LINE and ends[1] - ends[0] <= _HEADING_LENGTH:
        plain = 3
    promises = valid or (block.kind is not Kind.ITEM and predicate_of(mentions, sentence) is not None)
    return _Said(sentence, plain, promises, pledge)


def _weight(low: str, said: _Said, dates: Dates) -> int:
    """How plainly a sentence says that these dates are the validity: 0 not at all, 4 outright."""
    near = max(said.span.start, dates.span.start - _NEAR), dates.span.start
    if _NOT_FROM.search(low, *near):
        return 0
    if said.plain:
        return said.plain
    if said.promises and _UNDER.search(low, *near):
        return 3
    if not said.pledge:
        return 0
    if dates.span.start - said.span.start <= _EARLY or _PLEDGE_OF.search(low, *near):
        return 3
    return 0 if _ELSEWHERE.search(low, *said.span) else 2


def _validity(low: str, dates: Dates | None, open_ended: Find | None) -> Validity:
    if dates is None:
        return Validity(None, None, open_ended)
    if dates.second is not None:
        return Validity(dates.first, None if open_ended else dates.second, open_ended)
    near = max(0, dates.span.start - _NEAR), dates.span.start
    if _UNTIL.search(low, *near):
        return Validity(None, dates.first, open_ended)
    starts_only = open_ended or len(dates.first.value) > len("2019") or _FROM.search(low, *near)
    return Validity(dates.first, None if starts_only else dates.first, open_ended)


def _find(text: str, found: re.Match[str] | None) -> Find | None:
    return Find(text[found.start() : found.end()], Span(*found.span())) if found else None
