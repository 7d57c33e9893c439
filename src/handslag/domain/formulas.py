"""Text that a spreadsheet would run as a formula, had back as it was before it was made harmless.

The characters are those of OWASP ASVS 5.0 §1.2.10 with their full-width forms. `documents/formulas.py`
puts a ' before a text that begins with one of them, and one more before texts that begin with ' and one of
them, so that every text can be had back.
"""

import re

RUNS = re.compile(r"\A'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])")


def unguarded(cell: str) -> str:
    """The text that was guarded."""
    return cell[1:] if cell.startswith("'") and RUNS.match(cell) else cell
