"""Word: headings, lists and tables come out as lines; bombs, macros and broken files are refused."""

import pytest

from handslag.documents import docx_package
from handslag.documents.docx_text import text_of
from handslag.domain.errors import BadInput
from tests.documents.files import docx, packed, paragraph, table

HEADING = paragraph("Trygg trafik", "Rubrik1")


def _refusal(data: bytes) -> str:
    with pytest.raises(BadInput) as refused:
        text_of(data)
    return refused.value.code


def test_headings_lists_and_paragraphs_keep_their_lines() -> None:
    items = (
        paragraph("mäta fart", level=0) + paragraph("vid skolor", level=1) + paragraph("prata", "Punktlista")
    )
    text = text_of(docx(HEADING, paragraph("Polisen lovar att:"), items, paragraph("Slut")))
    assert text == "Trygg trafik\n\nPolisen lovar att:\n\n• mäta fart\n  • vid skolor\n• prata\n\nSlut"


def test_a_numbered_heading_is_no_list_item() -> None:
    assert text_of(docx(paragraph("Trygghet", "Rubrik1", level=0))) == "Trygghet"


def test_table_rows_are_lines_and_lists_in_cells_stay_lists() -> None:
    row = [paragraph("Löfte"), paragraph("Vem")]
    lists = [paragraph("Gå ut", level=0) + paragraph("Prata", level=0), paragraph("Polisen")]
    assert text_of(docx(table(row, lists))) == "Löfte\tVem\n\n• Gå ut\n• Prata\n\nPolisen\t"


def test_deleted_and_hidden_words_are_left_out() -> None:
    gone = "<w:del><w:r><w:t>två</w:t></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>tre</w:t></w:r>"
    added = "<w:ins><w:r><w:t>fyra</w:t><w:tab/><w:t>gånger</w:t></w:r></w:ins>"
    assert text_of(docx(f"<w:p>{gone}{added}</w:p>")) == "fyra gånger"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"PK\x03\x04 not a zip", "docx_broken"),
        (docx(HEADING)[:-200], "docx_broken"),
        (docx("<w:p>"), "docx_broken"),
        (packed({"xl/workbook.xml": "<x/>"}), "docx_not_word"),
        (docx(HEADING, parts={"word/vbaProject.bin": b"\0"}), "file_macros"),
        (docx(HEADING, parts={"word/media/x.bmp": bytes(20_000_000)}), "docx_bomb"),  # ratio about 1,000
        (docx(HEADING, parts={f"word/media/{nr}.png": b"" for nr in range(200)}), "docx_bomb"),
        (docx(HEADING, head='<!DOCTYPE d [<!ENTITY a "aaaa">]>'), "docx_entities"),
        (docx(HEADING, head='<!DOCTYPE d SYSTEM "file:///etc/passwd">'), "docx_entities"),
    ],
)
def test_each_kind_of_bad_file_is_refused_for_what_it_is(data: bytes, code: str) -> None:
    assert _refusal(data) == code


def test_a_directory_that_lies_about_sizes_does_not_help_a_bomb() -> None:
    data = docx(paragraph("a" * 20_000_000))
    size = next(size for size in range(20_000_000, 20_001_000) if size.to_bytes(4, "little") in data)
    assert _refusal(data.replace(size.to_bytes(4, "little"), (90_000).to_bytes(4, "little"))) == "docx_broken"


def test_inflated_bytes_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx_package, "SMALL", 100)
    monkeypatch.setattr(docx_package, "_check", lambda archive, names: None)
    assert _refusal(docx(paragraph("a" * 100_000))) == "docx_bomb"
