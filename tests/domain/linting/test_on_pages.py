"""The rules on published promises labelled by hand, through the reader. Skipped where there are none.

The bars are floors, as in `tests/texts/test_corpus.py`.
"""

import json
from collections import Counter

import pytest

from handslag.domain.linting import lint
from handslag.domain.reading import read
from tests.shared import CORPUS, needs_corpus

WHAT_CANNOT_BE_JUDGED = {
    "vague_verb",
    "hedge",
    "comparison_without_baseline",
    "no_number",
    "no_way_to_check",
    "aim_without_activity",
}

pytestmark = needs_corpus


@pytest.fixture(scope="module")
def tally() -> Counter[tuple[bool, str]]:
    """Promises by whether they are labelled measurable and what lint says of them."""
    counted: Counter[tuple[bool, str]] = Counter()
    for labels in sorted((CORPUS / "gold").glob("*.json")):
        gold = {
            promise["text"]: promise["measurable"]
            for promise in json.loads(labels.read_text("utf8"))["promises"]
        }
        document = read((CORPUS / "texts" / f"{labels.stem}.txt").read_text("utf8"))
        found = lint(document)
        for index, promise in enumerate(document.promises):
            said = {finding.rule for finding in found if finding.promise == index}
            if (is_measurable := gold.get(promise.text.value)) is not None:
                counted[is_measurable, _verdict(said)] += 1
    return counted


def _verdict(said: set[str]) -> str:
    if "no_way_to_check" in said:
        return "not judged"
    return "unsure" if said & WHAT_CANNOT_BE_JUDGED else "judged"


def _share(tally: Counter[tuple[bool, str]], is_measurable: bool, verdicts: set[str]) -> float:
    all_of_them = sum(count for (label, _), count in tally.items() if label is is_measurable)
    return sum(tally[is_measurable, verdict] for verdict in verdicts) / all_of_them


def test_most_promises_that_cannot_be_judged_are_flagged(tally: Counter[tuple[bool, str]]) -> None:
    assert _share(tally, False, {"not judged", "unsure"}) >= 0.95


def test_few_promises_that_can_be_judged_are_called_uncheckable(tally: Counter[tuple[bool, str]]) -> None:
    assert _share(tally, True, {"not judged"}) <= 0.08


def test_most_promises_that_can_be_judged_are_left_alone(tally: Counter[tuple[bool, str]]) -> None:
    assert _share(tally, True, {"judged"}) >= 0.6
