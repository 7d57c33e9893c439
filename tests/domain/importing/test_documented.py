"""docs/rules/importing.md says what the code does: its tables are read here."""

import re
from pathlib import Path

from handslag.documents import docx_package, ics_text, texts, xlsx_text
from handslag.domain.bounds import LONGEST_WORDS
from handslag.domain.importing.columns import HEADINGS

DOCUMENT = Path(__file__).parents[3] / "docs" / "rules" / "importing.md"


def _rows(heading: str) -> list[tuple[str, str]]:
    """The rows of the two-column table under a heading."""
    section = DOCUMENT.read_text(encoding="utf8").split(f"## {heading}\n")[1].split("\n## ")[0]
    return re.findall(r"^\| (?!-)([^|]+) \| ([^|]+) \|$", section, re.M)[1:]


def test_the_limits_are_those_of_the_code() -> None:
    assert [int(value.split()[0]) for _, value in _rows("The file")] == [
        texts.MEGABYTES,
        docx_package.MOST_OUT // 1_000_000,
        docx_package.MOST_RATIO,
        xlsx_text.MOST_ROWS,
        xlsx_text.MOST_COLUMNS,
        ics_text.MOST_ENTRIES,
        LONGEST_WORDS,
    ]


def test_the_headings_are_those_of_the_code() -> None:
    assert _rows("The columns") == [(f"`{column}`", ", ".join(words)) for column, words in HEADINGS.items()]
