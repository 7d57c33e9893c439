"""HTML: what a reader sees is kept, what is hidden or marked as furniture is not."""

import pytest

from handslag.documents.html_text import taken_from, text_of
from handslag.domain.reading.finds import Unread, UnreadKind


def _text(page: str) -> str:
    return text_of(page.encode())


def test_headings_paragraphs_and_lists_keep_their_lines() -> None:
    items = "<ul><li>gå ut<li>prata<ul><li>vid torget</ul></ul>"
    page = f"<h1>Löften</h1><p>Polisen\n lovar <b>att</b>:</p>{items}<p>Slut</p>"
    assert _text(page) == "Löften\n\nPolisen lovar att:\n\n• gå ut\n• prata\n  • vid torget\n\nSlut"


def test_a_table_row_is_one_line() -> None:
    page = "<table><tr><th>Löfte<th>Vem<tr><td>Två\tvandringar</td><td></td><td>Polisen</td></tr></table>"
    assert _text(page) == "Löfte\tVem\nTvå vandringar\t\tPolisen"


@pytest.mark.parametrize(
    "unseen",
    [
        "<script>if (a < b) lova()</script>",
        "<style>p { color: red }</style>",
        "<!-- Polisen lovar -->",
        "<template>Polisen lovar</template>",
        "<nav>Start <ul><li>Löften</ul></nav>",
        "<footer>Kontakt</footer>",
        "<aside>Läs mer</aside>",
        "<div role='navigation'>Start</div>",
        "<p hidden>Polisen lovar</p>",
        "<p style='display: none'>Polisen lovar</p>",
        "<span aria-hidden='true'>→</span>",
        "<p hidden>Glömt att stänga<p>",
        "<img alt='bild'><script src='x'></script>",
    ],
)
def test_what_a_reader_does_not_see_is_left_out(unseen: str) -> None:
    assert _text(f"<title>T</title><body><p>Före</p>{unseen}<p>Efter") == "Före\n\nEfter"


def test_only_the_main_part_is_read_where_there_is_one() -> None:
    assert _text("<div>Sök</div><main><h1>Löften</h1></main><div>Kontakt</div>") == "Löften"


def test_an_empty_main_part_does_not_hide_the_page() -> None:
    assert _text("<main></main><p>Löften</p>") == "Löften"


def test_character_references_and_line_breaks_are_read() -> None:
    assert _text("<p>L&ouml;ften&nbsp;2024<br>&#229;r&shy;</p>") == "Löften 2024\når"


def test_several_paragraphs_of_one_item_stay_with_it() -> None:
    assert _text("<ul><li><p>Gå ut</p><p>varje vecka</p></li></ul>") == "• Gå ut\n  varje vecka"


def test_the_page_may_say_its_own_encoding() -> None:
    page = "<meta charset='macintosh'><p>Löften är bra</p>"
    assert text_of(page.encode("mac-roman")) == "Löften är bra"


@pytest.mark.parametrize("page", ["</p></div>Text", "<p>Text<", "<li>Text</ul></li>", "<table><td>Text"])
def test_broken_pages_give_what_can_be_read(page: str) -> None:
    assert _text(page).lstrip("• ").rstrip("<\t") == "Text"


PANEL = "<p>Polisen ska synas.</p>"


@pytest.mark.parametrize(
    "page",
    [
        f"<h2><button aria-expanded=false aria-controls=a>Trafik</button></h2><div id=a hidden>{PANEL}</div>",
        f"<h2><a href='#a'>Trafik</a></h2><div id=a style='display: none'>{PANEL}</div>",
        f"<h2><a data-bs-target='#a'>Trafik</a></h2><div id=a aria-hidden=true>{PANEL}</div>",
        f"<h2>Trafik</h2><div role=tabpanel hidden>{PANEL}</div>",
        f"<h2>Trafik</h2><div hidden=until-found>{PANEL}</div>",
        f"<details><summary>Trafik</summary>{PANEL}</details>",
        f"<h3><button>Trafik</button></h3><div hidden>{PANEL}</div>",
        f"<button>Trafik</button><script>x</script><div style='display:none'>{PANEL}</div>",
        f"<style>.p {{display: none}}</style><button>Trafik</button><div class=p>{PANEL}",
        f"<input type=checkbox id=c><label for=c>Trafik</label><div hidden>{PANEL}</div>",
        f"<h3 onclick=\"fold('p1')\">Trafik</h3><div><div id=p1 hidden>{PANEL}</div></div>",
        "<div role=tablist><a role=tab href='#t'>Trafik</a></div><p id=t hidden>Polisen ska synas.</p>",
        f"<a data-bs-target='#m'>Trafik</a><div id=m role=dialog aria-hidden=true>{PANEL}</div>",
    ],
)
def test_what_a_resident_can_open_is_text(page: str) -> None:
    assert _text(page) == "Trafik\n\nPolisen ska synas."


