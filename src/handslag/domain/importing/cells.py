"""What people write in the cells of a sheet: days, counts, hours, whether it was done, and by whom."""

import re
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Final

from handslag.domain.activities import MOST_COUNT, ActivityStatus
from handslag.domain.errors import BadInput
from handslag.domain.promises import Party

_EXCEL_DAY_0: Final = date(1899, 12, 30)  # a serial number counts days from here (1900 date system)
_MONTHS: Final = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_ENGLISH: Final = {"may": "maj", "oct": "okt"}
_TIME: Final = r"(?:[t ,]+(?:kl\.? ?)?\d{1,2}[:.]\d\d.*)?"
_ISO: Final = re.compile(rf"(\d{{4}})[-/.](\d{{1,2}})[-/.](\d{{1,2}}){_TIME}")
_PACKED: Final = re.compile(r"(\d\d|\d{4})(\d\d)(\d\d)")  # 20190614, 190614
_DAY_FIRST: Final = re.compile(rf"(\d{{1,2}}) ?[-/.] ?(\d{{1,2}})(?: ?[-/.] ?| )(\d{{4}}){_TIME}")
_WORDS: Final = re.compile(rf"(?:den )?(\d{{1,2}})(?::?[ae]|\.)? ([a-zå]{{3,9}})\.?,? (\d{{4}}){_TIME}")
_MONTH_FIRST: Final = re.compile(r"([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
_WEEKDAY: Final = re.compile(
    r"^(?:mån|tis|ons|tor|fre|lör|sön|mon|tue|wed|thu|fri|sat|sun)[a-zå]*\.?,? (?=\S)"
)
_SERIAL: Final = re.compile(r"([2-7]\d{4})(?:[.,]\d+)?")  # 20000 is 1954, 79999 is 2119
_UNIT_OF_HOURS: Final = re.compile(r" ?(?:timmar|timme|tim|hours?|hrs?|h|t)\.?$")
_MINUTES: Final = re.compile(r"(\d+) ?min(?:uter|utes?)?\.?")
_NUMBER: Final = re.compile(r"\d{1,3}(?:\s\d{3})+|\d{1,9}(?:[.,]\d{1,9})?")
_CLOCK: Final = re.compile(r"(\d{1,3}):([0-5]\d)(?::00)?")

_STATUS: Final = {
    ActivityStatus.CANCELLED: (
        *("inställd", "inställt", "ställdes in", "avbokad", "avbokat", "avbruten", "avbrutet", "struken"),
        *("ej genomförd", "ej genomfört", "inte genomförd", "inte genomfört", "ej utförd", "ej utfört"),
        *("cancelled", "canceled", "not done"),
    ),
    ActivityStatus.DONE: (
        *("genomförd", "genomfört", "genomförda", "utförd", "utfört", "utförda", "klar", "klart", "klara"),
        *("gjord", "gjort", "slutförd", "slutfört", "avslutad", "avslutat", "ja", "x", "done", "completed"),
        *("finished", "yes", "true"),
    ),
    ActivityStatus.PLANNED: (
        *("planerad", "planerat", "planerade", "planeras", "kommande", "bokad", "bokat", "preliminär"),
        *("planned", "scheduled", "booked", "tentative", "upcoming"),
    ),
}
_STATUS_OF: Final = {word: status for status, words in _STATUS.items() for word in words}

# Part of a word → party; the first that is found, so that "kommunpolis" is the police.
_PARTIES: Final = {
    "polis": Party.POLICE,
    "police": Party.POLICE,
    "räddningstj": Party.RESCUE_SERVICE,
    "rescue": Party.RESCUE_SERVICE,
    "bostad": Party.HOUSING_COMPANY,
    "housing": Party.HOUSING_COMPANY,
    "kommunala bolag": Party.MUNICIPAL_COMPANY,
    "municipal company": Party.MUNICIPAL_COMPANY,
    "fastighetsäg": Party.PROPERTY_OWNERS,
    "property": Party.PROPERTY_OWNERS,
    "företagar": Party.BUSINESS_ASSOCIATION,
    "näringsliv": Party.BUSINESS_ASSOCIATION,
    "business": Party.BUSINESS_ASSOCIATION,
    "kollektivtrafik": Party.PUBLIC_TRANSPORT,
    "transport": Party.PUBLIC_TRANSPORT,
    "väktar": Party.SECURITY_COMPANY,
    "ordningsvakt": Party.SECURITY_COMPANY,
    "bevakningsf": Party.SECURITY_COMPANY,
    "security": Party.SECURITY_COMPANY,
    "kommun": Party.MUNICIPALITY,
    "municipality": Party.MUNICIPALITY,
    "skola": Party.MUNICIPALITY,
    "socialtj": Party.MUNICIPALITY,
}
_SEVERAL: Final = re.compile(r"[,;/+&]| och | and | samt ")


@lru_cache(maxsize=4096)
def day_in(text: str) -> date:
    """The day in 2019-06-14, 20190614, 190614, 14/6 2019, 14.6.2019, 14 juni 2019, June 14, 2019 or 43630.

    A time of day after it does not matter; the day always stands before the month where both are
    numbers; a five-digit number is Excel's serial number. Raises `BadInput("import_bad_day")`.
    """
    written = _WEEKDAY.sub("", " ".join(text.casefold().split()))
    try:
        if found := _SERIAL.fullmatch(written):
            return _EXCEL_DAY_0 + timedelta(days=int(found[1]))
        if found := _ISO.fullmatch(written):
            return date(int(found[1]), int(found[2]), int(found[3]))
        if found := _PACKED.fullmatch(written):
            return date(int(found[1]) + (2000 if len(found[1]) == 2 else 0), int(found[2]), int(found[3]))
        if found := _DAY_FIRST.fullmatch(written):
            return date(int(found[3]), int(found[2]), int(found[1]))
        if found := _WORDS.fullmatch(written):
            return date(int(found[3]), _month(found[2]), int(found[1]))
        if found := _MONTH_FIRST.fullmatch(written):
            return date(int(found[3]), _month(found[1]), int(found[2]))
    except ValueError:
        pass
    raise BadInput("import_bad_day", value=text)


def _month(name: str) -> int:
    """1–12 by the first three letters. Raises ValueError."""
    return _MONTHS.index(_ENGLISH.get(name[:3], name[:3])) + 1


@lru_cache(maxsize=4096)
def count_in(text: str) -> int:
    """A whole number of times, also "2 st" and "2,0". Raises `BadInput("import_bad_count")`."""
    count = _number(re.sub(r" ?(?:st|ggr|gånger|times)\.?$", "", text.casefold().strip()))
    if not 1 <= count <= MOST_COUNT or count != int(count):
        raise BadInput("import_bad_count", value=text, most=MOST_COUNT)
    return int(count)


@lru_cache(maxsize=4096)
def hours_in(text: str) -> Decimal:
    """Hours, two decimals, from 2, 1,5, 1.5 tim, 1:30 or 90 min. Raises `BadInput("import_bad_hours")`."""
    written = " ".join(text.casefold().split())
    if found := _CLOCK.fullmatch(written):
        hours = int(found[1]) + Decimal(int(found[2])) / 60
    elif found := _MINUTES.fullmatch(written):
        hours = Decimal(int(found[1])) / 60
    else:
        hours = _number(_UNIT_OF_HOURS.sub("", written))
    if not 0 < hours < MOST_COUNT:
        raise BadInput("import_bad_hours", value=text)
    return hours.quantize(Decimal("0.01"))


def _number(text: str) -> Decimal:
    """A number with blanks between thousands and a comma or point; 0 for anything else."""
    return Decimal("".join(text.split()).replace(",", ".")) if _NUMBER.fullmatch(text) else Decimal(0)


@lru_cache(maxsize=4096)
def status_in(text: str) -> ActivityStatus:
    """Done, planned or cancelled. Raises `BadInput("import_unknown_status")`."""
    try:
        return _STATUS_OF[" ".join(text.casefold().split()).rstrip(".!")]
    except KeyError:
        raise BadInput("import_unknown_status", value=text) from None


@lru_cache(maxsize=4096)
def party_in(text: str) -> Party:
    """The one party that is meant. Raises `BadInput("import_unknown_party")`, also for several."""
    written = " ".join(text.casefold().split())
    if written in set(Party):
        return Party(written)
    found = None if _SEVERAL.search(written) else next((part for part in _PARTIES if part in written), None)
    if found is None:
        raise BadInput("import_unknown_party", value=text)
    return _PARTIES[found]
