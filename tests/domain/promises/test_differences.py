"""Two wordings, word by word."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handslag.domain.promises.differences import Part, Piece, differences

SAME, REMOVED, ADDED = Part.SAME, Part.REMOVED, Part.ADDED


@pytest.mark.parametrize(
    ("before", "after", "pieces"),
    [
        ("två gånger om året", "två gånger om året", [(SAME, "två gånger om året")]),
        (
            "minst två gånger om året",
            "minst tre gånger om året",
            [(SAME, "minst"), (REMOVED, "två"), (ADDED, "tre"), (SAME, "gånger om året")],
        ),
        ("vi går", "vi går i Ramvik", [(SAME, "vi går"), (ADDED, "i Ramvik")]),
        ("vi  går\ni Ramvik", "vi går", [(SAME, "vi går"), (REMOVED, "i Ramvik")]),
        ("", "", []),
    ],
)
def test_what_differs(before: str, after: str, pieces: list[tuple[Part, str]]) -> None:
    assert differences(before, after) == [Piece(part, words) for part, words in pieces]


words = st.lists(st.sampled_from(["vi", "lovar", "två", "tre", "gånger", "om", "året."]), max_size=12)


@settings(max_examples=300)
@given(words, words)
def test_both_wordings_can_be_read_out_of_the_pieces(before: list[str], after: list[str]) -> None:
    pieces = differences(" ".join(before), " ".join(after))
    kept = " ".join(piece.words for piece in pieces if piece.part is not REMOVED)
    was = " ".join(piece.words for piece in pieces if piece.part is not ADDED)
    assert (was, kept) == (" ".join(before), " ".join(after))
