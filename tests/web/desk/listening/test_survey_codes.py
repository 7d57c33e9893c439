"""Codes for a survey: made as a file once, counted, never shown again."""

import csv
import io

import pytest

from handslag.domain.listening.answers import CodeChannel
from handslag.domain.surveys import Lane, SurveyState
from handslag.models.models import Survey, SurveyCode
from handslag.services.listening.codes import issue_codes
from tests.cast import Cast
from tests.page import PageClient
from tests.surveys import make_survey

ADDRESS = "/bord/harnosand/enkater/trygghet/koder/"
WANTED = {"channel": "letter", "number": "3", "file": "csv"}


def test_a_list_has_the_codes_and_the_page_only_their_number(cast: Cast) -> None:
    make_survey(cast.harnosand)
    desk = PageClient(cast.anna)
    made = desk.post(ADDRESS, WANTED, status=200)
    rows = list(csv.reader(io.StringIO(made.response.content.decode("utf-8-sig")), delimiter=";"))
    assert rows[0] == ["Kod", "Adress"]
    assert {len(code) for code, _ in rows[1:]} == {11}
    assert SurveyCode.objects.count() == 3
    page = desk.get(ADDRESS)
    assert page.words(".//tbody//td") == ["2 september 2019", "3", "visas när enkäten stängt"]
    assert rows[1][0] not in page.html


@pytest.mark.parametrize(
    ("number", "used", "shown"),
    [
        (1, 1, "för få för att visas"),
        (19, 9, "för få för att visas"),
        (30, 1, "0"),
        (30, 30, "30"),
        (60, 23, "25"),
    ],
)
@pytest.mark.usefixtures("without_noise")
def test_after_the_close_no_number_of_used_codes_leads_to_somebody(
    cast: Cast, number: int, used: int, shown: str
) -> None:
    survey = make_survey(cast.harnosand)
    batch = issue_codes(cast.anna, survey=survey, channel=CodeChannel.LETTER, number=number).batch
    keys = batch.codes.values_list("pk", flat=True)[:used]
    SurveyCode.objects.filter(pk__in=list(keys)).update(is_used=True)
    Survey.objects.update(state=SurveyState.CLOSED)
    assert PageClient(cast.anna).get(ADDRESS).words(".//tbody//td")[-1] == shown


def test_slips_are_a_pdf(cast: Cast) -> None:
    make_survey(cast.harnosand)
    made = PageClient(cast.anna).post(ADDRESS, WANTED | {"file": "pdf"}, status=200)
    assert made.response.content.startswith(b"%PDF-")


def test_how_many_must_be_said(cast: Cast) -> None:
    make_survey(cast.harnosand)
    page = PageClient(cast.anna).post(ADDRESS, WANTED | {"number": "20001"}, status=422)
    assert "Skriv ett tal som är högst 20000." in page.text


def test_a_survey_without_that_lane_says_so(cast: Cast) -> None:
    make_survey(cast.harnosand, lanes=[Lane.OPEN_LINK])
    assert "Den här enkäten tar inte emot svar med kod." in PageClient(cast.anna).get(ADDRESS).text
