"""How long, how large, how early and how late: what forms, imported columns and tables take alike.

A form that takes more than its column does is how one typed figure once made every page of a municipality
fail; `tests/test_bounds.py` walks all of them.
"""

from datetime import date
from decimal import Decimal
from typing import Final

from handslag.domain.errors import BadInput

FIRST_DAY: Final = date(1900, 1, 1)
LAST_DAY: Final = date(2199, 12, 31)  # a year more or less is still a date that Python can hold

MOST_HOURS: Final = Decimal("9999.99")  # of one activity
MOST_PERIOD_HOURS: Final = Decimal("999999.99")  # of a period
MOST_AMOUNT: Final = Decimal("99999999.99")  # promised, or measured
MOST_PEOPLE: Final = 9_999  # at one meeting

WHOLE: Final = 2_147_483_647  # the largest number of a column for whole numbers
SMALL_WHOLE: Final = 32_767  # of a small one

LONGEST_WORDS: Final = 1_000  # characters of a note, a reason, an answer
LONGEST_PAGE: Final = 500_000  # of a page that is pasted
LONGEST_KEPT: Final = 12_000_000  # of any text at all: the text of the largest file taken


def refuse_far(**days: date | None) -> None:
    """Raises `BadInput("day_out_of_range")`, with the name of the first of `days` that lies too far away."""
    for field, day in days.items():
        if day is not None and not FIRST_DAY <= day <= LAST_DAY:
            raise BadInput("day_out_of_range", field=field, first=FIRST_DAY.year, last=LAST_DAY.year)


def refuse_large(most: Decimal, **numbers: Decimal | None) -> None:
    """Raises `BadInput("number_too_large")`, with the name of the first of `numbers` beyond `most`."""
    for field, number in numbers.items():
        if number is not None and not (number.is_finite() and abs(number) <= most):
            raise BadInput("number_too_large", field=field, most=most)
