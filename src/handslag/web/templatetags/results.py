"""Filters for disposal and results: `{% load results %}`."""

from django.template import Library
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from handslag.domain.listening.retention import Kept, Rule, Since
from handslag.web.words.labels import Word

register = Library()

KEPT: dict[str, Word] = {
    Kept.FORMS: _("marks of sent forms"),
    Kept.CODES: _("marks of codes that were given out"),
    Kept.RESPONSES: _("coded answers"),
    Kept.TEXTS: _("texts that are not approved for quoting"),
    Kept.CARDS: _("what was said at a dialogue and is not approved for quoting"),
    Kept.LOG: _("the log of what staff did"),
}
SINCE: dict[str, Word] = {
    Since.CLOSED: _("the survey closed"),
    Since.APPROVED: _("the results were approved"),
    Since.ANSWERED: _("the answer to the dialogue was published"),
    Since.WRITTEN: _("it was written"),
}


@register.filter
def kept_word(kept: str) -> Word:
    """What the schedule speaks of."""
    return KEPT[kept]


@register.filter
def since_word(since: str) -> Word:
    """The day it is counted from."""
    return SINCE[since]


@register.filter
def kept_time(rule: Rule) -> str:
    """How long."""
    if rule.years:
        return ngettext("{number} year", "{number} years", rule.years).format(number=rule.years)
    return ngettext("{number} day", "{number} days", rule.days).format(number=rule.days)
