"""Work of several parties: what is confirmed counts, what is unanswered counts, what is denied does not."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pytest
from pytest_django import DjangoAssertNumQueries

from handslag import clock
from handslag.domain.errors import BadInput, WrongState
from handslag.domain.keeping.activities import ActivityStatus
from handslag.domain.people.parties import Party
from handslag.models.models import Activity, PartyAnswer, Promise
from handslag.services.judging.reads.standings import standings
from handslag.services.keeping.activities import Entry, correct_activity, log_activity
from handslag.services.keeping.joint_work import confirm_part, deny_part
from handslag.services.keeping.reads import activities as desk
from handslag.services.showing.bundles import promise_bundle
from tests.cast import Cast
from tests.make import make_activity, make_promise

TOGETHER = {"party": Party.POLICE, "others": (Party.MUNICIPALITY,)}


def entry(promise: Promise, **fields: object) -> Entry:
    known = {"promises": (promise,), "done_on": date(2019, 6, 14)} | TOGETHER
    return Entry(**(known | fields))  # type: ignore[arg-type]


@pytest.fixture
def activity(cast: Cast) -> Activity:
    """Logged by Bo of the police, who says that the municipality took part."""
    return log_activity(cast.bo, municipality=cast.harnosand, entry=entry(make_promise(cast.harnosand)))


def done(cast: Cast) -> Decimal:
    return standings(cast.harnosand, on=clock.today())[0].assessment.cells[0].done


def test_what_nobody_has_confirmed_counts(cast: Cast, activity: Activity) -> None:
    assert done(cast) == 1


def test_what_is_confirmed_counts(cast: Cast, activity: Activity) -> None:
    confirm_part(cast.anna, activity=activity)
    assert done(cast) == 1


def test_what_is_denied_does_not_count_until_the_party_says_otherwise(cast: Cast, activity: Activity) -> None:
    deny_part(cast.anna, activity=activity, reason="Vi var på ett annat möte.")
    assert done(cast) == 0
    confirm_part(cast.anna, activity=activity)
    assert done(cast) == 1
    assert [row.took_part for row in PartyAnswer.objects.all()] == [False, True]


def test_a_double_tap_is_one_answer(cast: Cast, activity: Activity) -> None:
    assert confirm_part(cast.anna, activity=activity) == confirm_part(cast.anna, activity=activity)
    assert PartyAnswer.objects.count() == 1


def test_nobody_confirms_their_own_words(cast: Cast, activity: Activity) -> None:
    with pytest.raises(WrongState, match="party_not_asked"):
        confirm_part(cast.bo, activity=activity)


def test_a_plan_waits_for_no_confirmation(cast: Cast) -> None:
    plan = entry(make_promise(cast.harnosand), status=ActivityStatus.PLANNED, done_on=date(2019, 10, 1))
    activity = log_activity(cast.bo, municipality=cast.harnosand, entry=plan)
    with pytest.raises(WrongState, match="party_not_asked"):
        confirm_part(cast.anna, activity=activity)


def test_a_no_names_no_person(cast: Cast, activity: Activity) -> None:
    with pytest.raises(BadInput, match="personal_data"):
        deny_part(cast.anna, activity=activity, reason="Ring 070-174 06 05.")


def test_a_correction_is_confirmed_anew(cast: Cast, activity: Activity) -> None:
    confirm_part(cast.anna, activity=activity)
    again = replace(entry(activity.promises.get()), done_on=date(2019, 6, 15))
    corrected = correct_activity(cast.bo, activity=activity, entry=again, reason="Fel dag.")
    assert [row.public_id for row in desk.waiting_answers(cast.anna, cast.harnosand)] == [corrected.public_id]
    with pytest.raises(WrongState, match="answer_to_earlier_activity"):
        confirm_part(cast.anna, activity=activity)


def test_a_correction_does_not_correct_a_no_away(cast: Cast, activity: Activity) -> None:
    deny_part(cast.anna, activity=activity, reason="Vi var på ett annat möte.")
    again = entry(activity.promises.get(), note="Kvällen vid skolan.")
    corrected = correct_activity(cast.bo, activity=activity, entry=again, reason="Fler ord.")
    assert done(cast) == 0
    alone = replace(again, others=())
    correct_activity(cast.bo, activity=corrected, entry=alone, reason="Kommunen var inte med.")
    assert done(cast) == 1


def test_the_other_party_that_corrects_stands_for_it_and_asks(cast: Cast, activity: Activity) -> None:
    again = replace(entry(activity.promises.get()), done_on=date(2019, 6, 15))
    corrected = correct_activity(cast.anna, activity=activity, entry=again, reason="Fel dag.")
    assert (corrected.party, *corrected.others) == (Party.MUNICIPALITY, Party.POLICE)


def test_the_bundle_tells_what_waits_and_what_is_denied(cast: Cast, activity: Activity) -> None:
    def rows() -> list[str]:
        bundle = promise_bundle(cast.harnosand, 1, on=clock.today())
        return ZipFile(BytesIO(bundle)).read("activities.csv").decode().splitlines()[1:]

    promise = activity.promises.get().public_id
    assert rows() == [f"{promise},2019-06-14,,1,done,,police,municipality,municipality"]
    deny_part(cast.anna, activity=activity, reason="Vi var på ett annat möte.")
    assert rows() == [f"{promise},2019-06-14,,1,denied,,police,municipality,"]


@pytest.mark.parametrize("number", [1, 3])
def test_what_waits_for_a_party_costs_the_same_however_much_there_is(
    number: int, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(number):
        make_activity(make_promise(cast.harnosand), others=[Party.MUNICIPALITY])
    make_activity(make_promise(cast.harnosand), others=[Party.RESCUE_SERVICE])
    with django_assert_num_queries(5):
        assert len(desk.waiting_answers(cast.anna, cast.harnosand)) == number
    with django_assert_num_queries(8):
        standings(cast.harnosand, on=clock.today())
