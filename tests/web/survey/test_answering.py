"""Answering a survey: nothing stored before sending, no cookie, back always works, bad input is said."""

from typing import Any
from urllib.parse import urlencode

import pytest

from handslag.domain.listening.answers import CodeChannel
from handslag.domain.surveys import Lane, SurveyState
from handslag.models.models import Response, SentForm, Survey, SurveyCode, Voice
from handslag.services.listening.codes import issue_codes
from handslag.services.listening.intake.form_tokens import read_token
from handslag.services.listening.reads.answering import forget_surveys
from tests.cast import Cast
from tests.page import PageClient
from tests.surveys import DEFINITION, make_survey
from tests.web.survey.form import ADDRESS, Resident, fields

STORED = (Response, Voice, SentForm, SurveyCode)


@pytest.fixture
def survey(cast: Cast) -> Survey:
    return make_survey(cast.harnosand)


@pytest.fixture
def resident(survey: Survey, page: PageClient) -> Resident:
    return Resident(page)


def _rows() -> list[int]:
    return [model.objects.count() for model in STORED]


def _to_check(resident: Resident) -> None:
    resident.press("start")
    resident.press("next", ute="nej")
    answers: tuple[dict[str, Any], ...] = (
        {"dag": "4"},
        {},
        {},
        {},
        {"trygg": "Grannar som hälsar."},
        {"var": "ramvik"},
        {"barn": "2"},
    )
    for answer in answers:
        resident.press("next", status=200, **answer)
    resident.press("next", viktigt=["polis", "ljus", ""])
    resident.press("next", sett=["ljus", "vakt"])
    resident.press("next")


def test_one_question_at_a_time_to_a_receipt(resident: Resident) -> None:
    assert resident.page.h1 == "Trygghet i Härnösand"
    resident.press("start")
    assert (resident.page.h1, resident.page.words(".//p[@class='progress-words']")) == (
        "Går du ut när det är mörkt?",
        ["Fråga 1 av 11"],
    )
    resident.press("next", ute="ja")
    assert resident.page.words(".//p[@class='progress-words']") == ["Fråga 2 av 12"]
    resident.press("back")
    assert fields(resident.page)["a-ute"] == ["ja"]


def test_what_was_answered_is_looked_over_sent_and_stored(resident: Resident) -> None:
    _to_check(resident)
    assert resident.page.h1 == "Se över dina svar"
    assert resident.page.words(".//dd")[::2][:3] == [
        "Nej",
        "4 (1 = Mycket otrygg, 5 = Mycket trygg)",
        "Inget svar",
    ]
    assert _rows() == [0, 0, 0, 0]
    page = resident.press("send")
    assert page.h1 == "Tack, ditt svar räknas"
    assert len(page.words(".//p[@class='code']")[0]) == 32
    assert Response.objects.get().answers == {
        "ute": 2,
        "dag": 4,
        "var": 2,
        "barn": 2,
        "viktigt": [2, 1],
        "sett": [1, 3],
    }
    assert Voice.objects.get().text == "Grannar som hälsar."


def test_sending_twice_counts_once_and_shows_the_same_code(resident: Resident, page: PageClient) -> None:
    _to_check(resident)
    sent = fields(resident.page) | {"go": "send"}
    codes = {page.post(ADDRESS, sent, status=200).words(".//p[@class='code']")[0] for _ in range(3)}
    assert (len(codes), Response.objects.count()) == (1, 1)


def test_no_page_sets_a_cookie_and_only_the_browser_that_asked_may_keep_it(resident: Resident) -> None:
    _to_check(resident)
    pages = [resident.page, resident.press("send")]
    pages += [resident.client.get(path) for path in (ADDRESS, f"{ADDRESS}alla/", f"{ADDRESS}kvitto/")]
    assert {page.response.headers["Cache-Control"] for page in pages} == {"private, max-age=0"}
    assert resident.client.client.get(f"{ADDRESS}arbete/").headers["Cache-Control"] == "no-store"
    assert dict(resident.client.client.cookies) == {}


