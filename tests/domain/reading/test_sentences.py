"""Sentences end at a stop, not at a short form."""

import pytest

from handslag.domain.reading.finds import Span
from handslag.domain.reading.sentences import sentences_of


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Polisen syns. Kommunen röjer.", 2),
        ("Polisen syns i byarna, bl.a. Ramvik och Viksjö.", 1),
        ("Vi möts kl. 18. Alla får komma.", 2),
        ("Det sker t.ex. Lucianatten.", 1),
        ("Vi lovar! ”Alla ska med.”", 2),
        ("Ljuset lagas i kommunen.Polisen syns.", 2),
        ("Läs på www.Tuna.se om detta.", 1),
    ],
)
def test_sentences(text: str, count: int) -> None:
    found = sentences_of(text, Span(0, len(text)))
    assert len(found) == count
    assert "".join(text[span.start : span.end] for span in found) == text.replace(". K", ".K").replace(
        ". A", ".A"
    ).replace("! ”", "!”")
