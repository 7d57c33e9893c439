"""Have you noticed it: counted once, nothing kept of anybody, shown when there are enough."""

from datetime import date, timedelta

import pytest

from handslag import clock
from handslag.domain.errors import BadInput, WrongState
from handslag.domain.resident_checks import Noticed
from handslag.models.models import LogEntry, Promise, ResidentCheck, SentCheck
from handslag.services.form_tokens import FormToken, new_token, read_token
from handslag.services.queries.public import promise_page
from handslag.services.resident_checks import publish_checks, set_resident_check, take_notice
from tests.cast import Cast
from tests.conftest import TODAY
from tests.make import make_promise, withdraw


@pytest.fixture
def promise(cast: Cast) -> Promise:
    """In force since 5 April 2019 in two places; residents have been asked since 28 June."""
    promise = make_promise(cast.harnosand, places=["Ramvik", "Viksjö"])
    set_resident_check(cast.anna, promise=promise, after_weeks=12)
    return promise


def form() -> FormToken:
    return read_token("check", new_token("check"))


def answer(promise: Promise, place: str = "Ramvik", noticed: Noticed = Noticed.YES, times: int = 1) -> None:
    for _ in range(times):
        take_notice(promise=promise, form=form(), place=place, noticed=noticed)


def counts() -> dict[str, list[int]]:
    stored = ResidentCheck.objects.get().counts
    return {place: [row[answer] for answer in Noticed] for place, row in stored.items()}


def test_an_answer_is_a_number_one_higher(promise: Promise) -> None:
    answer(promise, noticed=Noticed.PARTLY)
    assert counts() == {"Ramvik": [0, 1, 0, 0], "Viksjö": [0, 0, 0, 0]}


def test_a_form_sent_twice_counts_once(promise: Promise) -> None:
    same = form()
    for _ in range(2):
        take_notice(promise=promise, form=same, place="Ramvik", noticed=Noticed.YES)
    assert counts()["Ramvik"] == [1, 0, 0, 0]


def test_what_is_kept_has_no_column_for_a_time_or_a_person(promise: Promise) -> None:
    columns = {table: [field.name for field in table._meta.fields] for table in (ResidentCheck, SentCheck)}
    assert columns == {
        ResidentCheck: ["id", "promise", "after_weeks", "ended_on", "counts", "shown", "shown_on"],
        SentCheck: ["id", "check_of"],
    }
    before = LogEntry.objects.count()
    answer(promise)
    assert LogEntry.objects.count() == before


@pytest.mark.parametrize("place", ["Nyland", ""])
def test_a_place_the_promise_does_not_name_is_refused(promise: Promise, place: str) -> None:
    with pytest.raises(BadInput, match="check_unknown_place"):
        answer(promise, place=place)
    assert SentCheck.objects.count() == 0


def test_nothing_is_taken_before_it_opens_after_it_is_ended_or_of_a_withdrawn_promise(
    cast: Cast, promise: Promise
) -> None:
    for weeks in (30, None):
        set_resident_check(cast.anna, promise=promise, after_weeks=weeks)
        with pytest.raises(WrongState, match="check_not_open"):
            answer(promise)
    set_resident_check(cast.anna, promise=promise, after_weeks=12)
    withdraw(promise, TODAY)
    with pytest.raises(WrongState, match="check_not_open"):
        answer(promise)
    assert ResidentCheck.objects.get().counts == {}


def test_figures_are_made_public_by_ten_and_day_by_day(promise: Promise) -> None:
    answer(promise, times=19)
    assert publish_checks(TODAY) == 0
    answer(promise)
    assert [publish_checks(TODAY), publish_checks(TODAY)] == [1, 0]
    answer(promise, times=9)
    assert publish_checks(TODAY + timedelta(days=1)) == 0
    answer(promise)
    assert publish_checks(TODAY + timedelta(days=1)) == 1


def test_the_marks_of_forms_go_when_it_is_over(cast: Cast, promise: Promise) -> None:
    answer(promise)
    publish_checks(TODAY)
    assert SentCheck.objects.count() == 1
    set_resident_check(cast.anna, promise=promise, after_weeks=None)
    publish_checks(TODAY + timedelta(days=1))
    assert SentCheck.objects.count() == 0
    assert counts()["Ramvik"] == [1, 0, 0, 0]


def test_a_promise_shows_its_check_from_the_day_it_opens(cast: Cast) -> None:
    promise = make_promise(cast.harnosand, valid_from=date(2019, 6, 10))
    shown = []
    for weeks in (13, 12):
        set_resident_check(cast.anna, promise=promise, after_weeks=weeks)
        shown.append(promise_page("harnosand", 1, on=clock.today()).check is not None)
    assert shown == [False, True]


def test_what_was_shown_stays_when_it_is_over(cast: Cast, promise: Promise) -> None:
    answer(promise, times=20)
    publish_checks(TODAY)
    set_resident_check(cast.anna, promise=promise, after_weeks=None)
    check = promise_page("harnosand", 1, on=TODAY).check
    assert check is not None
    assert check.table is not None
    assert (check.is_open, check.shown_on, check.table.is_public) == (False, TODAY, True)
