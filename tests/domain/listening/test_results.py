from collections import Counter
from collections.abc import Sequence
from typing import Any

import pytest

from handslag.domain.listening.microdata import blurred, coarsened, in_crowds
from handslag.domain.listening.population import Population
from handslag.domain.listening.representation import Reach, group_shares
from handslag.domain.listening.results import (
    LABEL,
    Coded,
    ResultTable,
    age_span,
    backgrounds,
    countable,
    from_record,
    sex_of,
    to_record,
    with_labels,
)
from handslag.domain.listening.results import tables as tables_with_noise
from handslag.domain.surveys import Survey
from handslag.domain.surveys import from_record as survey_from
from handslag.domain.surveys.faults import NAME
from handslag.services.listening.ready_surveys import ready_surveys
from tests.answers import definition, pattern
from tests.domain.listening.test_suppression import CLOSED, OPEN, Quiet


def tables(survey: Survey, answers: Sequence[Coded]) -> tuple[ResultTable, ...]:
    return tables_with_noise(survey, answers, Quiet(b"", is_open=False))


@pytest.fixture
def survey() -> Survey:
    return survey_from(definition())


def test_the_ready_surveys_tell_where_one_lives_from_where_one_is_afraid() -> None:
    known = [[one.name for one in backgrounds(survey).asked] for survey in ready_surveys()]

    assert known == [["age", "gender", "area"]] * len(ready_surveys())


def test_backgrounds_are_known_by_their_names_and_the_area_by_its_kind(survey: Survey) -> None:
    assert [one.name for one in backgrounds(survey).asked] == ["alder", "kon", "var"]


@pytest.mark.parametrize(
    ("name", "span"),
    [
        ("16-29", (16, 29)),
        ("b16_29", (16, 29)),
        ("65_plus", (65, 200)),
        ("annat", None),
        ("30-20", None),
        ("under_18", None),
    ],
)
def test_an_age_band_is_read_from_the_name_of_its_choice(name: str, span: tuple[int, int] | None) -> None:
    assert age_span(name) == span


@pytest.mark.parametrize(("name", "sex"), [("kvinna", "women"), ("Man", "men"), ("annat", "")])
def test_a_gender_is_held_against_the_register_where_the_register_knows_it(name: str, sex: str) -> None:
    assert sex_of(name) == sex


def test_what_has_no_choices_has_no_table(survey: Survey) -> None:
    assert {"barn", "nar", "trygg", "lasa"} & {one.name for one in countable(survey)} == set()


def test_no_table_has_more_than_a_question_and_one_background(survey: Survey) -> None:
    found = tables(survey, [pattern(one) for one in range(60)])
    of_sett = [one.by for one in found if one.question == "sett"]

    assert of_sett == ["", "alder", "kon", "var"]
    assert [(one.question, one.by) for one in found][-1] == ("kon", "alder")


def labelled(number: int, of: int) -> list[tuple[str, dict[str, Any], str]]:
    return [("open_link", pattern(one), "stuffed" if one < number else "") for one in range(of)]


def test_each_question_has_a_table_by_label_where_answers_have_one(survey: Survey) -> None:
    found = tables(survey, with_labels(labelled(30, of=100)))
    by_label = {one.question: one.table for one in found if one.by == LABEL}

    assert list(by_label) == [one.name for one in countable(survey)]
    assert [(row.name, row.answers) for row in by_label["ute"].rows] == [("0", 70), ("1", 30)]
    assert by_label["ute"].total.answers == 100


def test_fewer_labelled_in_a_lane_than_a_batch_has_are_taken_as_none(survey: Survey) -> None:
    few = with_labels([*labelled(19, of=100), *[("code", pattern(1), "stuffed")] * 20])

    assert [one[LABEL] for one in few] == [0] * 100 + [1] * 20
    assert tables(survey, few[:100]) == tables(survey, [pattern(one) for one in range(100)])


def test_no_question_can_be_called_as_the_label_is() -> None:
    assert NAME.fullmatch(LABEL) is None


def test_those_who_left_the_question_out_are_not_in_its_table(survey: Survey) -> None:
    answers = [pattern(one) for one in range(60)]
    for one in answers[:35]:
        del one["kvall"]
    by_question = {one.question: one.table for one in tables(survey, answers) if not one.by}

    assert (by_question["ute"].total.answers, by_question["kvall"].total.answers) == (60, 25)


def test_what_all_answered_is_what_those_with_and_without_a_label_did(survey: Survey) -> None:
    answers = with_labels(labelled(100, of=400))
    found = {(one.question, one.by): one.table for one in tables_with_noise(survey, answers, OPEN)}
    [without, only], total = found["ute", LABEL].rows, found["ute", ""].total

    assert total == found["ute", LABEL].total == found["ute", "var"].total
    sums = [a.count + b.count for a, b in zip(without.cells, only.cells, strict=True) if a.count and b.count]
    assert [
        abs(cell.count - both) <= 5 for cell, both in zip(total.cells, sums, strict=True) if cell.count
    ] == [True] * 2


