"""Changes of calendars and lists as values: each can be tried on the registers before it is saved.

A change that could not be saved cannot be made: its days are looked at when it is.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Protocol

from handslag.domain.errors import BadInput
from handslag.domain.judging import calendar
from handslag.domain.judging.periods import Period
from handslag.domain.judging.registers import Registers
from handslag.domain.keeping import places
from handslag.domain.keeping.schools import Stage

Position = tuple[Decimal, Decimal]


class Change(Protocol):
    """Something about to be saved."""

    def applied(self, registers: Registers) -> Registers:
        """The registers as they would be."""


@dataclass(frozen=True, slots=True)
class Break:
    """Days without school within a term. Shown, never judged."""

    name: str
    start: date
    end: date


@dataclass(frozen=True, slots=True)
class TermDays:
    """All the terms and breaks of one school authority, a new one if `is_new`.

    Raises `BadInput` when days are backwards, terms overlap or a break lies outside the terms.
    """

    authority: str
    terms: tuple[Period, ...] = ()
    breaks: tuple[Break, ...] = ()
    is_new: bool = False

    def __post_init__(self) -> None:
        _in_order((term.start, term.end) for term in self.terms)
        for pause in self.breaks:
            _in_order([(pause.start, pause.end)])
            if not any(term.start <= pause.start and pause.end <= term.end for term in self.terms):
                raise BadInput("break_outside_terms", name=pause.name)

    def applied(self, registers: Registers) -> Registers:
        others = tuple(pair for pair in registers.terms if pair[0] != self.authority)
        return replace(registers, terms=others + tuple((self.authority, term) for term in self.terms))


@dataclass(frozen=True, slots=True)
class SchoolEntry:
    """One school as it should be. `known`: the name the register has it under now; "" for a new one.

    `is_new_authority`: the list may lack the authority. `unit_code` is Skolverket's skolenhetskod.
    `first_on`, `last_on`: the days it opened and closed.
    Raises `BadInput("period_backwards")`.
    """

    name: str
    authority: str
    unit_code: str = ""
    first_on: date | None = None
    last_on: date | None = None
    known: str = ""
    stages: tuple[Stage, ...] = ()
    is_new_authority: bool = False

    def __post_init__(self) -> None:
        if self.first_on and self.last_on:
            _in_order([(self.first_on, self.last_on)])


@dataclass(frozen=True, slots=True)
class Schools:
    """Schools to add or change; the others stay as they are."""

    entries: tuple[SchoolEntry, ...]

    def applied(self, registers: Registers) -> Registers:
        # Activities are tied to the school, not to its name: under its old name it keeps them here too.
        kept = {school.id: school for school in registers.schools}
        for entry in self.entries:
            key = entry.known or entry.name
            kept[key] = calendar.School(key, entry.name, entry.authority, entry.first_on, entry.last_on)
        return replace(registers, schools=tuple(kept.values()))


@dataclass(frozen=True, slots=True)
class EventEntry:
    """One event as it should be. `known`: its id in the register; "" for a new one.

    Raises `BadInput("period_backwards")`.
    """

    series: str
    name: str
    start: date
    end: date
    place: str = ""
    known: str = ""

    def __post_init__(self) -> None:
        _in_order([(self.start, self.end)])


@dataclass(frozen=True, slots=True)
class Events:
    """Events to add or change; the others stay as they are."""

    entries: tuple[EventEntry, ...]

    def applied(self, registers: Registers) -> Registers:
        known = {entry.known for entry in self.entries}
        kept = tuple(pair for pair in registers.events if pair[1].id not in known)
        new = tuple((entry.series, _event(entry, index)) for index, entry in enumerate(self.entries))
        return replace(registers, events=kept + new)


@dataclass(frozen=True, slots=True)
class EventRemoved:
    """An event taken off the list, by its id."""

    known: str

    def applied(self, registers: Registers) -> Registers:
        return replace(registers, events=tuple(pair for pair in registers.events if pair[1].id != self.known))


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """A place, a new one if `is_new`, its other names and where it lies. It keeps the name it got.

    `position` is latitude and longitude in degrees (WGS 84). Raises `BadInput("not_a_position")`.
    """

    name: str
    aliases: tuple[str, ...] = ()
    is_new: bool = False
    position: Position | None = None

    def __post_init__(self) -> None:
        if self.position and (abs(self.position[0]) > 90 or abs(self.position[1]) > 180):
            raise BadInput("not_a_position")

    def applied(self, registers: Registers) -> Registers:
        others = tuple(place for place in registers.places if place.name != self.name)
        return replace(registers, places=(*others, places.Place(self.name, self.aliases)))


@dataclass(frozen=True, slots=True)
class PlaceRemoved:
    """A place that nothing is tied to, taken off the list."""

    name: str

    def applied(self, registers: Registers) -> Registers:
        return replace(
            registers, places=tuple(place for place in registers.places if place.name != self.name)
        )


def _in_order(spans: Iterable[tuple[date, date]]) -> None:
    """Raises `BadInput` on a span that is backwards, or two that share a day."""
    ordered = sorted(spans)
    for start, end in ordered:
        if end < start:
            raise BadInput("period_backwards", start=start, end=end)
    for (_, end), (start, _) in pairwise(ordered):
        if start <= end:
            raise BadInput("periods_overlap", start=start, end=end)


def _event(entry: EventEntry, index: int) -> calendar.Event:
    key = entry.known or f"new-{index}"
    return calendar.Event(key, entry.start, entry.end, entry.place or None, entry.name)
