"""What a resident sees with their receipt code: that the answer counts, and what became of each text."""

from dataclasses import dataclass

from handslag.domain.errors import NotFound
from handslag.domain.receipts import response_id, voice_id
from handslag.domain.surveys import Kind, SurveyState, Texts
from handslag.domain.voices import Verdict, VoiceState, voice_state
from handslag.models.models import Response, Voice
from handslag.services.queries.answering import OpenSurvey


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
    """What can be said about the answer with this code. Three queries.

    Raises `NotFound("receipt_unknown")`.
    """
    if not Response.objects.filter(pk=response_id(code), survey=survey.key).exists():
        raise NotFound("receipt_unknown")
    questions = {voice_id(code, q.name): q for q in survey.definition.questions if q.kind is Kind.TEXT}
    voices = {one.pk: one for one in Voice.objects.filter(pk__in=questions).prefetch_related("reviews")}
    texts = tuple(ReceiptText(q.label, _state(voices[key])) for key, q in questions.items() if key in voices)
    return Receipt(texts, survey.opening.state is SurveyState.OPEN)


def _state(voice: Voice) -> VoiceState:
    verdicts = [Verdict(review.verdict) for review in voice.reviews.all()]
    return voice_state(is_held=voice.is_held, verdicts=verdicts)
