"""What was not read is told once for each kind, with its lines and words."""

from handslag.domain.reading.finds import Span, Unread, UnreadKind
from handslag.domain.reading.unread import told
from handslag.sentences import say

TEXT = "a\tb\n\nc\td\ne\tf\n\ng\th"


def _row(words: str) -> Unread:
    start = TEXT.index(words)
    return Unread(UnreadKind.TABLE_ROW, words, Span(start, start + len(words)))


def test_rows_are_told_with_their_lines() -> None:
    ((reason, items),) = told([_row(words) for words in ("a\tb", "c\td", "e\tf", "g\th")], TEXT)
    assert say(reason.code, reason.params) == "4 tabellrader lästes inte: rad 1, 3–4, 6."
    assert items == ((1, "a | b"), (3, "c | d"), (4, "e | f"), (6, "g | h"))


def test_one_row_is_told_as_one() -> None:
    ((reason, _),) = told([_row("c\td")], TEXT)
    assert say(reason.code, reason.params) == "1 tabellrad lästes inte: rad 3."
    assert say(reason.code, reason.params, "en") == "1 row of a table was not read: line 3."


def test_every_kind_has_its_sentence_and_comes_once() -> None:
    kinds = list(UnreadKind)
    sentences = told([Unread(kind, "ord") for kind in [*reversed(kinds), *kinds]], TEXT)
    assert [reason.code for reason, _ in sentences] == [f"unread_{kind}" for kind in kinds]
    assert all(say(reason.code, reason.params) for reason, _ in sentences)
