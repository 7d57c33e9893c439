"""Filters for the pages of calendars, lists and overviews: `{% load calendars %}`."""

from collections.abc import Iterable

from django.template import Library

from handslag.domain.judging.periods import Period
from handslag.domain.promises.terms import Per
from handslag.services.judging.reads.moves import Move
from handslag.web.words.labels import STAGES, listed, opened, period_word

register = Library()


@register.filter
def term_word(term: Period) -> str:
    """Which term: Våren 2019."""
    return opened(period_word(term.start, term.end, Per.TERM))


@register.filter
def is_storhelger(series: str) -> bool:
    """Whether a series of events is one of holidays, by its name: "Större evenemang och storhelger"."""
    return "helg" in series.lower()


@register.filter
def stage_words(stages: Iterable[str]) -> str:
    """The stages of a school: Årskurs 7–9 och gymnasiet."""
    return opened(listed(str(STAGES[stage]) for stage in stages))


@register.filter
def moved_days(move: Move, per: str) -> str:
    """Which period moves: 2019, våren 2019, apr–jun 2019."""
    return period_word(move.start, move.end, per)
