"""Columns several tables share."""

import secrets
from enum import StrEnum

from handslag.models import columns

ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"  # no 0/o, 1/l/i: can be read aloud


def new_public_id() -> str:
    """Ten random characters for addresses: says nothing of how many there are or in what order."""
    return "".join(secrets.choice(ALPHABET) for _ in range(10))


def public_id() -> "columns.CharField[str, str]":
    return columns.CharField(max_length=10, unique=True, default=new_public_id, editable=False)


def choices(enum: type[StrEnum]) -> list[tuple[str, str]]:
    """Choices whose shown words come from the labels of the edge, not from the table."""
    return [(member.value, member.value) for member in enum]
