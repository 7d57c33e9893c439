"""Filters for the pages of a survey: `{% load survey %}`."""

from django.template import Library
from django.utils.safestring import SafeString

from handslag.domain.surveys import Texts
from handslag.web.survey import rows

register = Library()


@register.filter
def words(texts: Texts, language: str) -> SafeString:
    """The words for somebody who reads `language`, marked where they are in another than the page."""
    return rows.words(texts, language)


@register.filter
def plain(texts: Texts, language: str) -> str:
    """The same words where no markup can stand: in a title."""
    return texts.say(language)
