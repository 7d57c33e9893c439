"""How promises stand: the tables turned into rule values and assessed.

Seven queries, whatever the number of municipalities, promises and activities.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from django.db.models import OuterRef, Q, Subquery

from handslag.clock import STOCKHOLM
from handslag.domain.judging.calendar import Event
from handslag.domain.judging.cells import Status
from handslag.domain.judging.fulfilment import Assessment, assess_all
from handslag.domain.judging.registers import Registers
from handslag.domain.judging.rollup import WORST_FIRST
from handslag.domain.judging.versions import Judged, days_judged, in_order
from handslag.domain.promises.changes import Change, version_on
from handslag.domain.promises.terms import Kind, PromiseState, Terms
from handslag.models.models import Municipality, Promise, PromiseVersion, Review
from handslag.services.judging.reads.evidence import Evidence, evidence_for
from handslag.services.judging.reads.registers import registers_of

# A version whose own series is still empty names this one, long before any promise: a promise at each
# event that names none means all of them, also those of the series of its other versions.
NO_EVENT = Event("none-yet", date(2000, 1, 1), date(2000, 1, 1))


@dataclass(frozen=True, slots=True)
class Version:
    """The terms of a promise from their `valid_from` on, and why they replaced those before.

    `replaced_by`: the number of the promise that stands in its place. `round_from`: the first day of the
    later round that carried the promise over.
    """

    terms: Terms
    change: Change
    reason: str
    made_on: date
    target_groups: tuple[str, ...]
    event_series: str
    replaced_by: int | None
    round_from: date | None


@dataclass(frozen=True, slots=True)
class Standing:
    """One promise that is or was public, its terms in force, and how it stands.

    `aim` is the number of the umbrella promise it spells out. `event_names`: names by event id.
    `reviewed_on`: when the parties last looked at it again; `review_on`: when they are to next time.
    `judged`: which version judges which days.
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
    judged: tuple[Judged, ...]
    reviewed_on: date | None
    review_on: date | None
    assessment: Assessment
    evidence: Evidence

    @property
    def public_id(self) -> str:
        return self.terms.id

    @property
    def version(self) -> Version:
        """The version in force."""
        return next(version for version in self.versions if version.terms is self.terms)

    def version_numbered(self, number: int) -> Version:
        return next(version for version in self.versions if version.terms.version == number)

    @property
    def since(self) -> date:
        """From which day something has been promised without a break, whatever has been changed since."""
        first = self.versions[0].terms.valid_from
        for before, after in pairwise(self.versions):
            if before.terms.withdrawn and after.terms.valid_from <= self.assessment.on:
                first = after.terms.valid_from
        return first

    @property
    def coming(self) -> Version | None:
        """The version that is decided and not yet in force."""
        later = (version for version in self.versions if version.terms.valid_from > self.assessment.on)
        return next((version for version in later if version.terms.version > self.terms.version), None)

    @property
    def is_ending(self) -> bool:
        """Whether the promise is withdrawn, now or from a day to come."""
        return self.versions[-1].terms.withdrawn

    @property
    def is_unreviewed(self) -> bool:
        """Whether the day of review has passed and nobody has said that it was held."""
        return not self.is_over and self.review_on is not None and self.review_on < self.assessment.on

    @property
    def is_over(self) -> bool:
        """Whether nothing is promised any more: its last day has passed, or it is withdrawn."""
        end = self.terms.valid_to
        return self.terms.withdrawn or (end is not None and end < self.assessment.on)


