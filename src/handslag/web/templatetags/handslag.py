"""Filters and tags for every template: `{% load handslag %}`."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.template import Context, Library
from django.urls import translate_url
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from handslag.web import labels

register = Library()
for word in (
    labels.status_word,
    labels.shape,
    labels.party_word,
    labels.parties_words,
    labels.listed,
    labels.opened,
    labels.owner,
    labels.day,
    labels.number,
):
    register.filter(word.__name__, word)

LANGUAGES = {"sv": "Svenska", "en": "English"}


@dataclass(frozen=True, slots=True)
class OtherLanguage:
    code: str
    name: str
    url: str


@register.simple_tag(takes_context=True)
def other_language(context: Context) -> OtherLanguage | None:
    """This page in the other language; None where the page has no address (an error)."""
    request: HttpRequest | None = context.get("request")
    if request is None or request.resolver_match is None:
        return None
    code = "sv" if get_language() == "en" else "en"
    return OtherLanguage(code, LANGUAGES[code], translate_url(request.get_full_path(), code))


@register.filter
def glyph(status: str) -> SafeString:
    """The glyph of a status, as components/_glyph.html draws it; for strips of hundreds of cells."""
    name = labels.shape(status)
    return format_html(
        '<svg class="glyph is-{}" aria-hidden="true" focusable="false"><use href="#g-{}"/></svg>', name, name
    )
