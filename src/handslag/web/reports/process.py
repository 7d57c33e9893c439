"""How the work with one promise went, as those who closed its periods told it. Nothing is judged by it."""

from collections.abc import Iterator
from decimal import Decimal

from django.utils.translation import gettext

from handslag.documents.blocks import Line, Quote
from handslag.services.judging.reads.evidence import Closed
from handslag.services.showing.reads.reports import Reported
from handslag.web.words.labels import day, number, outcome_word


def process_of(row: Reported) -> Iterator[Line]:
    """One line for each closed period of which something was told, the earliest first."""
    for closed in reversed(row.standing.evidence.closed):
        told = list(_told(closed))
        if told:
            days = gettext("{start} to {end}").format(
                start=day(closed.report.start), end=day(closed.report.end)
            )
            where = (" (", Quote(closed.report.place), ")") if closed.report.place else ()
            yield (days, *where, ":", *(piece for line in told for piece in (" ", *line)))


def _told(closed: Closed) -> Iterator[Line]:
    if closed.outcome:
        yield (gettext("Compared with the plan:"), f" {outcome_word(closed.outcome).lower()}.")
    if closed.helped:
        yield (gettext("What helped:"), " ", Quote(closed.helped))
    if closed.hindered:
        yield (gettext("What hindered:"), " ", Quote(closed.hindered))
    if closed.planned_hours is not None or closed.spent_hours is not None:
        yield (gettext("Hours planned:"), f" {_hours(closed.planned_hours)}.")
        yield (gettext("Hours spent:"), f" {_hours(closed.spent_hours)}.")


def _hours(hours: Decimal | None) -> str:
    return gettext("unknown") if hours is None else number(hours)