def standings(
    municipality: Municipality, *, on: date, numbers: Iterable[int] | None = None
) -> list[Standing]:
    """The promises of `municipality` at the end of the day `on`, in the order they were promised.

    Drafts are left out. `numbers`: only these, the aims they serve, the promises that serve them, and
    those they stand in the place of.
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


def standings_with(
    municipality: Municipality, later: Sequence[PromiseVersion], *, on: date
) -> list[tuple[Standing, Standing]]:
    """How the promises of `later` stand, and how they would with these versions too. Nothing is written."""
    more: defaultdict[int, list[PromiseVersion]] = defaultdict(list)
    for row in later:
        more[row.promise_id].append(row)
    versions = {key: rows for key, rows in _versions([municipality], None).items() if key in more}
    evidence = evidence_for([rows[0].promise for rows in versions.values()])
    kept = registers_of([municipality])[municipality.pk]
    return [
        (_standing(rows, evidence[key], kept, on), _standing([*rows, *more[key]], evidence[key], kept, on))
        for key, rows in versions.items()
    ]


def headline_status(standing: Standing) -> Status:
    """The status a page leads with: that of the year of the day asked about."""
    return standing.assessment.headline[1].status


def worst_first(found: Iterable[Standing]) -> list[Standing]:
    """What a reader must know first, first; promises that stand alike in the order promised."""
    return sorted(found, key=lambda standing: WORST_FIRST.index(headline_status(standing)))


def current_of(found: Sequence[Standing], on: date) -> list[Standing]:
    """What the tally of a page is over: the promises valid on the day or later.

    When all have ended: those that ended last.
    """
    kept = [standing for standing in found if standing.state != PromiseState.WITHDRAWN]
    ends = [standing.terms.valid_to or date.max for standing in kept]
    last = min(on, max(ends, default=on))
    return [standing for standing, end in zip(kept, ends, strict=True) if end >= last]


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
            | Q(promise__versions__replaced_by__number__in=wanted)
        ).distinct()
    versions: defaultdict[int, list[PromiseVersion]] = defaultdict(list)
    held = Review.objects.filter(promise=OuterRef("promise")).order_by("-reviewed_on", "-id")
    rows = (
        found.exclude(promise__state=PromiseState.DRAFT)
        .select_related("promise__aim", "replaced_by", "round")
        .annotate(
            reviewed_on=Subquery(held.values("reviewed_on")[:1]),
            next_review_on=Subquery(held.values("next_on")[:1]),
        )
    )
    for row in rows.order_by("promise__round__valid_from", "promise__position", "promise__number", "version"):
        versions[row.promise_id].append(row)
    return versions


def _standing(rows: list[PromiseVersion], evidence: Evidence, registers: Registers, on: date) -> Standing:
    promise = rows[0].promise
    versions = tuple(_version(row, promise, registers) for row in rows)
    terms = [version.terms for version in versions]
    in_force = version_on(terms, on)
    row = rows[terms.index(in_force)]
    series = {row.event_series for row in rows}
    calendar = registers.calendar(series)
    if any(NO_EVENT.id in one.measure.events for one in terms):
        calendar = replace(calendar, events=(*calendar.events, NO_EVENT))
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
        state=PromiseState.WITHDRAWN if in_force.withdrawn else PromiseState.PUBLISHED,
        aim=promise.aim.number if promise.aim else None,
        target_groups=tuple(row.target_groups),
        event_series=row.event_series,
        event_names={event.id: event.name for event in calendar.events},
        terms=in_force,
        versions=versions,
        judged=tuple(days_judged(in_order(terms), on, calendar)),
        reviewed_on=getattr(rows[0], "reviewed_on", None),
        review_on=_review_on(row, rows[0]),
        assessment=assessment,
        evidence=evidence,
    )


def _review_on(in_force: PromiseVersion, stored: PromiseVersion) -> date | None:
    """The day set by the latest review of the version in force, else its own."""
    reviewed_on: date | None = getattr(stored, "reviewed_on", None)
    next_on: date | None = getattr(stored, "next_review_on", None)
    return next_on if reviewed_on is not None and reviewed_on >= in_force.valid_from else in_force.review_on


def version_of(row: PromiseVersion) -> Version:
    """A version as pages tell it, saved or not. Its events, where it is judged by them, are not named."""
    return Version(
        terms=row.terms(),
        change=Change(row.change),
        reason=row.reason,
        made_on=row.made_at.astimezone(STOCKHOLM).date(),
        target_groups=tuple(row.target_groups),
        event_series=row.event_series,
        replaced_by=row.replaced_by.number if row.replaced_by else None,
        round_from=row.round.valid_from if row.round else None,
    )


def _version(row: PromiseVersion, promise: Promise, registers: Registers) -> Version:
    """The events a promise is tied to are those of its series, as they are known today."""
    row.promise = promise
    version = version_of(row)
    measure = version.terms.measure
    if measure.kind is not Kind.EACH_EVENT:
        return version
    events = tuple(event.id for event in registers.events_of([row.event_series])) or (NO_EVENT.id,)
    return replace(version, terms=replace(version.terms, measure=replace(measure, events=events)))
