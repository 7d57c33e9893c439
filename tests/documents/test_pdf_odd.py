"""PDF drawn in odd ways: out of order, twice, letter by letter, turned, with fonts that name nothing."""

import pytest

from handslag.documents.pdf_text import taken_from, text_of
from handslag.domain.errors import BadInput
from tests.documents.files import boxes_pdf, drawn_pdf, form_pdf, pdf

LINES = ["Polisen lovar att mäta farten i Norrbyn varje månad", "och att visa resultatet för alla"]
WHOLE = " ".join(LINES)


def _at(x: float, y: float, text: str, turn: str = "1 0 0 1") -> str:
    return f"BT /F 11 Tf {turn} {x} {y} Tm ({text}) Tj ET"


def test_lines_drawn_in_any_order_are_read_from_the_top() -> None:
    page = [(72, 686, 11, LINES[1]), (72, 730, 18, "Löften 2024"), (72, 700, 11, LINES[0])]
    assert text_of(pdf(page)) == f"Löften 2024\n\n{WHOLE}"


def test_words_drawn_twice_to_look_bold_are_read_once() -> None:
    drawn = [_at(72 + shift, 700 - shift, "Löften 2024") for shift in (0, 0.4, 0.8)]
    assert text_of(drawn_pdf("\n".join(drawn))) == "Löften 2024"


def test_letters_drawn_one_by_one_are_words() -> None:
    drawn, x = [], 72.0
    for letter in "Mata fart":
        drawn.append(_at(x, 700, letter) if letter != " " else "")
        x += {"M": 9.163, "t": 3.058, "f": 3.058, " ": 3.058, "r": 3.663}.get(letter, 6.116)
    assert text_of(drawn_pdf("\n".join(drawn[::-1]))) == "Mata fart"


@pytest.mark.parametrize("turn", ["0 1 -1 0", "-1 0 0 -1", "0 -1 1 0"])
def test_a_page_that_lies_on_its_side_or_head_is_read(turn: str) -> None:
    step = {"0 1 -1 0": (14, 0), "-1 0 0 -1": (0, 14), "0 -1 1 0": (-14, 0)}[turn]
    drawn = [_at(300 + nr * step[0], 400 + nr * step[1], line, turn) for nr, line in enumerate(LINES)]
    assert text_of(drawn_pdf("\n".join(drawn))) == WHOLE


def test_accents_drawn_apart_are_put_on_their_letters() -> None:
    drawn = "BT /F 11 Tf 72 700 Td [(M\xb4) 0 (eta i Bj\xa8orkn\xa8as och Alm\xe9n)] TJ ET"
    assert text_of(drawn_pdf(drawn)) == "M\xe9ta i Bj\xf6rkn\xe4s och Alm\xe9n"


def test_letters_typed_with_blanks_between_are_words() -> None:
    assert text_of(pdf([(72, 700, 16, "L Ö F T E N   2 0 2 4")])) == "LÖFTEN 2024"


def test_a_bullet_of_a_sign_font_is_a_bullet() -> None:
    drawn = "BT /W 11 Tf 72 700 Td (\xa7) Tj /F 11 Tf 18 0 Td (Polisen syns i centrum) Tj ET"
    assert text_of(drawn_pdf(drawn)) == "• Polisen syns i centrum"


def test_other_words_for_what_is_drawn_are_read_instead() -> None:
    drawn = "BT /F 11 Tf 72 700 Td (tra) Tj /Span <</ActualText <FEFF00660069>>> BDC (x) Tj EMC (k) Tj ET"
    assert text_of(drawn_pdf(drawn)) == "trafik"


def test_what_people_filled_in_stands_behind_its_label() -> None:
    assert (
        text_of(form_pdf("Löfte:", "Kommunen röjer sly i Sandmon."))
        == "Löfte:\tKommunen röjer sly i Sandmon."
    )


def test_boxes_and_rings_stand_before_their_labels_ticked_or_not() -> None:
    ring, button = "/Ff 32768", "/Ff 65536"
    boxes = [("Ja", "", "röja sly"), ("Off", "", "gå ut"), ("2", ring, "ringa"), ("Off", button, "Skicka")]
    assert text_of(boxes_pdf(*boxes)).split("\n\n") == ["☒ röja sly", "☐ gå ut", "☒ ringa", "Skicka"]


