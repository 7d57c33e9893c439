"""Published results: when they move, what they hold, and that they never move again once approved."""

from datetime import date, timedelta
from secrets import token_bytes

import pytest

from handslag.domain.errors import WrongState
from handslag.domain.results import LABEL, from_record
from handslag.domain.surveys import Lane, SurveyState
from handslag.models.models import ResultEdition, Survey
from handslag.services.form_tokens import FormToken
from handslag.services.responses import hand_in
from handslag.services.results import approve_results, publish_results, set_population
from handslag.services.sending import Surroundings, send_response
from handslag.services.watch import Watch
from tests.answers import CLOSED, PEOPLE, add_answers, make_answered
from tests.cast import Cast
from tests.surveys import make_survey

pytestmark = pytest.mark.django_db

DAY = date(2019, 9, 2)


def shown(survey: Survey) -> list[tuple[date, int]]:
    return list(survey.editions.order_by("made_on").values_list("made_on", "answers"))


def test_nothing_is_published_below_twenty_answers(cast: Cast) -> None:
    survey = make_answered(cast.harnosand, 19)

    assert publish_results(DAY) == 0
    add_answers(survey, 1)
    assert publish_results(DAY) == 1


def test_tables_move_with_ten_new_answers_and_once_a_day(cast: Cast) -> None:
    survey = make_answered(cast.harnosand, 20)
    publish_results(DAY)
    add_answers(survey, 9)
    publish_results(DAY + timedelta(days=1))
    add_answers(survey, 1)
    publish_results(DAY)
    publish_results(DAY + timedelta(days=2))

    assert shown(survey) == [(DAY, 20), (DAY + timedelta(days=2), 30)]


def test_lanes_have_tables_of_their_own(cast: Cast) -> None:
    survey = make_answered(cast.harnosand, 20)
    add_answers(survey, 40, lane=Lane.OPEN_LINK)
    add_answers(survey, 19, lane=Lane.STAFF)
    publish_results(DAY)

    editions = {one.lane: from_record(one.tables)[0].table.total.answers for one in survey.editions.all()}
    assert editions == {Lane.CODE: 20, Lane.OPEN_LINK: 40}


def send(survey: Survey, number: int, *, ute: str, trap: str = "") -> None:
    """So many answers by the open link, each from a form that has been open for a minute."""
    for _ in range(number):
        form = FormToken(survey.public_id, token_bytes(16), age=60)
        handed = hand_in(survey.pk, survey.defined(), {"ute": ute}, Lane.OPEN_LINK, form)
        send_response(handed, survey.public_id, survey.defined(), Surroundings(trap=trap))


def test_what_people_said_stands_beside_what_a_script_made_of_it(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handslag.services.sending.watch", Watch())
    survey = make_survey(cast.harnosand)
    send(survey, 20, ute="ja")
    send(survey, 10, ute="nej")
    send(survey, 25, ute="nej", trap="http://example.org")
    publish_results(DAY)
    found = from_record(survey.editions.get().tables)
    [table] = [one.table for one in found if (one.question, one.by) == ("ute", LABEL)]
    without, only = ([cell.percent for cell in row.cells] for row in table.rows)

    assert [cell.percent for cell in table.total.cells] == [36, 64]
    assert (without, only) == ([67, 33], [0, 100])


def test_few_people_beside_a_script_are_not_shown(cast: Cast) -> None:
    survey = make_answered(cast.harnosand, 19, lane=Lane.OPEN_LINK)
    add_answers(survey, 100, lane=Lane.OPEN_LINK, batch="stuffed")
    assert publish_results(DAY) == 0
    add_answers(survey, 1, lane=Lane.OPEN_LINK)
    assert publish_results(DAY) == 1


def test_only_answers_with_a_code_are_weighted(cast: Cast) -> None:
    set_population(cast.anna, municipality=cast.harnosand, people=PEOPLE)
    survey = make_answered(cast.harnosand, 300)
    add_answers(survey, 300, lane=Lane.OPEN_LINK)
    publish_results(DAY)
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
    publish_results(DAY)
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


def test_after_the_close_tables_move_once(cast: Cast) -> None:
    survey = make_answered(cast.harnosand, 40)
    publish_results(DAY)
    add_answers(survey, 20)
    survey.state, survey.closed_at = SurveyState.CLOSED, CLOSED
    survey.save()
    publish_results(date(2019, 10, 1))
    add_answers(survey, 20)
    publish_results(date(2019, 10, 2))

    assert [answers for _, answers in shown(survey)] == [40, 60]


def test_results_of_too_few_are_not_approved(cast: Cast) -> None:
    survey = make_answered(cast.harnosand, 19, state=SurveyState.CLOSED)
    with pytest.raises(WrongState, match="results_too_few"):
        approve_results(cast.anna, survey=survey)
    assert ResultEdition.objects.count() == 0


@pytest.mark.parametrize("number", [1, 3])
def test_publishing_asks_as_little_for_few_as_for_many(
    cast: Cast, number: int, django_assert_num_queries: object
) -> None:
    make_answered(cast.harnosand, 30)
    for one in range(number - 1):
        make_answered(cast.solleftea, 30, slug=f"nummer-{one}")
    with django_assert_num_queries(1 + number * 15):  # type: ignore[operator]
        publish_results(DAY)
