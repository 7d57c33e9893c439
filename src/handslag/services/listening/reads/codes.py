"""How many codes were made for a survey, and how many have been used once it is closed."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q

from handslag.domain.listening.answers import CodeChannel
from handslag.domain.listening.suppression import published_table
from handslag.domain.surveys import Lane, SurveyState
from handslag.models.models import CodeBatch, Survey
from handslag.services.listening.noise_keys import survey_noise


@dataclass(frozen=True, slots=True)
class BatchRow:
    """`used` is None until the survey is closed, and after that where too few codes are behind it.

    A single answer must not be seen, not as a step either: a code can have been made for one person alone.
    """

    channel: CodeChannel
    number: int
    issued_at: datetime
    used: int | None
    is_open: bool


def batch_rows(survey: Survey) -> list[BatchRow]:
    """The batches, oldest first. One query."""
    is_open = survey.state in (SurveyState.DRAFT, SurveyState.OPEN)
    found = CodeBatch.objects.filter(survey=survey).annotate(
        used=Count("codes", filter=Q(codes__is_used=True))
    )
    return [
        BatchRow(
            CodeChannel(batch.channel),
            batch.number,
            batch.issued_at,
            None if is_open else _shown(survey, batch.pk, batch.used, batch.number),
            is_open,
        )
        for batch in found
    ]


def _shown(survey: Survey, batch: int, used: int, number: int) -> int | None:
    """How many were used as anybody may see it: with noise, None where too few were made."""
    noise = survey_noise(survey.public_id, Lane.CODE)
    counts = {"": {"used": used, "left": number - used}}
    return published_table(counts, noise, ":codes", str(batch)).total.cells[0].count
