"""Changes of a published promise: prolong, amend, replace, withdraw. Each makes a version and keeps the old.

The coordinator prepares and carries out, as with publication (docs/rules/changes.md). Every verb takes
`seen`, the number of the version that its actor had before them, so that nobody changes unseen terms;
`prolonged`, `amended`, `replaced` and `withdrawn` give the version before it is saved, to try it out.
"""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date

from handslag import clock
from handslag.domain.errors import BadInput, WrongState
from handslag.domain.listening.redaction import refuse_personal_data
from handslag.domain.permissions import Action
from handslag.domain.promises.changes import Change, check_change, version_on
from handslag.domain.promises.terms import PromiseState, Terms
from handslag.models.models import Promise, PromiseVersion, User
from handslag.services.access import require
from handslag.services.log import record
from handslag.services.promises.drafts import Draft, add_places, columns_of, refuse_incomplete
from handslag.services.turns import in_turn

# What makes a version another one than the one before, though it promises the same.
_OF_ITS_OWN = {"id", "version", "valid_from", "change", "reason", "replaced_by", "round", "made_at"}


@dataclass(frozen=True, slots=True)
class Days:
    """From when a version is in force, and until when or until which review."""

    valid_from: date
    valid_to: date | None
    review_on: date | None


@in_turn
def prolong_promise(
    actor: User,
    *,
    promise: Promise,
    seen: int,
    days: Days,
    reason: str,
) -> PromiseVersion:
    """Give a promise another last day or day of review.

    - a new version in the same words, public with its reason
    - what was judged before stays as it was

    Raises `BadInput` for days that contradict each other, no reason, or a change made meanwhile.
    """
    require(actor, promise.municipality, Action.PROLONG_PROMISE)
    return _save(
        actor, "prolong_promise", promise, lambda: prolonged(promise, seen, days=days, reason=reason)
    )


@in_turn
def amend_promise(
    actor: User,
    *,
    promise: Promise,
    seen: int,
    days: Days,
    draft: Draft,
    reason: str,
) -> PromiseVersion:
    """Give a promise other words, parties, places or another measure; or take a withdrawn one up again.

    - a new version, public with its reason beside the one before
    - places that the register lacks are added to it
    - a period that has begun runs out under the old terms

    Raises `BadInput` as `prolong_promise`, when nothing differs, and for terms that cannot be judged.
    """
    require(actor, promise.municipality, Action.AMEND_PROMISE)
    version = _save(
        actor,
        "amend_promise",
        promise,
        lambda: amended(promise, seen, days=days, draft=draft, reason=reason),
    )
    Promise.objects.filter(pk=promise.pk).update(perspective=draft.perspective)
    add_places(promise.municipality, draft.places)
    return version


@in_turn
def replace_promise(
    actor: User, *, promise: Promise, seen: int, valid_from: date, by: Promise, reason: str
) -> PromiseVersion:
    """Let another promise stand in the place of this one.

    - withdrawn from the day, with a way to the other one

    Raises `BadInput` as `withdraw_promise`, and when the other is the same or is not valid on the day.
    """
    require(actor, promise.municipality, Action.REPLACE_PROMISE)
    return _save(
        actor,
        "replace_promise",
        promise,
        lambda: replaced(promise, seen, valid_from=valid_from, by=by, reason=reason),
        by=by.number,
    )


@in_turn
def withdraw_promise(
    actor: User, *, promise: Promise, seen: int, valid_from: date, reason: str
) -> PromiseVersion:
    """Take a promise back from a day on.

    - it stays public, with the reason
    - periods that had begun end the day before, with their whole target
    - nothing can be logged for later days

    Raises `BadInput` for a day before the terms it ends, after its last day or in the past.
    """
    require(actor, promise.municipality, Action.WITHDRAW_PROMISE)
    return _save(
        actor,
        "withdraw_promise",
        promise,
        lambda: withdrawn(promise, seen, valid_from=valid_from, reason=reason),
    )


def prolonged(promise: Promise, seen: int, *, days: Days, reason: str) -> PromiseVersion:
    """The version that `prolong_promise` would save. Raises `BadInput` as it does."""
    last = _last_in_force(promise, seen)
    return _checked(last, following(last, Change.PROLONGED, reason, **asdict(days)))