def test_the_same_head_on_two_pages_parts_no_sentence() -> None:
    pages = [[(72, 800, 9, "Ekby kommun"), (72, 700, 11, line)] for line in LINES]
    assert text_of(pdf(*pages)) == f"Ekby kommun\n\n{WHOLE}"


def test_a_broken_list_of_places_is_mended() -> None:
    whole = pdf([(72, 700, 11, "Polisen syns.")])
    assert text_of(whole.replace(b"startxref\n", b"startxref\n9")) == "Polisen syns."


def test_a_long_paragraph_takes_no_longer_for_each_line() -> None:
    line = "polisen mäter farten och visar resultatet för alla som bor i närheten av väg"
    lines = [f"{line} {nr:04}" for nr in range(2000)]
    pages = [
        [(72, 780 - 14 * nr, 11, text) for nr, text in enumerate(lines[start : start + 50])]
        for start in range(0, 2000, 50)
    ]
    assert text_of(pdf(*pages)) == " ".join(lines)


def _unread(data: bytes) -> list[tuple[str, str, int]]:
    return [(str(item.what), item.words, item.page) for item in taken_from(data).unread]


def test_heads_and_feet_that_are_left_out_are_told() -> None:
    pages = [
        [(72, 800, 9, "Ekby kommun"), (72, 700, 11, f"Löfte {word}"), (72, 40, 9, f"Dnr 7 Sida {nr} (3)")]
        for nr, word in enumerate("abc", 1)
    ]
    assert _unread(pdf(*pages)) == [("running_head", "Ekby kommun", 1), ("running_head", "Dnr 7", 1)]


def test_what_the_file_marks_as_the_head_of_the_page_is_told() -> None:
    head = "/Artifact <</Type/Pagination>> BDC " + _at(72, 800, "Ekby kommun") + " EMC "
    data = drawn_pdf(head + _at(72, 700, "Polisen syns."))
    assert (text_of(data), _unread(data)) == ("Polisen syns.", [("running_head", "Ekby kommun", 1)])


def test_what_stands_outside_the_paper_is_told_and_not_read() -> None:
    data = drawn_pdf(_at(72, 700, "Polisen syns.") + " " + _at(72, 900, "tryck.indd"))
    assert (text_of(data), _unread(data)) == ("Polisen syns.", [("hidden", "tryck.indd", 1)])


def test_a_large_picture_is_told_and_a_small_one_is_not() -> None:
    drawn = _at(72, 700, "Polisen syns.") + " q 300 0 0 300 72 300 cm /I Do Q q 30 0 0 30 72 200 cm /I Do Q"
    more = "/Resources<</XObject<</I 6 0 R>>/Font<</F 7 0 R>>>>"
    picture = "<</Subtype/Image/Width 1/Height 1/Length 1>>stream\n0\nendstream"
    font = "<</Type/Font/Subtype/Type1/Encoding/WinAnsiEncoding/BaseFont/Helvetica>>"
    assert _unread(drawn_pdf(drawn, more, [picture, font])) == [("picture", "", 1)]


def test_a_font_that_names_no_letters_is_told() -> None:
    more = "/Resources<</Font<</F 6 0 R/N 7 0 R>>>>"
    font = "<</Type/Font/Subtype/Type1/Encoding/WinAnsiEncoding/BaseFont/Helvetica>>"
    descendant = "<</Type/Font/Subtype/CIDFontType2/BaseFont/X/FontDescriptor<</FontName/X/Flags 4>>/DW 500>>"
    nameless = f"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[{descendant}]>>"
    codes = " BT /N 11 Tf 72 600 Td <000100020003> Tj ET"
    data = drawn_pdf(_at(72, 700, "Polisen syns.") + codes, more, [font, nameless])
    assert (text_of(data), _unread(data)) == ("Polisen syns.", [("letters", "", 1)])
    with pytest.raises(BadInput, match="pdf_letters"):
        text_of(drawn_pdf(codes, more, [font, nameless]))
