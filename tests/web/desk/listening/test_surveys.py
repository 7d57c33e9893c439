"""Surveys on the desk: made, read in, written with plain fields, translated, opened and closed."""

from dataclasses import replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_django import DjangoAssertNumQueries

from handslag.documents.xlsforms import read_xlsform
from handslag.domain.surveys import Kind, Lane, SurveyState, written
from handslag.models.models import LogEntry, Place, Survey
from handslag.sentences import say
from handslag.services.listening import surveys
from handslag.services.listening.ready_surveys import ready_survey
from tests.cast import Cast
from tests.documents.xlsforms.forms import Rows, xlsform
from tests.page import Page, PageClient
from tests.surveys import make_survey

DESK = "/bord/harnosand/enkater/"
FRAME = {
    "closes_on": "2019-09-30",
    "lanes": ["open_link"],
    "purpose:sv": "Svaren används till årets löften.",
    "controller:sv": "Kommunstyrelsen.",
}


@pytest.fixture
def anna(cast: Cast) -> PageClient:
    for name in ("Centrum", "Ramvik"):
        Place.objects.create(municipality=cast.harnosand, name=name)
    return PageClient(cast.anna)


@pytest.fixture
def draft(cast: Cast, anna: PageClient) -> Survey:
    return surveys.create_survey(cast.anna, municipality=cast.harnosand, form=ready_survey("safety_short"))


def _upload(client: PageClient, survey: Rows, status: int = 302) -> Page:
    file = SimpleUploadedFile("form.xlsx", xlsform(survey))
    return client.post(f"{DESK}ny/fil/", {"file": file, "language": "sv"}, status=status)


