"""What holds for every text: nothing raises, every find gives back its words from where they stand."""

import time
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.domain.reading.fields import Fields, read_fields
from handslag.domain.reading.finds import Find, Span
from tests.domain.reading.promised import ALONE, context, fields_of

WORDS = (
    "Polisen lovar att minst två (2) tre-års till en ett per år under 2019 2018-2019 varje termin Ekby"
    " centrala i"
    " på och , . ; : / ( ) • vid torget E4 väg 335 unga äldre personer tillsammans med för att så genom"
    " varannan"
    " onsdag inom 24 timmar 80 % senast den 31 juni 2024 0000-00-00 ta fram årskurs 7 personal \n ”"
)
SWEDISH = st.lists(st.sampled_from(WORDS.split(" ")), max_size=40).map(" ".join)
TEXTS = st.one_of(SWEDISH, st.text(max_size=200))


def finds_of(fields: Fields) -> Iterator[Find]:
    yield from (*fields.places, *fields.target_groups, *fields.unheld)
    yield from (find for find in (fields.quantity, fields.period) if find)


@given(before=TEXTS, heading=TEXTS, text=TEXTS)
def test_every_find_gives_back_its_words_inside_the_promise_or_above_it(
    before: str, heading: str, text: str
) -> None:
    document = before + heading + text
    above = Span(len(before), len(before + heading))
    span = Span(above.end, len(document))
    fields = read_fields(document, span, context(document, above))
    for find in finds_of(fields):
        assert document[find.span.start : find.span.end] == find.value != ""
        assert above.start <= find.span.start < find.span.end <= span.end


@given(text=TEXTS)
def test_the_cadence_stands_inside_the_promise(text: str) -> None:
    cadence = fields_of(text).cadence
    assert cadence is None or 0 <= cadence.span.start < cadence.span.end <= len(text)


@given(text=TEXTS)
def test_only_what_can_be_checked_gets_a_measure_that_is_judged(text: str) -> None:
    fields = fields_of(text)
    is_standing = fields.measure is not None and fields.measure.kind == "standing"
    assert is_standing is not fields.measurable


def test_letters_that_grow_in_lower_case_move_no_span() -> None:
    assert [place.value for place in fields_of("İİİ Fotpatrull i Ekby, İİ på torget.").places] == [
        "Ekby",
        "torget",
    ]


@pytest.mark.parametrize(
    "word", ["a", "A ", "1 ", "Ekby, ", "minst ", "för att ", "unga och ", "(", "när a ", "\n"]
)
def test_a_long_run_of_one_word_takes_time_in_proportion(word: str) -> None:
    def seconds(length: int) -> float:
        text = (word * length)[:length]
        start = time.process_time()
        read_fields(text, Span(0, length), ALONE)
        return time.process_time() - start

    # Sixteen times the text: about 16 times the time where it grows in proportion, 256 where by the square.
    short = min(seconds(4_000) for _ in range(3))
    assert min(seconds(64_000) for _ in range(2)) < max(short, 0.002) * 100
