"""A number, or something to be finished, without a time to count it in."""

import re
from collections.abc import Iterator

from handslag.domain.linting.draft import Draft
from handslag.domain.linting.rewriting import ended
from handslag.domain.linting.rule import Hit, Level, Rule
from handslag.domain.promises.terms import Kind
from handslag.domain.reading.finds import CadenceUnit

_WHOLE = re.compile(r"\b\w*(?:perioden|giltighet|löptid)", re.IGNORECASE)


def _find(draft: Draft) -> Iterator[Hit]:
    """A count or a one-off with no period of its own, in a pledge that has no last day either."""
    promise = draft.promise
    cadence = promise.cadence
    has_end = draft.document.valid_to or draft.review_on or promise.period or _WHOLE.search(draft.text)
    if cadence is None or cadence.per is not CadenceUnit.ONCE or has_end:
        return
    is_finished = promise.measure is not None and promise.measure.kind is Kind.MILESTONE
    gap = " senast [datum]" if is_finished or cadence.min_count == 1 else " per [period]"
    position = max(cadence.span.start - draft.whole.start, 0)
    yield Hit(cadence.span, ended(draft, position, gap))


RULE = Rule(
    "no_period",
    Level.WEIGHTY,
    (
        "Det står vad som ska bli gjort, men inte under vilken tid det räknas.",
        "It says what will be done, but not in what time it is counted.",
    ),
    _find,
)