def _form(survey: Survey) -> Survey:
    survey.refresh_from_db()
    return survey


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_as_much_however_long(
    count: int, cast: Cast, anna: PageClient, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(count):
        make_survey(cast.harnosand, slug=f"s{number}")
    with django_assert_num_queries(6):
        page = anna.get(DESK)
    assert page.words(".//main//tbody/tr/th") == ["Trygghet i Härnösand"] * count


def test_one_click_makes_a_survey_from_the_bank(cast: Cast, anna: PageClient) -> None:
    made = anna.post(f"{DESK}ny/", {"ready": "safety", "title": ""})
    assert made.location == f"{DESK}trygghet-dar-du-bor/"
    page = anna.get(made.location)
    assert page.h1 == "Trygghet där du bor"
    assert page.words(".//main//h4")[0] == "1. Hur trygg känner du dig ute i ditt område på dagen?"
    assert "2 saker att göra innan den öppnar" in page.text


def test_an_empty_survey_needs_a_name(cast: Cast, anna: PageClient) -> None:
    assert "Skriv vad enkäten heter." in anna.post(f"{DESK}ny/", {"ready": "", "title": ""}, status=422).text
    assert anna.post(f"{DESK}ny/", {"ready": "", "title": "Egen"}).location == f"{DESK}egen/"


def test_what_a_file_holds_more_is_named_until_somebody_has_seen_to_it(cast: Cast, anna: PageClient) -> None:
    rows: Rows = [
        ["type", "name", "label", "image"],
        ["select_one yn", "safe", "Trygg?", "a.jpg"],
        ["geopoint", "where", "Var?"],
        ["text", "why", "Varför?", "b.jpg"],
    ]
    address = _upload(anna, rows).location
    page = anna.get(address)
    assert page.words(".//main//section//table/tbody/tr") == [
        "survey2, 4imageCellen läses inte.",
        "survey3typeFrågan where är av typen geopoint, som inte finns här, och är inte med.",
    ]
    assert "Filen hade 3 saker som inte är med." in page.text
    anna.post(address, {"settle": "1"})
    assert "Det filen hade" not in anna.get(address).text


def test_a_file_that_is_none_gives_one_sentence(anna: PageClient) -> None:
    file = SimpleUploadedFile("form.xlsx", b"type,name\n")
    page = anna.post(f"{DESK}ny/fil/", {"file": file, "language": "sv"}, status=422)
    refused = say("sheet_not_excel", {"file": "form.xlsx"})
    assert page.words(".//main//div[@role='alert']//li") == [refused]
    assert Survey.objects.count() == 0


def test_a_question_is_written_with_plain_fields(draft: Survey, anna: PageClient) -> None:
    fields = {
        "label": "Vad ser du ofta?",
        "kind": "multiple",
        "choices": "Nedskräpning\nKlotter\nBråk",
        "at_most": "2",
        "shown_if": "safe_evening/very_unsafe",
        "is_not": "",
    }
    answer = anna.post(f"{DESK}{draft.slug}/sida/0/fraga/", fields)
    assert answer.location == f"{DESK}{draft.slug}/"
    form = _form(draft).defined()
    question = form.pages[0].questions[-1]
    assert (question.name, question.kind) == ("vad_ser_du", Kind.MULTIPLE)
    assert [(one.code, one.label.say("sv")) for one in form.choices_of(question)] == [
        *((1, "Nedskräpning"), (2, "Klotter"), (3, "Bråk")),
    ]
    assert question.relevant is not None
    assert question.constraint is not None
    assert written(question.relevant) == "${safe_evening} = 'very_unsafe'"
    assert written(question.constraint) == "count-selected(.) <= 2"
    said = "Visas om ”Hur trygg känner du dig ute i ditt område när det är mörkt?” är ”Mycket otrygg”"
    assert said in anna.get(answer.location).text


def test_a_question_comes_back_as_it_was_written(draft: Survey, anna: PageClient) -> None:
    before = draft.definition
    for question in draft.defined().questions:
        page = anna.get(f"{DESK}{draft.slug}/fraga/{question.name}/")
        anna.post(f"{DESK}{draft.slug}/fraga/{question.name}/", _sent(page))
    assert _form(draft).definition == before


def test_a_condition_of_ones_own_is_checked(draft: Survey, anna: PageClient) -> None:
    fields = {"label": "Varför?", "kind": "long_text", "relevant": "${safe_evening} ="}
    page = anna.post(f"{DESK}{draft.slug}/sida/0/fraga/", fields, status=422)
    assert page.words(".//main//div[@role='alert']//li") == ["Villkoret slutar mitt i. Skriv klart det."]
    fields["relevant"] = "${safe_evening}='fairly_unsafe' or ${safe_evening}='very_unsafe'"
    anna.post(f"{DESK}{draft.slug}/sida/0/fraga/", fields)
    (question,) = (one for one in _form(draft).defined().questions if one.name == "varfor")
    assert question.is_long
    assert question.relevant is not None


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"label": "", "kind": "date"}, "Skriv frågan."),
        ({"label": "Hur?", "kind": "single", "choices": "Ett"}, "Skriv minst två svar, ett på varje rad."),
        ({"label": "Hur?", "kind": "scale", "highest": "5"}, "Skriv ett tal."),
        ({"label": "Ring 070-123 45 67?", "kind": "date"}, "070-123 45 67"),
    ],
)
def test_a_question_that_cannot_be_is_refused(
    fields: dict[str, str], said: str, draft: Survey, anna: PageClient
) -> None:
    page = anna.post(f"{DESK}{draft.slug}/sida/0/fraga/", fields, status=422)
    assert said in page.words(".//main//div[@role='alert']")[0]
    assert _form(draft).defined() == draft.defined()


def test_words_that_may_point_somebody_out_are_asked_about_once(draft: Survey, anna: PageClient) -> None:
    fields = {"label": "Har du sett Kalle Karlsson?", "kind": "text"}
    page = anna.post(f"{DESK}{draft.slug}/sida/0/fraga/", fields, status=422)
    assert "kan peka ut en enskild" in page.text
    anna.post(f"{DESK}{draft.slug}/sida/0/fraga/", fields | {"no_persons": "on"})
    assert "har_du_sett" in {one.name for one in _form(draft).defined().questions}


