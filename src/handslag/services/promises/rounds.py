"""Rounds: publishing a set of promises together."""

from collections.abc import Sequence
from datetime import date

from handslag import clock
from handslag.domain.bounds import refuse_far
from handslag.domain.errors import BadInput, WrongState
from handslag.domain.permissions import Action
from handslag.domain.promises.terms import PromiseState
from handslag.models.models import Promise, Reading, Round, User
from handslag.services.access import require
from handslag.services.log import record
from handslag.services.promises.carry_overs import carry_out
from handslag.services.promises.changes import Days
from handslag.services.promises.drafts import (
    add_places,
    draft_round,
    number_after_the_public,
    refuse_incomplete,
    shown_draft,
)
from handslag.services.shown import Shown, marks_of, refuse_unseen
from handslag.services.turns import in_turn


@in_turn
def publish_round(
    actor: User,
    *,
    reading: Reading,
    valid_from: date,
    valid_to: date | None,
    review_on: date | None,
    seen: Sequence[str] | None = None,
) -> Round:
    """Publish every draft of a reading as one round.

    - the terms are fixed from now on, and the numbers follow on those that are public, without a hole
    - promises of a former round are prolonged, amended or withdrawn as was said for them (`carry_over`)
    - places that the register lacks are added to it
    - without an end date the round gets a review date, a year from its start if none is given

    `seen`: what `shown_of` gave when a person looked; None where nobody did. Raises `BadInput` (something
    changed meanwhile, backwards validity, a draft without party, measure or events, with its text, a
    promise carried over that cannot be) and `WrongState` when there is nothing left to publish.
    """
    municipality = reading.municipality
    require(actor, municipality, Action.PUBLISH_ROUND)
    refuse_far(valid_from=valid_from, valid_to=valid_to, review_on=review_on)
    if valid_to is not None and valid_to < valid_from:
        raise BadInput("validity_backwards", valid_from=valid_from, valid_to=valid_to)
    round_ = draft_round(reading)
    refuse_unseen(seen, _shown(round_))
    promises = list(round_.promises.prefetch_related("versions"))
    if not promises:
        raise WrongState("nothing_to_publish")
    if valid_to is None and review_on is None:
        review_on = _a_year_after(valid_from)
    round_.valid_from, round_.valid_to, round_.review_on = valid_from, valid_to, review_on
    round_.published_at = clock.now()
    round_.save(update_fields=["valid_from", "valid_to", "review_on", "published_at"])
    names = [name for promise in promises for name in promise.versions.all()[0].places]
    _publish_new(promises, round_)
    carry_out(round_, Days(valid_from, valid_to, review_on))
    add_places(municipality, names)
    record(
        "publish_round",
        actor=actor,
        municipality=municipality,
        kind="round",
        object_id=round_.public_id,
        promises=len(promises),
    )
    return round_


def shown_of(round_: Round) -> tuple[str, ...]:
    """What is confirmed when a round is published, as marks: its drafts, then what it carries over."""
    return marks_of(_shown(round_))


def _shown(round_: Round) -> list[Shown]:
    """The drafts, how many they are, and what is carried over."""
    drafts = [shown_draft(promise) for promise in round_.promises.prefetch_related("versions")]
    carried = round_.carried.order_by("former__number").values_list("former", "draft", "reason")
    return [*drafts, Shown("round_changed_meanwhile", {}, (len(drafts), list(carried)))]


def _a_year_after(day: date) -> date:
    return day.replace(year=day.year + 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


def _publish_new(promises: Sequence[Promise], round_: Round) -> None:
    """Those that go on from nothing, numbered after what residents know."""
    carried = {row.draft_id for row in round_.carried.all()}
    new = [promise for promise in promises if promise.pk not in carried]
    number_after_the_public(new)
    for promise in new:
        _publish(promise, round_)


def _publish(promise: Promise, round_: Round) -> None:
    version = promise.versions.all()[0]
    refuse_incomplete(version)
    version.valid_from, version.valid_to, version.review_on = (
        round_.valid_from,
        round_.valid_to,
        round_.review_on,
    )
    version.made_at = clock.now()
    version.save(update_fields=["valid_from", "valid_to", "review_on", "made_at"])
    promise.state = PromiseState.PUBLISHED
    promise.save(update_fields=["state"])
