"""The public results of a survey: what is shown, what is hidden, and what is said about it."""

import csv
from datetime import date
from io import StringIO

import pytest

from handslag.domain.surveys import Lane, SurveyState
from handslag.services.listening.reads.results import public_survey_rows
from handslag.services.listening.results import approve_results, set_population
from tests.answers import PEOPLE, add_answers, close_and_publish, make_answered
from tests.cast import Cast
from tests.page import PageClient

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("without_noise")]

PAGE = "/harnosand/enkat/trygghet/resultat/"
DAY = date(2019, 9, 2)


def test_before_it_has_closed_the_page_says_why_it_is_empty(cast: Cast) -> None:
    make_answered(cast.harnosand, 60)
    page = PageClient().get(PAGE)

    assert page.h1 == "Resultat: Trygghet i Härnösand"
    assert page.words(".//main//p[@class='lead']") == [
        "Inget visas än. Tabellerna görs natten efter att enkäten har stängts, "
        "om minst 20 har svarat samma väg (länk, kod eller papper)."
    ]


def test_when_it_is_closed_with_too_few_nothing_more_is_promised(cast: Cast) -> None:
    make_answered(cast.harnosand, 3, state=SurveyState.CLOSED)
    assert PageClient().get(PAGE).words(".//main//p[@class='lead']") == [
        "Inget visas. För få svarade: minst 20 måste ha svarat samma väg (länk, kod eller papper)."
    ]


def test_each_question_has_its_table_with_rounded_counts(cast: Cast) -> None:
    make_answered(cast.harnosand, 62)
    close_and_publish(DAY)
    page = PageClient().get(PAGE)
    table = page.all(".//main//table")[0]
    cells = [" ".join("".join(cell.itertext()).split()) for cell in table.iter("td")]

    assert cells == ["30", "50 %", "30", "50 %"]
    assert "Tabellerna är från den 2 september 2019." in page.text


def test_each_question_is_a_link_at_the_top_and_its_numbers_wait_behind_the_chart(cast: Cast) -> None:
    make_answered(cast.harnosand, 62)
    close_and_publish(DAY)
    page = PageClient().get(PAGE)
    links = [link.get("href", "") for link in page.all(".//main//nav//a")]
    sections = [f"#{section.get('id')}" for section in page.all(".//main//section[@class='question']")]
    assert links[:2] == ["#code-ute", "#code-kvall"]
    assert links == sections
    assert page.words(".//main//ul[@class='plain chart']")[0] == "Ja 50 % Nej 50 %"
    assert page.all(".//main//section[@class='question']/table") == []


def test_the_open_link_is_labelled_as_no_sample_and_has_no_weights(cast: Cast) -> None:
    set_population(cast.anna, municipality=cast.harnosand, people=PEOPLE)
    make_answered(cast.harnosand, 120, lane=Lane.OPEN_LINK)
    close_and_publish(DAY)
    page = PageClient().get(PAGE)

    assert page.words(".//main//h2") == ["Svar genom den öppna länken"]
    assert page.words(".//main//div/p/strong") == ["Det här visar inte vad alla tycker."]
    assert "Vägt" not in page.text


def test_answers_with_a_code_are_shown_weighted_beside_unweighted(cast: Cast) -> None:
    set_population(cast.anna, municipality=cast.harnosand, people=PEOPLE)
    make_answered(cast.harnosand, 300)
    close_and_publish(DAY)
    page = PageClient().get(PAGE)
    row = [" ".join("".join(cell.itertext()).split()) for cell in page.all(".//main//table")[0].iter("td")]

    assert row[:3] == ["150", "50 %", "50 % ± 7"]
    assert "SCB, 31 december 2018" in page.text
    assert "Vilka har svarat?" in page.words(".//main//h3")


def test_a_missing_group_comes_with_a_way_to_reach_it(cast: Cast) -> None:
    set_population(cast.anna, municipality=cast.harnosand, people=PEOPLE)
    survey = make_answered(cast.harnosand, 90)
    add_answers(survey, 400, alder=3)
    close_and_publish(DAY)
    items = PageClient().get(PAGE).words(".//main//section[@id='code-groups']/ul/li")

    assert [item.split(":")[0] for item in items] == [
        "Kvinnor, 16–29 år",
        "Män, 16–29 år",
        "Kvinnor, 30–64 år",
        "Män, 30–64 år",
    ]
    assert items[0].endswith("Fråga i skolan, på fritidsgården och där unga är på nätet. Ta med en QR-kod.")


def test_by_the_open_link_too_few_for_the_noise_are_said_to_be_too_few(cast: Cast) -> None:
    make_answered(cast.harnosand, 55, lane=Lane.OPEN_LINK)
    close_and_publish(DAY)
    page = PageClient().get(PAGE)

    assert (
        "För få har svarat den här vägen för att något ska visas."
        in page.words(".//main//p[@class='lead']")[0]
    )
    assert page.all(".//main//table") == []


def test_approved_results_say_when(cast: Cast) -> None:
    survey = make_answered(cast.harnosand, 30, state=SurveyState.CLOSED)
    approve_results(cast.anna, survey=survey)

    assert "ändras inte mer" in PageClient().get(PAGE).text