def test_what_nothing_opens_is_told() -> None:
    page = "<nav>Start</nav><p>Text</p><p hidden>Gammalt <b>löfte</b></p><script>x</script>"
    assert taken_from(page.encode()).unread == (
        Unread(UnreadKind.FURNITURE, "Start"),
        Unread(UnreadKind.HIDDEN, "Gammalt löfte"),
    )


@pytest.mark.parametrize(
    ("row", "text"),
    [
        ("<td><p>Torget</p></td><td><p>Polisen</p></td>", "Torget\tPolisen"),
        ("<td>Torget<td><div>Polisen</div><div>Kommunen</div>", "Torget\tPolisen / Kommunen"),
        ("<td>Torget<br>Parken<td>De synas.<br>Ofta.", "Torget / Parken\tDe synas. Ofta."),
        ("<td>Torget</td><td></td>", "Torget\t"),
    ],
)
def test_a_row_is_one_line_whatever_its_cells_hold(row: str, text: str) -> None:
    assert _text(f"<table><tr>{row}</tr></table><p>Kommunen lovar</p>") == f"{text}\n\nKommunen lovar"


TABLE_PAGES = [
    (
        "<tr><td rowspan=2>Torget<td>Två pass<td>Polisen<tr><td>En träff<td>Kommunen",
        "Torget\tTvå pass\tPolisen\nTorget\tEn träff\tKommunen",
    ),
    ("<tr><td>A<td>B<td rowspan=3>C<tr><td>D<tr><td>E", "A\tB\tC\nD\t\tC\nE\t\tC"),
    ("<tr><td colspan=2>Trafik<td>Polisen<tr><td>A<td>B<td>C", "Trafik\t\tPolisen\nA\tB\tC"),
    ("<tfoot><tr><td>Y<td>Z<tbody><tr><td>A<td>B", "A\tB\nY\tZ"),
    (
        "<tr><td>Torget<td><ul><li>gå ut<li>prata</ul>Kommunen med",
        "Torget\n\n• gå ut\n• prata\n\nKommunen med\t",
    ),
]


@pytest.mark.parametrize(("rows", "text"), TABLE_PAGES)
def test_cells_keep_their_column(rows: str, text: str) -> None:
    assert _text(f"<table>{rows}</table><p>Efter") == f"{text}\n\nEfter"


