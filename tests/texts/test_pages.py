"""The reader on the made-up pages of `tests/pages`: floors a little below what it reaches (`make score`).

They are raised when it gets better, and a change that makes it worse is seen in any clone.
"""

import json

import pytest

from tests.pages.score import OWN, pages_of, score


def test_promises_are_read() -> None:
    assert score(OWN).f1 >= 0.85


@pytest.mark.parametrize(
    ("field", "floor"),
    [
        ("promisors", 0.84),
        ("places", 0.89),
        ("target_groups", 0.94),
        ("cadence", 0.86),
        ("measurable", 0.93),
        ("perspective", 0.82),
        ("municipality", 0.87),
        ("police_area", 0.97),
        ("valid_from", 0.82),
        ("valid_to", 0.80),
    ],
)
def test_fields_are_read(field: str, floor: float) -> None:
    assert score(OWN).share(field) >= floor


def test_labels_are_words_of_their_page() -> None:
    for path in sorted((OWN / "gold").glob("*.json")):
        text = (OWN / "texts" / f"{path.stem}.txt").read_text("utf-8")
        for label in json.loads(path.read_text("utf-8"))["promises"]:
            words = [
                label["text"],
                *label["places"],
                *label["target_groups"],
                label["quantity"],
                label["period"],
            ]
            assert [each for each in words if each and each not in text] == [], path.stem


def test_there_are_pages_of_every_sort() -> None:
    names = [page.name for page in pages_of(OWN)]
    assert len(names) >= 40
    assert sum("-neg-" in name for name in names) >= 5
