"""What a heading or a lead-in says about the lines below it."""

import re
from enum import Enum, auto
from typing import Final, NamedTuple

from handslag.domain.reading import heading_words as words_of
from handslag.domain.reading.blocks import Block
from handslag.domain.reading.dates import dates_in
from handslag.domain.reading.finds import Find, FoundParty, Span
from handslag.domain.reading.parties import Mentions, distinct, once, sentences_in
from handslag.domain.reading.predicates import predicate_of

_LONGEST: Final = 400  # characters; a longer line is no heading and is judged by its end
_WORD: Final = re.compile(r"[^\W\d_][\w-]{0,40}")


class Role(Enum):
    """What a heading or lead-in does to what follows."""

    OPENS = auto()  # promises follow: "Det här ska vi göra", "Polisen lovar att:", "Medborgarlöfte 2019"
    CLOSES = auto()  # background follows: "Lägesbild", "Prioriterade områden:"
    SHUTS = auto()  # what follows is never a promise: "Mål", "Så gick det", "Vad är ett medborgarlöfte?"
    PARTY = auto()  # only names who promises: "Polisen", "Tillsammans med kommunen"
    THEME = auto()  # names what the promises are about: "Trafik"
    NOTHING = auto()  # page furniture, bare years


class Heading(NamedTuple):
    """A heading or lead-in. `parties`: whom it names as promising; `jointly`: it says together.

    `announces`: it says that the promises follow, not just what the page is about.
    `points_back`: it leans on the words above it: "Det gör vi så här:".
    `theme`: the words that say what the promises below are about, without a final colon.
    """

    role: Role
    span: Span
    parties: tuple[FoundParty, ...]
    jointly: bool
    theme: Span | None
    announces: bool
    points_back: bool


def heading_of(mentions: Mentions, block: Block) -> Heading:
    """What the heading or lead-in `block` says. Of several sentences the last decides."""
    return _read_heading(mentions, block.span)


@once
def _read_heading(mentions: Mentions, span: Span) -> Heading:
    whole = Span(max(span.start, span.end - _LONGEST), span.end)
    sentences = sentences_in(mentions, whole)
    last = sentences[-1]
    words = mentions.low[last.start : last.end]
    first = next((sentence for sentence in sentences if predicate_of(mentions, sentence)), last)
    said = Span(first.start, last.end)
    parties = _promising(mentions, said)
    theme = (
        said if words_of.NUMBERED.match(words) and not words.strip()[-1].isdigit() else _theme(mentions, said)
    )
    announces = bool(words_of.OPENS.search(words) or (parties and words_of.SHALL.search(words)))
    return Heading(
        role=_role(words, parties, theme, announces),
        span=span,
        parties=parties,
        jointly=bool(words_of.TOGETHER.search(words)),
        theme=theme,
        announces=announces,
        points_back=not parties and bool(words_of.POINTS_BACK.match(words)),
    )


def _role(words: str, parties: tuple[FoundParty, ...], theme: Span | None, announces: bool) -> Role:
    if words_of.FURNITURE.match(words):
        return Role.NOTHING
    if theme is not None and words_of.NUMBERED.match(words):
        return Role.THEME
    shuts = bool(words_of.SHUTS.search(words))
    if announces and not (shuts and not parties):
        return Role.OPENS
    if shuts:
        return Role.SHUTS
    if words_of.CLOSES.search(words):
        return Role.CLOSES
    if words_of.PLEDGE.search(words) or words_of.AGREED.search(words):
        return Role.OPENS
    return _plain_role(words, parties, theme)


def _plain_role(words: str, parties: tuple[FoundParty, ...], theme: Span | None) -> Role:
    if theme is None:
        return Role.PARTY if parties or words_of.TOGETHER.search(words) else Role.NOTHING
    tells = words_of.PRONOUN.match(words) or (parties and words.endswith(":"))
    return Role.CLOSES if tells else Role.THEME  # "Vi finns på torget på lördag:"


def _promising(mentions: Mentions, span: Span) -> tuple[FoundParty, ...]:
    """The parties named in `span`; those in the genitive ("polisens löfte") only where all are."""
    named = distinct(mentions.acting_within(span))
    nominative = tuple([found for found in named if not mentions.is_genitive(found)])
    return nominative or named


def _theme(mentions: Mentions, span: Span) -> Span | None:
    """`span` if any of its words is about something: neither a party, a name nor a word of every pledge."""
    text, named = mentions.text, mentions.within(span)
    end = span.end
    while end > span.start and text[end - 1] in ":;. …,":
        end -= 1
    at = 0
    for word in _WORD.finditer(text, span.start, end):
        while at < len(named) and named[at].span.end <= word.start():
            at += 1
        is_party = at < len(named) and named[at].span.start <= word.start()
        is_name = word.start() > span.start and word.group()[0].isupper()
        if not is_party and not is_name and not words_of.NO_THEME.fullmatch(mentions.low, *word.span()):
            return Span(span.start, end)
    return None


def is_followup(low: str, span: Span) -> bool:
    """Whether a title says that the page reports on promises, which it then retells."""
    return bool(words_of.FOLLOWUP.search(low, *span))


def names_page(low: str, span: Span) -> bool:
    """Whether a title says what kind of paper the page is, not what stands first in it ("Lägesbild")."""
    return bool(words_of.PAPER.search(low, *span))


def is_pledge(low: str, span: Span) -> bool:
    """Whether a heading names the pledge as such: "Medborgarlöfte 2019", but not "Löfte 1: Trafik"."""
    return bool(words_of.PLEDGE.search(low, *span)) and not words_of.NUMBERED.match(low, *span)


def years_in(mentions: Mentions, span: Span) -> Find | None:
    """The years a heading names, as it writes them."""
    dates = next(dates_in(mentions.low, span), None)
    return Find(mentions.text[dates.span.start : dates.span.end], dates.span) if dates else None
