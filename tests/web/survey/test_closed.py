"""A survey that residents do not answer here says why, and no day that is not so."""

from datetime import date

import pytest

from handslag.domain.surveys import Lane, SurveyState
from tests.cast import Cast
from tests.page import PageClient
from tests.surveys import make_survey
from tests.web.survey.form import ADDRESS


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_survey_for_staffs_answers_only_says_so_and_no_last_day(
    cast: Cast, page: PageClient, method: str
) -> None:
    make_survey(cast.harnosand, lanes=[Lane.STAFF])
    shown = page.get(ADDRESS) if method == "get" else page.post(ADDRESS, {"go": "send"}, status=409)
    assert shown.h1 == "Enkäten besvaras inte här"
    assert "Den besvaras på papper eller i samtal. Medarbetare skriver in svaren." in shown.text
    assert [
        word for word in ("30 september", "sista dagen", "stängd", "för sent") if word in shown.text
    ] == []


@pytest.mark.parametrize(
    "over",
    [{"state": SurveyState.CLOSED}, {"closes_on": date(2019, 9, 1)}],
    ids=["closed", "past its last day"],
)
def test_one_that_is_over_is_closed_for_staff_too(
    cast: Cast, page: PageClient, over: dict[str, object]
) -> None:
    make_survey(cast.harnosand, lanes=[Lane.STAFF], **over)
    assert page.get(ADDRESS).h1 == "Enkäten är stängd"
