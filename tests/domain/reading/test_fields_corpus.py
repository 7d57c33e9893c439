"""The fields of published promises against their hand labels, each promise read at its labelled place.

The bars are floors, as in `tests/texts/test_corpus.py`.
"""

import json
from collections.abc import Iterator
from typing import Any

from handslag.domain.reading.fields import Fields, context_of, read_fields
from handslag.domain.reading.finds import Span
from tests.shared import CORPUS, needs_corpus

pytestmark = needs_corpus

Label = dict[str, Any]


def labelled() -> Iterator[tuple[Label, Fields]]:
    """Every labelled promise with its fields as read; no headings are given, so none are inherited."""
    for path in sorted((CORPUS / "gold").glob("*.json")):
        page = json.loads(path.read_text("utf-8"))
        text = (CORPUS / "texts" / f"{path.stem}.txt").read_text("utf-8")
        context = context_of(
            text, (), municipality=page["municipality"], police_area=page["police_area"], places_of_whole=()
        )
        for label in page["promises"]:
            start = text.index(label["text"])
            yield label, read_fields(text, Span(start, start + len(label["text"])), context)


def is_cadence_right(label: Label, fields: Fields) -> bool:
    told, read = label["cadence"], fields.cadence
    if told is None or read is None:
        return told is None and read is None
    return (told["min_count"], told["per"]) == (read.min_count, read.per)


def share(right: list[bool]) -> float:
    return sum(right) / len(right)


def test_measurable_is_read_as_people_read_it() -> None:
    assert share([label["measurable"] is fields.measurable for label, fields in labelled()]) >= 0.88


def test_cadence_is_read_as_people_read_it() -> None:
    assert share([is_cadence_right(label, fields) for label, fields in labelled()]) >= 0.91


def test_places_in_the_promise_itself_are_found() -> None:
    pairs = [(place, fields) for label, fields in labelled() for place in label["places"]]
    found = [place in {find.value for find in fields.places} for place, fields in pairs]
    assert share(found) >= 0.7


def test_few_places_are_made_up() -> None:
    pairs = [(find.value, label) for label, fields in labelled() for find in fields.places]
    assert share([value in label["places"] for value, label in pairs]) >= 0.85
