"""Lines put together into blocks: list items with their depth, bare lines, paragraphs and speech."""

import re
from enum import Enum, auto
from itertools import zip_longest
from typing import Final, NamedTuple

from handslag.domain.reading.finds import Span
from handslag.domain.reading.lines import Line, lines_of
from handslag.domain.reading.verbs import INFINITIVE

_DASHES: Final = "-‒–—―−"
_DOTS: Final = "•·∙●\uf0b7"  # one sign, as fonts and programs write it
_BOXES: Final = "☐☑☒["  # ticked or not
# "Löfte 2: …" begins anew, however long the line above it is.
_NUMBERED: Final = re.compile(
    r"(?:(?:medborgar)?löfte|åtagande|punkt|åtgärd|aktivitet|insats)\s(?:nr\.?\s?)?\d{1,2}\b", re.IGNORECASE
)
_WRAP_WIDTH: Final = 60  # a line at least so long that stops in mid-sentence was wrapped
_HEADING_WORDS: Final = 9  # "Vad är ett medborgarlöfte?" is a heading although it ends as a sentence
_SAYS: Final = re.compile(
    r"[,”\"?!]\s?(?:säger|sa|sade|berättar|menar|förklarar|tycker|konstaterar|fortsätter|avslutar|kommenterar"
    r"|understryker|betonar|tillägger)\s"
)
_COLON: Final = re.compile(r"(?:[:;]|\.\.|…|\batt,?)$", re.IGNORECASE)
_LAST: Final = ":;.…tT,"
# "och att kommunen ska" between two lists is a lead-in, not the end of the item above it.
_LEADS_IN: Final = re.compile(r"\b(?:ska|skall|lovar|att)\W{0,2}$", re.IGNORECASE)
_DANGLES: Final = re.compile(
    r"(?:,|\b(?:på|i|och|eller|samt|för|till|vid|med|av|mot|från|om|att|en|ett|den|det))$", re.IGNORECASE
)


class Kind(Enum):
    """What a block looks like, before anyone asks what it says."""

    ITEM = auto()
    LINE = auto()  # a heading, a lead-in, or an item that lost its list sign
    PROSE = auto()
    SPEECH = auto()  # a quotation that starts with a dash
    ROW = auto()  # a row of a table


class Block(NamedTuple):
    """Lines that belong together. `depth`: 1 for an item of the outermost list, 0 outside lists.

    `gap`: a blank line stands above. `colon`: it ends so that something must follow.
    `numbered`: its list sign is a number.
    """

    kind: Kind
    span: Span
    depth: int
    gap: bool
    colon: bool
    numbered: bool = False


class _Run(NamedTuple):
    """A block in the making: its first line, and where its words end so far."""

    first: Line
    last: Line

    @property
    def span(self) -> Span:
        return Span(self.first.span.start, self.last.span.end)


def blocks_of(text: str) -> list[Block]:
    """The blocks of `text` in order."""
    runs = _runs(text, lines_of(text))
    spoken = {run.first.mark for run in runs if _is_said(text, run)}
    lists: list[Line] = []
    return [_block(text, run, spoken, lists) for run in runs]


def _runs(text: str, lines: list[Line]) -> list[_Run]:
    runs: list[_Run] = []
    in_bare_list = False  # below a lead-in whose list has no signs
    for line, below in zip_longest(lines, lines[1:]):
        leads_in = (
            below is not None and below.mark != "" and _LEADS_IN.search(text, *_tail(line.span)) is not None
        )
        if runs and not leads_in and _continues(text, runs[-1], line, in_bare_list):
            runs[-1] = runs[-1]._replace(last=line)
        else:
            runs.append(_Run(line, line))
        in_bare_list = not line.mark and (in_bare_list or _leads_on(text, line.span))
    return runs


def _leads_on(text: str, span: Span) -> bool:
    """Whether the words end so that something must follow; most end with another letter or sign."""
    return text[span.end - 1] in _LAST and _COLON.search(text, *_tail(span)) is not None


def _tail(span: Span) -> tuple[int, int]:
    return max(span.start, span.end - 12), span.end


def _continues(text: str, run: _Run, line: Line, in_bare_list: bool) -> bool:
    """Whether `line` goes on with the words of `run`, wrapped by a narrow page."""
    if line.gap or line.mark or line.is_row or run.first.is_row or text[run.last.span.end - 1] in ".!?:;":
        return False
    if _NUMBERED.match(text, line.span.start) and text[line.span.start].isupper():
        return False
    if text[line.span.start].islower() or text[line.span.start] in "(&":
        return not (in_bare_list and INFINITIVE.match(text, line.span.start))
    if run.first.mark:
        return line.indent > run.first.indent or _DANGLES.search(text, *_tail(run.last.span)) is not None
    return run.last.span.end - run.last.span.start >= _WRAP_WIDTH


def _is_said(text: str, run: _Run) -> bool:
    dash = run.first.mark != "" and run.first.mark in _DASHES
    return dash and _SAYS.search(text, run.span.start, run.span.end) is not None


def _block(text: str, run: _Run, spoken: set[str], lists: list[Line]) -> Block:
    span, first = run.span, run.first
    colon = _leads_on(text, span)
    if first.mark in spoken:
        return Block(Kind.SPEECH, span, 0, first.gap, False)
    if first.mark:
        return Block(Kind.ITEM, span, _depth(first, lists), first.gap, colon, first.mark[0].isdigit())
    if first.is_row:
        return Block(Kind.ROW, span, 0, first.gap, False)
    if first.indent == 0 or not lists or first.indent <= lists[0].indent:
        lists.clear()
    kind = Kind.PROSE if _is_prose(text, span) else Kind.LINE
    return Block(kind, span, 0, first.gap, colon)


def _depth(line: Line, lists: list[Line]) -> int:
    """The depth of an item: how many of the open lists it stands in. `lists` is brought up to date."""
    while lists and lists[-1].indent > line.indent:
        lists.pop()
    same = [n for n, open_ in enumerate(lists) if open_.indent == line.indent and _like(open_, line)]
    if same:
        del lists[same[0] :]
    lists.append(line)
    return len(lists)


def _like(a: Line, b: Line) -> bool:
    """Whether two list signs belong to one list: the same sign, two dots, two numbers or two letters."""
    return _alike(a.mark) == _alike(b.mark)


def _alike(mark: str) -> str:
    if mark[0].isdigit():
        return "1"
    if mark[0] in _DOTS:
        return "•"
    if mark[0] in _BOXES:
        return "☐"
    return "a" if mark[0].isalpha() and mark.endswith(")") else mark.rstrip("\ufe0f")


def _is_prose(text: str, span: Span) -> bool:
    """A paragraph ends as a sentence does; a short question or call is a heading."""
    end = text[span.end - 1]
    if end in "?!":
        return text.count(" ", span.start, span.end) >= _HEADING_WORDS
    return end in '.”"' and not text.endswith("..", span.start, span.end)
