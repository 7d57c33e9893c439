"""Closing a period: the owner's word that everything done has been reported."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Model

from handslag import clock
from handslag.domain.errors import BadInput
from handslag.domain.keeping.activities import PeriodOutcome
from handslag.domain.listening.redaction import refuse_personal_data
from handslag.domain.people.parties import Party
from handslag.domain.permissions import Action
from handslag.domain.promises.terms import PromiseState
from handslag.models.models import PeriodReport, Place, Promise, School, User
from handslag.services.access import require
from handslag.services.judging.reads.standings import standings
from handslag.services.log import record
from handslag.services.shown import Shown, mark, marks_of, refuse_unseen
from handslag.services.turns import in_turn


@in_turn
def close_period(
    actor: User,
    *,
    promise: Promise,
    start: date,
    end: date,
    party: Party,
    place: Place | None = None,
    school: School | None = None,
    cause: str = "",
    decision: str = "",
    outcome: PeriodOutcome | None = None,
    helped: str = "",
    hindered: str = "",
    planned_hours: Decimal | None = None,
    spent_hours: Decimal | None = None,
    seen: Sequence[str] | None = None,
) -> PeriodReport:
    """Say that everything done for `promise` from `start` to `end` has been reported.

    - from now on a shortfall in the period is NOT_KEPT, with `cause` and `decision` beside it
    - without a place it holds for all places
    - `outcome`, what helped and hindered, and the hours are shown beside it and never judged by
    - the same said twice stands once; so does a closed period of which nothing new is told

    `seen`: what `shown_of` gave when the page was opened. Raises `BadInput` when the period has not ended,
    is backwards or lies before the promise, when hours are below zero, when the words hold personal data,
    or when something was logged, or the period closed, meanwhile.
    """
    require(actor, promise.municipality, Action.CLOSE_PERIOD)
    _check_period(promise, start, end)
    if any(hours is not None and hours < 0 for hours in (planned_hours, spent_hours)):
        raise BadInput("hours_below_zero")
    refuse_personal_data(cause=cause, decision=decision, helped=helped, hindered=hindered)
    about = {"promise": promise, "start": start, "end": end, "place": place, "school": school, "party": party}
    told = {
        "cause": cause.strip(),
        "decision": decision.strip(),
        "outcome": outcome or "",
        "helped": helped.strip(),
        "hindered": hindered.strip(),
        "planned_hours": planned_hours,
        "spent_hours": spent_hours,
    }
    same = PeriodReport.objects.filter(**about, **(told if any(told.values()) else {})).last()
    if same is not None:
        return same
    refuse_unseen(seen, _shown(promise, start, end))
    return _save(actor, about | told)


def shown_of(promise: Promise, start: date, end: date | None) -> tuple[str, ...]:
    """What is confirmed when a period is closed, as marks: what was done in it, who has closed it before."""
    return marks_of(_shown(promise, start, end))


def _shown(promise: Promise, start: date, end: date | None) -> list[Shown]:
    found = standings(promise.municipality, on=clock.today(), numbers=[promise.number])
    standing = next(one for one in found if one.number == promise.number)
    cells = [one for one in standing.assessment.cells if (one.start, one.end) == (start, end)]
    told = PeriodReport.objects.filter(promise=promise, start=start).order_by("pk")
    return [
        *(Shown("period_closed_meanwhile", {}, one.pk) for one in told if one.end == end),
        *(
            Shown(
                "period_evidence_moved",
                {"done": one.done, "target": one.target},
                (one.place, one.status, standing.terms.version),
            )
            for one in cells
        ),
    ]


def _save(actor: User, columns: Mapping[str, Any]) -> PeriodReport:
    report = PeriodReport(closed_on=clock.today(), closed_by=actor, **columns)
    said = (value.pk if isinstance(value, Model) else value for _name, value in sorted(columns.items()))
    report.key = mark(list(map(str, said)))
    report.save()
    _log(actor, report.promise, report.start, report.end)
    return report


def _check_period(promise: Promise, start: date, end: date) -> None:
    if promise.state == PromiseState.DRAFT:
        raise BadInput("promise_not_public", number=promise.number)
    if end < start:
        raise BadInput("period_backwards", start=start, end=end)
    if end >= clock.today():
        raise BadInput("period_not_over", end=end)


def _log(actor: User, promise: Promise, start: date, end: date) -> None:
    record(
        "close_period",
        actor=actor,
        municipality=promise.municipality,
        kind="promise",
        object_id=promise.public_id,
        start=start.isoformat(),
        end=end.isoformat(),
    )
