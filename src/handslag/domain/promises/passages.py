"""The words a draft came from: the lines of the text that hold them, cut where a field begins or ends."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

Spans = Mapping[str, list[list[int]]]  # field name: [[start, end], …] in the text


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a line. `fields`: what was read from them, besides the sentence itself.

    `firsts`: the fields whose first words these are; `is_sentence`: part of the promise's own words.
    """

    words: str
    fields: tuple[str, ...]
    firsts: tuple[str, ...]
    is_sentence: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """Lines that follow each other, and whether text between them and the passage before was left out."""

    pieces: tuple[Piece, ...]
    after_gap: bool


def passages(text: str, spans: Spans) -> list[Passage]:
    """The lines of `text` that hold `spans`, in order; touching lines in one passage."""
    marks = [(start, end) for some in spans.values() for start, end in some if 0 <= start < end <= len(text)]
    ranges = _joined(_lines_around(text, start, end) for start, end in marks)
    return [
        Passage(tuple(_pieces(text, start, end, spans)), after_gap=bool(index))
        for index, (start, end) in enumerate(ranges)
    ]


def words_of(text: str, spans: Spans, field: str) -> list[str]:
    """The words one field was read from, as they stand in the text."""
    return [" ".join(text[start:end].split()) for start, end in spans.get(field, [])]


def _lines_around(text: str, start: int, end: int) -> tuple[int, int]:
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", max(end - 1, start))
    return first, len(text) if last < 0 else last


def _joined(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if joined and start <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _pieces(text: str, start: int, end: int, spans: Spans) -> Iterable[Piece]:
    cuts = {start, end}
    for some in spans.values():
        cuts |= {cut for span in some for cut in span if start < cut < end}
    ordered = sorted(cuts)
    for left, right in pairwise(ordered):
        inside = [name for name, some in spans.items() if any(a <= left and right <= b for a, b in some)]
        firsts = tuple(name for name, some in spans.items() if some and left == min(some)[0])
        fields = tuple(name for name in inside if name != "text")
        yield Piece(text[left:right], fields, firsts, is_sentence="text" in inside)
