"""Answers one by one, made coarser so that no row stands alone by its background (docs/rules/exports.md).

A crowd is what came in by one lane, with or without a label: each is a column that others know of too.
Whoever sent a script knows which rows are his own, and nobody can hide among those; who got a code is known
where codes were given out.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from handslag.domain.results import LABEL, NOT_LABELLED, Backgrounds, Coded

SMALLEST_CROWD = 20  # answers by one lane, with or without a label, before any of them stands in a file
SMALLEST_AREA = 20  # answers from an area, before a row says that it is from there
SMALLEST_GROUP = 5  # rows of the same age, gender and area, before they say all three


Crowd = tuple[str, int]  # lane, label


def in_crowds(lanes: Sequence[str], answers: Sequence[Coded]) -> list[tuple[Crowd, Coded]]:
    """The answers, each with its crowd, without those of a crowd that is too small."""
    crowds = [(lane, one.get(LABEL, NOT_LABELLED)) for lane, one in zip(lanes, answers, strict=True)]
    sizes = Counter(crowds)
    pairs = zip(crowds, answers, strict=True)
    return [(crowd, one) for crowd, one in pairs if sizes[crowd] >= SMALLEST_CROWD]


def coarsened(
    answers: Sequence[tuple[Crowd, Coded]], known: Backgrounds
) -> list[tuple[Crowd, dict[str, Any]]]:
    """The answers without the area, then the gender, then the age where too few of a crowd share them."""
    rows = [(crowd, dict(one)) for crowd, one in answers]
    age, gender, area = (one.name if one else "" for one in (known.age, known.gender, known.area))
    _leave_out(rows, area, (area,), SMALLEST_AREA)
    _leave_out(rows, area, (age, gender, area), SMALLEST_GROUP)
    _leave_out(rows, gender, (age, gender), SMALLEST_GROUP)
    _leave_out(rows, age, (age,), SMALLEST_GROUP)
    return rows


def _leave_out(rows: list[tuple[Crowd, dict[str, Any]]], name: str, by: Sequence[str], smallest: int) -> None:
    """Take `name` out of the rows whose group by crowd and `by` is smaller than `smallest`."""
    groups = [(crowd, *(row.get(one) for one in by)) for crowd, row in rows]
    sizes = Counter(groups)
    for (_, row), group in zip(rows, groups, strict=True):
        if sizes[group] < smallest:
            row.pop(name, None)