def _word_item(words: str, level: int) -> str:
    sign = "<![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp; </span></span><![endif]>"
    return f"<p class=MsoListParagraph style='mso-list:l0 level{level} lfo1'>{sign}{words}<o:p></o:p></p>\n"


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("Ett.<br>Två.<br><br>Tre.<br />\n<br/>Fyra.", "Ett.\nTvå.\n\nTre.\n\nFyra."),
        ("<p>A<pre>\n- ett\n  - två\n\nSlut</pre>", "A\n\n- ett\n  - två\n\nSlut"),
        (
            f"<!--[if mso]><p>x</p><![endif]-->{_word_item('gå ut', 1)}{_word_item('vid torget', 2)}<p>Slut",
            "• gå ut\n  • vid torget\n\nSlut",
        ),
        (
            "<ul class='lst-a-0'><li>a</ul><ul class='lst-a-1'><li>b</ul><ul class='lst-a-0'><li>c</ul>",
            "• a\n  • b\n• c",
        ),
        ("<ul><li>a<ul><li>b</ul></li><ul><li>c</ul></ul><p>Slut", "• a\n  • b\n  • c\n\nSlut"),
        ("<div role=list><p role=listitem>a</p><p role=listitem>b</p></div>", "• a\n• b"),
        (
            "<div role=table><div role=row><i role=cell>A</i><i role=cell>B</i></div></div>",
            "A\tB",
        ),
        ("<?xml version='1.0'?><html><script src='a'/><p><![CDATA[A & B]]></p></html>", "A & B"),
        ("<p>Tr&aring;d L&oumlften &#229 &amp mer", "Tråd Löften å & mer"),
        ("<my-row><my-cell>Gå ut</my-cell><my-cell>Röja</my-cell></my-row>", "Gå ut\n\nRöja"),
        ("<div style='backface-visibility:hidden'>Syns</div>", "Syns"),
        (
            "<x-c><template shadowrootmode=open><h2><slot name=t></slot></h2><slot></slot></template>"
            "<b slot=t>Trafik</b><p>Text</p></x-c>",
            "Trafik\n\nText",
        ),
        (
            "<p>Ett<svg><title>x</title><text>Kommunen ska <tspan>tända fler lampor</tspan></text></svg>",
            "Ett\n\nKommunen ska tända fler lampor",
        ),
        (
            "<p><input value='Gå ut'><input type=hidden value=x><select><option>A<option selected>B</select>",
            "Gå ut B",
        ),
        ("<iframe srcdoc='&lt;p&gt;Inuti'></iframe><p>Efter", "Inuti\n\nEfter"),
        ("<table role=presentation><tr><td><p>A<p>B<td>C</table>", "A\n\nB\n\nC"),
        ("<header><nav>Meny</nav><h1>Löften</h1></header><p>Text", "Löften\n\nText"),
        ("<div>" * 3000 + "Djupt" + "</div>" * 3000 + "<p>Slut", "Djupt\n\nSlut"),
    ],
)
def test_what_programs_write_is_read_as_it_is_shown(page: str, text: str) -> None:
    assert _text(page) == text


def test_sentences_outside_the_main_part_are_read() -> None:
    page = (
        "<a href='#m'>Hoppa</a><main id=m><h1>Löften</h1></main>"
        "<div><h2>Trafik</h2><p>Polisen ska mäta farten.</p></div>"
        "<div class=cookie-bar>Vi har kakor så att sidan fungerar.</div><footer>Ring gärna oss.</footer>"
    )
    taken = taken_from(page.encode())
    assert taken.text == "Löften\n\nTrafik\n\nPolisen ska mäta farten."
    assert [(item.what, item.words) for item in taken.unread] == [
        (UnreadKind.FURNITURE, "Hoppa"),
        (UnreadKind.FURNITURE, "Vi har kakor så att sidan fungerar."),
        (UnreadKind.FURNITURE, "Ring gärna oss."),
    ]


@pytest.mark.parametrize(
    ("part", "what", "words"),
    [
        ("<style>.a, #b {display: none}</style><p class=a>Gammalt", UnreadKind.HIDDEN, "Gammalt"),
        ("<noscript>Slå på skript</noscript>", UnreadKind.HIDDEN, "Slå på skript"),
        ("<del>Tre pass</del>", UnreadKind.HIDDEN, "Tre pass"),
        ("<template>Mall</template>", UnreadKind.HIDDEN, "Mall"),
        (
            "<img alt='Polisen lovar två pass'><img alt='Logotyp'>",
            UnreadKind.PICTURE,
            "Polisen lovar två pass",
        ),
        ("<iframe title='Karta' src=x></iframe>", UnreadKind.EMBEDDED, "Karta"),
        ("<object data=l.pdf>Hämta</object>", UnreadKind.EMBEDDED, "l.pdf"),
    ],
)
def test_what_is_no_text_is_named(part: str, what: UnreadKind, words: str) -> None:
    assert taken_from(f"<p>Text</p>{part}".encode()) == ("Text", (Unread(what, words),))


@pytest.mark.parametrize(
    ("page", "encoding"),
    [
        ("<meta charset=iso-8859-1><p>Löften", "utf-8"),
        ("<meta charset=utf-8><p>Löften © €", "windows-1252"),
        ("<meta charset=windows-1250><p>Löften Łódź", "windows-1250"),
    ],
)
def test_a_wrong_word_of_the_encoding_harms_nothing(page: str, encoding: str) -> None:
    assert text_of(page.encode(encoding)) == page.partition("<p>")[2]


def test_hyphens_and_blanks_that_entities_hide_part_no_word() -> None:
    page = b"<main><p>Polisen ses i Ber&shy;ge&#8203;forsen&nbsp;varje&#x200b; vecka.</p></main>"
    assert text_of(page) == "Polisen ses i Bergeforsen varje vecka."
