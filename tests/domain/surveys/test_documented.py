"""docs/rules/surveys.md says what the code does."""

import re
from pathlib import Path

from handslag.domain.surveys import Kind
from handslag.domain.surveys.answers import LONGEST_TEXT
from handslag.domain.surveys.clarity import EASY_HARD, EASY_LONG, HARD, LONG, MANY_CHOICES, MANY_QUESTIONS
from handslag.domain.surveys.editing import ALIKE
from handslag.domain.surveys.expressions import FUNCTIONS
from handslag.domain.surveys.faults import MOST_POINTS, MOST_QUESTIONS
from handslag.domain.surveys.patterns import LONGEST_TEXT as LONGEST_MATCHED
from handslag.domain.surveys.patterns import MOST_WAYS

PAGE = (Path(__file__).parents[3] / "docs" / "rules" / "surveys.md").read_text(encoding="utf8")
WORDS = " ".join(PAGE.split())


def test_every_kind_has_its_row() -> None:
    assert re.findall(r"^\| `(\w+)` \| `", PAGE, re.M) == [kind.value for kind in Kind]


def test_every_function_has_its_row() -> None:
    rows = re.findall(r"^\| `([\w-]+)` \| (\d) \|", PAGE, re.M)
    assert rows == [(name, str(fewest)) for name, (fewest, _most) in FUNCTIONS.items()]


def test_every_limit_is_as_said() -> None:
    for said in (
        f"at most {LONGEST_TEXT} characters",
        f"at most {MOST_POINTS}",
        f"over {LONG} words or above LIX {HARD}",
        f"more than {MANY_CHOICES} choices, more than {MANY_QUESTIONS} questions",
        f"at most {EASY_LONG} words in a sentence, LIX {EASY_HARD}",
        f"more than {MOST_QUESTIONS} questions",
        f"A text over {LONGEST_MATCHED} characters",
    ):
        assert said in WORDS, said
    assert (ALIKE, MOST_WAYS) == (0.8, 1_000_000)  # "four fifths", "a million ways"