def amended(promise: Promise, seen: int, *, days: Days, draft: Draft, reason: str) -> PromiseVersion:
    """The version that `amend_promise` would save. Raises `BadInput` as it does."""
    last = latest(promise, seen)
    new = following(last, Change.AMENDED, reason, **asdict(days), **columns_of(draft))
    refuse_personal_data(text=new.text)
    refuse_incomplete(new)
    return _checked(last, new)


def replaced(promise: Promise, seen: int, *, valid_from: date, by: Promise, reason: str) -> PromiseVersion:
    """The version that `replace_promise` would save. Raises `BadInput` as it does."""
    last = _last_in_force(promise, seen)
    if by.pk == promise.pk:
        raise BadInput("replaced_by_itself")
    if by.municipality_id != promise.municipality_id or by.state != PromiseState.PUBLISHED:
        raise BadInput("promise_not_public", number=by.number)
    other = terms_on(by, valid_from)
    ends = other.valid_to or date.max
    if other.withdrawn or not other.valid_from <= valid_from <= ends:
        raise BadInput("replacement_not_valid", number=by.number, day=valid_from)
    return _checked(last, following(last, Change.REPLACED, reason, valid_from=valid_from, replaced_by=by))


def withdrawn(promise: Promise, seen: int, *, valid_from: date, reason: str) -> PromiseVersion:
    """The version that `withdraw_promise` would save. Raises `BadInput` as it does."""
    last = _last_in_force(promise, seen)
    return _checked(last, following(last, Change.WITHDRAWN, reason, valid_from=valid_from))


def terms_on(promise: Promise, day: date) -> Terms:
    """The terms of a promise that is or was public, as they are in force on a day."""
    return version_on([version.terms() for version in promise.versions.order_by("version")], day)


def latest(promise: Promise, seen: int | None = None) -> PromiseVersion:
    """The latest version. Raises `BadInput("changed_meanwhile")` when it is another than `seen`."""
    last = promise.versions.select_related("promise__aim").order_by("-version")[0]
    if seen is not None and last.version != seen:
        raise BadInput("changed_meanwhile", number=promise.number, version=last.version)
    return last


def following(last: PromiseVersion, change: Change, reason: str, **columns: object) -> PromiseVersion:
    """A version that differs from `last` in `columns` alone. Nothing is saved."""
    names = [field.name for field in PromiseVersion._meta.concrete_fields]
    kept = {name: getattr(last, name) for name in names if name not in _OF_ITS_OWN}
    return PromiseVersion(
        **kept | columns,
        version=last.version + 1,
        change=change,
        reason=reason.strip(),
        made_at=clock.now(),
    )


def content_of(version: PromiseVersion) -> dict[str, object]:
    """What a version promises, without its promise and its days."""
    names = [field.name for field in PromiseVersion._meta.concrete_fields]
    apart = _OF_ITS_OWN | {"promise", "valid_to", "review_on"}
    return {name: getattr(version, name) for name in names if name not in apart}


def says_the_same(one: PromiseVersion, other: PromiseVersion) -> bool:
    """Whether two versions differ in nothing that is promised."""
    names = [field.name for field in PromiseVersion._meta.concrete_fields if field.name not in _OF_ITS_OWN]
    return all(getattr(one, name) == getattr(other, name) for name in names)


def _last_in_force(promise: Promise, seen: int) -> PromiseVersion:
    """The latest version, where the promise has not been taken back."""
    last = latest(promise, seen)
    if last.terms().withdrawn:
        raise BadInput("already_withdrawn", number=promise.number, day=last.valid_from)
    return last


def _checked(last: PromiseVersion, new: PromiseVersion) -> PromiseVersion:
    """`new`, when it may follow `last` today. Raises `BadInput`."""
    if not new.reason:
        raise BadInput("change_without_reason")
    refuse_personal_data(reason=new.reason)
    before = last.terms()
    check_change(before, new.terms(), today=clock.today())
    if not before.withdrawn and not new.terms().withdrawn and says_the_same(last, new):
        raise BadInput("change_of_nothing")
    return new


def _save(
    actor: User, verb: str, promise: Promise, make: Callable[[], PromiseVersion], **params: object
) -> PromiseVersion:
    """Who comes second is told that the promise has changed."""
    if promise.state == PromiseState.DRAFT:
        raise WrongState("not_published")
    version = make()
    version.save()
    record(
        verb,
        actor=actor,
        municipality=promise.municipality,
        kind="promise",
        object_id=promise.public_id,
        valid_from=version.valid_from.isoformat(),
        **params,
    )
    return version
