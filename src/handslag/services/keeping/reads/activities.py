"""Activities as the desk lists them: rows that a template can print without another query."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db.models import QuerySet

from handslag.domain.keeping.activities import ActivityStatus
from handslag.domain.keeping.joint_work import ALONE, JointWork
from handslag.models.models import Activity, Municipality, User
from handslag.services.access import membership_in
from handslag.services.judging.reads.joint_work import joint_of


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
