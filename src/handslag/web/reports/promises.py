"""One promise in a report: status with arithmetic, terms, deviations, what is unknown, what was done."""

from collections.abc import Iterable, Iterator, Sequence

from django.utils.translation import gettext, ngettext

from handslag.documents.blocks import (
    Block,
    Facts,
    Heading,
    Items,
    Line,
    Link,
    Paragraph,
    Piece,
    Quote,
    Sign,
    Strip,
    StripRow,
    Table,
)
from handslag.domain.judging.cells import Status
from handslag.domain.judging.rollup import Tally
from handslag.domain.promises.terms import Kind
from handslag.services.judging.reads.evidence import Deed
from handslag.services.judging.reads.party_verdicts import Beside
from handslag.services.judging.reads.standings import Standing
from handslag.services.showing.reads.reports import FollowupReport, Reported
from handslag.web.reports.gaps import deviations_of, unknown_of
from handslag.web.reports.process import process_of
from handslag.web.words import strips
from handslag.web.words.explanations import rule_of, steps_of
from handslag.web.words.labels import (
    counted_word,
    day,
    listed,
    opened,
    owner,
    parties_words,
    party_word,
    status_word,
)
from handslag.web.words.party_verdicts import about, contradiction, verdict_word, who_and_when
from handslag.web.words.promise_words import promised
from handslag.web.words.statements import last_said, review_of, statement_of, validity_of
from handslag.web.words.tables import CellRow, DeedRow, cell_rows, deeds_of

MOST_CELLS = 40  # a longer table tells only those that are not kept
MOST_DEEDS = 40  # of one promise; its own page has them all
MOST_GLYPHS = 120


def sign_of(status: str) -> Sign:
    """The glyph and the word of a status."""
    return Sign(status, status_word(status))


def counted_signs(tally: Tally) -> tuple[tuple[Sign, int], ...]:
    """How many promises have each status, with its word as it goes with the number: 2 hållna."""
    return tuple((Sign(status, counted_word(status, count)), count) for status, count in tally.items())


def promise_name(row: Reported) -> str:
    """Löfte 3."""
    return gettext("Promise {number}").format(number=row.standing.number)


def promise_names(rows: Sequence[Reported]) -> str:
    """Löfte 1, 2 och 3."""
    form = ngettext("Promise {numbers}", "Promises {numbers}", len(rows))
    return form.format(numbers=listed(str(row.standing.number) for row in rows))


def how_it_stands(row: Reported) -> Line:
    """How many of how many, and what is left, as every page says it."""
    said = statement_of(row.standing)
    return (f"{said.lead} {said.left}".strip(),)


def promise_blocks(row: Reported, report: FollowupReport, address: str) -> Iterator[Block]:
    """Everything a report says of one promise. `address`: its lasting page, whole."""
    standing = row.standing
    said = statement_of(standing)
    name = f"{promise_name(row)}: "
    yield Heading(3, (name, Quote(promised(standing.terms))), key=f"lofte-{standing.number}")
    yield Paragraph((sign_of(said.status), ". ", *how_it_stands(row)), "status")
    if said.details:
        yield Paragraph((" ".join(said.details),))
    yield Paragraph((source_of(row),), "muted")
    yield _facts(standing, report, address)
    if not row.is_withdrawn and standing.terms.measure.kind is not Kind.STANDING:
        yield from _counted(standing)
    yield from _listed(gettext("Deviations"), deviations_of(row))
    yield from _listed(gettext("How the work went"), process_of(row))
    yield from _listed(gettext("What we do not know"), unknown_of(row))
    yield from _listed(gettext("What the parties say themselves"), map(_own_words, row.verdicts))
    yield from _done(row, report)


def source_of(row: Reported) -> str:
    """Where the numbers come from, and of which day."""
    last = last_said(row.standing)
    if row.is_silent:
        last = gettext("Nobody has reported anything for the period.")
    parties = parties_words(row.standing.terms.parties)
    return f"{last} " + gettext("Source: the log kept by {parties} in Handslag.").format(parties=parties)


def _facts(standing: Standing, report: FollowupReport, address: str) -> Facts:
    terms = standing.terms
    rows: list[tuple[str, Line]] = [
        (gettext("How it is counted"), (" ".join(rule_of(standing)),)),
        (gettext("Who promises"), (opened(parties_words(terms.parties)),)),
        (gettext("Where"), (Quote(", ".join(terms.places) or report.face.name),)),
        (gettext("When"), (f"{opened(validity_of(standing))}. {review_of(standing)}".strip(),)),
    ]
    if standing.perspective:
        rows.insert(1, (gettext("Perspective"), (Quote(standing.perspective),)))
    shown = address.partition("://")[2]
    return Facts((*rows, (gettext("Lasting address"), (Link(shown, address),))))


