"""The two sheets that are only ever paper: one for the noticeboard, one for the patrol car."""

from dataclasses import dataclass
from datetime import date

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
