"""Days as people and programs write them, and in which order the numbers of a whole column stand.

"06/05/2019" can be two days. The column as a whole tells which is meant where it can: a value that only one
order allows ("06/14/2019"), else the order that puts every value within the time of the promises. How such
values were read is said, and where a column mixes orders, a value that can be two days is refused.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from handslag.domain.bounds import FIRST_DAY, LAST_DAY
from handslag.domain.errors import BadInput

STOCKHOLM: Final = ZoneInfo("Europe/Stockholm")
_EXCEL_DAY_0: Final = date(1899, 12, 30)  # a serial number counts days from here (1900 date system)
_FROM_1904: Final = timedelta(days=1462)  # what the date system of old Macs lies after it
_MONTHS: Final = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_ENGLISH: Final = {"may": "maj", "oct": "okt"}
_TIME: Final = r"(?:[t ,]+(?:kl\.? ?)?\d{1,2}[:.]\d\d.*)?"
_YEAR: Final = r"'?(\d{4}|\d\d)"
_ISO: Final = re.compile(rf"(\d{{4}})[-/.](\d{{1,2}})[-/.](\d{{1,2}}){_TIME}")
_PACKED: Final = re.compile(rf"(\d\d|\d{{4}})(\d\d)(\d\d){_TIME}")  # 20190614, 190614
_SWEDISH: Final = re.compile(rf"(\d{{1,2}}) ?[-/.] ?(\d{{1,2}}) {_YEAR}{_TIME}")  # 14/6 2019
_NUMBERS: Final = re.compile(rf"(\d{{1,2}}) ?([-/.]) ?(\d{{1,2}}) ?[-/.] ?{_YEAR}{_TIME}")  # 14/6/2019
_WORDS: Final = re.compile(
    rf"(?:den )?(\d{{1,2}})(?::?[ae]|st|nd|rd|th|\.)?[ -]([a-zå]{{3,9}})\.?,?[ -]{_YEAR}{_TIME}"
)
_MONTH_FIRST: Final = re.compile(rf"([a-z]{{3,9}})\.? (\d{{1,2}})(?:st|nd|rd|th)?,? {_YEAR}{_TIME}")
_WEEKDAY: Final = re.compile(
    r"^(?:mån|tis|ons|tor|fre|lör|sön|mon|tue|wed|thu|fri|sat|sun)[a-zå]*\.?,? (?=\S)"
)
_SERIAL: Final = re.compile(r"([2-7]\d{4})(?:[.,]\d+)?")  # 20000 is 1954, 79999 is 2119
_MOMENT: Final = re.compile(  # a time of day with its zone
    r"\A(.+?)(?:(?<=\d)t|(?<![ ,])[ ,]+t?) ?(\d{1,2}):?(\d\d)(?::?\d\d(?:[.,]\d+)?)?"
    r" ?(z|utc|gmt|(?:gmt|utc)?[-+−]\d\d:?(?:\d\d)?)(?: \([^()]*\))?"
)


class Order(StrEnum):
    """In which order three numbers make a day."""

    YEAR = "year"
    DAY = "day"
    MONTH = "month"


Shape = tuple[str, bool]  # what parts the numbers, and whether the year has four digits
# The orders in use for each shape, the one meant in Sweden first.
ORDERS: Final[Mapping[Shape, tuple[Order, ...]]] = {
    ("-", True): (Order.DAY, Order.MONTH),
    ("/", True): (Order.DAY, Order.MONTH),
    (".", True): (Order.DAY,),
    ("-", False): (Order.YEAR, Order.DAY, Order.MONTH),
    ("/", False): (Order.DAY, Order.MONTH, Order.YEAR),
    (".", False): (Order.DAY,),
}
_USUAL: Final = {shape: orders[:1] for shape, orders in ORDERS.items()}


class How(StrEnum):
    """What is to be said of how a day was read."""

    PLAIN = "plain"
    SERIAL = "serial"
    MOMENT = "moment"  # with a zone in which it is another day
    TWO_DIGITS = "two_digits"
    MONTH_FIRST = "month_first"
    UNSURE = "unsure"


class Read(NamedTuple):
    """A day, and how it was read."""

    day: date
    how: How = How.PLAIN


@dataclass(frozen=True, slots=True)
class DayStyle:
    """How the days of one column are written. `orders`: for each shape the orders that may be meant.

    `unsure`: the shapes for which nothing in the column tells more.
    """

    orders: Mapping[Shape, tuple[Order, ...]]
    unsure: frozenset[Shape] = frozenset()
    from_1904: bool = False


USUAL: Final = DayStyle(_USUAL)


def day_in(text: str) -> date:
    """The day in 2019-06-14, 20190614, 190614, 14/6 2019, 14.6.2019, 14-jun-19, 14 juni 2019, June 14, 2019.

    A five-digit number is Excel's serial number. A time of day does not matter, unless it has a zone: then
    it is the day in Stockholm. Raises `BadInput("import_bad_day")`.
    """
    return read_day(text, USUAL).day


def read_day(text: str, style: DayStyle) -> Read:
    """The day in `text`, written in the style of its column.

    Raises `BadInput`: `import_bad_day`; `import_two_days` where the column does not tell which is meant.
    """
    written = _WEEKDAY.sub("", " ".join(text.casefold().split()))
    try:
        if found := _MOMENT.fullmatch(written):
            plain = _plain(found[1], style)
            day = _in_stockholm(plain, int(found[2]), int(found[3]), found[4])
            return Read(day, How.MOMENT if day != plain else How.PLAIN)
        if found := _SERIAL.fullmatch(written):
            start = _EXCEL_DAY_0 + _FROM_1904 if style.from_1904 else _EXCEL_DAY_0
            return Read(start + timedelta(days=int(found[1])), How.SERIAL)
        if found := _NUMBERS.fullmatch(written):
            return _by_order(text, found, style)
        return Read(_plain(written, style))
    except (ValueError, OverflowError):
        raise BadInput("import_bad_day", value=text) from None


def style_of(texts: Iterable[str], first: date, last: date, *, from_1904: bool = False) -> DayStyle:
    """How the days of a column are written, told from all of them. `first` to `last`: of the promises."""
    shapes: defaultdict[Shape, set[tuple[int, int, int]]] = defaultdict(set)
    for text in texts:
        if found := _NUMBERS.fullmatch(_WEEKDAY.sub("", " ".join(text.casefold().split()))):
            shapes[_shape(found)].add(_numbers(found))
    orders: dict[Shape, tuple[Order, ...]] = dict(_USUAL)
    unsure: set[Shape] = set()
    for shape, numbers in shapes.items():
        fitting, is_unsure = _fitting(ORDERS[shape], numbers, first, last)
        orders[shape] = fitting
        if is_unsure:
            unsure.add(shape)
    return DayStyle(orders, frozenset(unsure), from_1904)


def _fitting(
    orders: tuple[Order, ...], numbers: set[tuple[int, int, int]], first: date, last: date
) -> tuple[tuple[Order, ...], bool]:
    """The order that fits all numbers that some order fits, and whether another does as well; else all."""
    days = [{order: _day_or_none(order, one) for order in orders} for one in numbers]
    days = [one for one in days if any(one.values())]
    fitting = [order for order in orders if all(one[order] for one in days)]
    if not days or not fitting:
        return (orders[:1] if not days else orders), False
    within = [order for order in fitting if all(first <= (one[order] or date.min) <= last for one in days)]
    chosen = (within or fitting)[0]
    is_unsure = any(len({one[order] for order in fitting}) > 1 for one in days)
    return (chosen,), is_unsure


def _by_order(text: str, found: re.Match[str], style: DayStyle) -> Read:
    shape, numbers = _shape(found), _numbers(found)
    days = {order: _day_or_none(order, numbers) for order in style.orders[shape]}
    real = {day for day in days.values() if day}
    if not real:
        raise ValueError(text)
    if len(real) > 1:
        one, other = sorted(real)[:2]
        raise BadInput("import_two_days", value=text, one=one, other=other)
    (day,) = real
    order = next(order for order, meant in days.items() if meant)
    if shape in style.unsure:
        return Read(day, How.UNSURE)
    if order is Order.MONTH:
        return Read(day, How.MONTH_FIRST)
    return Read(day, How.PLAIN if shape[1] else How.TWO_DIGITS)


def _plain(written: str, style: DayStyle) -> date:
    """The day that is written, whatever its zone. Raises ValueError."""
    if found := _NUMBERS.fullmatch(written):
        return _by_order(written, found, style).day
    if found := _ISO.fullmatch(written) or _PACKED.fullmatch(written):
        return _date(found[1], int(found[2]), int(found[3]))
    if found := _SWEDISH.fullmatch(written):
        return _date(found[3], int(found[2]), int(found[1]))
    if found := _WORDS.fullmatch(written):
        return _date(found[3], _month(found[2]), int(found[1]))
    if found := _MONTH_FIRST.fullmatch(written):
        return _date(found[3], _month(found[1]), int(found[2]))
    raise ValueError(written)


def _in_stockholm(day: date, hour: int, minute: int, zone: str) -> date:
    sign = -1 if "-" in zone or "−" in zone else 1
    digits = "".join(filter(str.isdigit, zone)).ljust(4, "0")
    ahead = sign * timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    moment = datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZoneInfo("UTC")) - ahead
    return moment.astimezone(STOCKHOLM).date()


def _shape(found: re.Match[str]) -> Shape:
    return found[2], len(found[4]) == 4


def _numbers(found: re.Match[str]) -> tuple[int, int, int]:
    return int(found[1]), int(found[3]), int(found[4])


@lru_cache(maxsize=4096)
def _day_or_none(order: Order, numbers: tuple[int, int, int]) -> date | None:
    one, two, three = numbers
    year, month, day = {
        Order.YEAR: (one, two, three),
        Order.DAY: (three, two, one),
        Order.MONTH: (three, one, two),
    }[order]
    try:
        return _date(f"{year:02}", month, day)
    except ValueError:
        return None


def _date(year: str, month: int, day: int) -> date:
    """Two digits are a year of this century. Raises ValueError."""
    whole = int(year) + (2000 if len(year) == 2 else 0)
    if not FIRST_DAY.year <= whole <= LAST_DAY.year:
        raise ValueError(year)
    return date(whole, month, day)


def _month(name: str) -> int:
    """1–12 by the first three letters. Raises ValueError."""
    return _MONTHS.index(_ENGLISH.get(name[:3], name[:3])) + 1
