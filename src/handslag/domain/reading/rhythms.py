"""Words that say how often: "varje termin", "per år", "årligen", "under 2019", "varannan onsdag"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from handslag.domain.reading.finds import CadenceUnit, Find, Span
from handslag.domain.reading.times import WEEKDAY, YEAR


@dataclass(frozen=True, slots=True)
class Rhythm:
    """A period named as how often, with the words that name it."""

    per: CadenceUnit
    span: Span


# Looked for inside the word, in this order: "halvår" holds "vår", which holds "år".
_STEMS = (
    ("termin", CadenceUnit.TERM),
    ("tertial", CadenceUnit.TERTIAL),
    ("kvartal", CadenceUnit.QUARTER),
    ("mån", CadenceUnit.MONTH),
    ("veck", CadenceUnit.WEEK),
    ("halvår", CadenceUnit.HALF_YEAR),
    ("säsong", CadenceUnit.SEASON),
    ("sommar", CadenceUnit.SEASON),
    ("vinter", CadenceUnit.SEASON),
    ("höst", CadenceUnit.SEASON),
    ("vår", CadenceUnit.SEASON),
    ("år", CadenceUnit.YEAR),
    ("helg", CadenceUnit.WEEK),
    ("dag", CadenceUnit.DAY),
    ("dygn", CadenceUnit.DAY),
)
_ANY = (
    r"(?:(?:kalender|skol|vår|höst|arbets|var|verksamhets|läs|halv)?"
    r"(?:dag|vecka|månad|år|termin)|dygn|kvartal|tertial|\w{0,12}säsong|sommar|vinter|höst|vår|helg)"
)
_DEFINITE = r"(?:dagen|dygnet|veckan|månaden|kvartalet|tertialet|halvåret|(?:kalender)?året|(?:skol)?terminen|säsongen)"
_IN_ONE_WORD = (
    r"(?:daglig(?:en|a|t)?|månatlig(?:en|a|t)?|årlig(?:en|a|t)?|halvårslig(?:en|a)"
    r"|(?:vecko|månads|kvartals|tertial|halvårs|års|termins)vis|(?:vecko|månads|kvartals|tertials|termins)"
    r"(?:brev|möte|träff|rapport|avstämning|vandring|rond)\w{0,4})"
)
_RHYTHM = re.compile(
    rf"(?<!\w)(?:(?:per|varje|var)\s(?:ny(?:tt)?\s)?(?P<unit>{_ANY})|(?:om|i)\s(?P<definite>{_DEFINITE})"
    rf"|(?P<word>{_IN_ONE_WORD})(?!\s(?:arbete|verksamhet|drift|liv)))(?!\w|-\w)|(?<=\w)/(?P<slash>{_ANY})(?!\w)",
    re.IGNORECASE,
)
_YEAR_NAMED = re.compile(
    rf"(?<!\w)(?:(?:under|för|i)\s(?:(?:hela|år|kalenderåret|verksamhetsåret)\s){{0,2}}(?:året|{YEAR})"
    rf"|i\sår)(?!\w|\s?[-–—/]\s?\d|\s(?:och|till)\s\d)",
    re.IGNORECASE,
)
_ONE_YEAR = re.compile(rf"(?<![\w/–—-])(?<!och\s){YEAR}(?!\w|-|\s?[–—/-]\s?\d|\s(?:och|till)\s\d)")
_EVERY_OTHER = re.compile(
    r"(?<!\w)(?:varannan|vartannat|var(?:je|t)?\s(?:andra|annan|annat|tredje|fjärde|femte|sjätte))"
    rf"\s(?:{WEEKDAY}|vecka|månad|år|termin|dag|helg)(?!\w)"
    rf"|(?<!\w)(?:varje\s(?:jämn|udda)\svecka)(?!\w)",
    re.IGNORECASE,
)
_EVERY_WEEKDAY = re.compile(rf"(?<!\w)(?:varje|var)\s{WEEKDAY}(?!\w)", re.IGNORECASE)
_IN_TOTAL = re.compile(
    r"(?<!\w)(?:totalt|sammanlagt|(?:under|på|över)\s(?:hela\s|den\stotala\s|hela\sden\s)?\S{0,20}perioden)(?!\w)",
    re.IGNORECASE,
)
_ON_AVERAGE = re.compile(
    r"(?<!\w)(?:i\s(?:snitt|genomsnitt|medeltal)|genomsnittlig\w{0,2})(?!\w)", re.IGNORECASE
)


def find_rhythms(text: str, span: Span) -> Iterator[Rhythm]:
    """Every period named as how often at `span`, in order."""
    for match in _RHYTHM.finditer(text, span.start, span.end):
        word = match["unit"] or match["definite"] or match["word"] or match["slash"]
        yield Rhythm(_unit_of(word.lower()), Span(*match.span()))
    for match in _EVERY_WEEKDAY.finditer(text, span.start, span.end):
        yield Rhythm(CadenceUnit.WEEK, Span(*match.span()))


def find_year_named(text: str, span: Span) -> Span | None:
    """Words at `span` that tie a number to one calendar year: "under året", "under 2019", "i år"."""
    match = _YEAR_NAMED.search(text, span.start, span.end)
    return Span(*match.span()) if match else None


def find_one_year(text: str, spans: tuple[Span, ...]) -> Span | None:
    """The single year named in the lines above a promise; None where there are two or a span of years."""
    years = [match for span in spans for match in _ONE_YEAR.finditer(text, span.start, span.end)]
    return Span(*years[0].span()) if len({match[0] for match in years}) == 1 else None


def find_unheld_rhythm(text: str, span: Span) -> Find | None:
    """A rhythm that no unit of ours holds: "varannan onsdag", "vartannat år"."""
    match = _EVERY_OTHER.search(text, span.start, span.end)
    return Find(match[0], Span(*match.span())) if match else None


def is_in_total(text: str, span: Span) -> bool:
    """Whether a number at `span` is said to stand for the whole validity ("under hela perioden")."""
    return _IN_TOTAL.search(text, span.start, span.end) is not None


def is_on_average(text: str, span: Span) -> bool:
    """Whether a number at `span` is said to hold on average ("i snitt")."""
    return _ON_AVERAGE.search(text, span.start, span.end) is not None


def _unit_of(word: str) -> CadenceUnit:
    return next(unit for stem, unit in _STEMS if stem in word)
