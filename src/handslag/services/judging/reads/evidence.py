"""What was done and reported for promises, as rows that print themselves and as rule values.

Two queries, and one more where something was done by several parties.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from handslag.clock import STOCKHOLM
from handslag.domain.keeping import activities
from handslag.domain.keeping.activities import ActivityStatus, PeriodOutcome
from handslag.domain.keeping.joint_work import ALONE, JointWork
from handslag.domain.people.parties import Party
from handslag.domain.promises.terms import Kind, Spread, Terms
from handslag.models.models import Activity, ActivityPromise, ImportBatch, PeriodReport, Promise
from handslag.services.judging.reads.joint_work import joint_of


@dataclass(frozen=True, slots=True)
class Deed:
    """One row of what was done, as somebody logged it.

    `replaced`: it has been corrected since and no longer counts. `taken_back`: nor does this, since the
    file it came from was taken back, with the day and why. `replaces` is the id of the row it
    corrects, for `reason`. `event_id`, `place` and `school` are what it counts by; "" is none.
    `status` is DENIED when it was logged as done and another party of `joint` says it was not there.
    """

    id: int
    public_id: str
    done_on: date
    status: ActivityStatus
    count: int
    hours: Decimal | None
    place: str
    school: str
    event: str
    event_id: str
    party: Party
    note: str
    logged_on: date
    replaced: bool
    taken_back: tuple[date, str] | None
    replaces: int | None
    reason: str
    joint: JointWork

    @property
    def parties(self) -> tuple[Party, ...]:
        """Everybody who by the word of whoever logged it took part."""
        return (self.party, *self.joint.others)

    @property
    def where(self) -> tuple[str, ...]:
        """Event, school and place, those that are known."""
        return tuple(name for name in (self.event, self.school, self.place) if name)

    def counted(self, terms: Terms) -> activities.Activity:
        """The rule value, with the amount and place that a promise with these terms counts by."""
        by_school = terms.measure.spread is Spread.SCHOOL
        where = (self.school or self.place) if by_school else (self.place or self.school)
        hours = self.hours or Decimal(0)
        return activities.Activity(
            promises=(terms.id,),
            done_on=self.done_on,
            amount=hours if terms.measure.kind is Kind.QUANTITY else Decimal(self.count),
            place=where or None,
            status=self.status,
            event=self.event_id or None,
            party=self.party,
            note=self.note,
            others=self.joint.others,
            waits_for=self.joint.waiting,
        )


@dataclass(frozen=True, slots=True)
class Closed:
    """One period that somebody closed: `report` is the rule value, `party` who said it.

    The rest is what they told of how the work went; nothing is judged by it. Hours are None when
    nobody has said.
    """

    report: activities.PeriodReport
    party: Party
    outcome: PeriodOutcome | None = None
    helped: str = ""
    hindered: str = ""
    planned_hours: Decimal | None = None
    spent_hours: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything said about one promise, latest first; `deeds` also hold the rows since corrected."""

    deeds: tuple[Deed, ...]
    closed: tuple[Closed, ...]

    @property
    def current(self) -> tuple[Deed, ...]:
        return tuple(deed for deed in self.deeds if not deed.replaced and not deed.taken_back)

    @property
    def done(self) -> tuple[Deed, ...]:
        return tuple(deed for deed in self.current if deed.status is ActivityStatus.DONE)

    @property
    def last_reported(self) -> date | None:
        """The day something done was last reported."""
        return max((deed.logged_on for deed in self.done), default=None)

    @property
    def last_said(self) -> tuple[date, Party] | None:
        """The day somebody last reported something done, or closed a period, and on whose behalf."""
        said = [(deed.logged_on, deed.party) for deed in self.done]
        said += [(closed.report.closed_on, closed.party) for closed in self.closed]
        return max(said, default=None)


def evidence_for(promises: Sequence[Promise]) -> Mapping[int, Evidence]:
    """The evidence on each promise, by its key."""
    deeds: defaultdict[int, list[Deed]] = defaultdict(list)
    links = ActivityPromise.objects.filter(promise__in=promises).order_by(
        "-activity__done_on", "-activity_id"
    )
    found = list(
        links.select_related(
            "activity__place",
            "activity__school",
            "activity__event",
            "activity__replaced_by",
            "activity__batch",
        )
    )
    joint = joint_of(link.activity for link in found)
    for link in found:
        deeds[link.promise_id].append(_deed(link.activity, joint.get(link.activity_id, ALONE)))
    closed: defaultdict[int, list[Closed]] = defaultdict(list)
    reports = PeriodReport.objects.filter(promise__in=promises).order_by("-start", "-closed_on", "-pk")
    for row in reports.select_related("promise", "place", "school"):
        closed[row.promise_id].append(_closed(row))
    return {p.pk: Evidence(tuple(deeds[p.pk]), tuple(closed[p.pk])) for p in promises}


def _closed(row: PeriodReport) -> Closed:
    return Closed(
        row.report(),
        Party(row.party),
        PeriodOutcome(row.outcome) if row.outcome else None,
        row.helped,
        row.hindered,
        row.planned_hours,
        row.spent_hours,
    )


def _taken_back(batch: ImportBatch | None) -> tuple[date, str] | None:
    if batch is None or batch.undone_at is None:
        return None
    return batch.undone_at.astimezone(STOCKHOLM).date(), batch.undone_reason


def _deed(row: Activity, joint: JointWork) -> Deed:
    status = ActivityStatus(row.status)
    is_denied = status is ActivityStatus.DONE and bool(joint.denied)
    return Deed(
        id=row.pk,
        public_id=row.public_id,
        done_on=row.done_on,
        status=ActivityStatus.DENIED if is_denied else status,
        count=row.count,
        hours=row.hours,
        place=row.place.name if row.place else "",
        school=row.school.name if row.school else "",
        event=row.event.name if row.event else "",
        event_id=row.event.public_id if row.event else "",
        party=Party(row.party),
        note=row.note,
        logged_on=row.logged_at.astimezone(STOCKHOLM).date(),
        replaced=hasattr(row, "replaced_by"),
        taken_back=_taken_back(row.batch),
        replaces=row.replaces_id,
        reason=row.reason,
        joint=joint,
    )
