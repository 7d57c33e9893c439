"""Answers one by one, made coarser so that no row stands alone by its background (docs/rules/exports.md).

A crowd is what came in by one lane, with or without a label: each is a column that others know of too.
Whoever sent a script knows which rows are his own, and nobody can hide among those; who got a code is known
where codes were given out. A crowd that anybody can join hides nobody: four answers of one's own and the one
that is like them in age and gender are five. So what came in by the open link says nothing of who answered.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from handslag.domain.listening.results import LABEL, NOT_LABELLED, Backgrounds, Coded
from handslag.domain.surveys import Kind, Lane, Question

SMALLEST_CROWD = 20  # answers by one lane, with or without a label, before any of them stands in a file
SMALLEST_AREA = 20  # answers from an area, before a row says that it is from there
SMALLEST_DAY = 20  # answers that name a day, or a quarter of a year, before a row says which
SMALLEST_END = 5  # answers as high, or as low, before a row says how high or low
SMALLEST_GROUP = 5  # rows of the same age, gender and area, before they say all three
ANYBODYS = (Lane.OPEN_LINK,)  # lanes that whoever wants to can answer by, as often as he likes
TELLING = (Kind.PLACE, Kind.DATE, Kind.INTEGER, Kind.DECIMAL)  # what somebody may be known by

Crowd = tuple[str, int]  # lane, label
Rows = list[tuple[Crowd, dict[str, Any]]]


def in_crowds(lanes: Sequence[str], answers: Sequence[Coded]) -> list[tuple[Crowd, Coded]]:
    """The answers, each with its crowd, without those of a crowd that is too small."""
    crowds = [(lane, one.get(LABEL, NOT_LABELLED)) for lane, one in zip(lanes, answers, strict=True)]
    sizes = Counter(crowds)
    pairs = zip(crowds, answers, strict=True)
    return [(crowd, one) for crowd, one in pairs if sizes[crowd] >= SMALLEST_CROWD]


def coarsened(answers: Sequence[tuple[Crowd, Coded]], known: Backgrounds) -> Rows:
    """The answers without the area, then the gender, then the age where too few of a crowd share them.

    Without all three where anybody can answer.
    """
    rows = [(crowd, dict(one)) for crowd, one in answers]
    age, gender, area = (one.name if one else "" for one in (known.age, known.gender, known.area))
    for name in (age, gender, area):
        _leave_out_of_anybodys(rows, name)
    _leave_out(rows, area, (area,), SMALLEST_AREA)
    _leave_out(rows, area, (age, gender, area), SMALLEST_GROUP)
    _leave_out(rows, gender, (age, gender), SMALLEST_GROUP)
    _leave_out(rows, age, (age,), SMALLEST_GROUP)
    return rows


def blurred(rows: Rows, questions: Sequence[Question]) -> Rows:
    """The rows with what is asked besides the backgrounds made coarser, where it could be known of somebody.

    A place needs as many of a crowd as an area. A day that few share becomes the first day of its quarter, or
    nothing. A number beyond which few are becomes that of the last of those few: seventeen children, "5".
    Where anybody can answer, none of them stays.
    """
    for question in questions:
        if question.kind in TELLING:
            _leave_out_of_anybodys(rows, question.name)
        match question.kind:
            case Kind.PLACE:
                _leave_out(rows, question.name, (question.name,), SMALLEST_AREA)
            case Kind.DATE:
                _to_quarters(rows, question.name)
            case Kind.INTEGER | Kind.DECIMAL:
                _cut_ends(rows, question.name)
    return rows


def _to_quarters(rows: Rows, name: str) -> None:
    days = Counter((crowd, row.get(name)) for crowd, row in rows)
    for crowd, row in rows:
        if name in row and days[crowd, row[name]] < SMALLEST_DAY:
            day = date.fromisoformat(row[name])
            row[name] = day.replace(month=day.month - (day.month - 1) % 3, day=1).isoformat()
    _leave_out(rows, name, (name,), SMALLEST_DAY)


def _cut_ends(rows: Rows, name: str) -> None:
    by_crowd: defaultdict[Crowd, list[dict[str, Any]]] = defaultdict(list)
    for crowd, row in rows:
        if name in row:
            by_crowd[crowd].append(row)
    for several in by_crowd.values():
        inward = sorted([row[name] for row in several], key=Decimal)
        if len(inward) < 2 * SMALLEST_END:
            for row in several:
                del row[name]
            continue
        lowest, highest = inward[SMALLEST_END - 1], inward[-SMALLEST_END]
        for row in several:
            row[name] = min(max(row[name], lowest, key=Decimal), highest, key=Decimal)


def _leave_out_of_anybodys(rows: Rows, name: str) -> None:
    for (lane, _), row in rows:
        if lane in ANYBODYS:
            row.pop(name, None)


def _leave_out(rows: Rows, name: str, by: Sequence[str], smallest: int) -> None:
    """Take `name` out of the rows whose group by crowd and `by` is smaller than `smallest`."""
    groups = [(crowd, *(row.get(one) for one in by)) for crowd, row in rows]
    sizes = Counter(groups)
    for (_, row), group in zip(rows, groups, strict=True):
        if sizes[group] < smallest:
            row.pop(name, None)
