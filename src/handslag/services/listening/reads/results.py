"""Published results of a survey, as they were made and kept; nothing is counted here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from statistics import median_high
from typing import Any

from handslag.domain.errors import NotFound
from handslag.domain.listening.microdata import in_crowds
from handslag.domain.listening.population import Population
from handslag.domain.listening.representation import GroupShare, group_shares
from handslag.domain.listening.results import LABEL, LABELLED, backgrounds, from_record, with_labels
from handslag.domain.listening.suppression import Table
from handslag.domain.surveys import Lane, SurveyState, Texts
from handslag.domain.surveys import Survey as Definition
from handslag.models.models import Municipality, Response, ResultEdition, Survey

ORDER = (Lane.CODE, Lane.OPEN_LINK, Lane.STAFF)  # what says most about the municipality first


@dataclass(frozen=True, slots=True)
class LaneResults:
    """What is published of one lane. `tables` by question and background ("" for all, or `LABEL`)."""

    lane: Lane
    made_on: date
    tables: Mapping[tuple[str, str], Table]
    weighting: Mapping[str, Any] = field(default_factory=dict)
    texts: Mapping[str, int | None] = field(default_factory=dict)
    groups: tuple[GroupShare, ...] = ()

    @property
    def answers(self) -> int:
        """How many answered, as most questions tell: each with noise of its own."""
        return median_high([one.total.answers or 0 for (_, by), one in self.tables.items() if not by] or [0])

    @property
    def has_labels(self) -> bool:
        """Whether some of the answers seem to come from a script."""
        return any(by == LABEL for _, by in self.tables)

    @property
    def labelled(self) -> int:
        """How many of the answers those are, as most questions tell; 0 where no table may show how many."""
        rows = [one.rows[LABELLED] for (_, by), one in self.tables.items() if by == LABEL]
        return median_high([row.answers or 0 for row in rows] or [0])


@dataclass(frozen=True, slots=True)
class SurveyResults:
    """A survey and all that is published of it. `people`: the population it is held against, if any."""

    municipality: Municipality
    slug: str
    definition: Definition
    state: SurveyState
    approved_on: date | None
    lanes: tuple[LaneResults, ...]
    people: Population | None

    @property
    def may_approve(self) -> bool:
        return self.state is SurveyState.CLOSED and bool(self.lanes)

    @property
    def is_taken(self) -> bool:
        """Whether it takes no more answers."""
        return self.state in (SurveyState.CLOSED, SurveyState.FROZEN)


@dataclass(frozen=True, slots=True)
class SurveyRow:
    """A survey in the list for residents."""

    slug: str
    title: Texts
    closes_on: date | None
    takes_answers: bool


def public_survey_rows(municipality: Municipality, *, on: date) -> list[SurveyRow]:
    """The surveys that have been opened, the latest first. One query."""
    found = municipality.surveys.exclude(state=SurveyState.DRAFT)
    return [
        SurveyRow(
            one.slug,
            one.defined().title,
            one.closes_on,
            one.opening().takes_residents(on),
        )
        for one in found
    ]


@dataclass(frozen=True, slots=True)
class PopulationRow:
    """Figures that were uploaded."""

    year: int
    total: int
    uploaded_on: date


def population_rows(municipality: Municipality) -> list[PopulationRow]:
    """The population figures of a municipality, the latest year first. One query."""
    found = municipality.populations.select_related("municipality")
    return [PopulationRow(one.year, one.population().total, one.uploaded_on) for one in found]


def published_results(municipality: str, slug: str) -> SurveyResults:
    """The results behind a public address. Raises `NotFound`, also for a draft. Three queries."""
    found = Survey.objects.filter(municipality__slug=municipality, slug=slug).exclude(state=SurveyState.DRAFT)
    survey = found.select_related("municipality__police_area").first()
    if survey is None:
        raise NotFound("not_found")
    return results_of(survey)


def results_of(survey: Survey) -> SurveyResults:
    """The results of a survey. Two queries."""
    definition = survey.defined()
    figures = survey.municipality.populations.first()
    people = figures.population() if figures else None
    newest: dict[str, ResultEdition] = {}
    for edition in survey.editions.all():
        newest.setdefault(edition.lane, edition)
    lanes = tuple(_lane(newest[lane], definition, people) for lane in ORDER if lane in newest)
    return SurveyResults(
        survey.municipality,
        survey.slug,
        definition,
        SurveyState(survey.state),
        survey.approved_on,
        lanes,
        people,
    )


def has_enough(survey: Survey) -> bool:
    """Whether so many have answered by one lane that files of the answers can be made. One query."""
    found = Response.objects.filter(survey=survey).values_list("lane", "batch")
    rows = with_labels([(lane, {}, batch) for lane, batch in found])
    return bool(in_crowds([lane for lane, _ in found], rows))


def _lane(edition: ResultEdition, definition: Definition, people: Population | None) -> LaneResults:
    tables = {(one.question, one.by): one.table for one in from_record(edition.tables)}
    return LaneResults(
        Lane(edition.lane),
        edition.made_on,
        tables,
        edition.weighting or {},
        edition.texts,
        _groups(definition, tables, people),
    )


def _groups(
    definition: Definition, tables: Mapping[tuple[str, str], Table], people: Population | None
) -> tuple[GroupShare, ...]:
    known = backgrounds(definition)
    if not (known.age and known.gender and people):
        return ()
    table = tables.get((known.gender.name, known.age.name))
    if table is None or not table.rows:
        return ()
    bands, sexes = (
        [(str(choice.code), choice.name) for choice in definition.choices_of(question)]
        for question in (known.age, known.gender)
    )
    return group_shares(table, bands, sexes, people)
