"""LIX, the Swedish readability index: C. H. Björnsson, Läsbarhet (Liber, 1968).

LIX = words per sentence + 100 × words of more than six letters / words. Björnsson's scale: below 30
very easy, 30–40 easy (fiction), 40–50 medium (newspapers), 50–60 hard (official text), above 60 very
hard. It was made for long samples, so of one sentence it says little unless the sentence is long.
"""

import re
from collections.abc import Iterator

_WORD = re.compile(r"[^\W\d_]+|\d+")
_SENTENCE = re.compile(r"\S.*?(?:[.!?](?=\s+[A-ZÅÄÖ]|\s*\Z)|\Z)", re.DOTALL)
_LONG_WORD = 6  # letters; a longer word is long


def lix(text: str) -> float:
    """The LIX of one sentence; 0 where there are no words."""
    words = _WORD.findall(text)
    if not words:
        return 0.0
    return len(words) + 100 * sum(len(word) > _LONG_WORD for word in words) / len(words)


def word_count(text: str) -> int:
    """How many words LIX counts in `text`."""
    return len(_WORD.findall(text))


def sentences(text: str) -> Iterator[re.Match[str]]:
    """The sentences of `text`, each as a match with its place."""
    return _SENTENCE.finditer(text)
