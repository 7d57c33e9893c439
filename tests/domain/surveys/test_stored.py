"""Definitions and answers as they are stored, and words in the languages there are."""

import json
from datetime import date
from decimal import Decimal

import pytest

from handslag.domain.errors import BadInput
from handslag.domain.surveys import Kind, Texts, Value, coded, decoded, direction, from_record, to_record
from tests.domain.surveys.forms import question, said, survey

EVERY_KIND = survey(
    question("text", is_long=True, hint=said("Kort")),
    question("single", Kind.SINGLE, choices="yes_no", is_required=True),
    question("several", Kind.MULTIPLE, choices="where", constraint="count-selected(.) <= 2"),
    question("scale", Kind.SCALE, lowest=0, highest=10, low_label=said("Inte"), high_label=said("Mycket")),
    question("rank", Kind.RANKING, choices="where"),
    question("whole", Kind.INTEGER, relevant="${single} = 'yes'", is_sensitive=True),
    question("decimal", Kind.DECIMAL),
    question("day", Kind.DATE),
    question("place", Kind.PLACE, choices="places"),
    question("note", Kind.NOTE),
    unchecked=("en",),
    version=3,
)


def test_a_definition_comes_back_equal_from_json() -> None:
    assert from_record(json.loads(json.dumps(to_record(EVERY_KIND)))) == EVERY_KIND


@pytest.mark.parametrize(
    "record", [{}, {"languages": 3}, {"id": "a", "title": {}, "languages": ["sv"], "pages": 4}]
)
def test_a_record_that_is_not_ours_is_refused(record: dict[str, object]) -> None:
    with pytest.raises(BadInput) as refused:
        from_record(record)
    assert refused.value.code == "survey_record"


def test_answers_are_stored_as_small_numbers_without_free_text() -> None:
    answers: dict[str, Value] = {
        "text": "Belysning",
        "single": "no",
        "several": ("school", "centre"),
        "scale": 0,
        "rank": ("home", "centre"),
        "whole": 7,
        "decimal": Decimal("2.50"),
        "day": date(2026, 5, 4),
        "place": "ramvik",
    }
    codes = coded(EVERY_KIND, answers)
    assert codes == {
        "single": 2,
        "several": (1, 3),
        "scale": 0,
        "rank": (4, 1),
        "whole": 7,
        "decimal": "2.50",
        "day": "2026-05-04",
        "place": 2,
    }
    del answers["text"]
    assert decoded(EVERY_KIND, json.loads(json.dumps(codes))) == answers | {"several": ("centre", "school")}


def test_words_fall_back_to_what_the_language_is_a_variant_of_then_to_the_first() -> None:
    words = Texts.of({"en": "Where?", "sv": "Var?", "ar": "أين؟"}, order=("sv", "en", "ar"))
    assert [words.say(tag) for tag in ("ar", "sv-simple", "so", "en")] == ["أين؟", "Var?", "Var?", "Where?"]
    assert words.language_for("so") == "sv"
    assert (Texts().say("sv"), Texts().language_for("sv")) == ("", "")


def test_languages_have_a_direction() -> None:
    assert [direction(tag) for tag in ("ar", "fa", "ckb", "sv-simple", "so")] == [
        "rtl",
        "rtl",
        "rtl",
        "ltr",
        "ltr",
    ]


def test_a_database_may_turn_the_keys_about() -> None:
    record = to_record(EVERY_KIND)
    turned = record | {"choice_lists": dict(reversed(record["choice_lists"].items()))}
    assert from_record(turned) == EVERY_KIND
