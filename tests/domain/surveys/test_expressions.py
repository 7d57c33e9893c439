"""Conditions: what is read, how it is written back, what it says of answers, what is refused."""

import contextlib
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.domain.errors import BadInput
from handslag.domain.surveys.answers import Value
from handslag.domain.surveys.evaluating import Asked, holds
from handslag.domain.surveys.expressions import (
    BINDING,
    Answer,
    Call,
    Expression,
    Negative,
    Number,
    Operation,
    Own,
    Text,
    names_in,
    parse,
    written,
)

ANSWERS: dict[str, Value] = {
    "age": 17,
    "told": "no",
    "where": ("centre", "station"),
    "born": date(2009, 5, 4),
    "price": Decimal("0.3"),
    "postcode": "871 30",
}


def says(source: str, own: Value = "") -> bool:
    return holds(parse(source), Asked(ANSWERS, date(2026, 11, 26), own))


@pytest.mark.parametrize(
    "source",
    [
        "${age} >= 16",
        "${age} = 17 and ${told} = 'no'",
        '${told} = "no"',
        "${told} != 'yes' or ${age} > 100",
        "selected(${where}, 'station')",
        "not(selected(${where}, 'school'))",
        "count-selected(${where}) = 2",
        "(${age} + 3) * 2 = 40 and ${age} div 2 = 8.5 and ${age} mod 5 = 2",
        "0.1 + 0.2 = ${price}",
        "-${age} < -16",
        "string-length(${postcode}) = 6",
        r"regex(${postcode}, '\d{3} ?\d{2}')",
        "not(regex(${postcode}, '871'))",
        "${born} < today()",
        "${born} <= today() - 365",
        "coalesce(${missing}, ${told}) = 'no'",
        "if(${age} < 18, 'young', 'old') = 'young'",
        "${missing} = ''",
        "not(${missing})",
        "true() and not(false())",
        "${age} - 1 - 1 = 15",
        "${told} = 'no' or ${told} = 'yes' and ${age} = 1",
        "not(${missing} > 0) and not(${missing} <= 0) and ${missing} != 0",
        "${born} = '2009-05-04'",
    ],
)
def test_what_holds(source: str) -> None:
    assert says(source)


@pytest.mark.parametrize(
    "source",
    [
        "${age} div 0 > 0",
        "${told} > 3",
        "${missing} + 1 = 1",
        "selected(${missing}, 'x')",
        "${told} = 'no' and ${age} > 17",
        "9999999999 * 9999999999 * 9999999999 * 9999999999 = ${age}",
        "${age} mod 0 = 0",
    ],
)
def test_what_does_not_hold(source: str) -> None:
    assert not says(source)


def test_the_dot_is_the_own_answer() -> None:
    assert says(". >= 0 and . <= 120", own=40)
    assert not says(". <= today()", own=date(2027, 1, 1))
    assert not says("count-selected(.) <= 1", own=("a", "b"))


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("${age} >", "expression_unfinished"),
        ("${age} => 3", "expression_unreadable"),
        ("age > 3", "expression_unreadable"),
        ("${age} > 3)", "expression_unreadable"),
        ("${told} = ’no’", "expression_unreadable"),
        ("pulldata('a', 'b')", "expression_function"),
        ("selected(${where})", "expression_arguments"),
        ("today(1)", "expression_arguments"),
        ("(" * 60 + "1" + ")" * 60, "expression_too_deep"),
        ("-" * 60 + "1", "expression_too_deep"),
        (" + ".join(["1"] * 400), "expression_too_deep"),
        ("1 or " * 500 + "1", "expression_too_long"),
        ("regex(., ${told})", "pattern_not_text"),
        ("regex(., '(')", "pattern_unreadable"),
        ("", "expression_unfinished"),
    ],
)
def test_what_cannot_be_read_is_refused(source: str, code: str) -> None:
    with pytest.raises(BadInput) as refused:
        parse(source)
    assert refused.value.code == code


@pytest.mark.parametrize(
    "pattern",
    ["(a+)+", "(a|a)*", "a*a*a*a*", r"(\w+\s?)*", "(?=a)a", r"(a)\1", "(a?){30}", "(.*){1,20}", "((ab)?c)+"],
)
def test_a_pattern_that_could_keep_the_server_busy_is_refused(pattern: str) -> None:
    with pytest.raises(BadInput) as refused:
        parse(f"regex(., '{pattern}')")
    assert refused.value.code == "pattern_costly"


@pytest.mark.parametrize(
    "pattern",
    [
        r"[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,4}",
        r"\d{3} ?\d{2}",
        r"([A-Z]{2}\d)+",
        "(yes|no)",
        r"\+46(-\d+)?",
        "[^]()+]+",
    ],
)
def test_usual_patterns_are_let_through(pattern: str) -> None:
    assert written(parse(f"regex(., '{pattern}')")) == f"regex(., '{pattern}')"


def test_it_knows_which_questions_it_asks_about() -> None:
    assert names_in(parse("${b} = 1 and (selected(${a}, 'x') or ${b} = 2)")) == ("b", "a")


numbers = st.decimals(min_value=0, max_value=10**9, places=2).map(Number)
texts = st.text("abc '", max_size=5).map(Text)
leaves = st.one_of(numbers, texts, st.sampled_from(["a", "b_1"]).map(Answer), st.just(Own()))


def _larger(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    return st.one_of(
        st.builds(Operation, st.sampled_from(sorted(BINDING)), inner, inner),
        inner.map(Negative),
        inner.map(lambda one: Call("not", (one,))),
        st.tuples(inner, inner).map(lambda both: Call("selected", both)),
    )


@given(st.recursive(leaves, _larger, max_leaves=12))
def test_what_is_written_reads_as_the_same(expression: Expression) -> None:
    assert parse(written(expression)) == expression


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(source: str) -> None:
    with contextlib.suppress(BadInput):
        parse(source)


values = st.one_of(
    st.text(max_size=8),
    st.sampled_from(["1e999999", "NaN", "Infinity", "-0", "2026-02-30", "2026-05-04", "9" * 30, "１"]),
    st.integers(-(10**15), 10**15),
    st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15, places=10),
    st.dates(),
    st.lists(st.text("abc", min_size=1, max_size=3)).map(tuple),
)


@given(st.recursive(leaves, _larger, max_leaves=12), values, values, values)
def test_a_condition_always_comes_to_something(
    expression: Expression, own: Value, first: Value, second: Value
) -> None:
    asked = Asked({"a": first, "b_1": second}, date(2026, 11, 26), own)
    assert holds(expression, asked) in (True, False)
