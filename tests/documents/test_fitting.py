"""Texts made to fit: nothing readable is lost, nothing unreadable is left."""

from xml.sax.saxutils import escape

import pytest
from defusedxml import ElementTree
from hypothesis import given
from hypothesis import strategies as st

from handslag.documents.faces import BOX, lacking, printed
from handslag.documents.fitting import one_line, readable


@pytest.mark.parametrize(
    ("written", "fits"),
    [
        ("Två\x0bturer\x85i\u2028parken\r\n", "Två\nturer\ni\nparken\n"),
        ("Vik\x02sjö\ufeff", "Viksjö"),
        ("Cell\x07cell\x1fcell", "Cell cell cell"),
        ("kl. 18\x9620, 5 \x80", "kl. 18–20, 5 €"),
        ("\uf0b7 en\n\uf0fc två", "• en\n✓ två"),
        ("\ud83d\ude00\ud83d", "😀\ufffd"),
        ("a\u2066b", "a\u2066b\u2069"),
        ("a\u2069b", "ab"),
        ("a\u202egnp.b\u202c", "agnp.b"),
        ("\u2067a\u202ab\u2069c\u202c", "\u2067a\u202ab\u2069c"),
    ],
)
def test_a_text_is_made_readable(written: str, fits: str) -> None:
    assert readable(written) == fits
    assert readable(fits) == fits


def test_a_header_is_one_line() -> None:
    assert one_line(" Löfte\u2028i\r\nViksjö\x00 ") == "Löfte i Viksjö"


@given(st.text(st.characters(exclude_characters=[*map(chr, range(0x80, 0xA0))])))
def test_letters_stay_and_every_text_fits_xml(text: str) -> None:
    fits = readable(text)
    assert ElementTree.fromstring(f"<text>{escape(fits)}</text>".encode()).text == (fits or None)
    assert [sign for sign in fits if sign.isalnum()] == [sign for sign in text if sign.isalnum()]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Ｈｅｌ ㎡", "Hel m2"),
        ("中文", BOX * 2),
        ("\ue000 \U0010fffd", f"{BOX} {BOX}"),
        ("👩🏽‍🚒 1️⃣ 🇸🇪", "👩🏽‍🚒 1️⃣ 🇸🇪"),
        ("å\u0336\u0489x", "åx"),
        ("ord" * 20, "\u200b".join(["ordordordord"] * 5)),
        ("a\tb", "a b"),
    ],
)
def test_paper_shows_the_nearest_sign_that_a_face_has(written: str, shown: str) -> None:
    assert printed((written,)) == (shown,)


def test_how_much_of_a_language_no_face_has() -> None:
    assert [lacking([text]) for text in ("中文한국", "中文abcdef", "українська ትግርኛ ไทย ێۆڵڕڤە", "")] == [
        1,
        0.25,
        0,
        0,
    ]
