"""Weighted results of answers given with a code: raked to the population by age and gender.

Only the lane of codes is weighted. An open link is no sample, and a weight would make it look like one.
"""

from collections.abc import Mapping, Sequence
from math import ceil, hypot
from typing import Any

import numpy as np

from handslag.analysis.weighting import Margin, design_effect, effective_size, half_width, rake, shares
from handslag.domain.errors import BadInput
from handslag.domain.listening.noise import Noise
from handslag.domain.listening.population import OLDEST, Population
from handslag.domain.listening.results import Coded, ResultTable, age_span, backgrounds, options, sex_of
from handslag.domain.listening.suppression import rounded, weighted_row
from handslag.domain.surveys import Kind, Question, Survey

LOUDER = 4  # times the coins: one answer may count for two here
LIMIT = 4.0  # times the mean: nobody counts for more
SMALLEST_CLASS = 5  # respondents; smaller age bands are joined with their neighbour
MARGIN_FROM = 100  # effective answers; below it a margin of error says too little to be worth a digit


def weighting(
    survey: Survey, answers: Sequence[Coded], people: Population, tables: Sequence[ResultTable], noise: Noise
) -> dict[str, Any] | None:
    """What is published of the weighted results, as JSON values; None where nothing can be weighted.

    `questions`: per question the weighted counts, hidden and rounded as the unweighted are, and the margins
    of error at 95 per cent in whole per cent units, rounded up, noise included.
    """
    margins = _margins(survey, answers, people)
    if not margins:
        return None
    try:
        raked = rake(margins, limit=LIMIT)
    except BadInput:
        return None
    known = {question.name for question in backgrounds(survey).asked}
    of_all = [one for one in tables if not one.by and one.question not in known and one.table.is_public]
    effective = effective_size(raked.weights)
    return {
        "year": people.year,
        "by": [margin.name for margin in margins],
        "effective": rounded(int(effective)),
        "effect": round(design_effect(raked.weights), 1),
        "held": raked.trimmed > 0,
        "questions": {
            one.question: _question(
                survey.question(one.question), survey, answers, raked.weights, one, noise.louder(LOUDER)
            )
            for one in of_all
        },
    }


def _margins(survey: Survey, answers: Sequence[Coded], people: Population) -> list[Margin]:
    """Age and gender, as far as they are asked and enough people told them."""
    known, found = backgrounds(survey), []
    if known.age:
        spans = {
            str(choice.code): age_span(choice.name)
            for choice in survey.choices_of(known.age)
            if age_span(choice.name)
        }
        sizes = [people.count(first, min(last, OLDEST)) for first, last in filter(None, spans.values())]
        found.append(_margin(known.age, list(spans), sizes, answers, can_join=True))
    if known.gender:
        sexes = {str(choice.code): sex_of(choice.name) for choice in survey.choices_of(known.gender)}
        codes = [code for code, sex in sexes.items() if sex]
        ages = _asked_ages(survey, known.age)
        sizes = [people.count(*ages, sex=sexes[code]) for code in codes]
        found.append(_margin(known.gender, codes, sizes, answers, can_join=False))
    return [margin for margin in found if margin]


def _asked_ages(survey: Survey, age: Question | None) -> tuple[int, int]:
    spans = [span for choice in survey.choices_of(age) if (span := age_span(choice.name))] if age else []
    if not spans:
        return 0, OLDEST
    return min(first for first, _ in spans), min(max(last for _, last in spans), OLDEST)


def _margin(
    question: Question, codes: list[str], sizes: list[int], answers: Sequence[Coded], *, can_join: bool
) -> Margin | None:
    """The margin of one background. Those who did not tell keep the share they have among the answers."""
    at = {code: number for number, code in enumerate(codes)}
    told = [at.get(str(one.get(question.name)), len(codes)) for one in answers]
    counts = [told.count(number) for number in range(len(codes))]
    groups = _joined(counts) if can_join else [[number] for number in range(len(codes))]
    if len(groups) < 2 or min(sum(counts[one] for one in group) for group in groups) < SMALLEST_CLASS:
        return None
    untold = told.count(len(codes))
    of_class = {one: place for place, group in enumerate(groups) for one in group} | {len(codes): len(groups)}
    total, left = sum(sizes), (len(told) - untold) / len(told)
    target = [left * sum(sizes[one] for one in group) / total for group in groups]
    if untold:
        target.append(untold / len(told))
    return Margin(question.name, np.array([of_class[one] for one in told]), target)


def _joined(counts: Sequence[int]) -> list[list[int]]:
    """Neighbouring classes put together until each has enough respondents."""
    groups = [[number] for number in range(len(counts))]

    def size(place: int) -> int:
        return sum(counts[one] for one in groups[place])

    while len(groups) > 1:
        least = min(range(len(groups)), key=size)
        if size(least) >= SMALLEST_CLASS:
            break
        beside = [place for place in (least - 1, least + 1) if 0 <= place < len(groups)]
        first, second = sorted((least, min(beside, key=size)))
        groups[first : second + 1] = [groups[first] + groups[second]]
    return groups


def _question(
    question: Question,
    survey: Survey,
    answers: Sequence[Coded],
    weights: np.ndarray[Any, np.dtype[np.float64]],
    one: ResultTable,
    noise: Noise,
) -> dict[str, list[int | None]]:
    told = [number for number, answer in enumerate(answers) if answer.get(question.name) is not None]
    of_told = weights[told]
    codes = [_codes(question, answers[number]) for number in told]
    found = [
        shares(of_told, np.array([1 if option in chosen else 0 for chosen in codes]))[0]
        for option in options(survey, question)
    ]
    estimates = [row[1].estimate if len(row) > 1 else 0.0 for row in found]
    row = weighted_row(one.table.total, estimates, noise, ":weighted", question.name)
    unsure = 1.96 * noise.spread / (row.answers or 1)
    is_enough = effective_size(of_told) >= MARGIN_FROM
    margins = [
        ceil(100 * hypot(half_width(of[1]), unsure)) or None
        if is_enough and cell.count and len(of) > 1
        else None
        for of, cell in zip(found, row.cells, strict=True)
    ]
    return {"counts": [cell.count for cell in row.cells], "margins": margins}


def _codes(question: Question, answer: Mapping[str, Any]) -> tuple[str, ...]:
    code = answer[question.name]
    if isinstance(code, list | tuple):
        return tuple(map(str, code[:1] if question.kind is Kind.RANKING else code))
    return (str(code),)
