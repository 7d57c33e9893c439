"""Answers: taken once each, with a receipt, and taken back with it.

What is stored, and why no more, is docs/rules/answers.md. Residents are nobody here: the verbs without an
actor ask for a form that we gave out or a receipt code instead.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from uuid import UUID

from django.db import connection

from handslag import clock
from handslag.domain.listening.answers import Outcome
from handslag.domain.listening.receipts import response_id, voice_id
from handslag.domain.listening.voices import Channel, SourceKind
from handslag.domain.surveys import Answers, Code, Kind, Lane, Opening, Question, SurveyState, coded, kept
from handslag.domain.surveys import Survey as Definition
from handslag.models.models import (
    Municipality,
    Response,
    SentForm,
    SurveyCode,
)
from handslag.services.listening.bare_insert import insert_new
from handslag.services.listening.intake.form_tokens import FormToken
from handslag.services.listening.intake.group_commit import GroupCommit
from handslag.services.listening.intake.proof_of_work import Work, spend
from handslag.services.listening.intake.waiting import (
    Entry,
    label_waiting,
    store,
)
from handslag.services.listening.voices import Masked, Said, Source, mask, voice_of

Day = date | str | None  # as a driver gives it
_NO_CODE = UUID(int=0)  # no hash is zero
CHANNELS = {
    Lane.OPEN_LINK: Channel.OPEN_LINK,
    Lane.CODE: Channel.CODE,
    Lane.STAFF: Channel.STAFF_ENTERED,
}


@dataclass(frozen=True)  # without slots: what is computed once is kept in it
class Handed:
    """An answer ready to be stored: what is counted apart from what was written.

    `answers` is what `domain.surveys.coded` gives, `texts` are masked already, so that nobody waits for
    that. `code` is the HMAC of the code that was typed, in the lane of codes. `work` may be missing.
    """

    survey: int
    version: int
    lane: Lane
    form: FormToken
    answers: Mapping[str, Code]
    texts: tuple[Masked, ...] = ()
    code: UUID | None = None
    work: Work | None = None
    label: str = ""
    asked: int = 1  # texts that the survey asks for

    @cached_property
    def id(self) -> UUID:
        return response_id(self.form.code)


@dataclass(frozen=True, slots=True)
class _Held:
    """What storing an answer needs to know of its survey, which nobody closes meanwhile."""

    public_id: str
    municipality: int
    round_on: date | None
    opening: Opening


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of it, and whether its proof of work had been used before."""

    outcome: Outcome
    is_work_replayed: bool = False


def take_response(handed: Handed) -> Taken:
    """Store an answer and its texts, durably, unless this form has been sent before.

    - counted once however often it is sent: a unique key, not a look beforehand
    - texts become voices, masked, with ids of their own
    - a code is used up
    """
    return _commits.write(handed)


def mark_batch(label: str, answers: Iterable[UUID]) -> None:
    """Give answers that were taken before their batch was large enough its label."""
    keys = list(answers)
    label_waiting(label, keys)  # first, as in `withdraw_response`
    Response.objects.filter(pk__in=keys).update(batch=label)


def hand_in(survey: int, definition: Definition, answers: Answers, lane: Lane, form: FormToken) -> Handed:
    """An answer without problems, as it is stored: what is not asked dropped, texts apart."""
    asked = kept(definition, answers, clock.today())
    said = (
        Said(voice_id(form.code, q.name), str(asked[q.name]), question=q.name)
        for q in text_questions(definition)
        if q.name in asked
    )
    texts = tuple(found for one in said if (found := mask(one)))
    number = len(text_questions(definition))
    return Handed(survey, definition.version, lane, form, coded(definition, asked), texts, asked=number)


def text_questions(definition: Definition) -> list[Question]:
    """The questions whose answers become voices."""
    return [question for question in definition.questions if question.kind is Kind.TEXT]


