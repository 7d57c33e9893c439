"""A measure said back in one plain sentence: "Hålls om minst 2 insatser görs varje kalenderår.\""""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from handslag.domain.promises.terms import Kind, Measure, Per, Reading, Spread
from handslag.sentences import say
from handslag.web.errors import language
from handslag.web.words.labels import Word, day, number
from handslag.web.words.units import unit_word

EVERY: dict[Per, Word] = {
    Per.DAY: _("every day"),
    Per.WEEK: _("every week"),
    Per.MONTH: _("every month"),
    Per.QUARTER: _("every quarter"),
    Per.TERTIAL: _("every four-month period"),
    Per.HALF_YEAR: _("every half-year of the calendar"),
    Per.YEAR: _("every calendar year"),
    Per.TERM: _("every term of school"),
    Per.SEASON: _("each season"),
    Per.ONCE: _("during the whole time the promise is valid"),
}
ON_AVERAGE: dict[Per, Word] = EVERY | {
    Per.DAY: _("a day on average"),
    Per.WEEK: _("a week on average"),
    Per.MONTH: _("a month on average"),
    Per.QUARTER: _("a quarter on average"),
    Per.TERTIAL: _("every four months on average"),
    Per.HALF_YEAR: _("a half-year on average"),
    Per.YEAR: _("a year on average"),
    Per.TERM: _("a term on average"),
    Per.SEASON: _("a season on average"),
}
AT: dict[Spread | None, Word] = {
    None: "",
    Spread.PLACE: _(" in each of the places"),
    Spread.SCHOOL: _(" at each of the schools"),
}


def said(measure: Measure | None, event_series: str = "") -> str:
    """What has to happen for the promise to be kept, in one or two sentences. None: not decided yet."""
    if measure is None:
        return gettext("It has not been decided how the promise is judged.")
    sentence = _sentence(measure, event_series)
    if measure.minimal:
        sentence += " " + say("minimal_reading", language=language())
    return sentence


def _sentence(measure: Measure, event_series: str) -> str:
    match measure.kind:
        case Kind.STANDING:
            return gettext("Not judged: it is an aim. What is done for it is shown.")
        case Kind.MILESTONE if measure.by:
            return gettext("Kept when it is done and logged, by {day}.").format(day=day(measure.by))
        case Kind.MILESTONE:
            return gettext("Kept when it is done and logged.")
        case Kind.EACH_EVENT:
            if not event_series:
                return gettext("Kept if something is done at every event. Which events has not been decided.")
            words = gettext("Kept if something is done at every event of the kind “{series}”.")
            return words.format(series=event_series)
        case Kind.COUNT:
            words = gettext("Kept with at least {number} {unit}{where} {every}.")
        case Kind.QUANTITY:
            words = gettext("Kept with {number} {unit} or more{where} {every}.")
    unit = unit_word(
        measure.unit or ("timmar" if measure.kind is Kind.QUANTITY else "insatser"), measure.at_least
    )
    where, every = str(AT[measure.spread]), str(_every(measure))
    return words.format(number=number(measure.at_least), unit=unit, where=where, every=every)


def _every(measure: Measure) -> Word:
    if measure.reading is Reading.IN_TOTAL:
        return EVERY[Per.ONCE]
    return (ON_AVERAGE if measure.reading is Reading.ON_AVERAGE else EVERY)[measure.per]
