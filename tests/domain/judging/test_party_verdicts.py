"""A party's own verdict beside the computed status: when they say the same, and what it can be about."""

from dataclasses import replace
from datetime import date

import pytest

from handslag.domain.judging.calendar import Calendar, Event
from handslag.domain.judging.cells import Status
from handslag.domain.judging.fulfilment import assess
from handslag.domain.judging.party_verdicts import Verdict, computed, differs, ended_periods
from handslag.domain.judging.periods import Period
from handslag.domain.keeping.activities import Activity
from handslag.domain.people.parties import Party
from handslag.domain.promises.terms import Kind, Measure, Per, Spread, Terms

MONTHLY = Terms(
    "p",
    "Vi lovar.",
    (Party.POLICE,),
    date(2019, 1, 1),
    Measure(Kind.COUNT, per=Per.MONTH, spread=Spread.PLACE),
    places=("Ramvik", "Viksjö"),
)


@pytest.mark.parametrize(
    ("verdict", "says_the_same"),
    [
        (Verdict.KEPT, {Status.KEPT, Status.ON_TRACK}),
        (Verdict.PARTLY, {Status.PARTLY_KEPT, Status.BEHIND}),
        (Verdict.NOT_KEPT, {Status.NOT_KEPT}),
        (Verdict.CANNOT_SAY, set(Status)),
    ],
)
def test_a_verdict_differs_from_every_status_that_says_something_else(
    verdict: Verdict, says_the_same: set[Status]
) -> None:
    agreed = {status for status in Status if not differs(verdict, status)}
    assert agreed == says_the_same | {Status.NOT_DUE, Status.CANNOT_BE_JUDGED}


def test_what_is_not_judged_contradicts_nobody() -> None:
    assert not differs(Verdict.NOT_KEPT, None)


def test_periods_that_are_over_can_be_spoken_of_latest_first_and_once() -> None:
    found = ended_periods(assess(MONTHLY, [], on=date(2019, 3, 31)))
    assert [one.period for one in found] == [
        Period(date(2019, 2, 1), date(2019, 2, 28)),
        Period(date(2019, 1, 1), date(2019, 1, 31)),
    ]


def test_two_events_of_the_same_day_are_spoken_of_each_by_itself() -> None:
    day = date(2019, 6, 4)
    terms = replace(MONTHLY, measure=Measure(Kind.EACH_EVENT), places=())
    calendar = Calendar(events=(Event("a", day, day), Event("b", day, day)))
    kept = Activity(("p",), day, event="b")
    assessment = assess(terms, [kept], on=date(2019, 7, 1), calendar=calendar)
    found = ended_periods(assessment)
    assert [one.key for one in found] == ["2019-06-04_2019-06-04_a", "2019-06-04_2019-06-04_b"]
    assert [computed(assessment, one.period, one.event) for one in found] == [
        Status.NOT_REPORTED,
        Status.KEPT,
    ]


def test_a_verdict_is_compared_with_its_own_period_or_with_the_headline() -> None:
    assessment = assess(MONTHLY, [], on=date(2019, 3, 1))
    january = Period(date(2019, 1, 1), date(2019, 1, 31))
    assert computed(assessment, january) is Status.NOT_REPORTED
    assert computed(assessment, None) is assessment.headline[1].status
    assert computed(assessment, Period(date(2019, 1, 1), date(2019, 1, 30))) is None
