"""Promises that a new round carries over from a former one, matched by a person, done at publication."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

from django.db.models import Max

from handslag.domain.errors import BadInput
from handslag.domain.listening.redaction import refuse_personal_data
from handslag.domain.permissions import Action
from handslag.domain.promises.carrying import Fate
from handslag.domain.promises.changes import Change
from handslag.domain.promises.terms import PromiseState
from handslag.models.models import CarryOver, Promise, PromiseVersion, Reading, Round, User
from handslag.services.access import require
from handslag.services.log import record
from handslag.services.promises.changes import Days, content_of, following, latest, says_the_same
from handslag.services.promises.drafts import draft_round, refuse_incomplete, shown_draft
from handslag.services.shown import Shown, marks_of, refuse_unseen
from handslag.services.turns import in_turn


@dataclass(frozen=True, slots=True)
class Carried:
    """How a former promise goes on: as `draft` says, or not at all (None), and why."""

    former: Promise
    draft: Promise | None
    reason: str = ""


@in_turn
def carry_over(
    actor: User, *, reading: Reading, carried: Iterable[Carried], seen: Sequence[str] | None = None
) -> Round:
    """Say which former promises the drafts of a reading go on from, and which go.

    - what was said before for this round is replaced
    - what is not named stands as it is; drafts that are not named are new promises
    - nothing is public before the round is

    `seen`: what `shown_of` gave when the page was opened. Raises `BadInput` when one is named twice or is not
    of these, goes without a reason, or when a draft, a promise or the choice was changed meanwhile.
    """
    require(actor, reading.municipality, Action.CARRY_OVER)
    round_ = draft_round(reading)
    refuse_unseen(seen, _shown(round_))
    rows = list(carried)
    _check(reading, rows)
    round_.carried.all().delete()
    CarryOver.objects.bulk_create(
        CarryOver(round=round_, former=one.former, draft=one.draft, reason=one.reason.strip()) for one in rows
    )
    record(
        "carry_over",
        actor=actor,
        municipality=reading.municipality,
        kind="reading",
        object_id=reading.public_id,
        promises=len(rows),
    )
    return round_


def shown_of(reading: Reading) -> tuple[str, ...]:
    """What is matched, as marks: the drafts, the promises that are public, and the choice so far."""
    return marks_of(_shown(draft_round(reading)))


def _shown(round_: Round) -> list[Shown]:
    drafts = [shown_draft(promise) for promise in round_.promises.prefetch_related("versions")]
    public = round_.municipality.promises.filter(state=PromiseState.PUBLISHED).order_by("number")
    last = public.annotate(last=Max("versions__version")).values_list("number", "last")
    carried = round_.carried.order_by("former__number").values_list("former", "draft", "reason")
    return [
        *drafts,
        *(Shown("changed_meanwhile", {"number": number, "version": version}) for number, version in last),
        Shown("carried_meanwhile", {}, (len(drafts), list(carried))),
    ]


def versions_of(round_: Round, days: Days) -> list[tuple[CarryOver, Fate, PromiseVersion | None]]:
    """What publication would make of the promises that a round carries over. Nothing is saved.

    None: the promise has ended by itself, and goes. Raises `BadInput` for a draft that cannot be judged, for
    days no later than the terms they follow, and for a change without a reason.
    """
    rows = round_.carried.select_related("former__municipality", "draft").order_by("former__number")
    return [_next(row, round_, days) for row in rows]


def carry_out(round_: Round, days: Days) -> list[Promise]:
    """Save what `versions_of` gives, as part of a publication; gives the promises that go on."""
    going_on = []
    for row, fate, version in versions_of(round_, days):
        if version is not None:
            version.save()
        draft = row.draft
        row.fate, row.draft = fate, None
        row.save(update_fields=["fate", "draft"])
        if draft is not None:
            _take_the_place_of(draft, row.former)
            going_on.append(row.former)
    return going_on


def _check(reading: Reading, rows: list[Carried]) -> None:
    formers = [one.former for one in rows]
    drafts = [one.draft for one in rows if one.draft is not None]
    for some in (formers, drafts):
        doubled = next((one for index, one in enumerate(some) if one in some[:index]), None)
        if doubled is not None:
            raise BadInput("carried_twice", number=doubled.number)
    for former in formers:
        if former.municipality_id != reading.municipality_id or former.state != PromiseState.PUBLISHED:
            raise BadInput("promise_not_public", number=former.number)
    if any(draft.reading_id != reading.pk or draft.state != PromiseState.DRAFT for draft in drafts):
        raise BadInput("carried_unknown_draft")
    for one in rows:
        if one.draft is None and not one.reason.strip():
            raise BadInput("gone_without_reason", number=one.former.number)
        refuse_personal_data(reason=one.reason)


def _next(row: CarryOver, round_: Round, days: Days) -> tuple[CarryOver, Fate, PromiseVersion | None]:
    last = latest(row.former)
    if row.draft is None:
        is_over = last.terms().withdrawn or (last.valid_to is not None and last.valid_to < days.valid_from)
        gone = following(last, Change.WITHDRAWN, row.reason, valid_from=days.valid_from, round=round_)
        return row, Fate.GONE, None if is_over else _later(last, gone)
    drafted = row.draft.versions.get()
    refuse_incomplete(drafted)
    same_days = following(last, Change.PROLONGED, row.reason, **content_of(drafted))
    is_same = says_the_same(last, same_days)
    if not is_same and not row.reason:
        raise BadInput("carried_without_reason", number=row.former.number)
    version = following(
        last,
        Change.PROLONGED if is_same else Change.AMENDED,
        row.reason,
        **content_of(drafted) | asdict(days),
        round=round_,
    )
    return row, Fate.CONTINUED if is_same else Fate.CHANGED, _later(last, version)


def _later(last: PromiseVersion, version: PromiseVersion) -> PromiseVersion:
    version.terms()  # refuses days that contradict each other
    if version.valid_from <= last.valid_from:
        raise BadInput("change_before_version", day=version.valid_from, valid_from=last.valid_from)
    return version


def _take_the_place_of(draft: Promise, former: Promise) -> None:
    """The former promise stands where the draft stood: under its heading and aim, with what serves it."""
    Promise.objects.filter(aim=draft).exclude(pk=former.pk).update(aim=former)
    former.perspective = draft.perspective
    if draft.aim_id not in (None, former.pk):
        former.aim_id = draft.aim_id
    former.save(update_fields=["perspective", "aim"])
    draft.delete()
