"""Excel (.xlsx) to rows, as JSON text: of the sheet that has headings we know, else the first that is shown.

Nothing is computed: a formula gives the value that was saved with it, and stays a formula where none was.
A cell that is merged downwards holds for all its rows. What is hidden, merged or not read is said.
"""

import json
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from handslag.documents.xlsx_cells import Raw, Values, clean
from handslag.documents.xlsx_package import Package, parse
from handslag.domain.errors import BadInput
from handslag.domain.importing.columns import Column, guess_columns, heading_of
from handslag.domain.importing.findings import Findings, Place, Remark, Rows

MOST_ROWS = 20_000  # with headings
MOST_COLUMNS = 60
_reference = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")


def text_of(data: bytes) -> str:
    """{"rows", "findings"} of the Excel file in `data`; row numbers stay those of the sheet.

    Raises `BadInput`: `sheet_broken`, `sheet_empty`, `sheet_not_excel`, `sheet_bomb`, `sheet_macros`,
    `sheet_too_long`, `sheet_far_cell` and `sheet_too_wide` (`cell`), `file_locked`.
    """
    try:
        rows, findings = _read(Package(data))
    except (BadInput, MemoryError, ModuleNotFoundError):
        raise
    except Exception as exc:  # a file that is not as it says can fail anywhere
        raise BadInput("sheet_broken") from exc
    return json.dumps({"rows": rows, "findings": findings.as_data()})


@dataclass(slots=True)
class _Named:
    """A sheet of the file before it is read."""

    name: str
    is_shown: bool
    part: str


@dataclass(slots=True)
class _Grid:
    """The cells of a sheet that hold anything. `refusal`: why it cannot be read, if so."""

    name: str
    cells: defaultdict[int, dict[int, str]] = field(default_factory=lambda: defaultdict(dict))
    hidden: list[int] = field(default_factory=list)
    merges: list[str] = field(default_factory=list)
    merged: set[Place] = field(default_factory=set)
    refusal: BadInput | None = None

    def rows(self) -> Rows:
        filled = (number for number, cells in self.cells.items() if cells)
        return tuple(_row(self.cells.get(number, {})) for number in range(1, max(filled, default=0) + 1))


def _read(package: Package) -> tuple[Rows, Findings]:
    sheets, from_1904 = _sheets(package)
    shown = [sheet for sheet in sheets if sheet.is_shown]
    if not shown:
        raise BadInput("sheet_not_excel")
    related = package.related(package.main).values()
    parts = {kind: package.part(target) for kind, target in related if kind in ("sharedStrings", "styles")}
    values = Values(parts.get("sharedStrings", b""), parts.get("styles", b""), from_1904=from_1904)
    grids = [_grid(package.part(sheet.part), sheet.name, values) for sheet in shown]
    known = [grid for grid in grids if _has_headings(grid)]
    grid = next(iter(known or [one for one in grids if one.cells or one.refusal] or grids))
    if grid.refusal:
        raise grid.refusal
    remarks = [*_of_sheets(grid, grids, known), *_of_hidden(sheets, grid), *_of_merges(grid)]
    if from_1904:
        remarks.append(Remark("sheet_from_1904"))
    return grid.rows(), Findings(tuple(remarks), frozenset(grid.merged), from_1904=from_1904)


def _sheets(package: Package) -> tuple[list[_Named], bool]:
    """The sheets with cells, in the order of the file, and whether its days count from 1904."""
    related = package.related(package.main)
    sheets: list[_Named] = []
    flags: list[str] = []

    def start(tag: str, at: Mapping[str, str]) -> None:
        if tag == "sheet" and (part := related.get(at.get("id", ""))) and part.kind == "worksheet":
            is_shown = at.get("state", "visible") == "visible"
            sheets.append(_Named(clean(at.get("name", "")), is_shown, part.target))
        elif tag == "workbookPr":
            flags.append(at.get("date1904", ""))

    data = package.part(package.main)
    if not data.strip():
        raise BadInput("sheet_broken")
    parse(data, start)
    return sheets, any(flag in ("1", "true", "on") for flag in flags)


def _grid(data: bytes, name: str, values: Values) -> _Grid:
    reader = _Reader(_Grid(name), values)
    try:
        parse(data, reader.start, reader.end, reader.text)
        if reader.far:
            raise BadInput("sheet_far_cell", cell=reader.far[0])
        _spread(reader.grid)
    except BadInput as exc:
        reader.grid.refusal = exc
    return reader.grid


