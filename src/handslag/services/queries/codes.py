"""How many codes were made for a survey, and how many have been used once it is closed."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q

from handslag.domain.answers import CodeChannel
from handslag.domain.surveys import SurveyState
from handslag.models.models import CodeBatch, Survey


@dataclass(frozen=True, slots=True)
class BatchRow:
    """`used` is None until the survey is closed: a single answer must not be seen, not as a step either."""

    channel: CodeChannel
    number: int
    issued_at: datetime
    used: int | None


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
            None if is_open else batch.used,
        )
        for batch in found
    ]
