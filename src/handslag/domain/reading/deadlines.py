"""The last day a promise gives for something to be done: "senast den 30 juni 2024"."""

from datetime import date, timedelta

from handslag.domain.reading.dates import dates_in
from handslag.domain.reading.finds import Span
from handslag.domain.reading.patterns import Pattern
from handslag.domain.reading.times import MONTH
from handslag.domain.reading.words import Wording

_BY = Pattern(
    r"(?<!\w)(?:senast|före|innan)\s(?:(?:den|i|under|vid|utgången\sav|slutet\sav)\s){0,2}"
    rf"(?P<named>\d{{1,4}}(?:\s{MONTH}|-\d)|(?:19|20)\d\d|{MONTH}(?:\s\d{{4}})?|våren|sommaren|hösten|vintern|års?skiftet|året)",
    begins="senast före innan",
)
_AT_LATEST = "senast"
_LONGEST_DATE = 20  # characters


def find_deadline(promise: Wording) -> Span | None:
    """The words that give a last day or time: "senast den 30 juni 2024", "före sommaren"."""
    return promise.find(_BY)


def find_last_day(promise: Wording) -> date | None:
    """The last day for something to be done, "före" a day being the day before; None unless a full date."""
    match = promise.search(_BY)
    if match is None:
        return None
    start = match.start("named")
    named = next(dates_in(promise.low, Span(start, start + _LONGEST_DATE)), None)
    if named is None or named.span.start > start or len(named.first.value) < len("2024-06-30"):
        return None
    day = date.fromisoformat(named.first.value)
    return day if match[0].startswith(_AT_LATEST) else day - timedelta(days=1)