class _Reader:
    """Takes the cells of one sheet as they come in the file."""

    def __init__(self, grid: _Grid, values: Values) -> None:
        self.grid = grid
        self.values = values
        self.row, self.column = 0, -1
        self.at: Mapping[str, str] = {}
        self.within: list[str] = []
        self.value: list[str] = []
        self.far: list[str] = []
        self.formula: list[str] | None = None

    def start(self, tag: str, at: Mapping[str, str]) -> None:
        self.within.append(tag)
        if tag == "row":
            self.row = int(at.get("r", self.row + 1))
            self.column = -1
            if at.get("hidden") in ("1", "true"):
                self.grid.hidden.append(self.row)
        elif tag == "c":
            place = _reference.fullmatch(at.get("r", ""))
            self.column = _number(place[1]) if place else self.column + 1
            self.at, self.value, self.formula = at, [], None
        elif tag == "f":
            self.formula = []
        elif tag == "mergeCell":
            self.grid.merges.append(at.get("ref", ""))

    def text(self, words: str) -> None:
        tag = self.within[-1] if self.within else ""
        if tag == "v" or (tag == "t" and "is" in self.within and "rPh" not in self.within):
            self.value.append(words)
        elif tag == "f" and self.formula is not None:
            self.formula.append(words)

    def end(self, tag: str) -> None:
        self.within.pop()
        if tag != "c":
            return
        formula = None if self.formula is None else "".join(self.formula)
        raw = Raw(self.at.get("t", ""), int(self.at.get("s", "0")), "".join(self.value), formula)
        if shown := self.values.shown(raw):
            if self.row > MOST_ROWS:
                self._far()
                return
            if self.column >= MOST_COLUMNS:
                cell = f"{self.at.get('r', self.row)}"
                raise BadInput("sheet_too_wide", most=MOST_COLUMNS, cell=cell)
            self.grid.cells[self.row][self.column] = shown

    def _far(self) -> None:
        """Something far down is a row too many, or a cell that somebody has forgotten."""
        self.far.append(self.at.get("r", f"A{self.row}"))
        if len(self.grid.cells) + len(self.far) > MOST_ROWS:
            raise BadInput("sheet_too_long", most=MOST_ROWS)


def _spread(grid: _Grid) -> None:
    """A cell merged downwards holds for each of its rows that says anything more."""
    filled = {row for row, cells in grid.cells.items() if cells}
    for area in grid.merges:
        ends = [_reference.fullmatch(end) for end in area.split(":")]
        if len(ends) != 2 or not (ends[0] and ends[1]):
            continue
        column, first, last = _number(ends[0][1]), int(ends[0][2]), int(ends[1][2])
        value = grid.cells.get(first, {}).get(column, "")
        if not value:
            continue
        for row in filled.intersection(range(first + 1, min(last, MOST_ROWS) + 1)):
            if grid.cells[row].setdefault(column, value) == value:
                grid.merged.add((row, column))


def _has_headings(grid: _Grid) -> bool:
    rows = grid.rows() if grid.cells and not grid.refusal else ()
    found = guess_columns(rows[heading_of(rows)]) if rows else {}
    return Column.DAY in found and len(found) > 1


def _of_sheets(grid: _Grid, grids: list[_Grid], known: list[_Grid]) -> list[Remark]:
    """Which sheet was read, where there are several with anything in them."""
    others = [one.name for one in grids if one is not grid and (one.cells or one.refusal)]
    if not others:
        return []
    remarks = [Remark("sheet_chosen", {"sheet": grid.name, "others": _listed(others)})]
    alike = [one.name for one in known if one is not grid]
    return [*remarks, Remark("sheet_others_alike", {"others": _listed(alike)})] if alike else remarks


def _of_hidden(sheets: list[_Named], grid: _Grid) -> list[Remark]:
    hidden = [sheet.name for sheet in sheets if not sheet.is_shown]
    remarks = [Remark("sheet_hidden", {"sheets": _listed(hidden)})] if hidden else []
    rows = tuple(row for row in grid.hidden if grid.cells.get(row))
    return [*remarks, Remark("sheet_hidden_rows", {}, rows)] if rows else remarks


def _of_merges(grid: _Grid) -> list[Remark]:
    rows = tuple(sorted({row for row, _ in grid.merged}))
    return [Remark("sheet_merged", {}, rows)] if rows else []


def _row(cells: Mapping[int, str]) -> tuple[str, ...]:
    return tuple(cells.get(column, "") for column in range(max(cells, default=-1) + 1))


def _listed(names: list[str]) -> str:
    return ", ".join(f"”{name}”" for name in names)


def _number(letters: str) -> int:
    """The number of a column, counted from 0."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
