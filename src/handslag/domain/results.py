"""Results of a survey: which tables there are, the counts behind them, and the tables as they are kept.

Each lane has tables of its own. Which questions are backgrounds is told by their names:
docs/rules/results.md.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from handslag.domain.stuffing import BATCH
from handslag.domain.suppression import Row, Table, published_choices, published_table, row_of, table_of
from handslag.domain.surveys import Kind, Question, Survey

AGE_NAMES = ("age", "alder", "ålder", "aldersgrupp", "age_group")
GENDER_NAMES = ("gender", "kon", "kön", "sex")
AREA_NAMES = ("area", "omrade", "område", "bostadsort", "stadsdel")
NOT_TOLD = ""  # the group of those who left the background out
LABEL = ":label"  # whether an answer seems to come from a script; no question can have this name
NOT_LABELLED, LABELLED = 0, 1

_OPEN_BELOW = ("under", "below", "less", "yngre", "upto", "up_to")
_MEN = ("man", "män", "men", "male", "pojke")
_WOMEN = ("woman", "kvinna", "kvinnor", "women", "female", "flicka")
_COUNTABLE = (Kind.SINGLE, Kind.SCALE, Kind.MULTIPLE, Kind.RANKING, Kind.PLACE)

Coded = Mapping[str, Any]  # what `domain.surveys.coded` gives, as it comes back from JSON


@dataclass(frozen=True, slots=True)
class ResultTable:
    """One published table: a question, for all or by a background or `LABEL`; codes name columns and rows."""

    question: str
    by: str
    table: Table


@dataclass(frozen=True, slots=True)
class Backgrounds:
    """The questions that divide the respondents; None for one that the survey does not ask."""

    age: Question | None = None
    gender: Question | None = None
    area: Question | None = None

    @property
    def asked(self) -> tuple[Question, ...]:
        return tuple(one for one in (self.age, self.gender, self.area) if one)


def backgrounds(survey: Survey) -> Backgrounds:
    """Age and gender by their names, the area by its name or as the only question about a place."""
    single = [question for question in survey.questions if question.kind is Kind.SINGLE]
    places = [question for question in survey.questions if question.kind is Kind.PLACE]
    named = [question for question in (*single, *places) if question.name.lower() in AREA_NAMES]
    return Backgrounds(
        _first(one for one in single if one.name.lower() in AGE_NAMES and _is_banded(survey, one)),
        _first(one for one in single if one.name.lower() in GENDER_NAMES),
        _first([*named, *(places if len(places) == 1 else ())]),
    )


def age_span(name: str) -> tuple[int, int] | None:
    """First and last age of a band called "16-29", "b16_29", "65_plus" or "75+"; None for anything else.

    None also for "under_18": who was asked begins somewhere, and nobody knows where.
    """
    if any(word in name.lower() for word in _OPEN_BELOW):
        return None
    numbers = [int(digits) for digits in re.findall(r"\d+", name)]
    if len(numbers) == 2 and numbers[0] <= numbers[1]:
        return numbers[0], numbers[1]
    return (numbers[0], 200) if len(numbers) == 1 else None


def sex_of(name: str) -> str:
    """ "men" or "women" for a choice that the population register knows too; else ""."""
    return "men" if name.lower() in _MEN else "women" if name.lower() in _WOMEN else ""


def countable(survey: Survey) -> tuple[Question, ...]:
    """The questions that have tables: those whose answers are choices or a scale."""
    return tuple(one for one in survey.questions if one.kind in _COUNTABLE)


def with_labels(answers: Sequence[tuple[str, Coded, str]]) -> list[Coded]:
    """Coded answers that say under `LABEL` whether they have one. `answers`: lane, answer, and batch or "".

    A lane where fewer have a label than a batch has is taken as if none had.
    """
    many = Counter(lane for lane, _, batch in answers if batch)
    return [
        {**one, LABEL: LABELLED if batch and many[lane] >= BATCH else NOT_LABELLED}
        for lane, one, batch in answers
    ]


def tables(survey: Survey, answers: Sequence[Coded]) -> tuple[ResultTable, ...]:
    """Every table of one lane as it may be shown: each question for all, by each background and by `LABEL`.

    Backgrounds stand for all and by label only, and age by gender, so that no table has more than two
    dimensions. There are none by label when no answer has one.
    """
    known = backgrounds(survey)
    divided = {one.name: (*options(survey, one), NOT_TOLD) for one in known.asked}
    has_labels = any(one.get(LABEL) for one in answers)
    everywhere = {"": (NOT_TOLD,)} | ({LABEL: (str(NOT_LABELLED), str(LABELLED))} if has_labels else {})
    found = []
    for question in countable(survey):
        by = everywhere if question in known.asked else everywhere | divided
        found += [_table(survey, answers, question, name, groups) for name, groups in by.items()]
    if known.age and known.gender:
        found.append(_table(survey, answers, known.gender, known.age.name, divided[known.age.name]))
    return tuple(found)


def to_record(tables: Iterable[ResultTable]) -> list[dict[str, Any]]:
    """The tables as JSON values; `from_record` gives equal ones back."""
    return [
        {
            "question": one.question,
            "by": one.by,
            "columns": list(one.table.columns),
            "rows": [_row(row) for row in one.table.rows],
            "total": _row(one.table.total),
        }
        for one in tables
    ]


def from_record(record: Sequence[Mapping[str, Any]]) -> tuple[ResultTable, ...]:
    """The tables in a record."""
    return tuple(
        ResultTable(
            one["question"],
            one["by"],
            table_of(one["columns"], [row_of(*row) for row in one["rows"]], row_of(*one["total"])),
        )
        for one in record
    )


def options(survey: Survey, question: Question) -> tuple[str, ...]:
    """The codes an answer can have, in order, as columns are named."""
    if question.kind is Kind.SCALE:
        return tuple(str(step) for step in range(question.lowest, question.highest + 1))
    return tuple(str(choice.code) for choice in survey.choices_of(question))


def _table(
    survey: Survey, answers: Sequence[Coded], question: Question, by: str, groups: Sequence[str]
) -> ResultTable:
    columns = options(survey, question)
    counts = {group: dict.fromkeys(columns, 0) for group in groups}
    answered = dict.fromkeys(groups, 0)
    for one in answers:
        chosen = _chosen(question, one.get(question.name))
        group = str(one.get(by, NOT_TOLD))
        if chosen is None or group not in counts:
            continue
        answered[group] += 1
        for code in chosen:
            if code in counts[group]:
                counts[group][code] += 1
    area = backgrounds(survey).area
    areas = area is not None and by == area.name
    if question.kind is Kind.MULTIPLE:
        table = published_choices(counts, answered, areas=areas, sensitive=question.is_sensitive)
    else:
        table = published_table(counts, areas=areas, sensitive=question.is_sensitive)
    return ResultTable(question.name, by, table)


def _chosen(question: Question, code: object) -> tuple[str, ...] | None:
    """The codes that count: all of several, the first of a ranking; None where nothing was answered."""
    if code is None:
        return None
    if isinstance(code, list | tuple):
        codes = tuple(map(str, code))
        return codes[:1] if question.kind is Kind.RANKING else codes
    return (str(code),)


def _row(row: Row) -> list[Any]:
    return [row.name, row.answers, [cell.count for cell in row.cells]]


def _is_banded(survey: Survey, question: Question) -> bool:
    """Whether most choices are age bands; one may be "prefer not to say"."""
    spans = [age_span(choice.name) for choice in survey.choices_of(question)]
    return sum(span is not None for span in spans) >= max(2, len(spans) - 1)


def _first(questions: Iterable[Question]) -> Question | None:
    return next(iter(questions), None)
