"""Follow-up reports: which day each part is judged on, what is unknown, what must be decided."""

from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from handslag.domain.errors import NotFound
from handslag.domain.judging.cells import Status
from handslag.domain.keeping.activities import ActivityStatus
from handslag.domain.people.parties import Party
from handslag.domain.promises.terms import Kind, Per, PromiseState
from handslag.models.models import PeriodReport, Promise
from handslag.services.showing.reads.municipality import municipality_page
from handslag.services.showing.reads.reports import (
    FollowupReport,
    Need,
    Reported,
    followup_report,
    report_period,
    report_periods,
)
from tests.cast import Cast
from tests.make import make_activity, make_promise, make_round

ON = date(2019, 9, 2)
LATER = date(2020, 3, 1)


def report(part: str = "", year: int = 2019, on: date = ON) -> FollowupReport:
    return followup_report("harnosand", year=year, part=part, on=on)


def only(part: str = "", year: int = 2019, on: date = ON) -> Reported:
    return report(part, year, on).promises[0]


def close(promise: Promise, **words: str) -> None:
    span = {"start": date(2019, 4, 5), "end": date(2019, 12, 31), "closed_on": date(2020, 2, 1)}
    PeriodReport.objects.create(promise=promise, party=Party.POLICE, **(span | words))


def cells(row: Reported) -> list[tuple[Status, int, int]]:
    return [(cell.status, int(cell.done), int(cell.target or 0)) for cell in row.standing.assessment.cells]


