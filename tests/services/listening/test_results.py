"""Published results: when they move, what they hold, and that they never move again once approved."""

from datetime import date, timedelta
from secrets import token_bytes
from typing import Any

import pytest

from handslag.domain.errors import WrongState
from handslag.domain.listening.results import LABEL, from_record
from handslag.domain.surveys import Lane, SurveyState
from handslag.models.models import ResultEdition, Survey
from handslag.services.listening.intake.form_tokens import FormToken
from handslag.services.listening.intake.handing_in import Surroundings, send_response
from handslag.services.listening.intake.noticing import Watch
from handslag.services.listening.intake.taking import hand_in
from handslag.services.listening.results import approve_results, publish_results, set_population
from tests.answers import PEOPLE, add_answers, close_and_publish, make_answered
from tests.cast import Cast
from tests.surveys import make_survey

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("without_noise")]

DAY = date(2019, 9, 2)


def shown(survey: Survey) -> list[tuple[date, int]]:
    return list(survey.editions.order_by("made_on").values_list("made_on", "answers"))


def test_nothing_is_published_below_twenty_answers(cast: Cast) -> None:
    survey = make_answered(cast.harnosand, 19)

    assert close_and_publish(DAY) == 0
    add_answers(survey, 1)
    assert publish_results(DAY) == 1


def test_tables_are_made_once_and_not_before_the_survey_has_closed(cast: Cast) -> None:
    survey = make_answered(cast.harnosand, 200)
    assert publish_results(DAY) == 0
    add_answers(survey, 1)
    close_and_publish(DAY)
    add_answers(survey, 100)
    publish_results(DAY)
    publish_results(DAY + timedelta(days=1))

    assert shown(survey) == [(DAY, 201)]


def test_what_was_shown_of_an_open_survey_by_an_earlier_version_gives_way_to_the_last_tables(
    cast: Cast,
) -> None:
    survey = make_answered(cast.harnosand, 60)
    survey.editions.create(lane=Lane.CODE, made_on=DAY - timedelta(days=9), answers=40, tables=[])
    close_and_publish(DAY)

    assert shown(survey) == [(DAY - timedelta(days=9), 40), (DAY, 60)]


def test_lanes_have_tables_of_their_own(cast: Cast) -> None:
    survey = make_answered(cast.harnosand, 20)
    add_answers(survey, 60, lane=Lane.OPEN_LINK)
    add_answers(survey, 19, lane=Lane.STAFF)
    close_and_publish(DAY)

    editions = {one.lane: from_record(one.tables)[0].table.total.answers for one in survey.editions.all()}
    assert editions == {Lane.CODE: 20, Lane.OPEN_LINK: 60}


def test_a_lane_that_was_taken_away_before_the_close_is_published_all_the_same(cast: Cast) -> None:
    survey = make_answered(cast.harnosand, 40)
    add_answers(survey, 60, lane=Lane.OPEN_LINK)
    Survey.objects.update(lanes=[Lane.CODE])
    close_and_publish(DAY)

    assert dict(survey.editions.values_list("lane", "answers")) == {Lane.CODE: 40, Lane.OPEN_LINK: 60}


def send(survey: Survey, number: int, *, ute: str, trap: str = "") -> None:
    """So many answers by the open link, each from a form that has been open for a minute."""
    for _ in range(number):
        form = FormToken(survey.public_id, token_bytes(16), age=60)
        handed = hand_in(survey.pk, survey.defined(), {"ute": ute}, Lane.OPEN_LINK, form)
        send_response(handed, survey.public_id, survey.defined(), Surroundings(trap=trap))


