"""Have you noticed it? Asked of residents about one promise, and counted without keeping anything of them.

What is kept is a number for each answer at each place, and the marks of forms that have been sent. Nothing
has a time, an address or an order (docs/rules/resident-check.md). Answers are taken in `check_answers.py`.
"""

from datetime import date

from django.db import transaction

from handslag import clock
from handslag.domain.errors import BadInput
from handslag.domain.keeping.resident_checks import (
    WHOLE,
    CheckDays,
    check_days,
    check_table,
    may_publish,
    next_left_out,
    next_moves,
    next_shown,
)
from handslag.domain.listening.suppression import table_record
from handslag.domain.permissions import Action
from handslag.domain.promises.terms import PromiseState
from handslag.models.models import Promise, ResidentCheck, SentCheck, User
from handslag.services.access import require
from handslag.services.listening.noise_keys import check_noise
from handslag.services.log import record
from handslag.services.promises.changes import terms_on
from handslag.services.turns import in_turn

MOST_WEEKS = 104


@in_turn
def set_resident_check(actor: User, *, promise: Promise, after_weeks: int | None) -> ResidentCheck | None:
    """Ask residents about a promise from so many weeks after it began; None: no longer.

    - the page of the promise links to the question while it is open
    - what has been answered stays, also when it is ended and begun again

    Raises `BadInput` for a draft, or when the weeks are not 1 to 104.
    """
    require(actor, promise.municipality, Action.SET_RESIDENT_CHECK)
    if promise.state == PromiseState.DRAFT:
        raise BadInput("promise_not_public", number=promise.number)
    if after_weeks is not None and not 1 <= after_weeks <= MOST_WEEKS:
        raise BadInput("check_weeks", most=MOST_WEEKS)
    check = ResidentCheck.objects.select_for_update().filter(promise=promise).first()
    if after_weeks is not None:
        values = {"after_weeks": after_weeks, "ended_on": None}
        check, _ = ResidentCheck.objects.update_or_create(promise=promise, defaults=values)
    elif check is not None and check.ended_on is None:
        check.ended_on = clock.today()
        check.save(update_fields=["ended_on"])
    record(
        "set_resident_check" if after_weeks is not None else "end_resident_check",
        actor=actor,
        municipality=promise.municipality,
        kind="promise",
        object_id=promise.public_id,
        **({"weeks": after_weeks} if after_weeks is not None else {}),
    )
    return check


def publish_checks(on: date) -> int:
    """Make the figures public that may be made anew on the local day `on`. Safe to run again.

    - forms of checks that are over are forgotten the day after
    """
    made = 0
    for key in ResidentCheck.objects.values_list("pk", flat=True):
        with transaction.atomic():
            check = ResidentCheck.objects.select_for_update().select_related("promise").get(pk=key)
            closes_on = days_of(check).closes_on
            if may_publish(check.shown_on, closes_on, on=on):
                made += _publish(check, on, is_over=closes_on is not None and closes_on < on)
            if closes_on is not None and closes_on < on:
                SentCheck.objects.filter(check_of=check).delete()
    return made


def _publish(check: ResidentCheck, on: date, *, is_over: bool) -> bool:
    shown = next_shown(check.counts, check.shown, is_over=is_over)
    left_out = next_left_out(check.left_out, check.shown_left_out)
    if (shown, left_out) == (check.shown, check.shown_left_out):
        return False
    if shown is not None and shown != check.shown:
        check.moves = next_moves(check.moves, check.shown, shown)
        noise = check_noise(check.promise.public_id)
        check.table = table_record(check_table(shown, check.moves, places_asked(check.promise), noise))
    check.shown, check.shown_left_out, check.shown_on = shown, left_out, on
    check.save(update_fields=["shown", "moves", "table", "shown_left_out", "shown_on"])
    return True


def is_asked(check: ResidentCheck, *, on: date) -> bool:
    """Whether residents are asked on the day `on`; never once the promise is withdrawn."""
    return days_of(check).is_open(on) and not terms_on(check.promise, on).withdrawn


def days_of(check: ResidentCheck) -> CheckDays:
    """From when to when residents are asked."""
    versions = list(check.promise.versions.order_by("version"))
    return check_days(versions[0].valid_from, versions[-1].valid_to, check.after_weeks, check.ended_on)


def places_asked(promise: Promise) -> tuple[str, ...]:
    """The places a resident chooses between: those of the promise as it is worded now."""
    return tuple(promise.versions.order_by("-version")[0].places) or (WHOLE,)
