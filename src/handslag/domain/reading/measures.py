"""How a promise could be judged: a proposal of its measure, and the words no measure holds.

Nothing is guessed: an amount the text names is taken as it stands, a promise that can be checked but
names none gets the least that makes its sentence true (docs/rules/fulfilment.md §1.6), an intent is
never judged.
"""

import re
from dataclasses import dataclass, replace
from datetime import date

from handslag.domain.promises import Kind, Measure, Per, Reading, Spread
from handslag.domain.reading.cadence import Rate
from handslag.domain.reading.counts import Count
from handslag.domain.reading.finds import CadenceUnit, Find, Span

_MONTHS = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
]
_BY = re.compile(
    rf"(?<!\w)(?:senast|före|till\soch\smed|innan|t\.o\.m\.)\s(?:den\s)?(\d{{1,2}})\s({'|'.join(_MONTHS)})\s(\d{{4}})(?!\w)"
    r"|(?<!\w)(?:senast|före|till\soch\smed|innan|t\.o\.m\.)\s(?:den\s)?(\d{4})-(\d\d)-(\d\d)(?!\d)",
    re.IGNORECASE,
)
_BEFORE = ("före", "innan")
_SCHOOLS = re.compile(
    r"(?<!\w)(?:(?:be)?sök(?:a|er|s)|besöka|på|till)\s(?:(?!skola)[^\W\d_]\w*-?\s?(?:och\s)?){0,4}?"
    r"\w*(?:skolor|skolorna|gymnasier|gymnasierna|skolenheter)(?!\w)|(?<!\w)(?:varje|alla|samtliga)\s\w*skol(?:a|or|orna)(?!\w)",
    re.IGNORECASE,
)
_EACH_PLACE = re.compile(
    r"(?<!\w)(?:vardera|var\soch\sen|varje\s(?:ort|by|plats|tätort|kommundel|område)|respektive)(?!\w)",
    re.IGNORECASE,
)
_SEASON = re.compile(r"(?:vinter|sommar|höst|vår|\w+)(?=säsong)|vinter|sommar|höst|vår", re.IGNORECASE)
_SINGULAR = (
    ("tillfällen", "tillfälle"), ("gånger", "gång"), ("insatser", "insats"), ("kontroller", "kontroll"),
    ("vandringar", "vandring"), ("möten", "möte"), ("träffar", "träff"), ("dialoger", "dialog"),
    ("aktiviteter", "aktivitet"), ("kampanjer", "kampanj"), ("dagar", "dag"), ("kvällar", "kväll"),
    ("utbildningar", "utbildning"), ("föreläsningar", "föreläsning"), ("mätningar", "mätning"),
    ("grupper", "grupp"), ("områden", "område"), ("rundor", "runda"), ("ronder", "rond"), ("enkäter", "enkät"),
    ("åtgärder", "åtgärd"), ("kontakter", "kontakt"), ("patrulleringar", "patrullering"), ("tillsyner", "tillsyn"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Proposal:
    """A measure, or None where the words hold more than any can; `unheld` are those words."""

    measure: Measure | None
    unheld: tuple[Find, ...]


@dataclass(frozen=True, slots=True)
class Stated:
    """What the other fields found and the measure rests on."""

    rate: Rate | None
    period: Find | None
    limits: tuple[Find, ...]
    rhythm: Find | None  # one no unit holds
    places: int
    is_measurable: bool


def propose_measure(text: str, span: Span, stated: Stated) -> Proposal:
    """Propose how the promise at `span` could be judged, from what it states."""
    if stated.rhythm:
        return Proposal(None, (stated.rhythm,))
    if not stated.is_measurable:
        return Proposal(Measure(Kind.STANDING), ())
    rate = stated.rate
    if rate is None:
        return Proposal(_minimal(text, span, stated), stated.limits)
    if rate.cadence.per is CadenceUnit.EACH_EVENT:
        return Proposal(Measure(Kind.EACH_EVENT), stated.limits)
    if rate.cadence.per is CadenceUnit.ONCE and not rate.counts:
        return Proposal(Measure(Kind.MILESTONE, by=find_last_day(text, span)), stated.limits)
    measure = replace(_amount(rate), spread=_spread(text, span, stated), season=_season(text, rate))
    return Proposal(measure, (*_beyond(text, rate), *_narrowing(rate, stated.period), *stated.limits))


def find_last_day(text: str, span: Span) -> date | None:
    """The last day the text at `span` gives for something to be done; None unless a full, real date."""
    match = _BY.search(text, span.start, span.end)
    if match is None:
        return None
    if match[1]:
        day, month, year = int(match[1]), _MONTHS.index(match[2].lower()) + 1, int(match[3])
    else:
        year, month, day = int(match[4]), int(match[5]), int(match[6])
    try:
        named = date(year, month, day)
    except ValueError:
        return None
    is_excluded = match[0].lower().startswith(_BEFORE) and named > date.min
    return date.fromordinal(named.toordinal() - 1) if is_excluded else named


def _minimal(text: str, span: Span, stated: Stated) -> Measure:
    """Once per calendar year, at each place when there are several."""
    spread = Spread.PLACE if stated.places > 1 else _school(text, span)
    return Measure(Kind.COUNT, per=Per.YEAR, spread=spread, minimal=True)


def _amount(rate: Rate) -> Measure:
    reading = Reading.ON_AVERAGE if rate.is_average else Reading.EACH
    per = Per(rate.cadence.per.value)
    if not rate.counts:
        return Measure(Kind.COUNT, per=per, reading=reading)
    count = rate.counts[0]
    kind = Kind.QUANTITY if count.is_duration or count.amount % 1 else Kind.COUNT
    return Measure(kind, count.amount, _one_of(count), per, reading, year_named=rate.names_year)


def _one_of(count: Count) -> str:
    """The word for one of what is counted; durations stay in the plural ("timmar")."""
    unit = count.unit.lower()
    if count.is_duration:
        return unit
    plural, singular = next((pair for pair in _SINGULAR if unit.endswith(pair[0])), ("", ""))
    return unit.removesuffix(plural) + singular


def _spread(text: str, span: Span, stated: Stated) -> Spread | None:
    if stated.places > 1 and _EACH_PLACE.search(text, span.start, span.end):
        return Spread.PLACE
    return None if stated.rate and stated.rate.counts else _school(text, span)


def _school(text: str, span: Span) -> Spread | None:
    return Spread.SCHOOL if _SCHOOLS.search(text, span.start, span.end) else None


def _season(text: str, rate: Rate) -> str | None:
    words = rate.cadence.span
    match = _SEASON.search(text, words.start, words.end) if rate.cadence.per is CadenceUnit.SEASON else None
    return match[0].lower() if match else None


def _beyond(text: str, rate: Rate) -> tuple[Find, ...]:
    """The ends of ranges and the further numbers, which a measure has no room for."""
    ranges = [rate.counts[0]] if rate.counts and rate.counts[0].upper is not None else []
    spans = [count.span for count in (*ranges, *rate.counts[1:])]
    return tuple(Find(text[span.start : span.end], span) for span in spans)


def _narrowing(rate: Rate, period: Find | None) -> tuple[Find, ...]:
    """A season or weekday beside the number; not the year, which the measure holds."""
    if (
        period is None
        or (rate.names_year and period.value[-1:].isdigit())
        or period.value.lower() in ("året", "år")
    ):
        return ()
    words = rate.cadence.span
    is_rhythm = words.start <= period.span.start and period.span.end <= words.end
    return () if is_rhythm else (period,)
