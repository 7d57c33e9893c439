"""Erasing what has been kept long enough, by the schedule of `domain/listening/retention.py`.

Nothing goes without the municipality's decision, and nothing while it holds. What went is written down: how
many rows, never what they said. Backups are the operator's; they are written over within 35 days.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from typing import Any

from django.db.models import QuerySet

from handslag import clock
from handslag.domain.errors import BadInput, WrongState
from handslag.domain.listening.retention import SCHEDULE, Kept, Rule, Since, latest_start
from handslag.domain.listening.voices import SourceKind
from handslag.domain.permissions import Action
from handslag.domain.surveys import SurveyState
from handslag.models.models import (
    Dialogue,
    Disposal,
    DisposalDecision,
    LogEntry,
    Municipality,
    OwedAnswer,
    Response,
    SentForm,
    Survey,
    SurveyCode,
    User,
    Voice,
)
from handslag.services.access import require
from handslag.services.listening.erased import erase_voices, leave_out_erased
from handslag.services.log import record
from handslag.services.shown import Shown, marks_of, refuse_unseen
from handslag.services.turns import in_turn, turn_of


@in_turn
def decide_disposal(
    actor: User,
    *,
    municipality: Municipality,
    number: str,
    decided_on: date,
    seen: Sequence[str] | None = None,
) -> DisposalDecision:
    """Write down the decision that erasing rests on, by its number in the register.

    - the schedule runs from the next night

    `seen`: what `shown_of` gave when the page was opened. Raises `BadInput`: `disposal_in_future`, or
    `disposal_changed` when it says something else by now.
    """
    require(actor, municipality, Action.DECIDE_DISPOSAL)
    refuse_unseen(seen, _shown(municipality))
    if decided_on > clock.today():
        raise BadInput("disposal_in_future")
    decision, _ = DisposalDecision.objects.update_or_create(
        municipality=municipality, defaults={"number": number, "decided_on": decided_on}
    )
    _log("decide_disposal", actor, municipality)
    return decision


@in_turn
def hold_disposal(
    actor: User, *, municipality: Municipality, is_on_hold: bool, seen: Sequence[str] | None = None
) -> DisposalDecision:
    """Stop all erasing while somebody waits for documents, or let it go on.

    `seen` as for `decide_disposal`. Raises `WrongState("disposal_undecided")`, and `BadInput` as it does.
    """
    require(actor, municipality, Action.DECIDE_DISPOSAL)
    refuse_unseen(seen, _shown(municipality))
    decision = _decision(municipality)
    decision.is_on_hold = is_on_hold
    decision.save(update_fields=["is_on_hold"])
    _log("hold_disposal" if is_on_hold else "release_disposal", actor, municipality)
    return decision


def shown_of(municipality: Municipality) -> tuple[str, ...]:
    """What the decision says now, as marks."""
    return marks_of(_shown(municipality))


def _shown(municipality: Municipality) -> list[Shown]:
    decided = DisposalDecision.objects.filter(municipality=municipality)
    codes = {False: "disposal_changed", True: "disposal_held_meanwhile"}
    return [Shown(codes[one.is_on_hold], {"number": one.number, "day": one.decided_on}) for one in decided]


def dispose_everywhere(on: date) -> int:
    """Erase what is due in every municipality that has decided so. Gives how many rows went."""
    return sum(_dispose_or_leave(municipality, on) for municipality in Municipality.objects.all())


def dispose(municipality: Municipality, on: date) -> int:
    """Erase everything of one municipality that is due on the day `on`.

    - what went is written down by kind and survey
    - the bytes are gone from the database's files

    Raises `WrongState`: `disposal_undecided`, `disposal_held`.
    """
    with turn_of(municipality.pk):
        decision = _decision(municipality)
        if decision.is_on_hold:
            raise WrongState("disposal_held")
        removed = sum(
            _erase(municipality, rule.kept, source, rows, on, decision.number)
            for rule in SCHEDULE
            for source, rows in due(municipality, rule, on)
        )
    if removed:
        leave_out_erased()
    return removed


def due(municipality: Municipality, rule: Rule, on: date) -> Iterator[tuple[str, QuerySet[Any]]]:
    """What one line of the schedule lets go on the day `on`: id of the survey or dialogue, and the rows."""
    if rule.since is Since.WRITTEN:
        start = datetime.combine(latest_start(rule, on), time.max, clock.STOCKHOLM)
        yield "", LogEntry.objects.filter(municipality=municipality, at__lte=start)
        return
    if rule.since is Since.ANSWERED:
        answered = OwedAnswer.objects.filter(dialogue__municipality=municipality, what="")
        for owed in answered.select_related("dialogue__municipality"):
            if owed.answered_on and rule.is_due(owed.answered_on, on):
                yield owed.dialogue.public_id, cards_kept(owed.dialogue)
        return
    for survey in municipality.surveys.filter(state__in=(SurveyState.CLOSED, SurveyState.FROZEN)):
        start_on = survey.approved_on if rule.since is Since.APPROVED else survey.closed_on
        if start_on and rule.is_due(start_on, on):
            yield survey.public_id, rows_kept(rule.kept, survey)


def rows_kept(kept: Kept, survey: Survey) -> QuerySet[Any]:
    """What of a survey the schedule lets go, of one kind."""
    match kept:
        case Kept.FORMS:
            return SentForm.objects.filter(survey=survey)
        case Kept.CODES:
            return SurveyCode.objects.filter(batch__survey=survey)
        case Kept.RESPONSES:
            return Response.objects.filter(survey=survey)
    voices = Voice.objects.filter(
        municipality=survey.municipality, source_kind=SourceKind.SURVEY, source_id=survey.public_id
    )
    return voices.exclude(pk__in=Voice.quotable.filter(source_id=survey.public_id).values("pk"))


def cards_kept(dialogue: Dialogue) -> QuerySet[Voice]:
    """What was said there and is not approved for quoting; what was seen at the stops of a walk stays."""
    said = Voice.objects.filter(municipality=dialogue.municipality, source_id=dialogue.public_id)
    return said.exclude(pk__in=Voice.quotable.filter(source_id=dialogue.public_id).values("pk"))


def _erase(
    municipality: Municipality, kept: Kept, source: str, rows: QuerySet[Any], on: date, decision: str
) -> int:
    removed = rows.count()
    if removed:
        erase_voices(rows) if rows.model is Voice else rows.delete()
        Disposal.objects.create(
            municipality=municipality, kind=kept, source_id=source, removed=removed, on=on, decision=decision
        )
    return removed


def _dispose_or_leave(municipality: Municipality, on: date) -> int:
    try:
        return dispose(municipality, on)
    except WrongState:
        return 0  # the desk says why


def _decision(municipality: Municipality) -> DisposalDecision:
    decision = DisposalDecision.objects.filter(municipality=municipality).first()
    if decision is None:
        raise WrongState("disposal_undecided")
    return decision


def _log(verb: str, actor: User, municipality: Municipality) -> None:
    record(verb, actor=actor, municipality=municipality, kind="municipality", object_id=municipality.slug)
