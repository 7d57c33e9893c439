"""The last day a promise gives for something to be done: "senast den 30 juni 2024"."""

import re
from datetime import date, timedelta

from handslag.domain.reading.dates import dates_in
from handslag.domain.reading.finds import Span

_BY = re.compile(r"(?<!\w)(?:senast|före|innan)\s(?:den\s)?(?=\d)")
_AT_LATEST = "senast"


def find_last_day(low: str) -> date | None:
    """The last day for something to be done, "före" a day being the day before; None unless a full date."""
    match = _BY.search(low)
    named = next(dates_in(low, Span(match.end(), match.end() + 20)), None) if match else None
    if match is None or named is None or named.span.start > match.end() or len(named.first.value) < 10:
        return None
    day = date.fromisoformat(named.first.value)
    return day if match[0].startswith(_AT_LATEST) else day - timedelta(days=1)
