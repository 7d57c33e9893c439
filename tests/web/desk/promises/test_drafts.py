"""Change, look at, add and take away drafts."""

from decimal import Decimal
from typing import Any

import pytest

from handslag.domain.promises.terms import Kind, Measure, Per, Spread
from handslag.models.models import Promise, Reading
from handslag.services.promises.readings import read_page
from handslag.services.promises.reads.drafts import draft_of
from tests.cast import Cast
from tests.page import Page, PageClient
from tests.services.test_every_command import PAGE

FORM = {
    "text": "Polisen lovar att göra minst fyra kontroller i Gussjö varje år.",
    "parties": ["police"],
    "perspective": "Trygg trafik",
    "places": "Gussjö\n Viksjö \nGussjö",
    "target_groups": "",
    "kind": "count",
    "at_least": "4",
    "unit": "kontroller",
    "per": "year",
    "reading": "each",
    "spread": "place",
    "event_series": "",
}


@pytest.fixture
def promise(cast: Cast) -> Promise:
    reading = read_page(cast.anna, municipality=cast.harnosand, source="sida", text=PAGE)
    return reading.promises.all()[0]


def _address(promise: Promise, action: str = "andra") -> str:
    return f"/bord/harnosand/lofte/{promise.number}/{action}/"


def _save(cast: Cast, promise: Promise, changes: dict[str, Any], status: int = 302) -> Page:
    return PageClient(cast.anna).post(_address(promise), FORM | changes, status=status)


def _errors(page: Page) -> list[str]:
    return page.words(".//div[@class='error-summary']//li")


def test_what_is_counted_is_shown_for_several_as_the_field_asks(cast: Cast, promise: Promise) -> None:
    for unit, shown in (("gång", "gånger"), ("timmar", "timmar"), ("", ""), ("Bullfika", "Bullfika")):
        _save(cast, promise, {"unit": unit})
        field = PageClient(cast.anna).get(_address(promise)).all(".//input[@name='unit']")[0]
        assert field.get("value", "") == shown


def test_a_saved_draft_says_what_the_form_said(cast: Cast, promise: Promise) -> None:
    page = _save(cast, promise, {})
    draft = draft_of(promise.versions.get(), "Trygg trafik")
    assert page.location.endswith(f"#l{promise.number}")
    assert draft.places == ("Gussjö", "Viksjö")
    assert draft.measure == Measure(
        Kind.COUNT, Decimal(4), unit="kontroller", per=Per.YEAR, spread=Spread.PLACE
    )


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"text": ""}, "Skriv vad som lovas."),
        ({"at_least": ""}, "Skriv det minsta tal som gör att löftet hålls."),
        ({"at_least": "två"}, "Minst: Skriv ett tal, till exempel 2 eller 1,5."),
        ({"at_least": "0"}, "Minst-antalet måste vara större än noll, men är 0."),
        ({"at_least": "1,5"}, "Ett antal gånger måste vara ett heltal, men är 1,5."),
        (
            {"kind": "milestone", "by": "31 december"},
            "Sista dag, om ni har lovat en: Skriv dagen som år-månad-dag, till exempel 2019-09-02.",
        ),
        ({"places": "x" * 200}, "En av raderna är för lång. Skriv en sak på varje rad."),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence(
    changes: dict[str, Any], error: str, cast: Cast, promise: Promise
) -> None:
    before = promise.versions.get().pk
    page = _save(cast, promise, changes, 422)
    assert _errors(page) == [error]
    assert promise.versions.get().pk == before


def test_hours_may_be_written_with_a_comma(cast: Cast, promise: Promise) -> None:
    _save(cast, promise, {"kind": "quantity", "at_least": "7,5", "unit": "timmar"})
    page = PageClient(cast.anna).get(_address(promise))
    assert [field.get("value") for field in page.all(".//input[@name='at_least']")] == ["7,5"]


def test_an_aim_keeps_no_numbers(cast: Cast, promise: Promise) -> None:
    _save(cast, promise, {"kind": "standing"})
    assert draft_of(promise.versions.get(), "").measure == Measure(Kind.STANDING)


def test_a_draft_may_be_left_undecided(cast: Cast, promise: Promise) -> None:
    _save(cast, promise, {"kind": "", "parties": []})
    assert draft_of(promise.versions.get(), "").measure is None


def test_looking_says_the_measure_back_and_saves_nothing(cast: Cast, promise: Promise) -> None:
    before = promise.versions.get().pk
    page = PageClient(cast.anna).post(_address(promise, "granska"), FORM, status=200)
    assert page.words(".//p[@class='measure']") == [
        "Hålls om minst 4 kontroller görs på var och en av platserna varje kalenderår."
    ]
    assert page.h1 == "Ändra utkastet"
    assert promise.versions.get().pk == before


def test_htmx_gets_the_advice_alone(cast: Cast, promise: Promise) -> None:
    vague = FORM | {"text": "Polisen ska vara mer synlig.", "parties": [], "kind": "", "places": ""}
    page = PageClient(cast.anna).post(
        _address(promise, "granska"), vague, status=200, headers={"HX-Request": "true"}
    )
    assert page.words(".//p[@class='measure']") == ["Det är inte bestämt hur löftet bedöms."]
    assert page.all(".//header") == []
    assert len(page.all(".//ul[@class='plain advice']/li")) > 1


