"""The question bank: whole surveys that are ready to use, as definitions in `handslag/survey_bank`."""

import json
from functools import cache
from importlib.resources import files

from handslag.domain.errors import NotFound
from handslag.domain.surveys import Survey, from_record

READY = ("safety", "safety_short")


@cache
def ready_surveys() -> tuple[Survey, ...]:
    """Every ready survey, the fullest first. Its list of places is empty until a municipality takes it."""
    bank = files("handslag") / "survey_bank"
    return tuple(from_record(json.loads((bank / f"{name}.json").read_text("utf8"))) for name in READY)


def ready_survey(name: str) -> Survey:
    """The ready survey called `name`. Raises `NotFound("not_found")`."""
    found = next((survey for survey in ready_surveys() if survey.id == name), None)
    if found is None:
        raise NotFound("not_found")
    return found
