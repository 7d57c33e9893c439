"""Blocks: wrapped lines are joined, lists keep their depth, speech is told from lists."""

from handslag.domain.reading.blocks import Kind, blocks_of


def shapes(text: str) -> list[tuple[str, int, str]]:
    return [
        (block.kind.name, block.depth, text[block.span.start : block.span.end]) for block in blocks_of(text)
    ]


def test_a_wrapped_item_is_one_block() -> None:
    assert shapes("• röja sly längs\n  skolvägen\n• laga lampor") == [
        ("ITEM", 1, "röja sly längs\n  skolvägen"),
        ("ITEM", 1, "laga lampor"),
    ]


def test_an_item_that_stops_at_a_small_word_goes_on_in_the_next_line() -> None:
    assert shapes("• bygga hinder på\nSkolvägen\n• laga lampor")[0] == (
        "ITEM",
        1,
        "bygga hinder på\nSkolvägen",
    )


def test_a_lead_in_between_two_lists_is_no_end_of_an_item() -> None:
    page = "- synas mer\noch att kommunen ska\n- röja sly"
    assert [text for *_, text in shapes(page)] == ["synas mer", "och att kommunen ska", "röja sly"]


def test_a_wrapped_paragraph_is_one_block() -> None:
    [block] = blocks_of(
        "Polisen har under hösten talat med många boende i kommunens alla delar,\nRamvik och byar."
    )
    assert block.kind is Kind.PROSE


def test_bare_lines_below_a_lead_in_stay_apart() -> None:
    assert [text for *_, text in shapes("Vi lovar att\nröja sly\nlaga lampor")] == [
        "Vi lovar att",
        "röja sly",
        "laga lampor",
    ]


def test_deeper_signs_make_deeper_lists() -> None:
    assert [depth for _, depth, _ in shapes("• A b\n   o C d\n   o E f\n• G h\n1. I j\n• K l")] == [
        1,
        2,
        2,
        1,
        2,
        1,
    ]


def test_a_line_between_lists_starts_afresh() -> None:
    assert [depth for _, depth, _ in shapes("• A b\n  - C d\nTrafik\n- E f")] == [1, 2, 0, 1]


def test_a_short_question_is_a_heading_and_a_long_one_is_not() -> None:
    assert [
        kind for kind, *_ in shapes("Vad lovar vi?\n\nVad kan vi göra åt att det körs så fort genom byn?")
    ] == [
        "LINE",
        "PROSE",
    ]


def test_dashes_are_speech_where_somebody_says_something() -> None:
    said = "– Det blir bra, säger polischefen.\n\n– Vi ska synas.\n\n• Patrullera"
    assert [kind for kind, *_ in shapes(said)] == ["SPEECH", "SPEECH", "ITEM"]
    assert [kind for kind, *_ in shapes("– Patrullera\n– Röja sly")] == ["ITEM", "ITEM"]


def test_what_must_go_on_ends_in_a_colon_of_some_kind() -> None:
    ends = ["Polisen ska:", "VI LOVAR ATT", "genom att;", "Vi lovar...", "Vi lovar…", "Trafik"]
    assert [blocks_of(end)[0].colon for end in ends] == [True, True, True, True, True, False]
