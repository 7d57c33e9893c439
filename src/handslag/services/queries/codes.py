"""How many codes were made for a survey, and roughly how many have been used."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q

from handslag.domain.answers import CodeChannel
from handslag.domain.surveys import SurveyState
from handslag.models.models import CodeBatch, Survey

_STEP = 10  # while the survey is open: a single answer must not be seen to arrive (trust.md §5.3)


@dataclass(frozen=True, slots=True)
class BatchRow:
    """`used` is exact once the survey is closed, and rounded down to tens before."""

    channel: CodeChannel
    number: int
    issued_at: datetime
    used: int
    is_rounded: bool


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
            batch.used // _STEP * _STEP if is_open else batch.used,
            is_open,
        )
        for batch in found
    ]
