"""Word: whatever wraps words, cells, rows and paragraphs, they are read once, in order, and never glued."""

from collections.abc import Mapping

import pytest

from handslag.documents.docx_text import text_of
from tests.documents.files import W, docx, packed, paragraph, table

MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
V = 'xmlns:v="urn:schemas-microsoft-com:vml"'
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
DGM = 'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"


def run(words: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def lines(*inner: str) -> str:
    """Paragraphs with ready-made runs."""
    return "".join(f"<w:p>{runs}</w:p>" for runs in inner)


def sdt(content: str) -> str:
    return f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def field(code: str, shown: str) -> str:
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    return f"{marks[0]}{code}{marks[1]}{shown}{marks[2]}"


def old_form(data: str) -> str:
    """A field of an old form, which shows no words of its own."""
    begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar></w:r>'
    return f"{begin}{code('FORM')}<w:r><w:fldChar w:fldCharType='end'/></w:r>"


def code(words: str) -> str:
    return f"<w:r><w:instrText>{words}</w:instrText></w:r>"


def box(*words: str) -> str:
    return f"<w:txbxContent>{''.join(paragraph(one) for one in words)}</w:txbxContent>"


def drawn_twice(*words: str) -> str:
    """A text box as Word writes it: for itself, and once more for older programs."""
    new = f'<mc:Choice Requires="wps"><w:drawing>{box(*words)}</w:drawing></mc:Choice>'
    old = f"<mc:Fallback><w:pict><v:textbox {V}>{box(*words)}</v:textbox></w:pict></mc:Fallback>"
    return f"<w:r><mc:AlternateContent {MC}>{new}{old}</mc:AlternateContent></w:r>"


def ended(words: str, mark: str = "<w:del/>") -> str:
    """A paragraph whose end is marked as deleted."""
    return f"<w:p><w:pPr><w:rPr>{mark}</w:rPr></w:pPr>{run(words)}</w:p>"


@pytest.mark.parametrize(
    ("runs", "words"),
    [
        (sdt(run("gå ") + sdt(run("ut"))), "gå ut"),
        (f"<w:ins>{run('gå')}<w:ins>{run(' ut')}</w:ins></w:ins>", "gå ut"),
        (f"<w:smartTag><w:customXml>{run('Viksjö')}</w:customXml></w:smartTag>", "Viksjö"),
        (f'<w:hyperlink w:anchor="a">{run("läs")}</w:hyperlink>{run(" mer")}', "läs mer"),
        (f'<w:bdo w:val="ltr"><w:dir w:val="ltr">{run("gå ut")}</w:dir></w:bdo>', "gå ut"),
        (f"<w:moveFrom>{run('bort')}</w:moveFrom><w:moveTo>{run('hit')}</w:moveTo>", "hit"),
        (run("gå") + "<w:del><w:r><w:delText> bort</w:delText></w:r></w:del>" + run(" ut"), "gå ut"),
        (f'<w:fldSimple w:instr="MERGEFIELD ort">{run("Viksjö")}</w:fldSimple>', "Viksjö"),
        (field(code("MERGEFIELD ort"), run("Viksjö")), "Viksjö"),
        # A mail merge: a field within the code of another shows nothing of its own.
        (field(code("IF ") + field(code("MERGEFIELD a"), run("1")) + code('= "1"'), run("två")), "två"),
        (run("gå") + "<w:r><w:fldChar w:fldCharType='begin'/></w:r>" + run(" ut"), "gå ut"),
        (field(code("PAGEREF"), "") + run("gå ut"), "gå ut"),
        (old_form('<w:checkBox><w:default w:val="0"/></w:checkBox>') + run(" gå ut"), "☐ gå ut"),
        (old_form('<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>') + run(" gå ut"), "☒ gå ut"),
        (
            old_form(
                '<w:ddList><w:result w:val="1"/><w:listEntry w:val="a"/><w:listEntry w:val="b"/></w:ddList>'
            ),
            "b",
        ),
        ("<w:r><w:t>kl. 10</w:t><w:noBreakHyphen/><w:t>12</w:t></w:r>", "kl. 10-12"),
        ("<w:r><w:t>trafik</w:t><w:softHyphen/><w:t>kontroll</w:t></w:r>", "trafikkontroll"),
        ("<w:r><w:t>gå</w:t><w:ptab/><w:t>ut</w:t><w:br/><w:t>ofta</w:t></w:r>", "gå ut\nofta"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>' + run(" gå ut"), "✓ gå ut"),
        ('<w:r><w:sym w:font="Arial" w:char="2013"/><w:sym w:char="x"/></w:r>' + run("gå ut"), "–gå ut"),
        (f"<m:oMath {M}><m:r><m:t>30 km/h</m:t></m:r></m:oMath>", "30 km/h"),
        (f"<w:ruby><w:rt>{run('läs')}</w:rt><w:rubyBase>{run('ord')}</w:rubyBase></w:ruby>", "ord"),
        (run("månad") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run("."), "månad."),
        ("<w:r><w:t>1.</w:t><w:tab/><w:t>gå ut</w:t></w:r>", "1. gå ut"),
    ],
)
def test_words_are_read_whatever_wraps_them(runs: str, words: str) -> None:
    assert text_of(docx(lines(runs))) == words


@pytest.mark.parametrize(
    ("look", "words"),
    [
        ("<w:vanish/>", "syns"),
        ('<w:vanish w:val="1"/>', "syns"),
        ('<w:vanish w:val="true"/>', "syns"),
        ('<w:vanish w:val="on"/>', "syns"),
        ('<w:vanish w:val="0"/>', "syns alltid"),
        ('<w:vanish w:val="false"/>', "syns alltid"),
        ('<w:vanish w:val="off"/>', "syns alltid"),
        ('<w:rStyle w:val="Dold"/>', "syns"),
        ('<w:rStyle w:val="Fet"/>', "syns alltid"),
        ('<w:rStyle w:val="Dold"/><w:vanish w:val="0"/>', "syns alltid"),
        ("<w:webHidden/>", "syns alltid"),
    ],
)
def test_words_are_hidden_only_where_word_hides_them(look: str, words: str) -> None:
    hidden = '<w:style w:styleId="{}"><w:name w:val="{}"/>{}<w:rPr>{}</w:rPr></w:style>'
    styles = hidden.format("Dold0", "Dold0", "", "<w:vanish/>")
    styles += hidden.format("Dold", "Dold", '<w:basedOn w:val="Dold0"/>', "") + hidden.format(
        "Fet", "Fet", '<w:basedOn w:val="Fet"/>', "<w:b/>"
    )
    parts = {"word/styles.xml": f"<w:styles {W}>{styles}</w:styles>"}
    assert text_of(docx(lines(run("syns") + run(" alltid", look)), parts=parts)) == words


@pytest.mark.parametrize(
    ("blocks", "text"),
    [
        (sdt(sdt(paragraph("Gå ut"))), "Gå ut"),
        (f"<w:customXml>{paragraph('Gå ut')}</w:customXml>", "Gå ut"),
        (f"<w:ins>{paragraph('Gå ut')}</w:ins>", "Gå ut"),
        (lines(run("Så gör vi.") + drawn_twice("Gå ut", "Prata")), "Så gör vi.\n\nGå ut\n\nPrata"),
        (lines(drawn_twice("Gå ut")), "Gå ut"),
        (lines(f"<w:r><w:pict>{box('Gå ut')}</w:pict></w:r>" + run("Så gör vi.")), "Så gör vi.\n\nGå ut"),
        (  # a box that hangs on a lead-in or an item does not part the list from it
            lines(run("Vi lovar att:") + drawn_twice("Fakta")) + paragraph("gå ut", level=0),
            "Vi lovar att:\n\n• gå ut\n\nFakta",
        ),
        (
            lines(f"<w:r><w:pict><v:textpath {V} string='Våra  löften'/></w:pict></w:r>"),
            "Våra löften",
        ),
        (lines(f"<a:txBody {A}><a:p><a:r><a:t>Gå</a:t></a:r></a:p></a:txBody>" + run("Så.")), "Så.\n\nGå"),
        (f"<mc:AlternateContent {MC}><mc:Choice>{paragraph('Nu')}</mc:Choice></mc:AlternateContent>", "Nu"),
        (
            f"<mc:AlternateContent {MC}><mc:Choice/><mc:Fallback>{paragraph('Då')}</mc:Fallback>"
            "</mc:AlternateContent>",
            "Då",
        ),
        (ended("Polisen ska ") + paragraph("synas"), "Polisen ska synas"),
        (ended("Polisen ska ", "<w:moveFrom/>") + paragraph("synas"), "Polisen ska synas"),
        (ended("Polisen ska ", "<w:ins/>") + paragraph("synas"), "Polisen ska\n\nsynas"),
        (ended("") + paragraph("synas", level=0), "• synas"),
        (ended("sist"), "sist"),
        (paragraph("a\tb") + lines("<w:r><w:t>ett</w:t><w:tab/><w:t>två</w:t></w:r>"), "a b\n\nett två"),
        (  # columns made with the tab key
            lines(*["<w:r><w:t>Torget</w:t><w:tab/><w:tab/><w:t>varje vecka</w:t></w:r>"] * 2),
            "Torget\t\tvarje vecka\n\nTorget\t\tvarje vecka",
        ),
    ],
)
def test_paragraphs_are_read_once_and_apart(blocks: str, text: str) -> None:
    assert text_of(docx(blocks)) == text


@pytest.mark.parametrize(
    ("part", "main", "relations"),
    [
        ("word/document2.xml", "word/document2.xml", OFFICE),
        ("word/document2.xml", "/word/document2.xml", OFFICE),
        ("word\\document.xml", "word\\document.xml", OFFICE),
        ("word\\document.xml", "\\word\\document.xml", OFFICE),
        ("/Word/Document.xml", "word/document.xml", OFFICE),
        ("innehåll.xml", "./innehåll.xml", OFFICE),
        ("innehåll.xml", "inneh%C3%A5ll.xml", OFFICE),
        ("a/b.xml", "x/../a/b.xml", STRICT),
    ],
)
@pytest.mark.parametrize("slash", ["/", "\\"])
def test_the_main_part_is_what_the_file_points_to(part: str, main: str, relations: str, slash: str) -> None:
    link = f'<Relationship Id="a" Type="{relations}/officeDocument" Target="{main}"/>'
    body = f"<w:document {W}><w:body>{paragraph('Löfte')}</w:body></w:document>"
    rels = f"<Relationships>{link}</Relationships>"
    assert text_of(packed({f"_rels{slash}.rels": rels, part: body})) == "Löfte"


def test_the_main_part_may_be_told_by_its_type_alone() -> None:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    types = f'<Types><Override PartName="/x/main.xml" ContentType="{kind}"/></Types>'
    body = f"<w:document {W}><w:body>{paragraph('Löfte')}</w:body></w:document>"
    assert text_of(packed({"[Content_Types].xml": types, "x/main.xml": body})) == "Löfte"


def _strict(data: Mapping[str, str]) -> bytes:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return packed(
        {
            name: xml.replace(space, "http://purl.oclc.org/ooxml/wordprocessingml/main")
            for name, xml in data.items()
        }
    )


def test_strict_files_are_read_as_others() -> None:
    styles = f'<w:styles {W}><w:style w:styleId="L"><w:name w:val="List Bullet 2"/></w:style></w:styles>'
    blocks = paragraph("gå ut", "L") + table([paragraph("a"), paragraph("b")])
    body = f"<w:document {W} w:conformance='strict'><w:body>{blocks}</w:body></w:document>"
    assert text_of(_strict({"word/document.xml": body, "word/styles.xml": styles})) == "  • gå ut\n\na\tb"


def test_drawn_diagrams_are_read_from_their_own_part() -> None:
    link = f'<Relationship Id="r1" Type="{OFFICE}/diagramData" Target="diagrams/data1.xml"/>'
    words = "".join(
        f"<dgm:pt><dgm:t><a:p><a:r><a:t>{word}</a:t></a:r></a:p></dgm:t></dgm:pt>" for word in "AB"
    )
    parts = {
        "word/_rels/document.xml.rels": f"<Relationships>{link}</Relationships>",
        "word/diagrams/data1.xml": f"<dgm:dataModel {DGM} {A}>{words}</dgm:dataModel>",
    }
    drawing = f'<w:r><w:drawing><dgm:relIds {DGM} {R} r:dm="r1"/></w:drawing></w:r>'
    assert text_of(docx(lines(run("Så gör vi.") + drawing), parts=parts)) == "Så gör vi.\n\nA\n\nB"


def test_notes_are_read_last_and_never_glued_to_the_word_they_stand_at() -> None:
    notes = f"<w:footnote w:type='separator'>{paragraph('–')}</w:footnote><w:footnote>{paragraph('Ej juli.')}"
    ends = f"<w:endnote>{paragraph('Se avtalet.')}</w:endnote>"
    parts = {
        "word/footnotes.xml": f"<w:footnotes {W}>{notes}</w:footnote></w:footnotes>",
        "word/endnotes.xml": f"<w:endnotes {W}>{ends}</w:endnotes>",
    }
    body = lines(run("Varje månad") + '<w:r><w:footnoteReference w:id="1"/></w:r>' + run("."))
    assert text_of(docx(body, parts=parts)) == "Varje månad.\n\nEj juli.\n\nSe avtalet."
