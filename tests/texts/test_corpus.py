"""Reading against hand labels: published pages, each with the promises a person found in it.

The bars are floors, a little below what the reader reaches on these pages, most of which it was not made
with: they are raised when it gets better, and a change that makes it worse is seen.
"""

from collections import Counter
from functools import cache

import pytest

from handslag.domain.reading import ReadDocument, ReadPromise, read
from handslag.domain.reading.finds import Find
from tests.pages.score import pages_of, score
from tests.shared import CORPUS, needs_corpus

pytestmark = needs_corpus


@cache
def page(name: str) -> ReadDocument:
    return read((CORPUS / "texts" / f"{name}.txt").read_text(encoding="utf8"))


def value(find: Find | None) -> str | None:
    return find.value if find else None


def promisors(promise: ReadPromise) -> set[str]:
    return {str(found.party) for found in promise.parties}


def test_promises_are_read() -> None:
    assert score(CORPUS).f1 >= 0.85


@pytest.mark.parametrize(
    ("field", "floor"),
    [
        ("promisors", 0.93),
        ("perspective", 0.86),
        ("valid_from", 0.885),
        ("valid_to", 0.895),
        ("municipality", 0.915),
        ("police_area", 0.95),
    ],
)
def test_fields_are_read(field: str, floor: float) -> None:
    assert score(CORPUS).share(field) >= floor


def test_few_pages_without_promises_give_any() -> None:
    silent = [page.read["promises"] for page in pages_of(CORPUS) if page.name.endswith("-neg")]
    assert sum(not promises for promises in silent) / len(silent) >= 0.7


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
