"""What a party says of a promise itself, in words."""

from django.utils.translation import gettext

from handslag.services.queries.party_verdicts import Beside
from handslag.web.labels import ROLES, VERDICTS, day, party_word, period_in_words, status_word


def verdict_word(verdict: str) -> str:
    """Hållet, delvis hållet, inte hållet, kan inte säga."""
    return str(VERDICTS[verdict])


def about(row: Beside) -> str:
    """What it is about, inside a sentence: under 2019; så här långt."""
    period = row.said.period
    return period_in_words(period.start, period.end, row.per) if period else gettext("so far")


def who_and_when(row: Beside) -> str:
    """Polisen, genom den som undertecknat, 2 september 2019."""
    said = row.said
    return gettext("{party}, through {role}, {day}").format(
        party=party_word(said.party), role=ROLES[said.role], day=day(said.said_on)
    )


def contradiction(row: Beside) -> str:
    """One sentence where the computed status says something else; nothing where it does not."""
    if not row.differs or row.computed is None:
        return ""
    return gettext("The computed status says something else: {status}.").format(
        status=status_word(row.computed).lower()
    )
