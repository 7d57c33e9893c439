"""Read a page, look at the drafts beside their words, publish."""

from datetime import date
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_django import DjangoAssertNumQueries

from handslag.domain.promises import PromiseState
from handslag.models.models import Promise, Reading, Round
from handslag.services.promises import Draft, edit_draft
from handslag.services.queries.drafts import draft_rows
from handslag.services.readings import read_page
from tests.cast import Cast
from tests.page import Page, PageClient
from tests.services.test_every_command import DRAFT, PAGE

READ = "/bord/harnosand/las/"
DAYS = {"valid_from": "2019-09-15", "until": "notice", "review_on": "2020-09-15", "confirmed": "on"}


@pytest.fixture
def reading(cast: Cast) -> Reading:
    return read_page(cast.anna, municipality=cast.harnosand, source="Våra löften", text=PAGE)


def _errors(page: Page) -> list[str]:
    return page.words(".//div[@class='error-summary']//li")


def test_a_pasted_page_becomes_drafts(cast: Cast) -> None:
    page = PageClient(cast.anna).post(READ, {"text": PAGE})
    reading = Reading.objects.get()
    assert page.location == f"/bord/harnosand/las/{reading.public_id}/"
    assert reading.source == "Medborgarlöften i Härnösand 2019"
    assert reading.promises.count() == 2


def test_an_uploaded_file_is_read_and_named(cast: Cast) -> None:
    file = SimpleUploadedFile("loften.txt", PAGE.encode())
    PageClient(cast.anna).post(READ, {"file": file})
    assert Reading.objects.get().source == "loften.txt"


def test_nothing_given_is_said_at_the_text(cast: Cast) -> None:
    page = PageClient(cast.anna).post(READ, {}, status=422)
    assert _errors(page) == ["Klistra in en text eller välj en fil."]
    assert page.words(".//title")[0].startswith("Fel: Läs in löften")


def test_a_page_without_promises_keeps_the_pasted_text(cast: Cast) -> None:
    page = PageClient(cast.anna).post(READ, {"text": "Kommunens badplatser öppnar i juni."}, status=422)
    assert page.words(".//textarea") == ["Kommunens badplatser öppnar i juni."]
    assert Reading.objects.count() == Round.objects.count() == 0


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        ("tom.txt", b"", "Filen är tom. Välj en annan eller klistra in texten."),
        (
            "stor.txt",
            b"a" * 10_000_001,
            "stor.txt är större än 10 MB. Dela upp filen eller spara den utan bilder.",
        ),
        ("bild.png", b"\x89PNG\r\n\x1a\n\x00\x00\x00", None),
        ("trasig.pdf", b"%PDF-1.4 nothing more", None),
    ],
)
def test_a_file_that_cannot_be_read_gets_one_sentence_and_loses_no_text(
    name: str, data: bytes, error: str | None, cast: Cast
) -> None:
    file = SimpleUploadedFile(name, data)
    page = PageClient(cast.anna).post(READ, {"file": file, "text": "Kvar"}, status=422)
    assert len(_errors(page)) == 1
    assert error is None or _errors(page) == [error]
    assert page.words(".//textarea") == ["Kvar"]
    assert Reading.objects.count() == 0


def test_a_file_too_large_to_take_in_is_told_too_large(cast: Cast) -> None:
    file = BytesIO(b"a" * 13_000_000)
    file.name = "jattestor.txt"
    page = PageClient(cast.anna).post(READ, {"file": file, "text": "Kvar"}, status=422)
    assert len(_errors(page)) == 1
    assert page.words(".//textarea") == ["Kvar"]


def test_every_draft_stands_beside_its_words(cast: Cast, reading: Reading) -> None:
    page = PageClient(cast.anna).get(f"{READ}{reading.public_id}/")
    assert page.h1 == "2 utkast att granska"
    first = page.all(".//article")[0]
    marked = [" ".join("".join(mark.itertext()).split()) for mark in first.findall(".//mark")]
    assert "Viksjö" in marked
    anchors = {span.get("id") for span in first.iter("span")}
    links = [link.get("href", "") for link in first.findall(".//dl//a")]
    assert links
    assert [link for link in links if link.removeprefix("#") not in anchors] == []


@pytest.mark.parametrize("number", [1, 3])
def test_a_list_of_drafts_costs_the_same_however_long(
    number: int, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    items = "\n".join(f"• göra minst {n + 2} trafikkontroller i Viksjö varje månad." for n in range(number))
    text = f"Medborgarlöften 2019\n\nPolisen lovar att:\n\n{items}\n"
    reading = read_page(cast.anna, municipality=cast.harnosand, source="sida", text=text)
    with django_assert_num_queries(3):
        assert len(draft_rows(reading)) == number


def test_published_promises_are_public_on_their_day(cast: Cast, reading: Reading) -> None:
    page = PageClient(cast.anna).post(f"{READ}{reading.public_id}/publicera/", DAYS)
    assert page.location == "/bord/harnosand/"
    assert {promise.state for promise in Promise.objects.all()} == {PromiseState.PUBLISHED}
    assert Round.objects.get().valid_from == date(2019, 9, 15)


def test_unconfirmed_nothing_is_published(cast: Cast, reading: Reading) -> None:
    page = PageClient(cast.anna).post(
        f"{READ}{reading.public_id}/publicera/", DAYS | {"confirmed": ""}, status=422
    )
    assert _errors(page) == ["Bekräfta att ni har läst löftena."]
    assert {promise.state for promise in Promise.objects.all()} == {PromiseState.DRAFT}


def test_until_further_notice_a_day_of_review_is_asked_for(cast: Cast, reading: Reading) -> None:
    address = f"{READ}{reading.public_id}/publicera/"
    page = PageClient(cast.anna).post(address, DAYS | {"review_on": ""}, status=422)
    assert _errors(page) == [
        "Ett löfte som gäller tills vidare behöver en dag då ni ser över det. Välj en dag."
    ]
    said = page.words(".//label[@for='id_review_on']/span")
    assert said == ["(behövs när löftet gäller tills vidare)"]


def test_a_last_day_before_the_first_is_refused_at_its_field(cast: Cast, reading: Reading) -> None:
    days = DAYS | {"until": "day", "valid_to": "2019-01-01"}
    page = PageClient(cast.anna).post(f"{READ}{reading.public_id}/publicera/", days, status=422)
    assert [link.get("href") for link in page.all(".//div[@class='error-summary']//a")] == ["#id_valid_to"]


def test_an_incomplete_draft_is_named_and_stops_the_publication(cast: Cast, reading: Reading) -> None:
    first = reading.promises.all()[0]
    edit_draft(cast.anna, promise=first, draft=Draft(text="Polisen syns mer.", parties=DRAFT.parties))
    address = f"{READ}{reading.public_id}/publicera/"
    page = PageClient(cast.anna).get(address)
    assert page.words(".//div[@class='notice is-warning']//li") == [
        "Polisen syns mer. Det saknas hur löftet bedöms."
    ]
    assert page.all(".//main//form") == []
    refused = PageClient(cast.anna).post(address, DAYS, status=422)
    assert refused.response.context["form"].non_field_errors() == [
        "Välj hur löftet ”Polisen syns mer.” ska bedömas innan det publiceras."
    ]


def test_publishing_twice_says_that_nothing_is_left(cast: Cast, reading: Reading) -> None:
    client = PageClient(cast.anna)
    client.post(f"{READ}{reading.public_id}/publicera/", DAYS)
    page = client.post(f"{READ}{reading.public_id}/publicera/", DAYS, status=409)
    assert page.h1 == "Det finns inga utkast kvar att publicera här."
