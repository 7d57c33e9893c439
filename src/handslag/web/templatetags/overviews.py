"""Filters for overviews: `{% load overviews %}`."""

from django.template import Library
from django.utils.translation import gettext, ngettext

from handslag.services.judging.reads.standings import Standing
from handslag.services.keeping.reads.hours import AreaSum, PeriodHours
from handslag.services.showing.reads.coverage import PlaceRow
from handslag.web.words.coverage import Coverage, coverage_of
from handslag.web.words.labels import listed, number, opened, party_word, period_word

register = Library()


@register.filter
def coverage(standing: Standing, year: int) -> Coverage:
    """The coverage of a promise in one year, gaps first."""
    return coverage_of(standing, year)


@register.filter
def quarters(row: PlaceRow) -> list[tuple[str, int]]:
    """How much was done in each quarter, after its name."""
    names = (gettext("Jan–Mar"), gettext("Apr–Jun"), gettext("Jul–Sep"), gettext("Oct–Dec"))
    return list(zip(names, row.quarters, strict=True))


@register.filter
def period_of_hours(period: PeriodHours) -> str:
    """Which period: 2019, våren 2019, apr–jun 2019."""
    return period_word(period.start, period.end, period.per)


@register.filter
def hours_said(found: AreaSum) -> str:
    """One party over all its municipalities: what there is, what is logged, what is unknown."""
    who = opened(party_word(found.party))
    taken = gettext("{spent} hours are logged and {planned} planned.").format(
        spent=number(found.spent), planned=number(found.planned)
    )
    there = gettext("{who}: {hours} hours available.").format(who=who, hours=number(found.available))
    if found.unknown and not found.available:
        there = gettext("{who}: nobody has said how many hours there are.").format(who=who)
    elif found.unknown:
        there += " " + gettext("Unknown for {towns}.").format(towns=listed(found.unknown))
    return " ".join((there, taken, *_without(found)))


def _without(found: AreaSum) -> tuple[str, ...]:
    if not found.without:
        return ()
    form = ngettext(
        "{number} activity has no hours, so it took more than that.",
        "{number} activities have no hours, so it took more than that.",
        found.without,
    )
    return (form.format(number=found.without),)
