"""Published results: made once, when the survey has closed, and frozen when they are approved."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Count, Q

from handslag import clock
from handslag.domain.errors import BadInput, WrongState
from handslag.domain.listening.noise import Noise
from handslag.domain.listening.population import Population
from handslag.domain.listening.results import tables, to_record, with_labels
from handslag.domain.listening.stuffing import BATCH
from handslag.domain.listening.suppression import SMALLEST_SURVEY, published_table
from handslag.domain.listening.voices import SourceKind
from handslag.domain.permissions import Action
from handslag.domain.surveys import Lane, SurveyState
from handslag.models.models import (
    Municipality,
    PopulationFigures,
    Response,
    ResultEdition,
    Survey,
    User,
    Voice,
)
from handslag.services.access import require
from handslag.services.listening.intake import CHANNELS
from handslag.services.listening.noise_keys import survey_noise
from handslag.services.listening.weights import weighting
from handslag.services.log import record
from handslag.services.shown import Shown, marks_of, refuse_unseen
from handslag.services.turns import in_turn, read_anew, turn_of


def publish_results(on: date) -> int:
    """Make the tables of every survey that has closed, of each lane where enough have answered.

    - safe to run twice: tables are made once

    Gives how many were made.
    """
    surveys = Survey.objects.filter(state=SurveyState.CLOSED)
    return sum(publish_now(survey, on) for survey in surveys)


@in_turn
def approve_results(actor: User, *, survey: Survey, seen: Sequence[str] | None = None) -> Survey:
    """Say that the results of a closed survey are right. They never change after that.

    - the tables are made, where that has not been done
    - the days that the coded answers are still kept begin to run

    `seen`: what `shown_of` gave when the page was opened. Raises `WrongState`: `survey_not_closed`,
    `results_too_few` (nothing is published to approve); `BadInput("results_moved")` when other tables than
    those are there by now, or would be.
    """
    require(actor, survey.municipality, Action.APPROVE_RESULTS)
    if survey.state != SurveyState.CLOSED:
        raise WrongState("survey_not_closed")
    today = clock.today()
    _publish(survey, today)
    if not survey.editions.exists():
        raise WrongState("results_too_few")
    refuse_unseen(seen, _shown(survey))
    survey.state, survey.approved_on = SurveyState.FROZEN, today
    survey.save(update_fields=["state", "approved_on"])
    record(
        "approve_results",
        actor=actor,
        municipality=survey.municipality,
        kind="survey",
        object_id=survey.public_id,
    )
    return survey


def shown_of(survey: Survey) -> tuple[str, ...]:
    """What is approved, as marks: the newest tables of each lane."""
    return marks_of(_shown(survey))


def _shown(survey: Survey) -> list[Shown]:
    newest = {one.lane: one for one in survey.editions.order_by("made_on")}
    return [
        Shown("results_moved", {"day": one.made_on}, (lane, one.tables, one.weighting, one.texts))
        for lane, one in sorted(newest.items())
    ]


@in_turn
def set_population(actor: User, *, municipality: Municipality, people: Population) -> PopulationFigures:
    """Keep the population figures of a year, which results are held against.

    - figures of the same year are replaced
    - published tables stay as they are

    Raises `BadInput("population_elsewhere")` for figures of another municipality.
    """
    require(actor, municipality, Action.SET_POPULATION)
    if people.code != municipality.code:
        raise BadInput("population_elsewhere", municipality=municipality.code)
    figures, _ = PopulationFigures.objects.update_or_create(
        municipality=municipality,
        year=people.year,
        defaults={"men": people.men, "women": people.women, "uploaded_on": clock.today()},
    )
    record(
        "set_population",
        actor=actor,
        municipality=municipality,
        kind="municipality",
        object_id=municipality.slug,
        year=people.year,
    )
    return figures


def publish_now(survey: Survey, on: date) -> int:
    """Make the tables of one closed survey, where that has not been done; gives how many were made."""
    with turn_of(survey.municipality_id):
        read_anew(survey)
        return _publish(survey, on) if survey.state == SurveyState.CLOSED else 0


def _publish(survey: Survey, on: date) -> int:
    return sum(_publish_lane(survey, lane, on) for lane in Lane)  # also by a lane that was taken away since


def _publish_lane(survey: Survey, lane: Lane, on: date) -> bool:
    answered = Response.objects.filter(survey=survey, lane=lane)
    last = survey.editions.filter(lane=lane).first()
    number, labelled = answered.aggregate(
        all=Count("pk"), with_label=Count("pk", filter=~Q(batch=""))
    ).values()
    if number - (labelled if labelled >= BATCH else 0) < SMALLEST_SURVEY:
        return False  # whoever sent the others would see what those few said
    if last and last.made_on >= (survey.closed_on or date.max):
        return False
    answers = with_labels([(lane, *one) for one in answered.values_list("answers", "batch")])
    noise = survey_noise(survey.public_id, lane)
    definition = survey.defined()
    made = tables(definition, answers, noise)
    figures = survey.municipality.populations.first() if lane is Lane.CODE else None
    ResultEdition.objects.create(
        survey=survey,
        lane=lane,
        made_on=on,
        answers=number,
        tables=to_record(made),
        weighting=weighting(definition, answers, figures.population(), made, noise) if figures else None,
        texts=_texts(survey, lane, number, noise) or (last.texts if last else {}),
    )
    return True


def _texts(survey: Survey, lane: Lane, answers: int, noise: Noise) -> dict[str, int | None]:
    """How many texts each free question had, made by the one function; none where they say no lane."""
    voices = Voice.objects.filter(
        municipality=survey.municipality,
        source_kind=SourceKind.SURVEY,
        source_id=survey.public_id,
        channel=CHANNELS[lane],
    )
    counted = voices.order_by().values_list("question").annotate(number=Count("pk"))
    return {
        question: published_table(
            {"": {"texts": number, "none": max(answers - number, 0)}}, noise, ":texts", question
        )
        .total.cells[0]
        .count
        for question, number in counted
    }
