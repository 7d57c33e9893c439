"""A bundle: everything that the statuses on a page rest on, to count again without us. 13 queries.

What is done and said in public goes in; the notes on activities and who logged them never do.
"""

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from importlib.resources import files
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from handslag.domain.judging.calendar import Calendar
from handslag.domain.judging.cells import Status
from handslag.domain.judging.fulfilment import municipality_tally
from handslag.domain.judging.registers import Registers
from handslag.domain.keeping.activities import Activity, PeriodReport
from handslag.domain.promises.terms import Kind, PromiseState, Terms
from handslag.formats import bundles as forms
from handslag.models.models import Municipality
from handslag.sentences import say
from handslag.services.judging.reads.party_verdicts import words_on
from handslag.services.judging.reads.registers import registers_of
from handslag.services.judging.reads.standings import NO_EVENT, Standing, current_of, standings, standings_of

WITHDRAWN = "WITHDRAWN"  # what a page shows for a promise that is no longer judged


def municipality_bundle(municipality: Municipality, *, on: date) -> bytes:
    """A zip with every promise that is or was public, as its page stands on the day `on`."""
    found = standings(municipality, on=on)
    return _zip(municipality, found, current_of(found, on), on)


def every_bundle(*, on: date) -> bytes:
    """A zip with a folder for each municipality that has public promises, each as its own bundle.

    As many queries as for one, and one for each municipality.
    """
    towns = list(Municipality.objects.select_related("police_area").order_by("slug"))
    found, registers = standings_of(towns, on=on), registers_of(towns)
    members: dict[str, str] = {}
    for town in towns:
        if own := found[town.pk]:
            files_of = _members(town, registers[town.pk], own, current_of(own, on), on)
            members |= {f"{town.slug}/{name}": text for name, text in files_of.items()}
    return _archive(members)


def promise_bundle(municipality: Municipality, number: int, *, on: date) -> bytes:
    """A zip with the one promise of `municipality` that has this `number`."""
    found = [s for s in standings(municipality, on=on, numbers=[number]) if s.number == number]
    return _zip(municipality, found, [], on)


def _zip(
    municipality: Municipality, found: Sequence[Standing], tallied: Sequence[Standing], on: date
) -> bytes:
    """The same data give the same bytes, on every machine: no compression, no clock, one order."""
    registers = registers_of([municipality])[municipality.pk]
    return _archive(_members(municipality, registers, found, tallied, on))


def _members(
    municipality: Municipality,
    registers: Registers,
    found: Sequence[Standing],
    tallied: Sequence[Standing],
    on: date,
) -> dict[str, str]:
    """The files of a bundle, by name."""
    promises, calendar = _with_events(found, registers)
    return {
        "FORKLARING.txt": files("handslag.recount").joinpath("FORKLARING.txt").read_text(encoding="utf-8"),
        "README.txt": _read_me(municipality, on),
        "activities.csv": forms.activities_text(_activities(found)),
        "calendar.json": forms.calendar_text(calendar, registers.places),
        "expected.json": _expected(municipality, found, tallied, on),
        "on.txt": f"{on}\n",
        "promises.json": forms.promises_text(promises),
        "rakna.py": files("handslag.recount").joinpath("rakna.py").read_text(encoding="utf-8"),
        "reports.csv": forms.reports_text(_reports(found)),
        "verdicts.csv": forms.verdicts_text(words_on(found)),
    }


def _archive(members: Mapping[str, str]) -> bytes:
    whole = io.BytesIO()
    with ZipFile(whole, "w", ZIP_STORED) as archive:
        for name, text in members.items():
            archive.writestr(ZipInfo(name), text.encode())  # a ZipInfo without a day has 1 January 1980
    return whole.getvalue()


def _with_events(found: Sequence[Standing], registers: Registers) -> tuple[list[Terms], Calendar]:
    """The versions of every promise, and the calendar they are judged by.

    Promises whose own list of events is still empty name an event long before any promise. So do
    activities at events since taken away.
    """
    promises = [version.terms for standing in found for version in standing.versions]
    calendar = registers.calendar({name for name, _ in registers.events})
    known = {event.id for event in calendar.events}
    named = [deed.event_id for standing in found for deed in standing.evidence.current]
    gone = sorted({NO_EVENT.id, *named} - known - {""})
    events = (*calendar.events, *(replace(NO_EVENT, id=one) for one in gone))
    return promises, replace(calendar, events=events)


def _activities(found: Iterable[Standing]) -> list[Activity]:
    """What was done, by day; once for all the promises it serves where it counts the same in them."""
    rows: dict[tuple[object, ...], Activity] = {}
    for standing in found:
        for deed in standing.evidence.current:
            one = deed.counted(standing.terms)
            key = (deed.id, one.amount, one.place)
            served = rows[key].promises if key in rows else ()
            rows[key] = replace(one, promises=(*served, *one.promises), note="")
    return [rows[key] for key in sorted(rows, key=lambda key: (rows[key].done_on, str(key)))]


def _reports(found: Iterable[Standing]) -> list[PeriodReport]:
    """Who closed what. A word on one place closes nothing of a promise that is not judged by place."""
    return [
        closed.report
        for standing in found
        for closed in reversed(standing.evidence.closed)
        if closed.report.place is None or any(_is_placed(version.terms) for version in standing.versions)
    ]


def _is_placed(terms: Terms) -> bool:
    return terms.measure.spread is not None or terms.measure.kind is Kind.EACH_EVENT


def _expected(
    municipality: Municipality, found: Sequence[Standing], tallied: Sequence[Standing], on: date
) -> str:
    """What the page shows, with the Swedish words for it."""
    whole = {
        "municipality": municipality.short_name,
        "on": on,
        "tally": municipality_tally(one.assessment for one in tallied) if tallied else None,
        "promises": [_shown(one, in_tally=one in tallied) for one in found],
        "words": {status: say(f"status_{status}") for status in [*Status, WITHDRAWN]},
    }
    return forms.json_text(whole)


def _shown(standing: Standing, *, in_tally: bool) -> dict[str, object]:
    year, outcome = standing.assessment.headline
    is_withdrawn = standing.state == PromiseState.WITHDRAWN
    return {
        "promise": standing.public_id,
        "number": standing.number,
        "on": standing.assessment.on,
        "in_tally": in_tally,
        "withdrawn": is_withdrawn,
        "year": year,
        "status": WITHDRAWN if is_withdrawn else outcome.status,
        "cells": [forms.cell_fields(cell) for cell in standing.assessment.cells],
    }


def _read_me(municipality: Municipality, on: date) -> str:
    text = files("handslag.recount").joinpath("README.txt").read_text(encoding="utf-8")
    return text.format(municipality=municipality.name, on=on)
