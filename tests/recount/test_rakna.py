"""The script that journalists run: it shares no code with us and must reach the same answers."""

import ast
import json
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handslag.domain.judging.calendar import Calendar, School
from handslag.domain.judging.fulfilment import assess_all
from handslag.domain.keeping.activities import Activity, PeriodReport
from handslag.domain.keeping.places import Place
from handslag.domain.promises.terms import Kind, Measure, Terms
from handslag.formats import bundles as files
from handslag.recount import rakna
from tests.domain.judging import facts
from tests.domain.judging.worked_examples import examples

SOURCE = Path(rakna.__file__)
OPENED = Calendar(
    facts.CALENDAR.school_terms,
    (
        School("nya", "", "Mitt", first_on=date(2020, 7, 1)),
        School("södra", "", "Mitt", None, date(2020, 9, 1)),
    ),
    facts.CALENDAR.seasons,
    facts.CALENDAR.events,
)
REGISTER = (Place("Ramvik", ("Hamnbyn",)), Place("Nyland/Ås"), Place("Älandsbro"))
Facts = tuple[list[Terms], list[Activity], list[PeriodReport], date, Calendar]


def lay_out(folder: Path, facts_: Facts, **changed: object) -> None:
    """A bundle as services/showing/bundles.py makes it, from rule values."""
    terms, done, said, on, calendar = facts_
    found = assess_all(terms, done, said, on=on, calendar=calendar, places=REGISTER)[0]
    year, outcome = found.headline
    shown = {"promise": "p", "number": 1, "on": on, "in_tally": True, "withdrawn": False, "year": year}
    cells = [files.cell_fields(cell) for cell in found.cells]
    shown |= {"status": outcome.status, "cells": cells} | changed
    words = dict.fromkeys(["KEPT", "WITHDRAWN", *map(str, type(outcome.status))], "ord")
    page = {"municipality": "Härnösand", "on": on, "tally": {outcome.status: 1}, "words": words}
    written = {
        "promises.json": files.promises_text(terms),
        "activities.csv": files.activities_text(done),
        "reports.csv": files.reports_text(said),
        "calendar.json": files.calendar_text(calendar, REGISTER),
        "expected.json": files.json_text(page | {"promises": [shown]}),
    }
    for name, text in written.items():
        (folder / name).write_text(text, encoding="utf-8", newline="")


def named(terms: Terms, calendar: Calendar) -> Terms:
    """With its events by name, as a bundle has them."""
    if terms.measure.kind is not Kind.EACH_EVENT:
        return terms
    return replace(terms, measure=replace(terms.measure, events=tuple(event.id for event in calendar.events)))


calendars = st.sampled_from([facts.CALENDAR, OPENED])
some_activities = st.lists(facts.activities(), max_size=10)
some_reports = st.lists(facts.reports(), max_size=4)
OTHER_NAMES = st.sampled_from([{}, {"Ramvik": "hamnbyns"}, {"Nyland": "ÅS"}, {"Älandsbro": " älandsbro "}])


@settings(max_examples=1000)
@given(facts.promises(), some_activities, some_reports, facts.days("2019-08-01"), calendars, OTHER_NAMES)
def test_the_script_agrees_on_random_promises(
    terms: Terms,
    done: list[Activity],
    said: list[PeriodReport],
    on: date,
    calendar: Calendar,
    other: dict[str, str],
) -> None:
    renamed = [replace(one, place=other.get(one.place or "", one.place)) for one in done]
    with TemporaryDirectory() as folder:
        lay_out(Path(folder), ([named(terms, calendar)], renamed, said, on, calendar))
        assert rakna.main(Path(folder)) == 0


@settings(max_examples=300)
@given(facts.promises(), facts.promises(), st.integers(1, 300), some_activities, some_reports, facts.days())
def test_the_script_agrees_on_changed_promises(
    first: Terms, second: Terms, later: int, done: list[Activity], said: list[PeriodReport], on: date
) -> None:
    versions = list(facts.as_versions(first, second, later))
    with TemporaryDirectory() as folder:
        lay_out(Path(folder), (versions, done, said, on, facts.CALENDAR))
        assert rakna.main(Path(folder)) == 0


@settings(max_examples=1000)
@given(
    *(facts.promises(), facts.promises(), st.integers(1, 300), st.integers(1, 300)),
    *(st.booleans(), some_activities, some_reports, facts.days()),
)
def test_the_script_agrees_on_withdrawn_promises(
    first: Terms,
    second: Terms,
    later: int,
    gone: int,
    taken_up: bool,
    done: list[Activity],
    said: list[PeriodReport],
    on: date,
) -> None:
    versions = facts.withdrawn(*facts.as_versions(first, second, later), gone, taken_up=taken_up)
    with TemporaryDirectory() as folder:
        lay_out(Path(folder), (versions, done, said, on, facts.CALENDAR))
        assert rakna.main(Path(folder)) == 0


FACTS: Facts = (
    [Terms("p", "Vi lovar.", (), date(2020, 1, 1), Measure(Kind.COUNT), date(2020, 12, 31))],
    [Activity(("p",), date(2020, 3, 1))],
    [],
    date(2020, 6, 1),
    facts.CALENDAR,
)


def test_a_page_that_says_otherwise_is_told_apart(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lay_out(tmp_path, FACTS, status="BEHIND")
    assert rakna.main(tmp_path) == 1
    assert capsys.readouterr().out.splitlines() == [
        "1. ord: SKILJER SIG",
        "    sidan: status (2020, 'BEHIND')",
        "    räkningen: status (2020, 'KEPT')",
        "Härnösand 2020-06-01: 1 skiljer sig från sidan.",
    ]


def test_a_number_that_was_changed_afterwards_is_found(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lay_out(tmp_path, FACTS)
    page = json.loads((tmp_path / "expected.json").read_text(encoding="utf-8"))
    page["promises"][0]["cells"][0]["done"] = 4
    (tmp_path / "expected.json").write_text(json.dumps(page), encoding="utf-8")
    assert rakna.main(tmp_path) == 1
    assert capsys.readouterr().out.splitlines()[0] == "1. ord: SKILJER SIG"


def test_the_script_needs_only_the_standard_library_of_python_3_9() -> None:
    tree = ast.parse(SOURCE.read_text(encoding="utf-8"), feature_version=(3, 9))
    imported = {n.module.split(".")[0] for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) and n.module}
    imported |= {a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names}
    assert imported <= sys.stdlib_module_names
    assert len(SOURCE.read_text(encoding="utf-8").splitlines()) <= 320


def test_there_are_worked_examples_to_be_read_beside_it() -> None:
    assert len(examples()) > 30
