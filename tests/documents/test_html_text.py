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
    assert _text(page) == "Löfte\tVem\nTvå vandringar\tPolisen"


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
    assert _text("<p>L&ouml;ften&nbsp;2024<br>&#229;r&shy;</p>") == "Löften 2024\når\xad"


def test_several_paragraphs_of_one_item_stay_with_it() -> None:
    assert _text("<ul><li><p>Gå ut</p><p>varje vecka</p></li></ul>") == "• Gå ut\n  varje vecka"


def test_the_page_may_say_its_own_encoding() -> None:
    page = "<meta charset='macintosh'><p>Löften är bra</p>"
    assert text_of(page.encode("mac-roman")) == "Löften är bra"


@pytest.mark.parametrize("page", ["</p></div>Text", "<p>Text<", "<li>Text</ul></li>", "<table><td>Text"])
def test_broken_pages_give_what_can_be_read(page: str) -> None:
    assert _text(page).lstrip("• ").rstrip("<") == "Text"


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
