"""Reading against hand labels: published pages, each with the promises a person found in it.

The bars are floors, a little below what the reader reaches on these pages, most of which it was not made
with: they are raised when it gets better, and a change that makes it worse is seen.
"""

import importlib.util
import json
from collections import Counter
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from handslag.domain.reading import ReadDocument, ReadPromise, read
from handslag.domain.reading.finds import Find

CORPUS = Path(__file__).parents[2].parent / "shared" / "corpus"
pytestmark = pytest.mark.skipif(
    not (CORPUS / "gold").is_dir(),
    reason="the labelled pages (shared/corpus beside the repository) are absent",
)


@cache
def score() -> ModuleType:
    spec = importlib.util.spec_from_file_location("corpus_score", CORPUS / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def page(name: str) -> ReadDocument:
    return read((CORPUS / "texts" / f"{name}.txt").read_text(encoding="utf8"))


@cache
def labelled() -> dict[str, dict[str, Any]]:
    paths = sorted((CORPUS / "gold").glob("*.json"))
    return {path.stem: json.loads(path.read_text(encoding="utf8")) for path in paths}


def value(find: Find | None) -> str | None:
    return find.value if find else None


def promisors(promise: ReadPromise) -> set[str]:
    return {str(found.party) for found in promise.parties}


@cache
def right() -> Counter[str]:
    """How many were found, and how many of those matched are right, by field."""
    count: Counter[str] = Counter()
    for name, gold in labelled().items():
        promises = page(name).promises
        pairs = score().match(gold["promises"], [{"text": promise.text.value} for promise in promises])
        count.update(matched=len(pairs), read=len(promises), labelled=len(gold["promises"]), pages=1)
        for i, j in pairs:
            label, promise = gold["promises"][i], promises[j]
            theme = score().words(value(promise.perspective))
            count["promisors"] += set(label["promisors"]) == promisors(promise)
            count["perspective"] += score().words(label["perspective"]) == theme
        for field in ("municipality", "police_area", "valid_from", "valid_to"):
            count[field] += score().bare(gold[field]) == score().bare(value(getattr(page(name), field)))
    return count


def test_promises_are_found() -> None:
    count = right()
    assert score().prf(count["matched"], count["read"], count["labelled"])[2] >= 0.85


@pytest.mark.parametrize(("field", "bar"), [("promisors", 0.93), ("perspective", 0.86)])
def test_fields_around_a_promise_are_right(field: str, bar: float) -> None:
    assert right()[field] / right()["matched"] >= bar


@pytest.mark.parametrize(
    ("field", "bar"),
    [("valid_from", 0.885), ("valid_to", 0.895), ("municipality", 0.915), ("police_area", 0.95)],
)
def test_facts_of_the_whole_page_are_right(field: str, bar: float) -> None:
    assert right()[field] / right()["pages"] >= bar


def test_few_pages_without_promises_give_any() -> None:
    silent = [name for name in labelled() if name.endswith("-neg")]
    assert sum(not page(name).promises for name in silent) / len(silent) >= 0.7


def test_harnosand_promises_ten_things() -> None:
    document = page("harnosand-2019")
    who = Counter("+".join(sorted(promisors(promise))) for promise in document.promises)
    themes = Counter(value(promise.perspective) for promise in document.promises)
    assert who == {"police": 4, "municipality+police": 6}
    assert themes == {"Mer tillgänglig polis": 8, "Trafik och miljö": 2}


def test_harnosand_keeps_aims_apart_from_acts() -> None:
    links = [(promise.is_aim, promise.aim) for promise in page("harnosand-2019").promises]
    assert links == [(True, None), *[(False, 0)] * 7, (True, None), (False, 8)]


def test_harnosand_is_valid_until_further_notice() -> None:
    document = page("harnosand-2019")
    assert (value(document.valid_from), document.valid_to) == ("2019", None)
    assert value(document.open_ended) == "tillsvidare"


def test_harnosand_tells_what_it_rests_on_and_who_signed() -> None:
    document = page("harnosand-2019")
    assert [str(found.ground) for found in document.grounds] == ["dialogue", "survey", "situation_picture"]
    assert [role.value for role in document.signatories] == [
        "chef för lokalpolisen Södra Ångermanland",
        "kommunstyrelsens ordförande",
    ]
