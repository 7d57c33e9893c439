"""With the receipt code and nothing else: the answer counts, what became of each text, taking it back."""

import pytest

from handslag.domain.listening.receipts import voice_id
from handslag.domain.surveys import SurveyState
from handslag.models.models import Response, Survey, Voice
from handslag.services.listening.reads.answering import forget_surveys
from tests.cast import Cast
from tests.page import PageClient
from tests.surveys import make_survey
from tests.web.survey.form import ADDRESS, Resident

RECEIPT = f"{ADDRESS}kvitto/"


@pytest.fixture
def code(cast: Cast, page: PageClient) -> str:
    make_survey(cast.harnosand)
    resident = Resident(page, f"{ADDRESS}alla/")
    return resident.press("send", ute="nej", trygg="Grannar som hälsar.").words(".//p[@class='code']")[0]


def test_the_code_shows_that_the_answer_counts_and_never_what_it_was(code: str, page: PageClient) -> None:
    shown = page.post(RECEIPT, {"receipt": code.lower(), "go": "show"}, status=200)
    assert shown.h1 == "Ditt svar räknas"
    assert shown.words(".//dl/div") == ["Vad gör dig trygg?Mottagen. Ingen har prövat än om den får citeras."]
    assert "Grannar" not in shown.html


def test_a_text_that_is_held_says_so(code: str, page: PageClient) -> None:
    Voice.objects.update(is_held=True)
    shown = page.post(RECEIPT, {"receipt": code}, status=200)
    assert "Väntar. Texten kan peka ut någon" in shown.text


def test_taking_back_is_asked_once_more_and_then_done(code: str, page: PageClient) -> None:
    asked = page.post(RECEIPT, {"receipt": code, "go": "ask"}, status=200)
    assert (asked.h1, Response.objects.count()) == ("Vill du ta tillbaka ditt svar?", 1)
    done = page.post(RECEIPT, {"receipt": code, "go": "withdraw"}, status=200)
    assert (done.h1, Response.objects.count(), Voice.objects.count()) == ("Ditt svar är taget tillbaka", 0, 0)
    gone = page.post(RECEIPT, {"receipt": code}, status=404)
    assert "Det finns inget svar med den koden." in gone.text


def test_after_closing_it_counts_and_stays(code: str, page: PageClient) -> None:
    Survey.objects.update(state=SurveyState.CLOSED)
    forget_surveys()
    shown = page.post(RECEIPT, {"receipt": code}, status=200)
    assert "Enkäten är stängd, så svaret går inte längre att ta tillbaka." in shown.text
    page.post(RECEIPT, {"receipt": code, "go": "withdraw"}, status=422)
    assert Response.objects.count() == 1


def test_a_code_of_another_survey_shows_nothing(code: str, cast: Cast, page: PageClient) -> None:
    make_survey(cast.harnosand, slug="annan")
    page.post("/harnosand/enkat/annan/kvitto/", {"receipt": code}, status=404)


@pytest.mark.parametrize("typed", ["", "hej", "0" * 5000])
def test_what_is_no_code_is_said(code: str, page: PageClient, typed: str) -> None:
    shown = page.post(RECEIPT, {"receipt": typed}, status=422)
    assert "Det ser inte ut som en kvittokod." in shown.text


def test_nobody_is_joined_to_their_text_by_the_tables(code: str) -> None:
    response, voice = Response.objects.get(), Voice.objects.get()
    assert response.pk.hex != voice.pk
    assert voice.pk != voice_id(response.pk.bytes, "trygg")
