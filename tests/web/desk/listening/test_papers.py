"""Answers from paper: typed in by numbers, one paper in ten twice."""

import unicodedata
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from handslag.documents.paper import PaperQuestion
from handslag.domain.surveys import Lane, SurveyState
from handslag.models.models import PaperCheck, Response, Survey, User
from handslag.services.people.reads.municipalities import face_of
from handslag.web.desk.listening import paper_entry
from handslag.web.reports.paper_forms import Printed, paper_form
from tests.cast import Cast
from tests.page import Page, PageClient
from tests.surveys import make_survey

ENTRY = "/bord/harnosand/enkat/trygghet/skriv-in/"
PAPER = {"q_ute": "1", "q_kvall": "4", "q_sett": "1 3", "q_viktigt": "3 1 2", "q_nar": "2019-05-04"}


@pytest.fixture
def survey(cast: Cast) -> Survey:
    return make_survey(cast.harnosand)


@pytest.fixture
def _once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paper_entry, "is_typed_twice", lambda mark: False)


@pytest.fixture
def _twice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paper_entry, "is_typed_twice", lambda mark: True)


def _sent(page: Page) -> dict[str, str]:
    """The hidden fields of the page."""
    hidden = page.all(".//main//input[@type='hidden']")
    return {e.get("name", ""): e.get("value", "") for e in hidden if e.get("name") != "csrfmiddlewaretoken"}


def _errors(page: Page) -> list[str]:
    return page.words(".//div[@class='error-summary']//li")


@pytest.mark.usefixtures("_once")
def test_numbers_are_saved_as_answers_of_the_staff_lane(cast: Cast, survey: Survey) -> None:
    client = PageClient(cast.bo)
    page = client.get(ENTRY)
    assert client.post(ENTRY, PAPER | _sent(page)).location == ENTRY
    answer = Response.objects.get()
    assert answer.lane == Lane.STAFF
    assert answer.answers == {
        "ute": 1,
        "kvall": 4,
        "viktigt": [3, 1, 2],
        "sett": [1, 3],
        "nar": "2019-05-04",
    }


@pytest.mark.usefixtures("_once")
def test_a_paper_sent_twice_counts_once(cast: Cast, survey: Survey) -> None:
    client = PageClient(cast.bo)
    sent = PAPER | _sent(client.get(ENTRY))
    for _ in range(2):
        client.post(ENTRY, sent)
    assert Response.objects.count() == 1
    assert "Det här pappret var redan sparat. Det räknas en gång." in client.get(ENTRY).text


@pytest.mark.usefixtures("_once")
@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ({"q_ute": "3"}, "Fråga 1: Svaret finns inte bland dem du kan välja. Välj ett av dem som visas."),
        ({"q_dag": "9"}, "Fråga 3: Svara med ett tal från 1 till 5."),
        (
            {"q_nar": "31 juni"},
            "Fråga 12: ”31 juni” är inget datum. Skriv år, månad och dag, till exempel 2026-05-04.",
        ),
        ({}, "Inget är inskrivet. Hoppa över papper utan svar."),
    ],
)
def test_what_is_no_answer_comes_back(typed: dict[str, str], error: str, cast: Cast, survey: Survey) -> None:
    client = PageClient(cast.bo)
    page = client.post(ENTRY, typed | _sent(client.get(ENTRY)), status=422)
    assert _errors(page) == [error]
    assert not Response.objects.exists()


@pytest.mark.usefixtures("_twice")
def test_a_paper_of_the_sample_is_typed_twice_and_saved_once(cast: Cast, survey: Survey) -> None:
    client = PageClient(cast.bo)
    second = client.post(ENTRY, PAPER | _sent(client.get(ENTRY)), status=200)
    assert not Response.objects.exists()
    assert "Skriv in samma papper en gång till." in second.text
    client.post(ENTRY, PAPER | _sent(second))
    assert Response.objects.count() == 1
    assert [(c.forms, c.questions, c.differing) for c in PaperCheck.objects.all()] == [(1, 5, 0)]


@pytest.mark.usefixtures("_twice")
def test_what_differs_is_shown_and_the_clerk_decides(cast: Cast, survey: Survey) -> None:
    client = PageClient(cast.bo)
    second = client.post(ENTRY, PAPER | _sent(client.get(ENTRY)), status=200)
    shown = client.post(ENTRY, PAPER | {"q_kvall": "5"} | _sent(second), status=422)
    assert _errors(shown) == [
        "Fråga 2: Första gången var det ”4”. Titta på pappret och låt det som är rätt stå."
    ]
    client.post(ENTRY, PAPER | {"q_kvall": "5"} | _sent(shown))
    assert Response.objects.get().answers["kvall"] == 5
    assert [(c.forms, c.differing) for c in PaperCheck.objects.all()] == [(1, 1)]


