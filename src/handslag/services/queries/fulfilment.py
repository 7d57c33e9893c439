"""How the promises of a municipality stand: the tables turned into rule values and assessed.

A constant number of queries, whatever the number of promises and activities.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from django.db.models import QuerySet, prefetch_related_objects

from handslag.domain import activities, calendar
from handslag.domain import places as domain_places
from handslag.domain.activities import ActivityStatus
from handslag.domain.fulfilment import Assessment, assess_all
from handslag.domain.periods import Period
from handslag.domain.promises import Kind, Measure, Party, PromiseState, Spread, Terms
from handslag.models.models import ActivityPromise, Event, Municipality, PeriodReport, Promise, PromiseVersion


@dataclass(frozen=True, slots=True)
class Standing:
    """One promise that is or was public, its terms in force, and how it stands."""

    number: int
    perspective: str
    state: PromiseState
    target_groups: tuple[str, ...]
    event_series: str
    terms: Terms
    assessment: Assessment

    @property
    def public_id(self) -> str:
        return self.terms.id


def standings(
    municipality: Municipality, *, on: date, numbers: Iterable[int] | None = None
) -> list[Standing]:
    """The promises of `municipality` (only those with `numbers`, if given) at the end of the day `on`.

    In the order they were promised; drafts are left out. Ten queries.
    """
    prefetch_related_objects([municipality], "schools__authority__terms", "places", "events")
    found = Promise.objects.filter(municipality=municipality).exclude(state=PromiseState.DRAFT)
    if numbers is not None:
        found = found.filter(number__in=list(numbers))
    promises = list(found.select_related("aim").prefetch_related("versions"))
    done = _activities(promises)
    said = _reports(promises)
    return [_standing(promise, municipality, done[promise.pk], said[promise.pk], on) for promise in promises]


def _standing(
    promise: Promise,
    municipality: Municipality,
    done: list[ActivityPromise],
    said: list[activities.PeriodReport],
    on: date,
) -> Standing:
    promise.municipality = municipality  # its schools are prefetched
    versions = list(promise.versions.all())
    terms = [_terms(version, promise, municipality) for version in versions]
    series = {event.series for event in municipality.events.all()} & {v.event_series for v in versions}
    assessment = assess_all(
        terms,
        [_activity(link, terms[-1]) for link in done],
        said,
        on=on,
        calendar=_calendar(municipality, series),
        places=_register(municipality),
    )[0]
    last = versions[-1]
    return Standing(
        number=promise.number,
        perspective=promise.perspective,
        state=PromiseState(promise.state),
        target_groups=tuple(last.target_groups),
        event_series=last.event_series,
        terms=terms[-1],
        assessment=assessment,
    )


def _terms(version: PromiseVersion, promise: Promise, municipality: Municipality) -> Terms:
    version.promise = promise
    terms = replace(version.terms(), version=version.version)
    return replace(terms, measure=_with_events(terms.measure, version.event_series, municipality))


def _with_events(measure: Measure, series: str, municipality: Municipality) -> Measure:
    """The events a promise is tied to are those of its series, as they are known today."""
    if measure.kind is not Kind.EACH_EVENT:
        return measure
    events = tuple(event.public_id for event in municipality.events.all() if event.series == series)
    return replace(measure, events=events)


def _activities(promises: list[Promise]) -> Mapping[int, list[ActivityPromise]]:
    """What counts for each promise now: no row that has been corrected since."""
    links: QuerySet[ActivityPromise] = ActivityPromise.objects.filter(
        promise__in=promises, activity__replaced_by__isnull=True
    ).select_related("activity__place", "activity__school", "activity__event")
    found: defaultdict[int, list[ActivityPromise]] = defaultdict(list)
    for link in links:
        found[link.promise_id].append(link)
    return found


def _activity(link: ActivityPromise, terms: Terms) -> activities.Activity:
    row = link.activity
    by_school = terms.measure.spread is Spread.SCHOOL
    where = (row.school or row.place) if by_school else (row.place or row.school)
    counts_hours = terms.measure.kind is Kind.QUANTITY
    return activities.Activity(
        promises=(terms.id,),
        done_on=row.done_on,
        amount=(row.hours or Decimal(0)) if counts_hours else Decimal(row.count),
        place=where.name if where else None,
        status=ActivityStatus(row.status),
        event=row.event.public_id if row.event else None,
        party=Party(row.party),
        note=row.note,
    )


def _reports(promises: list[Promise]) -> Mapping[int, list[activities.PeriodReport]]:
    found: defaultdict[int, list[activities.PeriodReport]] = defaultdict(list)
    rows = PeriodReport.objects.filter(promise__in=promises)
    for row in rows.select_related("promise", "place", "school"):
        found[row.promise_id].append(row.report())
    return found


def _calendar(municipality: Municipality, series: Iterable[str]) -> calendar.Calendar:
    """Schools with their terms, and the events of `series`; no series, no events."""
    schools = list(municipality.schools.all())
    return calendar.Calendar(
        school_terms={
            school.authority.name: tuple(
                Period(term.start, term.end) for term in school.authority.terms.all()
            )
            for school in schools
        },
        schools=tuple(calendar.School(school.name, school.name, school.authority.name) for school in schools),
        events=tuple(_event(event) for event in municipality.events.all() if event.series in series),
    )


def _event(event: Event) -> calendar.Event:
    return calendar.Event(event.public_id, event.start, event.end, event.place or None, event.name)


def _register(municipality: Municipality) -> domain_places.Register:
    return tuple(domain_places.Place(place.name, tuple(place.aliases)) for place in municipality.places.all())
