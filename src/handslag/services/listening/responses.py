"""Answers: entered by staff, taken back by residents, unlinked when their survey closes."""

from collections import Counter
from collections.abc import Mapping
from functools import partial
from uuid import UUID

from django.db import transaction

from handslag.domain.errors import NotFound, WrongState
from handslag.domain.listening.answers import Outcome
from handslag.domain.listening.receipts import response_id, voice_id
from handslag.domain.listening.voices import Channel, SourceKind, too_few
from handslag.domain.permissions import Action
from handslag.domain.surveys import Answers, Lane, SurveyState
from handslag.models.models import (
    Response,
    SealedResponse,
    SentForm,
    Survey,
    SurveyCode,
    User,
    Voice,
)
from handslag.models.random_order import write_anew
from handslag.models.word_keys import forget_key_order
from handslag.services.access import require
from handslag.services.listening.erased import empty_log, erase_voices, leave_out_erased
from handslag.services.listening.intake import (
    CHANNELS,
    FormToken,
    hand_in,
    store_all,
    take_back,
    take_several,
    text_questions,
    waiting_entry,
)
from handslag.services.log import record_day


@transaction.atomic
def enter_response(actor: User, *, survey: Survey, answers: Answers, form: FormToken) -> Outcome:
    """Store an answer that staff type in from paper or a talk in the street, in its own lane.

    - the log says that somebody entered answers that day, never when, how many or which

    Raises `WrongState("survey_not_taking")`.
    """
    require(actor, survey.municipality, Action.ENTER_RESPONSE)
    handed = hand_in(survey.pk, survey.defined(), answers, Lane.STAFF, form)
    outcome = take_several([handed])[0].outcome
    if outcome is Outcome.CLOSED:
        raise WrongState("survey_not_taking")
    if outcome is Outcome.STORED:
        record_day(
            "enter_response",
            actor=actor,
            municipality=survey.municipality,
            kind="survey",
            object_id=survey.public_id,
        )
    return outcome


def withdraw_response(code: bytes) -> None:
    """Take back the answer with this receipt code, and its texts, until the survey closes.

    - the keys of its texts are overwritten: no copy of the database says them again
    - on SQLite its bytes are overwritten (`secure_delete`) and gone from its log; on PostgreSQL they are
      left out of the tables' files the night after
    - the form it came by stays spent: sending it again brings nothing back

    Raises `NotFound("receipt_unknown")`, `WrongState("survey_closed_for_withdrawal")`.
    """
    with transaction.atomic():
        key = response_id(code)
        waiting = waiting_entry(key)  # first: what waits may be stored meanwhile, and never the other way
        number = waiting[0] if waiting else _survey_of(key)
        survey = Survey.objects.select_for_update().get(pk=number)
        if survey.state != SurveyState.OPEN:
            raise WrongState("survey_closed_for_withdrawal")
        ids = [voice_id(code, question.name) for question in text_questions(survey.defined())]
        erase_voices(Voice.objects.filter(pk__in=ids))
        Response.objects.filter(pk=key).delete()
        take_back(key)
    empty_log()


def forget_order(survey: Survey) -> None:
    """Write all that a survey has brought anew, in random order, in one transaction; when it closes.

    - the transaction, the place and the order of a row say nothing of when it came or beside what
    - texts of a lane with few answers do not say by which they came
    """
    small = too_few(_answers_by_lane(survey))
    store_all(survey.pk, small)
    said = Voice.objects.filter(
        municipality=survey.municipality, source_kind=SourceKind.SURVEY, source_id=survey.public_id
    )
    said.filter(channel__in=[CHANNELS[Lane(lane)] for lane in small]).update(channel=Channel.SURVEY)
    write_anew(Response.objects.filter(survey=survey))
    write_anew(SentForm.objects.filter(survey=survey))
    write_anew(SurveyCode.objects.filter(batch__survey=survey))
    write_anew(said)
    transaction.on_commit(partial(forget_key_order, survey.public_id))
    transaction.on_commit(leave_out_erased)


def _survey_of(response: UUID) -> int:
    number = Response.objects.filter(pk=response).values_list("survey", flat=True).first()
    if number is None:
        raise NotFound("receipt_unknown")
    return number


def _answers_by_lane(survey: Survey) -> Mapping[str, int]:
    """How many answers a survey has by each lane, those that wait among them."""
    return Counter(
        lane
        for table in (Response, SealedResponse)
        for lane in table.objects.filter(survey=survey).values_list("lane", flat=True)
    )