def test_the_file_for_excel_holds_the_same_with_semicolons(cast: Cast) -> None:
    make_answered(cast.harnosand, 60)
    close_and_publish(DAY)
    address = "/harnosand/enkat/trygghet/resultat.csv"
    files = [PageClient().get(address + asked).response.content for asked in ("", "?for=excel")]
    plain, excel = (
        list(csv.reader(StringIO(file.decode("utf-8-sig"), newline=""), delimiter=separator))
        for file, separator in zip(files, ",;", strict=True)
    )
    assert excel == plain


def test_the_file_holds_every_cell_and_hides_what_the_page_hides(cast: Cast) -> None:
    survey = make_answered(cast.harnosand, 60)
    add_answers(survey, 3, ute=1, kvall=1, var=2)
    close_and_publish(DAY)
    content = PageClient().get("/harnosand/enkat/trygghet/resultat.csv").response.content
    rows = list(csv.DictReader(StringIO(content.decode("utf-8-sig"), newline="")))
    total = [row for row in rows if (row["question"], row["by"]) == ("ute", "")]

    assert [(row["answer"], row["count"], row["percent"]) for row in total] == [
        ("1", "35", "54"),
        ("2", "30", "46"),
    ]
    assert [row["answer_text"] for row in total] == ["Ja", "Nej"]
    assert total[0]["question_text"] == "Går du ut när det är mörkt?"
    assert {row["count"] for row in rows} & {"1", "2", "3", "4"} == set()
    assert "" in {row["count"] for row in rows}


def stuffed(cast: Cast, honest: int = 60, script: int = 80) -> None:
    survey = make_answered(cast.harnosand, honest, lane=Lane.OPEN_LINK)
    add_answers(survey, script, lane=Lane.OPEN_LINK, batch="stuffed", ute=1)
    close_and_publish(DAY)


def test_what_looks_like_a_script_is_counted_and_beside_it_stands_how_it_is_without(cast: Cast) -> None:
    stuffed(cast)
    page = PageClient().get(PAGE)
    said = page.words(".//main//section[@class='group']/p")
    rows = [row for row in page.words(".//main//tbody/tr") if row.startswith(("Alla", "Utan", "Bara"))]

    assert said[1].startswith("Ungefär 75 av 140 svar ser ut att komma från ett skript. De är med i talen.")
    assert rows[:3] == [
        "Alla svar14079 %21 %",
        "Utan dem6050 %50 %",
        "Bara dem80100 %0 %",
    ]


def test_too_few_left_without_the_script_is_said(cast: Cast) -> None:
    stuffed(cast, honest=25, script=120)
    page = PageClient().get(PAGE)

    assert "En del av svaren ser ut att komma från ett skript." in page.text
    assert "Utan dem" not in page.text


def test_no_word_of_scripts_where_none_was_seen(cast: Cast) -> None:
    stuffed(cast, script=19)
    assert "skript" not in PageClient().get(PAGE).text


def test_the_file_has_rows_without_what_looks_like_a_script(cast: Cast) -> None:
    stuffed(cast)
    content = PageClient().get("/en/harnosand/enkat/trygghet/resultat.csv").response.content
    rows = csv.DictReader(StringIO(content.decode("utf-8-sig"), newline=""))
    found = [row for row in rows if (row["question"], row["by"], row["answer"]) == ("ute", ":label", "1")]

    assert {row["by_text"] for row in found} == {"Does the answer look as if it comes from a script?"}
    assert [(row["group"], row["group_text"], row["count"], row["percent"]) for row in found] == [
        ("0", "No", "30", "50"),
        ("1", "Yes", "80", "100"),
        ("", "", "110", "79"),
    ]


def test_a_draft_has_no_results(cast: Cast) -> None:
    make_answered(cast.harnosand, 30, state=SurveyState.DRAFT)
    PageClient().get(PAGE, status=404)


@pytest.mark.parametrize("number", [1, 3])
def test_few_lanes_cost_as_many_queries_as_many(
    cast: Cast, number: int, django_assert_num_queries: object
) -> None:
    survey = make_answered(cast.harnosand, 30)
    for lane in (Lane.OPEN_LINK, Lane.STAFF)[: number - 1]:
        add_answers(survey, 30, lane=lane)
    close_and_publish(DAY)
    with django_assert_num_queries(3):  # type: ignore[operator]
        PageClient().get(PAGE)


def test_open_surveys_stand_before_the_dialogues_and_closed_ones_after(cast: Cast) -> None:
    make_answered(cast.harnosand, 0)
    make_answered(cast.harnosand, 0, slug="gammal", state=SurveyState.CLOSED)
    make_answered(cast.harnosand, 0, slug="utkast", state=SurveyState.DRAFT)
    page = PageClient().get("/harnosand/dialoger/")

    assert [link.get("href") for link in page.all(".//main//div[@class='card survey']//a")] == [
        "/harnosand/enkat/trygghet/",
        PAGE,
        "/harnosand/enkat/gammal/resultat/",
    ]


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_of_surveys_takes_one_query(
    cast: Cast, number: int, django_assert_num_queries: object
) -> None:
    for one in range(number):
        make_answered(cast.harnosand, 0, slug=f"nummer-{one}")
    with django_assert_num_queries(1):  # type: ignore[operator]
        assert len(public_survey_rows(cast.harnosand, on=DAY)) == number
