"""Filters for the templates of the desk: `{% load desk %}`."""

from datetime import datetime

from django.template import Library
from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from handslag.clock import STOCKHOLM
from handslag.domain.keeping.activities import ActivityStatus
from handslag.domain.linting import Finding
from handslag.domain.promises.terms import Kind
from handslag.services.judging.reads.periods import PeriodRow
from handslag.services.judging.reads.standings import Standing
from handslag.services.keeping.reads.activities import ActivityRow
from handslag.services.log import LogRow
from handslag.services.promises.drafts import Draft
from handslag.services.promises.reads.drafts import DraftRow
from handslag.web.desk.choices import in_short
from handslag.web.errors import language
from handslag.web.words import explanations, measures
from handslag.web.words.labels import Word, listed, number, period_word
from handslag.web.words.one_cell import said
from handslag.web.words.promise_words import promised_by
from handslag.web.words.statements import Statement, statement_of
from handslag.web.words.strips import Strip, strip_of

register = Library()
register.filter(in_short)
register.filter("reason_said", said)


@register.filter
def draft_promised(draft: Draft) -> str:
    """A draft in the words that residents will meet."""
    return promised_by(draft.text, draft.parties)


@register.filter
def statement(standing: Standing) -> Statement:
    """How a promise stands, in words."""
    return statement_of(standing)


@register.filter
def statement_status(standing: Standing) -> str:
    """The status a list shows before a promise."""
    return statement_of(standing).status


@register.filter
def strip(standing: Standing) -> Strip:
    """All cells of a promise as a table."""
    return strip_of(standing)


@register.filter
def why_aim(draft: Draft) -> str:
    """Why an aim cannot be counted, where its words say how soon or on which days."""
    is_aim = draft.measure is not None and draft.measure.kind is Kind.STANDING
    return explanations.why_aim(draft.text) if is_aim else ""


@register.filter
def measure_said(draft: Draft) -> str:
    """What has to happen for the draft to be kept."""
    return measures.said(draft.measure, draft.event_series)


@register.filter
def terms_said(standing: Standing) -> str:
    """What has to happen for the promise to be kept."""
    return measures.said(standing.terms.measure, standing.event_series)


LACKS: dict[str, Word] = {
    "parties": _("who promises is missing"),
    "measure": _("how it is judged is missing"),
    "events": _("which events is missing"),
}


@register.filter
def lacking(row: DraftRow) -> str:
    """What a draft lacks before it can be published."""
    return f"{listed(str(LACKS[name]) for name in row.lacks)}."


@register.filter
def why(finding: Finding) -> str:
    """Why a finding matters, in the language of the page."""
    return finding.why(language())


@register.filter
def log_said(row: LogRow) -> str:
    """What somebody did, as it follows their name."""
    return row.english if language() == "en" else row.swedish


@register.filter
def moment(at: datetime) -> str:
    """A day and a time: 2 september 2019 kl. 14.10."""
    local = at.astimezone(STOCKHOLM)
    return gettext("{day} at {time}").format(day=date_format(local, "j F Y"), time=date_format(local, "H.i"))


@register.filter
def local_day(at: datetime) -> str:
    """The day of a moment: 2 september 2019."""
    return date_format(at.astimezone(STOCKHOLM), "j F Y")


@register.filter
def amount(row: ActivityRow) -> str:
    """How much was done: 2 gånger, 3,5 timmar."""
    times = ngettext("{count} time", "{count} times", row.count).format(count=row.count)
    if row.hours is None:
        return times
    hours = ngettext("{number} hour", "{number} hours", int(row.hours) if row.hours == 1 else 2)
    return f"{times}, {hours.format(number=number(row.hours))}"


@register.filter
def what_happened(row: ActivityRow) -> str:
    """Planned or cancelled; nothing for what was done."""
    words = {ActivityStatus.PLANNED: gettext("Planned"), ActivityStatus.CANCELLED: gettext("Cancelled")}
    return words.get(ActivityStatus(row.status), "")


@register.filter
def days(period: PeriodRow) -> str:
    """Which period, or which event: 2019, våren 2019, Dialogmöte i Viksjö."""
    return listed(period.events) if period.events else period_word(period.start, period.end, period.per)


@register.filter
def shortfall(period: PeriodRow) -> str:
    """What is known of a period that nobody has reported: 1 av 2, or the places still open."""
    names = period.events or period.places
    if names:
        return gettext("Missing: {names}.").format(names=listed(names))
    cell = period.cells[0]
    if not cell.done:
        return gettext("Nothing is logged.")
    return gettext("{done} of {target} are logged.").format(
        done=number(cell.done), target=number(cell.target)
    )
