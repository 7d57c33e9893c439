"""What was noticed while a file was read: how it was read where it could mean two things, what was not."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

Rows = tuple[tuple[str, ...], ...]  # row 1 first; an empty row is (), so that row numbers hold
Place = tuple[int, int]  # of a cell: row counted from 1 as the sheet shows it, column counted from 0


@dataclass(frozen=True, slots=True)
class Remark:
    """How something was read, or that it was not. `rows`: those it holds for, none for the whole file."""

    code: str
    params: Mapping[str, object] = field(default_factory=dict)
    rows: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Findings:
    """What the rows of a file do not show by themselves.

    `merged`: cells that have their value from the cell above, with which they are one. `long_rows`: those
    with more cells than the headings, so that theirs may stand in the wrong columns. `from_1904`: serial
    numbers of days count from there.
    """

    remarks: tuple[Remark, ...] = ()
    merged: frozenset[Place] = frozenset()
    long_rows: frozenset[int] = frozenset()
    from_1904: bool = False

    def as_data(self) -> dict[str, Any]:
        """The same as JSON can hold it."""
        return {
            "remarks": [asdict(remark) for remark in self.remarks],
            "merged": sorted(self.merged),
            "long_rows": sorted(self.long_rows),
            "from_1904": self.from_1904,
        }


def findings_from(data: Mapping[str, Any]) -> Findings:
    """What `as_data` gave; of {} nothing."""
    return Findings(
        remarks=tuple(
            Remark(one["code"], one["params"], tuple(one["rows"])) for one in data.get("remarks", ())
        ),
        merged=frozenset((row, column) for row, column in data.get("merged", ())),
        long_rows=frozenset(data.get("long_rows", ())),
        from_1904=bool(data.get("from_1904")),
    )


class Remarks:
    """Gathers remarks on rows; the same thing said of several rows is one remark, with its first example."""

    def __init__(self) -> None:
        self._first: dict[str, Mapping[str, object]] = {}
        self._rows: dict[str, list[int]] = {}

    def add(self, code: str, row: int, **params: str | date | Decimal) -> None:
        """Remember that something holds for a row."""
        self._first.setdefault(code, params)
        self._rows.setdefault(code, []).append(row)

    def of_file(self, code: str, **params: str | int) -> None:
        """Remember that something holds for the file as a whole."""
        self._first.setdefault(code, params)
        self._rows.setdefault(code, [])

    def all(self) -> tuple[Remark, ...]:
        """The remarks, in the order they came up."""
        return tuple(Remark(code, params, tuple(self._rows[code])) for code, params in self._first.items())


class Sheet(NamedTuple):
    """The rows of a file, and what was noticed while they were read."""

    rows: Rows
    findings: Findings = Findings()
