"""From a file to activities, page by page."""

from typing import Any
from urllib.parse import urlencode

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from handslag.models.models import Activity, ImportBatch
from handslag.web.words.labels import in_spans
from tests.cast import Cast
from tests.documents.sheet_files import ics, xlsx
from tests.make import make_promise
from tests.page import Page, PageClient

HOME = "/bord/harnosand/las-in/"
SHEET = "Datum;Löfte;Plats;Anteckning\n2019-06-14;1;;Två bilar\n14/6 2019;9;Mora;\n15 juni 2019;1;;\n"
CHOSEN = {"c0": "day", "c1": "promise", "c2": "place", "c3": "note", "party": "police", "status": "done"}


def _upload(client: PageClient, data: bytes, name: str = "insatser.csv", status: int = 302) -> Page:
    return client.post(HOME, {"file": SimpleUploadedFile(name, data)}, status=status)


@pytest.fixture
def bo(cast: Cast) -> PageClient:
    """Bo, with one promise and one place in Härnösand."""
    make_promise(cast.harnosand)
    cast.harnosand.places.create(name="Ramvik")
    return PageClient(cast.bo)


def _errors(page: Page) -> list[str]:
    return page.words(".//div[@class='error-summary']//li")


def _look(page: Page, **chosen: Any) -> str:
    return f"{page.location}granska/?{urlencode(CHOSEN | chosen)}"


def test_a_file_goes_from_upload_to_receipt_and_back(bo: PageClient) -> None:
    uploaded = _upload(bo, SHEET.encode())
    columns = bo.get(uploaded.location)
    assert columns.words(".//select/option[@selected]") == [
        *("Datum", "Löfte, nummer eller ord", "Plats", "Vad som gjordes"),
        *("Inget: sådana rader är fel", "Polisen"),
    ]
    look = bo.get(_look(uploaded))
    assert look.words(".//ul[@class='tally']/li") == ["2 insatser att läsa in", "1 rad med fel"]
    done = bo.post(_look(uploaded), {"leave_out_wrong": "on"})
    receipt = bo.get(done.location)
    assert (receipt.h1, Activity.objects.count()) == ("Inläst", 2)
    bo.post(done.location, {"reason": "Fel fil."})
    assert bo.get(done.location).h1 == "Tillbakatagen"
    assert Activity.current.count() == 0


def test_a_file_sent_again_says_that_nothing_new_is_saved(bo: PageClient) -> None:
    sheet = b"Datum;L\xc3\xb6fte\n2019-06-14;1\n"
    address = f"{_upload(bo, sheet).location}granska/?{urlencode(CHOSEN | {'c2': '', 'c3': ''})}"
    bo.post(address, {"sent": "1"})
    receipt = bo.get(bo.get(_upload(bo, sheet).location, status=302).location)
    said = receipt.words(".//main//div[@class='notice is-warning']")
    assert [words[:23] for words in said] == ["Filen lästes in redan 2"]
    assert said[0].endswith("Inget nytt är sparat.")
    assert Activity.objects.count() == 1


def test_what_is_wrong_is_said_with_row_and_column_in_both_languages(bo: PageClient) -> None:
    address = _look(_upload(bo, SHEET.encode()))
    assert bo.get(address).words(".//table[1]/tbody/tr")[:2] == [
        "3LöfteInget löfte passar ”9”. Skriv löftets nummer i stället.",
        "3PlatsPlatsen ”Mora” finns inte i kommunens lista. Rätta namnet eller lämna det tomt.",
    ]
    assert bo.get("/en" + address).words(".//table[1]/tbody/tr")[0] == (
        "3LöfteNo promise fits “9”. Write the number of the promise instead."
    )


def test_rows_with_errors_are_never_left_out_unasked(bo: PageClient) -> None:
    page = bo.post(_look(_upload(bo, SHEET.encode())), {"sent": "1"}, status=422)
    assert _errors(page) == [
        "Rätta raderna i filen och ladda upp den igen, eller välj att lämna dem utanför."
    ]
    assert not Activity.objects.exists()


def test_words_that_may_be_names_are_asked_about(bo: PageClient) -> None:
    sheet = "Datum;Löfte;Plats;Anteckning\n2019-06-14;1;;Samtal med Kajsa Andersson\n"
    page = bo.post(_look(_upload(bo, sheet.encode())), {"sent": "1"}, status=422)
    assert len(_errors(page)) == 1
    assert not Activity.objects.exists()


