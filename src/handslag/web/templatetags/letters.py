"""Filters for the templates of mail: `{% load letters %}`."""

from decimal import Decimal

from django.template import Library

from handslag.web.words.labels import number
from handslag.web.words.units import unit_word

register = Library()


@register.filter
def counted(amount: Decimal, unit: str | None) -> str:
    """An amount of what a promise counts: 1 insats, 2 insatser; None where nothing is counted but done."""
    return number(amount) if unit is None else f"{number(amount)} {unit_word(unit, amount)}"
