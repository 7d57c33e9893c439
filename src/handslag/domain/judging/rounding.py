"""Numbers as people round them by hand. Only what is shown is rounded: no verdict is made on it."""

from decimal import Decimal
from fractions import Fraction


def half_up(value: Fraction, *, short_of: Fraction | None = None) -> Decimal:
    """`value` (0 or more) with two decimals, a half upwards: 2/7 is 0.29, 1/200 is 0.01.

    `short_of`: what the value has not reached. The number shown never reaches it either: it has as many
    decimals more as that takes, 0.996 where two would say 1.
    """
    shown, decimals = _rounded(value, 2), 2
    while short_of is not None and value < short_of <= Fraction(shown):
        decimals += 1
        shown = _rounded(value, decimals)
    return shown


def _rounded(value: Fraction, decimals: int) -> Decimal:
    return Decimal(int(value * 10**decimals + Fraction(1, 2))).scaleb(-decimals)
