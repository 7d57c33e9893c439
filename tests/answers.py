"""Answers to surveys, many at once: a survey with backgrounds, and answers of a fixed pattern."""

from copy import deepcopy
from datetime import date, datetime, time
from typing import Any
from uuid import uuid4

from handslag.clock import STOCKHOLM
from handslag.domain.listening.population import Population
from handslag.domain.surveys import Lane, SurveyState
from handslag.models.models import DisposalDecision, Municipality, Response, Survey
from handslag.services.listening.exports import ExportKind
from handslag.services.listening.results import publish_results
from tests.surveys import DEFINITION, make_survey

CSV = ExportKind.CSV
DECIDED = date(2019, 1, 15)
CLOSED = datetime(2019, 9, 30, 16, tzinfo=STOCKHOLM)
PEOPLE = Population("2280", 2018, (100,) * 101, (100,) * 101)

_BACKGROUND: list[dict[str, Any]] = [
    {"name": "alder", "kind": "single", "choices": "aldrar", "label": {"sv": "Hur gammal är du?"}},
    {"name": "kon", "kind": "single", "choices": "konen", "label": {"sv": "Är du kvinna eller man?"}},
]
_LISTS = {
    "aldrar": [("16-29", "16–29 år"), ("30-64", "30–64 år"), ("65_plus", "65 år eller äldre")],
    "konen": [("kvinna", "Kvinna"), ("man", "Man"), ("annat", "Vill inte svara")],
}


def definition() -> dict[str, Any]:
    """The survey of `tests.surveys` with age and gender asked last."""
    found = deepcopy(DEFINITION)
    found["pages"][1]["questions"] += _BACKGROUND
    for name, choices in _LISTS.items():
        found["choice_lists"][name] = [
            {"name": choice, "code": code, "label": {"sv": label}}
            for code, (choice, label) in enumerate(choices, 1)
        ]
    return found


def make_answered(
    municipality: Municipality, number: int, *, lane: Lane = Lane.CODE, **fields: Any
) -> Survey:
    """A survey with so many answers in one lane."""
    if fields.get("state") in (SurveyState.CLOSED, SurveyState.FROZEN):
        fields = {"closed_at": CLOSED} | fields
    survey = make_survey(municipality, **({"definition": definition()} | fields))
    add_answers(survey, number, lane=lane)
    return survey


def add_answers(survey: Survey, number: int, *, lane: Lane = Lane.CODE, batch: str = "", **same: Any) -> None:
    """So many answers that differ by a fixed pattern; `same` overrides it in all of them."""
    Response.objects.bulk_create(
        Response(id=uuid4(), survey=survey, version=1, lane=lane, batch=batch, answers=pattern(one) | same)
        for one in range(number)
    )


def close_and_publish(on: date) -> int:
    """Close every open survey and make its tables, as the night after does."""
    closed_at = datetime.combine(on, time(1), STOCKHOLM)
    Survey.objects.filter(state=SurveyState.OPEN).update(state=SurveyState.CLOSED, closed_at=closed_at)
    return publish_results(on)


def pattern(one: int) -> dict[str, Any]:
    """The coded answers of the respondent with this number."""
    return {
        "ute": 1 + one % 2,
        "kvall": 1 + one % 5,
        "var": 1 + one % 2,
        "barn": one % 3,
        "sett": [1, 2] if one % 2 else [3],
        "viktigt": [1, 2, 3] if one % 3 else [2, 1],
        "nar": "2019-05-04",
        "alder": 1 + one % 3,
        "kon": 1 + one % 2,
    }


def make_decided(municipality: Municipality) -> Municipality:
    """The municipality, with its decision on disposal."""
    DisposalDecision.objects.create(municipality=municipality, number="KS 2019-12", decided_on=DECIDED)
    return municipality
