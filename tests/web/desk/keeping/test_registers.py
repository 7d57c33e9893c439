"""Lists: schools by hand and from Skolverket's form, places with their other names."""

import json
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from handslag.domain.promises.terms import Per, Spread
from handslag.models.models import Place, School, SchoolAuthority
from handslag.services.promises.readings import read_page
from tests.cast import Cast
from tests.make import make_promise
from tests.page import Page, PageClient
from tests.services.test_every_command import PAGE
from tests.shared import DATA, needs_data

SCHOOLS = "/bord/harnosand/register/skolor/"
PLACES = "/bord/harnosand/register/platser/"
LIST = {
    "data": {
        "attributes": [
            {"schoolUnitCode": "12345678", "name": "Geresta skola", "status": "AKTIV"},
            {"schoolUnitCode": "23456789", "name": "Brunne skola", "status": "AKTIV"},
            {"schoolUnitCode": "34567890", "name": "Högsjö skola", "status": "VILANDE"},
        ]
    }
}


def _upload(cast: Cast, whole: object, status: int = 200) -> Page:
    file = SimpleUploadedFile("skolor.json", json.dumps(whole).encode())
    return PageClient(cast.anna).post(f"{SCHOOLS}las-in/", {"file": file}, status=status)


def _sent(page: Page) -> dict[str, list[str]]:
    fields: dict[str, list[str]] = {}
    for field in page.all(".//main//input"):
        if field.get("type") in ("hidden", "text", "date") or field.get("checked") is not None:
            fields.setdefault(field.get("name", ""), []).append(field.get("value", ""))
    return fields


def test_a_list_from_skolverket_becomes_schools_when_confirmed(cast: Cast) -> None:
    client = PageClient(cast.anna)
    choose = _upload(cast, LIST)
    assert choose.words(".//label[@class='choice']") == ["Geresta skola", "Brunne skola"]
    shown = client.post(f"{SCHOOLS}las-in/", _sent(choose), status=200)
    assert client.post(f"{SCHOOLS}las-in/", _sent(shown)).location == SCHOOLS
    schools = [(s.name, s.unit_code, s.authority.name) for s in School.objects.all()]
    assert schools == [
        ("Brunne skola", "23456789", "Härnösands kommun"),
        ("Geresta skola", "12345678", "Härnösands kommun"),
    ]


def test_schools_in_the_list_already_are_not_offered(cast: Cast) -> None:
    authority = SchoolAuthority.objects.create(municipality=cast.harnosand, name="Kommunen")
    School.objects.create(municipality=cast.harnosand, authority=authority, name="Geresta skola")
    assert _upload(cast, LIST).words(".//label[@class='choice']") == ["Brunne skola"]


@needs_data
def test_the_recorded_answers_become_schools_and_nothing_of_their_staff_stays(cast: Cast) -> None:
    client = PageClient(cast.anna)
    answers = [json.loads(path.read_text("utf8")) for path in sorted((DATA / "skolverket").glob("*.json"))]
    choose = _upload(cast, answers)
    assert choose.words(".//label[@class='choice']") == [
        "Storskolan",
        "Färentuna skola",
        "Kunskapsskolan Tumba",
    ]
    assert "Stenhamra skola" in choose.text  # left out, as it has no pupils
    shown = client.post(f"{SCHOOLS}las-in/", _sent(choose), status=200)
    client.post(f"{SCHOOLS}las-in/", _sent(shown))
    assert School.objects.count() == 3
    pages = (choose, shown, client.get(SCHOOLS), client.get(f"{SCHOOLS}{School.objects.all()[0].pk}/"))
    staff = ("Förnamn Efternamn", "storskolan@skolverket.se")
    assert [words for words in staff for page in pages if words in page.html] == []


@pytest.mark.parametrize("whole", [[], {"data": 1}, {"data": {"attributes": [{"name": "x"}]}}])
def test_another_file_is_refused(whole: object, cast: Cast) -> None:
    said = (
        "Filen har inte Skolverkets form. "
        "Hämta skolenheterna därifrån igen (filtypen JSON) och välj den filen."
    )
    page = _upload(cast, whole, status=422)
    assert page.words(".//div[@class='error-summary']//li") == [said]


