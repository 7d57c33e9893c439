"""The guarantees of docs/rules/fulfilment.md §9, each over random promises and facts."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from handslag.domain.judging.cells import Status
from handslag.domain.judging.fulfilment import Assessment, assess, assess_all
from handslag.domain.keeping.activities import Activity, ActivityStatus, PeriodReport
from handslag.domain.promises.terms import Terms
from tests.domain.judging import facts
from tests.domain.judging.naive_fulfilment import naive_cells, naive_word

some_activities = st.lists(facts.activities(), max_size=12)
some_reports = st.lists(facts.reports(), max_size=5)
CALENDAR = facts.CALENDAR
BEST_FIRST = (
    *(Status.KEPT, Status.ON_TRACK, Status.NOT_DUE, Status.CANNOT_BE_JUDGED),
    *(Status.BEHIND, Status.NOT_REPORTED, Status.NOT_KEPT),
)


def judge(terms: Terms, done: list[Activity], said: list[PeriodReport], on: date) -> Assessment:
    return assess(terms, done, said, on=on, calendar=CALENDAR)


def bare(assessment: Assessment) -> list[tuple[object, ...]]:
    """Everything of the cells but their reasons."""
    return [(c.start, c.end, c.place, c.event, c.done, c.target, c.status) for c in assessment.cells]


@settings(max_examples=1200)
@given(facts.promises(), some_activities, some_reports, facts.days("2019-08-01"))
def test_agrees_with_the_naive_implementation(
    terms: Terms, done: list[Activity], said: list[PeriodReport], on: date
) -> None:
    found = judge(terms, done, said, on)
    naive = naive_cells(terms, done, said, on, CALENDAR)
    assert naive == sorted(
        (c.start, c.end, (c.place or "") + (c.event or ""), c.done, c.target, c.status) for c in found.cells
    )
    assert found.status == naive_word([cell[-1] for cell in naive])


@settings(max_examples=300)
@given(
    facts.promises(),
    some_activities,
    some_reports,
    facts.days(),
    facts.activities(status=ActivityStatus.DONE),
)
def test_a_done_activity_never_worsens(
    terms: Terms, done: list[Activity], said: list[PeriodReport], on: date, more: Activity
) -> None:
    before, after = judge(terms, done, said, on), judge(terms, [*done, more], said, on)
    for old, new in zip(before.cells, after.cells, strict=True):
        assert BEST_FIRST.index(new.status) <= BEST_FIRST.index(old.status)


@settings(max_examples=300)
@given(facts.promises(), some_activities, facts.reports(), facts.days(), st.integers(0, 500))
def test_a_split_report_changes_nothing(
    terms: Terms, done: list[Activity], said: PeriodReport, on: date, cut: int
) -> None:
    middle = min(said.start + timedelta(days=cut), said.end)
    parts = [replace(said, end=middle)]
    if middle < said.end:
        parts.append(replace(said, start=middle + timedelta(days=1)))
    assert judge(terms, done, parts, on) == judge(terms, done, [said], on)


@settings(max_examples=300)
@given(facts.promises(), some_activities, facts.days("2020-01-01"), st.integers(1, 200))
def test_time_alone_never_decides(terms: Terms, done: list[Activity], on: date, later: int) -> None:
    known = [activity for activity in done if activity.done_on <= on]
    before, after = judge(terms, known, [], on), judge(terms, known, [], on + timedelta(days=later))
    ended = {(c.start, c.place, c.event): c.status for c in before.cells}
    decided = (Status.KEPT, Status.NOT_KEPT)
    for cell in after.cells:
        was = ended.get((cell.start, cell.place, cell.event))
        assert (cell.status in decided) == (was in decided)


@settings(max_examples=300)
@given(facts.promises(), some_activities, some_reports, facts.days())
def test_order_does_not_matter(
    terms: Terms, done: list[Activity], said: list[PeriodReport], on: date
) -> None:
    turned = replace(terms, places=terms.places[::-1], schools=terms.schools[::-1])
    assert judge(turned, done[::-1], said[::-1], on) == judge(terms, done, said, on)


@settings(max_examples=200)
@given(facts.promises(), facts.promises("q"), some_activities, some_activities, facts.days())
def test_an_activity_counts_once_in_each_promise(
    one: Terms, other: Terms, shared: list[Activity], own: list[Activity], on: date
) -> None:
    both = [replace(activity, promises=("q", "p", "q")) for activity in shared]
    found = assess_all([one, other], [*both, *own], on=on, calendar=CALENDAR)
    as_q = [replace(activity, promises=("q",)) for activity in shared]
    assert found == [judge(one, [*shared, *own], [], on), judge(other, as_q, [], on)]


@settings(max_examples=200)
@given(facts.promises(), some_activities, some_reports, facts.days())
def test_planned_cancelled_and_denied_never_count(
    terms: Terms, done: list[Activity], said: list[PeriodReport], on: date
) -> None:
    only_done = [activity for activity in done if activity.status is ActivityStatus.DONE]
    assert bare(judge(terms, done, said, on)) == bare(judge(terms, only_done, said, on))


@settings(max_examples=300)
@given(facts.promises(), some_activities, facts.days())
def test_every_activity_is_counted_once_or_told_why_not(terms: Terms, done: list[Activity], on: date) -> None:
    each_one = [replace(activity, amount=Decimal(1)) for activity in done]
    found = judge(terms, each_one, [], on)
    told = sum(Decimal(str(reason.params.get("activities", 0))) for reason in found.reasons)
    assert sum(cell.done for cell in found.cells) + told == len(done)


@settings(max_examples=500)
@given(*[facts.promises()] * 3, st.integers(1, 300), st.integers(1, 300), some_activities, facts.days())
def test_no_day_is_judged_by_two_versions(
    first: Terms, second: Terms, third: Terms, later: int, still_later: int, done: list[Activity], on: date
) -> None:
    first, second = facts.as_versions(first, second, later)
    third = replace(facts.as_versions(second, third, still_later)[1], version=3)
    found = assess(third, done, on=on, calendar=CALENDAR, earlier=[first, second])
    spans = {(cell.version, cell.start, cell.end) for cell in found.cells}
    for older in (1, 2):
        last = max(
            (end for version, _, end in spans if version == older and end is not None), default=date.min
        )
        assert all(start > last for version, start, _ in spans if version > older)
    for terms in (second, third):
        assert all(start < terms.valid_from for version, start, _ in spans if version < terms.version)


@settings(max_examples=1000)
@given(facts.promises(), some_activities, some_reports, facts.days("2019-12-01"), st.integers(1, 300))
def test_a_withdrawal_keeps_what_was_judged_and_flatters_nothing(
    terms: Terms, done: list[Activity], said: list[PeriodReport], on: date, later: int
) -> None:
    gone_on = terms.valid_from + timedelta(days=later)
    gone = replace(terms, version=2, valid_from=gone_on, withdrawn=True)
    done = [one for one in done if one.done_on < gone_on]  # others are refused when they are logged
    before = bare(judge(terms, done, said, on))
    after = bare(assess(gone, done, said, on=on, calendar=CALENDAR, earlier=[terms]))
    ended = [cell for cell in before if isinstance(cell[1], date) and cell[1] < gone_on]
    assert [cell for cell in after if cell in ended] == ended
    kept = [(cell[0], cell[2], cell[3]) for cell in before if cell[-1] is Status.KEPT]
    assert all((cell[0], cell[2], cell[3]) in kept for cell in after if cell[-1] is Status.KEPT)
    assert all(isinstance(cell[1], date) and cell[1] < gone_on for cell in after)
