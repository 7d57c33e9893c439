"""What a report must not hide: parts that were not kept, with cause and decision, and what nobody knows."""

from collections.abc import Iterator
from itertools import groupby

from django.utils.translation import gettext

from handslag.documents.blocks import Line, Piece, Quote
from handslag.domain.judging.cells import Cell, Status, plain
from handslag.services.judging.reads.evidence import Deed
from handslag.services.judging.reads.standings import Standing
from handslag.services.showing.reads.reports import Reported
from handslag.web.words.labels import day, listed, number, opened, party_word
from handslag.web.words.strips import cell_period


def deviations_of(row: Reported) -> list[Line]:
    """What was closed short: how much of how much, the cause and the decision, one line for those alike."""
    short = [cell for cell in row.standing.assessment.cells if cell.status is Status.NOT_KEPT]
    measure = row.standing.terms.measure

    def alike(cell: Cell) -> tuple[str, str, str]:
        said = cell.reasons[0].params
        return cell_period(cell, measure), str(said["cause"]), str(said["decision"])

    groups = groupby(sorted(short, key=alike), key=alike)
    return [_deviation(period, cause, decision, list(cells)) for (period, cause, decision), cells in groups]


def _deviation(period: str, cause: str, decision: str, cells: list[Cell]) -> Line:
    done = [
        gettext("{done} of at least {target}").format(
            done=number(plain(cell.done)), target=number(cell.target)
        )
        for cell in cells
    ]
    where = [
        f"{cell.place}: {words}" if cell.place else words for cell, words in zip(cells, done, strict=True)
    ]
    pieces: list[Piece] = [f"{opened(period)}. {listed(where)}. ", gettext("Cause:") + " "]
    pieces.append(Quote(cause) if cause else gettext("not said."))
    pieces += [" ", gettext("Decision:") + " "]
    pieces.append(Quote(decision) if decision else gettext("none yet."))
    return tuple(pieces)


def unknown_of(row: Reported) -> list[Line]:
    """What nobody has said: silence, periods that are over but not closed, plans whose day has passed."""
    if row.is_withdrawn:
        return []
    lines: list[Line] = []
    if row.is_silent:
        lines.append(
            (gettext("Nobody has reported anything for the period. If something was done we do not know."),)
        )
    lines += [(words,) for words in _unclosed(row.standing)]
    lines += [_unsettled(deed) for deed in row.unsettled]
    lines += [line for deed in row.denied for line in _denied(deed)]
    return lines


def _denied(deed: Deed) -> Iterator[Line]:
    """What one party says was done together and another denies: it is not counted."""
    for answer in deed.joint.denied:
        form = gettext("{day}: {party} is said to have taken part and says no. It is not counted. Why:")
        words = form.format(day=opened(day(deed.done_on)), party=party_word(answer.party))
        yield f"{words} ", Quote(answer.reason)


def _unclosed(standing: Standing) -> Iterator[str]:
    silent = [cell for cell in standing.assessment.cells if cell.status is Status.NOT_REPORTED]
    names = standing.event_names
    for period, cells in groupby(silent, key=lambda cell: cell_period(cell, standing.terms.measure)):
        where = [cell.place or names.get(cell.event or "", "") for cell in cells]
        named = f"{opened(period)}, {listed(where)}" if any(where) else opened(period)
        yield gettext("{what}: the period is over, but nobody has said that all is reported.").format(
            what=named
        )


def _unsettled(deed: Deed) -> Line:
    where = ", ".join(deed.where)
    form = gettext("Planned {day}: nobody has said if it came about.")
    words = form.format(day=day(deed.done_on))
    return (Quote(f"{where}. "), words) if where else (words,)
