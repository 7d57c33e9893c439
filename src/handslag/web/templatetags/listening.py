"""Filters for pages about dialogues and voices: `{% load listening %}`."""

from datetime import time

from django.template import Library

from handslag.domain.listening.dialogues import DialogueKind, Group, Outcome
from handslag.domain.listening.voices import Channel, VoiceKind, VoiceState
from handslag.services.listening.reads.dialogues import AnswerRow, DialogueRow
from handslag.web.words import listening_labels as labels

register = Library()
register.filter(labels.clock_word)
register.filter(labels.answer_state)
register.filter(labels.asked_until)
register.filter(labels.answers_so_far)
register.filter(labels.day_ahead)


@register.filter
def dialogue_kind(kind: str) -> str:
    """The word for a kind of dialogue."""
    return str(labels.DIALOGUE_KINDS[DialogueKind(kind)])


@register.filter
def group_word(group: str) -> str:
    """The word for a broad group; "" for none."""
    return str(labels.GROUPS[Group(group)]) if group else ""


@register.filter
def outcome_word(outcome: str) -> str:
    """What has become of a finding; "" when nobody has looked."""
    return str(labels.OUTCOMES[Outcome(outcome)]) if outcome else ""


@register.filter
def voice_kind(kind: str) -> str:
    """What a voice is about."""
    return str(labels.VOICE_KINDS[VoiceKind(kind)])


@register.filter
def channel_word(channel: str) -> str:
    """How a voice came in."""
    return str(labels.CHANNELS[Channel(channel)])


@register.filter
def state_word(state: str) -> str:
    """How far a voice has come."""
    return str(labels.VOICE_STATES[VoiceState(state)])


@register.filter
def hours(dialogue: DialogueRow | dict[str, time]) -> str:
    """From when to when; takes anything with `starts` and `ends`."""
    if isinstance(dialogue, dict):
        return labels.hours_word(dialogue["starts"], dialogue["ends"])
    return labels.hours_word(dialogue.starts, dialogue.ends)


@register.filter
def is_late(row: AnswerRow) -> bool:
    """Whether an answer came, or is, after the day that was promised."""
    return row.clock is not None and row.clock.days_late > 0