@pytest.mark.parametrize("promises", [1, 3])
@pytest.mark.parametrize("part", ["", "t2"])
def test_a_report_costs_nine_queries(
    cast: Cast, promises: int, part: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(promises):
        make_activity(make_promise(cast.harnosand))
    with django_assert_num_queries(9):
        assert len(report(part).promises) == promises


@pytest.mark.parametrize(
    ("part", "start", "end"),
    [
        ("", date(2019, 1, 1), date(2019, 12, 31)),
        ("h2", date(2019, 7, 1), date(2019, 12, 31)),
        ("t1", date(2019, 1, 1), date(2019, 4, 30)),
        ("t3", date(2019, 9, 1), date(2019, 12, 31)),
    ],
)
def test_the_parts_of_a_year(part: str, start: date, end: date) -> None:
    days = report_period(2019, part).days
    assert (days.start, days.end) == (start, end)


@pytest.mark.parametrize(("year", "part"), [(2019, "t4"), (2019, "x"), (1999, ""), (2020, "")])
def test_there_is_no_report_on_other_or_coming_periods(cast: Cast, year: int, part: str) -> None:
    with pytest.raises(NotFound):
        report(part, year)


def test_the_year_that_goes_on_stands_as_on_the_public_page(cast: Cast) -> None:
    make_activity(make_promise(cast.harnosand))
    make_promise(cast.harnosand)
    make_promise(cast.harnosand, kind=Kind.STANDING)
    assert report().tally == municipality_page("harnosand", on=ON).tally


def test_a_part_that_went_on_is_judged_as_it_stood(cast: Cast) -> None:
    promise = make_promise(cast.harnosand)
    make_activity(promise)
    make_activity(promise, done_on=date(2019, 9, 1))
    assert cells(only("t2")) == [(Status.ON_TRACK, 1, 2)]
    assert cells(only("t3")) == [(Status.KEPT, 2, 2)]


def test_a_part_that_is_over_is_judged_with_what_was_said_later(cast: Cast) -> None:
    promise = make_promise(cast.harnosand)
    assert cells(only(on=LATER)) == [(Status.NOT_REPORTED, 0, 2)]
    close(promise)
    assert cells(only(on=LATER)) == [(Status.NOT_KEPT, 0, 2)]
    assert cells(only("t2", on=LATER)) == [(Status.BEHIND, 0, 2)]


def test_the_evidence_reaches_back_to_where_its_numbers_begin(cast: Cast) -> None:
    promise = make_promise(cast.harnosand)
    make_activity(promise, done_on=date(2019, 4, 20))
    make_activity(promise)
    make_activity(promise, done_on=date(2019, 9, 1))
    row = only("t2")
    assert [deed.done_on.month for deed in row.standing.evidence.done] == [6, 4]
    assert [deed.done_on.month for deed in row.done] == [6]


def test_a_milestone_made_after_the_period_shows_what_kept_it(cast: Cast) -> None:
    promise = make_promise(cast.harnosand, kind=Kind.MILESTONE, at_least=1, review_on=date(2019, 6, 30))
    make_activity(promise, done_on=date(2019, 7, 10))
    row = only("h1")
    assert row.standing.assessment.status is Status.KEPT
    assert [deed.done_on.month for deed in row.standing.evidence.done] == [7]


def test_a_thing_that_serves_two_promises_was_done_once(cast: Cast) -> None:
    make_activity(make_promise(cast.harnosand), make_promise(cast.harnosand))
    assert len(report().done) == 1


def test_only_promises_valid_in_the_period_are_in_it(cast: Cast) -> None:
    old = make_round(cast.harnosand, valid_from=date(2017, 1, 1), valid_to=date(2018, 12, 31), review_on=None)
    make_promise(cast.harnosand, round=old)
    make_promise(cast.harnosand, round=make_round(cast.harnosand))
    make_promise(cast.harnosand, round=make_round(cast.harnosand, valid_from=date(2019, 9, 1)))
    assert [row.standing.number for row in report("t2").promises] == [2]
    assert [row.standing.number for row in report(year=2018).promises] == [1]


def test_a_withdrawn_promise_is_shown_but_not_in_the_tally(cast: Cast) -> None:
    make_promise(cast.harnosand, state=PromiseState.WITHDRAWN)
    found = report()
    assert [row.is_withdrawn for row in found.promises] == [True]
    assert (found.tally, found.promises[0].needs) == ({}, ())


def test_silence_is_told_for_the_period_alone(cast: Cast) -> None:
    make_activity(make_promise(cast.harnosand))
    assert [only("t2").is_silent, only("t3", on=LATER).is_silent] == [False, True]


@pytest.mark.parametrize(("on", "is_silent"), [(date(2019, 9, 21), False), (date(2019, 9, 22), True)])
def test_a_period_that_has_just_begun_is_not_called_silent(cast: Cast, on: date, is_silent: bool) -> None:
    make_activity(make_promise(cast.harnosand))
    assert only("t3", on=on).is_silent == is_silent


@pytest.mark.parametrize(("on", "is_silent"), [(date(2019, 11, 30), False), (date(2020, 1, 30), True)])
def test_what_is_to_be_done_later_is_not_called_silent(cast: Cast, on: date, is_silent: bool) -> None:
    make_promise(cast.harnosand, kind=Kind.MILESTONE, per=Per.ONCE, by=date(2019, 12, 31))
    assert only("t3", on=on).is_silent == is_silent


def test_a_plan_whose_day_has_passed_is_unsettled(cast: Cast) -> None:
    promise = make_promise(cast.harnosand)
    for day in (date(2019, 8, 1), date(2019, 9, 20)):
        make_activity(promise, done_on=day, status=ActivityStatus.PLANNED)
    assert [deed.done_on for deed in only().unsettled] == [date(2019, 8, 1)]


def test_what_has_to_be_decided(cast: Cast) -> None:
    promise = make_promise(cast.harnosand, review_on=date(2021, 1, 1))
    assert only().needs == (Need.CATCH_UP,)
    assert only(on=LATER).needs == (Need.REPORT,)
    close(promise, cause="Sjukdom.")
    assert only(on=LATER).needs == (Need.DECIDE,)
    PeriodReport.objects.update(decision="Tas igen i mars.")
    assert only(on=LATER).needs == ()


def test_a_review_within_four_months_is_to_be_prepared(cast: Cast) -> None:
    make_activity(make_promise(cast.harnosand, at_least=1, review_on=date(2020, 1, 2)))
    assert only().needs == (Need.REVIEW,)


def test_what_follows_a_promise_that_ends_is_to_be_prepared(cast: Cast) -> None:
    make_activity(make_promise(cast.harnosand, at_least=1, review_on=None, valid_to=date(2019, 12, 31)))
    assert only().needs == (Need.RENEW,)


def test_a_thing_to_do_without_a_day_needs_one(cast: Cast) -> None:
    make_promise(cast.harnosand, kind=Kind.MILESTONE, at_least=1, per=Per.ONCE, review_on=None)
    assert only().needs == (Need.NAME_DAY,)


def test_a_promise_with_nothing_in_the_period_says_so(cast: Cast) -> None:
    make_promise(cast.harnosand, kind=Kind.EACH_EVENT, event_series="Marknader")
    row = only()
    assert (cells(row), [reason.code for reason in row.standing.assessment.reasons]) == ([], ["no_events"])


def test_the_list_of_periods_begins_with_the_first_promise(cast: Cast) -> None:
    make_promise(cast.harnosand)
    _face, found = report_periods("harnosand", on=ON)
    assert [one.part for one in found] == ["", "h1", "h2", "t1", "t2", "t3"]


def test_without_promises_there_are_no_periods(cast: Cast) -> None:
    assert report_periods("harnosand", on=ON)[1] == []