def test_questions_and_pages_move_and_go(draft: Survey, anna: PageClient) -> None:
    address = f"{DESK}{draft.slug}/"
    assert anna.post(address, {"down": "safe_evening"}).location == f"{address}#q-safe_evening"
    anna.post(address, {"page_down": "0"})
    anna.post(f"{address}fraga/unsafe_when/ta-bort/")
    anna.post(f"{address}sida/", {"label": "Sist"})
    pages = _form(draft).defined().pages
    assert [page.label.say("sv") for page in pages] == [
        *("Vad som gör skillnad", "Din trygghet", "Löftena", "Om dig", "Sist"),
    ]
    assert [one.name for one in pages[1].questions] == ["unsafe_place", "safe_evening"]
    anna.post(address, {"remove_page": "4"})
    assert len(_form(draft).defined().pages) == 4


def test_a_page_may_depend_on_an_answer_before_it(draft: Survey, anna: PageClient) -> None:
    fields = {"label": "Löften", "shown_if": "safe_evening/very_safe", "is_not": "not"}
    anna.post(f"{DESK}{draft.slug}/sida/2/", fields)
    page = _form(draft).defined().pages[2]
    assert page.relevant is not None
    assert written(page.relevant) == "${safe_evening} != 'very_safe'"
    assert (page.label.say("sv"), page.label.say("en")) == ("Löften", "The promises")


def test_a_translation_stands_beside_the_first_language_and_is_checked(
    draft: Survey, anna: PageClient
) -> None:
    address = f"{DESK}{draft.slug}/sprak/ar/"
    page = anna.get(address)
    fields = _sent(page)
    assert (page.words(".//p[@class='original']")[0], fields["text-0"]) == (
        "Är du trygg där du bor?",
        ["هل تشعر بالأمان حيث تسكن؟"],
    )
    anna.post(address, fields | {"text-0": "هل أنت آمن؟", "is_checked": "on"})
    form = _form(draft).defined()
    assert (form.title.say("ar"), form.unchecked) == ("هل أنت آمن؟", ("sv-simple", "en"))
    states = anna.get(f"{DESK}{draft.slug}/").words(".//main//tbody/tr")[-4:]
    assert states[0].endswith("Skriven på det")
    assert states[3].endswith("Av någon som läser språket")


def test_languages_are_chosen(draft: Survey, anna: PageClient) -> None:
    anna.post(f"{DESK}{draft.slug}/sprak/", {"languages": ["en", "so"]})
    assert _form(draft).defined().languages == ("sv", "en", "so")
    assert "0 av" in anna.get(f"{DESK}{draft.slug}/").text


def test_a_survey_opens_when_all_is_done_and_is_then_locked(draft: Survey, anna: PageClient) -> None:
    address = f"{DESK}{draft.slug}/"
    assert "2 saker är kvar att göra först." in anna.get(f"{address}oppna/").text
    anna.post(f"{address}oppna/", status=409)
    anna.post(f"{address}runt-om/", FRAME)
    assert anna.send(f"{address}oppna/").location == address
    assert _form(draft).state == SurveyState.OPEN
    anna.post(address, {"down": "safe_evening"}, status=409)
    anna.get(f"{address}fraga/safe_evening/", status=409)
    assert PageClient().get(f"/harnosand/enkat/{draft.slug}/").h1 == "Är du trygg där du bor?"
    assert anna.post(f"{address}stang/").location == address
    assert _form(draft).state == SurveyState.CLOSED


def test_who_goes_back_after_opening_or_closing_meets_the_survey(cast: Cast, anna: PageClient) -> None:
    for state, press in (
        (SurveyState.OPEN, "oppna"),
        (SurveyState.DRAFT, "stang"),
        (SurveyState.CLOSED, "stang"),
    ):
        survey = make_survey(cast.harnosand, slug=f"{state.value}-{press}", state=state)
        assert anna.get(f"{DESK}{survey.slug}/{press}/", status=302).location == f"{DESK}{survey.slug}/"


