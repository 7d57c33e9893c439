"""Voices: kept as masked text, read by two before a quote, held when they may name somebody."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from handslag.domain.promises import Party
from handslag.domain.redaction import redact
from handslag.domain.voices import (
    Channel,
    SourceKind,
    VoiceKind,
    clean_words,
    may_keep_group,
    may_keep_place,
    must_be_held,
)
from handslag.models.models import Municipality, Place, Voice


@dataclass(frozen=True, slots=True)
class Source:
    """What voices were said in. `party` is set for what only that party's people may read."""

    municipality: Municipality
    channel: Channel
    kind: SourceKind
    public_id: str
    round_on: date  # the day of the round or meeting, never of the single answer
    party: Party | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """One text as it was handed in.

    `id` is 32 hexadecimal digits, random or a one-way function of a receipt code. `place` and `group` are
    kept only where so many share them that they tell nothing: `answers_there` is how many answers that
    place has, `people_in_group` how many of that group took part.
    """

    id: str
    text: str
    kind: VoiceKind = VoiceKind.OTHER
    question: str = ""
    place: Place | None = None
    answers_there: int = 0
    group: str = ""
    people_in_group: int = 0


def keep_voices(source: Source, texts: Iterable[Said]) -> list[Voice]:
    """Keep texts as voices, inside the transaction of whoever calls.

    - each is cleaned and masked before the first write; empty ones are left out
    - one that may name or accuse somebody is held for the named reader
    - one whose id is already kept is left as it is, so that a resend counts once

    Raises `BadInput("voice_too_long")`.
    """
    said = {one.id: one for one in texts if clean_words(one.text)}
    known = set(Voice.objects.filter(id__in=said).values_list("id", flat=True))
    return Voice.objects.bulk_create(_voice(source, said[key]) for key in said if key not in known)


def _voice(source: Source, said: Said) -> Voice:
    text = redact(clean_words(said.text))
    has_place = may_keep_place(source.channel, answers=said.answers_there)
    has_group = may_keep_group(source.channel, people=said.people_in_group)
    return Voice(
        id=said.id,
        municipality=source.municipality,
        channel=source.channel,
        source_kind=source.kind,
        source_id=source.public_id,
        question=said.question,
        round_on=source.round_on,
        kind=said.kind,
        place=said.place if has_place else None,
        group=said.group if has_group else "",
        party=source.party or "",
        text=text,
        is_held=must_be_held(text),
    )
