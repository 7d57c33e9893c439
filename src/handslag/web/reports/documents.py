"""The follow-up of a period as a document, and the parts that every report is made of.

All reports have the same sections, promise by promise, so that no number can differ between them.
"""

from collections.abc import Iterable, Iterator

from django.utils.translation import get_language, gettext, ngettext, pgettext

from handslag.documents.blocks import (
    Block,
    Document,
    Heading,
    Items,
    Line,
    Link,
    Paragraph,
    Quote,
    Table,
    Tally,
)
from handslag.domain.errors import NotFound
from handslag.services.showing.reads.reports import FollowupReport, Reported
from handslag.web.reports.names import followup_title, period_days
from handslag.web.reports.parts import Addresses, part_name, parts_of, promise_by_promise, promises_of
from handslag.web.reports.promises import counted_signs, how_it_stands, sign_of
from handslag.web.words.labels import day, listed, owner
from handslag.web.words.promise_words import promised
from handslag.web.words.statements import statement_of


def followup_document(report: FollowupReport, addresses: Addresses) -> Document:
    """Tertial, half-year or year: an overview, then promise by promise."""
    blocks = (
        lead_of(report),
        tally_of(report),
        Heading(2, (gettext("In short"),)),
        Items(tuple((words,) for words in _in_short(report))),
        overview_of(report, report.promises),
        Heading(2, (gettext("Promise by promise"),)),
        *promise_by_promise(report, addresses),
        *sources_of(report, addresses),
    )
    return document_of(report, followup_title(report), blocks)


def part_document(report: FollowupReport, number: int, addresses: Addresses) -> Document:
    """One of the parts that a report on very many promises comes in. Raises `NotFound`."""
    parts = parts_of(report)
    if not 1 <= number <= len(parts) > 1:
        raise NotFound("not_found")
    rows = parts[number - 1]
    others = [(number - 1, gettext("The part before:")), (number + 1, gettext("The next part:"))]
    blocks = (
        lead_of(report),
        Items(
            (
                (Link(gettext("Overview of the whole report"), addresses(None)),),
                *(
                    (f"{words} ", Link(part_name(parts[other - 1]), addresses(other)))
                    for other, words in others
                    if 1 <= other <= len(parts)
                ),
            )
        ),
        Heading(2, (part_name(rows),)),
        *promises_of(rows, report, addresses),
        *sources_of(report, addresses),
    )
    title = gettext("{title}, part {number} of {all}").format(
        title=followup_title(report), number=number, all=len(parts)
    )
    return document_of(report, title, blocks)


def document_of(report: FollowupReport, title: str, blocks: tuple[Block, ...]) -> Document:
    face = report.face
    notice = gettext("Demonstration: activities and answers are made up.") if face.is_demo else ""
    return Document(
        title=title,
        language=get_language() or "sv",
        on=report.made_on,
        owner=gettext("{owner} citizen promises").format(owner=owner(face.short_name)),
        blocks=blocks,
        foot=f"{title}. " + gettext("Counted on {day}.").format(day=day(report.made_on)),
        page_words=page_words(),
        notice=notice,
    )


def page_words() -> tuple[str, str]:
    """The words around the numbers of a page: Sida 2 av 5."""
    return pgettext("of paper", "Page"), pgettext("pages", "of")


def lead_of(report: FollowupReport) -> Paragraph:
    form = (
        gettext("This is how it stood on {on}, counted on what was reported by {made}. The period is {days}.")
        if report.is_over
        else gettext(
            "This is how it stands on {on}, counted on what has been reported. The period is {days}."
        )
    )
    words = form.format(on=day(report.on), made=day(report.made_on), days=period_days(report.period))
    return Paragraph((words,), "lead")


def tally_of(report: FollowupReport) -> Tally:
    return Tally(counted_signs(report.tally))


def _in_short(report: FollowupReport) -> Iterator[str]:
    promises = len(report.promises)
    yield ngettext(
        "{number} promise was valid in the period.", "{number} promises were valid in the period.", promises
    ).format(number=promises)
    done = len(report.done)
    yield ngettext(
        "{number} activity was reported as done in it.",
        "{number} activities were reported as done in it.",
        done,
    ).format(number=done)
    silent = [str(row.standing.number) for row in report.promises if row.is_silent and not row.is_withdrawn]
    if silent:
        yield ngettext(
            "Nobody has reported anything in it for promise {numbers}.",
            "Nobody has reported anything in it for promises {numbers}.",
            len(silent),
        ).format(numbers=listed(silent))


def overview_of(report: FollowupReport, rows: Iterable[Reported]) -> Table:
    columns = (gettext("No."), gettext("The promise"), gettext("Status"), gettext("Counted"))
    return Table("", columns, tuple(_overview_row(row) for row in rows), widths=(0, 6, 4, 6))


def _overview_row(row: Reported) -> tuple[Line, ...]:
    standing = row.standing
    text = (Quote(promised(standing.terms)),)
    return (str(standing.number),), text, (sign_of(statement_of(standing).status),), how_it_stands(row)


def sources_of(report: FollowupReport, addresses: Addresses) -> Iterator[Block]:
    """How the report was made, so that anybody can make it again."""
    yield Heading(2, (gettext("How this report is made"),))
    words = gettext(
        "Every status and number is computed from what was logged, by rules set before the promises were "
        "signed. Parts that were over by the last day of the period are judged with everything known on "
        "{made}; the others as they stood on {on}. What nobody has reported is called not reported: "
        "neither done nor zero."
    )
    yield Paragraph((words.format(made=day(report.made_on), on=day(report.on)),))
    address = addresses(None)
    yield Paragraph(
        (gettext("The newest form of this report:") + " ", Link(address.partition("://")[2], address))
    )
