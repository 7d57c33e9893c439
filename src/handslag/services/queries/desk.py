"""What the desk shows: rows that a template can print without another query."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from itertools import groupby

from django.db.models import Count, Q, QuerySet

from handslag.domain.activities import ActivityStatus
from handslag.domain.cells import Cell, Status
from handslag.domain.errors import NotFound
from handslag.domain.joint_work import ALONE, JointWork
from handslag.domain.permissions import Action, Role, is_allowed
from handslag.domain.promises import Party, PromiseState
from handslag.models.models import Activity, LogEntry, Membership, Municipality, Promise, Reading, User
from handslag.services.access import membership_in
from handslag.services.log import said
from handslag.services.queries.fulfilment import Standing, standings
from handslag.services.queries.joint_work import joint_of

LATEST = 5  # activities on the first page


@dataclass(frozen=True, slots=True)
class Desk:
    """Where somebody works, and what they may do there. `is_only`: they work nowhere else."""

    slug: str
    short_name: str
    role: Role
    is_demo: bool
    is_only: bool

    @property
    def may_prepare(self) -> bool:
        return is_allowed(self.role, Action.READ_PAGE)

    @property
    def may_keep(self) -> bool:
        return is_allowed(self.role, Action.LOG_ACTIVITY)


@dataclass(frozen=True, slots=True)
class ReadingRow:
    public_id: str
    source: str
    read_at: datetime
    drafts: int


@dataclass(frozen=True, slots=True)
class Period:
    """Cells of one promise that share their days and their status."""

    number: int
    text: str
    start: date
    end: date | None
    cells: tuple[Cell, ...]
    events: tuple[str, ...]  # names of the events that cells are about
    per: str

    @property
    def places(self) -> list[str]:
        return [cell.place for cell in self.cells if cell.place]

    @property
    def named(self) -> list[tuple[str, Cell]]:
        """Every cell after the name of its event or place; "" where it is about the whole."""
        names = self.events or tuple(cell.place or "" for cell in self.cells)
        return list(zip(names, self.cells, strict=True))

    @property
    def key(self) -> str:
        """How a form names the period."""
        return f"{self.start.isoformat()}_{self.end.isoformat() if self.end else ''}"


@dataclass(frozen=True, slots=True)
class ActivityRow:
    public_id: str
    done_on: date
    status: str
    count: int
    hours: Decimal | None
    place: str
    school: str
    event: str
    event_id: str
    party: str
    note: str
    by: str
    logged_at: datetime
    reason: str  # why it replaced another; empty for the first
    replaced: bool
    taken_back: str  # why, when the file it came from was taken back
    promises: tuple[int, ...]  # their numbers
    joint: JointWork

    @property
    def parties(self) -> tuple[str, ...]:
        """Everybody who by the word of whoever logged it took part."""
        return (self.party, *self.joint.others)

    @property
    def where(self) -> str:
        return self.place or self.school


@dataclass(frozen=True, slots=True)
class LogRow:
    at: datetime
    who: str
    swedish: str
    english: str


@dataclass(frozen=True, slots=True)
class ReportRow:
    start: date
    end: date
    where: str
    closed_on: date
    by: str
    party: str
    cause: str
    decision: str


@dataclass(frozen=True, slots=True)
class PlanRow:
    """Something planned whose day has come, and the first promise it is for."""

    activity: ActivityRow
    text: str


@dataclass(frozen=True, slots=True)
class Today:
    """What needs somebody today, most pressing first."""

    readings: tuple[ReadingRow, ...]
    unreported: tuple[Period, ...]
    plans_due: tuple[PlanRow, ...]
    behind: tuple[Standing, ...]
    reviews: tuple[Standing, ...]  # should have been looked at again
    latest: tuple[ActivityRow, ...]
    promises: tuple[Standing, ...]


def desks_of(user: User) -> list[Desk]:
    """The municipalities somebody works for. One query."""
    rows = Membership.objects.filter(user=user).select_related("municipality")
    found = list(rows.order_by("municipality__short_name"))
    return [_desk(row, row.municipality, is_only=len(found) == 1) for row in found]


def desk_of(user: User, municipality: Municipality) -> Desk:
    """The desk of `municipality`. Raises `NotFound` for a stranger. One query."""
    rows = list(Membership.objects.filter(user=user))
    own = next((row for row in rows if row.municipality_id == municipality.pk), None)
    if own is None:
        raise NotFound("not_found")
    return _desk(own, municipality, is_only=len(rows) == 1)


def today(municipality: Municipality, *, on: date, party: Party | None = None) -> Today:
    """The first page of the desk. As many queries however much there is.

    `party`: what waits is only what this party promises and planned; all the promises stand there anyway.
    """
    found = standings(municipality, on=on)
    own = [one for one in found if party is None or party in one.terms.parties]
    rows = Activity.current.filter(municipality=municipality)
    plans = rows.filter(status=ActivityStatus.PLANNED, done_on__lte=on)
    return Today(
        readings=tuple(waiting_readings(municipality)),
        unreported=tuple(periods(own, Status.NOT_REPORTED)),
        plans_due=tuple(_plans_due(plans.filter(party=party) if party else plans, found)),
        behind=tuple(one for one in own if _is_behind(one)),
        reviews=tuple(one for one in found if one.is_unreviewed),
        latest=tuple(activity_rows(rows.filter(done_on__lte=on).order_by("-logged_at", "-id")[:LATEST])),
        promises=tuple(found),
    )


def _plans_due(rows: QuerySet[Activity], found: Iterable[Standing]) -> list[PlanRow]:
    texts = {standing.number: standing.terms.text for standing in found}
    plans = activity_rows(rows.order_by("done_on", "id"))
    return [PlanRow(plan, next((texts[n] for n in plan.promises if n in texts), "")) for plan in plans]


def waiting_readings(municipality: Municipality) -> list[ReadingRow]:
    """Pages that were read and whose drafts wait to be confirmed. One query."""
    drafts = Count("promises", filter=Q(promises__state=PromiseState.DRAFT))
    rows = Reading.objects.filter(municipality=municipality).annotate(drafts=drafts).filter(drafts__gt=0)
    return [ReadingRow(row.public_id, row.source, row.read_at, row.drafts) for row in rows]


def periods(found: Iterable[Standing], status: Status) -> list[Period]:
    """The cells of `status`, promise by promise, those of the same days together."""
    return [
        _period(standing, tuple(cells))
        for standing in found
        for _days, cells in groupby(
            sorted((cell for cell in standing.assessment.cells if cell.status is status), key=_days_of),
            key=_days_of,
        )
    ]


def _days_of(cell: Cell) -> tuple[date, date]:
    return cell.start, cell.end or date.max


def kept_and_untold(standing: Standing) -> list[Period]:
    """Periods that have ended with their target reached, and of which nobody has told how the work went."""
    on, closed = standing.assessment.on, [one.report for one in standing.evidence.closed]
    return [
        period
        for period in periods([standing], Status.KEPT)
        if period.end is not None
        and period.end < on
        and not any(report.start <= period.start and period.end <= report.end for report in closed)
    ]


def activity_rows(rows: QuerySet[Activity]) -> list[ActivityRow]:
    """Activities as they stand in `rows`. Two queries, one more where several parties took part."""
    wanted = rows.select_related("place", "school", "event", "logged_by", "replaced_by", "batch")
    found = list(wanted.prefetch_related("promises"))
    joint = joint_of(found)
    return [_activity_row(row, joint.get(row.pk, ALONE)) for row in found]


def waiting_answers(user: User, municipality: Municipality) -> list[ActivityRow]:
    """What other parties say that the person's party took part in and nobody there has answered.

    Earliest first. Two queries; three more where something waits.
    """
    party = membership_in(user, municipality).party
    done = Activity.current.filter(municipality=municipality, status=ActivityStatus.DONE)
    joint = done.exclude(others=[]).exclude(party=party).exclude(answers__party=party)
    # Only PostgreSQL can look into a list in a column; the rows left are few.
    asked = [key for key, others in joint.values_list("pk", "others") if party in others]
    return activity_rows(Activity.objects.filter(pk__in=asked).order_by("done_on", "id")) if asked else []


def activity_row(activity: Activity) -> ActivityRow:
    """One activity. Two queries."""
    return activity_rows(Activity.objects.filter(pk=activity.pk))[0]


def version_now(activity: Activity) -> Activity:
    """What replaced an activity, as it stands now; itself when nothing has. One query for each correction."""
    now = activity
    while later := Activity.objects.filter(replaces=now).select_related("municipality").first():
        now = later
    return now


def promise_activities(municipality: Municipality, number: int) -> list[ActivityRow]:
    """What was logged for one promise, also what has been corrected since, latest day first. Two queries."""
    return activity_rows(
        Activity.objects.filter(municipality=municipality, promises__number=number).order_by(
            "-done_on", "-id"
        )
    )


def report_rows(promise: Promise) -> list[ReportRow]:
    """Which periods of a promise were closed, by whom and with what words. One query."""
    rows = promise.reports.select_related("place", "school", "closed_by").order_by("-start", "-closed_on")
    return [
        ReportRow(
            start=row.start,
            end=row.end,
            where=str(row.place or row.school or ""),
            closed_on=row.closed_on,
            by=str(row.closed_by or ""),
            party=row.party,
            cause=row.cause,
            decision=row.decision,
        )
        for row in rows
    ]


def log_rows(municipality: Municipality, object_ids: Iterable[str]) -> list[LogRow]:
    """Who did what to these things, latest first. One query."""
    rows = LogEntry.objects.filter(municipality=municipality, object_id__in=list(object_ids))
    return [
        LogRow(row.at, str(row.actor or ""), said(row.verb, row.params), said(row.verb, row.params, "en"))
        for row in rows.select_related("actor")
    ]


def _is_behind(standing: Standing) -> bool:
    return not standing.terms.withdrawn and standing.assessment.headline[1].status is Status.BEHIND


def _period(standing: Standing, cells: tuple[Cell, ...]) -> Period:
    names = standing.event_names
    return Period(
        number=standing.number,
        text=standing.terms.text,
        start=cells[0].start,
        end=cells[0].end,
        cells=cells,
        per=standing.terms.measure.per,
        events=tuple(names.get(cell.event, cell.event) for cell in cells if cell.event),
    )


def _desk(membership: Membership, municipality: Municipality, *, is_only: bool) -> Desk:
    return Desk(
        slug=municipality.slug,
        short_name=municipality.short_name,
        role=Role(membership.role),
        is_demo=municipality.is_demo,
        is_only=is_only,
    )


def _activity_row(row: Activity, joint: JointWork) -> ActivityRow:
    return ActivityRow(
        public_id=row.public_id,
        done_on=row.done_on,
        status=row.status,
        count=row.count,
        hours=row.hours,
        place=str(row.place or ""),
        school=str(row.school or ""),
        event=str(row.event or ""),
        event_id=row.event.public_id if row.event else "",
        party=row.party,
        note=row.note,
        by=str(row.logged_by or ""),
        logged_at=row.logged_at,
        reason=row.reason,
        replaced=hasattr(row, "replaced_by"),
        taken_back=row.batch.undone_reason if row.batch else "",
        promises=tuple(sorted(promise.number for promise in row.promises.all())),
        joint=joint,
    )
