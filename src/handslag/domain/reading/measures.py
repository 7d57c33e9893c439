"""How a promise could be judged: a proposal of its measure, and the words no measure holds.

Nothing is guessed: an amount the text names is taken as it stands, a promise that can be checked but
names none gets the least that makes its sentence true (docs/rules/fulfilment.md §1.6), an intent is
never judged.
"""

import re
from typing import NamedTuple

from handslag.domain.promises.terms import Kind, Measure, Per, Reading, Spread
from handslag.domain.reading.cadence import Rate
from handslag.domain.reading.counts import Count
from handslag.domain.reading.deadlines import find_deadline, find_last_day
from handslag.domain.reading.finds import CadenceUnit, Span
from handslag.domain.reading.measurable import find_baseline
from handslag.domain.reading.patterns import Pattern
from handslag.domain.reading.quantity import find_share
from handslag.domain.reading.rhythms import outside
from handslag.domain.reading.stated import Stated
from handslag.domain.reading.words import Wording

_SCHOOLS = Pattern(
    r"(?<!\w)(?:(?:be)?sök(?:a|er|s)|på|till)\s(?:(?!skola)[^\W\d_]\w*(?:-\s?|\s)(?:och\s)?){0,4}?"
    r"\w*(?:skolor|skolorna|gymnasier|gymnasierna|skolenheter)(?!\w)",
    "skolor gymnasier skolenheter",
)
_EACH_SCHOOL = Pattern(
    r"(?<!\w)(?:varje|alla|samtliga)\s(?:\w+\s){0,2}?\w*skol(?:a|or|orna)(?!\w)", "skola skolor"
)
_TWO = re.compile(r"\s(?:och|samt)\s")
_EACH_PLACE = Pattern(
    r"(?<!\w)(?:vardera|var\soch\sen|varje\s(?:ort|by|plats|tätort|kommundel|område)|respektive)(?!\w)",
    "vardera var respektive",
)
_SEASON = re.compile(r"\b\w+(?=säsong)|vinter|sommar|höst|vår")
_SINGULAR = (
    ("tillfällen", "tillfälle"), ("ggr", "gång"), ("gånger", "gång"), ("insatser", "insats"),
    ("kontroller", "kontroll"),
    ("vandringar", "vandring"), ("möten", "möte"), ("träffar", "träff"), ("dialoger", "dialog"),
    ("aktiviteter", "aktivitet"), ("kampanjer", "kampanj"), ("dagar", "dag"), ("kvällar", "kväll"),
    ("utbildningar", "utbildning"), ("föreläsningar", "föreläsning"), ("mätningar", "mätning"),
    ("grupper", "grupp"), ("områden", "område"), ("rundor", "runda"), ("ronder", "rond"),
    ("enkäter", "enkät"), ("åtgärder", "åtgärd"), ("kontakter", "kontakt"), ("tillsyner", "tillsyn"),
    ("patrulleringar", "patrullering"),
)  # fmt: skip


class Proposal(NamedTuple):
    """A measure, or None where the words hold more than any can; `unheld` are those words."""

    measure: Measure | None
    unheld: tuple[Span, ...]


def propose_measure(promise: Wording, stated: Stated, is_measurable: bool) -> Proposal:
    """Propose how a promise could be judged from what it states."""
    if beyond := _beyond_any(promise, stated):
        return Proposal(None, (beyond,))
    if not is_measurable:
        return Proposal(Measure(Kind.STANDING), ())
    rate, limits = stated.rate, stated.limits
    if deadline := _deadline(promise, rate):
        last_day = find_last_day(promise)
        return Proposal(Measure(Kind.MILESTONE, by=last_day), limits if last_day else (deadline, *limits))
    if rate is None:
        return Proposal(_minimal(promise, stated), limits)
    if rate.per is CadenceUnit.EACH_EVENT:
        return Proposal(Measure(Kind.EACH_EVENT), limits)
    if rate.is_total and not rate.counts:
        return Proposal(Measure(Kind.MILESTONE), limits)
    measure = _amount(rate, _spread(promise, stated), _season(promise, rate))
    return Proposal(measure, (*_beyond(rate), *_narrowing(promise, rate, stated.period), *limits))


def _beyond_any(promise: Wording, stated: Stated) -> Span | None:
    """Words that no measure holds: "varannan onsdag", "än 2018", a share, "varje vår och höst"."""
    if beyond := stated.unheld or find_baseline(promise):
        return beyond
    rate = stated.rate
    if rate is None:
        return find_share(promise)
    is_two_seasons = rate.per is CadenceUnit.SEASON and _TWO.search(promise.low, *rate.span)
    return rate.span if is_two_seasons else None


def _deadline(promise: Wording, rate: Rate | None) -> Span | None:
    """The words of a last day, where what is to be done by then is done once."""
    is_once = rate is None or (rate.is_total and not rate.counts)
    return find_deadline(promise) if is_once else None


def _minimal(promise: Wording, stated: Stated) -> Measure:
    """Once per calendar year, at each place when there are several."""
    spread = Spread.PLACE if stated.places > 1 else _school(promise)
    return Measure(Kind.COUNT, per=Per.YEAR, spread=spread, minimal=True)


def _amount(rate: Rate, spread: Spread | None, season: str | None) -> Measure:
    reading = Reading.ON_AVERAGE if rate.is_average else Reading.EACH
    per = Per(rate.per.value)
    if not rate.counts:
        return Measure(Kind.COUNT, per=per, reading=reading, spread=spread, season=season)
    count = rate.counts[0]
    kind = Kind.QUANTITY if count.is_duration or count.amount % 1 else Kind.COUNT
    return Measure(
        kind,
        count.amount,
        one_of(count),
        per,
        reading,
        spread=spread,
        season=season,
        year_named=rate.names_year,
    )


def one_of(count: Count) -> str:
    """The word for one of what is counted; durations stay in the plural ("timmar")."""
    unit = count.unit
    if count.is_duration:
        return unit
    for plural, singular in _SINGULAR:
        if unit.endswith(plural):
            return unit.removesuffix(plural) + singular
    return unit


def _spread(promise: Wording, stated: Stated) -> Spread | None:
    if stated.places > 1 and promise.search(_EACH_PLACE):
        return Spread.PLACE
    if stated.rate and stated.rate.counts and not promise.search(_EACH_SCHOOL):
        return None
    return _school(promise)


def _school(promise: Wording) -> Spread | None:
    return Spread.SCHOOL if promise.search(_SCHOOLS) or promise.search(_EACH_SCHOOL) else None


def _season(promise: Wording, rate: Rate) -> str | None:
    is_season = rate.per is CadenceUnit.SEASON
    match = _SEASON.search(promise.low, *rate.span) if is_season else None
    return match[0] if match else None


def _beyond(rate: Rate) -> tuple[Span, ...]:
    """The ends of ranges, further numbers and further rhythms, which a measure has no room for."""
    ranges = [rate.counts[0]] if rate.counts and rate.counts[0].upper is not None else []
    further = outside(rate.span, rate.rhythms)
    return (*(count.span for count in (*ranges, *rate.counts[1:])), *further)


def _narrowing(promise: Wording, rate: Rate, period: Span | None) -> tuple[Span, ...]:
    """A season or weekday beside the number; not the year, which the measure holds."""
    if period is None or promise.low[period.start : period.end] in ("året", "år"):
        return ()
    is_year = rate.names_year and promise.low[period.end - 4 : period.end].isdigit()
    is_rhythm = rate.span.start <= period.start and period.end <= rate.span.end
    return () if is_year or is_rhythm else (period,)
