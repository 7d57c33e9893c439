"""What was not read, put together as it is told: each kind once, with its lines and words."""

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from handslag.domain.judging.cells import Reason
from handslag.domain.reading.finds import Unread, UnreadKind

_ON_PAGES = (UnreadKind.HIDDEN, UnreadKind.PICTURE)  # kinds that also come from files without pages


class Told(NamedTuple):
    """One sentence about what was not read. `items`: the words, each with its line (0: not in the text)."""

    reason: Reason
    items: tuple[tuple[int, str], ...]


def told(unread: Iterable[Unread], text: str) -> tuple[Told, ...]:
    """What to say of `unread`, in the order of the kinds; lines are those of `text`, counted from 1."""
    by_kind = sorted(unread, key=lambda item: list(UnreadKind).index(item.what))
    return tuple(_told(what, list(items), text) for what, items in groupby(by_kind, lambda item: item.what))


def line_of(item: Unread, text: str) -> int:
    """The line of `text` on which it stands, counted from 1; 0 where it is not in the text."""
    return text.count("\n", 0, item.span.start) + 1 if item.span else 0


def _told(what: UnreadKind, items: list[Unread], text: str) -> Told:
    lines = [line_of(item, text) for item in items]
    pages = sorted(item.page for item in items if item.page)
    params: dict[str, object] = {"number": len(items), "lines": _ranges(lines), "pages": _ranges(pages)}
    code = f"unread_{what}_on_pages" if pages and what in _ON_PAGES else f"unread_{what}"
    words = (" | ".join(filter(None, (cell.strip() for cell in item.words.split("\t")))) for item in items)
    return Told(Reason(code, params), tuple(zip(lines, words, strict=True)))


def _ranges(lines: list[int]) -> str:
    """Numbers as people write them: "3–5, 9"."""
    said: list[list[int]] = []
    for line in lines:
        if said and line - said[-1][-1] in (0, 1):
            said[-1].append(line)
        else:
            said.append([line])
    return ", ".join(f"{run[0]}–{run[-1]}" if run[0] < run[-1] else str(run[0]) for run in said)
