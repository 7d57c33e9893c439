"""Baselines: how it was before, locked before the first activity so that nobody can choose it to please.

Later measurements of the same indicator stand beside it. Nothing is concluded from the two.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from handslag import clock
from handslag.domain.bounds import MOST_AMOUNT, refuse_large
from handslag.domain.errors import BadInput, WrongState
from handslag.domain.keeping.activities import ActivityStatus
from handslag.domain.listening.redaction import refuse_personal_data
from handslag.domain.permissions import Action
from handslag.domain.promises.terms import PromiseState
from handslag.models.models import Activity, Baseline, Measurement, Promise, User
from handslag.services.access import require
from handslag.services.log import record
from handslag.services.shown import Shown, marks_of, refuse_unseen
from handslag.services.turns import in_turn


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value of an indicator, and where it comes from."""

    indicator: str
    value: Decimal
    unit: str
    measured_on: date
    source: str
    uncertainty: str = ""  # empty: not stated


@dataclass(frozen=True, slots=True)
class Measured:
    """The same indicator measured on a later day, in the unit of the baseline."""

    value: Decimal
    measured_on: date
    source: str
    uncertainty: str = ""


@in_turn
def set_baseline(actor: User, *, promise: Promise, figure: Figure) -> Baseline:
    """Write down how it was before, or change what was written.

    - nothing is concluded from it; once locked it is never changed

    Raises `WrongState("baseline_locked")`, `BadInput` for a day to come or personal data.
    """
    require(actor, promise.municipality, Action.SET_BASELINE)
    refuse_personal_data(indicator=figure.indicator, source=figure.source, uncertainty=figure.uncertainty)
    _refuse_future(figure.measured_on)
    if Baseline.objects.filter(promise=promise, locked_at__isnull=False).exists():
        raise WrongState("baseline_locked")
    values = {name: getattr(figure, name) for name in Figure.__slots__}
    baseline, _ = Baseline.objects.update_or_create(promise=promise, defaults=values | {"entered_by": actor})
    _log("set_baseline", actor, promise)
    return baseline


@in_turn
def lock_baseline(actor: User, *, promise: Promise, seen: Sequence[str] | None = None) -> Baseline:
    """Lock the baseline of a promise, from when it can be compared with.

    - it is never changed again

    `seen`: what `shown_of` gave when the page was opened. Raises `BadInput("baseline_changed")` when it says
    something else by now; `WrongState`: there is none, it is locked, the promise is a draft, or the first
    activity is done already: then the figure was chosen knowing what came after.
    """
    require(actor, promise.municipality, Action.LOCK_BASELINE)
    baseline = Baseline.objects.filter(promise=promise).first()
    if baseline is None or promise.state == PromiseState.DRAFT:
        raise WrongState("no_baseline")
    if baseline.locked_at is not None:
        raise WrongState("baseline_locked")
    if has_begun(promise):
        raise WrongState("baseline_too_late")
    refuse_unseen(seen, _shown(promise))
    baseline.locked_at = clock.now()
    baseline.save(update_fields=["locked_at"])
    _log("lock_baseline", actor, promise)
    return baseline


def shown_of(promise: Promise) -> tuple[str, ...]:
    """What is locked, as marks."""
    return marks_of(_shown(promise))


def _shown(promise: Promise) -> list[Shown]:
    written = Baseline.objects.filter(promise=promise).values(*Figure.__slots__)
    return [Shown("baseline_changed", {"value": one["value"], "unit": one["unit"]}, one) for one in written]


@in_turn
def add_measurement(actor: User, *, promise: Promise, measured: Measured) -> Measurement:
    """Write down a later measurement of the indicator that the baseline was locked for.

    - residents see it beside the baseline, with its source and uncertainty
    - the same written twice stands once

    Raises `WrongState("baseline_not_locked")`; `BadInput` for a day to come or not after the
    baseline's, and for personal data.
    """
    require(actor, promise.municipality, Action.ADD_MEASUREMENT)
    baseline = Baseline.objects.filter(promise=promise, locked_at__isnull=False).first()
    if baseline is None:
        raise WrongState("baseline_not_locked")
    refuse_large(MOST_AMOUNT, value=measured.value)
    refuse_personal_data(source=measured.source, uncertainty=measured.uncertainty)
    _refuse_future(measured.measured_on)
    if measured.measured_on <= baseline.measured_on:
        raise BadInput("measured_before_baseline", day=baseline.measured_on)
    values = {name: getattr(measured, name) for name in Measured.__slots__}
    entered = {"entered_by": actor, "entered_at": clock.now()}
    added, is_new = baseline.measurements.filter(taken_back_at=None).get_or_create(
        baseline=baseline, **values, defaults=entered
    )
    if is_new:
        _log("add_measurement", actor, promise)
    return added


@in_turn
def take_back_measurement(actor: User, *, measurement: Measurement, reason: str) -> Measurement:
    """Say that a measurement was wrong.

    - it stays in public, struck out, with `reason` beside it

    Raises `BadInput` without a reason or for personal data, `WrongState` when it is taken back already.
    """
    promise = measurement.baseline.promise
    require(actor, promise.municipality, Action.TAKE_BACK_MEASUREMENT)
    if not reason.strip():
        raise BadInput("measurement_without_reason")
    refuse_personal_data(reason=reason)
    if measurement.taken_back_at is not None:
        raise WrongState("measurement_taken_back")
    measurement.taken_back_at, measurement.taken_back_reason = clock.now(), reason.strip()
    measurement.save(update_fields=["taken_back_at", "taken_back_reason"])
    _log("take_back_measurement", actor, promise)
    return measurement


def _refuse_future(measured_on: date) -> None:
    if measured_on > clock.today():
        raise BadInput("measured_in_future", day=measured_on)


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
