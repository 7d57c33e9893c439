"""The file a calendar comes in: school terms, schools, seasons, events and the place register.

Its form stands in docs/rules/fulfilment.md §8. Reading is strict, as in `assessments`.
"""

from collections.abc import Iterator

from handslag.domain.judging.calendar import Calendar, Event, School, Season
from handslag.domain.judging.periods import Period
from handslag.domain.keeping.places import Place, Register
from handslag.formats.fields import Fields, object_of


def calendar_from(text: str, file: str = "calendar.json") -> Calendar:
    """The terms, schools, seasons and events of a file. Raises `BadInput` as `promises_from`."""
    whole = _calendar_fields(text, file)
    authorities = [
        (entry.text("name"), tuple(_span(term) for term in entry.each("terms")))
        for entry in _each_once(whole, "school_authorities", "name")
    ]
    return Calendar(
        school_terms=dict(authorities),
        schools=tuple(_school(entry) for entry in _each_once(whole, "schools", "id")),
        seasons=tuple(_season(entry) for entry in whole.each("seasons")),
        events=tuple(_event(entry) for entry in _each_once(whole, "events", "id")),
    )


def places_from(text: str, file: str = "calendar.json") -> Register:
    """The place register that stands in the same file as the calendar."""
    entries = _each_once(_calendar_fields(text, file), "places", "name")
    return tuple(
        Place(entry.text("name"), entry.texts("aliases"), entry.optional("parent")) for entry in entries
    )


def _calendar_fields(text: str, file: str) -> Fields:
    whole = object_of(text, file)
    whole.only("school_authorities", "schools", "seasons", "events", "places")
    return whole


def _each_once(whole: Fields, name: str, key: str) -> Iterator[Fields]:
    seen: set[str] = set()
    for entry in whole.each(name):
        if entry.text(key) in seen:
            entry.refuse("twice", field=key, value=entry.text(key))
        seen.add(entry.text(key))
        yield entry


def _span(entry: Fields) -> Period:
    start, end = entry.day("start"), entry.day("end")
    if end < start:
        entry.refuse("period_backwards", start=start, end=end)
    return Period(start, end)


def _school(entry: Fields) -> School:
    days = entry.optional_day("first_on"), entry.optional_day("last_on")
    return School(entry.text("id"), entry.text("name", ""), entry.text("authority"), *days)


def _season(entry: Fields) -> Season:
    span = _span(entry)
    return Season(entry.text("name"), span.start, span.end)


def _event(entry: Fields) -> Event:
    if "date" in entry.values:
        start = end = entry.day("date")
    else:
        start, end = entry.day("start"), entry.day("end")
    with entry.located():
        return Event(entry.text("id"), start, end, entry.optional("place"), entry.text("name", ""))
