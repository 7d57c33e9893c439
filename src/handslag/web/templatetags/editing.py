"""Filters for the pages where surveys are prepared: `{% load editing %}`."""

from collections.abc import Iterable

from django.template import Library

from handslag.web.words.labels import listed
from handslag.web.words.survey_labels import STATES, language_name

register = Library()


@register.filter
def survey_state(state: str) -> str:
    """The word for where a survey stands."""
    return str(STATES[state])


@register.filter
def language_names(tags: Iterable[str]) -> str:
    """Languages by name: "Swedish, English and Arabic (العربية)"."""
    return listed(language_name(tag) for tag in tags)
