"""How it was before a promise and how it was measured later: what there is to say of effect."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from handslag.clock import STOCKHOLM
from handslag.models.models import Baseline, Measurement, Promise
from handslag.services.judging.reads.evidence import Evidence


@dataclass(frozen=True, slots=True)
class MeasurementRow:
    """One later measurement; `taken_back`: the day and why, when it was wrong."""

    key: int
    value: Decimal
    measured_on: date
    source: str
    uncertainty: str
    taken_back: tuple[date, str] | None


@dataclass(frozen=True, slots=True)
class BaselineRow:
    """The baseline of a promise; `locked_on` None while it may still be changed."""

    indicator: str
    value: Decimal
    unit: str
    measured_on: date
    source: str
    uncertainty: str
    locked_on: date | None
    measurements: tuple[MeasurementRow, ...]


@dataclass(frozen=True, slots=True)
class Effect:
    """What residents see of effect. `begun_on`: the first thing done, if dated before the lock.

    Somebody may log afterwards what was done before the baseline was locked; then it is said.
    """

    baseline: BaselineRow
    begun_on: date | None


def baseline_row(promise: Promise) -> BaselineRow | None:
    """The baseline of a promise, locked or not. Two queries, one where there is none."""
    row = Baseline.objects.filter(promise=promise).prefetch_related("measurements").first()
    if row is None:
        return None
    return BaselineRow(
        indicator=row.indicator,
        value=row.value,
        unit=row.unit,
        measured_on=row.measured_on,
        source=row.source,
        uncertainty=row.uncertainty,
        locked_on=row.locked_at.astimezone(STOCKHOLM).date() if row.locked_at else None,
        measurements=tuple(_measurement_row(one) for one in row.measurements.all()),
    )


def effect_of(promise: Promise, evidence: Evidence) -> Effect | None:
    """The locked baseline and what was measured since; None where none is locked. At most two queries."""
    row = baseline_row(promise)
    if row is None or row.locked_on is None:
        return None
    first = min((deed.done_on for deed in evidence.done), default=date.max)
    return Effect(row, first if first < row.locked_on else None)


def _measurement_row(row: Measurement) -> MeasurementRow:
    back = row.taken_back_at and (row.taken_back_at.astimezone(STOCKHOLM).date(), row.taken_back_reason)
    return MeasurementRow(
        key=row.pk,
        value=row.value,
        measured_on=row.measured_on,
        source=row.source,
        uncertainty=row.uncertainty,
        taken_back=back or None,
    )
