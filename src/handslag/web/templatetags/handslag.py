"""Filters and tags for every template: `{% load handslag %}`."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest
from django.template import Context, Library
from django.urls import translate_url
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from handslag.domain.judging.rollup import Tally
from handslag.domain.keeping.activities import PeriodReport
from handslag.domain.keeping.reminders import Silence
from handslag.sentences import say
from handslag.services.judging.reads.standings import Standing
from handslag.services.showing.reads.places import Reaching
from handslag.web import fields, form_rows
from handslag.web.errors import language
from handslag.web.words import (
    explanations,
    labels,
    one_cell,
    party_verdicts,
    promise_words,
    statements,
    strips,
    tables,
)

register = Library()
for word in (
    labels.status_word,
    labels.counted_word,
    labels.status_meaning,
    labels.shape,
    labels.party_word,
    labels.parties_words,
    labels.outcome_word,
    labels.listed,
    labels.opened,
    labels.owner,
    labels.day,
    labels.validity,
    labels.number,
    labels.per_cent,
    party_verdicts.verdict_word,
    party_verdicts.about,
    party_verdicts.who_and_when,
    party_verdicts.contradiction,
    promise_words.promised,
    promise_words.as_sentence,
    fields.errors_of,
    fields.needed_when,
    form_rows.in_rows,
    form_rows.is_short,
):
    register.filter(word.__name__, word)

LANGUAGES = {"sv": "Svenska", "en": "English"}


@register.filter
def grounds_words(grounds: Iterable[str]) -> str:
    """What a round rests on: medborgardialog, enkät och lägesbild."""
    return labels.listed(say(f"ground_{ground}", {}, language()) for ground in grounds)


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


@register.filter
def said(standing: Standing) -> statements.Statement:
    """How a promise stands, in words."""
    return statements.statement_of(standing)


@register.filter
def how_here(reaching: Reaching) -> str:
    """How a promise goes at one place, in words; "" when it is not judged there."""
    if reaching.cell is None:
        return ""
    lead, left, _ = one_cell.words_of_one(reaching.cell, reaching.promise)
    return f"{lead} {left}".strip()


@register.filter
def valid(standing: Standing) -> str:
    """From when to when a promise holds, and the day of its last change."""
    return statements.validity_of(standing)


@register.filter
def review(standing: Standing) -> str:
    """When the parties look at a promise again, or that they have not."""
    return statements.review_of(standing)


@register.filter
def strip(standing: Standing, year: int | None = None) -> strips.Strip:
    """The strip of a promise: all its cells, or those of `year`."""
    return strips.strip_of(standing, year)


@register.filter
def rule(standing: Standing) -> list[str]:
    """What is promised, counted, in plain sentences."""
    return explanations.rule_of(standing)


@register.filter
def steps(standing: Standing) -> list[str]:
    """The arithmetic of a promise, step by step."""
    return explanations.steps_of(standing)


@register.filter
def span(about: Silence | PeriodReport) -> str:
    """The days that a silence or a report is about."""
    return labels.span_in_words(about.start, about.end)


@register.filter
def cell_rows(standing: Standing) -> list[tables.CellRow]:
    """The numbers of every cell of a promise, latest period first."""
    return tables.cell_rows(standing)


@register.filter
def tally_rows(tally: Tally) -> list[tables.TallyRow]:
    """A tally as _tally.html takes it."""
    return tables.tally_rows(tally)


@register.filter
def deeds(standing: Standing) -> tables.Deeds:
    """What was done for a promise, planned and cancelled apart."""
    return tables.deeds_of(standing)
