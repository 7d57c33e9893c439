"""A report on very many promises comes in parts: pages that open at once, and files that can be made.

A thousand rows of tables take 65 MB to be made a PDF of. Whoever has few promises has everything in one.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from django.utils.translation import gettext

from handslag.documents.blocks import Block, Items, Link, Paragraph
from handslag.services.showing.reads.reports import FollowupReport, Reported
from handslag.web.reports.promises import MOST_DEEDS, promise_blocks

Addresses = Callable[[Reported | int | None], str]  # of a promise's page, of a part, or of the report itself
Part = tuple[Reported, ...]
MOST_ROWS = 1_500  # rows of tables in a part
OWN_ROWS = 10  # what a promise takes besides its tables


def parts_of(report: FollowupReport) -> list[Part]:
    """The promises of each part, in their order; one part where there is room for all."""
    parts: list[list[Reported]] = [[]]
    room = MOST_ROWS
    for row in report.promises:
        deeds = min(MOST_DEEDS, len(row.standing.evidence.done))
        rows = OWN_ROWS + len(row.standing.assessment.cells) + deeds
        if rows > room and parts[-1]:
            parts.append([])
            room = MOST_ROWS
        parts[-1].append(row)
        room -= rows
    return list(map(tuple, parts))


def promise_by_promise(report: FollowupReport, addresses: Addresses) -> Iterator[Block]:
    """Each promise; or where each is to be read, when the report comes in parts."""
    parts = parts_of(report)
    if len(parts) == 1:
        yield from promises_of(parts[0], report, addresses)
        return
    yield Paragraph((gettext("There are so many promises that they stand in parts of their own:"),))
    yield Items(tuple((Link(part_name(rows), addresses(number)),) for number, rows in enumerate(parts, 1)))


def promises_of(rows: Iterable[Reported], report: FollowupReport, addresses: Addresses) -> Iterator[Block]:
    for row in rows:
        yield from promise_blocks(row, report, addresses(row))
    if not report.promises:
        yield Paragraph((gettext("No promise was valid in the period."),))


def part_name(rows: Sequence[Reported]) -> str:
    """Löfte 1–28."""
    first, last = rows[0].standing.number, rows[-1].standing.number
    if first == last:
        return gettext("Promise {number}").format(number=first)
    return gettext("Promises {first} to {last}").format(first=first, last=last)
