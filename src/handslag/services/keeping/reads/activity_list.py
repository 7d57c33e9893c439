"""Everything that is logged and counts, as rows of a list."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from handslag.models.models import Activity, ActivityPromise, Municipality


@dataclass(frozen=True, slots=True)
class ListedActivity:
    """One activity; `promises` are numbers, `others` further parties."""

    done_on: date
    promises: tuple[int, ...]
    place: str
    school: str
    party: str
    others: tuple[str, ...]
    status: str
    count: int
    hours: Decimal | None
    note: str


def listed_activities(municipality: Municipality) -> list[ListedActivity]:
    """The activities that stand, oldest first. Two queries."""
    numbers: defaultdict[int, list[int]] = defaultdict(list)
    links = ActivityPromise.objects.filter(activity__municipality=municipality).order_by("promise__number")
    for activity, number in links.values_list("activity_id", "promise__number"):
        numbers[activity].append(number)
    rows = Activity.current.filter(municipality=municipality).select_related("place", "school")
    return [
        ListedActivity(
            done_on=row.done_on,
            promises=tuple(numbers[row.pk]),
            place=row.place.name if row.place else "",
            school=row.school.name if row.school else "",
            party=row.party,
            others=tuple(row.others),
            status=row.status,
            count=row.count,
            hours=row.hours,
            note=row.note,
        )
        for row in rows.order_by("done_on", "pk")
    ]
