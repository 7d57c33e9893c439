"""Results at the desk: the same tables, approving, files, population, disposal."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from handslag.domain.surveys import SurveyState
from handslag.models.models import LogEntry
from tests.answers import close_and_publish, make_answered, make_decided
from tests.cast import Cast
from tests.page import Page, PageClient
from tests.shared import DATA, needs_data
from tests.sources.test_scb import csv_file

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("without_noise")]

DESK = "/bord/harnosand/enkat/trygghet/"
POPULATION, DISPOSAL = "/bord/harnosand/befolkning/", "/bord/harnosand/gallring/"


def test_staff_see_the_tables_that_everybody_sees(cast: Cast) -> None:
    make_answered(cast.harnosand, 60)
    close_and_publish(date(2019, 9, 2))
    tables = [
        client.get(path).words(".//main//table")
        for client, path in (
            (PageClient(cast.anna), f"{DESK}resultat/"),
            (PageClient(), "/harnosand/enkat/trygghet/resultat/"),
        )
    ]

    assert tables[0] == tables[1]
    assert len(tables[0]) > 5


def test_the_coordinator_approves_once_and_is_asked_first(cast: Cast) -> None:
    survey = make_answered(cast.harnosand, 30, state=SurveyState.CLOSED)
    close_and_publish(date(2019, 10, 1))
    client = PageClient(cast.anna)
    assert client.get(f"{DESK}resultat/godkann/").h1 == "Godkänn resultatet"
    client.send(f"{DESK}resultat/godkann/")
    survey.refresh_from_db()

    assert survey.state == SurveyState.FROZEN
    assert "Resultatet är godkänt. Det ändras inte mer." in client.get(f"{DESK}resultat/").text


@pytest.mark.parametrize("state", [SurveyState.OPEN, SurveyState.FROZEN])
def test_nothing_is_offered_for_approval_before_the_close_or_twice(cast: Cast, state: SurveyState) -> None:
    make_answered(cast.harnosand, 30, state=state)
    client = PageClient(cast.anna)

    assert client.get(f"{DESK}resultat/godkann/", status=302).location == f"{DESK}resultat/"
    assert client.post(f"{DESK}resultat/godkann/", status=409).h1 == (
        "Resultatet godkänns en gång, när enkäten är stängd. Stäng den, om det inte redan är gjort."
    )


def test_a_file_is_sent_and_never_kept(cast: Cast) -> None:
    make_answered(cast.harnosand, 30, state=SurveyState.CLOSED)
    client = PageClient(cast.anna)
    kinds = ("csv", "csv_excel", "xlsx", "sav", "dictionary", "dictionary_excel", "xlsform")
    files = [client.client.post(f"{DESK}filer/", {"kind": kind}) for kind in kinds]

    assert [file.headers["Content-Disposition"] for file in files] == [
        f'attachment; filename="trygghet-{name}"'
        for name in (
            *("svar.csv", "svar-excel.csv", "svar.xlsx", "svar.sav"),
            *("variabler.csv", "variabler-excel.csv", "xlsform.xlsx"),
        )
    ]
    assert {file.headers["Cache-Control"] for file in files} == {"no-store"}
    assert LogEntry.objects.filter(verb="export_survey").count() == 7


def test_who_has_lost_the_right_gets_no_file(cast: Cast) -> None:
    make_answered(cast.harnosand, 30, state=SurveyState.CLOSED)
    client = PageClient(cast.anna)
    client.get(f"{DESK}filer/")
    cast.anna.memberships.all().delete()
    client.post(f"{DESK}filer/", {"kind": "csv"}, status=404)
    PageClient(cast.bo).post(f"{DESK}filer/", {"kind": "csv"}, status=403)
    PageClient().post(f"{DESK}filer/", {"kind": "csv"}, status=302)

    assert LogEntry.objects.count() == 0


def test_an_unknown_kind_of_file_is_refused(cast: Cast) -> None:
    make_answered(cast.harnosand, 30, state=SurveyState.CLOSED)
    PageClient(cast.anna).post(f"{DESK}filer/", {"kind": "../../etc"}, status=400)


def test_a_file_of_population_is_taken_with_year_and_day(cast: Cast) -> None:
    client = PageClient(cast.anna)
    client.post(POPULATION, {"file": SimpleUploadedFile("folk.csv", csv_file())})

    page = client.get(POPULATION)
    assert [*page.words(".//tbody//th"), *page.words(".//tbody//td")] == [
        "2019",
        "2 220",
        "SCB, CC0",
        "2 september 2019",
    ]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"hej", "Filen är inte SCB:s tabell"),
        (csv_file(code="2283"), "Filen har inga siffror för kommun 2280."),
        (csv_file(ages=range(90)), "I filen saknas någon ålder"),
    ],
)
def test_another_file_is_refused_with_its_reason(cast: Cast, data: bytes, words: str) -> None:
    page = PageClient(cast.anna).post(POPULATION, {"file": SimpleUploadedFile("x.csv", data)}, status=422)

    assert words in page.text
    assert cast.harnosand.populations.count() == 0


def test_without_a_decision_the_desk_says_that_nothing_is_erased(cast: Cast) -> None:
    client = PageClient(cast.anna)
    assert "Inget raderas." in client.get(DISPOSAL).text
    client.post(DISPOSAL, {"number": "KS 2019-12", "decided_on": "2019-01-15"})

    assert "Enligt beslut KS 2019-12 den 15 januari 2019." in client.get(DISPOSAL).text


def test_a_decision_of_tomorrow_is_refused_at_its_field(cast: Cast) -> None:
    page = PageClient(cast.anna).post(
        DISPOSAL, {"number": "KS 2019-12", "decided_on": "2030-01-15"}, status=422
    )

    assert "Beslutet kan inte vara taget senare än i dag. Rätta dagen." in page.text


def test_the_coordinator_stops_disposal_and_lets_it_go_on(cast: Cast) -> None:
    make_decided(cast.harnosand)
    client = PageClient(cast.anna)
    client.send(f"{DISPOSAL}stopp/", {"press": "stop"})
    assert "All radering är stoppad." in client.get(DISPOSAL).text
    client.send(f"{DISPOSAL}stopp/", {"press": "go_on"})

    assert cast.harnosand.disposal.is_on_hold is False


def test_the_desk_says_what_goes_next(cast: Cast) -> None:
    make_decided(cast.harnosand)
    make_answered(cast.harnosand, 30, state=SurveyState.FROZEN, approved_on=date(2019, 10, 10))

    assert PageClient(cast.anna).get(DISPOSAL).words(".//main/div/div/ul/li") == [
        "Trygghet i Härnösand Texter som inte är godkända att citera. Raderas den 30 december 2019.",
        "Trygghet i Härnösand Kodade svar. Raderas den 9 januari 2020.",
    ]


def _lists(page: Page) -> list[str]:
    return page.words(".//main/div/div/ul/li")


def test_nothing_that_is_past_goes_next(cast: Cast, settings_on: object) -> None:
    make_answered(cast.harnosand, 30, state=SurveyState.FROZEN, approved_on=date(2019, 10, 10))
    client = PageClient(cast.anna)
    with settings_on(date(2020, 1, 9)):  # type: ignore[operator]
        page = client.get(DISPOSAL)
        assert "Det som raderas härnäst" not in page.text
        late = "Trygghet i Härnösand Kodade svar. Har sparats tillräckligt länge sedan 9 januari 2020."
        assert _lists(page) == [f"{late} Bara beslutet saknas."]
        make_decided(cast.harnosand)
        page = client.get(DISPOSAL)
        assert ("Raderas i natt" in page.words(".//h2"), _lists(page)) == (True, [late])
        client.send(f"{DISPOSAL}stopp/", {"press": "stop"})
        assert _lists(client.get(DISPOSAL)) == [f"{late} All radering är stoppad."]


def test_without_a_decision_nothing_is_said_to_be_erased_on_a_day(cast: Cast) -> None:
    make_answered(cast.harnosand, 30, state=SurveyState.FROZEN, approved_on=date(2019, 10, 10))
    assert _lists(PageClient(cast.anna).get(DISPOSAL))[-1] == (
        "Trygghet i Härnösand Kodade svar. Får raderas från 9 januari 2020."
    )


@needs_data
def test_the_recorded_file_of_scb_is_taken(cast: Cast) -> None:
    content = (DATA / "scb" / "folkmangd-2019-alder-kon-vasternorrland.csv").read_bytes()
    client = PageClient(cast.anna)
    client.post(POPULATION, {"file": SimpleUploadedFile("folk.csv", content)})

    assert "25 183" in client.get(POPULATION).text.replace("\xa0", " ")


def test_files_are_not_offered_when_too_few_have_answered(cast: Cast) -> None:
    make_answered(cast.harnosand, 19, state=SurveyState.CLOSED)
    client = PageClient(cast.anna)
    address = f"{DESK}filer/"
    page = client.get(address)
    assert [button.get("value") for button in page.all(".//main//button")] == [
        *("dictionary", "dictionary_excel", "xlsform")
    ]
    assert page.words(".//main//p[@class='notice is-warning']") == [
        "Det finns färre än 20 svar, så ingen fil med svar går att hämta. "
        "Det som står här under går att hämta."
    ]
    refused = client.post(address, {"kind": "csv"}, status=409)
    assert refused.all(".//main//p[@class='actions']/a")[0].get("href") == "/bord/harnosand/enkater/trygghet/"