def test_a_line_to_write_on_is_one_that_browsers_offer_to_nobody_else(
    survey: Survey, page: PageClient
) -> None:
    shown = page.get(f"{ADDRESS}alla/")
    typed = {field.get("type") for field in shown.all(".//main//input") if field.get("name") != "token"}
    assert typed == {"radio", "checkbox", "date", "hidden"}
    assert "autocomplete" not in shown.html.partition("<main")[2]


def test_what_was_taken_back_is_not_thanked_for_when_it_is_sent_again(
    resident: Resident, page: PageClient
) -> None:
    _to_check(resident)
    sent = fields(resident.page) | {"go": "send"}
    code = page.post(ADDRESS, sent, status=200).words(".//p[@class='code']")[0]
    page.post(f"{ADDRESS}kvitto/", {"receipt": code, "go": "withdraw"}, status=200)
    again = page.post(ADDRESS, sent, status=200)
    assert (again.h1, again.words(".//div[@role='alert']/p")) == (
        "Ditt svar är taget tillbaka",
        ["Inget sparades nu. Samma formulär går inte att skicka igen. Börja med ett tomt formulär"],
    )
    assert _rows()[:2] == [0, 0]


def test_something_changed_after_looking_over_leads_back_there(resident: Resident) -> None:
    _to_check(resident)
    resident.press("change:dag")
    assert (resident.page.h1, fields(resident.page)["a-dag"]) == ("Hur trygg känner du dig på dagen?", ["4"])
    resident.press("next", dag="5")
    assert resident.page.h1 == "Se över dina svar"


def test_a_change_that_brings_a_question_asks_it_and_comes_back(resident: Resident) -> None:
    _to_check(resident)
    resident.press("change:ute")
    resident.press("next", ute="ja")
    assert resident.page.h1 == "Hur trygg känner du dig på kvällen?"
    assert resident.press("next", kvall="1").h1 == "Se över dina svar"


def test_an_answer_can_be_removed(resident: Resident) -> None:
    resident.press("start")
    resident.press("next", ute="nej")
    resident.press("next", dag="4")
    resident.press("back")
    resident.press("clear:dag")
    assert "a-dag" not in fields(resident.page)


def test_a_question_that_must_be_answered_says_so(resident: Resident) -> None:
    resident.press("start")
    page = resident.press("next", status=422)
    assert page.words(".//p[@class='error']") == ["Svara på frågan för att gå vidare."]
    assert page.words(".//title")[0].startswith("Fel: ")


@pytest.mark.parametrize(
    ("filled", "message"),
    [
        ({"barn": "21"}, "Svara med ett tal från 0 till 20."),
        ({"barn": "två"}, "”två” är inget heltal. Skriv ett heltal med siffror, till exempel 3."),
        ({"dag": "9"}, None),
        ({"var": "månen"}, None),
        ({"trygg": "x" * 2001}, None),
        ({"trygg": "x" * 1_000_000}, None),
        ({"nar": "i går"}, None),
        ({"viktigt": ["ljus", "ljus", ""]}, "Samma sak står på två platser. Välj en sak per plats."),
    ],
)
def test_bad_answers_are_said_and_nothing_is_stored(
    survey: Survey, page: PageClient, filled: dict[str, Any], message: str | None
) -> None:
    resident = Resident(page, f"{ADDRESS}alla/")
    shown = resident.press("send", status=422, ute="nej", **filled)
    errors = shown.words(".//p[@class='error']")
    assert len(errors) == 1
    assert message in (None, errors[0])
    assert _rows() == [0, 0, 0, 0]


def test_hidden_signs_are_taken_out(survey: Survey, page: PageClient) -> None:
    resident = Resident(page, f"{ADDRESS}alla/")
    resident.press("send", ute="nej", trygg="Ring 070\u202e-123\x00 45 67 \u2066till mig.")
    assert Voice.objects.get().text == "Ring [telefonnummer] till mig."


def test_ten_thousand_fields_are_refused_in_words(survey: Survey, page: PageClient) -> None:
    shown = page.post(ADDRESS, {f"a-{number}": "1" for number in range(10_000)}, status=400)
    assert "Det är för mycket i formuläret. Inget är sparat." in shown.text


