"""The field `period`: words in the promise that say in which part of the year, week or day it is kept."""

import re

from handslag.domain.reading.finds import Find, Span

MONTH = r"(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)"
WEEKDAY = r"(?:måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag)"
YEAR = r"(?:19|20)\d\d"
YEARS = rf"{YEAR}(?:\s?[-–—/]\s?(?:{YEAR}|\d\d))?(?!\d)"
_SEASON = r"(?:vår|sommar|höst|vinter|turist|motor|båt|skoter|bad|jul)"
_PART = (
    rf"(?:(?:senare|första|andra|ljusa|mörka|mörkare|ljusare|varma|kommande|hela)\s){{0,2}}(?:"
    rf"{_SEASON}(?:säsong|halvår|termin|månad|lov)(?:en|et|er|erna|ens)?"
    r"|(?:vår|sommar|höst|vinter|sport|påsk|jul|febru)(?:en|n|ar|arna|as|lov|lovet|loven|ledigheten)"
    r"|(?:hög|låg)?säsong(?:en)?|lov(?:en|et)?|skolavslutning(?:en|ar|arna)?|storhelg(?:en|er|erna)?"
    r"|(?:lön|lönings)?(?:hel|vardag)s?g?(?:kväll|natt)(?:en|ar|arna|er|erna)?"
    r"|(?:vardag|helg|kväll|natt|morgon|dagtid|kvällstid|nattetid)s?(?:en|ar|arna|er|erna)?|nätter(?:na)?|morgnar(?:na)?"
    r"|(?:jul|påsk|midsommar|valborg|nyår|halloween|pingst|lucia|högtider|högtiderna)(?:en|helgen|afton|natten)?"
    rf"|{WEEKDAY}(?:en|ar|arna|s|skvällar|kvällar)?|{MONTH}"
    r")(?!\w)"
)
_DAY = rf"\d{{1,2}}(?:\s?[-–]\s?\d{{1,2}})?\s{MONTH}(?:\s{YEAR})?"
_RANGE = rf"(?:{_DAY}|{MONTH})(?:\s?[-–—]\s?|\still(?:\soch\smed)?\s)(?:{_DAY}|{MONTH}|{YEAR})(?:\s{YEAR})?"
_ONE = rf"(?:{_RANGE}|{_DAY}|{MONTH}\s{YEAR}|{_PART})"
_SEVERAL = rf"{_ONE}(?:(?:,|\soch|\ssamt|\seller|/)\s?(?:(?:på|under|vid)\s)?{_ONE}){{0,4}}"

_NARROWED = re.compile(
    rf"(?<!\w)(?<!varje\s)(?<!annan\s)(?<!per\s)(?<!1\s)(?:inte\s{_ONE}"
    rf"|{_SEVERAL}(?:\s(?:under|på|i)\s{_SEVERAL})?(?:\s\({_SEVERAL}\))?"
    rf"|(?<=(?i:under)\s)(?:år\s|hela\s)?(?:{YEARS}|året)"
    rf"|(?<=(?i:för)\s){YEARS}|(?<=(?i:i)\s)år(?!\w))",
    re.IGNORECASE,
)


def find_period(text: str, span: Span) -> Find | None:
    """The first words at `span` that narrow the time: a season, weekdays, "2019", "januari till april"."""
    match = _NARROWED.search(text, span.start, span.end)
    return Find(match[0], Span(*match.span())) if match else None
