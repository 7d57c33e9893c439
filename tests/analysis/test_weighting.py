from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.analysis.weighting import (
    Margin,
    design_effect,
    effective_size,
    half_width,
    rake,
    shares,
)
from handslag.domain.errors import BadInput


def margin(name: str, codes: Sequence[int], shares: Sequence[float]) -> Margin:
    return Margin(name, np.array(codes), shares)


def test_one_margin_gives_each_class_its_share_over_what_answered() -> None:
    raked = rake([margin("age", [0, 0, 0, 1], (50, 50))])

    assert raked.weights.round(6).tolist() == [0.666667, 0.666667, 0.666667, 2.0]


def test_two_margins_hold_at_once() -> None:
    age, gender = [0, 0, 0, 1, 1, 0], [0, 1, 1, 0, 1, 0]
    weights = rake([margin("age", age, (40, 60)), margin("gender", gender, (50, 50))]).weights

    assert weights.mean() == pytest.approx(1)
    assert np.bincount(age, weights) / 6 == pytest.approx([0.4, 0.6], abs=1e-6)
    assert np.bincount(gender, weights) / 6 == pytest.approx([0.5, 0.5], abs=1e-6)


def test_no_weight_goes_above_the_limit_and_the_gap_is_told() -> None:
    raked = rake([margin("age", [0] * 95 + [1] * 5, (50, 50))], limit=3)

    assert raked.weights.max() == pytest.approx(3, rel=1e-5)
    assert (raked.trimmed, round(raked.gap, 3)) == (5, 0.35)


def test_a_limit_that_nobody_reaches_changes_nothing() -> None:
    age = [margin("age", [0, 0, 1], (1, 1))]

    assert rake(age, limit=3).weights.tolist() == rake(age).weights.tolist()


@pytest.mark.parametrize(
    ("codes", "target", "code"),
    [
        ([0, 0], (1, 1), "margin_class_empty"),
        ([0, 1], (1, 0), "margin_class_unknown"),
        ([0, 2], (1, 1), "margin_codes"),
        ([-1, 1], (1, 1), "margin_codes"),
        ([], (1, 1), "margin_codes"),
    ],
)
def test_refuses_what_cannot_be_weighted(codes: list[int], target: tuple[int, ...], code: str) -> None:
    with pytest.raises(BadInput, match=code):
        rake([Margin("age", np.array(codes, dtype=np.int64), target)])


def test_refuses_margins_that_contradict_each_other() -> None:
    same = [0, 0, 1, 1]

    with pytest.raises(BadInput, match="raking_no_end"):
        rake([margin("age", same, (1, 1)), margin("area", same, (1, 3))])


def test_equal_weights_cost_nothing() -> None:
    assert (design_effect(np.ones(50)), effective_size(np.ones(50))) == (1, 50)


def test_unequal_weights_say_less() -> None:
    weights = np.array([1.0, 1.0, 1.0, 5.0])

    assert design_effect(weights) == pytest.approx(4 * 28 / 64)
    assert effective_size(weights) == pytest.approx(64 / 28)


def test_the_error_of_a_simple_share_is_the_textbooks() -> None:
    [[_, yes]] = shares(np.ones(100), np.array([0] * 70 + [1] * 30))

    assert [yes.estimate, yes.error] == pytest.approx([0.3, (0.3 * 0.7 / 99) ** 0.5])
    assert yes.low < 0.3 < yes.high
    assert half_width(yes) == pytest.approx(yes.high - 0.3)


def test_each_group_has_shares_of_its_own() -> None:
    groups = np.array([0] * 50 + [1] * 50)
    answers = np.array([0, 1] * 25 + [1] * 50)

    [[first, _], [none, all_]] = shares(np.ones(100), answers, groups)
    assert (first.estimate, none.estimate, all_.estimate, all_.error) == (0.5, 0, 1, 0)


@given(
    st.lists(st.tuples(st.integers(0, 3), st.integers(0, 1)), min_size=30, max_size=80),
    st.lists(st.floats(0.5, 3), min_size=4, max_size=4),
)
def test_margins_hold_or_are_refused(people: list[tuple[int, int]], target: list[float]) -> None:
    first, second = np.array(people).T
    try:
        weights = rake([Margin("a", first, target), Margin("b", second, (1, 1))]).weights
    except BadInput:
        return
    assert np.bincount(first, weights, 4) / weights.sum() == pytest.approx(
        np.array(target) / sum(target), abs=1e-6
    )