def test_a_missed_promise_is_added_last(cast: Cast, promise: Promise) -> None:
    reading = Reading.objects.get()
    PageClient(cast.anna).post(f"/bord/harnosand/las/{reading.public_id}/nytt/", FORM)
    assert reading.promises.count() == 3
    assert reading.promises.order_by("position").last().versions.get().text == FORM["text"]  # type: ignore[union-attr]


def test_a_draft_is_taken_away_only_after_the_question(cast: Cast, promise: Promise) -> None:
    client = PageClient(cast.anna)
    assert client.get(_address(promise, "ta-bort")).h1 == "Vill du ta bort utkastet?"
    assert Promise.objects.filter(pk=promise.pk).exists()
    client.send(_address(promise, "ta-bort"))
    assert not Promise.objects.filter(pk=promise.pk).exists()


def test_what_is_public_is_no_draft_any_more(cast: Cast, promise: Promise) -> None:
    promise.state = "published"
    promise.save(update_fields=["state"])
    page = PageClient(cast.anna).get(_address(promise), status=409)
    assert page.h1.startswith("Löftet är redan publicerat")


def test_words_the_measure_cannot_hold_are_shown(cast: Cast, promise: Promise) -> None:
    text = "Medborgarlöften 2019\n\nPolisen lovar att:\n\n• göra minst två kontroller varje månad.\n"
    start = text.index("varje månad")
    reading = Reading.objects.create(
        municipality=cast.harnosand,
        source="s",
        text=text,
        read_at=promise.reading.read_at,  # type: ignore[union-attr]
    )
    promise.reading, promise.spans = reading, {"unheld": [[start, start + 11]]}
    promise.save(update_fields=["reading", "spans"])
    page = PageClient(cast.anna).get(_address(promise))
    assert page.words(".//p[@class='notice is-warning']/q") == ["varje månad"]


def test_a_season_is_not_offered_where_its_days_can_be_given_nowhere(cast: Cast, promise: Promise) -> None:
    page = PageClient(cast.anna).get(_address(promise))
    offered = page.words(".//select[@name='per']/option")
    assert [words for words in offered if "äsong" in words] == []
    promise.versions.update(per=Per.SEASON)
    page = PageClient(cast.anna).get(_address(promise))
    chosen = [
        option for option in page.all(".//select[@name='per']/option") if option.get("selected") is not None
    ]
    assert [option.text for option in chosen] == ["Säsong: går inte att bedöma, välj något annat"]


def _reading(cast: Cast) -> Reading:
    return read_page(cast.anna, municipality=cast.harnosand, source="sida", text=PAGE)


def test_the_drafts_that_must_be_completed_are_named_and_led_to(cast: Cast) -> None:
    reading = _reading(cast)
    draft = reading.promises.all()[1]
    PageClient(cast.anna).post(_address(draft), FORM | {"kind": "", "parties": []})
    page = PageClient(cast.anna).get(f"/bord/harnosand/las/{reading.public_id}/")
    (row,) = page.all(".//ul[@class='waiting']/li")
    assert "".join(row.itertext()).endswith(": vem som lovar saknas och hur det bedöms saknas.")
    assert [link.get("href") for link in row.findall("a")] == [f"#l{draft.number}"]


def test_advice_that_every_draft_gets_is_said_once(cast: Cast) -> None:
    text = PAGE.replace(" 2019", "")  # no draft has a last day
    reading = read_page(cast.anna, municipality=cast.harnosand, source="sida", text=text)
    page = PageClient(cast.anna).get(f"/bord/harnosand/las/{reading.public_id}/")
    advice = page.words(".//ul[@class='plain advice']/li")
    assert len(advice) == len(set(advice)) > 0
    assert page.words(".//section[@class='notice']/h2") == ["Råd om alla löftena"]


def test_a_draft_says_from_when_and_how_long_it_holds(cast: Cast) -> None:
    reading = _reading(cast)
    page = PageClient(cast.anna).get(f"/bord/harnosand/las/{reading.public_id}/")
    terms = [term for term in page.all(".//dl[@class='facts']/dt") if term.text == "Gäller"]
    assert len(terms) == 2
    assert "1 januari 2019 till 31 december 2019" in page.text


def test_a_field_that_is_changed_by_hand_is_no_longer_from_the_text(cast: Cast, promise: Promise) -> None:
    before = set(promise.spans)
    assert {"parties", "measure", "places"} <= before
    client = PageClient(cast.anna)
    client.post(_address(promise), FORM)
    promise.refresh_from_db()
    assert before - set(promise.spans) == {"measure", "places", "perspective"} & before
    reading = promise.reading
    assert reading is not None
    page = client.get(f"/bord/harnosand/las/{reading.public_id}/")
    links = [link.get("href") for link in page.all(f".//article[@id='l{promise.number}']//a[@class='from']")]
    assert links == [f"#words-{promise.number}-parties"]
