"""Word: a row is one line with its cells apart, and never the heading of what follows."""

import pytest

from handslag.documents.docx_text import taken_from, text_of
from handslag.domain.errors import BadInput
from handslag.domain.reading.finds import Unread, UnreadKind
from tests.documents.files import W, docx, paragraph, table
from tests.documents.test_docx_containers import OFFICE, lines, run, sdt

AFTER = paragraph("Kommunen lovar")


def cell(*words: str, look: str = "") -> str:
    return f"<w:tc><w:tcPr>{look}</w:tcPr>{''.join(paragraph(one) for one in words)}</w:tc>"


def row(*cells: str, look: str = "") -> str:
    return f"<w:tr><w:trPr>{look}</w:trPr>{''.join(cells)}</w:tr>"


def tbl(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


A, B = cell("Torget"), cell("Polisen")
CENTRE = cell("Centrum", look='<w:vMerge w:val="restart"/>')
BELOW = cell("", look="<w:vMerge/>")


@pytest.mark.parametrize(
    ("blocks", "text"),
    [
        (tbl(row(sdt(A), B)), "Torget\tPolisen"),
        (tbl(row(sdt(sdt(A) + B))), "Torget\tPolisen"),
        (tbl(sdt(row(A, B))), "Torget\tPolisen"),
        (tbl(f"<w:ins>{row(A, B)}</w:ins>"), "Torget\tPolisen"),
        (tbl(f"<w:customXml>{row(f'<w:customXml>{A}</w:customXml>', B)}</w:customXml>"), "Torget\tPolisen"),
        (sdt(tbl(row(A, B))), "Torget\tPolisen"),
        (tbl(row(A, B), row(B, A, look="<w:del/>")), "Torget\tPolisen"),
        (tbl(row(A, B), row(B, A, look="<w:ins/>")), "Torget\tPolisen\nPolisen\tTorget"),
        (tbl(row(A, cell("Bort", look="<w:cellDel/>"), B)), "Torget\tPolisen"),
        (tbl(row(A, cell(""), B)), "Torget\t\tPolisen"),
        (tbl(row(A, cell(""))), "Torget\t"),
        (tbl(row(cell(""), B)), "\tPolisen\t"),
        (tbl(row(cell("", ""), cell("")), row(A, B)), "Torget\tPolisen"),
        (tbl(row(cell("Samlat", look='<w:gridSpan w:val="2"/>')), row(A, B)), "Samlat\t\nTorget\tPolisen"),
        (tbl(row(cell("a", look='<w:gridSpan w:val="2"/>'), B)), "a\t\tPolisen"),
        (tbl(row(cell("a", look='<w:gridSpan w:val="9999999"/>'), B)), "a\tPolisen"),
        (tbl(row(A, look='<w:gridBefore w:val="1"/>')), "\tTorget\t"),
        (tbl(row(CENTRE, A), row(BELOW, B)), "Centrum\tTorget\nCentrum\tPolisen"),
        (
            tbl(row(CENTRE, A), row(BELOW, B), row(cell(""), A)),
            "Centrum\tTorget\nCentrum\tPolisen\n\tTorget\t",
        ),
        (tbl(row(A, cell("Polisen", "Kommunen"))), "Torget\tPolisen / Kommunen"),
        (tbl(row(A, cell("De ska synas.", "Ofta."))), "Torget\tDe ska synas. Ofta."),
        (
            tbl(row(f"<w:tc>{lines('<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>')}</w:tc>", B)),
            "a / b\tPolisen",
        ),
        (tbl(row(cell("Fakta", "Vi lovar."))), "Fakta\n\nVi lovar."),
        (tbl(row(A), row(B)), "Torget\n\nPolisen\t"),
        (tbl(row(A), row(cell("Polisen ska synas."))), "Torget\n\nPolisen ska synas."),
    ],
)
def test_a_row_is_one_line_whatever_wraps_its_cells(blocks: str, text: str) -> None:
    assert text_of(docx(paragraph("."), blocks, AFTER)) == f".\n\n{text}\n\nKommunen lovar"


def test_a_table_in_a_cell_is_read_row_by_row() -> None:
    inner = tbl(row(A, B))
    assert (
        text_of(docx(tbl(row(f"<w:tc>{inner}{paragraph('')}</w:tc>", B)))) == "Torget\tPolisen\n\nPolisen\t"
    )


def test_a_list_in_a_cell_keeps_the_heading_in_the_cell_before_it() -> None:
    items = paragraph("gå ut", level=0) + paragraph("prata", level=0)
    text = text_of(docx(table([paragraph("Trafik"), items, paragraph("Polisen")]), AFTER))
    assert text == "Trafik\n\n• gå ut\n• prata\n\nPolisen\t\n\nKommunen lovar"


def test_what_is_not_read_is_told() -> None:
    comment = f"<w:comments {W}><w:comment>{paragraph('Stämmer det?')}</w:comment></w:comments>"
    links = "".join(
        f'<Relationship Id="{kind}{n}" Type="{OFFICE}/{kind}" Target="{kind}{n}.xml"/>'
        for kind, n in [("header", 1), ("footer", 1), ("footer", 2), ("comments", 1)]
    )
    parts = {
        "word/_rels/document.xml.rels": f"<Relationships>{links}</Relationships>",
        "word/header1.xml": f"<w:hdr {W}>{paragraph('Tuna kommun')}</w:hdr>",
        "word/footer1.xml": f"<w:ftr {W}>{paragraph('3 (5)')}</w:ftr>",
        "word/footer2.xml": f"<w:ftr {W}/>",
        "word/comments1.xml": comment,
    }
    picture = (
        "<w:drawing><a:blip xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'/></w:drawing>"
    )
    body = lines(run("Löfte") + run("dolt", "<w:vanish/>") + f"<w:r>{picture}</w:r>") + "<w:altChunk/>"
    assert taken_from(docx(body, parts=parts)).unread == (
        Unread(UnreadKind.HIDDEN, "dolt"),
        Unread(UnreadKind.PICTURE, ""),
        Unread(UnreadKind.EMBEDDED, ""),
        Unread(UnreadKind.RUNNING_HEAD, "Tuna kommun"),
        Unread(UnreadKind.COMMENT, "Stämmer det?"),
    )


def test_elements_thousands_deep_are_refused() -> None:
    deep = "<w:ins>" * 3_000 + paragraph("Löfte") + "</w:ins>" * 3_000
    with pytest.raises(BadInput) as refused:
        text_of(docx(deep))
    assert refused.value.code == "file_too_heavy"


def test_parts_that_point_at_themselves_are_read_once() -> None:
    links = "".join(
        f'<Relationship Id="{kind}" Type="{OFFICE}/{kind}" Target="document.xml"/>'
        for kind in ("officeDocument", "styles", "numbering", "footnotes", "diagramData")
    )
    parts = {"word/_rels/document.xml.rels": f"<Relationships>{links}</Relationships>"}
    assert text_of(docx(paragraph("Löfte"), parts=parts)) == "Löfte"
