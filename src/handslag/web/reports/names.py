"""What a report and its period are called."""

from django.utils.translation import gettext, pgettext

from handslag.domain.promises.terms import Per
from handslag.services.showing.reads.reports import FollowupReport, ReportPeriod
from handslag.web.words.labels import day, day_of_year


def period_name(period: ReportPeriod) -> str:
    """The period of a report in words: 2019, andra tertialet 2019, första halvåret 2019."""
    year, number = str(period.year), period.part[1:]
    if period.per is Per.YEAR:
        return pgettext("report period", "the year {year}").format(year=year)
    ordinal = {"1": gettext("the first"), "2": gettext("the second"), "3": gettext("the third")}[number]
    form = (
        gettext("{ordinal} half-year of {year}")
        if period.per is Per.HALF_YEAR
        else gettext("{ordinal} tertial of {year}")
    )
    return form.format(ordinal=ordinal, year=year)


def period_days(period: ReportPeriod) -> str:
    """Its first and last day: 1 maj till 31 augusti 2019."""
    return gettext("{start} to {end}").format(
        start=day_of_year(period.days.start, period.year), end=day(period.days.end)
    )


def followup_title(report: FollowupReport) -> str:
    """The title of a follow-up report."""
    return gettext("Follow-up of the promises in {place}, {period}").format(
        place=report.face.short_name, period=period_name(report.period)
    )


def council_title(report: FollowupReport) -> str:
    """The title of the report to the council assembly."""
    return gettext("The promises in {place}, {period}: report to the municipal council").format(
        place=report.face.short_name, period=period_name(report.period)
    )
