"""Safety walks: the stops, what was found there and who takes care of it, and the walk that looks again."""

import secrets
from dataclasses import dataclass, replace
from datetime import date

from handslag import clock
from handslag.domain.errors import BadInput, WrongState
from handslag.domain.listening.dialogues import DialogueKind, Outcome
from handslag.domain.listening.redaction import refuse_personal_data
from handslag.domain.listening.voices import SourceKind, VoiceKind, clean_words
from handslag.domain.permissions import Action
from handslag.models.models import Dialogue, Place, User, WalkFinding, WalkStop
from handslag.services.access import require
from handslag.services.listening.dialogues import require_begun, source_of
from handslag.services.listening.voices import Said, keep_voices, mask
from handslag.services.log import record
from handslag.services.turns import in_turn


@dataclass(frozen=True, slots=True)
class Found:
    """What was seen at a stop, in words for everybody to read. An improvement has an `owner` (a role)."""

    text: str
    kind: VoiceKind
    owner: str = ""
    due_on: date | None = None


@in_turn
def add_stop(actor: User, *, dialogue: Dialogue, name: str, place: Place | None = None) -> WalkStop:
    """Add a stop after the others; also before the walk, to plan the way.

    - the same as the last one is that one, sent twice

    Raises `BadInput("personal_data")`, `WrongState` for another kind of dialogue or one called off.
    """
    require(actor, dialogue.municipality, Action.HOLD_DIALOGUE)
    _require_walk(dialogue)
    refuse_personal_data(name=name)
    last = dialogue.stops.order_by("-number").first()
    if last is not None and (last.name, last.place) == (name, place):
        return last
    number = last.number + 1 if last else 1
    stop = WalkStop.objects.create(dialogue=dialogue, number=number, name=name, place=place)
    _log("add_stop", actor, dialogue)
    return stop


@in_turn
def record_finding(actor: User, *, stop: WalkStop, found: Found) -> WalkFinding:
    """Write down what was found at a stop.

    - it is a voice like all others; its words and owner stand on the walk's public page
    - one that may name somebody is held first
    - the same as the last one there is that one, sent twice

    Raises `BadInput`: personal data, an improvement without owner; `WrongState` before the walk.
    """
    require_begun(actor, stop.dialogue)
    refuse_personal_data(text=found.text, owner=found.owner)
    if not clean_words(found.text):
        raise BadInput("finding_without_words", field="text")
    if found.kind is VoiceKind.IMPROVEMENT and not found.owner.strip():
        raise BadInput("finding_without_owner", field="owner")
    if same := _written_before(stop, found):
        return same
    source = replace(source_of(stop.dialogue), kind=SourceKind.WALK_STOP, public_id=stop.public_id)
    said = Said(secrets.token_hex(16), found.text, found.kind, place=stop.place)
    (voice,) = keep_voices(source, [said])
    finding = WalkFinding.objects.create(stop=stop, voice=voice, owner=found.owner, due_on=found.due_on)
    _log("record_finding", actor, stop.dialogue)
    return finding


@in_turn
def follow_up_finding(actor: User, *, walk: Dialogue, finding: WalkFinding, outcome: Outcome) -> WalkFinding:
    """Say at a follow-up walk what has become of a finding of the walk it follows.

    - the public page of both walks says so, with the day

    Raises `WrongState` when `walk` follows another walk, before it, or when it is called off.
    """
    require_begun(actor, walk)
    if walk.follows_id != finding.stop.dialogue_id:
        raise WrongState("follows_another_walk")
    finding.outcome, finding.seen_on = outcome, clock.today()
    finding.save(update_fields=["outcome", "seen_on"])
    _log("follow_up_finding", actor, walk)
    return finding


def _written_before(stop: WalkStop, found: Found) -> WalkFinding | None:
    """The last finding of a stop, when it says the same."""
    last = stop.findings.select_related("voice").order_by("pk").last()
    kept = mask(Said("", found.text))
    if last is None or kept is None:
        return None
    told = (last.voice.text, last.voice.kind, last.owner, last.due_on)
    return last if told == (kept.text, found.kind, found.owner, found.due_on) else None


def _require_walk(dialogue: Dialogue) -> None:
    if dialogue.kind != DialogueKind.WALK:
        raise WrongState("not_a_walk")
    if dialogue.cancelled_at is not None:
        raise WrongState("dialogue_cancelled")


def _log(verb: str, actor: User, dialogue: Dialogue) -> None:
    record(
        verb, actor=actor, municipality=dialogue.municipality, kind="dialogue", object_id=dialogue.public_id
    )
