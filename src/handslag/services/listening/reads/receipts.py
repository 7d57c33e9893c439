"""What a resident sees with their receipt code: that the answer counts, and what became of each text."""

from dataclasses import dataclass

from handslag.domain.errors import NotFound
from handslag.domain.listening.receipts import response_id, voice_id
from handslag.domain.listening.voices import Verdict, VoiceState, voice_state
from handslag.domain.surveys import Kind, SurveyState, Texts
from handslag.models.models import Response, Voice
from handslag.services.listening.intake import waiting_entry
from handslag.services.listening.reads.answering import OpenSurvey


@dataclass(frozen=True, slots=True)
class ReceiptText:
    """One text, without its words: a receipt must not show anybody what was answered."""

    question: Texts
    state: VoiceState


@dataclass(frozen=True, slots=True)
class Receipt:
    texts: tuple[ReceiptText, ...]
    may_be_withdrawn: bool


def receipt_of(survey: OpenSurvey, code: bytes) -> Receipt:
    """What can be said about the answer with this code, whether it waits or is stored.

    Raises `NotFound("receipt_unknown")`.
    """
    waiting = waiting_entry(response_id(code))  # first: what waits may be stored meanwhile
    questions = {voice_id(code, q.name): q for q in survey.definition.questions if q.kind is Kind.TEXT}
    if waiting and waiting[0] == survey.key:
        rows = waiting[1].voices
        states = {str(row["id"]): voice_state(is_held=bool(row["is_held"]), verdicts=[]) for row in rows}
    elif Response.objects.filter(pk=response_id(code), survey=survey.key).exists():
        stored = Voice.objects.filter(pk__in=questions).prefetch_related("reviews")
        states = {voice.pk: _state(voice) for voice in stored}
    else:
        raise NotFound("receipt_unknown")
    texts = tuple(ReceiptText(q.label, states[key]) for key, q in questions.items() if key in states)
    return Receipt(texts, survey.opening.state is SurveyState.OPEN)


def _state(voice: Voice) -> VoiceState:
    verdicts = [Verdict(review.verdict) for review in voice.reviews.all()]
    return voice_state(is_held=voice.is_held, verdicts=verdicts)
