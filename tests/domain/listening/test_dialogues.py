from datetime import date, time, timedelta
from typing import Any

import pytest

from handslag.domain.errors import BadInput
from handslag.domain.listening.dialogues import (
    AnswerClock,
    DialogueKind,
    Stage,
    answer_clock,
    check_plan,
    ends_next_day,
    stage_of,
)
from handslag.domain.people.parties import Party

HELD, DUE = date(2018, 10, 9), date(2018, 12, 4)
BOTH = (Party.POLICE, Party.MUNICIPALITY)


@pytest.mark.parametrize(
    ("answered_on", "today", "clock"),
    [
        (None, date(2018, 10, 8), None),
        (None, date(2018, 10, 9), AnswerClock(0, 0, False)),
        (None, date(2018, 12, 4), AnswerClock(56, 0, False)),
        (None, date(2018, 12, 6), AnswerClock(58, 2, False)),
        (date(2018, 12, 4), date(2019, 9, 2), AnswerClock(56, 0, True)),
        (date(2018, 12, 5), date(2019, 9, 2), AnswerClock(57, 1, True)),
    ],
)
def test_the_clock_counts_from_the_dialogue_to_the_answer(
    answered_on: date | None, today: date, clock: AnswerClock | None
) -> None:
    assert answer_clock(held_on=HELD, due_on=DUE, answered_on=answered_on, today=today) == clock


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"ends": time(18)}, "dialogue_ends_before_start"),
        ({"ends": time(8)}, "dialogue_ends_before_start"),
        ({"starts": time(4), "ends": time(4)}, "dialogue_ends_before_start"),
        ({"answer_by": date(2018, 10, 8)}, "answer_day_not_possible"),
        ({"answer_by": date(2019, 10, 11)}, "answer_day_not_possible"),
        ({"parties": ()}, "dialogue_without_party"),
        ({"kind": DialogueKind.STAFF}, "staff_dialogue_of_another_party"),
        ({"kind": DialogueKind.STAFF, "parties": (Party.POLICE,)}, "staff_dialogue_of_another_party"),
    ],
)
def test_a_plan_that_cannot_be_is_refused(change: dict[str, Any], code: str) -> None:
    plan: dict[str, Any] = {
        "kind": DialogueKind.MEETING,
        "held_on": HELD,
        "starts": time(18),
        "ends": time(20),
        "answer_by": DUE,
        "parties": BOTH,
        "own": Party.MUNICIPALITY,
    }
    check_plan(**plan)
    with pytest.raises(BadInput) as caught:
        check_plan(**plan | change)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("starts", "ends", "is_next_day"),
    [
        (time(20), time(0, 30), True),
        (time(22), time(0), True),
        (time(23), time(4), True),
        (time(0, 30), time(2), False),
        (time(18), time(20), False),
        (time(18), time(8), False),
    ],
)
def test_the_small_hours_belong_to_the_next_day(starts: time, ends: time, is_next_day: bool) -> None:
    assert ends_next_day(starts, ends) is is_next_day


@pytest.mark.parametrize(
    ("day", "has_begun", "is_cancelled", "stage"),
    [
        (1, False, False, Stage.AHEAD),
        (0, False, False, Stage.TODAY),
        (0, True, False, Stage.HELD),
        (-1, False, False, Stage.HELD),
        (1, True, False, Stage.AHEAD),
        (0, True, True, Stage.CALLED_OFF),
    ],
)
def test_on_its_day_a_dialogue_is_held_once_something_of_it_is_written(
    day: int, has_begun: bool, is_cancelled: bool, stage: Stage
) -> None:
    held_on = date(2019, 9, 2) + timedelta(days=day)
    today = date(2019, 9, 2)
    found = stage_of(held_on=held_on, today=today, has_begun=has_begun, is_cancelled=is_cancelled)
    assert found is stage
