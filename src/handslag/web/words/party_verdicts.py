"""What a party says of a promise itself, in words."""

from django.utils.translation import gettext

from handslag.domain.judging.party_verdicts import PartyVerdict
from handslag.services.judging.reads.party_verdicts import Beside
from handslag.web.words.labels import ROLES, VERDICTS, day, period_in_words, status_word


def verdict_word(verdict: str) -> str:
    """Hållet, delvis hållet, inte hållet, kan inte säga."""
    return str(VERDICTS[verdict])


def about(row: Beside) -> str:
    """What it is about, inside a sentence: under 2019; vid Dialogmötet, den 4 juni 2019; så här långt."""
    period = row.said.period
    if period is None:
        return gettext("so far")
    days = period_in_words(period.start, period.end, "" if row.event else row.per)
    return gettext("at {event}, {days}").format(event=row.event, days=days) if row.event else days


def who_and_when(said: PartyVerdict) -> str:
    """Sagt av den som undertecknat 2 september 2019."""
    return gettext("said by {role} on {day}").format(role=ROLES[said.role], day=day(said.said_on))


def contradiction(row: Beside) -> str:
    """One sentence where the computed status says something else; nothing where it does not."""
    if not row.differs or row.computed is None:
        return ""
    return gettext("The computed status says something else: {status}.").format(
        status=status_word(row.computed).lower()
    )
