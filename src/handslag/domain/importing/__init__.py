"""From the rows of a sheet or a calendar to activities, or to what is wrong with each row."""

from handslag.domain.importing.columns import Column, guess_columns, heading_of
from handslag.domain.importing.rows import (
    Choices,
    ImportedRow,
    Known,
    Outcome,
    RowProblem,
    Weight,
    read_rows,
)

__all__ = [
    "Choices",
    "Column",
    "ImportedRow",
    "Known",
    "Outcome",
    "RowProblem",
    "Weight",
    "guess_columns",
    "heading_of",
    "read_rows",
]
