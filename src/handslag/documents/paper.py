"""The sheets that are only ever paper: for the noticeboard, for the patrol car, a survey by hand."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from handslag.documents.blocks import Sign


@dataclass(frozen=True, slots=True)
class Posted:
    """One promise on the noticeboard: its words, its status, and how much of how much."""

    number: str
    text: str
    sign: Sign
    lead: str


@dataclass(frozen=True, slots=True)
class Noticeboard:
    """One page to be read from two metres. `left_out` says that there are more ("" when all are shown).

    `tally` are the statuses with how many have each; `shown` is `address` as people type it.
    """

    title: str
    language: str
    on: date
    owner: str
    lead: str
    tally: tuple[tuple[Sign, int], ...]
    promises: tuple[Posted, ...]
    more: tuple[str, ...]
    call: str
    address: str
    shown: str
    foot: str
    notice: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """One promise to work on: `left` is what remains, `address` opens the form with it filled in."""

    number: str
    text: str
    sign: Sign
    left: str
    places: str
    address: str
    shown: str


@dataclass(frozen=True, slots=True)
class PatrolSheet:
    """What the patrol takes along: the promises with a code each, and the names of the places."""

    title: str
    language: str
    on: date
    owner: str
    lead: str
    tasks: tuple[Task, ...]
    places_title: str
    places: tuple[str, ...]
    foot: str
    page_words: tuple[str, str]
    notice: str = ""


@dataclass(frozen=True, slots=True)
class Tick:
    """A box to tick (or to write a number in), with the number that a clerk types for it."""

    number: str
    text: str


@dataclass(frozen=True, slots=True)
class PaperQuestion:
    """One question on paper. `how` says how to answer, `only_if` who should; both may be "".

    `layout`: "ticks" (boxes below one another), "order" (a line before each, for its place in the
    order), "scale" (boxes beside one another with words at the ends), "line" or "lines" to write on.
    `language` is that of its words: a text without translation stands in its own.
    """

    number: str
    text: str
    hint: str
    how: str
    only_if: str
    layout: str
    language: str
    ticks: tuple[Tick, ...] = ()
    ends: tuple[str, str] = ("", "")
    kind: ClassVar[str] = "question"


@dataclass(frozen=True, slots=True)
class PaperNote:
    """Words between the questions; a heading when `is_heading`."""

    text: str
    language: str
    is_heading: bool = False
    kind: ClassVar[str] = "note"


@dataclass(frozen=True, slots=True)
class PaperForm:
    """A survey to fill in by hand. `direction`: "ltr" or "rtl"; `lead` are short paragraphs before it."""

    title: str
    language: str
    direction: str
    on: date
    owner: str
    lead: tuple[str, ...]
    parts: tuple[PaperQuestion | PaperNote, ...]
    thanks: str
    foot: str
    page_words: tuple[str, str]
    notice: str = ""


@dataclass(frozen=True, slots=True)
class Poster:
    """An invitation to a dialogue, to be read in passing. `facts` are short headings with their words."""

    title: str
    language: str
    on: date
    owner: str
    when: str
    where: str
    lead: str
    facts: tuple[tuple[str, str], ...]
    call: str
    address: str
    shown: str
    foot: str
    notice: str = ""


@dataclass(frozen=True, slots=True)
class Slips:
    """Slips with a code each. `address`: where the code is typed in, `shown` as people type it."""

    title: str
    language: str
    on: date
    owner: str
    survey: str
    lead: str
    how: str
    address: str
    shown: str
    codes: tuple[str, ...]
