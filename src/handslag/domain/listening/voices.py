"""Voices (synpunkter): what one resident said, through which channel, and when it may be quoted.

The rules stand in docs/rules/voices.md. A voice is never linked to a survey answer or to a person, and
it keeps less the easier that would make it to guess who spoke.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum

from handslag.domain.characters import folded
from handslag.domain.errors import BadInput
from handslag.domain.listening.redaction import PersonalData, PersonalDataKind

LONGEST = 5_000  # characters of one voice
GROUP_AT_LEAST = 10  # people of a broad group before a voice keeps it
PLACE_AT_LEAST = 20  # answers from a place before a survey's voice keeps it
CHANNEL_AT_LEAST = 20  # answers by a way into a survey before its texts keep that they came by it
QUOTED_FROM = 20  # voices from one source before any of them is quoted in public
MANY_IN_AN_HOUR = 200  # voices read by one person; from there the others are told
READERS = 2  # different people who must say yes before a voice is quoted


class Channel(StrEnum):
    """How a voice reached us; kept apart in every result."""

    OPEN_LINK = "open_link"  # a survey anybody can open: no sample
    CODE = "code"  # a survey opened with a code from a letter, a library or a meeting
    STAFF_ENTERED = "staff_entered"  # a survey on paper, typed in
    SURVEY = "survey"  # a survey, by a way that so few took that it is not kept
    CARD = "card"  # a statement card at a dialogue
    STREET = "street"  # said in the street or at a shop door, written down by staff
    STAFF_DIALOGUE = "staff_dialogue"  # said by the party's own staff; internal
    WALK = "walk"  # a finding at a stop of a safety walk


class SourceKind(StrEnum):
    """What a voice was said in."""

    SURVEY = "survey"
    DIALOGUE = "dialogue"
    WALK_STOP = "walk_stop"


class VoiceKind(StrEnum):
    """What a voice is about, as the dialogues ask."""

    STRENGTH = "strength"  # what makes me feel safe
    IMPROVEMENT = "improvement"  # what should be better
    OTHER = "other"


class Verdict(StrEnum):
    """What one reader says of a voice."""

    MAY_BE_QUOTED = "may_be_quoted"
    NEVER = "never"


class VoiceState(StrEnum):
    """How far a voice has come."""

    RECEIVED = "received"
    HELD = "held"  # in quarantine: it may name or accuse somebody
    READ_BY_ONE = "read_by_one"
    MAY_BE_QUOTED = "may_be_quoted"
    NEVER_QUOTED = "never_quoted"


_SURVEY = {Channel.OPEN_LINK, Channel.CODE, Channel.STAFF_ENTERED, Channel.SURVEY}
_POINTS_AT_SOMEBODY = {PersonalDataKind.NAME, PersonalDataKind.POINTS_OUT, PersonalDataKind.ACCUSES}


def clean_words(text: str) -> str:
    """`text` with its characters folded, without empty lines in a row and blanks around it.

    Such characters could hide a personal number from the rules, or turn a page's text around.
    Raises `BadInput("voice_too_long")`.
    """
    words = re.sub(r"\n{3,}", "\n\n", folded(text)).strip()
    if len(words) > LONGEST:
        raise BadInput("voice_too_long", longest=LONGEST, length=len(words))
    return words


def points_at_somebody(finds: Iterable[PersonalData]) -> bool:
    """Whether a text of which `findings` gave `finds` may name, point out or accuse somebody.

    Such a text is held, so that one named person reads it first.
    """
    return any(found.kind in _POINTS_AT_SOMEBODY for found in finds)


def may_keep_group(channel: Channel, *, people: int) -> bool:
    """Whether a voice keeps its broad group, of which there were `people`. A survey's never does."""
    return channel not in _SURVEY and people >= GROUP_AT_LEAST


def may_keep_place(channel: Channel, *, answers: int) -> bool:
    """Whether a voice keeps its place. A survey's does when `answers` have come from there (trust: 20)."""
    return channel not in _SURVEY or answers >= PLACE_AT_LEAST


def too_few(numbers: Mapping[str, int]) -> frozenset[str]:
    """The ways into a survey whose texts may not say so, of `numbers` of answers by each; at its close.

    Those by which fewer than 20 answered, and with them the next smallest until 20 stand behind what does not
    say it: a text without a way would else be known to be of the only small one.
    """
    rising = sorted((number, way) for way, number in numbers.items() if number)
    if not rising or rising[0][0] >= CHANNEL_AT_LEAST:
        return frozenset()
    together = [
        way
        for place, (number, way) in enumerate(rising)
        if number < CHANNEL_AT_LEAST or sum(one for one, _ in rising[:place]) < CHANNEL_AT_LEAST
    ]
    return frozenset(together)


def voice_state(*, is_held: bool, verdicts: Collection[Verdict]) -> VoiceState:
    """How far a voice has come, from whether it is held and what its readers have said."""
    if Verdict.NEVER in verdicts:
        return VoiceState.NEVER_QUOTED
    if is_held:
        return VoiceState.HELD
    if len(verdicts) >= READERS:
        return VoiceState.MAY_BE_QUOTED
    return VoiceState.READ_BY_ONE if verdicts else VoiceState.RECEIVED
