"""Text that a spreadsheet would run as a formula, made harmless and back again.

The characters are those of OWASP ASVS 5.0 §1.2.10 with their full-width forms. A text that begins with one
of them gets a ' before it; texts that already begin with ' and one of them get one more, so that every
text can be had back as it was.
"""

import re

from handslag.documents.fitting import whole

_RUNS = re.compile(r"'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])")


def guarded(text: str) -> str:
    """The text as it may stand in a cell of a CSV file, which holds every sign but half a letter."""
    text = whole(text)
    return f"'{text}" if _RUNS.match(text) else text


def unguarded(cell: str) -> str:
    """The text that `guarded` was given."""
    return cell[1:] if cell.startswith("'") and _RUNS.match(cell) else cell
