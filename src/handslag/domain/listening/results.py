"""Results of a survey: which tables there are, the counts behind them, and the tables as they are kept.

Each lane has tables of its own. Which questions are backgrounds is told by their names:
docs/rules/results.md.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from handslag.domain.listening.noise import Noise
from handslag.domain.listening.stuffing import BATCH
from handslag.domain.listening.suppression import (
    Counted,
    Table,
    published_table,
    table_from,
    table_record,
    together,
)
from handslag.domain.listening.suppression import counted as with_noise
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


def tables(survey: Survey, answers: Sequence[Coded], noise: Noise) -> tuple[ResultTable, ...]:
    """Every table of one lane as it may be shown: each question for all, by each background and by `LABEL`.

    Backgrounds stand for all and by label only, and age by gender, so that no table has more than two
    dimensions. There are none by label when no answer has one. What all answered is what those with and
    those without a label answered together, so that the label costs nobody anything.
    """
    known = backgrounds(survey)
    divided = {one.name: (*options(survey, one), NOT_TOLD) for one in known.asked}
    for_all = noise.among(2) if divided else noise
    by_group = noise.among(2 * len(divided))
    labels = (
        (str(NOT_LABELLED), str(LABELLED)) if any(one.get(LABEL) for one in answers) else (str(NOT_LABELLED),)
    )
    found = []
    for question in countable(survey):
        by_label = _counts(survey, answers, question, LABEL, labels)
        total = by_label.together(for_all)
        found.append(ResultTable(question.name, "", by_label.all().table(for_all, total)))
        if len(labels) > 1:
            found.append(ResultTable(question.name, LABEL, by_label.table(for_all, total)))
        for by, groups in () if question in known.asked else divided.items():
            counts = _counts(survey, answers, question, by, groups)
            found.append(ResultTable(question.name, by, counts.table(by_group, total)))
    if known.age and known.gender:
        by, gender = known.age.name, known.gender
        counts = _counts(survey, answers, gender, by, divided[by])
        total = _counts(survey, answers, gender, LABEL, labels).together(for_all)
        found.append(ResultTable(gender.name, by, counts.table(by_group, total)))
    return tuple(found)


def to_record(tables: Iterable[ResultTable]) -> list[dict[str, Any]]:
    """The tables as JSON values; `from_record` gives equal ones back."""
    return [
        {
            "question": one.question,
            "by": one.by,
            **table_record(one.table),
        }
        for one in tables
    ]


def from_record(record: Sequence[Mapping[str, Any]]) -> tuple[ResultTable, ...]:
    """The tables in a record."""
    return tuple(ResultTable(one["question"], one["by"], table_from(one)) for one in record)


def options(survey: Survey, question: Question) -> tuple[str, ...]:
    """The codes an answer can have, in order, as columns are named."""
    if question.kind is Kind.SCALE:
        return tuple(str(step) for step in range(question.lowest, question.highest + 1))
    return tuple(str(choice.code) for choice in survey.choices_of(question))


@dataclass(frozen=True, slots=True)
class _Counts:
    """How many of each group gave each answer to a question, and how many answered it where that differs."""

    question: Question
    by: str
    of: Mapping[str, Mapping[str, int]]
    answered: Mapping[str, int] | None

    def together(self, noise: Noise) -> Counted:
        """All groups with their noise, added up."""
        return together(
            [
                with_noise(
                    row, noise, *self._cell, group, answered=self.answered[group] if self.answered else None
                )
                for group, row in self.of.items()
            ]
        )

    def all(self) -> "_Counts":
        """Everybody as one group."""
        columns = next(iter(self.of.values()))
        counts = {code: sum(row[code] for row in self.of.values()) for code in columns}
        return _Counts(
            self.question,
            self.by,
            {NOT_TOLD: counts},
            None if self.answered is None else {NOT_TOLD: sum(self.answered.values())},
        )

    def table(self, noise: Noise, total: Counted) -> Table:
        return published_table(
            self.of,
            noise,
            *self._cell,
            answered=self.answered,
            total=total,
            sensitive=self.question.is_sensitive,
        )

    @property
    def _cell(self) -> tuple[str, str]:
        return self.question.name, self.by


def _counts(
    survey: Survey, answers: Sequence[Coded], question: Question, by: str, groups: Sequence[str]
) -> _Counts:
    columns = options(survey, question)
    counts = {group: dict.fromkeys(columns, 0) for group in groups}
    answered = dict.fromkeys(groups, 0)
    for one in answers:
        chosen = _chosen(question, one.get(question.name))
        group = str(one.get(by, NOT_LABELLED if by == LABEL else NOT_TOLD))
        if chosen is None or group not in counts:
            continue
        answered[group] += 1
        for code in chosen:
            if code in counts[group]:
                counts[group][code] += 1
    return _Counts(question, by, counts, answered if question.kind is Kind.MULTIPLE else None)


def _chosen(question: Question, code: object) -> tuple[str, ...] | None:
    """The codes that count: all of several, the first of a ranking; None where nothing was answered."""
    if code is None:
        return None
    if isinstance(code, list | tuple):
        codes = tuple(map(str, code))
        return codes[:1] if question.kind is Kind.RANKING else codes
    return (str(code),)


def _is_banded(survey: Survey, question: Question) -> bool:
    """Whether most choices are age bands; one may be "prefer not to say"."""
    spans = [age_span(choice.name) for choice in survey.choices_of(question)]
    return sum(span is not None for span in spans) >= max(2, len(spans) - 1)


def _first(questions: Iterable[Question]) -> Question | None:
    return next(iter(questions), None)
