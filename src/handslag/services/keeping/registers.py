"""The calendars and lists that promises are judged by: terms, schools, events, places.

A change moves verdicts, also old ones; `judging/reads/moves.py` shows which before anything is saved.
"""

from collections.abc import Sequence

from django.db.models import ProtectedError, QuerySet

from handslag import clock
from handslag.domain.bounds import FIRST_DAY, LAST_DAY
from handslag.domain.characters import look
from handslag.domain.errors import BadInput, WrongState
from handslag.domain.judging.calendar import storhelger
from handslag.domain.judging.register_changes import EventEntry, PlaceEntry, SchoolEntry, TermDays
from handslag.domain.keeping.places import name_keys
from handslag.domain.listening.redaction import refuse_personal_data
from handslag.domain.permissions import Action
from handslag.models.models import (
    Event,
    Municipality,
    Place,
    School,
    SchoolAuthority,
    SchoolBreak,
    SchoolTerm,
    User,
)
from handslag.services.access import require
from handslag.services.log import record
from handslag.services.turns import in_turn


@in_turn
def set_terms(actor: User, *, municipality: Municipality, days: TermDays) -> SchoolAuthority:
    """Set all terms and breaks of a school authority.

    - the authority is added if the list lacks it
    - its promises are judged by the new days from now on, also for terms that have passed

    Raises `BadInput` when a new authority has the name of another.
    """
    require(actor, municipality, Action.EDIT_CALENDARS)
    refuse_personal_data(authority=days.authority, **{f"break_{b.start}": b.name for b in days.breaks})
    if days.is_new and _alike(municipality.school_authorities.all(), days.authority):
        raise BadInput("authority_known", name=days.authority)
    authority, _ = SchoolAuthority.objects.get_or_create(municipality=municipality, name=days.authority)
    authority.terms.all().delete()
    authority.breaks.all().delete()
    SchoolTerm.objects.bulk_create(
        SchoolTerm(authority=authority, start=term.start, end=term.end) for term in days.terms
    )
    SchoolBreak.objects.bulk_create(
        SchoolBreak(authority=authority, name=b.name, start=b.start, end=b.end) for b in days.breaks
    )
    _log("set_terms", actor, municipality, authority, terms=len(days.terms))
    return authority


@in_turn
def set_school(actor: User, *, municipality: Municipality, entry: SchoolEntry) -> School:
    """Add a school, or change one: its name, authority, stages, or the days it opened and closed.

    - a school authority that is said to be new is added with it
    - a school that closes stays; it is judged up to its last day

    Raises `BadInput`: no such authority, a name that is taken.
    """
    require(actor, municipality, Action.EDIT_CALENDARS)
    school = _save_school(municipality, entry)
    _log("set_school", actor, municipality, school)
    return school


@in_turn
def set_schools(actor: User, *, municipality: Municipality, entries: Sequence[SchoolEntry]) -> list[School]:
    """Add or change several schools at once, as from Skolverket's register.

    - all or none of them

    Raises `BadInput` as `set_school`, and when there is none.
    """
    require(actor, municipality, Action.EDIT_CALENDARS)
    if not entries:
        raise BadInput("no_schools_to_add")
    for authority in {entry.authority for entry in entries}:
        SchoolAuthority.objects.get_or_create(municipality=municipality, name=authority)
    schools = [_save_school(municipality, entry) for entry in entries]
    _log("set_schools", actor, municipality, municipality, schools=len(schools))
    return schools


@in_turn
def set_event(actor: User, *, municipality: Municipality, entry: EventEntry) -> Event:
    """Add an event to a series, or change one.

    - promises at each event of the series are judged at it
    - the same added twice stands once

    Raises `BadInput`: no such event, personal data in its name.
    """
    require(actor, municipality, Action.EDIT_CALENDARS)
    event = _save_event(municipality, entry)
    _log("set_event", actor, municipality, event)
    return event


@in_turn
def add_storhelger(actor: User, *, municipality: Municipality, series: str, year: int) -> list[Event]:
    """Add the great holidays of a year, eves included, to a series.

    - those that the series already has are left as they are

    Raises `WrongState("storhelger_known")` when it has them all.
    """
    require(actor, municipality, Action.EDIT_CALENDARS)
    events = [_save_event(municipality, entry) for entry in storhelger_missing(municipality, series, year)]
    if not events:
        raise WrongState("storhelger_known", year=year)
    _log("add_storhelger", actor, municipality, municipality, year=year, events=len(events))
    return events