def test_a_survey_changed_after_the_look_is_looked_at_before_it_opens(
    cast: Cast, draft: Survey, anna: PageClient
) -> None:
    address = f"{DESK}{draft.slug}/"
    anna.post(f"{address}runt-om/", FRAME)
    looked = [each.get("value", "") for each in anna.get(f"{address}oppna/").all(".//input[@name='shown']")]
    form = replace(_form(draft).defined(), pages=draft.defined().pages[:1])
    surveys.edit_survey(cast.anna, survey=draft, form=form)

    page = anna.post(f"{address}oppna/", {"shown": looked}, status=422)
    assert (page.words(".//*[@class='error-summary']//li"), _form(draft).state) == (
        [say("survey_moved")],
        SurveyState.DRAFT,
    )
    shown = [each.get("value", "") for each in page.all(".//input[@name='shown']")]
    anna.post(f"{address}oppna/", {"shown": shown})
    assert _form(draft).state == SurveyState.OPEN


def test_a_slip_of_the_pen_is_put_right_in_an_open_survey(cast: Cast, anna: PageClient) -> None:
    survey = make_survey(cast.harnosand)
    address = f"{DESK}trygghet/sprak/sv/"
    fields = _sent(anna.get(address))
    page = anna.post(address, fields | {"text-2": "Har du bil?"}, status=422)
    assert "Det är mer än ett skrivfel" in page.text
    anna.post(address, fields | {"text-2": "Går du ut när det är mörkt ute?"})
    assert _form(survey).defined().version == 2
    entry = LogEntry.objects.get(verb="correct_words")
    assert entry.params == {"language": "sv", "version": 2}


def test_the_file_of_a_survey_reads_back_equal(draft: Survey, anna: PageClient) -> None:
    answer = anna.get(f"{DESK}{draft.slug}/fil.xlsx").response
    assert read_xlsform(answer.content, "form.xlsx").survey == draft.defined()


def test_the_preview_reads_from_the_right_in_arabic(draft: Survey, anna: PageClient) -> None:
    page = anna.get(f"{DESK}{draft.slug}/visa/?sprak=ar")
    (sheet,) = page.all(".//div[@dir='rtl']")
    assert (sheet.get("lang"), page.h1) == ("ar", "Som invånarna ser den")
    assert "هل تشعر" not in page.h1
    assert len(page.all(".//div[@dir='rtl']//fieldset")) == 7


def test_advice_stands_at_the_question_it_is_about(draft: Survey, anna: PageClient) -> None:
    anna.post(f"{DESK}{draft.slug}/sida/3/fraga/", {"label": "Vad heter du?", "kind": "text"})
    page = anna.get(f"{DESK}{draft.slug}/")
    advice = page.words(".//article[@id='q-vad_heter_du']/ul/li")
    assert advice == [
        "”Vad heter du”: frågan ber om något som pekar ut den som svarar. Ta bort den. "
        "Enkäten lovar att inte veta vem."
    ]


def test_a_signatory_sees_no_buttons(cast: Cast, draft: Survey) -> None:
    page = PageClient(cast.cilla).get(f"{DESK}{draft.slug}/")
    assert page.all(".//main//form") == []
    PageClient(cast.cilla).post(f"{DESK}{draft.slug}/", {"down": "safe_evening"}, status=403)


def _sent(page: Page) -> dict[str, list[str]]:
    """What a browser would send of the form as it stands."""
    fields: dict[str, list[str]] = {}
    for field in page.all(".//main//input"):
        name, is_box = field.get("name", ""), field.get("type") in ("radio", "checkbox")
        if name != "csrfmiddlewaretoken" and (not is_box or field.get("checked") is not None):
            fields.setdefault(name, []).append(field.get("value", "on" if is_box else ""))
    for area in page.all(".//main//textarea"):
        fields[area.get("name", "")] = [(area.text or "").removeprefix("\n")]
    for select in page.all(".//main//select"):
        chosen = [one for one in select.findall(".//option") if one.get("selected") is not None]
        fields[select.get("name", "")] = [chosen[0].get("value", "") if chosen else ""]
    return fields


