"""Have you noticed it: counted once, nothing kept of anybody, shown when there are enough."""

from datetime import date, timedelta
from secrets import token_bytes
from typing import Any
from uuid import UUID

import pytest

from handslag import clock
from handslag.domain.errors import BadInput, WrongState
from handslag.domain.keeping.resident_checks import Noticed
from handslag.domain.listening.stuffing import Sign
from handslag.models.models import LogEntry, Promise, ResidentCheck, SentCheck
from handslag.services.keeping.check_answers import Counted, CountedToday, name_of, send_notice, take_notice
from handslag.services.keeping.resident_checks import publish_checks, set_resident_check
from handslag.services.listening.intake.form_tokens import FormToken, new_token, read_token
from handslag.services.listening.intake.handing_in import Surroundings
from handslag.services.listening.intake.labels import give
from handslag.services.listening.intake.noticing import Watch
from handslag.services.showing.reads.promise import promise_page
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


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch) -> Watch:
    """A watch that has noticed nothing yet."""
    watch = Watch()
    monkeypatch.setattr("handslag.services.keeping.check_answers.watch", watch)
    return watch


def send(promise: Promise, times: int, noticed: Noticed = Noticed.NO, age: int = 60, **seen: str) -> None:
    """So many answers as a page takes them, each from a form of its own."""
    for _ in range(times):
        form = FormToken(name_of(promise), token_bytes(16), age)
        around = Surroundings(**seen)
        send_notice(promise=promise, form=form, place="Ramvik", noticed=noticed, around=around)


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
        ResidentCheck: [
            *("id", "promise", "after_weeks", "ended_on", "counts"),
            *("left_out", "shown", "moves", "table", "shown_left_out", "shown_on"),
        ],
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


def test_figures_are_made_public_from_forty_by_half_as_many_and_day_by_day(promise: Promise) -> None:
    answer(promise, times=39)
    assert publish_checks(TODAY) == 0
    answer(promise)
    assert [publish_checks(TODAY), publish_checks(TODAY)] == [1, 0]
    answer(promise, times=19)
    assert publish_checks(TODAY + timedelta(days=1)) == 0
    answer(promise)
    assert publish_checks(TODAY + timedelta(days=1)) == 1
    assert ResidentCheck.objects.get().moves == {"Ramvik": 2, "Viksjö": 0}


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
    answer(promise, times=40)
    publish_checks(TODAY)
    set_resident_check(cast.anna, promise=promise, after_weeks=None)
    check = promise_page("harnosand", 1, on=TODAY).check
    assert check is not None
    assert check.table is not None
    assert (check.is_open, check.shown_on, check.table.is_public) == (False, TODAY, True)


@pytest.mark.parametrize(
    ("seen", "most"),
    [
        ({"age": 1}, 19),
        ({"trap": "http://example.org"}, 19),
        ({"address": "192.0.2.9"}, 60),
        ({}, 60),  # no proof of work
    ],
    ids=["too fast", "trapped", "a crowd", "without work"],
)
def test_three_hundred_answers_of_a_script_change_no_figure_and_are_said(
    promise: Promise, watched: Watch, seen: dict[str, Any], most: int
) -> None:
    answer(promise, noticed=Noticed.YES, times=31)
    answer(promise, noticed=Noticed.NO, times=9)
    send(promise, most, **seen)
    assert counts()["Ramvik"] == [31, 0, 9 + most, 0]
    send(promise, 300 - most, **seen)
    publish_checks(TODAY)
    check = promise_page("harnosand", 1, on=TODAY).check
    assert check is not None
    assert (counts()["Ramvik"], check.left_out) == ([31, 0, 9, 0], 300)


def test_thirty_people_behind_one_address_are_all_counted(promise: Promise, watched: Watch) -> None:
    send(promise, 30, address="192.0.2.9")
    assert counts()["Ramvik"] == [0, 0, 30, 0]


@pytest.mark.usefixtures("without_noise")
def test_a_script_that_was_counted_before_it_was_known_is_taken_out_again(
    promise: Promise, watched: Watch
) -> None:
    answer(promise, noticed=Noticed.YES, times=60)
    send(promise, 60, address="192.0.2.9")
    publish_checks(TODAY)
    send(promise, 1, address="192.0.2.9")
    publish_checks(TODAY + timedelta(days=1))
    check = promise_page("harnosand", 1, on=TODAY).check
    assert check is not None
    assert check.table is not None
    assert ([cell.count for cell in check.table.total.cells], check.left_out) == ([60, 0, 0, 0], 60)


def test_what_one_process_counted_it_takes_out_once_however_many_find_it(
    promise: Promise, watched: Watch
) -> None:
    send(promise, 19, age=0)
    seen = watched.notice(-promise.resident_check.pk, [Sign.QUICK])
    due = watched.remember(seen, UUID(int=1))
    assert due is not None
    for _ in range(2):
        give(due)
    assert (counts()["Ramvik"], ResidentCheck.objects.get().left_out) == ([0, 0, 0, 0], 19)


def test_a_form_sent_twice_by_a_page_is_noticed_once(promise: Promise, watched: Watch) -> None:
    same = FormToken(name_of(promise), token_bytes(16), 0)
    for _ in range(50):
        send_notice(promise=promise, form=same, place="Ramvik", noticed=Noticed.YES, around=Surroundings())
    assert (counts()["Ramvik"], ResidentCheck.objects.get().left_out) == ([1, 0, 0, 0], 0)


def test_what_is_kept_in_mind_goes_at_midnight(settings_on: Any) -> None:
    with settings_on(date(2019, 9, 2)):
        today = CountedToday()
        today.keep({UUID(int=1): Counted(1, "Ramvik", Noticed.NO)})
    with settings_on(date(2019, 9, 3)):
        assert today.take([UUID(int=1)]) == {}
