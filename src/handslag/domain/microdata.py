"""Answers one by one, made coarser so that no row stands alone by its background (docs/rules/exports.md).

Answers with and without a label are two crowds here: whoever sent a script knows which rows are his own, and
nobody can hide among those.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from handslag.domain.results import LABEL, Backgrounds, Coded

SMALLEST_AREA = 20  # answers from an area, before a row says that it is from there
SMALLEST_GROUP = 5  # rows of the same age, gender and area, before they say all three


def coarsened(answers: Sequence[Coded], known: Backgrounds) -> list[dict[str, Any]]:
    """The answers with the area, then the gender, then the age left out where too few share them."""
    rows = [dict(one) for one in answers]
    age, gender, area = (one.name if one else "" for one in (known.age, known.gender, known.area))
    _leave_out(rows, area, (area,), SMALLEST_AREA)
    _leave_out(rows, area, (age, gender, area), SMALLEST_GROUP)
    _leave_out(rows, gender, (age, gender), SMALLEST_GROUP)
    _leave_out(rows, age, (age,), SMALLEST_GROUP)
    return rows


def _leave_out(rows: list[dict[str, Any]], name: str, by: Sequence[str], smallest: int) -> None:
    """Take `name` out of the rows whose group by label and `by` is smaller than `smallest`."""
    groups = [tuple(row.get(one) for one in (LABEL, *by)) for row in rows]
    sizes = Counter(groups)
    for row, group in zip(rows, groups, strict=True):
        if sizes[group] < smallest:
            row.pop(name, None)
