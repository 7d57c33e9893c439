"""What an XLSForm held that a survey here cannot have: each thing by its sheet, row and column."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Unread:
    """One thing that was left out or read otherwise: a code of `handslag.sentences` and its parameters.

    `row` as the sheet numbers it, 0 for a whole column or sheet; `column` is its heading, "" for a row.
    """

    sheet: str
    row: int
    column: str
    code: str
    params: dict[str, Any] = field(default_factory=dict)

    def record(self) -> dict[str, Any]:
        """As JSON values."""
        return asdict(self)


class Notes:
    """Collects what is left out of one sheet."""

    def __init__(self, sheet: str) -> None:
        self.sheet = sheet
        self.found: list[Unread] = []

    def add(self, row: int, column: str, code: str, **params: object) -> None:
        """Note that something in `row` and `column` is not read as it stands."""
        self.found.append(Unread(self.sheet, row, column, code, params))

    def __iter__(self) -> Iterator[Unread]:
        return iter(self.found)
