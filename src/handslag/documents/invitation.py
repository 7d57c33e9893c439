"""A meeting as a calendar file (.ics, RFC 5545) that people add to their own calendar."""

from dataclasses import dataclass
from datetime import UTC, datetime

from icalendar import Calendar, Event

from handslag.documents.fitting import one_line, readable


@dataclass(frozen=True, slots=True)
class Invitation:
    """One meeting. `uid` never changes, so that a changed file moves the entry; times carry their zone."""

    uid: str
    title: str
    starts_at: datetime
    ends_at: datetime
    place: str
    description: str
    address: str
    is_cancelled: bool
    made_at: datetime


def invitation_ics(invitation: Invitation) -> bytes:
    """The file. Whoever adds it tells nobody: there is no organiser and no attendee in it."""
    event = Event()
    event.add("uid", invitation.uid)
    event.add("dtstamp", invitation.made_at)
    event.add("summary", one_line(invitation.title))
    event.add("dtstart", invitation.starts_at.astimezone(UTC))  # every calendar knows UTC, and shows local
    event.add("dtend", invitation.ends_at.astimezone(UTC))
    event.add("location", one_line(invitation.place))
    event.add("description", readable(invitation.description))
    event.add("url", invitation.address)
    event.add("status", "CANCELLED" if invitation.is_cancelled else "CONFIRMED")
    calendar = Calendar()
    calendar.add("prodid", "-//Handslag//dialogue//SV")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content
