"""What the desk shows of disposal: the decision, the schedule, what goes next, what has gone."""

from dataclasses import dataclass
from datetime import date, timedelta

from handslag.domain.listening.retention import SCHEDULE, Kept, Rule, Since, rule_for
from handslag.domain.surveys import SurveyState
from handslag.models.models import Disposal, Municipality, OwedAnswer
from handslag.services.listening.retention import cards_kept, rows_kept

LATEST = 30  # lines of what has gone


@dataclass(frozen=True, slots=True)
class Coming:
    """What of a survey or dialogue goes on which day; `goes_on` None: once its results are approved."""

    kept: Kept
    survey: str  # title in Swedish, as it was written
    goes_on: date | None
    left: int  # rows that are there


@dataclass(frozen=True, slots=True)
class Gone:
    kept: Kept
    removed: int
    on: date
    decision: str


@dataclass(frozen=True, slots=True)
class DisposalPage:
    """`number` is empty where the municipality has not decided. `overdue`: what should be gone by now."""

    number: str
    decided_on: date | None
    is_on_hold: bool
    schedule: tuple[Rule, ...]
    overdue: tuple[Coming, ...]
    coming: tuple[Coming, ...]
    gone: tuple[Gone, ...]


def disposal_page(municipality: Municipality, *, on: date) -> DisposalPage:
    """Everything the page shows on the day `on`."""
    coming = _coming(municipality)
    is_past = [one.goes_on is not None and one.goes_on <= on for one in coming]
    decision = getattr(municipality, "disposal", None)
    rows = Disposal.objects.filter(municipality=municipality)[:LATEST]
    return DisposalPage(
        decision.number if decision else "",
        decision.decided_on if decision else None,
        bool(decision and decision.is_on_hold),
        SCHEDULE,
        tuple(one for one, past in zip(coming, is_past, strict=True) if past and one.left),
        tuple(one for one, past in zip(coming, is_past, strict=True) if not past),
        tuple(Gone(Kept(one.kind), one.removed, one.on, one.decision) for one in rows),
    )


def _coming(municipality: Municipality) -> list[Coming]:
    taken = (SurveyState.CLOSED, SurveyState.FROZEN)
    found = []
    for survey in municipality.surveys.filter(state__in=taken):
        gone = {one.kind for one in municipality.disposals.filter(source_id=survey.public_id)}
        for kept in (Kept.TEXTS, Kept.RESPONSES):
            rule = rule_for(kept)
            start = survey.approved_on if rule.since is Since.APPROVED else survey.closed_on
            goes_on = rule.last_day(start) + timedelta(days=1) if start else None
            if kept not in gone:
                left = rows_kept(kept, survey).count()
                found.append(Coming(kept, survey.defined().title.say("sv"), goes_on, left))
    return found + _cards_coming(municipality)


def _cards_coming(municipality: Municipality) -> list[Coming]:
    """The answered dialogues with residents; those with staff are for their own party's eyes."""
    answered = OwedAnswer.objects.filter(dialogue__municipality=municipality, dialogue__party="", what="")
    gone = set(municipality.disposals.filter(kind=Kept.CARDS).values_list("source_id", flat=True))
    rule = rule_for(Kept.CARDS)
    return [
        Coming(
            Kept.CARDS,
            owed.dialogue.name,
            rule.last_day(owed.answered_on) + timedelta(days=1),
            cards_kept(owed.dialogue).count(),
        )
        for owed in answered.select_related("dialogue__municipality")
        if owed.answered_on and owed.dialogue.public_id not in gone
    ]