def take_several(handed: Sequence[Handed]) -> list[Taken]:
    """Store what may be stored of several answers; one outcome for each, in order."""
    today = clock.today()
    surveys = _locked({each.survey for each in handed})
    open_ = [
        h for h in handed if h.survey in surveys and surveys[h.survey].opening.takes_answers(h.lane, today)
    ]
    new = _mark_sent([each for each in open_ if each.lane is not Lane.CODE])
    outcomes = {id(each): _outcome(each, new) for each in open_}
    stored = [each for each in open_ if outcomes[id(each)] is Outcome.STORED]
    store(_entry(each, _source(surveys[each.survey], each.lane, today)) for each in stored)
    fresh = spend(each.work for each in stored)
    all_ = [(each, outcomes.get(id(each), Outcome.CLOSED)) for each in handed]
    return [Taken(what, what is Outcome.STORED and each.work not in fresh) for each, what in all_]


def _locked(keys: set[int]) -> dict[int, _Held]:
    """The surveys without their definitions; nobody closes them while we write."""
    with connection.cursor() as cursor:
        cursor.execute(_LOCKED % ", ".join(["%s"] * len(keys)) + _lock(), list(keys))
        return {key: _held(*row) for key, *row in cursor.fetchall()}


_LOCKED = (
    "SELECT id, public_id, municipality_id, state, lanes, opens_on, closes_on, date(opened_at)"
    " FROM handslag_survey WHERE id IN (%s)"
)


@lru_cache(maxsize=64)
def _held(
    public_id: str, municipality: int, state: str, lanes: str, opens_on: Day, closes_on: Day, opened_on: Day
) -> _Held:
    """A row of `_LOCKED`, read anew only when something in it has changed."""
    first, last, opened = map(_day, (opens_on, closes_on, opened_on))
    opening = Opening(SurveyState(state), tuple(map(Lane, json.loads(lanes))), first, last)
    return _Held(public_id, municipality, first or opened, opening)


def _day(day: Day) -> date | None:
    """A day as PostgreSQL or SQLite gives it."""
    return date.fromisoformat(day) if isinstance(day, str) else day


def _lock() -> str:
    return " FOR NO KEY UPDATE" if connection.features.has_select_for_update else ""


def _outcome(handed: Handed, new: set[UUID]) -> Outcome:
    """`new` are the marks of forms that had not been sent; each counts for one answer only."""
    if handed.lane is Lane.CODE:
        return _outcome_by_code(handed)
    if handed.form.mark not in new:
        return Outcome.REPEATED
    new.remove(handed.form.mark)
    return Outcome.STORED


def _outcome_by_code(handed: Handed) -> Outcome:
    """The code is used up by whoever changes its row, and by nobody else."""
    if not _mark_sent([handed]):
        return Outcome.REPEATED
    code = SurveyCode.objects.filter(pk=handed.code or _NO_CODE)
    if code.filter(is_used=False).update(is_used=True):
        return Outcome.STORED
    SentForm.objects.filter(pk=handed.form.mark).delete()  # so that it can be sent with another code
    return Outcome.CODE_REFUSED


def _mark_sent(handed: Sequence[Handed]) -> set[UUID]:
    """Mark forms as sent. Gives the marks of those that had not been."""
    return insert_new(SentForm, [{"id": each.form.mark, "survey": each.survey} for each in handed])


def _entry(handed: Handed, source: Source) -> Entry:
    row = {
        "id": handed.id,
        "survey": handed.survey,
        "version": handed.version,
        "lane": handed.lane,
        "answers": handed.answers,
        "batch": handed.label,
    }
    return Entry(row, tuple(voice_of(source, text) for text in handed.texts), handed.asked)


@lru_cache(maxsize=64)
def _source(survey: _Held, lane: Lane, today: date) -> Source:
    """`today` counts for a survey that has no first day."""
    town, day = Municipality(pk=survey.municipality), survey.round_on or today
    return Source(town, CHANNELS[lane], SourceKind.SURVEY, survey.public_id, day)


_commits: GroupCommit[Handed, Taken] = GroupCommit(take_several)
