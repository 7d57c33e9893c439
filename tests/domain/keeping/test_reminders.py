"""Who is asked, when, and who is asked next: docs/rules/reminders.md, day by day."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from handslag.domain.judging.fulfilment import assess
from handslag.domain.keeping.activities import Activity, PeriodReport
from handslag.domain.keeping.reminders import (
    LADDER,
    NOTE_DAY,
    REVIEWS,
    WARNINGS,
    Member,
    People,
    Plan,
    Silence,
    Step,
    Topic,
    Watched,
    due,
    rate,
    silence,
)
from handslag.domain.people.parties import Party
from handslag.domain.promises.terms import Kind, Measure, Per, Spread, Terms

OWNER, DEPUTY = Member("owner", Party.POLICE), Member("deputy", Party.POLICE)
SIGNATORY, COORDINATOR = Member("signatory", Party.MUNICIPALITY), Member("coordinator", Party.MUNICIPALITY)
PEOPLE = People((OWNER,), (DEPUTY,), (SIGNATORY,), (COORDINATOR,))
SIGNED = date(2018, 12, 20)
TWO_A_YEAR = Terms(
    id="p",
    text="Polisen går två kvällar om året.",
    parties=(Party.POLICE,),
    valid_from=date(2019, 1, 1),
    valid_to=date(2019, 12, 31),
    measure=Measure(Kind.COUNT, at_least=Decimal(2), per=Per.YEAR),
)
MONTHLY = replace(TWO_A_YEAR, measure=Measure(Kind.COUNT, per=Per.MONTH))
DAILY = replace(TWO_A_YEAR, measure=Measure(Kind.COUNT, per=Per.DAY), valid_to=date(2019, 1, 6))


def watched(
    on: date,
    terms: Terms = TWO_A_YEAR,
    *done: date,
    people: People = PEOPLE,
    reports: Iterable[PeriodReport] = (),
    plans: tuple[Plan, ...] = (),
    public_on: date = SIGNED,
) -> Watched:
    activities = [Activity(("p",), day) for day in done]
    assessment = assess(terms, activities, reports, on=on)
    return Watched(assessment, people, public_on, terms.review_on, plans)


def asked(one: Watched, *sent: str) -> list[tuple[str, str]]:
    """Who is asked what, without the digests."""
    found = due([one], sent, on=one.assessment.on, where="harnosand")
    return [(r.person, r.step) for r in found if r.step is not Step.DIGEST]


def weekly(one: Watched, *sent: str) -> list[tuple[str, list[str]]]:
    """Whose digest goes and what stands in it."""
    found = due([one], sent, on=one.assessment.on, where="harnosand")
    return [(r.person, [m.topic for m in r.matters]) for r in found if r.step is Step.DIGEST]


# The ladder


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2020, 1, 1), [("owner", "ask_owner")]),
        (date(2020, 1, 7), [("owner", "ask_owner")]),
        (date(2020, 1, 8), [("deputy", "ask_deputy"), ("owner", "ask_owner")]),
        (date(2020, 1, 14), [("deputy", "ask_deputy"), ("owner", "ask_owner")]),
        (
            date(2020, 1, 15),
            [("deputy", "ask_deputy"), ("owner", "ask_owner"), ("signatory", "ask_signatory")],
        ),
    ],
)
def test_a_year_nobody_reported_climbs_the_ladder(day: date, expected: list[tuple[str, str]]) -> None:
    assert asked(watched(day)) == expected


def test_a_year_that_was_kept_asks_nobody() -> None:
    assert asked(watched(date(2020, 1, 20), TWO_A_YEAR, date(2019, 2, 1), date(2019, 3, 1))) == []


def test_a_year_that_was_closed_asks_nobody() -> None:
    report = PeriodReport("p", date(2019, 1, 1), date(2019, 12, 31), date(2020, 1, 10))
    assert asked(watched(date(2020, 1, 20), reports=[report])) == []
    assert (
        silence(watched(date(2020, 3, 1), reports=[report]).assessment, SIGNED, on=date(2020, 3, 1)) is None
    )


def test_what_has_gone_does_not_go_again() -> None:
    one = watched(date(2020, 1, 8))
    key = "ask_owner:p:2019-01-01:2019-12-31:owner"
    assert asked(one, key) == [("deputy", "ask_deputy")]


def test_who_is_named_later_is_asked_then() -> None:
    new = replace(PEOPLE, owners=(Member("new", Party.POLICE),))
    gone = ("ask_owner:p:2019-01-01:2019-12-31:owner",)
    assert asked(watched(date(2020, 1, 3), people=new), *gone) == [("new", "ask_owner")]


def test_where_nobody_is_named_the_coordinators_stand_in() -> None:
    nobody = replace(PEOPLE, owners=(), deputies=())
    assert asked(watched(date(2020, 1, 2), people=nobody)) == [("coordinator", "ask_owner")]
    assert asked(watched(date(2020, 1, 9), people=nobody)) == [("coordinator", "ask_deputy")]


def test_where_there_is_no_coordinator_those_who_signed_are_asked_from_the_first_day() -> None:
    assert asked(watched(date(2020, 1, 2), people=People(signatories=(SIGNATORY,)))) == [
        ("signatory", "ask_owner")
    ]


def test_nobody_at_all_is_no_error() -> None:
    assert asked(watched(date(2020, 1, 2), people=People())) == []


def test_schools_with_the_same_days_are_one_question() -> None:
    measure = Measure(Kind.COUNT, per=Per.YEAR, spread=Spread.PLACE)
    spread = replace(TWO_A_YEAR, measure=measure, places=("Ramvik", "Viksjö", "Gådeå"))
    one = watched(date(2020, 1, 1), spread)
    assert asked(one) == [("owner", "ask_owner")]
    assert len(due([one], (), on=date(2020, 1, 1), where="x")[0].matters[0].cells) == 3


def test_days_are_asked_about_a_week_at_a_time() -> None:
    assert asked(watched(date(2019, 1, 6), DAILY)) == []
    assert len(asked(watched(date(2019, 1, 7), DAILY))) == 6


def test_nothing_is_asked_before_the_promise_was_public() -> None:
    published = date(2020, 3, 1)
    assert asked(watched(date(2020, 2, 29), public_on=published)) == []
    assert asked(watched(date(2020, 3, 1), public_on=published)) == [("owner", "ask_owner")]


# What residents read


@pytest.mark.parametrize(("day", "is_said"), [(date(2020, 1, 21), False), (date(2020, 1, 22), True)])
def test_residents_are_told_on_day_22(day: date, is_said: bool) -> None:
    note = Silence(date(2020, 1, 1), date(2019, 1, 1), date(2019, 12, 31), 1)
    assert silence(watched(day).assessment, SIGNED, on=day) == (note if is_said else None)


def test_the_note_tells_of_the_oldest_of_several_periods() -> None:
    on = date(2019, 4, 22)
    note = silence(watched(on, MONTHLY).assessment, SIGNED, on=on)
    assert note == Silence(date(2019, 2, 1), date(2019, 1, 1), date(2019, 1, 31), 3)


# Before the period ends


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2019, 11, 18), []),
        (date(2019, 11, 19), [("owner", "closes_short")]),
        (date(2019, 12, 31), [("owner", "closes_short")]),
    ],
)
def test_a_year_warns_42_days_before_its_end(day: date, expected: list[tuple[str, str]]) -> None:
    assert asked(watched(day, TWO_A_YEAR, date(2019, 2, 1))) == expected


def test_a_leap_february_warns_seven_days_before_its_29th() -> None:
    leap = replace(MONTHLY, valid_from=date(2020, 2, 1), valid_to=date(2020, 2, 29))
    assert asked(watched(date(2020, 2, 21), leap)) == []
    assert asked(watched(date(2020, 2, 22), leap)) == [("owner", "closes_short")]


def test_a_pace_that_will_do_warns_nobody() -> None:
    hours = replace(TWO_A_YEAR, measure=Measure(Kind.COUNT, at_least=Decimal(12), per=Per.YEAR))
    every_month = [date(2019, month, 10) for month in range(1, 12)]
    assert asked(watched(date(2019, 11, 25), hours, *every_month)) == []
    assert asked(watched(date(2019, 11, 25), hours, *every_month[1:])) == [("owner", "closes_short")]


@pytest.mark.parametrize(
    ("amount", "days", "expected"),
    [
        ("2", 43, (21, Decimal(0))),
        ("1", 1, (1, Decimal(0))),
        ("3", 2, (0, Decimal("1.5"))),
        ("37.5", 7, (0, Decimal("5.4"))),
        ("0.5", 7, (0, Decimal("0.1"))),
    ],
)
def test_the_rate_is_always_enough(amount: str, days: int, expected: tuple[int, Decimal]) -> None:
    assert rate(Decimal(amount), days) == expected


# Reviews and plans


@pytest.mark.parametrize(
    ("left", "step"), [(61, None), (60, "review_60"), (31, "review_60"), (30, "review_30"), (7, "review_7")]
)
def test_a_review_is_told_60_30_and_7_days_before(left: int, step: str | None) -> None:
    review = date(2020, 4, 5)
    terms = replace(TWO_A_YEAR, valid_from=date(2020, 1, 1), valid_to=None, review_on=review)
    found = asked(watched(review - timedelta(days=left), terms))
    assert found == ([("coordinator", step), ("owner", step)] if step else [])


def test_a_review_that_has_been_is_not_told_of() -> None:
    terms = replace(TWO_A_YEAR, review_on=date(2019, 6, 1))
    assert asked(watched(date(2019, 6, 2), terms)) == []


def test_a_plan_that_has_passed_is_asked_of_the_owner_of_its_party() -> None:
    both = replace(PEOPLE, owners=(OWNER, Member("town", Party.MUNICIPALITY)))
    plans = (Plan("deed", date(2019, 5, 7), Party.MUNICIPALITY),)
    assert asked(watched(date(2019, 5, 7), people=both, plans=plans)) == []
    assert asked(watched(date(2019, 5, 8), people=both, plans=plans)) == [("town", "plan_passed")]


def test_one_plan_for_two_promises_is_asked_about_once() -> None:
    plans = (Plan("deed", date(2019, 5, 7), Party.POLICE),)
    one = watched(date(2019, 5, 8), plans=plans)
    found = due([one, one], (), on=date(2019, 5, 8), where="harnosand")
    assert [r.key for r in found if r.step is not Step.DIGEST] == ["plan_passed:deed:owner"]


# The week


def test_the_digest_of_a_monday_goes_to_owner_and_deputy() -> None:
    assert weekly(watched(date(2020, 1, 6))) == [("deputy", ["unreported"]), ("owner", ["unreported"])]


def test_a_quiet_week_has_no_digest() -> None:
    assert weekly(watched(date(2019, 3, 4))) == []


def test_what_comes_after_monday_waits_for_the_next() -> None:
    tuesday = date(2019, 10, 1)
    assert weekly(watched(tuesday, MONTHLY, *(date(2019, m, 1) for m in range(1, 9)))) == []


def test_a_digest_that_could_not_go_on_monday_goes_on_tuesday_once() -> None:
    one = watched(date(2020, 1, 7))
    assert len(weekly(one)) == 2
    keys = ("digest:harnosand:2020-W02:owner", "digest:harnosand:2020-W02:deputy")
    assert weekly(one, *keys) == []


@pytest.mark.parametrize("done", [(), (date(2019, 1, 2),)])
def test_what_was_behind_on_a_monday_that_could_not_go_goes_on_tuesday(done: tuple[date, ...]) -> None:
    monday = date(2019, 7, 8)
    hours = replace(TWO_A_YEAR, measure=Measure(Kind.COUNT, at_least=Decimal(4), per=Per.YEAR))
    for day in (monday, monday + timedelta(days=1)):
        assert weekly(watched(day, hours, *done)) == [("deputy", ["behind"]), ("owner", ["behind"])]


def test_what_is_behind_from_tuesday_waits_for_the_next_week() -> None:
    tuesday = date(2019, 7, 2)  # half the year: the first of two is due
    assert weekly(watched(tuesday)) == []
    assert weekly(watched(tuesday + timedelta(days=6))) == [("deputy", ["behind"]), ("owner", ["behind"])]


def test_a_plan_of_the_week_that_could_not_go_on_monday_goes_on_tuesday() -> None:
    tuesday = date(2019, 3, 5)
    known = [Plan("deed", date(2019, 3, 7), Party.POLICE, known_on) for known_on in (SIGNED, tuesday)]
    found = [weekly(watched(tuesday, plans=(plan,))) for plan in known]
    assert found == [[("deputy", ["planned"]), ("owner", ["planned"])], []]


def test_the_week_names_its_plans_and_each_matter_once() -> None:
    plans = (
        Plan("past", date(2019, 12, 1), Party.POLICE),
        Plan("thursday", date(2019, 12, 5), Party.POLICE),
        Plan("later", date(2019, 12, 9), Party.POLICE),
    )
    (digest, _) = weekly(watched(date(2019, 12, 2), plans=plans))
    assert digest[1] == [Topic.CLOSES_SHORT, Topic.PLAN_PASSED, Topic.PLANNED]


def test_the_week_of_a_new_year_has_the_year_of_its_thursday() -> None:
    found = due([watched(date(2019, 12, 30))], (), on=date(2019, 12, 30), where="harnosand")
    assert found[0].key == "digest:harnosand:2020-W01:deputy"


# The page that tells it

PAGE = (Path(__file__).parents[3] / "docs/rules/reminders.md").read_text(encoding="utf8")


def test_the_ladder_is_as_its_page_says() -> None:
    rows = re.findall(r"^\| (\d+) \| (?:`(\w+)`|public note) \|", PAGE, re.M)
    assert [(step, int(day)) for day, step in rows] == [*LADDER, ("", NOTE_DAY)]


def test_the_warnings_are_as_their_page_says() -> None:
    rows = re.findall(r"^\| (\d+) days \| (\d+) \|", PAGE, re.M)
    assert [(int(days), int(before)) for days, before in rows] == [*WARNINGS]


def test_the_reviews_are_as_their_page_says() -> None:
    rows = re.findall(r"^\| `(review_\d+)` \| (\d+) days before", PAGE, re.M)
    assert [(int(days), step) for step, days in rows] == [*REVIEWS][::-1]


def test_every_step_stands_on_the_page() -> None:
    assert {step for step in Step if f"`{step}`" not in PAGE} == set()
