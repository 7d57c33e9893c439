"""The words a draft came from, cut where a field begins or ends."""

from handslag.domain.promises.passages import passages, words_of

TEXT = "Polisen\n\nNågot annat.\n\nVi besöker Gussjö två gånger.\nVarje år.\n"
PROMISE = [TEXT.index("Vi"), TEXT.index("\nVarje")]
PLACE = [TEXT.index("Gussjö"), TEXT.index("Gussjö") + 6]
PARTY = [0, 7]


def test_the_lines_that_hold_the_words_are_shown_whole() -> None:
    found = passages(TEXT, {"text": [PROMISE], "parties": [PARTY]})
    lines = ["".join(piece.words for piece in passage.pieces) for passage in found]
    assert lines == ["Polisen", "Vi besöker Gussjö två gånger."]
    assert [passage.after_gap for passage in found] == [False, True]


def test_the_words_of_a_field_are_a_piece_of_their_own() -> None:
    (found,) = passages(TEXT, {"text": [PROMISE], "places": [PLACE]})
    assert [(piece.words, piece.fields, piece.firsts) for piece in found.pieces] == [
        ("Vi besöker ", (), ("text",)),
        ("Gussjö", ("places",), ("places",)),
        (" två gånger.", (), ()),
    ]


def test_the_same_words_may_say_two_things() -> None:
    (found,) = passages(TEXT, {"places": [PLACE], "measure": [PLACE]})
    assert [piece.fields for piece in found.pieces] == [(), ("places", "measure"), ()]


def test_spans_outside_the_text_are_passed_over() -> None:
    assert passages(TEXT, {"text": [[-3, 2], [5, 5], [0, 10_000]]}) == []


def test_the_words_of_one_field_are_quoted_in_one_line() -> None:
    assert words_of("två\n gånger", {"measure": [[0, 11]]}, "measure") == ["två gånger"]
