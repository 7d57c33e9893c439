"""Batches get their label when they are large enough; a class of thirty does not; midnight forgets."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from handslag.domain.listening.stuffing import Sign
from handslag.services.listening.intake.noticing import Label, Watch

pytestmark = pytest.mark.django_db
TEXT = "Jag vill ha bättre belysning vid stationen och fler poliser som går till fots på kvällen, nummer {}."


class Clock:
    """Seconds that a test moves."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def time() -> Clock:
    return Clock()


@pytest.fixture
def watch(time: Clock) -> Watch:
    return Watch(time)


def _send(watch: Watch, number: int, **seen: Any) -> list[Label | None]:
    return [watch.remember(watch.notice(1, **seen), uuid4()) for _ in range(number)]


def test_nineteen_get_no_label_and_the_twentieth_gives_all_of_them_one(watch: Watch) -> None:
    assert _send(watch, 19, signs=[Sign.QUICK]) == [None] * 19
    (label,) = _send(watch, 1, signs=[Sign.QUICK])
    assert label is not None
    assert (len(label.label), len(label.answers)) == (10, 20)
    assert watch.label_for(watch.notice(1, [Sign.QUICK])) == label.label
    assert watch.label_for(watch.notice(2, [Sign.QUICK])) == ""
    (late,) = _send(watch, 1, signs=[Sign.QUICK])
    assert late is not None
    assert (late.label, len(late.answers)) == (label.label, 1)


def test_a_class_of_thirty_behind_one_address_is_asked_for_work_and_gets_no_label(watch: Watch) -> None:
    over = []
    for _ in range(30):
        over.append(watch.is_over_budget(1, "192.0.2.200"))
        assert _send(watch, 1, address="192.0.2.9") == [None]
    assert over == [False] * 20 + [True] * 10
    assert watch.is_over_budget(1, "192.0.3.9") is False


def test_sixty_one_from_one_network_within_ten_minutes_get_a_label(watch: Watch) -> None:
    found = _send(watch, 61, address="192.0.2.9")
    assert [bool(label) for label in found] == [False] * 60 + [True]


def test_what_has_passed_is_not_counted(watch: Watch, time: Clock) -> None:
    _send(watch, 60, address="192.0.2.9")
    time.now = 601
    assert watch.is_over_budget(1, "192.0.2.9") is False
    assert _send(watch, 1, address="192.0.2.9") == [None]


def test_texts_that_are_much_alike_get_a_label(watch: Watch) -> None:
    found = [label for number in range(20) for label in _send(watch, 1, texts=[TEXT.format(number)])]
    assert [bool(label) for label in found] == [False] * 19 + [True]


def test_an_answer_in_two_batches_takes_nothing_away_from_either(watch: Watch) -> None:
    found = _send(watch, 40, address="192.0.2.9") + _send(watch, 21, address="192.0.2.9", signs=[Sign.QUICK])
    *_, by_quick, by_both = [label for label in found if label]
    assert (len(by_quick.answers), len(by_both.answers)) == (20, 61)
    assert by_quick.label == by_both.label


def test_midnight_forgets_everything(watch: Watch, settings_on: Any) -> None:
    _send(watch, 20, signs=[Sign.QUICK])
    with settings_on(date(2019, 9, 3)):
        assert watch.label_for(watch.notice(1, [Sign.QUICK])) == ""


def _guess(watch: Watch, number: int, address: str) -> list[bool]:
    """Whether each of so many wrong codes was looked at."""
    looked_at = []
    for _ in range(number):
        looked_at.append(watch.may_try_code(1, address))
        if looked_at[-1]:
            watch.count_guess(1, address)
    return looked_at


def test_who_guesses_codes_waits_and_others_do_not(watch: Watch, time: Clock) -> None:
    assert _guess(watch, 30, "192.0.2.9") == [True] * 10 + [False] * 20
    assert (watch.may_try_code(1, "192.0.3.9"), watch.may_try_code(2, "192.0.2.9")) == (True, True)
    time.now += 10
    assert _guess(watch, 3, "192.0.2.9") == [True, False, False]
    time.now += 601
    assert _guess(watch, 11, "192.0.2.9") == [True] * 10 + [False]


def test_guessing_from_many_networks_leaves_each_two_tries(watch: Watch) -> None:
    for network in range(50):
        assert _guess(watch, 2, f"10.0.{network}.1") == [True, True]
    assert _guess(watch, 3, "192.0.2.9") == [True, True, False]


def test_no_guess_ever_makes_a_batch(watch: Watch) -> None:
    _guess(watch, 200, "")
    assert watch.label_for(watch.notice(1, [Sign.GUESS])) == ""
