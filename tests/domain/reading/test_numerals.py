import re
from decimal import Decimal

import pytest

from handslag.domain.reading.numerals import NUMBER, WORDS, number_of


@pytest.mark.parametrize(
    ("word", "number"),
    [("två", "2"), ("Tjugofem", "25"), ("1 200", "1200"), ("2,5", "2.5"), ("trehundra", "300"), ("en", "1")],
)
def test_numbers_as_words_and_digits(word: str, number: str) -> None:
    assert number_of(word) == Decimal(number)


def test_every_number_word_is_found_but_the_article() -> None:
    found = {word for word in WORDS if re.fullmatch(NUMBER, word)}
    assert set(WORDS) - found == {"noll", "en", "ett"}
