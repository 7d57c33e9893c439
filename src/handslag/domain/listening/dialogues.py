"""Dialogues (medborgardialog): what a plan must hold, who came, and how long the answer takes."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from handslag.domain.errors import BadInput
from handslag.domain.listening.voices import Channel
from handslag.domain.people.parties import Party

LONGEST_DAYS = 366  # from a dialogue to its answer: a longer wait is a slip of the pen

LATEST_END = time(6)  # of a night; a later hour before the start is a slip of the pen


class DialogueKind(StrEnum):
    """How people are asked."""

    MEETING = "meeting"  # dialogmöte
    STREET = "street"  # samtal på gatan eller i butiksdörren
    WALK = "walk"  # trygghetsvandring
    STAFF = "staff"  # medarbetardialog: a party's own people, never public


class Group(StrEnum):
    """Broad groups that can be counted by looking, without asking anybody who they are."""

    CHILDREN = "children"  # under 18
    YOUNG = "young"  # 18 to 29
    ADULTS = "adults"  # 30 to 64
    OLDER = "older"  # 65 and over


class Stage(StrEnum):
    """How far a dialogue has come."""

    AHEAD = "ahead"
    TODAY = "today"  # its day, and nothing of it is written down yet
    HELD = "held"
    CALLED_OFF = "called_off"


class Outcome(StrEnum):
    """What a follow-up walk saw of an earlier finding."""

    FIXED = "fixed"
    PARTLY = "partly"
    NOT_FIXED = "not_fixed"


CHANNELS = {
    DialogueKind.MEETING: Channel.CARD,
    DialogueKind.STREET: Channel.STREET,
    DialogueKind.WALK: Channel.WALK,
    DialogueKind.STAFF: Channel.STAFF_DIALOGUE,
}


@dataclass(frozen=True, slots=True)
class AnswerClock:
    """How long residents have waited for an answer, or waited until it came."""

    days: int  # from the dialogue to the answer, or to today
    days_late: int  # of those, days after the day that was promised
    is_answered: bool


def stage_of(*, held_on: date, today: date, has_begun: bool, is_cancelled: bool) -> Stage:
    """How far a dialogue has come. `has_begun`: people were counted, a card was written or an answer given.

    On its day that decides, and not the hour: a meeting may end early or go on.
    """
    if is_cancelled:
        return Stage.CALLED_OFF
    if today > held_on or (today == held_on and has_begun):
        return Stage.HELD
    return Stage.TODAY if today == held_on else Stage.AHEAD


def check_came(came: int | None, by_group: Mapping[Group, int]) -> None:
    """Let a head count pass: all who came (None: not counted) and those of each group.

    Raises `BadInput` when the groups are more than all.
    """
    counted = sum(by_group.values())
    if came is not None and counted > came:
        raise BadInput("fewer_came_than_in_groups", field="came", came=came, counted=counted)


def answer_clock(*, held_on: date, due_on: date, answered_on: date | None, today: date) -> AnswerClock | None:
    """The clock of one promised answer; None until the dialogue has been held."""
    if today < held_on and answered_on is None:
        return None
    until = answered_on or today
    return AnswerClock(max((until - held_on).days, 0), max((until - due_on).days, 0), answered_on is not None)


def ends_next_day(starts: time, ends: time) -> bool:
    """Whether the end belongs to the day after: it comes in the small hours of an evening or a night."""
    return ends < starts and ends <= LATEST_END


def check_plan(
    *,
    kind: DialogueKind,
    held_on: date,
    starts: time,
    ends: time,
    answer_by: date,
    parties: Collection[Party],
    own: Party,
) -> None:
    """Let a plan pass. Raises `BadInput`: it ends before it starts, its answer is due before it is held or
    more than a year after, nobody holds it, or a staff dialogue is held by another party than one's own."""
    if ends <= starts and not ends_next_day(starts, ends):
        raise BadInput("dialogue_ends_before_start", field="ends")
    if not 0 <= (answer_by - held_on).days <= LONGEST_DAYS:
        raise BadInput("answer_day_not_possible", field="answer_by")
    if not parties:
        raise BadInput("dialogue_without_party", field="parties")
    if kind is DialogueKind.STAFF and tuple(parties) != (own,):
        raise BadInput("staff_dialogue_of_another_party", field="parties")
