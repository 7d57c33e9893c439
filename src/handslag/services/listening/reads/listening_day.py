"""What listening needs of somebody today: surveys, dialogues, voices and results, each for who may act."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Exists, OuterRef

from handslag.domain.permissions import Action, Role, is_allowed
from handslag.domain.surveys import Lane, SurveyState, Texts
from handslag.models.models import Dialogue, Municipality, OwedAnswer, Response, ResultEdition, Survey, User
from handslag.services.access import membership_in
from handslag.services.listening.reads.dialogues import SOON, DialogueRow, DueAnswer, due_answers, rows_of
from handslag.services.listening.reads.voices import NONE_WAITING, VoicesWaiting, voices_waiting

WEEK = timedelta(days=7)
TOGETHER = 20  # answers of a way in that are told together


@dataclass(frozen=True, slots=True)
class SurveyDay:
    """A survey that somebody looks after. `answers`: how many by each lane, to the nearest batch."""

    slug: str
    title: Texts
    opens_on: date | None
    closes_on: date | None
    answers: tuple[tuple[Lane, int], ...]


@dataclass(frozen=True, slots=True)
class ListeningDay:
    """`asked`: open; `ended`: past their last day, to be closed; `to_approve`: closed, with results.

    `dialogues` from today on for a week; `owed`: answers that are promised and not due soon.
    """

    asked: tuple[SurveyDay, ...]
    ended: tuple[SurveyDay, ...]
    to_approve: tuple[SurveyDay, ...]
    dialogues: tuple[DialogueRow, ...]
    owed: tuple[DueAnswer, ...]
    voices: VoicesWaiting

    def __bool__(self) -> bool:
        return bool(self.asked or self.dialogues or self.owed or self.waits)

    @property
    def waits(self) -> bool:
        """Whether anything is to be done, and not only to be known."""
        return bool(self.ended or self.to_approve or self.voices)


def listening_day(user: User, municipality: Municipality, *, on: date) -> ListeningDay:
    """What listening needs of `user` on the day `on`. Six queries, and nine of voices for who reads them."""
    membership = membership_in(user, municipality)
    role = Role(membership.role)
    surveys = list(_surveys(municipality))
    answers = _answers(survey for survey in surveys if survey.state == SurveyState.OPEN)
    days = {one: _survey_day(one, answers.get(one.pk, ())) for one in surveys}
    is_open = {one: one.state == SurveyState.OPEN for one in surveys}
    is_past = {one: one.closes_on is not None and one.closes_on < on for one in surveys}
    may_close, may_approve = (
        is_allowed(role, action) for action in (Action.CLOSE_SURVEY, Action.APPROVE_RESULTS)
    )
    return ListeningDay(
        asked=tuple(days[one] for one in surveys if is_open[one] and not is_past[one]),
        ended=tuple(days[one] for one in surveys if may_close and is_open[one] and is_past[one]),
        to_approve=tuple(days[one] for one in surveys if may_approve and not is_open[one]),
        dialogues=tuple(_dialogues(municipality, membership.party, on)),
        owed=tuple(_owed(municipality, membership.party, on)),
        voices=voices_waiting(user, municipality) if is_allowed(role, Action.READ_VOICES) else NONE_WAITING,
    )


def _surveys(municipality: Municipality) -> Iterable[Survey]:
    """Those that are open, the next to close first, and those that are closed and have results."""
    has_results = Exists(ResultEdition.objects.filter(survey=OuterRef("pk")))
    found = municipality.surveys.annotate(has_results=has_results)
    kept = found.filter(state=SurveyState.OPEN) | found.filter(state=SurveyState.CLOSED, has_results=True)
    return sorted(kept, key=lambda one: (one.closes_on or date.max, one.pk))


def _answers(surveys: Iterable[Survey]) -> dict[int, tuple[tuple[Lane, int], ...]]:
    """How many have answered, to the nearest batch: that one more has, or one fewer, may not be seen.

    They are stored by the batch, so whoever took one back after that would show in a number rounded down.
    """
    stored = Response.objects.filter(survey__in=list(surveys)).order_by("lane")
    found: dict[int, tuple[tuple[Lane, int], ...]] = {}
    for survey, lane, number in stored.values_list("survey", "lane").annotate(Count("pk")):
        if told := TOGETHER * round(number / TOGETHER):
            found[survey] = (*found.get(survey, ()), (Lane(lane), told))
    return found


def _survey_day(survey: Survey, answers: tuple[tuple[Lane, int], ...]) -> SurveyDay:
    return SurveyDay(survey.slug, survey.defined().title, survey.opens_on, survey.closes_on, answers)


def _dialogues(municipality: Municipality, party: str, on: date) -> list[DialogueRow]:
    found = Dialogue.objects.filter(
        municipality=municipality,
        party__in=("", party),
        cancelled_at=None,
        held_on__range=(on, on + WEEK),
    )
    return rows_of(municipality, found)[::-1]


def _owed(municipality: Municipality, party: str, on: date) -> list[DueAnswer]:
    later = OwedAnswer.objects.filter(due_on__gt=on + SOON)
    return due_answers(later, municipality, party=party, on=on)
