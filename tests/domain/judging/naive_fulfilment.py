"""A second implementation of docs/rules/fulfilment.md §3 and §4, written from the page alone.

It goes day by day, asks every day for its period, and shares nothing with the first but the types
that carry the facts. Names of places are compared as they are; versions are left to the examples.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from handslag.domain.judging.calendar import Calendar
from handslag.domain.keeping.activities import Activity, ActivityStatus, PeriodReport
from handslag.domain.promises.terms import Kind, Measure, Per, Reading, Spread, Terms

ONE = timedelta(days=1)
Label = Callable[[date], object]  # the period a day lies in, by some name; None: in no period
NaiveCell = tuple[date, date | None, str, Decimal, Decimal | None, str]  # …, place, done, target, status


@dataclass
class Window:
    """A cell before anything is counted."""

    days: list[date]
    target: Decimal | None
    place: str = ""
    event: str = ""
    open_until: date | None = None  # last day that counts, where that is not the last of `days`


def naive_cells(
    terms: Terms, activities: list[Activity], reports: list[PeriodReport], on: date, calendar: Calendar
) -> list[NaiveCell]:
    return judged(terms, windows_of(terms, on, calendar), activities, reports, on, calendar)


def windows_of(terms: Terms, on: date, calendar: Calendar) -> list[Window]:
    """The cells before anything is counted; the same on every day where the promise has a last one."""
    return list(_windows(terms, on, calendar))


def judged(
    terms: Terms,
    windows: list[Window],
    activities: list[Activity],
    reports: list[PeriodReport],
    on: date,
    calendar: Calendar,
) -> list[NaiveCell]:
    cells = []
    for window in windows:
        done = _done(terms, window, activities, on, calendar)
        status = _status(terms, window, done, reports, on)
        end = None if window.open_until == date.max and not terms.review_on else window.days[-1]
        cells.append((window.days[0], end, window.place + window.event, done, window.target, status))
    return sorted(cells, key=lambda cell: (cell[0], cell[2]))


def naive_word(statuses: list[str]) -> str:
    judged = [status for status in statuses if status not in ("NOT_DUE", "CANNOT_BE_JUDGED")]
    if "NOT_KEPT" in judged:
        return "PARTLY_KEPT" if "KEPT" in judged else "NOT_KEPT"
    for word in ("NOT_REPORTED", "BEHIND", "ON_TRACK"):
        if word in judged:
            return word
    if judged:
        return "KEPT"
    return "NOT_DUE" if statuses and all(status == "NOT_DUE" for status in statuses) else "CANNOT_BE_JUDGED"


def _windows(terms: Terms, on: date, calendar: Calendar) -> Iterator[Window]:
    if terms.measure.kind is Kind.EACH_EVENT:
        for event in calendar.events:
            label = _between([(event.start, event.end)])
            for days in _runs(_validity(terms, event.end), label):
                yield Window(days, _target(terms, days, label), event.place or "", event.id)
        return
    places: list[str] = [""]
    if terms.measure.spread is Spread.PLACE:
        places = list(terms.places)
    elif terms.measure.spread is Spread.SCHOOL:
        places = list(terms.schools) or [school.id for school in calendar.schools]
    for place in places:
        for window in _windows_at(terms, on, calendar, place):
            window.place = place
            yield window


def _windows_at(terms: Terms, on: date, calendar: Calendar, place: str) -> Iterator[Window]:
    measure, label = terms.measure, _label(terms.measure, calendar, place or None, terms.schools)
    in_total = measure.per is Per.ONCE or measure.reading is Reading.IN_TOTAL
    if measure.kind is Kind.STANDING:
        for days in _begun(terms, on, lambda day: day.year):
            yield Window(days, None)
    elif measure.kind is Kind.MILESTONE or (in_total and terms.valid_to is None):
        last = measure.by or terms.valid_to
        days = _days(terms.valid_from, last or terms.review_on or terms.valid_from)
        yield Window(days, measure.at_least, open_until=last or date.max)
    elif in_total:
        yield Window(_validity(terms, on), measure.at_least)
    elif measure.reading is Reading.ON_AVERAGE:
        ended = terms.valid_to is not None
        for days in _begun(terms, on, (lambda day: "all") if ended else (lambda day: day.year)):
            judged = days
            if measure.year_named:
                judged = _days(date(days[0].year, 1, 1), date(days[-1].year, 12, 31))
            runs = _runs(judged, label)
            shares = [Fraction(len(run), len(_whole(run[0], label))) for run in runs]
            if shares:
                yield Window(days, Decimal(int(sum(shares) * Fraction(measure.at_least))))
    else:
        for days in _begun(terms, on, label):
            yield Window(days, _target(terms, days, label))


def _target(terms: Terms, days: list[date], label: Label) -> Decimal:
    whole = _whole(days[0], label)
    if whole == days or terms.measure.year_named:
        return terms.measure.at_least
    return Decimal(int(Fraction(terms.measure.at_least) * len(days) / len(whole)))


def _begun(terms: Terms, on: date, label: Label) -> list[list[date]]:
    """The windows up to the last day; until further notice those begun by `on`, or else the first."""
    if terms.valid_to is not None:
        return _runs(_validity(terms, on), label)
    runs = _runs(_validity(terms, max(on, terms.valid_from) + 420 * ONE), label)
    return [run for run in runs if run[0] <= on] or runs[:1]


def _validity(terms: Terms, until: date) -> list[date]:
    return _days(terms.valid_from, terms.valid_to or until)


def _runs(days: list[date], label: Label) -> list[list[date]]:
    runs: dict[object, list[date]] = {}
    for day in days:
        runs.setdefault(label(day), []).append(day)
    runs.pop(None, None)
    return list(runs.values())


def _whole(day: date, label: Label) -> list[date]:
    first = last = day
    while label(first - ONE) == label(day):
        first -= ONE
    while label(last + ONE) == label(day):
        last += ONE
    return _days(first, last)


def _days(first: date, last: date) -> list[date]:
    return [first + n * ONE for n in range((last - first).days + 1)]


def _label(measure: Measure, calendar: Calendar, place: str | None, schools: tuple[str, ...]) -> Label:
    match measure.per:
        case Per.DAY:
            return lambda day: day
        case Per.WEEK:
            return lambda day: day.isocalendar()[:2]
        case Per.TERM:
            asked = (place,) if measure.spread is Spread.SCHOOL else schools
            return _term_label(calendar, [school for school in asked if school])
        case Per.SEASON:
            return _between([(s.start, s.end) for s in calendar.seasons if s.name == measure.season])
    months = {Per.MONTH: 1, Per.QUARTER: 3, Per.TERTIAL: 4, Per.HALF_YEAR: 6, Per.YEAR: 12}.get(
        measure.per, 12
    )
    return lambda day: (day.year, (day.month - 1) // months)


def _between(spans: list[tuple[date, date]]) -> Label:
    return lambda day: next((span for span in spans if span[0] <= day <= span[1]), None)


def _term_label(calendar: Calendar, schools: list[str]) -> Label:
    authorities = {s.authority for s in calendar.schools if s.id in schools} or (
        set() if schools else set(calendar.school_terms)
    )
    own = calendar.school_terms.get(authorities.pop(), ()) if len(authorities) == 1 else ()
    listed = _between([(term.start, term.end) for term in own])
    named = {(term.start.year, term.start.month > 6) for term in own}

    def label(day: date) -> object:
        half = (day.year, day.month > 6)
        return listed(day) or (None if half in named else half)

    return label


def _done(terms: Terms, window: Window, activities: list[Activity], on: date, calendar: Calendar) -> Decimal:
    last = window.open_until or window.days[-1]
    done = Decimal(0)
    for activity in activities:
        if terms.id not in activity.promises or activity.status is not ActivityStatus.DONE:
            continue
        if activity.done_on > on or activity.done_on < terms.valid_from:
            continue
        if window.event:
            counts = _at_event(window, activity, terms, calendar)
        else:
            counts = window.days[0] <= activity.done_on <= last
            counts = counts and (terms.measure.spread is None or activity.place == window.place)
        done += activity.amount if counts else 0
    return done


def _at_event(window: Window, activity: Activity, terms: Terms, calendar: Calendar) -> bool:
    if activity.event is not None:
        return activity.event == window.event and activity.done_on >= window.days[0]
    fits = [
        event.id
        for event in calendar.events
        if event.start <= activity.done_on <= event.end
        and event.place in (None, activity.place)
        and terms.valid_from <= activity.done_on <= (terms.valid_to or date.max)
    ]
    return fits == [window.event]


def _status(terms: Terms, window: Window, done: Decimal, reports: list[PeriodReport], on: date) -> str:
    target, days = window.target, window.days
    if target is not None and on < days[0]:
        return "NOT_DUE"
    if not target:
        return "CANNOT_BE_JUDGED"
    if done >= target:
        return "KEPT"
    if window.open_until is not None:
        if (window.open_until == date.max and terms.review_on is None) or on <= days[-1]:
            return "NOT_DUE"
    elif on <= days[-1]:
        passed = sum(1 for day in days if day <= on)
        due = target if on == days[-1] else int(Fraction(target) * passed / len(days))
        return "BEHIND" if done < due else "ON_TRACK"
    closed = all(any(_closes(report, day, window, on) for report in reports) for day in days)
    return "NOT_KEPT" if closed else "NOT_REPORTED"


def _closes(report: PeriodReport, day: date, window: Window, on: date) -> bool:
    if report.closed_on > on or day > report.closed_on:
        return False
    return report.start <= day <= report.end and report.place in (None, window.place)
