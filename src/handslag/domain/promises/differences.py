"""Two wordings compared word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_word = re.compile(r"\S+")


class Part(StrEnum):
    """Whether words stand in both wordings or in one."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that follow each other."""

    part: Part
    words: str


def differences(before: str, after: str) -> list[Piece]:
    """The words of both in order, what was removed before what took its place.

    A word is what stands between spaces. Those that are not removed give `after`, those that are not
    added give `before`, with single spaces.
    """
    return list(_pieces(_word.findall(before), _word.findall(after)))


def _pieces(before: list[str], after: list[str]) -> Iterator[Piece]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        if tag == "equal":
            yield Piece(Part.SAME, " ".join(before[start:end]))
            continue
        if start < end:
            yield Piece(Part.REMOVED, " ".join(before[start:end]))
        if new_start < new_end:
            yield Piece(Part.ADDED, " ".join(after[new_start:new_end]))
