"""An umbrella aim with no promise under it that says what will be done."""

from collections.abc import Iterator

from handslag.domain.linting.draft import Draft
from handslag.domain.linting.rule import Hit, Level, Rule
from handslag.domain.linting.rules.no_way_to_check import spelled_out


def _find(draft: Draft) -> Iterator[Hit]:
    """The aim, when no other promise of the document is linked to it."""
    if draft.promise.is_aim and not draft.is_spelled_out:
        yield Hit(draft.whole, spelled_out(draft.text))


RULE = Rule(
    "aim_without_activity",
    Level.WEIGHTY,
    (
        "Avsikten står ensam: inget löfte under den säger vad ni ska göra.",
        "The aim stands alone: no promise under it says what you will do.",
    ),
    _find,
)
