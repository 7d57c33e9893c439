from datetime import date
from typing import Any

import pytest

from handslag.domain.linting import lint
from handslag.domain.promises.terms import Kind, Measure
from tests.domain.linting.drafts import page, words


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Polisen gör minst fem kontroller i Viksjö.", 5),
        ("Kommunen inrättar ett ungdomsråd.", 1),
        ("Vi håller tre dialoger.", 3),
        ("Polisen är på plats vid 50 tillfällen.", 50),
        ("Kommunen tar fram en belysningsplan.", 1),
        ("Minst sju besök hos föreningar", 7),
    ],
)
def test_flags_a_number_without_a_time(text: str, count: int) -> None:
    assert words("no_period", text, often=(count, "once"), to=None) == [text]


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Polisen gör fem kontroller per år.", {"often": (5, "year")}),
        ("Polisen gör fem kontroller under våren.", {"often": (5, "once"), "period": "våren"}),
        ("Polisen är med på varje marknad.", {"often": (None, "each_event")}),
        ("Fem kontroller under hela löftesperioden", {"often": (5, "once")}),
        ("Polisen besöker klass 8.", {"measurable": True}),
        ("En insats i veckan", {"often": (1, "week")}),
    ],
)
def test_leaves_alone_a_number_with_a_time(text: str, fields: dict[str, Any]) -> None:
    assert words("no_period", text, to=None, **fields) == []


def test_the_validity_is_time_enough() -> None:
    assert words("no_period", "Polisen gör fem kontroller.", often=(5, "once"), to="2026-12-31") == []


def test_the_review_date_is_time_enough() -> None:
    text, review_on = "Polisen gör fem kontroller.", date(2027, 1, 15)
    assert words("no_period", text, review_on, to=None, often=(5, "once")) == []


@pytest.mark.parametrize(
    ("text", "count", "kind", "rewrite"),
    [
        ("Polisen gör fem kontroller.", 5, Kind.COUNT, "Polisen gör fem kontroller per [period]."),
        ("Kommunen inrättar ett råd.", 1, Kind.MILESTONE, "Kommunen inrättar ett råd senast [datum]."),
    ],
)
def test_rewrite_asks_for_period_or_last_day(text: str, count: int, kind: Kind, rewrite: str) -> None:
    document = page({"text": text, "often": (count, "once"), "measure": Measure(kind)}, to=None)
    assert [found.rewrite for found in lint(document) if found.rule == "no_period"] == [rewrite]
