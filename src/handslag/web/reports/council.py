"""The report to the council assembly: what it needs on its first pages, then the follow-up as an annex."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from django.utils.translation import gettext, ngettext

from handslag.documents.blocks import Block, Document, Heading, Items, Line, Paragraph, Strong
from handslag.services.judging.reads.standings import worst_first
from handslag.services.showing.reads.reports import FollowupReport, Need, Reported
from handslag.web.reports.documents import (
    document_of,
    lead_of,
    overview_of,
    sources_of,
    tally_of,
)
from handslag.web.reports.gaps import deviations_of, unknown_of
from handslag.web.reports.names import council_title
from handslag.web.reports.parts import Addresses, promise_by_promise
from handslag.web.reports.promises import promise_names
from handslag.web.words.labels import day, listed, parties_words

_ACT_FROM = date(2023, 7, 1)  # the first day of the Act (2023:196)


def council_document(report: FollowupReport, addresses: Addresses) -> Document:
    """What the assembly needs on its first pages; then the whole follow-up as an annex.

    Since 1 July 2023 the board that leads the work against crime reports on it continuously to the
    council assembly (Act 2023:196, section 13); a report on days before that cites no act.
    """
    blocks = (
        lead_of(report),
        Paragraph((_purpose(report),)),
        tally_of(report),
        Heading(2, (gettext("What was promised and how it stands"),)),
        overview_of(report, _worst_first(report)),
        *_of_each(
            gettext("What was not reported"),
            report,
            unknown_of,
            gettext("Nothing that should have been reported is missing."),
        ),
        *_of_each(
            gettext("Deviations, with cause and decision"),
            report,
            deviations_of,
            gettext("No period has been closed short of its target."),
        ),
        Heading(2, (gettext("To take a stand on"),)),
        Paragraph(
            (
                gettext(
                    "What you decide is written in at the desk: when a period is closed, and when a promise "
                    "is looked at again or changed."
                ),
            )
        ),
        _decisions(report),
        Heading(2, (gettext("Annex: promise by promise"),)),
        *promise_by_promise(report, addresses),
        *sources_of(report, addresses),
    )
    return document_of(report, council_title(report), blocks)


def _purpose(report: FollowupReport) -> str:
    about = gettext(
        "This report is about the promises that {parties} have made to residents. The annex gives the "
        "basis of every number."
    ).format(parties=parties_words(report.parties))
    if report.period.days.end < _ACT_FROM:
        return about
    law = gettext(
        "By section 13 of the Act (2023:196) on municipal responsibility for crime prevention, the board "
        "that leads the work reports continuously to the municipal council."
    )
    return f"{law} {about}"


def _worst_first(report: FollowupReport) -> list[Reported]:
    """As on the municipality's page; what was withdrawn stands last."""
    rows = {row.standing.number: row for row in report.promises}
    judged = worst_first(row.standing for row in report.promises if not row.is_withdrawn)
    return [
        *(rows[standing.number] for standing in judged),
        *(row for row in report.promises if row.is_withdrawn),
    ]


def _of_each(
    title: str, report: FollowupReport, lines_of: Callable[[Reported], list[Line]], none: str
) -> Iterator[Block]:
    """One line for each thing that `lines_of` tells, whatever the number of promises it is told of."""
    yield Heading(2, (title,))
    alike: dict[Line, list[Reported]] = {}
    for row in report.promises:
        for line in lines_of(row):
            alike.setdefault(line, []).append(row)
    lines = [(Strong(f"{promise_names(rows)}. "), *line) for line, rows in alike.items()]
    yield Items(tuple(lines)) if lines else Paragraph((none,))


def _decisions(report: FollowupReport) -> Block:
    lines: list[Line] = []
    for need in Need:
        rows = [row for row in report.promises if need in row.needs]
        if rows:
            numbers = listed(str(row.standing.number) for row in rows)
            form = ngettext("Promise {numbers}:", "Promises {numbers}:", len(rows))
            lines.append((Strong(form.format(numbers=numbers) + " "), _need(need, rows)))
    if not lines:
        return Paragraph((gettext("None."),))
    return Items(tuple(lines), numbered=True)


def _need(need: Need, rows: Iterable[Reported]) -> str:
    terms = [row.standing.terms for row in rows]
    match need:
        case Need.REPORT:
            return gettext(
                "decide who is to report what was done and close the periods that are over, and by when."
            )
        case Need.DECIDE:
            return gettext("decide what is to be done about the part that was not kept.")
        case Need.CATCH_UP:
            return gettext("decide how what remains is to be done in time, or change the promise openly.")
        case Need.NAME_DAY:
            return gettext("decide on the day by which it is to be done.")
        case Need.REVIEW:
            first = min(row.standing.review_on for row in rows if row.standing.review_on)
            return gettext("look at the promise again by {day}: keep it, change it or replace it.").format(
                day=day(first)
            )
        case Need.RENEW:
            first = min(one.valid_to for one in terms if one.valid_to)
            return gettext("the promise ends {day}: decide what follows it.").format(day=day(first))
