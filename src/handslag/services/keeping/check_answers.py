"""Answers to "have you noticed it?": counted once each, and left out when they seem to come from a script.

The database keeps numbers only. So that what was counted can be left out when its batch turns out to be large
enough, each process keeps in memory what it has counted today, as the watch keeps what it has noticed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from threading import Lock
from uuid import UUID, uuid4

from django.db import transaction

from handslag import clock
from handslag.domain.errors import BadInput, WrongState
from handslag.domain.keeping.resident_checks import Noticed, no_counts
from handslag.domain.listening.answers import Outcome
from handslag.domain.listening.stuffing import QUICK_BELOW_FOR_ONE, Sign
from handslag.models.models import Promise, ResidentCheck, SentCheck
from handslag.services.keeping.resident_checks import is_asked, places_asked
from handslag.services.listening.bare_insert import insert_new
from handslag.services.listening.intake import (
    FormToken,
    Surroundings,
    Taken,
    Work,
    give,
    leave_out_by,
    read_work,
    signs_of_form,
    spend,
    watch,
)

MOST = 50_000  # answers kept in mind; of more in a day the first are counted for good


@dataclass(frozen=True, slots=True)
class Counted:
    """One answer that stands in the counts of a check."""

    check: int
    place: str
    noticed: Noticed


class CountedToday:
    """What this process has counted since midnight: in memory only."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._day = clock.today()
        self._answers: dict[UUID, Counted] = {}

    def keep(self, answers: Mapping[UUID, Counted]) -> None:
        with self._lock:
            self._forget()
            self._answers.update(answers)
            while len(self._answers) > MOST:
                del self._answers[next(iter(self._answers))]

    def take(self, answers: Iterable[UUID]) -> dict[UUID, Counted]:
        """Those that are kept, which are no longer: nobody else gets them."""
        with self._lock:
            self._forget()
            return {key: one for key in answers if (one := self._answers.pop(key, None))}

    def _forget(self) -> None:
        if self._day != clock.today():
            self._day = clock.today()
            self._answers.clear()


counted_today = CountedToday()


def name_of(promise: Promise) -> str:
    """What forms and proofs of work of the promise's check are signed for."""
    return f"check:{promise.public_id}"


def number_of(promise: Promise) -> int:
    """The promise's check as the watch knows it: below 0, where no survey is."""
    return -promise.resident_check.pk


@transaction.atomic
def take_notice(
    *,
    promise: Promise,
    form: FormToken,
    place: str,
    noticed: Noticed,
    work: Work | None = None,
    is_left_out: bool = False,
) -> Taken:
    """Count one resident's answer, or count it among those left out.

    - counted once however often its form is sent: a unique key, not a look beforehand
    - nothing else is kept, and the log says nothing

    Raises `WrongState("check_not_open")`, `BadInput("check_unknown_place")`.
    """
    check = ResidentCheck.objects.select_for_update().filter(promise=promise).first()
    if check is None or not is_asked(check, on=clock.today()):
        raise WrongState("check_not_open")
    places = places_asked(promise)
    if place not in places:
        raise BadInput("check_unknown_place")
    if not insert_new(SentCheck, [{"id": form.mark, "check_of": check.pk}]):
        return Taken(Outcome.REPEATED)
    check.counts = no_counts(places) | check.counts
    if is_left_out:
        check.left_out += 1
    else:
        check.counts[place][noticed] += 1
    check.save(update_fields=["counts", "left_out"])
    return Taken(Outcome.STORED, work not in spend([work]))


@leave_out_by
def leave_out(answers: Iterable[UUID]) -> None:
    """Take those of the answers out of the counts that this process has counted. Safe to do twice."""
    taken = counted_today.take(answers)
    try:
        with transaction.atomic():
            for number in sorted({one.check for one in taken.values()}):
                _leave_out(number, [one for one in taken.values() if one.check == number])
    except Exception:
        counted_today.keep(taken)
        raise


def send_notice(
    *, promise: Promise, form: FormToken, place: str, noticed: Noticed, around: Surroundings
) -> Outcome:
    """Count a resident's answer to a check; watched as answers to a survey are.

    Raises what `take_notice` does.
    """
    work, number = read_work(name_of(promise), around.work), number_of(promise)
    signs = signs_of_form(form, around, QUICK_BELOW_FOR_ONE, has_work=work is not None)
    seen = watch.notice(number, signs, around.address)
    is_left_out = bool(watch.label_for(seen))
    taken = take_notice(
        promise=promise, form=form, place=place, noticed=noticed, work=work, is_left_out=is_left_out
    )
    if taken.outcome is Outcome.STORED:
        answer = uuid4()
        if not is_left_out:
            counted_today.keep({answer: Counted(promise.resident_check.pk, place, noticed)})
        if taken.is_work_replayed:
            seen = seen.also(number, Sign.REPLAYED)
        if due := watch.remember(seen, answer):
            give(due)
    return taken.outcome


def _leave_out(number: int, counted: list[Counted]) -> None:
    check = ResidentCheck.objects.select_for_update().get(pk=number)
    for one in counted:
        check.counts[one.place][one.noticed] -= 1
    check.left_out += len(counted)
    check.save(update_fields=["counts", "left_out"])
