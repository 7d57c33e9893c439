"""Random promises, activities and reports for Hypothesis, small enough that they meet."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from handslag.domain.judging.calendar import Calendar, Event, School, Season
from handslag.domain.judging.periods import Period
from handslag.domain.keeping.activities import Activity, ActivityStatus, PeriodReport
from handslag.domain.people.parties import Party
from handslag.domain.promises.terms import Kind, Measure, Per, Reading, Spread, Terms

PLACES = ("Nyland", "Ramvik", "Älandsbro")
SCHOOLS = ("norra", "södra", "västra")


def days(first: str = "2019-09-01", last: str = "2021-03-31") -> st.SearchStrategy[date]:
    return st.dates(date.fromisoformat(first), date.fromisoformat(last))


CALENDAR = Calendar(
    school_terms={
        "Härnösand": (
            Period(date(2019, 8, 20), date(2019, 12, 19)),
            Period(date(2020, 1, 8), date(2020, 6, 12)),
        ),
        "Mitt": (Period(date(2020, 1, 13), date(2020, 6, 17)), Period(date(2020, 8, 17), date(2020, 12, 18))),
    },
    schools=(
        School("norra", "", "Härnösand"),
        School("södra", "", "Härnösand"),
        School("västra", "", "Mitt"),
    ),
    seasons=(
        Season("vinter", date(2019, 12, 1), date(2020, 3, 31)),
        Season("vinter", date(2020, 12, 1), date(2021, 3, 31)),
        Season("sommar", date(2020, 6, 1), date(2020, 8, 31)),
    ),
    events=(
        Event("bad", date(2020, 1, 20), date(2020, 1, 20)),
        Event("konsert", date(2020, 7, 4), date(2020, 7, 4), "Ramvik"),
        Event("marknad", date(2020, 7, 3), date(2020, 7, 5), "Ramvik"),
    ),
)


@st.composite
def measures(draw: st.DrawFn) -> Measure:
    kind = draw(st.sampled_from([Kind.COUNT, Kind.COUNT, *Kind]))
    at_least = Decimal(draw(st.integers(1, 12)))
    if kind is Kind.QUANTITY:
        at_least += draw(st.sampled_from([Decimal("0"), Decimal("0.5"), Decimal("-0.75")]))
    if kind in (Kind.MILESTONE, Kind.EACH_EVENT, Kind.STANDING):
        at_least = Decimal(1)
    return Measure(
        kind,
        at_least,
        per=draw(st.sampled_from(Per)),
        reading=draw(st.sampled_from(Reading)),
        spread=None if kind is Kind.EACH_EVENT else draw(st.sampled_from([None, None, *Spread])),
        year_named=draw(st.booleans()),
        season="vinter",
    )


@st.composite
def promises(draw: st.DrawFn, promise: str = "p") -> Terms:
    start = draw(days("2019-09-01", "2020-07-31"))
    end = draw(st.none() | st.integers(0, 420).map(lambda n: start + timedelta(days=n)))
    review = draw(st.none() | st.just(start + timedelta(days=90))) if end is None else None
    schools = draw(st.sampled_from([(), SCHOOLS, SCHOOLS[:2]]))
    party = (Party.POLICE,)
    return Terms(promise, "Vi lovar.", party, start, draw(measures()), end, review, PLACES[:2], schools)


def activities(
    served: tuple[str, ...] = ("p",), status: ActivityStatus | None = None
) -> st.SearchStrategy[Activity]:
    return st.builds(
        Activity,
        promises=st.just(served),
        done_on=days(),
        amount=st.sampled_from([Decimal(0), Decimal(1), Decimal(1), Decimal(4), Decimal("2.5")]),
        place=st.sampled_from([None, *PLACES, *SCHOOLS]),
        status=st.sampled_from([*ActivityStatus, *[ActivityStatus.DONE] * 4])
        if status is None
        else st.just(status),
        event=st.sampled_from([None, None, None, "konsert", "annat"]),
    )


@st.composite
def reports(draw: st.DrawFn, promise: str = "p") -> PeriodReport:
    start, length, wait = draw(days()), draw(st.integers(0, 500)), draw(st.integers(-30, 60))
    end = start + timedelta(days=length)
    place = draw(st.sampled_from([None, None, *PLACES, *SCHOOLS]))
    return PeriodReport(
        promise, start, end, end + timedelta(days=wait), place, cause=draw(st.sampled_from(["", "a", "b"]))
    )


def as_versions(first: Terms, second: Terms, later: int) -> tuple[Terms, Terms]:
    """The two as versions of one promise, the second in force `later` days after the first."""
    shift = first.valid_from + timedelta(days=later) - second.valid_from
    moved = replace(
        second,
        version=2,
        valid_from=second.valid_from + shift,
        valid_to=second.valid_to and second.valid_to + shift,
        review_on=second.review_on and second.review_on + shift,
    )
    return replace(first, measure=_without_events(first.measure)), replace(
        moved, measure=_without_events(moved.measure)
    )


def withdrawn(first: Terms, second: Terms, later: int, *, taken_up: bool = False) -> list[Terms]:
    """The two versions, a third that withdraws them `later` days after, and the first taken up again."""
    gone_on = second.valid_from + timedelta(days=later)
    versions = [first, second, replace(second, version=3, valid_from=gone_on, withdrawn=True)]
    if taken_up:
        again = gone_on + timedelta(days=40)
        versions.append(replace(first, version=4, valid_from=again, valid_to=None, review_on=None))
    return versions


def _without_events(measure: Measure) -> Measure:
    """Events may overlap each other within one version; a count may not."""
    return replace(measure, kind=Kind.COUNT) if measure.kind is Kind.EACH_EVENT else measure
