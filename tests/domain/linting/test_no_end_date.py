from datetime import date
from typing import Any

import pytest

from handslag.domain.linting import lint
from handslag.domain.reading.finds import ReadDocument
from tests.domain.linting.drafts import page

ACT: dict[str, Any] = {"text": "Polisen gör två insatser per år.", "often": (2, "year")}


def _words(document: ReadDocument, review_on: date | None = None) -> list[str]:
    found = [found for found in lint(document, review_on=review_on) if found.rule == "no_end_date"]
    return [document.text[finding.span.start : finding.span.end] for finding in found]


@pytest.mark.parametrize(
    ("since", "open_ended", "pointed"),
    [
        ("2025", "tills vidare", "tills vidare"),
        (None, "tillsvidare", "tillsvidare"),
        (None, "till dess att ett nytt tas fram", "till dess att ett nytt tas fram"),
        ("2025-03-01", "", "2025-03-01"),
        ("2025", "", "2025"),
        (None, "", ACT["text"]),
    ],
)
def test_flags_a_pledge_that_never_ends(since: str | None, open_ended: str, pointed: str) -> None:
    assert _words(page(ACT, to=None, since=since, open_ended=open_ended)) == [pointed]


@pytest.mark.parametrize("to", ["2026", "2026-12", "2026-12-31", "2030"])
def test_leaves_alone_a_last_day(to: str) -> None:
    assert _words(page(ACT, to=to)) == []


@pytest.mark.parametrize("open_ended", ["tills vidare", ""])
def test_leaves_alone_a_review_date(open_ended: str) -> None:
    assert _words(page(ACT, to=None, open_ended=open_ended), date(2027, 1, 15)) == []


def test_is_said_once_of_the_whole_document() -> None:
    found = lint(page(ACT, ACT | {"text": "Kommunen lagar två bänkar per år."}, to=None))
    assert [(finding.rule, finding.promise) for finding in found] == [("no_end_date", None)]


def test_rewrite_asks_for_the_day() -> None:
    with_end, with_review = lint(page(ACT, to=None)), lint(page(ACT, to=None, open_ended="tills vidare"))
    assert [found.rewrite for found in (*with_end, *with_review)] == [
        "Löftet gäller till och med [datum].",
        "Löftet gäller tills vidare och ses över senast [datum].",
    ]
