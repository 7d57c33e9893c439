"""A stretch of text word by word, and what each word may be by itself."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from sys import maxsize
from typing import Final

from handslag.domain.reading import names
from handslag.domain.reading.finds import Span
from handslag.domain.reading.patterns import Pattern, gates_at, gates_of
from handslag.domain.reading.persons import may_be_group
from handslag.domain.reading.tokens import lowered

_MOST_KNOWN: Final = 4096
_WORD: Final = re.compile(r"[^\W_]+(?:[-:’'.][^\W_]+)*-?|[^\s]")
_PART: Final = re.compile(r"\w+")
_EUROPEAN_ROAD: Final = re.compile(r"E\d{1,3}(?::ans?)?")
_SENTENCE_ENDS: Final = frozenset(".!?:;•")


class Word:
    """A word or sign as written and in lower case, with what it may be wherever it stands.

    `begins_place`, `is_group`: asked of each word first, as a place can begin with few and few can be
    persons. `is_plain_spot`: it takes a name in lower case too: "kontoret i Norrby". `gates`: of the
    patterns that need its letters. `begins`: where in it a pattern may begin, as at both halves of
    "fredags-lördagskvällar", and the gates of those that may.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.low = low = text.lower()
        self.is_capital = text[0].isupper()
        self.is_plain_spot = low == "centrala" or names.PLAIN_SPOT_ENDINGS.end(low)
        self.begins_place = self.is_capital or low in names.BEGINNINGS or self.is_plain_spot
        self.is_group = may_be_group(low)
        self.gates = gates_of(low)
        self.begins = [(at, gates) for at in _part_starts(text) if (gates := gates_at(low, at))]

    @cached_property
    def is_name(self) -> bool:
        """Whether it is capitalised and no organisation, month, feast or programme."""
        return (
            self.is_capital
            and len(self.text) > 1
            and not self.text.partition(":")[0].isupper()
            and self.low not in names.NOT_PLACES
            and self.low.removesuffix("s") not in names.NOT_PLACES
            and not self.is_organisation
            and not names.CLASSES_IN_PLURAL.end(self.low)
        )

    @cached_property
    def is_european_road(self) -> bool:
        """Whether it is a road by its form alone: "E4", "E4:an"."""
        return _EUROPEAN_ROAD.fullmatch(self.text) is not None

    @cached_property
    def is_organisation(self) -> bool:
        """Whether, after a name, it makes it the name of an organisation: "Norrby räddningstjänst"."""
        return names.NOT_PLACE_ENDINGS.end(self.low.removesuffix("s"))

    @cached_property
    def is_tail(self) -> bool:
        """Whether, after a name, it belongs to it: "Ekby centrum", "Ekby vårdcentral"."""
        return self.low in names.TAILS or (self.text[0].islower() and names.TAIL_ENDINGS.end(self.low))

    @cached_property
    def is_spot_of_name(self) -> bool:
        """Whether it is a spot that takes a name: "biblioteket i Norrby", "Citytorget i Norrby"."""
        return self.is_plain_spot or (self.is_capital and names.NAMED_SPOT_ENDINGS.end(self.low))

    @cached_property
    def is_class_of_places(self) -> bool:
        """Whether it is a common noun for places, beside which their names may stand."""
        is_common = self.text[0].islower() or names.CLASSES_IN_PLURAL.end(self.low)
        return is_common and names.CLASS_ENDINGS.end(self.low) and "polis" not in self.low


class _Known(dict[str, Word]):
    """Words met before: those of all promises are few, and what each may be is asked again and again."""

    def __missing__(self, text: str) -> Word:
        if len(self) >= _MOST_KNOWN:
            self.clear()
        self[text] = word = Word(text)
        return word


_KNOWN: Final = _Known()


class Wording:
    """A promise, or a line above one: as written, in lower case, and as its words and signs.

    "A-traktorer" and "7:e" are one word each, "/" and "," signs. Patterns are looked for in `low`.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.low = lowered(text)
        self.words = list(map(_KNOWN.__getitem__, _WORD.findall(text)))
        self._starts: list[int] = []
        self._begins: list[tuple[int, int]] = []  # where patterns may begin, with their gates
        self._gates = end = 0
        for word in self.words:
            start = text.index(word.text, end)  # nothing but blanks stands between two words
            end = start + len(word.text)
            self._starts.append(start)
            self._gates |= word.gates
            for at, gates in word.begins:
                self._begins.append((start + at, gates))

    def index_at(self, at: int) -> int:
        """The index of the first word that begins at the character `at` or later."""
        return bisect_left(self._starts, at)

    def span(self, first: int, end: int) -> Span:
        """The characters from the word at `first` up to the word before `end`."""
        return Span(self._starts[first], self._starts[end - 1] + len(self.words[end - 1].text))

    def find(self, pattern: Pattern, start: int = 0, end: int = maxsize) -> Span | None:
        """The first words that match."""
        match = self.search(pattern, start, end)
        return Span(*match.span()) if match else None

    def search(self, pattern: Pattern, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        if not self._gates & pattern.gate:
            return None
        if pattern.begins:
            return next(self._from_words(pattern, start, end), None)
        return pattern.regex.search(self.low, start, end)

    def finditer(self, pattern: Pattern, start: int = 0, end: int = maxsize) -> Iterator[re.Match[str]]:
        if not self._gates & pattern.gate:
            return iter(())
        if pattern.begins:
            return self._from_words(pattern, start, end)
        return pattern.regex.finditer(self.low, start, end)

    def _from_words(self, pattern: Pattern, start: int, end: int) -> Iterator[re.Match[str]]:
        """The matches of a pattern that says with which letters it begins."""
        for at, gates in self._begins:
            if gates & pattern.gate and at >= start:
                match = pattern.regex.match(self.low, at, end)
                if match:
                    start = match.end()
                    yield match


def _part_starts(text: str) -> list[int]:
    """Where letters or digits begin in a word; a sign begins at its start."""
    return [0] if text.isalnum() else [part.start() for part in _PART.finditer(text)] or [0]


def starts_sentence(words: list[Word], index: int) -> bool:
    """Whether the word at `index` is capitalised for its position, not for being a name."""
    return index == 0 or words[index - 1].text in _SENTENCE_ENDS
