"""What somebody who logs an activity may choose from, the likeliest first."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from math import inf

from handslag.clock import STOCKHOLM
from handslag.domain.judging.cells import Status
from handslag.domain.judging.register_changes import Position
from handslag.domain.keeping.activities import ActivityStatus
from handslag.domain.keeping.habits import likeliness
from handslag.domain.keeping.places import Place as RegisterPlace
from handslag.domain.keeping.places import matcher
from handslag.domain.people.parties import Party
from handslag.domain.promises.terms import Spread
from handslag.models.models import Activity, Event, Municipality, User
from handslag.services.access import membership_in
from handslag.services.judging.reads.standings import Standing, standings
from handslag.services.keeping.reads.registers import position
from handslag.services.places import places_of, schools_of

RECENT = 60  # of the person's own activities, to tell what is likely
AT_ONCE = timedelta(hours=12)  # logged within it, the time of day is when it was done
_OPEN = frozenset({Status.BEHIND, Status.ON_TRACK, Status.NOT_DUE})  # more can be done in these days
_PRESSING = (Status.BEHIND, Status.NOT_REPORTED, Status.ON_TRACK, Status.NOT_DUE)


@dataclass(frozen=True, slots=True)
class EventChoice:
    public_id: str
    name: str
    start: date
    end: date


@dataclass(frozen=True, slots=True)
class WhereChoice:
    """A place or a school, where it lies if that is known, and the numbers of the promises that name it.

    `left`: those of them for which something is left to do there now.
    """

    key: str  # as the form sends it: "place:Gussjö"
    name: str
    position: Position | None
    promises: tuple[int, ...]
    left: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class LogChoices:
    """`party`: on whose behalf the person works."""

    promises: tuple[Standing, ...]
    places: tuple[WhereChoice, ...]
    schools: tuple[WhereChoice, ...]
    events: tuple[EventChoice, ...]
    party: Party


def log_choices(user: User, municipality: Municipality, *, at: datetime) -> LogChoices:
    """The public promises, places, schools and events of `municipality`. Thirteen queries.

    First what the person usually does at this time of the week, then what was done latest; promises
    whose season or term it is not come after the others, and after them those that are over or withdrawn.
    Places and schools where something is left to do come before the others, first those that are the last.
    """
    on = at.date()
    recent = list(
        Activity.objects.filter(municipality=municipality, logged_by=user)
        .select_related("place", "school")
        .prefetch_related("promises")
        .exclude(status=ActivityStatus.PLANNED)
        .order_by("-id")[:RECENT]
    )
    numbers = likeliness(at, [(_moment(row), [p.number for p in row.promises.all()]) for row in recent])
    names = likeliness(at, [(_moment(row), [str(row.place or row.school or "")]) for row in recent])
    public = standings(municipality, on=on)
    never = (0, len(recent))
    left = {one.number: _left(one, on) for one in public}
    public.sort(key=lambda s: (_time(s, on), numbers.get(s.number, never), _pressing(s)))
    return LogChoices(
        promises=tuple(public),
        places=_likeliest(_places(municipality, public, left), names, never),
        schools=_likeliest(_schools(municipality, public, left), names, never),
        events=tuple(
            EventChoice(event.public_id, event.name, event.start, event.end)
            for event in sorted(
                Event.current.filter(municipality=municipality), key=lambda e: abs(e.start - on)
            )
        ),
        party=Party(membership_in(user, municipality).party),
    )


def _moment(row: Activity) -> datetime | None:
    """When it was done, where it was logged at once: the day alone does not say."""
    logged = row.logged_at.astimezone(STOCKHOLM)
    return logged if (logged - AT_ONCE).date() <= row.done_on <= logged.date() else None


def _left(standing: Standing, on: date) -> set[str]:
    """The places or schools, as its cells name them, where a promise asks for more in the days that run."""
    return {
        cell.place
        for cell in standing.assessment.cells
        if cell.place and cell.status in _OPEN and cell.start <= on and (cell.end is None or on <= cell.end)
    }


def _places(
    municipality: Municipality, public: list[Standing], left: Mapping[int, set[str]]
) -> list[WhereChoice]:
    rows = places_of(municipality)
    register = tuple(RegisterPlace(row.name, tuple(row.aliases)) for row in rows)
    match = matcher([row.name for row in rows], register)
    named = {s.number: {match(place) for place in s.terms.places} for s in public}
    open_at = {number: {match(place) for place in places} for number, places in left.items()}
    return [
        WhereChoice(
            f"place:{row.name}",
            row.name,
            position(row),
            tuple(number for number, places in named.items() if row.name in places),
            tuple(number for number, places in open_at.items() if row.name in places),
        )
        for row in rows
    ]


def _schools(
    municipality: Municipality, public: list[Standing], left: Mapping[int, set[str]]
) -> list[WhereChoice]:
    numbers = tuple(s.number for s in public if s.terms.measure.spread is Spread.SCHOOL)
    rows = schools_of(municipality)
    return [
        WhereChoice(
            f"school:{row.name}",
            row.name,
            None,
            numbers,
            tuple(number for number in numbers if row.name in left[number]),
        )
        for row in rows
    ]


def _likeliest(
    choices: list[WhereChoice], ranks: Mapping[str, tuple[int, int]], never: tuple[int, int]
) -> tuple[WhereChoice, ...]:
    """First where something is left, and of those where the fewest are left: the last place is not hidden."""
    still = Counter(number for choice in choices for number in choice.left)

    def rank(choice: WhereChoice) -> tuple[float, tuple[int, int]]:
        fewest = min((still[number] for number in choice.left), default=inf)
        return fewest, ranks.get(choice.name, never)

    return tuple(sorted(choices, key=rank))


def _time(standing: Standing, on: date) -> int:
    """0 in its time, 1 outside its season or term, 2 when it is over."""
    if standing.is_over:
        return 2
    cells = [cell for cell in standing.assessment.cells if cell.event is None]
    return int(bool(cells) and not any(c.start <= on and (c.end is None or on <= c.end) for c in cells))


def _pressing(standing: Standing) -> int:
    status = standing.assessment.headline[1].status
    return _PRESSING.index(status) if status in _PRESSING else len(_PRESSING)
