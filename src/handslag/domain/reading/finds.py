"""What a reading gives: promises out of a text, every find with the span of the words it came from."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from handslag.domain.people.parties import Party
from handslag.domain.promises.terms import Measure


class Span(NamedTuple):
    """Characters `start` to `end` (end not included) of the text that was read."""

    start: int
    end: int


class Find(NamedTuple):
    """A value and the words it was read from. `value` is spelled as in the text unless said otherwise."""

    value: str
    span: Span


class FoundParty(NamedTuple):
    """A promising party and the words that name it (in the sentence, a tag, the lead-in or the heading)."""

    party: Party
    span: Span


class CadenceUnit(StrEnum):
    """The period or occasion a stated number or rhythm is tied to."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    TERTIAL = "tertial"
    HALF_YEAR = "half_year"
    YEAR = "year"
    TERM = "term"
    SEASON = "season"
    ONCE = "once"
    EACH_EVENT = "each_event"


@dataclass(frozen=True, slots=True)
class Cadence:
    """How often, as stated: `min_count` per `per`; None where only the occasion is named."""

    min_count: int | None
    per: CadenceUnit
    total_over_validity: bool
    span: Span


class Ground(StrEnum):
    """What the text says the promises rest on."""

    DIALOGUE = "dialogue"
    SURVEY = "survey"
    SITUATION_PICTURE = "situation_picture"


class FoundGround(NamedTuple):
    ground: Ground
    span: Span


class UnreadKind(StrEnum):
    """What it is that was not read."""

    TABLE_ROW = "table_row"
    HIDDEN = "hidden"  # what the page or the file itself hides, and nothing opens
    FURNITURE = "furniture"  # menus, feet, what stands beside the page's main part
    RUNNING_HEAD = "running_head"  # heads and feet of printed pages
    COMMENT = "comment"
    PICTURE = "picture"
    LETTERS = "letters"  # a page of a PDF whose font does not say which letters it draws
    EMBEDDED = "embedded"  # charts and files within the file


class Unread(NamedTuple):
    """Words that stood there and were not read; `span` is None where they are not in the text.

    `words` is "" where nobody can tell them (a picture). `page` counts from 1; 0 where there are no pages.
    """

    what: UnreadKind
    words: str
    span: Span | None = None
    page: int = 0


@dataclass(frozen=True, slots=True)
class ReadPromise:
    """One promise as the text states it; nothing repaired, completed or inferred but `measure`.

    `text.value` is the exact substring at `text.span`. `is_aim`: an umbrella that names a wish and
    no countable activity; `aim` is the index of the umbrella this promise spells out, if any.
    `measure` is our proposal for how it could be judged, None when it cannot be judged as worded.
    `unheld` are words (a rhythm, a range, a second number) that `measure` cannot hold.
    """

    text: Find
    parties: tuple[FoundParty, ...]
    places: tuple[Find, ...]
    target_groups: tuple[Find, ...]
    cadence: Cadence | None
    quantity: Find | None
    period: Find | None
    perspective: Find | None
    measurable: bool
    is_aim: bool = False
    aim: int | None = None
    measure: Measure | None = None
    unheld: tuple[Find, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A whole page read. `valid_from`/`valid_to` hold ISO dates no more precise than the text.

    `unread` names what may hold promises and was not understood.
    """

    text: str
    municipality: Find | None
    police_area: Find | None
    valid_from: Find | None
    valid_to: Find | None
    open_ended: Find | None
    signatories: tuple[Find, ...]  # roles, never names
    grounds: tuple[FoundGround, ...]
    promises: tuple[ReadPromise, ...]
    unread: tuple[Unread, ...] = ()
