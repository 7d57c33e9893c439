"""Counts and hours as people write them: thousands, decimals, signs and clocks."""

import re
from decimal import Decimal
from functools import lru_cache
from typing import Final

from handslag.domain.errors import BadInput
from handslag.domain.keeping.activities import MOST_COUNT

_UNIT_OF_HOURS: Final = re.compile(r" ?(?:timmar|timme|tim|hours?|hrs?|h|t)\.?$")
_MINUTES: Final = re.compile(r"(\d{1,6}) ?min(?:uter|utes?)?\.?")
_BOTH: Final = re.compile(
    r"(\d{1,4}) ?(?:timmar|timme|tim|hours?|h|t)\.? ?(?:och )?(\d{1,2}) ?(?:m|min\w*)?\.?"
)
_CLOCK: Final = re.compile(r"(\d{1,4}):([0-5]\d)(?::00)?")
_HOURS_OF_DAY: Final = 24
_HALVES: Final = {"½": ",5", "¼": ",25", "¾": ",75"}
_PLAIN: Final = re.compile(r"\d{1,9}(?:[.,]\d{1,9})?")
_GROUPED: Final = re.compile(  # 1 234,5 · 1.234,5 · 1,234.5 · 1'234.5 · 1.234.567
    r"\d{1,3}(?:[\s'’]\d{3})+(?:[.,]\d{1,9})?|\d{1,3}(?:\.\d{3})+,\d{1,9}|\d{1,3}(?:,\d{3})+\.\d{1,9}"
    r"|\d{1,3}(?:\.\d{3}){2,}|\d{1,3}(?:,\d{3}){2,}"
)
_EITHER: Final = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")  # 1.234: thousands or decimals


@lru_cache(maxsize=4096)
def count_in(text: str) -> int:
    """A whole number of times, also "2 st" and "2,0". Raises `BadInput("import_bad_count")`."""
    count = _number(re.sub(r" ?(?:st|ggr|gånger|times)\.?$", "", text.casefold().strip()))
    if count is None or not 1 <= count <= MOST_COUNT or count != int(count):
        raise BadInput("import_bad_count", value=text, most=MOST_COUNT)
    return int(count)


@lru_cache(maxsize=4096)
def hours_in(text: str) -> Decimal:
    """Hours, two decimals, from 2, 1,5, 1½, 1.5 tim, 1:30, 1 h 30 min or 90 min; at most `MOST_COUNT`.

    Raises `BadInput("import_bad_hours")`.
    """
    written = " ".join(text.casefold().split())
    hours: Decimal | None
    if found := _CLOCK.fullmatch(written) or _BOTH.fullmatch(written):
        hours = int(found[1]) + Decimal(int(found[2])) / 60
    elif found := _MINUTES.fullmatch(written):
        hours = Decimal(int(found[1])) / 60
    else:
        hours = _number(_UNIT_OF_HOURS.sub("", written))
    rounded = None if hours is None else hours.quantize(Decimal("0.01"))
    if rounded is None or not 0 < rounded <= MOST_COUNT:
        raise BadInput("import_bad_hours", value=text, most=MOST_COUNT)
    return rounded


def is_clock(text: str) -> bool:
    """Whether hours are written as a time of day could be: 18:00."""
    found = _CLOCK.fullmatch(text.strip())
    return bool(found) and int(text.strip().partition(":")[0]) < _HOURS_OF_DAY


def may_be_thousands(text: str) -> bool:
    """Whether 1.234 is written, which is read as decimals and could be thousands."""
    return bool(_EITHER.fullmatch(_UNIT_OF_HOURS.sub("", text.casefold().strip())))


def _number(text: str) -> Decimal | None:
    """A number that is not negative; None for anything else."""
    for sign, decimals in _HALVES.items():
        text = re.sub(rf"^(\d*) ?{sign}$", lambda found, part=decimals: f"{found[1] or 0}{part}", text)  # type: ignore[misc]
    if _PLAIN.fullmatch(text):
        return Decimal(text.replace(",", "."))
    if not _GROUPED.fullmatch(text):
        return None
    mark = re.search(r"[.,](?=\d+$)", text)
    is_decimal = mark is not None and text.count(mark[0]) == 1
    whole, decimals = (text[: mark.start()], text[mark.end() :]) if mark and is_decimal else (text, "")
    return Decimal("".join(filter(str.isdigit, whole)) + "." + (decimals or "0"))
