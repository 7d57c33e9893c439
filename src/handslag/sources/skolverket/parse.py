"""The school units in a file of Skolverket's form. Head teachers, e-mail and telephones are never read."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from handslag.domain.errors import BadInput

ACTIVE = "AKTIV"
MOST_UNITS = 2_000  # Stockholm has some 600


@dataclass(frozen=True, slots=True)
class Unit:
    """One school unit. `authority` and the days are known from the answer for one school only."""

    code: str
    name: str
    is_active: bool
    authority: str = ""
    first_on: date | None = None
    last_on: date | None = None
    stages: tuple[str, ...] = ()  # only where a sheet of the municipality's own says them

    @property
    def key(self) -> str:
        """What it is chosen by: its code, or its name where it has none."""
        return self.code or self.name


def units(data: bytes) -> list[Unit]:
    """The units of a list, of the answer for one school, or of several such answers in [ ], in order.

    A unit that stands twice is given once, as it stands last. Raises `BadInput("not_school_register")`.
    """
    try:
        whole = json.loads(data.decode("utf-8-sig"))
        answers = whole if isinstance(whole, list) else [whole]
        found = {unit.code: unit for answer in answers for unit in _of_answer(answer)}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise BadInput("not_school_register") from None
    if not found or len(found) > MOST_UNITS:
        raise BadInput("not_school_register")
    return list(found.values())


def _of_answer(answer: dict[str, Any]) -> Iterator[Unit]:
    attributes = answer["data"]["attributes"]
    if isinstance(attributes, list):
        for row in attributes:
            yield Unit(_text(row["schoolUnitCode"], 8), _text(row["name"], 160), row.get("status") == ACTIVE)
        return
    organizer = (answer.get("included") or {}).get("attributes") or {}
    yield Unit(
        code=_text(answer["data"]["schoolUnitCode"], 8),
        name=_text(attributes.get("schoolName") or attributes["displayName"], 160),
        is_active=attributes.get("status") == ACTIVE,
        authority=_text(organizer["displayName"], 120) if organizer.get("displayName") else "",
        first_on=_day(attributes.get("startdate")),
        last_on=_day(attributes.get("endDate")),
    )


def _text(value: object, longest: int) -> str:
    """One line of text. Raises ValueError for anything else."""
    if not isinstance(value, str) or not value.strip() or len(value) > longest:
        raise ValueError(value)
    return " ".join(value.split())


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value[:10]) if value else None
