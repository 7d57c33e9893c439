"""What was done: log or plan it, say that a plan was done, correct without losing what was said before."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import TypedDict

from django.db import IntegrityError, transaction

from handslag import clock
from handslag.domain.errors import BadInput, WrongState
from handslag.domain.keeping.activities import ActivityStatus
from handslag.domain.keeping.joint_work import named_by
from handslag.domain.keeping.places import Place as RegisterPlace
from handslag.domain.keeping.places import matcher
from handslag.domain.listening.redaction import refuse_personal_data
from handslag.domain.people.parties import Party
from handslag.domain.permissions import Action
from handslag.domain.promises.changes import check_day
from handslag.domain.promises.terms import Kind, PromiseState, Spread
from handslag.models.models import (
    Activity,
    ActivityPromise,
    Event,
    Municipality,
    Place,
    Promise,
    School,
    User,
)
from handslag.services.access import membership_in, require
from handslag.services.keeping.joint_work import carry_denials
from handslag.services.log import record
from handslag.services.turns import in_turn

CONFIRMED = "Gjort som planerat."  # the reason of the row that replaces a plan, shown in public


@dataclass(frozen=True, slots=True)
class Entry:
    """What somebody says was done (or is planned, or was cancelled), by `party` and with `others`."""

    promises: tuple[Promise, ...]
    done_on: date
    party: Party
    others: tuple[Party, ...] = ()
    status: ActivityStatus = ActivityStatus.DONE
    count: int = 1
    hours: Decimal | None = None
    place: Place | None = None
    school: School | None = None
    event: Event | None = None
    note: str = ""


class Where(TypedDict):
    """Where something was done, as an `Entry` takes it."""

    place: Place | None
    school: School | None
    event: Event | None


def promises_numbered(municipality: Municipality, numbers: Iterable[int]) -> tuple[Promise, ...]:
    """The promises of `municipality` with these numbers. Raises `BadInput("unknown_place_or_promise")`."""
    wanted = set(numbers)
    found = tuple(Promise.objects.filter(municipality=municipality, number__in=wanted))
    if len(found) != len(wanted):
        raise BadInput("unknown_place_or_promise")
    return found


def where_named(municipality: Municipality, *, place: str = "", school: str = "", event: str = "") -> Where:
    """The place and school with these names, the event with this id; "" is none. Raises as above."""
    where = Where(
        place=_place_called(municipality, place) if place else None,
        school=municipality.schools.filter(name=school).first() if school else None,
        event=municipality.events.filter(public_id=event).first() if event else None,
    )
    if (bool(place), bool(school), bool(event)) != tuple(
        map(bool, (where["place"], where["school"], where["event"]))
    ):
        raise BadInput("unknown_place_or_promise")
    return where


def _place_called(municipality: Municipality, name: str) -> Place | None:
    """The place of the register that `name` means: promises may spell it in their own way."""
    places = {place.name: place for place in municipality.places.all()}
    register = tuple(RegisterPlace(place.name, tuple(place.aliases)) for place in places.values())
    found = matcher(places, register)(name)
    return places[found] if found else None


def sent_before(user: User, municipality: Municipality, key: str | None) -> Activity | None:
    """What `user` logged with the form that has this key, however it has fared since; None before that."""
    if not key:
        return None
    return Activity.objects.filter(key=key, municipality=municipality, logged_by=user).first()


def says_the_same(user: User, activity: Activity, entry: Entry) -> bool:
    """Whether `user` logged `activity` as `entry` says; else the form was changed after it had been sent."""
    promises = {promise.pk for promise in activity.promises.all()}
    stored = _stored(user, activity.municipality, entry)
    return promises == {promise.pk for promise in entry.promises} and all(
        getattr(activity, name) == value for name, value in stored.items()
    )


@in_turn
def log_activity(
    actor: User, *, municipality: Municipality, entry: Entry, key: str | None = None
) -> Activity:
    """Log one activity for one or more promises.

    - it counts once in each promise it serves
    - other parties that took part are asked to confirm it (`services/keeping/joint_work.py`)
    - the same form (`key`) sent twice gives the activity of the first time

    Raises `BadInput`: no promise, a day in the future for something done, a day before a promise
    was valid, nothing counted, no hours for a promise of hours, no place or school for one judged at
    each of them, another municipality's place or promise, personal data in the note, a key somebody
    else has used.
    """
    require(actor, municipality, Action.LOG_ACTIVITY)
    if sent := sent_before(actor, municipality, key):
        return sent
    _check(municipality, entry)
    try:
        with transaction.atomic():
            activity = _save(actor, municipality, entry, key=key)
    except IntegrityError:  # the same form was sent twice at the same moment
        if sent := sent_before(actor, municipality, key):
            return sent
        raise BadInput("form_already_sent") from None
    _log(actor, "log_activity", activity)
    return activity


@in_turn
def correct_activity(actor: User, *, activity: Activity, entry: Entry, reason: str) -> Activity:
    """Replace a logged activity by a corrected one.

    - the old row stays, with the reason, and no longer counts
    - other parties are asked anew; one that had said it was not there still says so

    Raises `BadInput` as `log_activity`, and without a reason; `WrongState("already_corrected")`
    when somebody else was first, `WrongState("activity_taken_back")` when its file has been.
    """
    require(actor, activity.municipality, Action.CORRECT_ACTIVITY)
    if not reason.strip():
        raise BadInput("correction_without_reason")
    refuse_personal_data(reason=reason)
    corrected = _replace(actor, activity, entry, reason.strip())
    _log(actor, "correct_activity", corrected)
    return corrected


@in_turn
def plan_activities(
    actor: User, *, municipality: Municipality, entry: Entry, days: Sequence[date], key: str | None = None
) -> list[Activity]:
    """Plan the same activity for each of `days` (at least one, in order).

    - a planned activity each, which counts when somebody has said that it was done
    - the same form (`key`) sent twice plans once

    Raises `BadInput` as `log_activity`, when it is wrong on any of the days.
    """
    require(actor, municipality, Action.PLAN_ACTIVITIES)
    keys = [sha256(f"{key} {day}".encode()).hexdigest()[:32] if key else None for day in days]
    if sent_before(actor, municipality, keys[0]):
        return list(Activity.objects.filter(key__in=keys, municipality=municipality).order_by("done_on"))
    plans = [replace(entry, done_on=day, status=ActivityStatus.PLANNED) for day in days]
    for plan in plans:
        _check(municipality, plan)
    planned = [_save(actor, municipality, plan, key=one) for plan, one in zip(plans, keys, strict=True)]
    _log(actor, "plan_activities", planned[0], activities=len(planned))
    return planned


@in_turn
def confirm_plan(actor: User, *, activity: Activity, reason: str = CONFIRMED) -> Activity:
    """Say that what was planned was done, on its day and as much as planned.

    - the plan is replaced by the same as done, which counts; a correction can change it
    - said twice it is done once

    Raises `BadInput` as `log_activity`, so when its day has not come; `WrongState`: it is not
    planned, or as `correct_activity`.
    """
    require(actor, activity.municipality, Action.CONFIRM_PLAN)
    if activity.status != ActivityStatus.PLANNED:
        raise WrongState("not_planned")
    if done := Activity.objects.filter(replaces=activity, status=ActivityStatus.DONE).first():
        return done
    entry = Entry(
        promises=tuple(activity.promises.all()),
        done_on=activity.done_on,
        party=Party(activity.party),
        others=tuple(map(Party, activity.others)),
        count=activity.count,
        hours=activity.hours,
        place=activity.place,
        school=activity.school,
        event=activity.event,
        note=activity.note,
    )
    done = _replace(actor, activity, entry, reason)
    _log(actor, "confirm_plan", done)
    return done


def _replace(user: User, activity: Activity, entry: Entry, reason: str) -> Activity:
    """The row that stands instead of `activity` from now on. Raises as `correct_activity`."""
    _check(activity.municipality, entry)
    if Activity.objects.filter(replaces=activity).exists():
        raise WrongState("already_corrected")
    if activity.batch is not None and activity.batch.undone_at is not None:
        raise WrongState("activity_taken_back")
    row = _save(user, activity.municipality, entry, replaces=activity, reason=reason)
    carry_denials(activity, row)
    return row


def _check(municipality: Municipality, entry: Entry) -> None:
    refuse_personal_data(note=entry.note)
    if not entry.promises:
        raise BadInput("activity_without_promise")
    if entry.count < 1 or (entry.hours is not None and entry.hours <= 0):
        raise BadInput("amount_not_positive")
    if entry.status == ActivityStatus.DONE and entry.done_on > clock.today():
        raise BadInput("activity_in_future", day=entry.done_on)
    owned: Sequence[Promise | Place | School | Event | None] = (
        *entry.promises,
        entry.place,
        entry.school,
        entry.event,
    )
    if any(thing is not None and thing.municipality_id != municipality.pk for thing in owned):
        raise BadInput("unknown_place_or_promise")
    for promise in entry.promises:
        _check_promise(promise, entry)


def _check_promise(promise: Promise, entry: Entry) -> None:
    day = entry.done_on
    if promise.state != PromiseState.PUBLISHED:
        raise BadInput("promise_not_public", number=promise.number)
    versions = [version.terms() for version in promise.versions.order_by("version")]
    measure = check_day(promise.number, versions, day).measure
    if measure.kind is Kind.QUANTITY and entry.hours is None and entry.status == ActivityStatus.DONE:
        raise BadInput("activity_without_hours", number=promise.number)
    if measure.spread is Spread.SCHOOL and entry.school is None:
        raise BadInput("activity_without_school", number=promise.number)
    if measure.spread is Spread.PLACE and entry.place is None and entry.school is None:
        raise BadInput("activity_without_place", number=promise.number)


def _save(
    actor: User,
    municipality: Municipality,
    entry: Entry,
    *,
    replaces: Activity | None = None,
    reason: str = "",
    key: str | None = None,
) -> Activity:
    activity = Activity.objects.create(
        municipality=municipality,
        **_stored(actor, municipality, entry),
        logged_by=actor,
        logged_at=clock.now(),
        replaces=replaces,
        reason=reason,
        key=key,
    )
    links = [ActivityPromise(activity=activity, promise=promise) for promise in entry.promises]
    ActivityPromise.objects.bulk_create(links)
    return activity


def _stored(user: User, municipality: Municipality, entry: Entry) -> dict[str, object]:
    """What an entry says, as its row keeps it."""
    party, others = named_by(Party(membership_in(user, municipality).party), entry.party, entry.others)
    return {
        "done_on": entry.done_on,
        "status": entry.status,
        "count": entry.count,
        "hours": entry.hours,
        "place": entry.place,
        "school": entry.school,
        "event": entry.event,
        "party": party,
        "others": list(others),
        "note": entry.note.strip(),
    }


def _log(actor: User, verb: str, activity: Activity, **params: int) -> None:
    municipality, object_id = activity.municipality, activity.public_id
    record(verb, actor=actor, municipality=municipality, kind="activity", object_id=object_id, **params)
