"""Pages that were read in and whose drafts wait."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q

from handslag.domain.promises.terms import PromiseState
from handslag.models.models import Municipality, Reading


@dataclass(frozen=True, slots=True)
class ReadingRow:
    public_id: str
    source: str
    read_at: datetime
    drafts: int


def waiting_readings(municipality: Municipality) -> list[ReadingRow]:
    """Pages that were read and whose drafts wait to be confirmed. One query."""
    drafts = Count("promises", filter=Q(promises__state=PromiseState.DRAFT))
    rows = Reading.objects.filter(municipality=municipality).annotate(drafts=drafts).filter(drafts__gt=0)
    return [ReadingRow(row.public_id, row.source, row.read_at, row.drafts) for row in rows]
