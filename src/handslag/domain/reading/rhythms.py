"""Words that say how often: "varje termin", "per år", "årligen", "under 2019", "varannan onsdag"."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from handslag.domain.reading.finds import CadenceUnit, Span
from handslag.domain.reading.patterns import Pattern
from handslag.domain.reading.times import WEEKDAY, YEAR
from handslag.domain.reading.words import Wording


class Rhythm(NamedTuple):
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
    r"(?:(?:kalender|skol|vår|höst|arbets|var|verksamhets|läs|skol|halv)?"
    r"(?:dag|vecka|månad|år|termin)|dygn|kvartal|tertial|\w{0,12}säsong|helg"
    r"|(?:sommar|vinter|höst|vår)(?:\s(?:och|samt)\s(?:sommar|vinter|höst|vår)(?!\w))?)"
)
_DEFINITE = (
    r"(?:dagen|dygnet|veckan|månaden|kvartalet|tertialet|halvåret|(?:kalender)?året|(?:skol)?terminen"
    r"|säsongen)"
)
_IN_ONE_WORD = (
    r"(?:daglig(?:en|a|t)?|månatlig(?:en|a|t)?|årlig(?:en|a|t)?|halvårslig(?:en|a)"
    r"|(?:vecko|månads|kvartals|tertial|halvårs|års|termins)vis|(?:vecko|månads|kvartals|tertials|termins)"
    r"(?:brev|möte|träff|rapport|avstämning|vandring|rond)\w{0,4})"
)
_RHYTHM = Pattern(
    rf"(?<!\w)(?:(?:per|varje|var)\s(?:ny(?:tt)?\s)?(?P<unit>{_ANY})|(?:om|i)\s(?P<definite>{_DEFINITE})"
    rf"|(?P<word>{_IN_ONE_WORD})(?!\s(?:arbete|verksamhet|drift|liv)))(?!\w|-\w)|(?<=\w)/(?P<slash>{_ANY})(?!\w)",
    "dag dygn helg höst kvartal mån sommar säsong termin tertial veck vinter vår år",
    "per var om i dag mån år halv veck kvart tert term /",
)
_YEAR_NAMED = Pattern(
    rf"(?<!\w)(?:(?:under|för|i)\s(?:(?:hela|år|kalenderåret|verksamhetsåret)\s){{0,2}}(?:året|{YEAR})"
    rf"|i\sår)(?!\w|\s?[-–—/]\s?\d|\s(?:och|till)\s\d)",
    "19 20 år",
    "under för i",
)
_ONE_YEAR = re.compile(rf"(?<![\w/–—-])(?<!och\s){YEAR}(?!\w|-|\s?[–—/-]\s?\d|\s(?:och|till)\s\d)")
_EVERY_OTHER = Pattern(
    r"(?<!\w)(?:varannan|vartannat|var(?:je|t)?\s(?:andra|annan|annat|tredje|fjärde|femte|sjätte))"
    rf"\s(?:{WEEKDAY}|vecka|månad|år|termin|dag|helg)(?!\w)"
    rf"|(?<!\w)(?:varje\s(?:jämn|udda)\svecka)(?!\w)",
    "andra annan annat tredje fjärde femte sjätte jämn udda",
    "var",
)
_EVERY_WEEKDAY = Pattern(
    rf"(?<!\w)(?:varje|var|alla)\s(?:[^\W\d_]+\s)?{WEEKDAY}(?:ar|s-|skväll|skvällar)?(?!\w)",
    "dag",
)
_IN_TOTAL = Pattern(
    r"(?<!\w)(?:totalt|sammanlagt|(?:under|på|över)\s(?:hela\s|den\stotala\s|hela\sden\s)?\S{0,20}perioden)(?!\w)",
    "perioden sammanlagt totalt",
)
_ON_AVERAGE = Pattern(
    r"(?<!\w)(?:i\s(?:snitt|genomsnitt|medeltal)|genomsnittlig\w{0,2})(?!\w)", "snitt medeltal"
)


def find_rhythms(promise: Wording) -> Iterator[Rhythm]:
    """Every period that a promise names as how often."""
    for match in promise.finditer(_RHYTHM):
        word = match["unit"] or match["definite"] or match["word"] or match["slash"]
        yield Rhythm(_unit_of(word), Span(*match.span()))
    for match in promise.finditer(_EVERY_WEEKDAY):
        yield Rhythm(CadenceUnit.WEEK, Span(*match.span()))


def outside(used: Span, rhythms: Iterable[Rhythm]) -> tuple[Span, ...]:
    """The rhythms outside the words a cadence was `used` from: a second one in the same promise."""
    return tuple(r.span for r in rhythms if r.span.end <= used.start or r.span.start >= used.end)


def find_year_named(promise: Wording) -> Span | None:
    """The words that tie a number to one calendar year: "under året", "under 2019", "i år"."""
    return promise.find(_YEAR_NAMED)


def names_one_year(lines: Iterable[str]) -> bool:
    """Whether the lines above a promise name a single year; not two, nor a span of years."""
    return len({match[0] for line in lines for match in _ONE_YEAR.finditer(line)}) == 1


def find_unheld_rhythm(promise: Wording) -> Span | None:
    """A rhythm that no unit of ours holds: "varannan onsdag", "vartannat år"."""
    return promise.find(_EVERY_OTHER)


def is_in_total(promise: Wording) -> bool:
    """Whether a number is said to stand for the whole validity ("under hela perioden")."""
    return promise.search(_IN_TOTAL) is not None


def is_on_average(promise: Wording) -> bool:
    """Whether a number is said to hold on average ("i snitt")."""
    return promise.search(_ON_AVERAGE) is not None


def _unit_of(word: str) -> CadenceUnit:
    return next(unit for stem, unit in _STEMS if stem in word)
