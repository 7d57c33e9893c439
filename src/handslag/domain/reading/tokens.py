"""The words of a stretch of text, for the fields that are read word by word."""

import re
from typing import NamedTuple

from handslag.domain.reading.finds import Span


class Word(NamedTuple):
    """One word or sign, in lower case too, and where it stands in the text."""

    text: str
    low: str
    start: int
    end: int


_WORD = re.compile(r"[^\W_]+(?:[-:’'.][^\W_]+)*-?|[^\s]")
_SENTENCE_ENDS = frozenset(".!?:;•")


def listed(words: str) -> frozenset[str]:
    """The words of a closed class, written in one string with blanks between."""
    return frozenset(words.split())


def endings(words: str) -> tuple[str, ...]:
    """The endings of a closed class, in the form `str.endswith` takes."""
    return tuple(words.split())


def split_words(text: str, span: Span) -> list[Word]:
    """The words and signs at `span`. "A-traktorer" and "7:e" are one word each, "/" and "," signs."""
    return [
        Word(match[0], match[0].lower(), match.start(), match.end())
        for match in _WORD.finditer(text, span.start, span.end)
    ]


def starts_sentence(words: list[Word], index: int) -> bool:
    """Whether the word at `index` is capitalised for its position, not for being a name."""
    return index == 0 or words[index - 1].text in _SENTENCE_ENDS
