"""What the parties say themselves, on the page of the promise and in reports."""

from datetime import date

import pytest

from handslag.domain.judging.party_verdicts import Ended, Verdict
from handslag.domain.judging.periods import Period
from handslag.models.models import Promise
from handslag.services.judging.party_verdicts import state_verdict
from tests.cast import Cast
from tests.make import make_promise
from tests.page import PageClient

CARDS = ".//main//li[@class='card']"
YEAR = Ended(Period(date(2018, 1, 1), date(2018, 12, 31)))


@pytest.fixture
def promise(cast: Cast) -> Promise:
    promise = make_promise(cast.harnosand, valid_from=date(2018, 1, 1))
    unknown, kept = Verdict.CANNOT_SAY, Verdict.KEPT
    state_verdict(cast.anna, promise=promise, verdict=unknown, reason="Underlag saknas.", about=YEAR)
    state_verdict(cast.bo, promise=promise, verdict=kept, reason="Vi var där.", about=YEAR)
    return promise


def test_both_truths_stand_beside_the_status(promise: Promise, page: PageClient) -> None:
    found = page.get("/harnosand/lofte/1/")
    assert found.words(".//h2")[1] == "Vad parterna säger själva"
    assert found.words(CARDS) == [
        "Kommunen: vi kan inte säga under 2018 Underlag saknas. Skrivet 2 september 2019 av samordnaren",
        "Polisen: hållet under 2018 Vi var där. Uträkningen säger något annat: inte redovisat. "
        "Skrivet 2 september 2019 av en polis",
    ]


def test_what_was_said_before_opens(cast: Cast, promise: Promise, page: PageClient) -> None:
    state_verdict(cast.anna, promise=promise, verdict=Verdict.PARTLY, reason="Nu vet vi.", about=YEAR)
    assert page.get("/harnosand/lofte/1/").words(f"{CARDS}/details") == [
        "Vad de sa tidigare2 september 2019: Vi kan inte säga. Underlag saknas."
    ]


def test_nothing_said_shows_nothing(cast: Cast, page: PageClient) -> None:
    make_promise(cast.harnosand)
    assert "Vad parterna säger själva" not in page.get("/harnosand/lofte/1/").text


@pytest.mark.parametrize(("year", "is_told"), [(2018, True), (2019, False)])
def test_a_report_tells_what_is_said_of_its_days(
    promise: Promise, page: PageClient, year: int, is_told: bool
) -> None:
    said = (
        "Polisen: hållet under 2018. Vi var där. (Skrivet 2 september 2019 av en polis.) "
        "Uträkningen säger något annat: inte redovisat."
    )
    assert (said in page.get(f"/harnosand/uppfoljning/{year}/").text) == is_told


def test_in_english(promise: Promise, page: PageClient) -> None:
    assert page.get("/en/harnosand/lofte/1/").words(CARDS)[1] == (
        "The police: kept during 2018 Vi var där. The computed status says something else: not reported. "
        "Said by a police officer on 2 September 2019"
    )
