"""Changes of a published promise: what may follow what. The rules stand in docs/rules/changes.md.

A change is a new version (`versions` tells which of them judges which days); none is ever edited.
"""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from handslag.domain.errors import BadInput
from handslag.domain.promises.terms import Terms


class Change(StrEnum):
    """What a version did to the one before it."""

    FIRST = "first"
    PROLONGED = "prolonged"  # the same promise with another last day or day of review
    AMENDED = "amended"  # other words, parties, places or measure; also what takes a promise up again
    REPLACED = "replaced"  # withdrawn, and another promise stands in its place
    WITHDRAWN = "withdrawn"


ENDS = frozenset({Change.REPLACED, Change.WITHDRAWN})  # from these on nothing is promised any more


def check_change(last: Terms, new: Terms, *, today: date) -> None:
    """Whether `new` may follow `last`, the latest version.

    Raises `BadInput`: no later than the version it changes, in force before `today` (rules before
    deeds), or without a last day or a day of review.
    """
    if new.valid_from <= last.valid_from:
        raise BadInput("change_before_version", day=new.valid_from, valid_from=last.valid_from)
    if new.valid_from < today:
        raise BadInput("change_in_past", day=new.valid_from)
    if new.withdrawn:
        if last.valid_to is not None and new.valid_from > last.valid_to:
            raise BadInput("change_after_end", day=new.valid_from, valid_to=last.valid_to)
        return
    if new.valid_to is None and new.review_on is None:
        raise BadInput("change_without_end")


def version_on(versions: Sequence[Terms], day: date) -> Terms:
    """The version in force on `day`, of one promise's in order; the first before them all."""
    return max((terms for terms in versions if terms.valid_from <= day), key=_number, default=versions[0])


def check_day(number: int, versions: Sequence[Terms], day: date) -> Terms:
    """The version in force on the `day` of an activity for the promise `number`.

    Raises `BadInput` when the promise had not begun, had ended or was withdrawn by then.
    """
    now = version_on(versions, day)
    if day < now.valid_from:
        raise BadInput("activity_before_promise", day=day, valid_from=now.valid_from)
    if now.withdrawn:
        raise BadInput("promise_withdrawn", number=number, text=now.text, day=now.valid_from)
    gone = max(
        (terms.version for terms in versions if terms.withdrawn and terms.version < now.version), default=0
    )
    ends = [terms.valid_to or date.max for terms in versions if gone < terms.version <= now.version]
    if day > max(ends):  # a window that began under an earlier version may run out after the latest end
        raise BadInput("activity_after_promise", day=day, valid_to=max(ends))
    return now


def _number(terms: Terms) -> int:
    return terms.version
