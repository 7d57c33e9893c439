"""Which verdicts a change of a calendar, list or promise would move: two assessments in memory, compared."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from handslag.domain.judging.cells import Cell, Status
from handslag.domain.judging.periods import Period
from handslag.domain.judging.register_changes import Change
from handslag.models.models import Municipality, PromiseVersion
from handslag.services.judging.reads.standings import Standing, standings_if, standings_with

Pair = tuple[Cell | None, Cell | None]


@dataclass(frozen=True, slots=True)
class Move:
    """Cells of one promise and the same days that would be judged otherwise, in the same way.

    `names` are their places, schools or events; () where the promise is judged as one. `before` None:
    there is no such cell today; `after` None: there would be none.
    """

    start: date
    end: date | None
    names: tuple[str, ...]
    before: Status | None
    after: Status | None


@dataclass(frozen=True, slots=True)
class MovedPromise:
    """A promise with cells that move, and its headline before and after."""

    number: int
    text: str
    per: str
    before: Status
    after: Status
    moves: tuple[Move, ...]


def moves(municipality: Municipality, change: Change | PromiseVersion, *, on: date) -> list[MovedPromise]:
    """What `change` would do to the verdicts of the day `on`. Seven queries; nothing is written.

    A version is one that is not saved yet. Raises `BadInput` when the changed calendar contradicts itself.
    """
    if isinstance(change, PromiseVersion):
        return moves_of_versions(municipality, [change], on=on)
    return _moved_among(standings_if(municipality, change.applied, on=on))


def moves_of_versions(
    municipality: Municipality, later: Sequence[PromiseVersion], *, on: date
) -> list[MovedPromise]:
    """What versions that are not saved yet would do, all together. Seven queries."""
    return _moved_among(standings_with(municipality, later, on=on))


def _moved_among(pairs: Iterable[tuple[Standing, Standing]]) -> list[MovedPromise]:
    found = (_moved(now, then) for now, then in pairs)
    return [promise for promise in found if promise.moves]


def _moved(now: Standing, then: Standing) -> MovedPromise:
    return MovedPromise(
        number=now.number,
        text=now.terms.text,
        per=now.terms.measure.per,
        before=now.assessment.headline[1].status,
        after=then.assessment.headline[1].status,
        moves=tuple(_together(now, then)),
    )


def _together(now: Standing, then: Standing) -> Iterator[Move]:
    """The moves, those of the same days and verdicts in one."""
    names: defaultdict[tuple[date, date | None, Status | None, Status | None], list[str]] = defaultdict(list)
    for before, after in _paired(now.assessment.cells, then.assessment.cells):
        was, would = before.status if before else None, after.status if after else None
        cell = after or before
        if was is not would and cell is not None:
            event = {**then.event_names, **now.event_names}.get(cell.event or "", "")
            names[cell.start, cell.end, was, would].append(event or cell.place or "")
    for (start, end, was, would), of_move in sorted(names.items(), key=lambda item: item[0][0]):
        yield Move(start, end, tuple(sorted(filter(None, of_move))), was, would)


def _paired(before: Iterable[Cell], after: Iterable[Cell]) -> Iterator[Pair]:
    """Each cell with the one that takes its place: the same days, else the first that shares a day."""
    left: defaultdict[tuple[bool, str | None], list[Cell]] = defaultdict(list)
    for cell in after:
        left[_whose(cell)].append(cell)
    waiting = []
    for cell in before:
        others = left[_whose(cell)]
        same = next((other for other in others if (other.start, other.end) == (cell.start, cell.end)), None)
        if same is None:
            waiting.append(cell)
        else:
            others.remove(same)
            yield cell, same
    for cell in waiting:
        others = left[_whose(cell)]
        shares = next((other for other in others if _share_a_day(cell, other)), None)
        if shares is not None:
            others.remove(shares)
        yield cell, shares
    yield from ((None, cell) for others in left.values() for cell in others)


def _whose(cell: Cell) -> tuple[bool, str | None]:
    """The event of a cell, wherever it is held; else its place."""
    return cell.event is not None, cell.event or cell.place


def _share_a_day(one: Cell, other: Cell) -> bool:
    return Period(one.start, one.end or date.max).meets(other.start, other.end or date.max)
