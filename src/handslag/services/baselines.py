"""Baselines: how it was before, locked before the first activity so that nobody can choose it to please."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction

from handslag import clock
from handslag.domain.activities import ActivityStatus
from handslag.domain.errors import BadInput, WrongState
from handslag.domain.permissions import Action
from handslag.domain.promises import PromiseState
from handslag.models.models import Activity, Baseline, Promise, User
from handslag.services.access import require
from handslag.services.log import record
from handslag.services.redaction import refuse_personal_data


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value of an indicator, and where it comes from."""

    indicator: str
    value: Decimal
    unit: str
    measured_on: date
    source: str


@transaction.atomic
def set_baseline(actor: User, *, promise: Promise, figure: Figure) -> Baseline:
    """Write down how it was before, or change what was written.

    - nothing is concluded from it; once locked it is never changed

    Raises `WrongState("baseline_locked")`, `BadInput` for a day to come or personal data.
    """
    require(actor, promise.municipality, Action.SET_BASELINE)
    refuse_personal_data(indicator=figure.indicator, source=figure.source)
    if figure.measured_on > clock.today():
        raise BadInput("measured_in_future", day=figure.measured_on)
    if Baseline.objects.filter(promise=promise, locked_at__isnull=False).exists():
        raise WrongState("baseline_locked")
    values = {name: getattr(figure, name) for name in Figure.__slots__}
    baseline, _ = Baseline.objects.update_or_create(promise=promise, defaults=values | {"entered_by": actor})
    _log("set_baseline", actor, promise)
    return baseline


@transaction.atomic
def lock_baseline(actor: User, *, promise: Promise) -> Baseline:
    """Lock the baseline of a promise, from when it can be compared with.

    - it is never changed again

    Raises `WrongState`: there is none, it is locked, the promise is a draft, or the first activity is
    done already: then the figure was chosen knowing what came after.
    """
    require(actor, promise.municipality, Action.LOCK_BASELINE)
    baseline = Baseline.objects.select_for_update().filter(promise=promise).first()
    if baseline is None or promise.state == PromiseState.DRAFT:
        raise WrongState("no_baseline")
    if baseline.locked_at is not None:
        raise WrongState("baseline_locked")
    if has_begun(promise):
        raise WrongState("baseline_too_late")
    baseline.locked_at = clock.now()
    baseline.save(update_fields=["locked_at"])
    _log("lock_baseline", actor, promise)
    return baseline


def has_begun(promise: Promise) -> bool:
    """Whether anything has been done for a promise: what counts, neither corrected nor taken back."""
    return Activity.current.filter(promises=promise, status=ActivityStatus.DONE).exists()


def _log(verb: str, actor: User, promise: Promise) -> None:
    record(
        verb,
        actor=actor,
        municipality=promise.municipality,
        kind="promise",
        object_id=promise.public_id,
    )
