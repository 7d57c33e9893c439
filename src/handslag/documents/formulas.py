"""Text that a spreadsheet would run as a formula, made harmless (and back again: `domain/formulas.py`)."""

from handslag.documents.fitting import whole
from handslag.domain.formulas import RUNS


def guarded(text: str) -> str:
    """The text as it may stand in a cell of a CSV file, which holds every sign but half a letter."""
    text = whole(text)
    return f"'{text}" if RUNS.match(text) else text