@pytest.mark.parametrize("token", ["", "x", "AAAA"])
def test_a_form_that_is_not_ours_stores_nothing(resident: Resident, page: PageClient, token: str) -> None:
    _to_check(resident)
    shown = page.post(ADDRESS, fields(resident.page) | {"go": "send", "token": token}, status=400)
    assert "Formuläret går inte att känna igen." in shown.text
    assert _rows() == [0, 0, 0, 0]


def test_after_closing_it_is_said_that_nothing_was_stored(resident: Resident) -> None:
    _to_check(resident)
    Survey.objects.update(state=SurveyState.CLOSED)
    page = resident.press("send", status=409)
    assert "Ditt svar kom för sent och är inte sparat." in page.text
    assert _rows() == [0, 0, 0, 0]
    forget_surveys()
    assert resident.client.get(ADDRESS).h1 == "Enkäten är stängd"


def test_a_draft_is_nowhere_to_be_found(cast: Cast, page: PageClient) -> None:
    make_survey(cast.harnosand, state=SurveyState.DRAFT)
    page.get(ADDRESS, status=404)


def test_all_questions_on_one_page_bring_more_and_are_looked_over(survey: Survey, page: PageClient) -> None:
    resident = Resident(page, f"{ADDRESS}alla/")
    shown = resident.press("check", status=422, ute="ja")
    assert "Dina svar gav fler frågor:" in shown.text
    assert resident.press("check", kvall="2").h1 == "Se över dina svar"
    assert resident.press("change:ute").h1 == "Trygghet i Härnösand"
    resident.press("check")
    assert resident.press("send").h1 == "Tack, ditt svar räknas"


def test_a_code_puts_the_answer_in_its_own_lane_once(cast: Cast, survey: Survey, page: PageClient) -> None:
    (code,) = issue_codes(cast.anna, survey=survey, channel=CodeChannel.LETTER, number=1).codes
    for status in (200, 422):
        resident = Resident(page, f"{ADDRESS}alla/")
        sent = fields(resident.page) | {"go": "send", "a-ute": "nej", "code": code.upper()}
        shown = page.post(ADDRESS, sent, status=status)
    assert "Koden gäller inte." in shown.text
    assert [response.lane for response in Response.objects.all()] == [Lane.CODE]


def test_a_wrong_code_is_said_before_the_first_question(resident: Resident, page: PageClient) -> None:
    for wrong in ("aaaaa-aaa", "aaaaa-aaaa0", "aaaaa-aaaaaa"):
        shown = page.post(ADDRESS, fields(resident.page) | {"go": "start", "code": wrong}, status=422)
        assert "Det liknar inte en kod." in shown.text


def test_a_used_a_fresh_and_an_unknown_code_are_not_told_apart_before_sending(
    cast: Cast, survey: Survey, page: PageClient
) -> None:
    used, fresh = issue_codes(cast.anna, survey=survey, channel=CodeChannel.LETTER, number=2).codes
    sent = fields(Resident(page, f"{ADDRESS}alla/").page) | {"go": "send", "a-ute": "nej", "code": used}
    page.post(ADDRESS, sent, status=200)
    form = fields(Resident(page).page)
    pages = [
        page.post(ADDRESS, form | {"go": "start", "code": code}, status=200).html.replace(code, "")
        for code in (used, fresh, "aaaaa-aaaaa")
    ]
    assert pages == pages[:1] * 3


def test_a_used_and_an_unknown_code_get_the_same_words_after_sending(
    cast: Cast, survey: Survey, page: PageClient
) -> None:
    (used,) = issue_codes(cast.anna, survey=survey, channel=CodeChannel.LETTER, number=1).codes
    said = []
    for code, status in ((used, 200), (used, 422), ("aaaaa-aaaaa", 422)):
        sent = fields(Resident(page, f"{ADDRESS}alla/").page) | {"go": "send", "a-ute": "nej", "code": code}
        said.append(page.post(ADDRESS, sent, status=status).words(".//div[@role='alert']"))
    assert said[1] == said[2] != []


def test_a_survey_by_code_only_asks_for_the_code(cast: Cast, page: PageClient) -> None:
    make_survey(cast.harnosand, lanes=[Lane.CODE])
    resident = Resident(page)
    assert "Skriv koden som står på brevet" in resident.press("start", status=422).text


