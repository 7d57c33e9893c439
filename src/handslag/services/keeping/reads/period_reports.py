"""Which periods of a promise were closed, by whom and with what words."""

from dataclasses import dataclass
from datetime import date

from handslag.models.models import Promise


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
