"""The field `period`: words in the promise that say in which part of the year, week or day it is kept."""

import re

from handslag.domain.reading.finds import Span
from handslag.domain.reading.patterns import Pattern
from handslag.domain.reading.words import Wording

MONTH = r"(?:januari|februari|mars|april|maj|ju[nl]i|augusti|(?:septem|okto|novem|decem)ber)"
WEEKDAY = r"(?:mån|tis|ons|tors|fre|lör|sön)dag"
YEAR = r"(?:19|20)\d\d"
_DAY = rf"\d{{1,2}}(?:\s?[-–]\s?\d{{1,2}})?\s{MONTH}(?:\s{YEAR})?"
_SEASON = (
    r"(?:vår|sommar|höst|vinter|turist|motor|båt|skoter|bad|jul)(?:säsong|halvår|termin|månad|lov)(?:en|et|er|erna)?"
    r"|(?:vår|sommar|höst|vinter|sport|påsk|jul)(?:en|n|ar|arna|as|lov|lovet|loven|ledigheten)"
    r"|(?:hög|låg)?säsong(?:en)?|lov(?:en|et)?|skolavslutning(?:en|ar|arna)?|storhelg(?:en|er|erna)?"
)
_FEAST = r"(?:jul|påsk|midsommar|valborg|nyår|halloween|pingst|lucia|högtider)(?:na|helgen|afton|natten)?"
_PART_OF_DAY = (
    r"(?:helg|vardags?|lönings?|löne|fredags|lördags|sommar|vinter)?(?:kväll|natt|morgon|helg|dagtid|kvällstid|nattetid)"
    r"(?:en|ar|arna|er|erna|stid)?|vardag(?:ar|arna)?|nätter(?:na)?|morgnar(?:na)?"
)
_ADJECTIVE = r"(?:senare|första|andra|mörka|mörkare|ljusa|ljusare|varma|kommande|hela)\s"
_TIME = Pattern(
    rf"(?<!\w)(?<!varje\s)(?<!annan\s)(?<!per\s)(?<!1\s)(?:inte\s)?(?:{_DAY}|(?:{_ADJECTIVE})?"
    rf"(?:{_SEASON}|{_FEAST}|{_PART_OF_DAY}|{WEEKDAY}(?:en|ar|arna|s|skvällar)?|{MONTH}(?:\s{YEAR})?))(?!\w)",
    "dag helg höst jul kväll lov morgnar morgon månad natt nätter sommar säsong termin vinter vår halvår"
    " januari februari mars april maj juni augusti oktober ember avslutning"
    " halloween högtid lucia midsommar nyår pingst påsk sport valborg",
    "0 1 2 3 4 5 6 7 8 9 inte senare första andra mörka ljus varma kommande hela vår sommar höst vinter"
    " turist motor båt skoter bad jul sport påsk hög låg säsong lov skolavslutning storhelg midsommar"
    " valborg nyår halloween pingst lucia helg vardag lön fredag lördag kväll natt morgon dagtid nätter"
    " morgnar mån tis ons tors fre sön jan feb mars apr maj jun aug sept okto nov dec",
)
# Joins two times to one: "torsdagar och söndagar", "januari till och med april", "helger under sommaren".
_JOINS = re.compile(
    r"(?:,|\soch|\ssamt|\seller|/)\s?(?:(?:på|under|vid)\s)?|\s?[-–—]\s?|\still\s(?:och\smed\s)?|\s(?:under|på|i)\s|\s\(",
)
_YEAR_NARROWS = Pattern(
    rf"(?<!\w)(?:under|för)\s((?:år\s|hela\s)?(?:{YEAR}(?:\s?[-–—/]\s?(?:{YEAR}|\d\d))?(?!\d)|året(?!\w)))"
    r"|(?<!\w)i\s(år)(?!\w)",
    "19 20 år",
    "under för i",
)


def find_period(promise: Wording, counted: tuple[Span, ...] = ()) -> Span | None:
    """The first words that narrow the time: a season, weekdays, "2019", "januari till april".

    `counted` are the counts of the promise: in "tre kvällar i veckan" the evenings are counted.
    """
    found = [span for span in (_find_times(promise, counted), _find_year(promise)) if span]
    return min(found, default=None)


def _find_times(promise: Wording, counted: tuple[Span, ...]) -> Span | None:
    """The first season, weekday, month or time of day, and those joined to it."""
    taken = {count.end for count in counted}
    first = next((time for time in promise.finditer(_TIME) if time.end() not in taken), None)
    if first is None:
        return None
    low, end, opened = promise.low, first.end(), False
    while (joint := _JOINS.match(low, end)) and (time := _TIME.regex.match(low, joint.end())):
        end, opened = time.end(), opened or joint[0].endswith("(")
    return Span(first.start(), end + (opened and low[end : end + 1] == ")"))


def _find_year(promise: Wording) -> Span | None:
    match = promise.search(_YEAR_NARROWS)
    return Span(*match.span(match.lastindex or 0)) if match else None
