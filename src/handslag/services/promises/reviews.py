"""Reviews: the parties look at a promise again and let it hold on."""

from datetime import date

from handslag import clock
from handslag.domain.errors import BadInput, WrongState
from handslag.domain.listening.redaction import refuse_personal_data
from handslag.domain.permissions import Action
from handslag.domain.promises.terms import PromiseState
from handslag.models.models import Promise, Review, User
from handslag.services.access import require
from handslag.services.log import record
from handslag.services.promises.changes import latest
from handslag.services.turns import in_turn


@in_turn
def review_promise(actor: User, *, promise: Promise, next_on: date, said: str) -> Review:
    """Say that the parties have looked at a promise and that it holds on until `next_on`.

    - the terms stay the same: no version, and no verdict moves
    - what was `said` is public, and reminders go by the new day
    - the same said twice on a day stands once

    Raises `BadInput` when the day is not ahead or after the end of the promise, when nothing is said, and
    for a promise that is withdrawn.
    """
    require(actor, promise.municipality, Action.REVIEW_PROMISE)
    if promise.state == PromiseState.DRAFT:
        raise WrongState("not_published")
    last = latest(promise)
    if last.terms().withdrawn:
        raise BadInput("already_withdrawn", number=promise.number, day=last.valid_from)
    if next_on <= clock.today():
        raise BadInput("review_not_ahead", day=next_on)
    if last.valid_to is not None and next_on > last.valid_to:
        raise BadInput("review_after_end", day=next_on, valid_to=last.valid_to)
    if not said.strip():
        raise BadInput("review_without_words")
    refuse_personal_data(said=said)
    review, is_new = Review.objects.get_or_create(
        promise=promise,
        reviewed_on=clock.today(),
        next_on=next_on,
        said=said.strip(),
        defaults={"made_at": clock.now()},
    )
    if not is_new:
        return review
    record(
        "review_promise",
        actor=actor,
        municipality=promise.municipality,
        kind="promise",
        object_id=promise.public_id,
        next_on=next_on.isoformat(),
    )
    return review
