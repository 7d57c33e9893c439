"""How the stored promises stand: the same answers as `assess`, in a fixed number of queries."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from pytest_django import DjangoAssertNumQueries

from handslag.clock import STOCKHOLM
from handslag.domain.judging.cells import Status
from handslag.domain.keeping.activities import ActivityStatus
from handslag.domain.people.parties import Party
from handslag.domain.promises.terms import Kind, Per, PromiseState, Spread
from handslag.models.models import Event, PeriodReport, Place, Promise, School, SchoolAuthority, SchoolTerm
from handslag.services.judging.reads.standings import Standing, standings, standings_of
from tests.cast import Cast
from tests.make import make_activity, make_promise

ON = date(2019, 9, 2)


def only(cast: Cast, on: date = ON) -> Standing:
    return standings(cast.harnosand, on=on)[0]


def close(promise: Promise, start: date, end: date, closed_on: date) -> PeriodReport:
    return PeriodReport.objects.create(
        promise=promise, start=start, end=end, closed_on=closed_on, party=Party.POLICE, cause="Skogsbränder."
    )


def statuses(standing: Standing) -> list[tuple[str | None, Status]]:
    return [(cell.place, cell.status) for cell in standing.assessment.cells]


@pytest.mark.parametrize("promises", [1, 3])
def test_any_number_of_promises_costs_seven_queries(
    cast: Cast, promises: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(promises):
        make_activity(make_promise(cast.harnosand))
    make_activity(make_promise(cast.solleftea))
    with django_assert_num_queries(7):
        found = standings_of([cast.harnosand, cast.solleftea], on=ON)
    assert [len(some) for some in found.values()] == [promises, 1]


def test_a_promise_without_evidence_stands(cast: Cast) -> None:
    make_promise(cast.harnosand)
    assert only(cast).assessment.status is Status.BEHIND
    assert only(cast).evidence.last_said is None


def test_drafts_are_left_out(cast: Cast) -> None:
    make_promise(cast.harnosand, state=PromiseState.DRAFT)
    assert standings(cast.harnosand, on=ON) == []


def test_a_corrected_activity_counts_once(cast: Cast) -> None:
    promise = make_promise(cast.harnosand)
    first = make_activity(promise)
    make_activity(promise, replaces=first, reason="Fel dag.", done_on=date(2019, 6, 15))
    standing = only(cast)
    assert standing.assessment.cells[0].done == 1
    assert [(deed.done_on.day, deed.replaced) for deed in standing.evidence.deeds] == [
        (15, False),
        (14, True),
    ]


def test_who_reported_last_is_whoever_said_something_done(cast: Cast) -> None:
    promise = make_promise(cast.harnosand)
    make_activity(promise)
    make_activity(promise, status=ActivityStatus.PLANNED, logged_at=datetime(2019, 8, 1, tzinfo=STOCKHOLM))
    assert only(cast).evidence.last_said == (date(2019, 6, 15), Party.POLICE)


def test_closing_the_year_decides_it(cast: Cast) -> None:
    promise = make_promise(cast.harnosand)
    make_activity(promise)
    close(promise, date(2019, 1, 1), date(2019, 12, 31), date(2020, 2, 1))
    assert [cell.status for cell in only(cast, date(2020, 2, 2)).assessment.cells][:1] == [Status.NOT_KEPT]


def test_hours_count_for_a_promise_of_hours(cast: Cast) -> None:
    promise = make_promise(cast.harnosand, kind=Kind.QUANTITY, at_least=Decimal(10), unit="timmar")
    make_activity(promise, hours=Decimal("2.5"), count=7)
    assert only(cast).assessment.cells[0].done == Decimal("2.5")


def test_a_place_is_known_by_its_other_name(cast: Cast) -> None:
    Place.objects.create(municipality=cast.harnosand, name="Ramvik", aliases=["Hälledal"])
    other = Place.objects.create(municipality=cast.harnosand, name="Hälledal")
    promise = make_promise(
        cast.harnosand, at_least=Decimal(1), spread=Spread.PLACE, places=["Ramvik", "Viksjö"]
    )
    make_activity(promise, place=other)
    assert statuses(only(cast)) == [("Ramvik", Status.KEPT), ("Viksjö", Status.ON_TRACK)]


def test_every_school_is_judged_by_its_own_terms(cast: Cast) -> None:
    authority = SchoolAuthority.objects.create(municipality=cast.harnosand, name="Härnösands kommun")
    SchoolTerm.objects.create(authority=authority, start=date(2019, 1, 8), end=date(2019, 6, 12))
    north, south = (
        School.objects.create(municipality=cast.harnosand, authority=authority, name=name)
        for name in ("Norra skolan", "Södra skolan")
    )
    promise = make_promise(
        cast.harnosand, at_least=Decimal(1), per=Per.TERM, spread=Spread.SCHOOL, valid_from=date(2019, 1, 1)
    )
    make_activity(promise, school=north, done_on=date(2019, 3, 1))
    make_activity(promise, school=south, done_on=date(2019, 6, 20))
    assert statuses(only(cast, date(2019, 6, 30)))[:2] == [
        ("Norra skolan", Status.KEPT),
        ("Södra skolan", Status.NOT_REPORTED),
    ]


def test_only_the_events_of_its_series_bind_a_promise(cast: Cast) -> None:
    for series in ("Invånardialoger", "Storhelger"):
        day = date(2019, 5, 14)
        Event.objects.create(municipality=cast.harnosand, series=series, name=series, start=day, end=day)
    promise = make_promise(
        cast.harnosand, kind=Kind.EACH_EVENT, at_least=Decimal(1), event_series="Invånardialoger"
    )
    make_activity(promise, event=Event.objects.get(series="Invånardialoger"), done_on=date(2019, 5, 14))
    standing = only(cast)
    assert statuses(standing) == [(None, Status.KEPT)]
    assert [*standing.event_names.values()] == ["Invånardialoger"]


def test_the_version_in_force_is_the_one_shown(cast: Cast) -> None:
    promise = make_promise(cast.harnosand)
    first = promise.versions.get()
    first.pk, first.version, first.valid_from, first.at_least = None, 2, date(2020, 1, 1), Decimal(4)
    first.reason = "Parterna höjde antalet."
    first.save()
    assert [only(cast, on).terms.measure.at_least for on in (ON, date(2020, 1, 1))] == [2, 4]
    assert [version.reason for version in only(cast).versions] == ["", "Parterna höjde antalet."]


def test_one_promise_comes_with_its_aim_and_what_serves_it(cast: Cast) -> None:
    aim, other, serving = (make_promise(cast.harnosand) for _ in range(3))
    serving.aim = aim
    serving.save()
    assert [s.number for s in standings(cast.harnosand, on=ON, numbers=[serving.number])] == [1, 3]
    assert [s.number for s in standings(cast.harnosand, on=ON, numbers=[aim.number])] == [1, 3]
    assert [s.number for s in standings(cast.harnosand, on=ON, numbers=[other.number])] == [2]