def _counted(standing: Standing) -> Iterator[Block]:
    """The strip, the same in numbers, and the arithmetic step by step."""
    cells = standing.assessment.cells
    strip = strips.strip_of(standing)
    if 1 < strip.number <= MOST_GLYPHS:
        yield _strip(strip)
    if len(cells) > 1:
        yield _cells(standing, strip)
    yield Heading(4, (gettext("Step by step"),))
    yield Items(tuple((step,) for step in steps_of(standing)), numbered=True)


def _strip(strip: strips.Strip) -> Strip:
    rows = [
        StripRow(row.label, tuple(sign_of(status) if status else None for status in row.statuses))
        for row in strip.rows
    ]
    return Strip(strip.caption, strip.corner, strip.columns, tuple(rows))


def _cells(standing: Standing, strip: strips.Strip) -> Table:
    rows = cell_rows(standing)
    told = rows if len(rows) <= MOST_CELLS else [row for row in rows if row.status is not Status.KEPT]
    caption = gettext("Part by part, in numbers")
    if kept := len(rows) - len(told):
        form = ngettext(
            "Part by part, in numbers; one more is kept",
            "Part by part, in numbers; {number} more are kept",
            kept,
        )
        caption = form.format(number=kept)
    columns = (gettext("Period"), strip.corner, gettext("Done"), gettext("At least"), gettext("Status"))
    return Table(caption, columns, tuple(_cell(row) for row in told), numbers=(2, 3), widths=(2, 3, 1, 1, 3))


def _cell(row: CellRow) -> tuple[Line, ...]:
    return (row.period,), (Quote(row.where),), (row.done,), (row.target or "–",), (sign_of(row.status),)


def _listed(title: str, lines: Iterable[Line]) -> Iterator[Block]:
    if lines := tuple(lines):
        yield Heading(4, (title,))
        yield Items(lines)


def _own_words(row: Beside) -> Line:
    """A party's own verdict, and the computed status where it says something else."""
    party = opened(party_word(row.said.party))
    verdict = f"{party}: {verdict_word(row.said.verdict).lower()} {about(row)}. "
    return (
        *(verdict, Quote(row.said.reason), f" ({opened(who_and_when(row.said))}.)"),
        f" {contradiction(row)}".rstrip(),
    )


def _done(row: Reported, report: FollowupReport) -> Iterator[Block]:
    yield Heading(4, (gettext("What has been done"),))
    deeds = deeds_of(row.standing).done
    if not deeds:
        yield Paragraph((gettext("Nothing has been reported as done."),))
        return
    columns = (gettext("When"), gettext("Where"), gettext("What"), gettext("Who"), gettext("Reported"))
    rows = tuple(_deed(deed) for deed in deeds[:MOST_DEEDS])
    yield Table(done_caption(row, report, len(deeds)), columns, rows, widths=(4, 4, 8, 4, 4))


def done_caption(row: Reported, report: FollowupReport, shown: int) -> str:
    """How many things, how many of them within the period, and that they are made up where they are."""
    form = (
        _shown(shown)
        if row.standing.terms.measure.kind is Kind.STANDING
        else ngettext(
            "{all} thing done that the numbers are counted from, {here} of them in the period",
            "{all} things done that the numbers are counted from, {here} of them in the period",
            shown,
        )
    )
    words = form.format(all=shown, here=len(row.done))
    if shown > MOST_DEEDS:
        words += " – " + gettext("the latest {number} stand here, all on the page of the promise").format(
            number=MOST_DEEDS
        )
    return f"{words} ({gettext('made-up activities')})" if report.face.is_demo else words


def _shown(number: int) -> str:
    """What was done for an aim is counted from nothing."""
    return ngettext(
        "{all} thing done for the aim, {here} of them in the period; shown and not counted",
        "{all} things done for the aim, {here} of them in the period; shown and not counted",
        number,
    )


def _joint(deed: Deed) -> Iterator[Piece]:
    """What of it nobody has confirmed."""
    if deed.joint.waiting:
        whose = owner(parties_words(deed.joint.waiting))
        yield f" ({gettext('waits for {whose} confirmation').format(whose=whose)})"


def _deed(row: DeedRow) -> tuple[Line, ...]:
    deed = row.deed
    what: list[Piece] = [Quote(deed.note) if deed.note else gettext("No description")]
    if row.amount:
        what.append(f" ({row.amount})")
    if row.earlier:
        what.append(f" ({gettext('corrected')})")
    return (
        (day(deed.done_on),),
        (Quote(", ".join(deed.where)) if deed.where else "–",),
        tuple(what),
        (opened(parties_words(deed.parties)), *_joint(deed)),
        (day(deed.logged_on),),
    )
