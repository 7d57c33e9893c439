"""Word: whole documents that a mail merge or a web system put into the file are read where they stand."""

import pytest

from handslag.documents.docx_text import taken_from, text_of
from handslag.domain.reading.finds import Unread, UnreadKind
from tests.documents.files import W, docx, paragraph

R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk"
LINKS = f'<Relationships><Relationship Id="c1" Type="{KIND}" Target="{{}}"/></Relationships>'
CHUNK = f'<w:altChunk {R} r:id="c1"/>'


def _file(name: str, data: str | bytes) -> bytes:
    parts = {"word/_rels/document.xml.rels": LINKS.format(name), f"word/{name}": data}
    return docx(paragraph("Före"), CHUNK, paragraph("Efter"), parts=parts)


@pytest.mark.parametrize(
    ("name", "data", "text"),
    [
        ("a.htm", "<html><ul><li>gå ut<li>prata</ul></html>", "• gå ut\n• prata"),
        ("a.dat", "<html><body><p>Polisen</body></html>", "Polisen"),
        ("a.txt", "Polisen lovar", "Polisen lovar"),
        ("a.docx", docx(paragraph("Polisen")), "Polisen"),
        ("a.docx", _file("b.html", "<p>Polisen"), "Före\n\nPolisen\n\nEfter"),
        ("a.mht", "MIME-Version: 1.0\nContent-Type: text/html\n\n<p>Polisen", "Polisen"),
    ],
)
def test_a_document_within_is_read_where_it_stands(name: str, data: str | bytes, text: str) -> None:
    assert taken_from(_file(name, data)) == (f"Före\n\n{text}\n\nEfter", ())


def test_a_document_within_is_what_the_file_says_it_is_whatever_its_name() -> None:
    types = '<Types><Default Extension="dat" ContentType="text/html"/></Types>'
    parts = {"word/_rels/document.xml.rels": LINKS.format("a.dat"), "word/a.dat": "<b>Polisen</b> lovar"}
    assert text_of(docx(CHUNK, parts=parts | {"[Content_Types].xml": types})) == "Polisen lovar"


def test_a_note_points_to_documents_of_its_own() -> None:
    notes = f"<w:footnotes {W}><w:footnote>{CHUNK}</w:footnote></w:footnotes>"
    parts = {"word/footnotes.xml": notes, "word/a.txt": "Polisen", "word/b.txt": "Kommunen"}
    links = {"word/_rels/document.xml.rels": LINKS.format("a.txt")}
    links |= {"word/_rels/footnotes.xml.rels": LINKS.format("b.txt")}
    assert text_of(docx(CHUNK, parts=parts | links)) == "Polisen\n\nKommunen"


@pytest.mark.parametrize(("name", "data"), [("a.rtf", r"{\rtf1 x}"), ("a.docx", b"PK\x03\x04x"), ("b", "")])
def test_a_document_within_that_cannot_be_read_is_named(name: str, data: str | bytes) -> None:
    taken = taken_from(_file(name, data))
    assert taken == ("Före\n\nEfter", (Unread(UnreadKind.EMBEDDED, ""),))