def test_an_answer_is_protected_in_all_its_tables_together(survey: Survey) -> None:
    answers = [pattern(one) for one in range(200)]
    within = {
        noise: {
            one.by: one.table.within[0]
            for one in tables_with_noise(survey, answers, noise)
            if one.question == "ute"
        }
        for noise in (OPEN, CLOSED)
    }

    assert within[OPEN] == {"": 16, "alder": 26, "kon": 26, "var": 26}
    assert within[CLOSED] == {"": 6, "alder": 6, "kon": 6, "var": 6}


def test_a_ranking_counts_what_was_put_first(survey: Survey) -> None:
    found = tables(survey, [pattern(one) for one in range(60)])
    [table] = [one.table for one in found if (one.question, one.by) == ("viktigt", "")]

    assert [cell.count for cell in table.total.cells] == [40, 20, 0]


def test_a_record_gives_equal_tables_back(survey: Survey) -> None:
    found = tables(survey, [pattern(one) for one in range(60)])

    assert from_record(to_record(found)) == found


def test_groups_are_held_against_the_population(survey: Survey) -> None:
    people = Population("2280", 2018, (100,) * 101, (100,) * 101)
    answers = [{"alder": 1 + (one % 10 > 0) + (one % 10 > 4), "kon": 1 + one % 2} for one in range(200)]
    known = backgrounds(survey)
    [table] = [one.table for one in tables(survey, answers) if one.by == "alder" and one.question == "kon"]
    bands, sexes = (
        [(str(choice.code), choice.name) for choice in survey.choices_of(one)]
        for one in (known.age, known.gender)
        if one
    )
    found = group_shares(table, bands, sexes, people)

    assert [(one.band, one.sex, one.is_missing) for one in found][:2] == [
        ("1", "women", False),
        ("1", "men", True),
    ]
    assert round(sum(one.lives_here for one in found)) == 100
    assert [one.reach for one in found[::2]] == [Reach.YOUNG, Reach.WORKING, Reach.OLD]
    assert [one.answered for one in found][2:] == [20.0, 20.0, 20.0, 30.0]


def test_a_hidden_group_is_unknown_and_not_missing(survey: Survey) -> None:
    people = Population("2280", 2018, (100,) * 101, (100,) * 101)
    answers = [{"alder": 1, "kon": 1}] * 3 + [{"alder": 3, "kon": 2}] * 40
    [table] = [one.table for one in tables(survey, answers) if one.question == "kon" and one.by]
    found = group_shares(table, [("1", "16-29"), ("3", "65_plus")], [("1", "kvinna"), ("2", "man")], people)

    assert [(one.answered, one.is_missing) for one in found if one.band == "1"] == [(None, False)] * 2


def test_no_row_of_a_file_stands_alone_by_its_background(survey: Survey) -> None:
    rows = [pattern(one) for one in range(60)]
    rows += [{"alder": 1, "kon": 3, "var": 1}, {"alder": 2, "kon": 1, "var": 3}]
    found = [row for _, row in coarsened([(("code", 0), one) for one in rows], backgrounds(survey))]

    assert found[-2:] == [{"alder": 1}, {"alder": 2, "kon": 1}]
    assert found[0] == rows[0]


def test_nobody_is_counted_as_hidden_among_the_answers_of_a_script(survey: Survey) -> None:
    alone = {"alder": 2, "kon": 1, "var": 1}
    rows = with_labels([("open_link", alone, ""), *[("open_link", alone, "stuffed")] * 50])
    found = coarsened([(("code", one[LABEL]), one) for one in rows], backgrounds(survey))

    assert [row for _, row in found] == [{LABEL: 0}, *[alone | {LABEL: 1}] * 50]


def test_no_crowd_under_twenty_stands_in_a_file(survey: Survey) -> None:
    rows = with_labels([("code", {}, "")] * 19 + [("open_link", {}, "")] * 20)
    kept = in_crowds(["code"] * 19 + ["open_link"] * 20, rows)

    assert kept == [(("open_link", 0), {LABEL: 0})] * 20


@pytest.mark.parametrize(
    ("name", "answered", "kept"),
    [
        ("barn", {0: 20, 1: 9, 3: 4, 17: 1}, {0: 20, 1: 9, 3: 5}),
        ("barn", {-50: 1, 0: 4, 1: 20}, {0: 5, 1: 20}),
        ("barn", {2: 8, 17: 1}, {None: 9}),
        ("var", {1: 20, 2: 19}, {1: 20, None: 19}),
        ("nar", {"2019-05-04": 20, "2019-05-05": 1}, {"2019-05-04": 20, None: 1}),
        ("nar", {"2019-04-30": 10, "2019-05-05": 10, "2019-07-01": 19}, {"2019-04-01": 20, None: 19}),
    ],
)
def test_nobody_is_known_by_a_number_a_place_or_a_day(
    survey: Survey, name: str, answered: dict[Any, int], kept: dict[Any, int]
) -> None:
    rows = [(("code", 0), {name: value}) for value, times in answered.items() for _ in range(times)]
    assert Counter(row.get(name) for _, row in blurred(rows, survey.questions)) == kept
