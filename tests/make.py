"""Makers of things that tests need, with everything filled in that the test does not care about."""

import secrets
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from handslag.clock import STOCKHOLM
from handslag.domain.keeping.activities import ActivityStatus
from handslag.domain.listening.dialogues import DialogueKind
from handslag.domain.listening.voices import Channel, SourceKind, VoiceKind
from handslag.domain.people.parties import Party
from handslag.domain.promises.changes import Change
from handslag.domain.promises.terms import Kind, Per, PromiseState
from handslag.models.models import (
    Activity,
    ActivityPromise,
    Dialogue,
    Municipality,
    OwedAnswer,
    Promise,
    PromiseVersion,
    Round,
    Voice,
)
from handslag.services.promises.changes import following, latest

SIGNED = datetime(2019, 4, 5, 10, tzinfo=STOCKHOLM)


def make_round(municipality: Municipality, **fields: Any) -> Round:
    """A published round from 5 April 2019 until further notice."""
    known = {"valid_from": date(2019, 4, 5), "review_on": date(2020, 4, 5), "published_at": SIGNED}
    return Round.objects.create(municipality=municipality, **(known | fields))


def make_promise(
    municipality: Municipality, *, state: str = PromiseState.PUBLISHED, **fields: Any
) -> Promise:
    """A promise of two efforts a year, with its first version; `fields` go to the version.

    A withdrawn one is withdrawn from 1 August 2019.
    """
    round_ = fields.pop("round", None) or municipality.rounds.first() or make_round(municipality)
    number = municipality.promises.count() + 1
    perspective = fields.pop("perspective", "Trygg trafik")
    promise = Promise.objects.create(
        municipality=municipality,
        round=round_,
        number=number,
        position=number,
        state=PromiseState.DRAFT if state == PromiseState.DRAFT else PromiseState.PUBLISHED,
        perspective=perspective,
    )
    version = {
        "text": "Polisen lovar att göra minst två insatser om året mot buskörning.",
        "parties": [Party.POLICE],
        "valid_from": round_.valid_from,
        "valid_to": round_.valid_to,
        "review_on": round_.review_on,
        "kind": Kind.COUNT,
        "at_least": Decimal(2),
        "unit": "insatser",
        "per": Per.YEAR,
        "year_named": True,
        "made_at": SIGNED,
    }
    PromiseVersion.objects.create(promise=promise, **(version | fields))
    if state == PromiseState.WITHDRAWN:
        withdraw(promise, date(2019, 8, 1))
    return promise


def withdraw(promise: Promise, day: date) -> None:
    """Nothing is promised any more from `day`, which may have been long ago."""
    gone = following(latest(promise), Change.WITHDRAWN, "Skolan stängs.", valid_from=day)
    gone.save()


def make_activity(*promises: Promise, **fields: Any) -> Activity:
    """Something done on 14 June 2019 by the police."""
    known = {
        "done_on": date(2019, 6, 14),
        "party": Party.POLICE,
        "status": ActivityStatus.DONE,
        "logged_at": datetime(2019, 6, 15, 9, tzinfo=STOCKHOLM),
    }
    activity = Activity.objects.create(municipality=promises[0].municipality, **(known | fields))
    links = [ActivityPromise(activity=activity, promise=promise) for promise in promises]
    ActivityPromise.objects.bulk_create(links)
    return activity


def make_dialogue(municipality: Municipality, **fields: Any) -> Dialogue:
    """A dialogue meeting on 20 August 2019 that is to be answered by 1 October."""
    known = {
        "kind": DialogueKind.MEETING,
        "name": "Dialogmöte i Brunne",
        "purpose": "Vi vill veta var ni känner er trygga.",
        "influence": "Var polisen går till fots. Inte hur många poliser vi är.",
        "venue": "Brunne skola",
        "held_on": date(2019, 8, 20),
        "starts": time(18),
        "ends": time(20),
        "hosts": ["kommunpolis"],
        "parties": [Party.POLICE, Party.MUNICIPALITY],
    }
    answer_by = fields.pop("answer_by", date(2019, 10, 1))
    dialogue = Dialogue.objects.create(municipality=municipality, **(known | fields))
    OwedAnswer.objects.create(dialogue=dialogue, role="samordnaren", due_on=answer_by)
    return dialogue


def make_voice(municipality: Municipality, **fields: Any) -> Voice:
    """A card that says what should be better."""
    known = {
        "id": secrets.token_hex(16),
        "channel": Channel.CARD,
        "source_kind": SourceKind.DIALOGUE,
        "source_id": "abcdefghjk",
        "round_on": date(2019, 8, 20),
        "kind": VoiceKind.IMPROVEMENT,
        "text": "Mer ljus vid busstationen.",
    }
    return Voice.objects.create(municipality=municipality, **(known | fields))
