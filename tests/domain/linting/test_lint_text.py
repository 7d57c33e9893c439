import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handslag.domain.linting import lint_text
from tests.domain.reading.test_read import counted_calls

PAGE = """Medborgarlöfte för Härnösand

Polisen lovar att:
- verka för lugnare kvällar
- gå minst fyra fotpatruller i Ramvik under 2026
"""


def _said(text: str) -> list[tuple[str, str, int | None]]:
    return [(found.rule, text[found.span.start : found.span.end], found.promise) for found in lint_text(text)]


@pytest.mark.parametrize(
    "words",
    ["polis ", "för att ", "minst 2 ", "verka ", "i Viksjö, ", " samt", "a. ", "på plats ", "än mer "],
)
def test_hostile_words_of_a_promise_take_work_in_proportion(words: str) -> None:
    short, long = (f"Polisen ska gå ut {words * (length // len(words))}" for length in (2000, 8000))
    lint_text(short)  # rules are loaded once
    assert counted_calls(lambda: lint_text(long)) < 5 * counted_calls(lambda: lint_text(short)) + 1000


def test_a_whole_page_is_read_and_linted() -> None:
    assert _said(PAGE) == [
        ("vague_verb", "verka för", 0),
        ("no_end_date", "verka för lugnare kvällar", None),
    ]


def test_a_draft_sentence_is_linted_without_a_document() -> None:
    assert _said("Polisen lovar att verka för lugnare kvällar.") == [("vague_verb", "verka för", 0)]


@pytest.mark.parametrize("text", ["Verka för lugn", "  verka för lugn\n"])
def test_words_that_promise_nothing_are_one_draft(text: str) -> None:
    words = text.strip()
    assert sorted(_said(text)) == [("no_party", words, 0), ("vague_verb", words[:9], 0)]


@pytest.mark.parametrize("text", ["", " ", "\n\n"])
def test_no_words_no_findings(text: str) -> None:
    assert _said(text) == []


@settings(max_examples=60, deadline=None)
@given(st.text())
def test_never_raises_and_points_into_the_text(text: str) -> None:
    assert all(0 <= found.span.start <= found.span.end <= len(text) for found in lint_text(text))
