"""Follow-up reports as pages, PDF and Word files: one source, the same numbers in all."""

import re
from datetime import date
from io import BytesIO
from itertools import pairwise

import docx
import pytest
from pypdf import PdfReader
from pytest_django import DjangoAssertNumQueries

from handslag.domain.people.parties import Party
from handslag.domain.promises.terms import Kind, Spread
from handslag.models.models import Municipality, PeriodReport, Promise
from handslag.web.reports import parts, promises
from tests.cast import Cast
from tests.documents.reports import addresses
from tests.make import make_activity, make_promise
from tests.page import Page, PageClient

REPORT = "/harnosand/uppfoljning/2019/t2"
COUNCIL = f"{REPORT}/fullmaktige"


@pytest.fixture
def promise(cast: Cast) -> Promise:
    """Two of three efforts, one of them in April; and a promise judged place by place that is short."""
    promise = make_promise(cast.harnosand, at_least=3)
    make_activity(promise, done_on=date(2019, 4, 20), note="Kontroll vid infarten.")
    make_activity(promise, note="Mopedkväll.")
    make_promise(cast.harnosand, spread=Spread.PLACE, places=["Brunne", "Gussjö"], text="Arbetspass.")
    return promise


def squeezed(text: str) -> str:
    """Letters and digits alone: lines are broken and words divided differently on paper."""
    return "".join(re.findall(r"\w", text))


def cells(page: Page) -> list[str]:
    return [*page.words(".//td"), *page.words(".//tbody//th")]


def pdf_pages(page: PageClient, path: str) -> list[str]:
    reader = PdfReader(BytesIO(page.client.get(f"{path}.pdf").content))
    return [squeezed(sheet.extract_text()) for sheet in reader.pages]


def closed_short(promise: Promise) -> None:
    days = {"start": date(2019, 4, 5), "end": date(2019, 12, 31), "closed_on": date(2020, 2, 1)}
    words = {"cause": "Sjukdom.", "decision": "Tas igen i mars."}
    PeriodReport.objects.create(promise=promise, party=Party.POLICE, **days, **words)


@pytest.mark.parametrize("path", [REPORT, COUNCIL])
def test_page_pdf_and_word_have_the_same_numbers(page: PageClient, promise: Promise, path: str) -> None:
    web = page.get(f"{path}/")
    word = docx.Document(BytesIO(page.client.get(f"{path}.docx").content))
    tables = [[cell.text for cell in row.cells] for table in word.tables for row in table.rows[1:]]
    web_tables = [[*row.itertext()] for row in web.all(".//table[@class='table stack']/tbody/tr")]
    assert [squeezed("".join(row)) for row in tables] == [squeezed("".join(row)) for row in web_tables]
    pdf = "".join(pdf_pages(page, path))
    assert [cell for cell in cells(web) if squeezed(cell) not in pdf] == []


