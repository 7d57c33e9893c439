"""PDF: lines are put together to paragraphs, headings and items; what cannot be read says why."""

import pytest

from handslag.documents.pdf_text import text_of
from handslag.domain.errors import BadInput
from tests.documents.files import locked, pdf

LONG = "Polisen lovar att synas mer i centrum och att prata med unga vid torget och vid sko-"
PAGE = [(72, 760, 18, "Löften 2024"), (72, 730, 11, LONG), (72, 716, 11, "lan samt i parken.")]


def _refusal(data: bytes) -> tuple[str, dict[str, object]]:
    with pytest.raises(BadInput) as refused:
        text_of(data)
    return refused.value.code, refused.value.params


def test_wrapped_lines_and_split_words_are_joined_and_headings_stand_alone() -> None:
    assert text_of(pdf(PAGE)) == f"Löften 2024\n\n{LONG[:-1]}lan samt i parken."


def test_a_hyphen_that_belongs_to_the_word_stays() -> None:
    page = [(72, 700, 11, LONG[:-4] + "låg-"), (72, 686, 11, "och högstadiet")]
    assert text_of(pdf(page)) == LONG[:-4] + "låg- och högstadiet"


def test_items_keep_their_bullets_and_levels() -> None:
    page = [(72, 700, 11, "• mäta fart"), (90, 686, 11, "o Vid skolor"), (72, 672, 11, "- prata")]
    assert text_of(pdf(page)) == "• mäta fart\n  • Vid skolor\n• prata"


def test_lines_further_in_are_items_where_bullets_are_drawn_and_not_written() -> None:
    page = [
        *PAGE,
        (72, 690, 11, "Kommunen lovar att:"),
        (90, 676, 11, "laga belysning"),
        (90, 662, 11, "städa"),
    ]
    assert text_of(pdf(page)).split("\n\n")[2:] == ["Kommunen lovar att:", "• laga belysning\n• städa"]


def test_short_lines_without_bullets_stay_lines() -> None:
    page = [
        *PAGE,
        (72, 690, 11, "Kommunen lovar att:"),
        (72, 676, 11, "laga belysning"),
        (72, 662, 11, "städa"),
    ]
    assert text_of(pdf(page)).split("\n\n")[2:] == ["Kommunen lovar att:", "laga belysning", "städa"]


def test_a_dash_within_a_line_is_no_bullet() -> None:
    assert text_of(pdf([(72, 700, 11, "Insatser - små och stora")])) == "Insatser - små och stora"


def test_the_first_line_of_a_paragraph_may_stand_further_in() -> None:
    page = [(90, 700, 11, LONG[:-4] + "i stan"), (72, 686, 11, "på natten.")]
    assert text_of(pdf(page)) == LONG[:-4] + "i stan på natten."


def test_page_numbers_and_running_heads_are_left_out() -> None:
    pages = [
        [(72, 800, 9, "Ekby kommun"), (72, 700, 11, f"Löfte {word}"), (72, 40, 9, "Sida 1 (3)")]
        for word in "abc"
    ]
    assert text_of(pdf(*pages)) == "Löfte a\n\nLöfte b\n\nLöfte c"


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (locked(pdf(PAGE), "hemligt"), ("file_locked", {})),
        (pdf([]), ("pdf_scanned", {})),
        (b"%PDF-1.4 and then nothing", ("pdf_broken", {})),
        (pdf(PAGE)[:200], ("pdf_broken", {})),
        (pdf(*[[]] * 501), ("pdf_too_many_pages", {"pages": 501, "most": 500})),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, refusal: tuple[str, dict[str, object]]) -> None:
    assert _refusal(data) == refusal


def test_a_pdf_locked_against_changes_only_is_read() -> None:
    assert text_of(locked(pdf(PAGE), "")) == text_of(pdf(PAGE))
