"""Answers on paper: the sample that is typed in twice, to know how often typing goes wrong."""

from dataclasses import dataclass

from django.db.models import F

from handslag import clock
from handslag.domain.errors import WrongState
from handslag.domain.permissions import Action
from handslag.domain.surveys import Answers, Lane
from handslag.domain.surveys.paper import differing
from handslag.models.models import PaperCheck, SentForm, Survey, User
from handslag.services.access import require
from handslag.services.listening.bare_insert import insert_new
from handslag.services.listening.intake import FormToken
from handslag.services.log import record_day
from handslag.services.turns import in_turn


@dataclass(frozen=True, slots=True)
class TypedTwice:
    """What came out so far: `forms` compared, with `questions` answers, of which `differing` differed."""

    forms: int = 0
    questions: int = 0
    differing: int = 0


@in_turn
def count_second_entry(
    actor: User, *, survey: Survey, form: FormToken, first: Answers, second: Answers
) -> PaperCheck:
    """Count what a form typed in twice gave.

    - only sums are kept: neither entry, nor which form it was; the log says that day only
    - the same `form` sent twice is counted once

    Raises `WrongState("survey_not_taking")`.
    """
    require(actor, survey.municipality, Action.ENTER_RESPONSE)
    if not survey.takes_answers(Lane.STAFF, clock.today()):
        raise WrongState("survey_not_taking")
    compared, differs = len({*first, *second}), len(differing(first, second))
    check, _ = PaperCheck.objects.get_or_create(survey=survey)
    if not insert_new(SentForm, [{"id": form.compared, "survey": survey.pk}]):
        return check
    PaperCheck.objects.filter(survey=survey).update(
        forms=F("forms") + 1, questions=F("questions") + compared, differing=F("differing") + differs
    )
    record_day(
        "count_second_entry",
        actor=actor,
        municipality=survey.municipality,
        kind="survey",
        object_id=survey.public_id,
    )
    return PaperCheck.objects.get(survey=survey)


def typed_twice(survey: Survey) -> TypedTwice:
    """The sums so far. One query."""
    found = PaperCheck.objects.filter(survey=survey).first()
    return TypedTwice(found.forms, found.questions, found.differing) if found else TypedTwice()