def test_what_is_carried_to_the_next_page_is_not_trusted(cast: Cast) -> None:
    made_up = {"found": '[{"code": 1}]', "schools": "1", "authority": "Kommunen"}
    PageClient(cast.anna).post(f"{SCHOOLS}las-in/", made_up, status=422)
    assert not School.objects.exists()


def test_another_name_of_a_place_is_saved(cast: Cast) -> None:
    place = Place.objects.create(municipality=cast.harnosand, name="Ramvik")
    client = PageClient(cast.anna)
    shown = client.post(f"{PLACES}{place.pk}/", {"aliases": "Hälledal\nRamviks hamn"}, status=200)
    client.post(f"{PLACES}{place.pk}/", _sent(shown))
    place.refresh_from_db()
    assert place.aliases == ["Hälledal", "Ramviks hamn"]


def test_where_a_place_lies_is_saved_and_taken_away(cast: Cast) -> None:
    place = Place.objects.create(municipality=cast.harnosand, name="Ramvik")
    client = PageClient(cast.anna)
    for written, said in (("62,80532, 17.868", "62.80532, 17.86800"), ("", "Inte angivet")):
        shown = client.post(f"{PLACES}{place.pk}/", {"aliases": "", "position": written}, status=200)
        client.post(f"{PLACES}{place.pk}/", _sent(shown))
        assert client.get(PLACES).words(".//tbody//td")[1] == said


def test_a_place_beyond_the_pole_is_refused(cast: Cast) -> None:
    page = PageClient(cast.anna).post(
        f"{PLACES}ny/", {"name": "Ramvik", "position": "95.1, 17.8"}, status=422
    )
    assert page.words(".//div[@class='error']/p") == [
        "Latitud är högst 90 grader och longitud högst 180. Skriv av dem från kartan, latitud först."
    ]


def test_a_name_of_another_place_is_refused_with_what_to_do(cast: Cast) -> None:
    Place.objects.create(municipality=cast.harnosand, name="Ramvik", aliases=["Hälledal"])
    client = PageClient(cast.anna)
    shown = client.post(f"{PLACES}ny/", {"name": "Viksjö", "aliases": "hälledal"}, status=200)
    page = client.post(f"{PLACES}ny/", _sent(shown), status=422)
    assert page.words(".//div[@class='error']/p") == [
        "hälledal är redan ett namn på Ramvik. Ta bort det där först, annars räknas insatser på ingendera."
    ]
    assert Place.objects.count() == 1


def _new(cast: Cast, status: int = 302, **fields: object) -> Page:
    return PageClient(cast.anna).post(f"{SCHOOLS}ny/", {"name": "Brunne skola"} | fields, status=status)


def test_the_first_school_is_entered_by_hand_with_its_authority_and_stages(cast: Cast) -> None:
    form = PageClient(cast.anna).get(f"{SCHOOLS}ny/")
    assert [field.get("value") for field in form.all(".//input[@name='new_authority']")] == [
        "Härnösands kommun"
    ]
    assert form.all(".//select[@name='authority']") == []
    page = _new(cast, new_authority="Härnösands kommun", stages=["high", "upper_secondary"])
    assert page.location == SCHOOLS  # no verdict moves, so there is nothing to look at first
    (row,) = PageClient(cast.anna).get(SCHOOLS).all(".//tbody/tr")
    assert ["".join(cell.itertext()) for cell in row] == [
        "Brunne skola",
        "Härnösands kommun",
        "Högstadiet och gymnasiet",
        "alltid",
    ]


def test_another_school_has_the_authority_of_the_list_unless_a_new_one_is_written(cast: Cast) -> None:
    SchoolAuthority.objects.create(municipality=cast.harnosand, name="Kommunen")
    form = PageClient(cast.anna).get(f"{SCHOOLS}ny/")
    chosen = [one.text for one in form.all(".//select/option") if one.get("selected") is not None]
    assert chosen == ["Kommunen"]
    _new(cast, authority="Kommunen", new_authority="Fiktiva skolor AB")
    assert [str(school.authority) for school in School.objects.all()] == ["Fiktiva skolor AB"]