@pytest.mark.parametrize("path", [REPORT, COUNCIL])
@pytest.mark.parametrize("form", ["/", ".pdf", ".docx"])
def test_every_form_costs_nine_queries_and_sets_no_cookie(
    page: PageClient,
    promise: Promise,
    path: str,
    form: str,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    with django_assert_num_queries(9):
        found = page.client.get(path + form)
    assert (found.status_code, dict(found.cookies)) == (200, {})


@pytest.mark.parametrize("form", ["/", ".pdf", ".docx"])
def test_a_report_that_has_not_changed_is_not_sent_again(
    page: PageClient, promise: Promise, form: str
) -> None:
    etag = page.client.get(REPORT + form).headers["ETag"]
    again = page.client.get(REPORT + form, headers={"If-None-Match": etag})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("path", ["", "2019/", "2019/h1/", "2019/t2/", "2019/fullmaktige/"])
def test_every_report_is_a_whole_page_in_both_languages(
    page: PageClient, promise: Promise, prefix: str, path: str
) -> None:
    found = page.get(f"{prefix}/harnosand/uppfoljning/{path}")
    assert found.tree.get("lang") == ("en" if prefix else "sv")


@pytest.mark.parametrize("path", ["2019/t4/", "2020/", "1999/", "2019/t2.odt", "2019/t2/annat/"])
def test_other_periods_and_forms_do_not_exist(page: PageClient, promise: Promise, path: str) -> None:
    page.get(f"/harnosand/uppfoljning/{path}", status=404)


def test_the_report_tells_arithmetic_evidence_and_source(page: PageClient, promise: Promise) -> None:
    web = page.get(f"{REPORT}/")
    assert web.words(".//h1") == ["Uppföljning av löftena i Härnösand, andra tertialet 2019"]
    assert web.words(".//h2")[:2] == ["I korthet", "Löfte för löfte"]
    assert web.words(".//caption")[0] == "2 insatser som siffrorna räknas på, 1 av dem under perioden"
    assert web.words(".//p[@class='muted small']")[0] == (
        "Senast redovisat 15 juni 2019 av polisen. Källa: det som polisen har loggat i Handslag."
    )


def test_headings_are_never_skipped(page: PageClient, promise: Promise) -> None:
    found = page.get(f"{COUNCIL}/")
    levels = [int(e.tag[1]) for e in found.all(".//main//*") if re.fullmatch(r"h\d", str(e.tag))]
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []


def test_the_council_is_told_what_is_unknown_and_what_to_decide(page: PageClient, promise: Promise) -> None:
    web = page.get(f"{COUNCIL}/")
    lists = [" ".join("".join(item.itertext()).split()) for item in web.all(".//main//li")]
    assert [line for line in lists if line.startswith("Löfte 2")] == [
        "Löfte 2. Ingen har redovisat något för perioden. Vi vet inte om något har gjorts.",
        "Löfte 2: besluta hur det som återstår ska hinnas med, eller ändra löftet öppet.",
    ]


def test_what_is_said_alike_of_several_promises_stands_once(
    page: PageClient, promise: Promise, cast: Cast
) -> None:
    make_promise(cast.harnosand, text="Fler arbetspass.")
    lists = [" ".join("".join(i.itertext()).split()) for i in page.get(f"{COUNCIL}/").all(".//main//li")]
    assert next(line for line in lists if "Ingen har redovisat något" in line) == (
        "Löfte 2 och 3. Ingen har redovisat något för perioden. Vi vet inte om något har gjorts."
    )


def test_what_was_done_for_an_aim_is_shown_and_not_counted(page: PageClient, cast: Cast) -> None:
    make_activity(make_promise(cast.harnosand, kind=Kind.STANDING))
    assert page.get(f"{REPORT}/").words(".//caption") == [
        "1 insats för avsikten, 1 av dem under perioden; visas men räknas inte"
    ]


@pytest.mark.parametrize(("year", "is_cited"), [(2022, False), (2023, True)])
def test_the_act_is_cited_only_for_days_when_it_is_in_force(
    page: PageClient, cast: Cast, settings_on: object, year: int, is_cited: bool
) -> None:
    make_promise(cast.harnosand)
    assert callable(settings_on)
    with settings_on(date(2024, 3, 1)):
        words = page.get(f"/harnosand/uppfoljning/{year}/fullmaktige/").words(".//main//p")
    assert any("2023:196" in line for line in words) == is_cited


def test_deviations_stand_with_cause_and_decision(
    page: PageClient, promise: Promise, settings_on: object
) -> None:
    closed_short(promise)
    assert callable(settings_on)
    with settings_on(date(2020, 3, 1)):
        web = page.get("/harnosand/uppfoljning/2019/fullmaktige/")
    told = [line for line in web.words(".//main//li") if line.endswith("Tas igen i mars.")]
    assert told == [
        "Löfte 1. 2019. 2 av minst 3. Orsak: Sjukdom. Beslut: Tas igen i mars.",
        "2019. 2 av minst 3. Orsak: Sjukdom. Beslut: Tas igen i mars.",
    ]


def test_the_annex_follows_at_once_on_what_the_assembly_needs(page: PageClient, cast: Cast) -> None:
    for number in range(10):
        make_promise(cast.harnosand, text=f"Polisen lovar sak {number} " + "med många ord " * 8)
    found = [number for number, text in enumerate(pdf_pages(page, COUNCIL)) if "Bilagalöfteförlöfte" in text]
    assert found == [1]


@pytest.mark.parametrize("form", ["/", ".pdf", ".docx"])
def test_made_up_activities_are_called_so_in_every_form(
    page: PageClient, promise: Promise, form: str
) -> None:
    Municipality.objects.update(is_demo=True)
    content = page.client.get(REPORT + form).content
    match form:
        case ".pdf":
            text = "".join(sheet.extract_text() for sheet in PdfReader(BytesIO(content)).pages)
        case ".docx":
            text = "".join(one.text for one in docx.Document(BytesIO(content)).paragraphs)
        case _:
            text = content.decode()
    assert len(re.findall("insatser och svar är påhittade", text)) == 1
    assert len(re.findall(r"\(påhittade insatser\)", text)) == 1


def test_an_aim_and_a_municipality_without_promises_are_told(page: PageClient, cast: Cast) -> None:
    make_promise(cast.harnosand, kind=Kind.STANDING)
    page.get(f"{COUNCIL}/")
    page.get("/solleftea/uppfoljning/")
    assert (
        page.get("/solleftea/uppfoljning/2019/").words(".//main//p")[-3]
        == "Inget löfte gällde under perioden."
    )


def test_the_municipality_links_to_its_reports(page: PageClient, promise: Promise) -> None:
    links = [link.get("href") for link in page.get("/harnosand/").all(".//a")]
    assert links.count("/harnosand/uppfoljning/") == 1


def test_the_noticeboard_says_what_the_page_says(page: PageClient, promise: Promise) -> None:
    pdf = page.client.get("/harnosand/uppfoljning/anslag.pdf").content
    (sheet,) = PdfReader(BytesIO(pdf)).pages
    tally = page.get("/harnosand/").words(".//ul[@class='tally']/li")
    assert [row for row in tally if squeezed(row) not in squeezed(sheet.extract_text())] == []
    assert addresses(pdf) == ["http://testserver/harnosand/"]


def test_the_noticeboard_has_the_start_of_a_long_promise(page: PageClient, cast: Cast) -> None:
    make_promise(cast.harnosand, text="Vi lovar ordning. " * 100)
    pdf = page.client.get("/harnosand/uppfoljning/anslag.pdf").content
    (sheet,) = PdfReader(BytesIO(pdf)).pages
    text = sheet.extract_text()
    assert (squeezed(text).count("Vilovarordning"), text.count("…")) == (16, 1)


def test_how_the_work_went_stands_in_page_pdf_and_word(page: PageClient, promise: Promise) -> None:
    days = {"start": date(2019, 5, 1), "end": date(2019, 6, 30), "closed_on": date(2019, 7, 4)}
    told = {"outcome": "changed", "hindered": "Snön.", "spent_hours": 12}
    PeriodReport.objects.create(promise=promise, party=Party.POLICE, **days, **told)
    said = (
        "1 maj 2019 till 30 juni 2019: Jämfört med planen: gjort på ett annat sätt än planerat. "
        "Det som hindrade: Snön. Planerade timmar: okänt. Använda timmar: 12."
    )
    assert said in page.get(f"{REPORT}/").words(".//main//li")
    assert squeezed(said) in "".join(pdf_pages(page, REPORT))
    word = docx.Document(BytesIO(page.client.get(f"{REPORT}.docx").content))
    assert said in [paragraph.text for paragraph in word.paragraphs]


def test_a_report_on_very_many_promises_comes_in_parts_that_are_made_one_by_one(
    page: PageClient, promise: Promise, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "MOST_ROWS", 1)
    whole = page.get(f"{REPORT}/")
    assert whole.words(".//main//ul/li/a") == ["Löfte 1", "Löfte 2"]
    assert [len(page.get(f"{REPORT}/del-{number}/").words(".//h3")) for number in (1, 2)] == [1, 1]
    second = page.get(f"{REPORT}/del-2/")
    assert second.words(".//h1") == ["Uppföljning av löftena i Härnösand, andra tertialet 2019, del 2 av 2"]
    assert second.words(".//main//ul/li/a")[:2] == ["Översikt över hela uppföljningen", "Löfte 1"]
    for ending in ("pdf", "docx"):
        assert page.client.get(f"{REPORT}/del-2.{ending}").status_code == 200
    page.get(f"{REPORT}/del-3/", status=404)


def test_a_report_that_is_whole_has_no_parts(page: PageClient, promise: Promise) -> None:
    page.get(f"{REPORT}/del-1/", status=404)


def test_of_very_many_things_done_the_latest_stand_in_the_report(
    page: PageClient, promise: Promise, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(promises, "MOST_DEEDS", 1)
    report = page.get(f"{REPORT}/")
    assert "Mopedkväll." in report.text
    assert "Kontroll vid infarten." not in report.text
    assert "de 1 senaste står här, alla på löftets sida" in report.text


def test_no_space_stands_before_the_full_stop_after_a_status(page: PageClient, promise: Promise) -> None:
    html = page.get(f"{REPORT}/").html
    assert re.findall(r"</span>(\s*)\. ", html) == ["", ""]