@pytest.mark.usefixtures("_twice")
def test_what_was_typed_first_cannot_be_made_up(cast: Cast, survey: Survey) -> None:
    client = PageClient(cast.bo)
    sent = PAPER | _sent(client.get(ENTRY)) | {"first": "x"}
    assert _errors(client.post(ENTRY, sent, status=422)) != []
    assert not Response.objects.exists()


def _printed(user: User, language: str) -> PdfReader:
    response = PageClient(user).get(f"/bord/harnosand/enkat/trygghet/papper.pdf?sprak={language}").response
    assert response.headers["Content-Type"] == "application/pdf"
    return PdfReader(BytesIO(response.content))


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("sv", ["Kryssa för ett svar.", "Bara om du svarade ”Ja” på fråga 1.", "Härnösands kommun"]),
        ("en", ["Tick one.", "Only if you answered “Yes” to question 1.", "Very unsafe"]),
    ],
)
def test_the_form_on_paper_says_how_to_answer(
    language: str, words: list[str], cast: Cast, survey: Survey
) -> None:
    text = " ".join(page.extract_text() for page in _printed(cast.bo, language).pages)
    read = " ".join(text.split())
    assert [said for said in words if said not in read] == []


def test_in_arabic_all_our_own_words_are_arabic(cast: Cast, survey: Survey) -> None:
    printed = Printed(face_of(cast.harnosand), survey.defined(), "", "", survey.closes_on)
    form = paper_form(printed, "ar", on=date(2019, 9, 2))
    questions = [part for part in form.parts if isinstance(part, PaperQuestion)]
    asked = [words for part in questions for words in (part.how, part.only_if) if words]
    ours = [*form.lead, *asked, form.thanks, *form.page_words]
    assert form.direction == "rtl"
    assert [words for words in ours if not unicodedata.name(words[0]).startswith("ARABIC")] == []


def test_a_translation_nobody_has_checked_says_so_on_paper(cast: Cast, survey: Survey) -> None:
    definition = replace(survey.defined(), unchecked=("en",))
    printed = Printed(face_of(cast.harnosand), definition, "", "", None)
    said = "Nobody who reads this language has checked the translation yet."
    assert paper_form(printed, "en", on=date(2019, 9, 2)).lead[-1] == said
    assert said not in paper_form(printed, "sv", on=date(2019, 9, 2)).lead


def test_the_form_on_paper_says_its_language(cast: Cast, survey: Survey) -> None:
    assert str(_printed(cast.bo, "ar").root_object["/Lang"]).startswith("ar")


def test_a_language_the_survey_lacks_is_said_so(cast: Cast, survey: Survey) -> None:
    page = PageClient(cast.bo).get("/bord/harnosand/enkat/trygghet/papper.pdf?sprak=fi", status=400)
    assert "Enkäten finns inte på språket fi" in page.text


@pytest.mark.usefixtures("_once")
def test_an_answer_to_a_question_that_is_passed_over_is_told_before_it_is_left_out(
    cast: Cast, survey: Survey
) -> None:
    client = PageClient(cast.bo)
    typed = PAPER | {"q_ute": "2", "q_kvall": "4"}  # kvall is asked of those who answer 1
    page = client.post(ENTRY, typed | _sent(client.get(ENTRY)), status=422)
    told = (
        "Fråga 2: Den som svarar så får inte den här frågan, och svaret här sparas inte. "
        "Se efter i pappret. Rätta det som är fel eller spara en gång till utan svaret."
    )
    assert (_errors(page), Response.objects.count()) == ([told], 0)
    assert page.all(".//input[@name='q_kvall']")[0].get("value") == "4"
    assert client.post(ENTRY, typed | _sent(page)).location == ENTRY
    assert Response.objects.get().answers == {
        "ute": 2,
        "viktigt": [3, 1, 2],
        "sett": [1, 3],
        "nar": "2019-05-04",
    }


@pytest.mark.usefixtures("_once")
def test_a_number_put_right_after_that_is_saved_with_the_answer(cast: Cast, survey: Survey) -> None:
    client = PageClient(cast.bo)
    page = client.post(ENTRY, PAPER | {"q_ute": "2"} | _sent(client.get(ENTRY)), status=422)
    client.post(ENTRY, PAPER | _sent(page))
    assert Response.objects.get().answers["kvall"] == 4


def test_papers_of_a_closed_survey_are_not_typed_in_for_nothing(cast: Cast) -> None:
    make_survey(cast.harnosand, state=SurveyState.CLOSED)
    page = PageClient(cast.bo).get(ENTRY)
    assert page.words(".//main//p[@class='notice is-warning']") == [
        "Enkäten tar inte emot svar på papper nu, så det går inte att skriva in något."
    ]
    assert page.all(".//main//form") == []
