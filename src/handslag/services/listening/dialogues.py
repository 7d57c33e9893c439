"""Dialogues: planned, held, their cards entered, and the answers that residents were promised."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time

from handslag import clock
from handslag.domain.errors import BadInput, WrongState
from handslag.domain.listening.dialogues import CHANNELS, DialogueKind, Group, check_came, check_plan
from handslag.domain.listening.redaction import refuse_personal_data
from handslag.domain.listening.voices import SourceKind, VoiceKind
from handslag.domain.people.parties import Party
from handslag.domain.permissions import Action
from handslag.models.models import Dialogue, HeadCount, Municipality, OwedAnswer, Place, User, Voice
from handslag.services.access import membership_in, require, require_party
from handslag.services.listening.reads.dialogues import FIRST, has_begun
from handslag.services.listening.voices import Said, Source, keep_voices
from handslag.services.log import record
from handslag.services.shown import Shown, marks_of, refuse_unseen
from handslag.services.turns import in_turn

MOST_CARDS = 500  # at once: a full evening in a school hall, many times over


@dataclass(frozen=True, slots=True)
class Plan:
    """What is decided before a dialogue. `answer_role` answers to all of it no later than `answer_by`."""

    kind: DialogueKind
    name: str
    purpose: str
    influence: str
    venue: str
    held_on: date
    starts: time
    ends: time
    hosts: tuple[str, ...]
    parties: tuple[Party, ...]
    answer_by: date
    answer_role: str
    target_group: str = ""
    access_needs: str = ""
    follows: Dialogue | None = None
    place: Place | None = None  # None: it is about the whole municipality


@dataclass(frozen=True, slots=True)
class Card:
    """One statement, which is one voice. `id` is 32 hexadecimal digits made where the card was written."""

    id: str
    text: str
    kind: VoiceKind
    place: Place | None = None
    group: Group | None = None


@in_turn
def plan_dialogue(actor: User, *, municipality: Municipality, plan: Plan) -> Dialogue:
    """Plan a dialogue.

    - one with residents has a public page at once; a staff dialogue is seen by its own party only
    - the answer to it is owed from now on, by a role and a day
    - one about a place stands on the page of that place
    - the same planned twice stands once

    Raises `BadInput`: as `check_plan`, personal data, a walk that follows something else, a place of another
    municipality.
    """
    require(actor, municipality, Action.PLAN_DIALOGUE)
    dialogue = Dialogue(municipality=municipality)
    _set_plan(dialogue, plan, Party(membership_in(actor, municipality).party))
    if same := _planned_before(dialogue):
        return same
    dialogue.save()
    OwedAnswer.objects.create(dialogue=dialogue, role=plan.answer_role, due_on=plan.answer_by)
    _log("plan_dialogue", actor, dialogue)
    return dialogue


@in_turn
def change_dialogue(actor: User, *, dialogue: Dialogue, plan: Plan) -> Dialogue:
    """Change the plan of a dialogue, at the latest on its day. Its kind stays as it is.

    - the public page and the calendar file say the new plan

    Raises `WrongState` when its day is over or it is called off; `BadInput` as `plan_dialogue`, for another
    day when it has begun, and for another answer than the one that is given.
    """
    _require(actor, dialogue, Action.PLAN_DIALOGUE)
    if dialogue.held_on < clock.today():
        raise WrongState("dialogue_over")
    if plan.held_on != dialogue.held_on and has_begun(dialogue):
        raise BadInput("dialogue_has_begun", field="held_on")
    first = dialogue.answers.get(what=FIRST)
    if first.answered_on and (plan.answer_role, plan.answer_by) != (first.role, first.due_on):
        raise BadInput("answer_is_given", field="answer_by")
    own = Party(membership_in(actor, dialogue.municipality).party)
    _set_plan(dialogue, replace(plan, kind=DialogueKind(dialogue.kind)), own)
    dialogue.save()
    dialogue.answers.filter(what=FIRST).update(role=plan.answer_role, due_on=plan.answer_by)
    _log("change_dialogue", actor, dialogue)
    return dialogue


@in_turn
def cancel_dialogue(actor: User, *, dialogue: Dialogue, reason: str) -> Dialogue:
    """Call off a dialogue.

    - its page stays and says why; nobody is owed an answer

    Raises `BadInput` without a reason, `WrongState` when it has been held, has begun or is called off.
    """
    _require(actor, dialogue, Action.PLAN_DIALOGUE)
    if not reason.strip():
        raise BadInput("cancel_without_reason", field="reason")
    if dialogue.held_on < clock.today() or has_begun(dialogue):
        raise WrongState("dialogue_over")
    refuse_personal_data(reason=reason)
    dialogue.cancelled_at, dialogue.cancel_reason = clock.now(), reason
    dialogue.save(update_fields=["cancelled_at", "cancel_reason"])
    _log("cancel_dialogue", actor, dialogue)
    return dialogue


@in_turn
def count_heads(
    actor: User, *, dialogue: Dialogue, counts: Mapping[Group, int], came: int | None = None
) -> None:
    """Say how many came, in all and of each broad group; what is left out was not counted.

    - replaces what was said before
    - published only where there are enough of them

    Raises `BadInput` as `check_came`, `WrongState` before the dialogue, or when it is called off.
    """
    require_begun(actor, dialogue)
    check_came(came, counts)
    dialogue.came = came
    dialogue.save(update_fields=["came"])
    dialogue.heads.all().delete()
    HeadCount.objects.bulk_create(
        HeadCount(dialogue=dialogue, group=group, count=count) for group, count in counts.items()
    )
    _log("count_heads", actor, dialogue)


@in_turn
def enter_cards(actor: User, *, dialogue: Dialogue, cards: Sequence[Card]) -> int:
    """Keep statement cards as voices; gives how many were new.

    - masked before they are stored; one that may name somebody is held
    - a card that was sent before counts once
    - the group is kept only where at least ten of it were counted

    Raises `BadInput`: too many at once, too long; `WrongState` before the dialogue, or when it is called off.
    """
    require_begun(actor, dialogue)
    if len(cards) > MOST_CARDS:
        raise BadInput("too_many_cards", cards=len(cards), most=MOST_CARDS)
    people = dict(dialogue.heads.values_list("group", "count"))
    said = [
        Said(
            card.id,
            card.text,
            card.kind,
            place=card.place,
            group=card.group or "",
            people_in_group=people.get(card.group or "", 0),
        )
        for card in cards
    ]
    kept = keep_voices(source_of(dialogue), said)
    if kept:
        _log("enter_cards", actor, dialogue, cards=len(kept))
    return len(kept)


@in_turn
def owe_answer(actor: User, *, dialogue: Dialogue, what: str, role: str, due_on: date) -> OwedAnswer:
    """Promise residents an answer to something they asked.

    - the public page counts the days until it is published
    - the same promised twice is owed once

    Raises `BadInput`: personal data, a day before the dialogue; `WrongState` as `count_heads`.
    """
    require_begun(actor, dialogue)
    refuse_personal_data(what=what, role=role)
    if due_on < dialogue.held_on:
        raise BadInput("answer_day_not_possible", field="due_on")
    owed, is_new = OwedAnswer.objects.get_or_create(dialogue=dialogue, what=what, role=role, due_on=due_on)
    if is_new:
        _log("owe_answer", actor, dialogue)
    return owed


@in_turn
def publish_answer(
    actor: User, *, owed: OwedAnswer, answer: str, seen: Sequence[str] | None = None
) -> OwedAnswer:
    """Answer residents.

    - the answer stands on the public page with the days it took; it cannot be taken back

    `seen`: what `asked_of` gave when the page was opened. Raises `BadInput`: an empty answer, personal data,
    something that was asked or said meanwhile; `WrongState` when it is answered already.
    """
    require_begun(actor, owed.dialogue, Action.ANSWER_DIALOGUE)
    if not answer.strip():
        raise BadInput("answer_empty", field="answer")
    if owed.answered_on is not None:
        raise WrongState("already_answered", answer=owed.answer)
    refuse_personal_data(answer=answer)
    refuse_unseen(seen, _asked(owed))
    owed.answer, owed.answered_on = answer, clock.today()
    owed.save(update_fields=["answer", "answered_on"])
    _log("publish_answer", actor, owed.dialogue)
    return owed


def asked_of(owed: OwedAnswer) -> tuple[str, ...]:
    """What is answered, as marks: the question, of which dialogue, and how much was said there."""
    return marks_of(_asked(owed))


def _asked(owed: OwedAnswer) -> list[Shown]:
    dialogue = owed.dialogue
    said = Voice.objects.filter(municipality=dialogue.municipality, source_id=dialogue.public_id).count()
    plan = (dialogue.name, dialogue.purpose, dialogue.influence, dialogue.held_on, owed.role, owed.due_on)
    return [
        Shown("asked_changed", {"what": owed.what or dialogue.name}, plan),
        Shown("cards_came_meanwhile", {"cards": said}),
    ]


def source_of(dialogue: Dialogue) -> Source:
    """What voices of a dialogue say they come from."""
    return Source(
        dialogue.municipality,
        CHANNELS[DialogueKind(dialogue.kind)],
        SourceKind.DIALOGUE,
        dialogue.public_id,
        dialogue.held_on,
        Party(dialogue.party) if dialogue.party else None,
    )


def require_begun(user: User, dialogue: Dialogue, action: Action = Action.HOLD_DIALOGUE) -> None:
    """Let what happens at or after a dialogue pass. Raises as `require`, and `WrongState`."""
    _require(user, dialogue, action)
    if clock.today() < dialogue.held_on:
        raise WrongState("dialogue_not_begun", day=dialogue.held_on)


def _require(user: User, dialogue: Dialogue, action: Action) -> None:
    require(user, dialogue.municipality, action)
    require_party(user, dialogue.municipality, dialogue.party)
    if dialogue.cancelled_at is not None:
        raise WrongState("dialogue_cancelled")


def _set_plan(dialogue: Dialogue, plan: Plan, own: Party) -> None:
    check_plan(
        kind=plan.kind,
        held_on=plan.held_on,
        starts=plan.starts,
        ends=plan.ends,
        answer_by=plan.answer_by,
        parties=plan.parties,
        own=own,
    )
    if plan.follows and {plan.kind, plan.follows.kind} != {DialogueKind.WALK}:
        raise BadInput("follows_no_walk", field="follows")
    if plan.place and plan.place.municipality_id != dialogue.municipality_id:
        raise BadInput("unknown_place_or_promise", field="place")
    texts = ("name", "purpose", "influence", "venue", "target_group", "access_needs", "answer_role")
    refuse_personal_data(**{name: getattr(plan, name) for name in texts}, hosts="\n".join(plan.hosts))
    for name in ("kind", "held_on", "starts", "ends", "follows", "place", *texts[:-1]):
        setattr(dialogue, name, getattr(plan, name))
    dialogue.hosts, dialogue.parties = list(plan.hosts), list(plan.parties)
    dialogue.party = own if plan.kind is DialogueKind.STAFF else ""


def _planned_before(dialogue: Dialogue) -> Dialogue | None:
    """A dialogue of the same name, day and place that has not been called off."""
    names = ("municipality", "kind", "name", "venue", "held_on", "starts", "ends", "party")
    told = {name: getattr(dialogue, name) for name in names}
    return Dialogue.objects.filter(cancelled_at=None, **told).first()


def _log(verb: str, actor: User, dialogue: Dialogue, **params: object) -> None:
    record(
        verb,
        actor=actor,
        municipality=dialogue.municipality,
        kind="dialogue",
        object_id=dialogue.public_id,
        **params,
    )
