"""Numbers that count something: "minst två (2) tillfällen", "tre till fyra gånger", "900 timmar"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from handslag.domain.reading.finds import Span
from handslag.domain.reading.numerals import NUMBER, number_of
from handslag.domain.reading.patterns import Pattern
from handslag.domain.reading.times import MONTH
from handslag.domain.reading.tokens import Endings, listed
from handslag.domain.reading.words import Wording


class Count(NamedTuple):
    """`amount` of `unit` (the noun as in the text, "" if none); `upper` is the end of a range.

    `span` begins with "minst" or the like, `number` with the number; both end with the noun.
    """

    amount: Decimal
    upper: Decimal | None
    unit: str
    span: Span
    number: Span
    is_duration: bool


_DURATION = r"(?:\w{0,20}(?:timm(?:e|ar)|minut(?:er)?)|tim|h)"
_NO_NOUN = (
    r"(?!(?:per|om|i|på|vid|för|av|och|samt|eller|under|med|till|varje|inom|som|att|den|det|är|ska|kommer|mellan|från"
    r"|hos|mot)(?!\w))"
)
_ADJECTIVE = rf"(?:{_NO_NOUN}[^\W\d_]{{1,24}}(?:[aet]|sam|ig|ad|sk|ny)\s)"
# A number that is an age, a share, a price, a date, a length of time or half a compound counts nothing.
_NOT_COUNTED = (
    rf"(?!\w|\s?(?:%|§|:|[-–—]\s?\w|,\d)"
    rf"|[.]\d|\s\d{{3}}(?!\d)|\sav\s\d|\s?(?:procent|kr|kronor|miljoner|mkr|km|kilometer|meter|års|år|åring|veckors?|månaders?"
    rf"|{MONTH})(?!\w)|\s(?:första|sista|senaste|kommande)\s)"
)
_COUNT = Pattern(
    rf"(?<![\w§:.,/(–-])(?:(?P<least>minst|åtminstone|lägst|ca|cirka|omkring|upp\still|totalt|sammanlagt)\s)?"
    rf"(?P<number>{NUMBER}|(?<=minst\s)(?:en|ett)(?=\s)|(?<=tminstone\s)(?:en|ett)(?=\s)"
    rf"|(?:en|ett)(?=\s(?:[^\W\d_]+\s){{1,3}}?(?:per\s|varje\s|om\s(?:dagen|året)|i\s(?:veckan|månaden)))"
    rf"|(?:en|ett)(?=\s(?:(?:enda|extra)\s)?(?:gång|tillfälle)(?!\w)))"
    rf"(?:(?:\s?[-–—]\s?|\s(?:till|eller)\s)(?P<upper>{NUMBER}))?(?:\s\(\d{{1,4}}\))?{_NOT_COUNTED}"
    rf"(?:\s(?:st|stycken|olika|extra)(?!\w)\.?)?"
    rf"(?:\s{_ADJECTIVE}{{0,2}}(?P<unit>{_NO_NOUN}(?:(?P<duration>{_DURATION})(?!\w)|[^\W\d_][\w-]{{1,40}})))?",
    "0 1 2 3 4 5 6 7 8 9 två tre fyra fem sex sju åtta nio tio tjugo elva tolv ton dussin hundra tusen"
    " minst per varje dagen året veckan månaden gång tillfälle",
    "0 1 2 3 4 5 6 7 8 9 minst lägst ca cirka omkring upp totalt sammanlagt en ett två tre fyr fem sex sju åt"
    " nio nit tio tju hundra tusen fjor arton elva tolv dussin",
)
_NAMES_ONE = re.compile(
    r"(?<!\w)(?:årskurs(?:erna)?|åk|kl|klockan|\w{0,12}(?:klass|linje|nummer|väg)|nr|lv|rv|kap|punkt|sida|år|sedan|än|lov|sol"
    r"|de|dessa|våra|kommunens|båda|alla|av|inom|efter|före|mellan|ihop\smed|tillsammans\smed|tel|telefon)\.?\s$",
)
_LASTS = re.compile(r"(?:under|i|på)\s(?:minst\s)?$")
# "i två områden": so many places, unless what follows is an occasion.
_PLACED = re.compile(r"(?<!\w)(?:i|på|inom|från|till)\s(?:minst\s)?$")
_DAYS = listed("dagar dygn")
_OCCASIONS = Endings(
    "gång gånger tillfälle tillfällen stycken st insats insatser vandring vandringar kontroll"
    " kontroller möte möten träff träffar dialog dialoger aktivitet aktiviteter kampanj kampanjer besök"
    " tillsyn tillsyner dag dagar kväll kvällar helg pass utbildning utbildningar föreläsning"
    " föreläsningar patrullering patrulleringar rond ronder enkät enkäter mätning mätningar runda rundor"
    " kontakt kontakter konferens razzior seminarier information informationer avstämningar åtgärd"
    " åtgärder event evenemang brev passager arbetspass ungdomsinsats"
)
_YEARS = range(1900, 2100)


def is_occasion(unit: str) -> bool:
    """Whether the noun is for something done on a day, so that its number says how often."""
    return _OCCASIONS.end(unit)


def find_counts(promise: Wording) -> Iterator[Count]:
    """The counting numbers of a promise, in order; no years, ages, classes or time limits."""
    for match in promise.finditer(_COUNT):
        if not _names_one(promise.low, match):
            yield _count(match)


def _names_one(low: str, match: re.Match[str]) -> bool:
    """Whether the number is a name or a length ("årskurs 7", "de två skolorna", 2019, "under två dagar")."""
    least, number, duration, unit = match.group("least", "number", "duration", "unit")
    if not number_of(number) or (number.isdigit() and int(number) in _YEARS and not least):
        return True
    before = low[max(0, match.start("number") - 20) : match.start("number")]
    if unit and not duration and not is_occasion(unit) and _PLACED.search(before):
        return True
    is_length = unit in _DAYS and _LASTS.search(before) is not None
    return is_length or _NAMES_ONE.search(before) is not None


def _count(match: re.Match[str]) -> Count:
    return Count(
        amount=number_of(match["number"]),
        upper=number_of(match["upper"]) if match["upper"] else None,
        unit=match["unit"] or "",
        span=Span(*match.span()),
        number=Span(match.start("number"), match.end()),
        is_duration=match["duration"] is not None,
    )
