"""Surveys as the desk lists them."""

from dataclasses import dataclass
from datetime import date

from handslag.domain.surveys import Kind, SurveyState, Texts, from_record
from handslag.models.models import Municipality


@dataclass(frozen=True, slots=True)
class SurveyRow:
    """One survey in a list. `questions` are those that are answered."""

    slug: str
    title: Texts
    state: SurveyState
    opens_on: date | None
    closes_on: date | None
    questions: int
    languages: tuple[str, ...]


def survey_rows(municipality: Municipality) -> list[SurveyRow]:
    """All surveys of a municipality, the newest first. One query."""
    rows = []
    for survey in municipality.surveys.all():
        form = from_record(survey.definition)
        rows.append(
            SurveyRow(
                survey.slug,
                form.title,
                SurveyState(survey.state),
                survey.opens_on,
                survey.closes_on,
                sum(1 for question in form.questions if question.kind is not Kind.NOTE),
                form.languages,
            )
        )
    return rows
