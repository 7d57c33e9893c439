"""A promise that nobody can judge afterwards, by counting or by yes or no."""

from collections.abc import Iterator

from handslag.domain.linting.draft import Draft
from handslag.domain.linting.rewriting import OFTEN
from handslag.domain.linting.rule import Hit, Level, Rule


def _find(draft: Draft) -> Iterator[Hit]:
    """The whole promise, when the reader finds nothing to count in it. Aims have a rule of their own."""
    if not draft.promise.measurable and not draft.promise.is_aim:
        yield Hit(draft.whole, spelled_out(draft.text))


def spelled_out(text: str) -> str:
    """`text` and after it the sentence in which the act is to be named."""
    sentence = " ".join(text.split()).rstrip(" .,;:")
    return f"{sentence}. Det gör vi genom att [göra vad] {OFTEN}."


RULE = Rule(
    "no_way_to_check",
    Level.WEIGHTY,
    (
        "Ingen kan i efterhand räkna eller se om löftet hölls.",
        "Nobody can count or see afterwards whether the promise was kept.",
    ),
    _find,
    unless=("vague_verb", "comparison_without_baseline", "no_number"),
)
