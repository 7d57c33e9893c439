"""Any sign that lines near each other begin with is a list sign; letters and dots are one sign each."""

import pytest

from handslag.domain.reading import read

ITEMS = [
    "Polisen ska göra minst fyra kontroller av farten i Ekby varje månad",
    "Kommunen ska ordna tre vandringar vid stationen i Åmark under 2024",
    "Polisen ska besöka varje högstadieskola i Ekby en gång per termin",
]


def _promises(lines: list[str]) -> list[str]:
    return [promise.text.value for promise in read("Medborgarlöften\n\n" + "\n".join(lines)).promises]


@pytest.mark.parametrize(
    "signs",
    [
        *(sign * 3 for sign in "✔✓☑➤▶→■◆★✦❖▸‣–—*+~♦"),
        ["✔️ "] * 3,
        ["👮 "] * 3,
        ["\uf0fc "] * 3,
        ["o "] * 3,
        ["-- "] * 3,
        ["☐ ", "☒ ", "☑ "],
        ["[x] ", "[ ] ", "[X] "],
        ["a) ", "b) ", "c) "],
        ["A) ", "B) ", "C) "],
        ["x) ", "y) ", "z) "],
        ["(a) ", "(b) ", "(c) "],
        ["(1) ", "(2) ", "(3) "],
        ["1) ", "2. ", "3) "],
        ["1️⃣ ", "2️⃣ ", "3️⃣ "],
        ["· ", "\uf0b7 ", "• "],
        ["● ", "∙ ", "· "],
        ["Löfte 1: ", "Löfte 2: ", "Löfte 3: "],
    ],
)
def test_each_line_with_a_sign_is_a_promise(signs: list[str]) -> None:
    lines = [sign.ljust(2) + item for sign, item in zip(signs, ITEMS, strict=True)]
    assert _promises(lines) == ITEMS


def test_items_that_are_wrapped_or_parted_by_blank_lines_keep_their_sign() -> None:
    lines = [f"✔ {item[:40]}\n  {item[40:]}\n" for item in ITEMS]
    assert [" ".join(text.split()) for text in _promises(lines)] == [
        " ".join(f"{item[:40]} {item[40:]}".split()) for item in ITEMS
    ]


@pytest.mark.parametrize("line", ["(Foto: kommunen)", "”Vi gör mer”, säger polisen", "> svar", "§ 1", "o"])
def test_other_beginnings_are_no_signs(line: str) -> None:
    assert _promises([line, line]) == []


@pytest.mark.parametrize(
    "title",
    [
        "Överenskommelse om samverkan mellan polis och kommun",
        "Samverkansöverenskommelse 2024–2027",
        "Lokal överenskommelse: prioriterade områden",
        "Handlingsplan och fokusområden 2024",
    ],
)
def test_a_title_that_names_the_paper_does_not_shut_it(title: str) -> None:
    text = f"{title}\n\nPolisen lovar att göra tio kontroller.\n\nKommunen lovar att röja sly.\n"
    assert len(read(text).promises) == 2


@pytest.mark.parametrize("heading", ["Lägesbild", "Bakgrund", "Mål"])
def test_a_first_heading_of_background_still_shuts(heading: str) -> None:
    assert read(f"{heading}\n\nPolisen ska göra tio kontroller.\n").promises == ()
