"""Word: what is a list item, how deep it stands, and which words a list puts before it."""

import pytest

from handslag.documents.docx_text import text_of
from tests.documents.files import W, docx, paragraph


def _style(name: str, look: str = "", on: str = "") -> str:
    based = f'<w:basedOn w:val="{on}"/>' if on else ""
    return f'<w:style w:styleId="{name}"><w:name w:val="{name}"/>{based}<w:pPr>{look}</w:pPr></w:style>'


STYLES = (
    _style("heading 1", '<w:outlineLvl w:val="0"/>')
    + _style("Avsnitt", on="heading 1")
    + _style("Brödtext", '<w:outlineLvl w:val="9"/>')
    + _style("Lista", '<w:numPr><w:numId w:val="1"/></w:numPr>')
    + _style("Lista i lista", '<w:numPr><w:ilvl w:val="1"/></w:numPr>', on="Lista")
    + _style("Andra nivån", '<w:numPr><w:numId w:val="1"/></w:numPr>')
    + _style("List Bullet 3")
    + _style("List Paragraph")
    + _style("Slut på lista", '<w:numPr><w:numId w:val="0"/></w:numPr>', on="Lista")
    + _style("Ring", on="Kedja")
    + _style("Kedja", on="Ring")
    + _style("Löfte", '<w:numPr><w:numId w:val="2"/></w:numPr>')
)


def _level(depth: int, form: str, sign: str, style: str = "") -> str:
    linked = f'<w:pStyle w:val="{style}"/>' if style else ""
    look = f'<w:numFmt w:val="{form}"/>{linked}<w:lvlText w:val="{sign}"/>'
    return f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/>{look}</w:lvl>'


LISTS = [
    _level(0, "bullet", "·") + _level(1, "bullet", "o", "Andra nivån"),
    _level(0, "decimal", "Löfte %1:") + _level(1, "decimal", "Löfte %1.%2:"),
    _level(0, "none", "%1"),
    _level(0, "decimal", "%1."),
]
NUMBERING = "".join(
    f'<w:abstractNum w:abstractNumId="{n}">{levels}</w:abstractNum>' for n, levels in enumerate(LISTS)
) + "".join(f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>' for n, _ in enumerate(LISTS))
PARTS = {
    "word/styles.xml": f"<w:styles {W}>{STYLES}</w:styles>",
    "word/numbering.xml": f"<w:numbering {W}>{NUMBERING}</w:numbering>",
}


def _in_list(number: int, level: int = 0, text: str = "gå ut") -> str:
    place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return f"<w:p><w:pPr>{place}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


@pytest.mark.parametrize(
    ("item", "text"),
    [
        (paragraph("gå ut", "Lista"), "• gå ut"),
        (paragraph("gå ut", "Lista i lista"), "  • gå ut"),
        (paragraph("gå ut", "Andra nivån"), "  • gå ut"),
        (paragraph("gå ut", "List Bullet 3"), "    • gå ut"),
        (paragraph("gå ut", "List Paragraph"), "gå ut"),
        (paragraph("gå ut", "Slut på lista"), "gå ut"),
        (paragraph("gå ut", "Ring"), "gå ut"),
        (paragraph("gå ut", "heading 1", level=0), "gå ut"),
        (paragraph("gå ut", "Avsnitt", level=0), "gå ut"),
        (paragraph("gå ut", "Brödtext", level=0), "• gå ut"),
        (_in_list(0), "gå ut"),
        (_in_list(3), "gå ut"),
        (_in_list(4), "• gå ut"),
        (_in_list(99), "• gå ut"),
        (_in_list(1, level=99), "                • gå ut"),
        ("<w:p><w:pPr><w:numPr><w:numId/></w:numPr></w:pPr><w:r><w:t>gå</w:t></w:r></w:p>", "• gå"),
    ],
)
def test_an_item_is_what_word_shows_with_a_sign(item: str, text: str) -> None:
    assert text_of(docx(paragraph(".") + item, parts=PARTS)) == f".\n\n{text}"


def test_words_that_a_list_puts_before_its_items_are_read() -> None:
    items = _in_list(2) + paragraph("prata", "Löfte") + _in_list(2, 1) + _in_list(2, 1) + _in_list(2)
    lines = ["Löfte 1: gå ut", "Löfte 2: prata", "Löfte 2.1: gå ut", "Löfte 2.2: gå ut", "Löfte 3: gå ut"]
    assert text_of(docx(items, parts=PARTS)) == "\n\n".join(lines)


def test_the_lines_of_an_item_stand_in_under_its_first() -> None:
    item = paragraph("gå ut</w:t><w:br/><w:t>varje vecka", level=1)
    assert text_of(docx(paragraph("."), item)) == ".\n\n  • gå ut\n    varje vecka"
