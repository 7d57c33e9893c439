"""Awkward texts in everything that people write about promises, and every file of the municipality."""

import json
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from icalendar import Calendar
from pypdf import PdfReader

from handslag.formats.bundles import ACTIVITY_HEADER
from handslag.formats.fields import rows_of
from handslag.models.models import PeriodReport, Place
from tests.cast import Cast
from tests.documents.awkward import AWKWARD, seen
from tests.make import make_activity, make_dialogue, make_promise
from tests.page import PageClient

TEXTS = {
    text: parts
    for text, parts in AWKWARD.items()
    if parts and "\x00" not in text and not any("\ud800" <= sign <= "\udfff" for sign in text)
}
REPORT = "/harnosand/uppfoljning/2019"


def words_of(pdf: bytes) -> str:
    return seen("".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages))


def missing(whole: str) -> list[str]:
    """What is not in `whole`; of a word that goes over several pages the beginning is looked for."""
    parts = [seen(part)[:100] for parts in TEXTS.values() for part in parts]
    return [part for part in parts if part not in whole and part[::-1] not in whole]


@pytest.fixture
def page(cast: Cast) -> PageClient:
    """Each text as a promise, a note, a place, a cause and a decision, and as an invitation."""
    cast.harnosand.promises.all().delete()
    for text in TEXTS:
        promise = make_promise(cast.harnosand, text=text, perspective=text[:200], unit=text[:60])
        place = Place.objects.create(municipality=cast.harnosand, name=text[:120])
        make_activity(promise, note=text, done_on=date(2019, 8, 30), place=place)
        PeriodReport.objects.create(
            promise=promise, party="police", start=date(2019, 4, 5), end=date(2019, 7, 31),
            closed_on=date(2019, 8, 1), cause=text, decision=text, hindered=text,
        )  # fmt: skip
    return PageClient(cast.bo)


def test_reports_in_pdf_and_word_hold_all_of_them(page: PageClient) -> None:
    assert missing(words_of(page.client.get(f"{REPORT}.pdf").content)) == []
    word = docx.Document(BytesIO(page.client.get(f"{REPORT}/fullmaktige.docx").content))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    assert missing(seen("".join([*(one.text for one in word.paragraphs), *cells]))) == []


def test_the_patrol_sheet_and_the_noticeboard_are_made(page: PageClient) -> None:
    assert missing(words_of(page.client.get("/bord/harnosand/patrull.pdf").content)) == []
    assert len(PdfReader(BytesIO(page.client.get("/harnosand/uppfoljning/anslag.pdf").content)).pages) == 1


def test_the_bundle_is_read_back_whole(page: PageClient) -> None:
    with ZipFile(BytesIO(page.client.get("/harnosand/data.zip").content)) as bundle:
        promises = json.loads(bundle.read("promises.json"))["promises"]
        rows = bundle.read("activities.csv").decode().split("\n")
    assert {one["text"] for one in promises} == set(TEXTS)
    optional = tuple(name for name in ACTIVITY_HEADER if name not in ("promise", "date"))
    places = {
        row.values["place"]
        for row in rows_of([f"{row}\n" for row in rows[:-1]], "", ACTIVITY_HEADER[:2], optional)
    }
    assert places == {text[:120] for text in TEXTS}


@pytest.mark.parametrize("text", TEXTS)
def test_an_invitation_holds_it(cast: Cast, text: str) -> None:
    long = dict.fromkeys(("purpose", "influence", "access_needs"), text[:1000])
    said = long | {"name": text[:120], "venue": text[:160]}
    address = f"/harnosand/dialoger/{make_dialogue(cast.harnosand, **said).public_id}"
    page = PageClient()
    poster = page.client.get(f"{address}/affisch.pdf").content
    assert len(PdfReader(BytesIO(poster)).pages) == 1
    whole, parts = words_of(poster), [seen(part)[:100] for part in TEXTS[text]]
    assert [part for part in parts if part not in whole and part[::-1] not in whole] == []
    (event,) = Calendar.from_ical(page.client.get(f"{address}/dialog.ics").content).walk("VEVENT")
    assert [part for part in parts if part not in seen(str(event["DESCRIPTION"]))] == []
