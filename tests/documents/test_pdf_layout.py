"""PDF made by a real program: tables, boxes, columns and larger letters keep every sentence whole."""

import pytest
import typst

from handslag.documents.pdf_text import text_of

POLICE = (
    "Polisen lovar att göra minst tre hastighetskontroller i Norrbyn varje månad och att redovisa"
    " resultatet på kommunens webbplats."
)
TOWN = (
    "Kommunen lovar att ordna fyra trygghetsvandringar i Österhamn under 2024 tillsammans med föreningar"
    " och boende i området."
)
SCHOOL = (
    "Polisen lovar att besöka alla högstadieskolor i Lillviken varje termin och berätta om fortkörning"
    " och andra faror i trafiken."
)
PROMISES = [POLICE, TOWN, SCHOOL]
ROWS = ",".join(f"[{text.split()[0]}],[{text}]" for text in PROMISES)
LABELLED = [part for text in PROMISES for part in (text.split()[0], text)]


def _read(source: str, size: int = 11) -> list[str]:
    """The paragraphs that a page set from `source` is read as."""
    page = f"#set text(size: {size}pt, lang: 'sv')\n".replace("'", '"') + source
    return text_of(typst.compile(page.encode())).split("\n\n")


def _boxes(look: str) -> str:
    cells = ",".join(f"block({look}, inset: 6pt, width: 100%)[*Löfte* \\ {text}]" for text in PROMISES)
    return f"#grid(columns: 2, gutter: 9pt, {cells})"


@pytest.mark.parametrize(
    "lines",
    [
        "",
        "stroke: none,",
        "stroke: (bottom: 1pt),",
        "align: horizon,",
        "stroke: none, fill: (x, y) => if calc.odd(y) { luma(230) },",
    ],
)
def test_a_table_of_labels_is_read_by_row_whatever_its_lines(lines: str) -> None:
    assert _read(f"#table(columns: (4cm, 1fr), {lines} {ROWS})") == LABELLED


def test_the_cells_of_a_row_stay_apart() -> None:
    table = "[Vad],[Var],[När],[Mäta farten utanför alla skolor i kommunen],[Norrbyn],[Varje månad]"
    assert _read(f"#table(columns: (4cm, 3cm, 3cm), {table})") == [
        "Vad\tVar\tNär\nMäta farten utanför alla skolor i kommunen\tNorrbyn\tVarje månad"
    ]


def test_a_row_goes_on_on_the_next_page() -> None:
    page = "#set page(width: 14cm, height: 5cm, margin: 1cm)\n"
    assert _read(f"{page}#table(columns: (3cm, 1fr), {ROWS})") == LABELLED


@pytest.mark.parametrize("look", ["stroke: 1pt", 'fill: rgb("ddf"), radius: 8pt'])
def test_boxes_side_by_side_are_read_whole_from_left_to_right(look: str) -> None:
    assert [part for part in _read(_boxes(look)) if part != "Löfte"] == PROMISES


def test_texts_with_a_line_at_their_side_are_read_whole() -> None:
    assert sorted(part for part in _read(_boxes("stroke: (left: 3pt)")) if part != "Löfte") == sorted(
        PROMISES
    )


def test_a_box_beside_the_text_is_read_on_its_own() -> None:
    beside = "rect(inset: 6pt)[Ring oss gärna om du undrar något om löftena.]"
    source = f"#grid(columns: (2fr, 1fr), gutter: 14pt, [{POLICE}\n\n{TOWN}], {beside})"
    assert _read(source) == [POLICE, TOWN, "Ring oss gärna om du undrar något om löftena."]


@pytest.mark.parametrize("justify", ["true", "false"])
def test_columns_are_read_one_after_the_other_below_their_headings(justify: str) -> None:
    source = (
        f"#set par(justify: {justify})\n= Löften 2024\n"
        f"#columns(2)[== Polisen\n{POLICE}\n\n{SCHOOL}\n#colbreak()\n== Kommunen\n{TOWN}]"
    )
    assert _read(source) == ["Löften 2024", "Polisen", POLICE, SCHOOL, "Kommunen", TOWN]


def test_a_sentence_goes_on_in_the_next_column_and_on_the_next_page() -> None:
    page = "#set page(columns: 2, width: 12cm, height: 4cm, margin: 1cm)\n"
    assert _read(page + "\n\n".join(PROMISES)) == PROMISES


def test_lists_side_by_side_are_no_table() -> None:
    left = "*Polisen lovar att:*\n- mäta farten i Norrbyn\n- prata med unga"
    right = "*Kommunen lovar att:*\n- röja sly i Sandmon\n- laga lampor"
    assert _read(f"#grid(columns: 2, gutter: 20pt, [{left}], [{right}])") == [
        "Polisen lovar att:",
        "• mäta farten i Norrbyn\n• prata med unga",
        "Kommunen lovar att:",
        "• röja sly i Sandmon\n• laga lampor",
    ]