def test_whose_the_school_is_must_be_said_by_name_of_the_field(cast: Cast) -> None:
    assert _new(cast, 422).words(".//div[@class='error-summary']//li") == ["Skriv vems skolan är."]
    page = _new(cast, 422, name="x" * 161, new_authority="Kommunen")
    assert page.words(".//div[@class='error-summary']//li")[0].startswith("Skolans namn: ")


def test_what_moves_verdicts_is_still_shown_first(cast: Cast) -> None:
    authority = SchoolAuthority.objects.create(municipality=cast.harnosand, name="Kommunen")
    authority.terms.create(start=date(2019, 1, 8), end=date(2019, 6, 12))
    make_promise(
        cast.harnosand, spread=Spread.SCHOOL, per=Per.TERM, year_named=False, valid_from=date(2019, 1, 1)
    )
    page = _new(cast, 200, authority="Kommunen")
    assert page.h1 == "Så här ändras bedömningen"
    assert cast.harnosand.schools.count() == 0


def test_a_sheet_with_a_school_on_each_row_becomes_schools(cast: Cast) -> None:
    client = PageClient(cast.anna)
    text = "Skola;Huvudman;Stadier\nGeresta skola;Kommunen;F–6\nFriskolan;Fiktiva skolor AB;7–9\n"
    file = SimpleUploadedFile("Våra skolor.csv", text.encode("cp1252"))
    page = client.post(f"{SCHOOLS}las-in/", {"file": file}, status=200)
    page = client.post(f"{SCHOOLS}las-in/", _sent(page), status=200)
    client.post(f"{SCHOOLS}las-in/", _sent(page))
    assert [(str(s), str(s.authority), s.stages) for s in School.objects.all()] == [
        ("Friskolan", "Fiktiva skolor AB", ["high"]),
        ("Geresta skola", "Kommunen", ["low", "middle"]),
    ]


def test_drafts_that_wait_lead_back_to_publishing(cast: Cast) -> None:
    reading = read_page(cast.anna, municipality=cast.harnosand, source="Löften 2019", text=PAGE)
    for path in (SCHOOLS, PLACES, "/bord/harnosand/kalender/"):
        (link,) = PageClient(cast.anna).get(path).all(".//main//p[@class='notice']/a")
        assert link.get("href") == f"/bord/harnosand/las/{reading.public_id}/publicera/"
        assert PageClient(cast.bo).get(path).all(".//main//p[@class='notice']/a") == []


NAMES = ["Ådalen", "Ängersjö", "Östby", "Émynnet", "aspnäs", "Zakrisdal"]
SORTED = ["aspnäs", "Émynnet", "Zakrisdal", "Ådalen", "Ängersjö", "Östby"]


def _make_places(cast: Cast) -> None:
    Place.objects.bulk_create(Place(municipality=cast.harnosand, name=name) for name in NAMES)


@pytest.mark.parametrize("address", [PLACES, "/bord/harnosand/logga/"])
def test_places_stand_in_the_order_of_the_swedish_alphabet(cast: Cast, address: str) -> None:
    make_promise(cast.harnosand)
    _make_places(cast)
    text = PageClient(cast.anna).get(address).text
    assert sorted(SORTED, key=text.index) == SORTED


@pytest.mark.parametrize("name", ["Torget\u200b", "T\u043erget", "TORGET", "Torget\u00a0"])
def test_a_place_that_looks_like_another_is_refused(cast: Cast, name: str) -> None:
    Place.objects.create(municipality=cast.harnosand, name="Torget")
    client = PageClient(cast.anna)
    shown = client.post(f"{PLACES}ny/", {"name": name, "aliases": "", "position": ""}, status=200)
    page = client.post(f"{PLACES}ny/", _sent(shown), status=422)
    assert "redan ett namn på Torget" in page.words(".//div[@class='error']/p")[0]
    assert [place.name for place in Place.objects.all()] == ["Torget"]


def test_a_school_that_looks_like_another_is_refused(cast: Cast) -> None:
    authority = SchoolAuthority.objects.create(municipality=cast.harnosand, name="Kommunen")
    School.objects.create(municipality=cast.harnosand, authority=authority, name="Geresta skola")
    sent = {"name": "Geresta\u00a0sk\u043ela", "authority": authority.pk, "first_on": "", "last_on": ""}
    PageClient(cast.anna).post(f"{SCHOOLS}ny/", sent, status=422)
    assert School.objects.count() == 1
