"""Voices: kept as masked text, read by two before a quote, held when they may name somebody."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from handslag.domain.errors import BadInput, NotFound, WrongState
from handslag.domain.listening.redaction import findings
from handslag.domain.listening.redaction import masked as without
from handslag.domain.listening.voices import (
    Channel,
    SourceKind,
    Verdict,
    VoiceKind,
    clean_words,
    may_keep_group,
    may_keep_place,
    points_at_somebody,
)
from handslag.domain.people.parties import Party
from handslag.domain.permissions import Action
from handslag.models.models import HeldReader, Membership, Municipality, Place, User, Voice, VoiceReview
from handslag.models.word_keys import sealed
from handslag.services.access import membership_in, require, require_reader
from handslag.services.listening.bare_insert import insert_new
from handslag.services.listening.erased import erase_voices, leave_out_erased
from handslag.services.listening.reading_alarm import tell_of_reading
from handslag.services.listening.reads.voices import VoiceFilter, VoicePage, VoiceRow, voice_page, voice_row
from handslag.services.log import record
from handslag.services.turns import in_turn


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
    """One text as it was handed in; `mask` makes of it what is kept.

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


@dataclass(frozen=True, slots=True)
class Masked:
    """One text as it is kept: without what is certainly personal data; held when it may name somebody."""

    said: Said
    text: str
    is_held: bool


def keep_voices(source: Source, texts: Iterable[Said]) -> list[Voice]:
    """Keep texts as voices, inside the transaction of whoever calls.

    - each is cleaned and masked before the first write; empty ones are left out
    - one that may name or accuse somebody is held for the named reader
    - one whose id is already kept is left as it is, so that a resend counts once

    Raises `BadInput("voice_too_long")`.
    """
    rows = {one.id: voice_of(source, found) for one in texts if (found := mask(one))}
    return list(Voice.objects.filter(id__in=insert_new(Voice, sealed_rows(rows.values()))))


def mask(said: Said) -> Masked | None:
    """The text as it is kept; None when nothing is written. Raises `BadInput("voice_too_long")`."""
    if not (words := clean_words(said.text)):
        return None
    finds = findings(words)
    return Masked(said, without(words, finds), points_at_somebody(finds))


@in_turn
def read_voices(actor: User, *, municipality: Municipality, choice: VoiceFilter) -> VoicePage:
    """One page of the voices that somebody may read.

    - the log says that they were read, and how many; the others are told when those are very many
    """
    require(actor, municipality, Action.READ_VOICES)
    page = voice_page(actor, municipality, choice)
    if page.rows:
        _log("read_voices", actor, municipality, "", voices=len(page.rows))
        tell_of_reading(actor, municipality)
    return page


@in_turn
def read_voice(actor: User, *, voice: Voice) -> VoiceRow:
    """One voice that somebody may read.

    - the log says that it was read; the others are told when somebody reads very many

    Raises `NotFound` for somebody who may not.
    """
    require(actor, voice.municipality, Action.READ_VOICES)
    require_reader(actor, voice)
    _log("read_voice", actor, voice.municipality, voice.id)
    tell_of_reading(actor, voice.municipality)
    return voice_row(voice, actor)


@in_turn
def review_voice(actor: User, *, voice: Voice, verdict: Verdict) -> VoiceReview:
    """Say whether a voice may be quoted in public.

    - two different people must say yes; one no is enough and final
    - a yes to a held one lets it out of quarantine

    Raises `NotFound` for somebody who may not read it, `WrongState`: read before, decided, said by staff.
    """
    require(actor, voice.municipality, Action.REVIEW_VOICE)
    require_reader(actor, voice)
    if voice.party and verdict is Verdict.MAY_BE_QUOTED:
        raise WrongState("staff_voice_never_quoted")
    if voice.reviews.filter(verdict=Verdict.NEVER).exists():
        raise WrongState("voice_decided")
    try:
        with transaction.atomic():
            review = VoiceReview.objects.create(voice=voice, reviewer=actor, verdict=verdict)
    except IntegrityError as error:
        raise WrongState("voice_read_before") from error
    if voice.is_held and verdict is Verdict.MAY_BE_QUOTED:
        voice.is_held = False
        voice.save(update_fields=["is_held"])
    _log("review_voice", actor, voice.municipality, voice.id)
    return review


@in_turn
def approve_voices(actor: User, *, municipality: Municipality, keys: Iterable[str]) -> int:
    """Say of several voices that they may be quoted, each as if it were reviewed alone; gives how many.

    - two different people must still say so of each
    - what is held, read before, decided or not for the actor to read is left as it is
    """
    require(actor, municipality, Action.REVIEW_VOICE)
    approved = 0
    for voice in Voice.objects.filter(municipality=municipality, is_held=False, id__in=list(keys)):
        try:
            review_voice(actor, voice=voice, verdict=Verdict.MAY_BE_QUOTED)
            approved += 1
        except (NotFound, WrongState):
            continue
    return approved


@in_turn
def erase_voice(actor: User, *, voice: Voice) -> None:
    """Erase a voice at once, with what was said of it.

    - the log says that one was erased, never what it said
    - its bytes are gone from the database's files

    Raises `NotFound` for somebody who may not read it.
    """
    require(actor, voice.municipality, Action.ERASE_VOICE)
    require_reader(actor, voice)
    key = voice.id
    erase_voices(Voice.objects.filter(pk=key))
    _log("erase_voice", actor, voice.municipality, key, voices=1)
    transaction.on_commit(leave_out_erased)


@in_turn
def name_held_reader(actor: User, *, municipality: Municipality, user: User) -> HeldReader:
    """Name the one person of one's own party who reads what is held.

    - whoever was named before no longer reads it

    Raises `BadInput` for somebody of another party, or of none here.
    """
    require(actor, municipality, Action.NAME_HELD_READER)
    party = membership_in(actor, municipality).party
    if not Membership.objects.filter(user=user, municipality=municipality, party=party).exists():
        raise BadInput("reader_of_another_party", field="user")
    reader, _ = HeldReader.objects.update_or_create(
        municipality=municipality, party=party, defaults={"user": user}
    )
    _log("name_held_reader", actor, municipality, "")
    return reader


def _log(verb: str, actor: User, municipality: Municipality, key: str, **params: object) -> None:
    record(verb, actor=actor, municipality=municipality, kind="voice", object_id=key, **params)


def voice_of(source: Source, masked: Masked) -> dict[str, object]:
    """The row that keeps a text, as `sealed_rows` takes it."""
    said = masked.said
    has_place = may_keep_place(source.channel, answers=said.answers_there)
    has_group = may_keep_group(source.channel, people=said.people_in_group)
    return {
        "id": said.id,
        "municipality": source.municipality.pk,
        "channel": source.channel,
        "source_kind": source.kind,
        "source_id": source.public_id,
        "question": said.question,
        "round_on": source.round_on,
        "kind": said.kind,
        "place": said.place.pk if said.place and has_place else None,
        "group": said.group if has_group else "",
        "party": source.party or "",
        "text": masked.text,
        "is_held": masked.is_held,
    }


def sealed_rows(rows: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The rows of voices as `insert_new` takes them: each text sealed, its key on the disk."""
    books: dict[str, list[Mapping[str, Any]]] = {}
    for row in rows:
        books.setdefault(row["source_id"], []).append(row)
    stored: list[Mapping[str, Any]] = []
    for book, of_it in books.items():
        texts = sealed(book, {row["id"]: row["text"] for row in of_it})
        stored += [{**row, "text": texts[row["id"]]} for row in of_it]
    return stored
