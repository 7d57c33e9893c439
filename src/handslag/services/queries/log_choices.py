"""What somebody who logs an activity may choose from, the likeliest first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from handslag.domain.cells import Status
from handslag.domain.promises import Party, PromiseState
from handslag.models.models import Activity, Event, Municipality, User
from handslag.services.access import membership_in
from handslag.services.queries.fulfilment import Standing, standings

RECENT = 30  # of the person's own activities, to tell what is likely
T = TypeVar("T")
_PRESSING = (Status.BEHIND, Status.NOT_REPORTED, Status.ON_TRACK, Status.NOT_DUE)


@dataclass(frozen=True, slots=True)
class EventChoice:
    public_id: str
    name: str
    start: date


@dataclass(frozen=True, slots=True)
class LogChoices:
    """`party`: on whose behalf the person works."""

    promises: tuple[Standing, ...]
    places: tuple[str, ...]
    schools: tuple[str, ...]
    events: tuple[EventChoice, ...]
    party: Party


def log_choices(user: User, municipality: Municipality, *, on: date) -> LogChoices:
    """The public promises, places, schools and events of `municipality`. Thirteen queries.

    First those the person logged latest; promises then by how pressing they are, events by how near.
    """
    recent = list(
        Activity.objects.filter(municipality=municipality, logged_by=user)
        .select_related("place", "school")
        .prefetch_related("promises")
        .order_by("-id")[:RECENT]
    )
    numbers = _order(promise.number for row in recent for promise in row.promises.all())
    names = _order(str(row.place or row.school or "") for row in recent)
    public = [s for s in standings(municipality, on=on) if s.state == PromiseState.PUBLISHED]
    last = len(recent) * len(public) + 1
    return LogChoices(
        promises=tuple(
            sorted(public, key=lambda s: (_is_over(s, on), numbers.get(s.number, last), _pressing(s)))
        ),
        places=_likeliest((place.name for place in municipality.places.all()), names),
        schools=_likeliest((school.name for school in municipality.schools.all()), names),
        events=tuple(
            EventChoice(event.public_id, event.name, event.start)
            for event in sorted(
                Event.current.filter(municipality=municipality), key=lambda e: abs(e.start - on)
            )
        ),
        party=Party(membership_in(user, municipality).party),
    )


def _order(things: Iterable[T]) -> dict[T, int]:
    return {thing: index for index, thing in enumerate(dict.fromkeys(things))}


def _likeliest(names: Iterable[str], recent: dict[str, int]) -> tuple[str, ...]:
    return tuple(sorted(names, key=lambda name: recent.get(name, len(recent))))


def _is_over(standing: Standing, on: date) -> bool:
    return standing.terms.valid_to is not None and standing.terms.valid_to < on


def _pressing(standing: Standing) -> int:
    status = standing.assessment.headline[1].status
    return _PRESSING.index(status) if status in _PRESSING else len(_PRESSING)