def test_a_larger_first_letter_belongs_to_its_word() -> None:
    source = "\n\n".join(f"#text(28pt)[{text[0]}]{text[1:]}" for text in PROMISES)
    assert _read(source) == PROMISES


def test_a_larger_number_before_a_text_numbers_it() -> None:
    source = "\n".join(
        f"#grid(columns: (30pt, 1fr), text(30pt)[{nr}], [{text}])" for nr, text in enumerate(PROMISES, 1)
    )
    assert _read(source) == [f"{nr}. {text}" for nr, text in enumerate(PROMISES, 1)]


def test_words_split_in_narrow_justified_columns_are_put_together() -> None:
    page = "#set page(width: 8cm, height: 20cm, margin: 1cm)\n#set par(justify: true)\n"
    assert _read(page + "#set text(hyphenate: true)\n" + "\n\n".join(PROMISES)) == PROMISES
    assert _read(page + "#set text(hyphenate: false)\n" + "\n\n".join(PROMISES)) == PROMISES


@pytest.mark.parametrize("align", ["center", "right"])
def test_text_set_to_the_middle_or_the_right_is_whole(align: str) -> None:
    assert _read(f"#set align({align})\n" + "\n\n".join(PROMISES)) == PROMISES


def test_paragraphs_without_room_between_are_told_apart_by_their_last_line() -> None:
    assert _read("#set par(spacing: 0.65em)\n" + "\n\n".join(PROMISES)) == PROMISES


def test_lines_beside_a_picture_are_not_cut_off() -> None:
    picture = "rect(width: 6cm, height: 4cm, fill: gray)"
    source = f"#grid(columns: (1fr, 6cm), gutter: 12pt, [{POLICE}], {picture})\n{TOWN}\n\n{SCHOOL}"
    assert _read(source) == PROMISES


def test_underlined_and_marked_words_stay_in_their_sentence() -> None:
    start, end = POLICE[:30], POLICE[30:]
    source = f"{start}#highlight[{end}]\n\n#underline[{TOWN}]\n\n#highlight[{SCHOOL}]"
    assert _read(source) == PROMISES


def test_spaced_letters_are_words() -> None:
    assert _read("#text(20pt, tracking: 6pt)[MEDBORGARLÖFTEN 2024]") == ["MEDBORGARLÖFTEN 2024"]


def test_what_stands_across_the_margin_or_the_page_is_read_last() -> None:
    margin = "#place(left + horizon, dx: -40pt, rotate(-90deg)[Tuna kommun])"
    stamp = '#set page(background: rotate(24deg, text(80pt, fill: rgb("eee"))[UTKAST]))'
    assert _read(f"{stamp}\n{margin}{POLICE}\n\n{TOWN}") == [POLICE, TOWN, "Tuna kommun", "UTKAST"]


def test_footnotes_stand_last_and_their_signs_are_gone() -> None:
    page = "#set page(width: 12cm, height: 5cm, margin: 1cm)\n"
    note = TOWN.replace("2024", "2024#footnote[Om vädret tillåter.]")
    assert _read(f"{page}{note}\n\n{SCHOOL}") == [TOWN, SCHOOL, "1 Om vädret tillåter."]


def test_an_exponent_stays() -> None:
    assert _read("Kommunen planterar 200 m#super[2] blommor.") == ["Kommunen planterar 200 m2 blommor."]


def test_what_the_file_marks_as_head_and_foot_is_left_out() -> None:
    page = "#set page(width: 12cm, height: 5cm, margin: 1cm, header: [Tuna kommun], footer: [Dnr 12])\n"
    assert _read(page + "\n\n".join(PROMISES)) == PROMISES


def test_bullets_that_are_drawn_make_items() -> None:
    dot = "circle(radius: 3pt, fill: black)"
    items = "\n".join(f"#grid(columns: (14pt, 1fr), {dot}, [{text}])" for text in PROMISES)
    assert _read(items) == ["\n".join(f"• {text}" for text in PROMISES)]


def test_each_pair_of_columns_stays_below_its_own_heading() -> None:
    source = (
        f"== Polisen\n#columns(2)[{POLICE}\n#colbreak()\n{SCHOOL}]\n"
        f"== Kommunen\n#columns(2)[{TOWN}\n#colbreak()\n{TOWN.replace('fyra', 'fem')}]"
    )
    assert _read(source) == ["Polisen", POLICE, SCHOOL, "Kommunen", TOWN, TOWN.replace("fyra", "fem")]


def test_a_title_right_above_a_table_is_in_none_of_its_cells() -> None:
    assert _read(f"*Löften 2024* \\ \n#table(columns: (4cm, 1fr), stroke: none, inset: 2pt, {ROWS})") == [
        "Löften 2024",
        *LABELLED,
    ]
