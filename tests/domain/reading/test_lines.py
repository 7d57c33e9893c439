"""Lines: list signs of all kinds, invisible signs, and the lines about the file."""

import pytest

from handslag.domain.reading.lines import lines_of, without_head


@pytest.mark.parametrize(
    "sign", ["•", "-", "–", "*", "▪", "◦", "o ", "1.", "12)", "a)", "\uf0b7", "•\u200b", "‣", "➢"]
)
def test_a_list_sign_is_not_part_of_the_words(sign: str) -> None:
    text = f"  {sign} Patrullera på torget"
    [line] = lines_of(text)
    assert text[line.span.start : line.span.end] == "Patrullera på torget"
    assert line.mark == sign.strip(" \u200b")


@pytest.mark.parametrize("text", ["2019 gäller löftet", "-5 grader", "oktober", "a-traktorer", "3,5 mil"])
def test_numbers_and_words_are_no_list_signs(text: str) -> None:
    assert [line.mark for line in lines_of(text)] == [""]


def test_a_sign_glued_to_its_words_is_a_sign() -> None:
    assert [line.mark for line in lines_of("•Polisen kör\n-Kommunen röjer")] == ["•", "-"]


def test_blank_lines_leave_a_gap_and_a_sign_alone_is_no_line() -> None:
    assert [line.gap for line in lines_of("Ett\nTvå\n\u200b\n•\nTre")] == [True, False, True]


def test_a_sign_alone_on_its_line_belongs_to_the_next() -> None:
    text = "•\nRöja sly\n•\n\nLaga lampor"
    assert [(line.mark, text[line.span.start : line.span.end]) for line in lines_of(text)] == [
        ("•", "Röja sly"),
        ("", "Laga lampor"),
    ]


def test_a_heading_in_markdown_loses_its_hashes() -> None:
    text = "## Trafik"
    [line] = lines_of(text)
    assert text[line.span.start : line.span.end] == "Trafik"


def test_lines_about_the_file_are_blanked_out_in_place() -> None:
    text = "# url: https://a.example\n# title: Löften i Tuna kommun\n\nTrafik\n# not: on top"
    head = text.index("\nTrafik")
    assert without_head(text) == " " * head + text[head:]
