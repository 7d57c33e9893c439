"""Send what is due: each letter once, also when two workers run, also when the mail server is away.

At most once. A letter is claimed in the ledger, then handed over, then noted as sent. A server that cannot
be reached or says no has not taken it: the claim is given back and the letter made anew and tried again,
unless its matter has been settled meanwhile. Where nobody can know (the worker was killed, or the
connection broke, between handing over and the answer) it is not sent again: the next step of the ladder
and the weekly digest say the same thing.
"""

import logging
from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from smtplib import SMTPException, SMTPRecipientsRefused, SMTPResponseException

from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import IntegrityError, transaction

from handslag import clock
from handslag.domain.keeping.reminders import due
from handslag.models.models import Municipality, SentMail
from handslag.services.keeping.reads.reminders import round_of
from handslag.services.keeping.reminder_letters import Letter, letters_for

TRIED_AGAIN_AFTER = timedelta(hours=1)  # when the server said no to one letter
log = logging.getLogger(__name__)


class Outcome(StrEnum):
    """What became of one letter."""

    SENT = "sent"
    REFUSED = "refused"  # the server took no part of it: tried again
    AWAY = "away"  # no server: tried again
    TAKEN = "taken"  # another worker has it
    UNKNOWN = "unknown"  # the connection broke in the middle: never again


@dataclass(frozen=True, slots=True)
class Sent:
    """How many letters went, and whether none is left to be tried again."""

    letters: int
    is_all: bool


def send_due(on: date) -> Sent:
    """Send every letter due on the local day `on`, municipality by municipality; demonstrations send none.

    Safe to run again and at the same time as another. Raises nothing when the mail server is away.
    """
    outcomes: Counter[Outcome] = Counter()
    for municipality in Municipality.objects.filter(is_demo=False):
        for letter in due_letters(municipality, on):
            outcomes[_deliver(letter)] += 1
            if outcomes[Outcome.AWAY]:  # the others would wait for the same server
                return Sent(outcomes[Outcome.SENT], is_all=False)
    return Sent(outcomes[Outcome.SENT], is_all=not outcomes[Outcome.REFUSED])


def due_letters(municipality: Municipality, on: date) -> list[Letter]:
    """The letters of one municipality that are due on `on` and have neither gone nor been claimed."""
    round_ = round_of(municipality, on=on)
    rows = SentMail.objects.filter(user__in=round_.users.values())
    gone = rows.exclude(refused_at__lte=clock.now() - TRIED_AGAIN_AFTER).values_list("key", flat=True)
    return letters_for(round_, due(round_.watched, frozenset(gone), on=on, where=municipality.slug))


def _deliver(letter: Letter) -> Outcome:
    connection = get_connection()
    try:
        connection.open()
    except (OSError, SMTPException) as error:
        log.warning("The mail server cannot be reached (%s); letters are kept.", type(error).__name__)
        return Outcome.AWAY
    try:
        return _hand_over(letter, connection) if _claim(letter, clock.now()) else Outcome.TAKEN
    finally:
        connection.close()


def _hand_over(letter: Letter, connection: BaseEmailBackend) -> Outcome:
    rows = SentMail.objects.filter(key__in=letter.keys)
    try:
        connection.send_messages([letter.message()])
    except (SMTPResponseException, SMTPRecipientsRefused) as error:
        rows.update(refused_at=clock.now())
        log.warning("The mail server refused a letter (%s); it is kept.", type(error).__name__)
        return Outcome.REFUSED
    except (OSError, SMTPException) as error:
        log.warning("The connection broke in the middle of a letter (%s).", type(error).__name__)
        return Outcome.UNKNOWN
    rows.update(sent_at=clock.now())
    return Outcome.SENT


def _claim(letter: Letter, now: datetime) -> bool:
    """Whether all the reminders of a letter were free and now are ours."""
    try:
        with transaction.atomic():
            mine = SentMail.objects.filter(key__in=letter.keys)
            mine.filter(refused_at__lte=now - TRIED_AGAIN_AFTER).delete()
            # In the order of their keys, so that two workers on PostgreSQL never wait in a ring.
            SentMail.objects.bulk_create(
                SentMail(key=key, user=letter.user, claimed_at=now) for key in letter.keys
            )
    except IntegrityError:
        return False
    return True
