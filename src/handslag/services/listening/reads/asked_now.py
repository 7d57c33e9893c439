"""What residents are asked just now: surveys that take answers, dialogues to come."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from handslag.domain.listening.dialogues import Stage
from handslag.domain.surveys import SurveyState
from handslag.models.models import Dialogue, Municipality, Survey
from handslag.services.listening.reads.dialogues import PublicRow, public_dialogue_rows
from handslag.services.listening.reads.results import SurveyRow, public_survey_rows


@dataclass(frozen=True, slots=True)
class AskedNow:
    """`surveys` that can be answered, `dialogues` from today on, the next first."""

    surveys: tuple[SurveyRow, ...]
    dialogues: tuple[PublicRow, ...]

    def __bool__(self) -> bool:
        return bool(self.surveys or self.dialogues)


def asked_now(municipality: Municipality, *, on: date) -> AskedNow:
    """What one municipality asks on the day `on`. Three queries."""
    surveys = tuple(row for row in public_survey_rows(municipality, on=on) if row.takes_answers)
    rows = public_dialogue_rows(municipality, on=on)
    ahead = tuple(row for row in reversed(rows) if row.stage in (Stage.AHEAD, Stage.TODAY))
    return AskedNow(surveys, ahead)


def asking(municipalities: Sequence[Municipality], *, on: date) -> set[int]:
    """The keys of those that ask anything on the day `on`. Two queries."""
    surveys = Survey.objects.filter(municipality__in=municipalities, state=SurveyState.OPEN)
    dialogues = Dialogue.objects.filter(
        municipality__in=municipalities, party="", held_on__gte=on, cancelled_at=None
    )
    found = {
        survey.municipality_id
        for survey in surveys.defer("definition")
        if survey.opening().takes_residents(on)
    }
    return found | set(dialogues.values_list("municipality_id", flat=True))
