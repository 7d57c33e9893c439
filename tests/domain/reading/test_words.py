import pytest

from handslag.domain.reading.finds import Span
from handslag.domain.reading.patterns import Pattern
from handslag.domain.reading.words import _KNOWN, _MOST_KNOWN, Wording

SCHOOL = Pattern(r"skol\w*", "skol")
SATURDAY = Pattern(r"(?<!\w)lördag\w*", begins="lördag")


@pytest.fixture(autouse=True)
def _no_word_known() -> None:
    """A word met before the patterns of this module were made would not know of them."""
    _KNOWN.clear()


def test_words_and_signs_stand_where_the_text_has_them() -> None:
    wording = Wording("A-traktorer på 7:e gatan/torget, Ekby")
    words = [word.text for word in wording.words]
    assert words == ["A-traktorer", "på", "7:e", "gatan", "/", "torget", ",", "Ekby"]
    assert wording.span(2, 6) == Span(15, 31)


def test_a_pattern_is_looked_for_in_lower_case() -> None:
    wording = Wording("Vid Skolan och skolgården")
    assert wording.find(SCHOOL) == Span(4, 10)
    assert [match[0] for match in wording.finditer(SCHOOL, 10)] == ["skolgården"]
    assert wording.search(SCHOOL, 0, 3) is None


def test_a_pattern_is_passed_over_where_no_word_holds_what_it_needs() -> None:
    wording = Wording("Vid torget")
    assert wording.find(SCHOOL) is None
    assert list(wording.finditer(SCHOOL)) == []


def test_a_pattern_that_begins_a_word_is_tried_at_each_part_of_one() -> None:
    wording = Wording("fredags-lördagskväll, alllördag/lördag")
    assert [match.span() for match in wording.finditer(SATURDAY)] == [(8, 20), (32, 38)]
    assert wording.find(SATURDAY, 9) == Span(32, 38)


def test_the_words_known_are_never_too_many() -> None:
    for start in range(0, 2 * _MOST_KNOWN, 100):
        Wording(" ".join(f"ord{n}" for n in range(start, start + 100)))
    assert len(_KNOWN) <= _MOST_KNOWN
