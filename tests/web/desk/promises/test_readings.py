"""Read a page, look at the drafts beside their words, publish."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_django import DjangoAssertNumQueries

from handslag.domain.promises.terms import Kind, Measure, Per, PromiseState, Spread
from handslag.models.models import Promise, Reading, Round, School, SchoolAuthority
from handslag.services.promises.drafts import Draft, draft_round, edit_draft
from handslag.services.promises.readings import read_page
from handslag.services.promises.reads.drafts import draft_rows, unjudged
from handslag.services.promises.rounds import shown_of
from tests.cast import Cast
from tests.documents.files import docx, paragraph
from tests.page import Page, PageClient
from tests.services.test_every_command import DRAFT, PAGE

READ = "/bord/harnosand/las/"
DAYS = {"valid_from": "2019-09-15", "until": "notice", "review_on": "2020-09-15", "confirmed": "on"}


@pytest.fixture
def reading(cast: Cast) -> Reading:
    """Two drafts, of traffic and of every school; there is one."""
    authority = SchoolAuthority.objects.create(municipality=cast.harnosand, name="Kommunen")
    School.objects.create(municipality=cast.harnosand, authority=authority, name="Brunne skola")
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


def _page_of(number: int, cast: Cast) -> Reading:
    """A page of so many promises, read in."""
    items = "\n".join(f"• göra minst {n + 2} trafikkontroller i Viksjö varje månad." for n in range(number))
    text = f"Medborgarlöften 2019\n\nPolisen lovar att:\n\n{items}\n"
    return read_page(cast.anna, municipality=cast.harnosand, source="sida", text=text)


@pytest.mark.parametrize("number", [1, 3])
def test_a_list_of_drafts_costs_the_same_however_long(
    number: int, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    reading = _page_of(number, cast)
    with django_assert_num_queries(3):
        assert len(draft_rows(reading)) == number


def looked_at(reading: Reading, **days: str) -> dict[str, object]:
    """The form of the last look before publication, with what was shown in it."""
    return {**DAYS, "shown": shown_of(draft_round(reading)), **days}


def test_published_promises_are_public_on_their_day(cast: Cast, reading: Reading) -> None:
    page = PageClient(cast.anna).post(f"{READ}{reading.public_id}/publicera/", looked_at(reading))
    assert page.location == "/bord/harnosand/"
    assert {promise.state for promise in Promise.objects.all()} == {PromiseState.PUBLISHED}
    assert Round.objects.get().valid_from == date(2019, 9, 15)


def test_unconfirmed_nothing_is_published(cast: Cast, reading: Reading) -> None:
    page = PageClient(cast.anna).post(
        f"{READ}{reading.public_id}/publicera/", looked_at(reading, confirmed=""), status=422
    )
    assert _errors(page) == ["Bekräfta att ni har läst löftena."]
    assert {promise.state for promise in Promise.objects.all()} == {PromiseState.DRAFT}


def test_until_further_notice_a_day_of_review_is_asked_for(cast: Cast, reading: Reading) -> None:
    address = f"{READ}{reading.public_id}/publicera/"
    page = PageClient(cast.anna).post(address, looked_at(reading, review_on=""), status=422)
    assert _errors(page) == [
        "Ett löfte som gäller tills vidare behöver en dag då ni ser över det. Välj en dag."
    ]
    said = page.words(".//label[@for='id_review_on']/span")
    assert said == ["(behövs när löftet gäller tills vidare)"]


def test_a_last_day_before_the_first_is_refused_at_its_field(cast: Cast, reading: Reading) -> None:
    days = looked_at(reading, until="day", valid_to="2019-01-01")
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
    refused = PageClient(cast.anna).post(address, looked_at(reading), status=422)
    assert refused.response.context["form"].non_field_errors() == [
        "Välj hur löftet ”Polisen syns mer.” ska bedömas innan det publiceras."
    ]


def test_publishing_twice_says_that_nothing_is_left(cast: Cast, reading: Reading) -> None:
    client = PageClient(cast.anna)
    days = looked_at(reading)
    client.post(f"{READ}{reading.public_id}/publicera/", days)
    page = client.post(f"{READ}{reading.public_id}/publicera/", days, status=409)
    assert page.h1 == "Det finns inga utkast kvar att publicera här."


def _unjudged(page: Page) -> list[tuple[str, str | None]]:
    """Why each promise cannot be judged, and where that is mended."""
    items = page.all(".//div[@class='notice is-warning']//li")
    ways = [item.find("a") for item in items]
    why = [" ".join((item.find("br").tail or "").split()) for item in items]  # type: ignore[union-attr]
    return [(said, way.get("href")) for said, way in zip(why, ways, strict=True) if way is not None]


@pytest.mark.parametrize(
    ("measure", "series", "why", "way"),
    [
        (
            Measure(Kind.STANDING),
            "",
            "En avsikt bedöms inte. Vad som gjorts för den visas.",
            "lofte/1/andra/",
        ),
        (
            Measure(Kind.COUNT, per=Per.YEAR, spread=Spread.PLACE),
            "",
            "Löftet ska bedömas plats för plats men nämner ingen plats.",
            "lofte/1/andra/",
        ),
        (
            Measure(Kind.EACH_EVENT),
            "Marknader",
            "Inget evenemang under löftets tid står i kalendern, så det finns inget att bedöma.",
            "kalender/",
        ),
    ],
)
def test_a_promise_that_nobody_can_judge_is_told_before_it_is_published(
    measure: Measure, series: str, why: str, way: str, cast: Cast, reading: Reading
) -> None:
    first = reading.promises.all()[0]
    draft = Draft(text="Polisen syns.", parties=DRAFT.parties, measure=measure, event_series=series)
    edit_draft(cast.anna, promise=first, draft=draft)
    client, address = PageClient(cast.anna), f"{READ}{reading.public_id}/publicera/"
    page = client.get(address)
    assert _unjudged(page) == [(why, f"/bord/harnosand/{way}")]
    told = page.all(".//input[@name='told']")[0].get("value")
    assert client.post(address, looked_at(reading) | {"told": told}).location == "/bord/harnosand/"


def test_a_promise_of_every_school_leads_to_the_list_that_is_empty(cast: Cast, reading: Reading) -> None:
    School.objects.all().delete()
    assert _unjudged(PageClient(cast.anna).get(f"{READ}{reading.public_id}/publicera/")) == [
        (
            "Löftet ska bedömas skola för skola men varken det eller kalendern nämner någon skola.",
            "/bord/harnosand/register/skolor/",
        )
    ]


def test_days_too_short_to_ask_for_anything_are_told_once_and_block_nothing(
    cast: Cast, reading: Reading
) -> None:
    measure = Measure(Kind.COUNT, at_least=Decimal(2), per=Per.YEAR)
    draft = Draft(text="Polisen syns.", parties=DRAFT.parties, measure=measure)
    edit_draft(cast.anna, promise=reading.promises.all()[0], draft=draft)
    client, address = PageClient(cast.anna), f"{READ}{reading.public_id}/publicera/"
    assert _unjudged(client.get(address)) == []
    short = looked_at(reading) | {"until": "day", "valid_to": "2019-10-15"}
    page = client.post(address, short, status=200)
    assert [why.partition(".")[0] for why, _ in _unjudged(page)] == [
        "Löftet gäller bara 31 av periodens 365 dagar",
        "Löftet gäller bara 31 av periodens 184 dagar",
    ]
    assert not Promise.objects.filter(state=PromiseState.PUBLISHED).exists()
    told = page.all(".//input[@name='told']")[0].get("value")
    assert client.post(address, short | {"told": told}).location == "/bord/harnosand/"


def test_a_year_until_further_notice_that_begins_late_gets_its_verdict_the_year_after(
    cast: Cast, reading: Reading
) -> None:
    measure = Measure(Kind.COUNT, at_least=Decimal(2), per=Per.YEAR)
    draft = Draft(text="Polisen syns.", parties=DRAFT.parties, measure=measure)
    edit_draft(cast.anna, promise=reading.promises.all()[0], draft=draft)
    days = looked_at(reading) | {"valid_from": "2019-12-20", "review_on": "2020-12-20"}
    assert PageClient(cast.anna).post(f"{READ}{reading.public_id}/publicera/", days).location


@pytest.mark.parametrize("number", [1, 3])
def test_what_nobody_can_judge_costs_the_same_however_much(
    number: int, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    reading = _page_of(number, cast)
    round_ = draft_round(reading)
    with django_assert_num_queries(7):
        assert unjudged(reading, round_) == ()


FOREIGN = PAGE.replace("Härnösand", "Kramfors kommun")


def test_a_page_about_another_municipality_is_asked_about(cast: Cast) -> None:
    client = PageClient(cast.anna)
    file = SimpleUploadedFile("sida.txt", FOREIGN.encode())
    page = client.post("/bord/harnosand/las/", {"file": file}, status=422)
    assert page.words(".//div[@class='error-summary']//li") == [
        "Sidan handlar om Kramfors kommun, och du arbetar för Härnösands kommun. Ska den läsas in här ändå?"
    ]
    assert cast.harnosand.readings.count() == 0
    (text,) = page.all(".//textarea[@name='text']")
    assert (text.text or "").strip() == FOREIGN.strip()
    client.post("/bord/harnosand/las/", {"text": text.text, "is_ours": "on"})
    assert cast.harnosand.readings.count() == 1


@pytest.mark.parametrize("name", ["Härnösand", "Härnösands kommun", "Härnösand kommun", "HÄRNÖSANDS KOMMUN"])
def test_a_page_about_ones_own_is_not(cast: Cast, name: str) -> None:
    PageClient(cast.anna).post("/bord/harnosand/las/", {"text": PAGE.replace("Härnösand", name)})
    assert cast.harnosand.readings.count() == 1


def test_where_no_promise_is_found_a_round_is_begun_by_hand(cast: Cast) -> None:
    client = PageClient(cast.anna)
    client.post("/bord/harnosand/las/", {"text": "Hej och välkomna."}, status=422)
    begun = client.post(
        "/bord/harnosand/las/for-hand/", {"text": "Hej och välkomna.", "begin": "1"}, status=200
    )
    assert begun.h1 == "Lägg till ett löfte"
    assert [field.get("value") for field in begun.all(".//input[@name='page']")] == ["Hej och välkomna."]
    draft = {
        "page": "Hej och välkomna.",
        "text": "Polisen går fem kvällar.",
        "parties": ["police"],
        "kind": "standing",
    }
    client.get(client.post("/bord/harnosand/las/for-hand/", draft).location)
    (reading,) = cast.harnosand.readings.all()
    assert (reading.source, [str(p.versions.get().text) for p in reading.promises.all()]) == (
        "Hej och välkomna.",
        ["Polisen går fem kvällar."],
    )
    PageClient(cast.anna).get(f"/bord/harnosand/las/{reading.public_id}/nytt/")  # more can be added


def test_a_round_by_hand_needs_no_text_at_all(cast: Cast) -> None:
    client = PageClient(cast.anna)
    assert client.get("/bord/harnosand/las/for-hand/").h1 == "Lägg till ett löfte"
    client.post("/bord/harnosand/las/for-hand/", {"text": "Vi går.", "kind": "standing"})
    assert [reading.source for reading in cast.harnosand.readings.all()] == ["Skrivet för hand"]


TABLE = (
    "Plats\tÅtgärd\tAnsvarig\nBruket\tInformationsmöte en gång per halvår\tKommunen\nHamnen\tBelysning\t\n"
)
UNREAD = [
    "2 tabellrader lästes inte: rad 2–3.",
    "rad 2: Bruket | Informationsmöte en gång per halvår | Kommunen rad 3: Hamnen | Belysning",
]


def _unread(page: Page) -> list[str]:
    notice = ".//div[@class='notice is-warning']/details"
    return page.words(f"{notice}/summary") + page.words(f"{notice}[@open]/ul")


def test_rows_that_were_not_read_are_shown_with_their_lines(cast: Cast) -> None:
    client = PageClient(cast.anna)
    page = client.get(client.post(READ, {"text": f"{TABLE}\n{PAGE}"}).location)
    assert _unread(page) == UNREAD


def test_a_page_with_nothing_but_a_table_says_which_rows_hold_no_promise(cast: Cast) -> None:
    assert _unread(PageClient(cast.anna).post(READ, {"text": TABLE}, status=422)) == UNREAD


def test_what_a_word_file_holds_beside_its_text_is_told(cast: Cast) -> None:
    words = [paragraph(line.lstrip("• ")) for line in PAGE.splitlines() if line.strip()]
    hidden = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>inte klart</w:t></w:r></w:p>"
    file = SimpleUploadedFile("loften.docx", docx(*words, hidden))
    client = PageClient(cast.anna)
    page = client.get(client.post(READ, {"file": file}).location)
    assert _unread(page) == ["1 dold del lästes inte."]
