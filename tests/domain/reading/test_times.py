import pytest

from handslag.domain.reading.times import find_period
from handslag.domain.reading.words import Wording
from tests.domain.reading.promised import fields_of


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("på fredagar och lördagar under sommaren", "fredagar och lördagar under sommaren"),
        ("under vintersäsong (januari till och med april)", "vintersäsong (januari till och med april)"),
        ("värdar finns ute kvällar och helger", "kvällar och helger"),
        ("en gång i månaden (dock inte juni-augusti)", "inte juni-augusti"),
        ("bygga under 2024", "2024"),
        ("två insatser under året", "året"),
    ],
)
def test_words_that_narrow_the_time(text: str, period: str) -> None:
    span = find_period(Wording(text))
    assert span is not None
    assert text[span.start : span.end] == period


@pytest.mark.parametrize("text", ["varje helg", "varannan onsdag", "vår samverkan", "ett majestätiskt torg"])
def test_rhythms_and_other_words_narrow_nothing(text: str) -> None:
    assert find_period(Wording(text)) is None


def test_counted_evenings_narrow_nothing() -> None:
    assert fields_of("Minst tre kvällar i veckan.").period is None
