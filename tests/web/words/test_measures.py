"""A measure said back in one plain sentence, in both languages."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils.translation import override

from handslag.domain.promises.terms import Kind, Measure, Per, Reading, Spread
from handslag.web.words.measures import said

SENTENCES = [
    (
        Measure(Kind.COUNT, Decimal(2), unit="insatser", per=Per.YEAR),
        "Hålls om minst 2 insatser görs varje kalenderår.",
        "Kept with at least 2 efforts every calendar year.",
    ),
    (
        Measure(Kind.COUNT, unit="trafikkontroll", per=Per.DAY, reading=Reading.ON_AVERAGE),
        "Hålls om minst 1 trafikkontroll görs per dag i genomsnitt.",
        "Kept with at least 1 traffic check a day on average.",
    ),
    (
        Measure(Kind.QUANTITY, Decimal(900), unit="timmar", per=Per.YEAR, reading=Reading.IN_TOTAL),
        "Hålls om det blir minst 900 timmar under hela tiden löftet gäller.",
        "Kept with 900 hours or more during the whole time the promise is valid.",
    ),
    (
        Measure(Kind.COUNT, unit="besök", per=Per.TERM, spread=Spread.SCHOOL),
        "Hålls om minst 1 besök görs på var och en av skolorna varje skoltermin.",
        "Kept with at least 1 visit at each of the schools every term of school.",
    ),
    (
        Measure(Kind.MILESTONE, by=date(2019, 12, 31)),
        "Hålls när det är gjort och loggat, senast 31 december 2019.",
        "Kept when it is done and logged, by 31 December 2019.",
    ),
    (
        Measure(Kind.STANDING),
        "Bedöms inte: det är en avsikt. Det som görs för den visas.",
        "Not judged: it is an aim. What is done for it is shown.",
    ),
    (None, "Det är inte bestämt hur löftet bedöms.", "It has not been decided how the promise is judged."),
]


@pytest.mark.parametrize(("measure", "swedish", "english"), SENTENCES)
def test_a_measure_is_said_back(measure: Measure | None, swedish: str, english: str) -> None:
    with override("sv"):
        assert said(measure) == swedish
    with override("en"):
        assert said(measure) == english


def test_our_least_reading_is_said_to_be_ours() -> None:
    with override("sv"):
        words = said(Measure(Kind.COUNT, unit="pass", per=Per.YEAR, minimal=True))
    assert words.endswith(" Löftet säger inte hur många gånger. Då räknar vi minst en.")


def test_each_event_names_its_series() -> None:
    with override("sv"):
        assert said(Measure(Kind.EACH_EVENT), "Dialoger") == (
            "Hålls om något görs vid varje tillfälle av slaget ”Dialoger”."
        )
