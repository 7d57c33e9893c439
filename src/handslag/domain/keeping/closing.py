"""Which days the owner of a promise has closed: said that all that was done in them is reported.

Reports may be made piece by piece: what counts is whether together they cover every day of a cell.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from handslag.domain.keeping.activities import PeriodReport
from handslag.domain.keeping.places import Match


@dataclass(frozen=True, slots=True)
class Closed:
    """The word that closed a cell: the day it was complete, the causes and decisions given."""

    closed_on: date
    cause: str
    decision: str


class Closing:
    """The reports on one promise made at latest on `on`; `match` reads the names of their places."""

    def __init__(self, reports: Iterable[PeriodReport], on: date, match: Match) -> None:
        made = (report for report in reports if report.closed_on <= on)
        self._reports = sorted(made, key=lambda report: (report.closed_on, report.start, report.end))
        self._match = match
        self._by_place: dict[str | None, tuple[list[PeriodReport], list[tuple[date, date]]]] = {}

    def of(self, start: date, end: date, place: str | None) -> Closed | None:
        """What closed the cell of `start` to `end` at `place`, or None if a day of it is still open."""
        if not self._reports:
            return None
        reports, spans = self._at(place)
        index = bisect_right(spans, start, key=lambda span: span[0]) - 1
        if index < 0 or spans[index][1] < end:
            return None
        return _word([report for report in reports if report.start <= end and start <= report.end])

    def _at(self, place: str | None) -> tuple[list[PeriodReport], list[tuple[date, date]]]:
        """The reports that speak of `place`, and the spans of days they close without a gap."""
        if place not in self._by_place:
            reports = [
                report
                for report in self._reports
                if report.place is None or (place is not None and self._match(report.place) == place)
            ]
            self._by_place[place] = reports, _merged(reports)
        return self._by_place[place]


def _merged(reports: Sequence[PeriodReport]) -> list[tuple[date, date]]:
    """Spans of closed days, joined where they touch. Nobody can close a day that has not come."""
    spans = sorted((report.start, min(report.end, report.closed_on)) for report in reports)
    merged: list[tuple[date, date]] = []
    for start, end in spans:
        if end < start:
            continue
        if merged and start <= merged[-1][1] + timedelta(days=1):
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged


def _word(reports: Sequence[PeriodReport]) -> Closed:
    causes = dict.fromkeys(report.cause for report in reports if report.cause)
    decisions = dict.fromkeys(report.decision for report in reports if report.decision)
    return Closed(reports[-1].closed_on, "; ".join(causes), "; ".join(decisions))