@pytest.mark.parametrize(
    ("chosen", "errors"),
    [
        ({"c0": ""}, ["Välj vilken kolumn som är datum."]),
        ({"c1": ""}, ["Välj en kolumn för löftet, eller ett löfte för alla rader."]),
        ({"c2": "day"}, ["En annan kolumn är redan detta. Välj en av dem."]),
        ({"c1": "", "promise": "1"}, []),
    ],
)
def test_a_half_mapped_sheet_comes_back(bo: PageClient, chosen: dict[str, str], errors: list[str]) -> None:
    page = bo.get(_look(_upload(bo, SHEET.encode()), **chosen), status=422 if errors else 200)
    assert _errors(page) == errors


def test_a_merged_heading_asks_what_the_nameless_column_is(bo: PageClient) -> None:
    file = _upload(bo, xlsx(["Datum", "Löfte", None], ["2019-06-14", 1, "Ramvik"]), "ark.xlsx")
    assert bo.get(file.location).words(".//label")[2] == "Kolumn C, utan rubrik"


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        ("ark.csv", b"", "Filen är tom. Välj en annan."),
        ("ark.csv", b";;\n", "ark.csv har inga rader."),
        ("ark.csv", b"Datum;Plats\n", "Det finns inga rader under rubrikerna."),
        ("ark.csv", b"1;2\n" * 20_001, "ark.csv har fler än 20000 rader."),
        ("ark.csv", b"a" * 10_000_001, "ark.csv är större än 10 MB."),
        ("bild.png", b"\x89PNG\r\n\x1a\n\x00", "bild.png är varken ett kalkylark eller en kalender."),
        ("k.ics", ics(["SUMMARY:x"]), "k.ics: posten ”x” har ett fel i DTSTART."),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_bad_file_gets_one_sentence_and_nothing_is_saved(
    bo: PageClient, name: str, data: bytes, error: str
) -> None:
    (said,) = _errors(_upload(bo, data, name, status=422))
    assert said.startswith(error), said
    assert not ImportBatch.objects.exists()


def test_a_calendar_becomes_activities_for_what_fits(bo: PageClient) -> None:
    traffic = ["SUMMARY:Insats mot buskörning", "LOCATION:Torget\\, Ramvik"]
    weekly = [*traffic, "DTSTART;VALUE=DATE:20190824", "RRULE:FREQ=WEEKLY;COUNT=3"]
    file = _upload(bo, ics(weekly, ["SUMMARY:Semester", "DTSTART;VALUE=DATE:20190701"]), "k.ics")
    address = f"{file.location}granska/?party=police&status=done"
    assert bo.get(address).words(".//ul[@class='tally']/li") == [
        "3 insatser att läsa in",
        "1 post lämnas utanför",
    ]
    bo.post(address, {"sent": "1"})
    rows = Activity.objects.order_by("done_on").values_list("status", "place__name")
    assert list(rows) == [("done", "Ramvik"), ("done", "Ramvik"), ("planned", "Ramvik")]


def test_what_in_a_calendar_names_no_promise_is_for_the_one_that_is_chosen(bo: PageClient) -> None:
    file = _upload(bo, ics(["SUMMARY:Kvällspass", "DTSTART;VALUE=DATE:20190824"]), "k.ics")
    assert bo.get(file.location).words(".//select[@name='promise']/option[1]") == [
        "Inget: sådana poster lämnas utanför"
    ]
    found = bo.get(f"{file.location}granska/?party=police&status=done&promise=1")
    assert found.words(".//ul[@class='tally']/li") == ["1 insats att läsa in"]


def _tally(page: Page) -> list[str]:
    return page.words(".//ul[@class='tally']/li")


def _remarks(page: Page) -> list[str]:
    return page.words(".//ul[@class='remarks']/li")


def test_how_a_sheet_was_read_stands_above_what_it_becomes(bo: PageClient) -> None:
    sheet = "Insatser\nDatum;Löfte;Timmar;Bil\n43630;1;2;A\n2019-08-21T22:30:00Z;1;2;B\n"
    address = f"{_upload(bo, sheet.encode()).location}granska/?"
    chosen = {"c0": "day", "c1": "promise", "c2": "hours", "party": "police", "status": "done"}
    assert _remarks(bo.get(address + urlencode(chosen))) == [
        "Rubrikerna står på rad 2. Det som står ovanför är inte läst.",
        "De här kolumnerna används inte: Bil.",
        "Rad 3: Talet ”43630” lästes som Excels nummer för 14 juni 2019.",
        "Rad 4: Tiden ”2019-08-21T22:30:00Z” är 22 augusti 2019 i Sverige, så den dagen gäller.",
    ]