def test_what_people_said_stands_beside_what_a_script_made_of_it(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handslag.services.listening.intake.handing_in.watch", Watch())
    survey = make_survey(cast.harnosand)
    add_answers(survey, 40, lane=Lane.OPEN_LINK, ute=1)
    add_answers(survey, 20, lane=Lane.OPEN_LINK, ute=2)
    send(survey, 60, ute="nej", trap="http://example.org")
    close_and_publish(DAY)
    found = from_record(survey.editions.get().tables)
    [table] = [one.table for one in found if (one.question, one.by) == ("ute", LABEL)]
    without, only = ([cell.percent for cell in row.cells] for row in table.rows)

    assert [cell.percent for cell in table.total.cells] == [33, 67]
    assert (without, only) == ([67, 33], [0, 100])


def test_few_people_beside_a_script_are_not_shown(cast: Cast) -> None:
    survey = make_answered(cast.harnosand, 19, lane=Lane.OPEN_LINK)
    add_answers(survey, 100, lane=Lane.OPEN_LINK, batch="stuffed")
    assert close_and_publish(DAY) == 0
    add_answers(survey, 1, lane=Lane.OPEN_LINK)
    assert publish_results(DAY) == 1


def test_only_answers_with_a_code_are_weighted(cast: Cast) -> None:
    set_population(cast.anna, municipality=cast.harnosand, people=PEOPLE)
    survey = make_answered(cast.harnosand, 300)
    add_answers(survey, 300, lane=Lane.OPEN_LINK)
    close_and_publish(DAY)
    weighted = survey.editions.get(lane=Lane.CODE).weighting or {}
    found = from_record(survey.editions.get(lane=Lane.CODE).tables)
    unweighted = {one.question: one.table.total for one in found if not one.by}

    assert survey.editions.get(lane=Lane.OPEN_LINK).weighting is None
    assert (weighted["by"], weighted["year"], weighted["held"]) == (["alder", "kon"], 2018, False)
    assert weighted["effective"] < 300
    assert weighted["questions"]["ute"]["counts"] == [150, 150]
    assert [5 <= margin <= 8 for margin in weighted["questions"]["ute"]["margins"]] == [True, True]
    assert [cell.count for cell in unweighted["kvall"].cells] == [60] * 5


def test_a_weighted_count_is_hidden_where_the_unweighted_is(cast: Cast) -> None:
    set_population(cast.anna, municipality=cast.harnosand, people=PEOPLE)
    survey = make_answered(cast.harnosand, 100)
    add_answers(survey, 3, kvall=5, ute=1)
    survey.responses.filter(answers__kvall=5).exclude(answers__ute=1).delete()
    survey.responses.filter(answers__kvall=4).delete()
    close_and_publish(DAY)
    edition = survey.editions.get()
    [table] = [one.table for one in from_record(edition.tables) if (one.question, one.by) == ("kvall", "")]
    hidden = [cell.count is None for cell in table.total.cells]

    weighted = (edition.weighting or {})["questions"]["kvall"]["counts"]
    assert [count is None for count in weighted] == hidden


def test_approved_results_never_move(cast: Cast) -> None:
    survey = make_answered(cast.harnosand, 40, state=SurveyState.CLOSED)
    approve_results(cast.anna, survey=survey)
    add_answers(survey, 40)
    publish_results(date(2019, 12, 1))

    assert (survey.state, survey.editions.count()) == (SurveyState.FROZEN, 1)


def noisy(survey: Survey) -> list[int | None]:
    [table] = [
        one.table
        for one in from_record(survey.editions.get().tables)
        if (one.question, one.by) == ("kvall", "")
    ]
    return [cell.count for cell in table.total.cells]


def test_the_noise_is_the_surveys_own_and_the_same_when_counted_again(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    surveys = [make_answered(cast.harnosand, 400, slug=one, public_id=f"fixed-{one}") for one in "ab"]
    close_and_publish(DAY)
    first = [noisy(survey) for survey in surveys]
    ResultEdition.objects.all().delete()
    publish_results(DAY)

    assert first == [noisy(survey) for survey in surveys]
    assert (first[0] != first[1], first[0] != [80] * 5) == (True, True)


def test_another_secret_gives_other_noise(cast: Cast, monkeypatch: pytest.MonkeyPatch, settings: Any) -> None:
    monkeypatch.undo()
    survey = make_answered(cast.harnosand, 400, public_id="fixed-a")
    close_and_publish(DAY)
    first = noisy(survey)
    ResultEdition.objects.all().delete()
    settings.SECRET_KEY = "another"
    publish_results(DAY)

    assert noisy(survey) != first


def test_results_of_too_few_are_not_approved(cast: Cast) -> None:
    survey = make_answered(cast.harnosand, 19, state=SurveyState.CLOSED)
    with pytest.raises(WrongState, match="results_too_few"):
        approve_results(cast.anna, survey=survey)
    assert ResultEdition.objects.count() == 0


@pytest.mark.parametrize("number", [1, 3])
def test_publishing_asks_as_little_for_few_as_for_many(
    cast: Cast, number: int, django_assert_num_queries: object
) -> None:
    make_answered(cast.harnosand, 30, state=SurveyState.CLOSED)
    for one in range(number - 1):
        make_answered(cast.solleftea, 30, slug=f"nummer-{one}", state=SurveyState.CLOSED)
    with django_assert_num_queries(1 + number * 15):  # type: ignore[operator]
        publish_results(DAY)
