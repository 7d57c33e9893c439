"""How promises stand: the tables turned into rule values and assessed.

Seven queries, whatever the number of municipalities, promises and activities.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Q

from handslag.clock import STOCKHOLM
from handslag.domain.fulfilment import Assessment, assess_all
from handslag.domain.promises import Kind, PromiseState, Terms
from handslag.models.models import Municipality, Promise, PromiseVersion
from handslag.services.queries.calendars import Registers, registers_of
from handslag.services.queries.evidence import Evidence, evidence_for


@dataclass(frozen=True, slots=True)
class Version:
    """The terms of a promise from their `valid_from` on, and why they replaced those before."""

    terms: Terms
    reason: str
    made_on: date


@dataclass(frozen=True, slots=True)
class Standing:
    """One promise that is or was public, its terms in force, and how it stands.

    `aim` is the number of the umbrella promise it spells out. `event_names`: names by event id.
    """

    number: int
    perspective: str
    state: PromiseState
    aim: int | None
    target_groups: tuple[str, ...]
    event_series: str
    event_names: Mapping[str, str]
    terms: Terms
    versions: tuple[Version, ...]
    assessment: Assessment
    evidence: Evidence

    @property
    def public_id(self) -> str:
        return self.terms.id


def standings(
    municipality: Municipality, *, on: date, numbers: Iterable[int] | None = None
) -> list[Standing]:
    """The promises of `municipality` at the end of the day `on`, in the order they were promised.

    Drafts are left out. `numbers`: only these, the aims they serve, and the promises that serve them.
    """
    return standings_of([municipality], on=on, numbers=numbers)[municipality.pk]


def standings_of(
    municipalities: Sequence[Municipality], *, on: date, numbers: Iterable[int] | None = None
) -> dict[int, list[Standing]]:
    """`standings` for each municipality, by its key."""
    return standings_on(municipalities, days=[on], numbers=numbers)[0]


def standings_on(
    municipalities: Sequence[Municipality], *, days: Sequence[date], numbers: Iterable[int] | None = None
) -> list[dict[int, list[Standing]]]:
    """`standings_of` on each of `days`, in the same seven queries."""
    versions = _versions(municipalities, numbers)
    promises = [rows[0].promise for rows in versions.values()]
    evidence = evidence_for(promises)
    registers = registers_of(municipalities)
    every: list[dict[int, list[Standing]]] = []
    for on in days:
        found: dict[int, list[Standing]] = {municipality.pk: [] for municipality in municipalities}
        for promise in promises:
            kept = registers[promise.municipality_id]
            found[promise.municipality_id].append(
                _standing(versions[promise.pk], evidence[promise.pk], kept, on)
            )
        every.append(found)
    return every


def standings_if(
    municipality: Municipality, changed: Callable[[Registers], Registers], *, on: date
) -> list[tuple[Standing, Standing]]:
    """How each promise stands, and how it would stand with the registers changed. Nothing is written."""
    versions = _versions([municipality], None)
    evidence = evidence_for([rows[0].promise for rows in versions.values()])
    kept = registers_of([municipality])[municipality.pk]
    other = changed(kept)
    return [
        (_standing(rows, evidence[key], kept, on), _standing(rows, evidence[key], other, on))
        for key, rows in versions.items()
    ]


def _versions(
    municipalities: Sequence[Municipality], numbers: Iterable[int] | None
) -> dict[int, list[PromiseVersion]]:
    found = PromiseVersion.objects.filter(promise__municipality__in=municipalities)
    if numbers is not None:
        wanted = list(numbers)
        found = found.filter(
            Q(promise__number__in=wanted)
            | Q(promise__aim__number__in=wanted)
            | Q(promise__activities_of__number__in=wanted)
        ).distinct()
    versions: defaultdict[int, list[PromiseVersion]] = defaultdict(list)
    rows = found.exclude(promise__state=PromiseState.DRAFT).select_related("promise__aim")
    for row in rows.order_by("promise__round__valid_from", "promise__position", "promise__number", "version"):
        versions[row.promise_id].append(row)
    return versions


def _standing(rows: list[PromiseVersion], evidence: Evidence, registers: Registers, on: date) -> Standing:
    promise = rows[0].promise
    versions = tuple(_version(row, promise, registers) for row in rows)
    terms = [version.terms for version in versions]
    in_force = max((t for t in terms if t.valid_from <= on), key=lambda t: t.version, default=terms[0])
    row = rows[terms.index(in_force)]
    series = {row.event_series for row in rows}
    calendar = registers.calendar(series)
    assessment = assess_all(
        terms,
        [deed.counted(in_force) for deed in evidence.current],
        [closed.report for closed in evidence.closed],
        on=on,
        calendar=calendar,
        places=registers.places,
    )[0]
    return Standing(
        number=promise.number,
        perspective=promise.perspective,
        state=PromiseState(promise.state),
        aim=promise.aim.number if promise.aim else None,
        target_groups=tuple(row.target_groups),
        event_series=row.event_series,
        event_names={event.id: event.name for event in calendar.events},
        terms=in_force,
        versions=versions,
        assessment=assessment,
        evidence=evidence,
    )


def _version(row: PromiseVersion, promise: Promise, registers: Registers) -> Version:
    """The events a promise is tied to are those of its series, as they are known today."""
    row.promise = promise
    terms = row.terms()
    if terms.measure.kind is Kind.EACH_EVENT:
        events = tuple(event.id for event in registers.events_of([row.event_series]))
        terms = replace(terms, measure=replace(terms.measure, events=events))
    return Version(terms, row.reason, row.made_at.astimezone(STOCKHOLM).date())
