"""The words of a stretch of text, for the fields that are read word by word."""

import re
from typing import NamedTuple

KNOWN_WORDS = 4096  # the words of all promises are few, and what each may be is asked again and again


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


class Endings:
    """The endings of a closed class, at least two letters each, written in one string with blanks between."""

    def __init__(self, words: str) -> None:
        self._by_last: dict[str, tuple[str, ...]] = {}
        for word in words.split():
            self._by_last[word[-2:]] = (*self._by_last.get(word[-2:], ()), word)

    def end(self, word: str) -> bool:
        """Whether one of them ends `word`; most words do not even share the last two letters."""
        return word.endswith(self._by_last.get(word[-2:], ()))


def split_words(text: str) -> list[Word]:
    """The words and signs of `text`. "A-traktorer" and "7:e" are one word each, "/" and "," signs."""
    return [Word(word := match[0], word.lower(), *match.span()) for match in _WORD.finditer(text)]


def lowered(text: str) -> str:
    """`text` in lower case, letter for letter, so that a place in the one is the same place in the other."""
    low = text.lower()
    # A few letters, as the Turkish İ, become two in lower case.
    return low if len(low) == len(text) else "".join(c if len(c.lower()) > 1 else c.lower() for c in text)


def starts_sentence(words: list[Word], index: int) -> bool:
    """Whether the word at `index` is capitalised for its position, not for being a name."""
    return index == 0 or words[index - 1].text in _SENTENCE_ENDS
