"""From when to when the promises are valid: only what the text says of the pledge, not of signing or reporting it."""

import re
from dataclasses import dataclass
from typing import Final

from handslag.domain.reading.blocks import Block, Kind
from handslag.domain.reading.dates import Dates, dates_in
from handslag.domain.reading.finds import Find, Span
from handslag.domain.reading.parties import Mentions
from handslag.domain.reading.predicates import predicate_of
from handslag.domain.reading.sentences import sentences_of

_PLEDGE: Final = re.compile(r"löfte|löften|\båtagande", re.IGNORECASE)
_VALID: Final = re.compile(r"\b(?:gäller|gälla|löper|giltig\w*|sträcker\ssig|omfattar|avser)\b", re.IGNORECASE)
_THAT_IS_VALID: Final = re.compile(r"\W{0,3}(?:det|detta|de|dessa|följande)\s(?:här\s)?gäller\b|\W{0,3}gäller\b", re.IGNORECASE)
# Dates of something else than the pledge's validity.
_ELSEWHERE: Final = re.compile(
    r"""\b(?:(?:under)?teckna(?:t|de|des|s)|undertecknad|skr(?:ev|ivit|ivs|iver)\w{0,3}\sunder|signera\w*|följ(?:s|as|er)\s(?:\w{1,10}\s)?upp|redovisa\w*|publicera\w*|uppdatera\w*|utvärder\w*|mätning\w*
        |lägesbild\w*|undersökning\w*|\w{0,10}dialog\w*|enkät\w*|statistik\w*|anmäl\w*|förra|tidigare|jämfört|än|rapport\w*|beslut\w*|möte\w*)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_NEXT: Final = re.compile(r"\b(?:inför|hösten|våren|sommaren|vintern|sedan|jämfört\smed|än)\s$", re.IGNORECASE)
_ABOUT_NEXT: Final = re.compile(
    r"\b(?:nästa|kommande)\s\w{0,10}(?:löfte|period)|\bnytt\s\w{0,10}löfte\b[^.]{0,40}\b(?:fram|tecknas|skrivs|planeras)\b"
    r"|\b(?:tas|tar|tecknas|skrivs)\b[^.]{0,20}\bny(?:tt|a)\s\w{0,10}löfte",
    re.IGNORECASE,
)
_UNDER: Final = re.compile(
    r"\b(?:under|för)\s(?:(?:den|aktuella|åren|år|perioden|hela|tiden|tidsperioden)\s){0,4}$", re.IGNORECASE
)
_ACTIVITIES: Final = re.compile(r"\W{0,3}(?:\w{1,12}\s)?(?:aktiviteter|åtgärder|insatser)\b", re.IGNORECASE)
_PLEDGE_OF: Final = re.compile(r"löfte\w{0,4}\s(?:för|under|gällande)?\s?(?:åren\s|år\s|perioden\s)?$|löften\w{0,2}\s(?:för|under)?\s?(?:åren\s|år\s|perioden\s)?$", re.IGNORECASE)
_FROM: Final = re.compile(r"\b(?:från(?:\soch\smed)?|fr\.?\s?o\.?\s?m\.?|med\sstart|börjar)\s(?:den\s)?$", re.IGNORECASE)
_UNTIL: Final = re.compile(r"\b(?:till\soch\smed|t\.?\s?o\.?\s?m\.?|fram\still|längst\still)\s(?:och\smed\s)?(?:den\s)?$", re.IGNORECASE)
_OPEN_ENDED: Final = re.compile(r"\btills\s?vidare\b", re.IGNORECASE)
_HEADING_LENGTH: Final = 120
_NEAR: Final = 44  # characters before a date that can say what it is


@dataclass(frozen=True, slots=True)
class Validity:
    """The dates the text states for the newest set of promises, and the words for "until further notice"."""

    valid_from: Find | None
    valid_to: Find | None
    open_ended: Find | None


def validity_of(mentions: Mentions, blocks: list[Block]) -> Validity:
    """How long the promises are valid. Of several sets the newest counts, then the plainest statement."""
    best: tuple[tuple[str, int, int], Dates] | None = None
    open_ended = None
    for block in blocks:
        for sentence in sentences_of(mentions.text, block.span):
            open_ended = open_ended or _open_ended(mentions.text, block, sentence)
            for dates in dates_in(mentions.text, sentence):
                rank = (dates.last_year, _weight(mentions, block, sentence, dates), len(dates.first.value))
                if rank[1] and (best is None or rank > best[0]):
                    best = rank, dates
    return _validity(mentions.text, best[1] if best else None, open_ended)


def _open_ended(text: str, block: Block, sentence: Span) -> Find | None:
    if block.kind is Kind.ITEM or not (
        block.kind is Kind.LINE or _PLEDGE.search(text, *_ends(sentence)) or _VALID.search(text, *_ends(sentence))
    ):
        return None
    found = _OPEN_ENDED.search(text, sentence.start, sentence.end)
    return Find(found.group(), Span(*found.span())) if found else None


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _weight(mentions: Mentions, block: Block, sentence: Span, dates: Dates) -> int:
    """How plainly a sentence says that these dates are the validity: 0 not at all, 4 outright."""
    text, ends = mentions.text, _ends(sentence)
    near = max(sentence.start, dates.span.start - _NEAR), dates.span.start
    if block.kind is Kind.SPEECH:
        return 0
    if _NEXT.search(text, *near) or _ABOUT_NEXT.search(text, *ends):
        return 0
    pledge = bool(_PLEDGE.search(text, *ends))
    if (pledge and _VALID.search(text, *ends)) or _THAT_IS_VALID.match(text, *ends):
        return 4
    if (pledge or _ACTIVITIES.match(text, *ends) or _OPEN_ENDED.search(text, *ends)) and block.kind is Kind.LINE and sentence.end - sentence.start <= _HEADING_LENGTH:
        return 3
    under = bool(_UNDER.search(text, *near))
    if under and (_VALID.search(text, *ends) or (block.kind is not Kind.ITEM and predicate_of(mentions, sentence))):
        return 3
    if pledge and (dates.span.start - sentence.start <= 12 or _PLEDGE_OF.search(text, *near)):
        return 3
    return 2 if pledge and not _ELSEWHERE.search(text, *ends) else 0


def _validity(text: str, dates: Dates | None, open_ended: Find | None) -> Validity:
    if dates is None:
        return Validity(None, None, open_ended)
    near = max(0, dates.span.start - _NEAR), dates.span.start
    if dates.second is None and _UNTIL.search(text, *near):
        return Validity(None, dates.first, open_ended)
    start_only = dates.second is None and (len(dates.first.value) > 4 or bool(_FROM.search(text, *near)))
    end = None if start_only or open_ended else dates.second or dates.first
    return Validity(dates.first, end, open_ended)