def test_in_arabic_the_page_reads_from_the_right(survey: Survey, page: PageClient) -> None:
    resident = Resident(page, f"{ADDRESS}pa/ar/")
    assert (resident.page.tree.get("lang"), resident.page.tree.get("dir")) == ("ar", "rtl")
    assert resident.page.h1 == "الأمان في هارنوساند"
    assert resident.page.words(".//main//p/span[@lang='sv'][@dir='ltr']") == [
        "Kommunen och polisen använder svaren när de väljer årets löften.",
        "Kommunstyrelsen i Härnösand",
    ]
    assert "Härnösands" not in resident.page.text
    assert resident.press("start").h1 == "هل تخرج بعد حلول الظلام؟"
    wrong = resident.press("next", ute="لا", status=422)
    assert wrong.words(".//p[@class='error']") == [
        "هذا ليس من الإجابات الممكنة. اختر إحدى الإجابات المعروضة."
    ]


@pytest.mark.parametrize("first", ["", "alla/"])
def test_in_arabic_an_answer_is_sent_and_taken_back(survey: Survey, page: PageClient, first: str) -> None:
    resident = Resident(page, f"{ADDRESS}pa/ar/{first}")
    if first:
        resident.press("check", ute="nej", trygg="جيران يسلمون.")
    else:
        _to_check(resident)
    resident.press("send")
    code = resident.page.words(".//p[@class='code']")[0]
    links = [link.get("href", "") for link in resident.page.all(".//a[@href]")]
    assert [link for link in links if "/ar/" in link.partition("/pa/")[0]] == []
    receipt = Resident(page, next(link for link in links if "kvitto" in link))
    receipt.page = page.post(receipt.address, {"receipt": code}, status=200)
    receipt.press("ask")
    receipt.press("withdraw")
    assert not Response.objects.exists()


def test_a_language_the_survey_lacks_is_not_found(survey: Survey, page: PageClient) -> None:
    page.get(f"{ADDRESS}pa/fi/", status=404)


def test_names_are_warned_about_before_sending(survey: Survey, page: PageClient) -> None:
    resident = Resident(page, f"{ADDRESS}alla/")
    shown = resident.press("check", ute="nej", trygg="Karin Berg på 070-123 45 67 hjälper oss.")
    assert "Detta kan visa vem någon är: Karin Berg." in shown.text
    assert "Karin Berg på [telefonnummer] hjälper oss." in shown.words(".//dd")


def test_the_work_for_the_browser_is_given_out(survey: Survey, page: PageClient) -> None:
    work = page.client.get(f"{ADDRESS}arbete/").json()
    assert work["parameters"]["algorithm"] == "PBKDF2/SHA-256"
    assert work["parameters"]["cost"] == 5000


def test_an_empty_form_that_is_wrong_says_so_although_it_was_made_before(
    cast: Cast, page: PageClient
) -> None:
    definition = DEFINITION | {
        "pages": [{"name": "en", "questions": DEFINITION["pages"][0]["questions"][:1]}]
    }
    make_survey(cast.harnosand, definition=definition)
    for _ in range(2):
        shown = Resident(page, f"{ADDRESS}alla/").press("check", status=422)
        assert shown.words(".//p[@class='error']") == ["Svara på frågan för att gå vidare."]


@pytest.mark.parametrize("address", [ADDRESS, f"{ADDRESS}alla/"])
def test_what_is_made_once_for_everybody_carries_a_token_of_each_ones_own(
    survey: Survey, page: PageClient, address: str
) -> None:
    tokens = [fields(Resident(page, address).page)["token"][0] for _ in range(3)]
    assert len(set(tokens)) == 3
    assert {read_token(survey.public_id, token).survey for token in tokens} == {survey.public_id}


def test_nobody_is_shown_the_receipt_of_another(survey: Survey, page: PageClient) -> None:
    receipts = []
    for _ in range(3):
        resident = Resident(page, f"{ADDRESS}alla/")
        receipts += resident.press("send", ute="nej").words(".//p[@class='code']")
    assert len(set(receipts)) == Response.objects.count() == 3


