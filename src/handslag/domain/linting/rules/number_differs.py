"""Words that name another number than the one the promise will be judged by."""

import re
from collections.abc import Iterator
from fractions import Fraction

from handslag.domain.linting.draft import Draft
from handslag.domain.linting.rewriting import replaced
from handslag.domain.linting.rule import Hit, Level, Rule
from handslag.domain.promises.terms import Kind, Measure, Per
from handslag.domain.reading.counts import Count, find_counts
from handslag.domain.reading.fields import ALONE, read_fields
from handslag.domain.reading.finds import Span
from handslag.domain.reading.measures import one_of
from handslag.domain.reading.numerals import NUMBER
from handslag.domain.reading.words import Wording

_NUMERAL = re.compile(
    rf"(?:{NUMBER}|en|ett)(?:(?:\s?[-–—]\s?|\s(?:till|eller)\s){NUMBER})?(?:\s\(\d{{1,4}}\))?"
)
_IN_A_YEAR = {Per.WEEK: 52, Per.MONTH: 12, Per.QUARTER: 4, Per.TERTIAL: 3, Per.HALF_YEAR: 2, Per.YEAR: 1}
_COUNTED = (Kind.COUNT, Kind.QUANTITY)


def _find(draft: Draft) -> Iterator[Hit]:
    """The first number of the words, where none of them is the rule's and the pace is not the same either."""
    measure = draft.promise.measure
    if measure is None or measure.kind not in _COUNTED or measure.minimal:
        return
    counts = list(find_counts(Wording(draft.claim)))
    if not counts or any(measure.at_least in (count.amount, count.upper) for count in counts):
        return
    read = read_fields(draft.text, Span(0, len(draft.text)), ALONE).measure
    if read is None or read.minimal or read.kind not in _COUNTED or _pace(read) == _pace(measure):
        return
    first = counts[0]
    needs_a_writer = first.amount == 1 or read.per is not measure.per
    start = draft.whole.start
    words = draft.text[first.number.start : first.number.end]
    said = {"words": words, "number": f"{measure.at_least.normalize():f}".replace(".", ",")}
    rewrite = "" if needs_a_writer else _mended(draft.text, first, measure)
    yield Hit(Span(start + first.span.start, start + first.span.end), rewrite, said)


def _pace(measure: Measure) -> Fraction | str:
    """So many in a year, where that can be said; "two a year" is no other number than one each half-year."""
    in_a_year = _IN_A_YEAR.get(measure.per)
    amount = Fraction(measure.at_least)
    return amount * in_a_year if in_a_year else f"{amount} {measure.per}"


def _mended(text: str, count: Count, measure: Measure) -> str:
    """The words with the rule's number; of one, the noun is one too."""
    start, end = count.number.start, count.number.end
    numeral = _NUMERAL.match(text.lower(), start)
    after = text[numeral.end() if numeral else start : end]
    if measure.at_least == 1 and count.unit:
        after = after.removesuffix(text[end - len(count.unit) : end]) + one_of(count)
    return replaced(text, start, end, f"{measure.at_least.normalize():f}".replace(".", ",") + after)


RULE = Rule(
    "number_differs",
    Level.WEIGHTY,
    (
        "Orden säger ”{words}”, men regeln som löftet bedöms efter säger minst {number}.",
        "The words say “{words}”, but the rule that the promise is judged by says at least {number}.",
    ),
    _find,
)
