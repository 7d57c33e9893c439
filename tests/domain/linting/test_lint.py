from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handslag.domain.linting import Level, all_rules, lint
from handslag.domain.reading.finds import ReadDocument
from tests.domain.linting.drafts import page

VAGUE: dict[str, Any] = {"text": "Polisen ska om möjligt verka för lugn på utvalda platser."}


def test_findings_stand_in_the_order_of_the_text() -> None:
    found = [finding.rule for finding in lint(page(VAGUE))]
    assert found == ["hedge", "vague_verb", "no_place"]


def test_findings_name_their_promise() -> None:
    found = lint(page({"text": "Två möten per år", "often": (2, "year")}, VAGUE, VAGUE))
    assert [finding.promise for finding in found] == [1, 1, 1, 2, 2, 2]


def test_a_page_without_promises_has_no_findings() -> None:
    assert lint(page()) == ()


def test_the_reason_is_said_in_both_languages() -> None:
    vague = lint(page(VAGUE))[1]
    assert vague.why() == "”verka för” säger vad ni vill uppnå, men inte vad ni ska göra."
    assert vague.why("en") == "“verka för” says what you want to achieve, but not what you will do."


def test_a_finding_carries_the_weight_of_its_rule() -> None:
    assert [finding.level for finding in lint(page(VAGUE))] == [Level.WEIGHTY, Level.WEIGHTY, Level.LIGHT]


@pytest.mark.parametrize("code", all_rules())
def test_every_reason_is_one_calm_sentence_in_each_language(code: str) -> None:
    for sentence in all_rules()[code].why:
        assert (sentence[-1], sentence.count("."), sentence.count("!")) == (".", 1, 0)


def test_a_rule_gives_way_only_to_rules_that_exist() -> None:
    assert {other for rule in all_rules().values() for other in rule.unless} - all_rules().keys() == set()


def _spans_hold(document: ReadDocument) -> bool:
    return all(document.text[found.span.start : found.span.end].strip() for found in lint(document))


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1).filter(str.strip))
def test_never_raises_and_points_at_real_words(text: str) -> None:
    assert _spans_hold(page({"text": text}, {"text": text, "parties": [], "is_aim": True}, to=None))


WORDS = (
    "polisen kommunen vi lovar ska att om möjligt verka för fler insatser mot minst två och samt på "
    "utvalda platser informera regelbundet för att så att öka . , ; ( ) \n"
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS.split(" ")), min_size=1).map(" ".join).filter(str.strip), st.booleans())
def test_never_raises_on_the_words_it_looks_for(text: str, measurable: bool) -> None:
    assert _spans_hold(page({"text": text, "measurable": measurable}, to=None))


@pytest.mark.parametrize(
    "piece", ["a", " ", ".", "för att ", "hålla ", "minst ", "platser som ", "ö-", "\n• "]
)
def test_a_hostile_draft_does_not_make_the_rules_backtrack(piece: str) -> None:
    assert _spans_hold(page({"text": f"x{piece * (100_000 // len(piece))}"}))