def test_more_hours_than_a_row_can_hold_are_refused_at_the_row(bo: PageClient) -> None:
    uploaded = _upload(bo, "Datum;Löfte;Timmar\n2019-06-14;1;12000\n".encode())
    chosen = {"c0": "day", "c1": "promise", "c2": "hours", "party": "police", "status": "done"}
    page = bo.get(f"{uploaded.location}granska/?{urlencode(chosen)}")
    assert page.words(".//table[1]/tbody/tr") == [
        "2Timmar”12000” är inte ett antal timmar. Skriv som 2, 1,5 eller 1:30, högst 9999."
    ]


def test_what_a_calendar_calls_off_is_cancelled_and_what_it_may_is_asked_about(bo: PageClient) -> None:
    at = "DTSTART;VALUE=DATE:2019082"
    file = _upload(
        bo,
        ics(
            *(
                [f"SUMMARY:{title} insats mot buskörning", f"{at}{number}"]
                for number, title in enumerate(("Inställt:", "Ev. inställd", "En"))
            ),
        ),
        "k.ics",
    )
    assert bo.get(file.location).words(".//fieldset//label")[-3:] == [
        *("Lämna dem utanför", "De ställdes in", "De ställdes inte in"),
    ]
    address = f"{file.location}granska/?party=police&status=done&doubt="
    assert _tally(bo.get(f"{address}left_out")) == ["2 insatser att läsa in", "1 post lämnas utanför"]
    bo.post(f"{address}cancelled", {"sent": "1"})
    assert list(Activity.objects.order_by("done_on").values_list("status", flat=True)) == [
        *("cancelled", "cancelled", "done"),
    ]


def test_an_entry_that_cannot_be_read_is_named_and_the_rest_becomes_activities(bo: PageClient) -> None:
    lunch = ["SUMMARY:Lunch", "DTSTART:20190824T100000Z", "DTEND:None"]
    file = _upload(bo, ics(["SUMMARY:Insats mot buskörning", "DTSTART:20190824T100000Z"], lunch), "k.ics")
    page = bo.get(f"{file.location}granska/?party=police&status=done")
    assert _tally(page) == ["1 insats att läsa in"]
    assert _remarks(page) == [
        "Posten ”Lunch” (rad 9 i filen) är inte läst: DTEND är ”None”. Rätta den i kalendern."
    ]


def test_the_same_file_twice_leads_to_the_same_receipt(bo: PageClient) -> None:
    first = _upload(bo, SHEET.encode())
    bo.post(_look(first), {"leave_out_wrong": "on"})
    again = _upload(bo, SHEET.encode(), "annat namn.csv")
    assert bo.get(again.location, status=302).location == f"{first.location}kvitto/"
    bo.post(_look(first), {"leave_out_wrong": "on"})
    assert Activity.objects.count() == 2


def test_taking_back_needs_a_reason(bo: PageClient) -> None:
    done = bo.post(_look(_upload(bo, SHEET.encode())), {"leave_out_wrong": "on"})
    assert _errors(bo.post(done.location, {"reason": ""}, status=422)) == ["Skriv varför de tas tillbaka."]
    assert Activity.current.count() == 2


def test_what_was_taken_back_is_marked_and_cannot_be_corrected(bo: PageClient) -> None:
    done = bo.post(_look(_upload(bo, SHEET.encode())), {"leave_out_wrong": "on"})
    bo.post(done.location, {"reason": "Fel fil."})
    page = bo.get("/bord/harnosand/lofte/1/")
    assert page.words(".//tr[@class='replaced']//p") == ["Tillbakatagen: Fel fil."] * 2
    public = bo.get("/harnosand/lofte/1/").words(".//section/p[@class='muted']")
    assert [words for words in public if "fil" in words] == [
        "2 insatser ur en fil togs tillbaka 2 september 2019 och räknas inte. Skäl: Fel fil."
    ]
    activity = Activity.objects.all()[0]
    assert bo.get(f"/bord/harnosand/insats/{activity.public_id}/", status=409).h1 != ""


@pytest.mark.parametrize("who", ["olle", "cilla"])
def test_only_those_who_keep_promises_here_read_in(cast: Cast, who: str) -> None:
    batch = ImportBatch.objects.create(
        municipality=cast.harnosand, source="x", key="1", rows=[["a", "b"]], started_at="2019-09-01T10:00Z"
    )
    client = PageClient(getattr(cast, who))
    status = 404 if who == "olle" else 403
    for path in ("", f"{batch.public_id}/", f"{batch.public_id}/granska/", f"{batch.public_id}/kvitto/"):
        client.get(HOME + path, status=status)


def test_row_numbers_run_together() -> None:
    assert in_spans((2, 5, 6, 7, 9)) == "2, 5–7, 9"
