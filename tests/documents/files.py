"""Makes small Word and PDF files for tests, byte by byte, so that every part can also be made wrong."""

import io
import zipfile
from collections.abc import Iterable, Mapping

from pypdf import PdfReader, PdfWriter

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STYLES = f"""<w:styles {W}>
<w:style w:styleId="Rubrik1"><w:name w:val="heading 1"/></w:style>
<w:style w:styleId="Punktlista"><w:name w:val="List Bullet"/></w:style>
</w:styles>"""


def paragraph(text: str, style: str = "", level: int | None = None) -> str:
    """A Word paragraph; with `level` an item of a list."""
    numbered = (
        f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>' if level is not None else ""
    )
    look = f'<w:pPr><w:pStyle w:val="{style}"/>{numbered}</w:pPr>'
    return f"<w:p>{look}<w:r><w:t>{text}</w:t></w:r></w:p>"


def table(*rows: Iterable[str]) -> str:
    """A Word table; each row is an iterable of ready-made paragraphs."""
    cells = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def docx(*blocks: str, head: str = "", parts: Mapping[str, str | bytes] | None = None) -> bytes:
    """A Word file whose body holds `blocks`; `head` stands before its XML, `parts` are further members."""
    body = f"<w:document {W}><w:body>{''.join(blocks)}</w:body></w:document>"
    return packed({"word/document.xml": head + body, "word/styles.xml": STYLES} | dict(parts or {}))


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip file with `parts` (name: content)."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def pdf(*pages: Iterable[tuple[float, float, int, str]]) -> bytes:
    """A PDF; a page is lines of (x, y, size, text), sizes of 14 and more are bold."""
    kids = " ".join(f"{5 + 2 * nr} 0 R" for nr in range(len(pages)))
    font = "<</Type/Font/Subtype/Type1/Encoding/WinAnsiEncoding/BaseFont/Helvetica"
    objects = ["<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>"]
    objects += [font + ">>", font + "-Bold>>"]
    for nr, lines in enumerate(pages):
        drawn = "\n".join(
            f"BT /{'B' if size >= 14 else 'F'} {size} Tf {x} {y} Td ({text}) Tj ET"
            for x, y, size, text in lines
        )
        fonts = "<</Font<</F 3 0 R/B 4 0 R>>>>"
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {6 + 2 * nr} 0 R/Resources{fonts}>>"
        )
        objects.append(f"<</Length {len(drawn)}>>stream\n{drawn}\nendstream")
    return _assembled([text.encode("windows-1252") for text in objects])


def drawn_pdf(operators: str, more: str = "", objects: Iterable[str] = ()) -> bytes:
    """A PDF whose only page is drawn by `operators`; its fonts are F (Helvetica) and W (Wingdings).

    `more` stands in the page's dictionary, `objects` are numbered from 6.
    """
    font = "<</Type/Font/Subtype/Type1/Encoding/WinAnsiEncoding/BaseFont"
    page = "/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R"
    fonts = f"/Resources<</Font<</F {font}/Helvetica>>/W {font}/Wingdings>>>>>>"
    resources = "" if "/Resources" in more else fonts
    parts = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page{page}{resources}{more}>>",
        "<<>>",
        f"<</Length {len(operators.encode('windows-1252'))}>>stream\n{operators}\nendstream",
        *objects,
    ]
    return _assembled([part.encode("windows-1252") for part in parts])


def form_pdf(label: str, value: str) -> bytes:
    """A PDF with a label and a field beside it that `value` is filled in."""
    field = f"<</Subtype/Widget/FT/Tx/Rect[140 692 400 716]/V({value})>>"
    return drawn_pdf(f"BT /F 11 Tf 72 700 Td ({label}) Tj ET", "/Annots[6 0 R]", [field])


def boxes_pdf(*boxes: tuple[str, str, str]) -> bytes:
    """A PDF with boxes below each other: the state of each ("Yes", "Off"), more of its field, its label."""
    labels = [f"BT /F 11 Tf 92 {700 - 24 * nr} Td ({words}) Tj ET" for nr, (*_, words) in enumerate(boxes)]
    fields = [
        f"<</Subtype/Widget/FT/Btn/Rect[72 {698 - 24 * nr} 84 {710 - 24 * nr}]/AS/{state}{more}>>"
        for nr, (state, more, _) in enumerate(boxes)
    ]
    annotations = " ".join(f"{6 + nr} 0 R" for nr in range(len(boxes)))
    return drawn_pdf("\n".join(labels), f"/Annots[{annotations}]", fields)


def locked(data: bytes, password: str) -> bytes:
    """The PDF `data`, encrypted so that it opens with `password` only."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    writer.encrypt(password, algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def _assembled(objects: list[bytes]) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for nr, content in enumerate(objects, 1):
        places.append(b"%010d 00000 n \n" % len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (nr, content)
    size = len(objects) + 1
    table = b"xref\n0 %d\n0000000000 65535 f \n%b" % (size, b"".join(places))
    return out + table + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (size, len(out))