def storhelger_missing(municipality: Municipality, series: str, year: int) -> tuple[EventEntry, ...]:
    """The great holidays of `year` that a series lacks. One query. Raises `BadInput("day_out_of_range")`."""
    if not FIRST_DAY.year <= year <= LAST_DAY.year:
        raise BadInput("day_out_of_range", field="year", first=FIRST_DAY.year, last=LAST_DAY.year)
    known = set(Event.current.filter(municipality=municipality, series=series).values_list("name", flat=True))
    named = [(f"{event.name.capitalize()} {year}", event) for event in storhelger(year)]
    return tuple(
        EventEntry(series, name, event.start, event.end) for name, event in named if name not in known
    )


@in_turn
def remove_event(actor: User, *, event: Event) -> Event:
    """Take an event off the list.

    - no promise is judged at it any more; activities that name it stay

    Raises `WrongState("event_removed")` when it already is.
    """
    require(actor, event.municipality, Action.EDIT_CALENDARS)
    if event.removed_at is not None:
        raise WrongState("event_removed")
    event.removed_at = clock.now()
    event.save(update_fields=["removed_at"])
    _log("remove_event", actor, event.municipality, event)
    return event


@in_turn
def set_place(actor: User, *, municipality: Municipality, entry: PlaceEntry) -> Place:
    """Add a place, or set the other names of one and where it lies.

    - what is logged under any of its names counts there

    Raises `BadInput("name_of_another_place")`, or when a name holds personal data.
    """
    require(actor, municipality, Action.EDIT_CALENDARS)
    refuse_personal_data(name=entry.name, aliases="\n".join(entry.aliases))
    taken = {
        key: other.name
        for other in municipality.places.exclude(name=entry.name)
        for spelling in (other.name, *other.aliases)
        for key in (name_keys(spelling)[0], look(spelling))
    }
    for name in (entry.name, *entry.aliases):
        if other := taken.get(name_keys(name)[0]) or taken.get(look(name)):
            raise BadInput("name_of_another_place", name=name, place=other)
    latitude, longitude = entry.position or (None, None)
    place, added = Place.objects.update_or_create(
        municipality=municipality,
        name=entry.name,
        defaults={"aliases": list(entry.aliases), "latitude": latitude, "longitude": longitude},
    )
    if entry.is_new and not added:
        raise BadInput("name_of_another_place", name=entry.name, place=entry.name)
    _log("set_place", actor, municipality, place)
    return place


@in_turn
def remove_place(actor: User, *, place: Place) -> None:
    """Take a place that was added by mistake off the list.

    Raises `WrongState("place_in_use")` when something was logged, reported, held or said there.
    """
    require(actor, place.municipality, Action.EDIT_CALENDARS)
    _log("remove_place", actor, place.municipality, place)
    try:
        place.delete()
    except ProtectedError as error:
        raise WrongState("place_in_use", place=place.name) from error


def _save_school(municipality: Municipality, entry: SchoolEntry) -> School:
    refuse_personal_data(name=entry.name)
    if entry.is_new_authority:
        SchoolAuthority.objects.get_or_create(municipality=municipality, name=entry.authority)
    authority = municipality.school_authorities.filter(name=entry.authority).first()
    if authority is None:
        raise BadInput("unknown_authority", value=entry.authority)
    if entry.name != entry.known and _alike(municipality.schools.exclude(name=entry.known), entry.name):
        raise BadInput("school_known", name=entry.name)
    school = School(municipality=municipality)
    if entry.known:
        found = municipality.schools.filter(name=entry.known).first()
        if found is None:
            raise BadInput("unknown_school", value=entry.known)
        school = found
    school.name, school.authority, school.unit_code = entry.name, authority, entry.unit_code
    school.first_on, school.last_on, school.stages = entry.first_on, entry.last_on, list(entry.stages)
    school.save()
    return school


def _alike(rows: QuerySet[School] | QuerySet[SchoolAuthority], name: str) -> bool:
    """Whether one of `rows` has a name that nobody could tell from `name`."""
    return look(name) in {look(row.name) for row in rows}


def _save_event(municipality: Municipality, entry: EventEntry) -> Event:
    refuse_personal_data(name=entry.name, series=entry.series, place=entry.place)
    told = {name: getattr(entry, name) for name in ("series", "name", "place", "start", "end")}
    event = Event.current.filter(municipality=municipality, **told).first() or Event(
        municipality=municipality
    )
    if entry.known:
        found = Event.current.filter(municipality=municipality, public_id=entry.known).first()
        if found is None:
            raise BadInput("unknown_event", value=entry.known)
        event = found
    for name, value in told.items():
        setattr(event, name, value)
    event.save()
    return event


def _log(verb: str, actor: User, municipality: Municipality, thing: object, **params: int) -> None:
    """The place, school, event … by its public id, or its key where it has none."""
    object_id = str(getattr(thing, "public_id", None) or getattr(thing, "pk", ""))
    kind = type(thing).__name__.lower()
    record(verb, actor=actor, municipality=municipality, kind=kind, object_id=object_id, **params)