def test_what_an_opening_needs_is_not_called_optional(anna: PageClient, draft: Survey) -> None:
    page = anna.get(f"{DESK}{draft.slug}/runt-om/")
    said = [page.words(f".//label[@for='id_{name}']/span") for name in ("opens_on", "closes_on")]
    assert said == [["(frivilligt)"], ["(behövs innan enkäten öppnas)"]]


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ({"kind": "single", "choices": "Ja\nNej"}, ["Ja", "Nej"]),
        ({"kind": "single"}, ["…", "…"]),
        ({"kind": "scale", "lowest": "1", "highest": "3"}, ["1", "2", "3"]),
        ({"kind": "scale", "lowest": "x", "highest": "999"}, [str(step) for step in range(1, 22)]),
        ({"kind": "text"}, []),
        ({"kind": "note"}, []),
        ({"kind": "nonsense"}, ["…", "…"]),
    ],
)
def test_a_question_is_seen_as_it_becomes_however_little_is_written(
    typed: dict[str, str], seen: list[str], draft: Survey, anna: PageClient
) -> None:
    address = f"/bord/harnosand/enkater/{draft.slug}/sida/0/fraga/"
    page = anna.post(address, {"show": "yes", "label": "Hur trygg är du?"} | typed, status=200)
    assert "Hur trygg är du?" in "".join(page.all(".//aside")[0].itertext())
    labels = page.words(".//aside//label")
    assert [words for words in labels if words != "Hur trygg är du?"] == seen
    assert page.all(".//div[@class='error-summary']") == []


def test_opening_tells_which_texts_have_no_translation_and_leads_there(
    cast: Cast, draft: Survey, anna: PageClient
) -> None:
    form = draft.defined()
    page, *others = form.pages
    first = replace(page.questions[0], label=page.questions[0].label.saying("ar", "", form.languages))
    made = replace(form, pages=(replace(page, questions=(first, *page.questions[1:])), *others))
    surveys.edit_survey(cast.anna, survey=draft, form=made)
    anna.post(f"{DESK}{draft.slug}/runt-om/", FRAME)
    shown = anna.get(f"{DESK}{draft.slug}/oppna/")
    told = [words for words in shown.words(".//div[@class='notice is-warning']/p") if "Arabiska" in words]
    assert told[0].endswith("texter är inte översatt. Invånarna läser den på det första språket.")
    assert shown.words(".//details//li") == [first.label.say("sv")]
    links = [link.get("href") for link in shown.all(".//div[@class='notice is-warning']//a")]
    assert links == [f"{DESK}{draft.slug}/{page}/" for page in ("runt-om", "sprak/ar", "runt-om")]
    assert told[-1] == (
        "Arabiska (العربية): vad svaren är till för och vem som ansvarar för dem står inte på det här "
        "språket. Dagar och information"
    )


def test_a_closed_survey_offers_neither_paper_nor_codes(cast: Cast, anna: PageClient) -> None:
    offered = {}
    for state in (SurveyState.OPEN, SurveyState.CLOSED):
        survey = make_survey(cast.harnosand, slug=state.value, state=state)
        links = anna.get(f"{DESK}{survey.slug}/").all(".//ul[@class='plain tools']//a")
        offered[state] = ["".join(link.itertext()) for link in links]
    assert offered[SurveyState.CLOSED] == ["Resultat", "Frågorna som kalkylark (XLSForm)"]
    assert {*offered[SurveyState.OPEN]} - {*offered[SurveyState.CLOSED]} == {
        *("Sidan där invånarna svarar", "Skriv in svar från papper", "Koder till enkäten"),
        "Blankett att skriva ut (PDF)",
    }


def test_codes_of_a_closed_survey_are_refused_before_they_are_asked_for(cast: Cast, anna: PageClient) -> None:
    make_survey(cast.harnosand, state=SurveyState.CLOSED, lanes=[Lane.CODE])
    page = anna.get(f"{DESK}trygghet/koder/")
    assert page.words(".//main//p[@class='notice is-warning']") == [
        "Enkäten är stängd, så det går inte att göra fler koder."
    ]
    assert page.all(".//main//form") == []
