"""What a promise has been: its versions, and when the parties looked at it again."""

from dataclasses import dataclass
from datetime import date

from handslag.models.models import Review
from handslag.services.access import public_promise
from handslag.services.judging.reads.standings import Standing, standings
from handslag.services.people.reads.municipalities import Face, face_of


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A review that let the promise hold on."""

    reviewed_on: date
    next_on: date
    said: str


@dataclass(frozen=True, slots=True)
class HistoryPage:
    face: Face
    promise: Standing
    reviews: tuple[ReviewRow, ...]  # latest first


def history_page(slug: str, number: int, *, on: date) -> HistoryPage:
    """Every version of a promise that is or was public. Raises `NotFound`. Nine queries."""
    municipality = public_promise(slug, number).municipality
    found = standings(municipality, on=on, numbers=[number])
    rows = Review.objects.filter(promise__municipality=municipality, promise__number=number)
    return HistoryPage(
        face=face_of(municipality),
        promise=next(one for one in found if one.number == number),
        reviews=tuple(
            ReviewRow(row.reviewed_on, row.next_on, row.said) for row in rows.order_by("-reviewed_on", "-id")
        ),
    )