def test_what_is_made_once_is_made_anew_with_the_survey(survey: Survey, page: PageClient) -> None:
    assert Resident(page, f"{ADDRESS}alla/").page.h1 == "Trygghet i Härnösand"
    survey.definition["title"] = {"sv": "Tryggare i Härnösand"}
    survey.save()
    forget_surveys()  # as after two seconds
    assert Resident(page, f"{ADDRESS}alla/").page.h1 == "Tryggare i Härnösand"


def test_what_is_made_once_is_made_for_each_language(survey: Survey, page: PageClient) -> None:
    addresses = [f"{ADDRESS}alla/", f"/en{ADDRESS}alla/", f"{ADDRESS}pa/ar/alla/"]
    for _ in range(2):
        languages = [page.get(address).tree.get("lang") for address in addresses]
        assert languages == ["sv", "en", "ar"]


def test_a_form_is_read_alike_in_both_ways_browsers_send_one(survey: Survey, page: PageClient) -> None:
    texts = ["Ljus & värme=trygghet +1 %", "Två\r\nrader"]
    for text in texts:
        sent = fields(Resident(page, f"{ADDRESS}alla/").page) | {
            "go": "send",
            "a-ute": "nej",
            "a-trygg": text,
        }
        page.client.post(ADDRESS, urlencode(sent, doseq=True), "application/x-www-form-urlencoded")
        page.client.post(ADDRESS, sent | {"token": fields(Resident(page, f"{ADDRESS}alla/").page)["token"]})
    stored = sorted(Voice.objects.values_list("text", flat=True))
    assert stored == sorted(2 * [text.replace("\r\n", "\n") for text in texts])


@pytest.mark.parametrize("body", ["&".join(["a-ute=nej"] * 1_001), "a-trygg=" + "x" * 12 * 1024 * 1024])
def test_a_form_that_is_too_big_is_refused(survey: Survey, page: PageClient, body: str) -> None:
    answer = page.client.post(ADDRESS, body, "application/x-www-form-urlencoded")
    assert (answer.status_code, _rows()) == (400, [0, 0, 0, 0])


def test_the_number_of_the_police_is_not_turned_round_in_arabic(survey: Survey, page: PageClient) -> None:
    shown = page.get(f"{ADDRESS}pa/ar/").html
    assert shown.count("114 14") == shown.count("\u2066114 14\u2069") == 2


def test_what_was_written_when_the_survey_closed_stands_there_to_copy(resident: Resident) -> None:
    resident.press("start")
    hidden = fields(resident.page)
    Survey.objects.update(state=SurveyState.CLOSED)
    forget_surveys()
    words = "Belys gången till skolan."
    page = resident.client.post(ADDRESS, hidden | {"a-text": words, "go": "next"}, status=409)
    assert page.words(".//blockquote") == [words]


def test_the_purpose_stands_as_its_own_language_is_written(survey: Survey, page: PageClient) -> None:
    def purpose() -> tuple[str | None, ...]:
        (found,) = page.get(f"{ADDRESS}pa/ar/").all(".//main//p[@dir]")
        return (found.get("dir"), *("".join(found.itertext()).split()[:1]))

    assert purpose() == ("ltr", "Kommunen")
    survey.purpose["ar"] = "تساعد الإجابات البلدية."
    survey.save()
    forget_surveys()
    assert purpose() == ("rtl", "تساعد")


def test_an_address_to_write_down_is_not_turned_round_in_arabic(survey: Survey, page: PageClient) -> None:
    resident = Resident(page, f"{ADDRESS}pa/ar/alla/")
    resident.press("check", ute="nej")
    shown = resident.press("send")
    (foot,) = shown.all(".//footer//bdi[@dir='ltr']")
    assert foot.text == "testserver/harnosand/enkat/trygghet/pa/ar/kvitto/"


def test_a_form_that_is_refused_leads_back_to_its_survey(resident: Resident, page: PageClient) -> None:
    _to_check(resident)
    shown = page.post(ADDRESS, fields(resident.page) | {"go": "send", "token": "x"}, status=400)
    assert shown.all(".//main//p[@class='actions']/a")[0].get("href") == ADDRESS
