"""Closed classes of words, and lower case letter for letter."""


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


def lowered(text: str) -> str:
    """`text` in lower case, letter for letter, so that a place in the one is the same place in the other."""
    low = text.lower()
    # A few letters, as the Turkish İ, become two in lower case.
    return low if len(low) == len(text) else "".join(c if len(c.lower()) > 1 else c.lower() for c in text)
