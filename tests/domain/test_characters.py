import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.domain.characters import aligned, folded, look, one_line, swedish_order


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("trafik\u00adkontroller i Ber\u00adge\u00adforsen", "trafikkontroller i Bergeforsen"),
        ("Torget\u200b", "Torget"),
        ("\ufeffTorget", "Torget"),
        ("Tor\u2060get\u200e", "Torget"),
        ("Tor\u034fget", "Torget"),
        ("\u202etegroT", "tegroT"),
        ("T\u043erget", "Torget"),  # a Cyrillic o
        ("\u0391vesta", "Avesta"),  # a Greek A
        ("070\u2011123\u201045", "070-123-45"),
        ("kl.\u00a018\u202f–\u200919", "kl. 18 – 19"),
        ("\uff10\uff17\uff10 \uff21\uff22", "070 AB"),
        ("\ufb01ka", "fika"),
        ("\U0001d5e3\U0001d5fc\U0001d5f9\U0001d5f6\U0001d600", "Polis"),
        ("A\u030ange", "Ånge"),
        ("\u212bnge", "Ånge"),
        ("\u3164", " "),
        ("\uf0b7 synas", "• synas"),
        (
            "ett\r\ntvå\rtre\u2028fyra\u2029fem\x85sex\x0bsju\x0cåtta",
            "ett\ntvå\ntre\nfyra\nfem\nsex\nsju\nåtta",
        ),
        ("\x00Pol\x1b[31mis\x7f", "Pol[31mis"),
        ("sex\x1etusen", "sex-tusen"),
        ("\ud800", "\ufffd"),
        ("\ufffe\ufdd0\U0001ffff", ""),
    ],
)
def test_what_cannot_be_seen_or_told_apart_is_folded(written: str, kept: str) -> None:
    assert folded(written) == kept


@pytest.mark.parametrize(
    "text",
    [
        "Polisen lovar – minst två kontroller ”varje” månad … 1 234,5 m² −2 °C §4 50 €",
        "👨\u200d👩\u200d👧 1\ufe0f\u20e3 ❤\ufe0f 🏴\U000e0067\U000e0062\U000e007f 👋🏽",
        "می\u200cخواهم",  # Persian, with the joiner its words need
        "कर्\u200dम",
        "Полиция обещает",
        "Η αστυνομία",
        "5 μg",
        "Ünal Øst Łódź œuvre",
    ],
)
def test_what_means_something_is_left_as_it_is(text: str) -> None:
    assert folded(text) == text


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert folded(folded(text)) == folded(text)
    folded(text).encode()


def test_a_name_stands_on_one_line() -> None:
    assert one_line("  Norra\u00a0\u2003 torget\n") == "Norra torget"


@pytest.mark.parametrize(
    "other", ["Torget\u200b", "T\u043erget", "\u0422\u043erget", "torget ", "TORGET", "Tor\u00adget"]
)
def test_two_names_that_look_alike_have_the_same_look(other: str) -> None:
    assert look(other) == look("Torget")


def test_two_names_that_do_not_look_alike_have_different_looks() -> None:
    assert len({look(name) for name in ("Torget", "Torgét", "Tårget", "Torge", "Torget 2", "Tor-get")}) == 6


@given(st.text())
def test_places_of_aligned_characters_lie_in_the_text(text: str) -> None:
    plain, places = aligned(text)
    assert len(places) == len(plain) + 1
    assert places == sorted(places)
    assert places[-1] == len(text)


def test_names_are_sorted_as_swedes_sort_them() -> None:
    names = [
        "Östby",
        "Ängersjö",
        "Ådalen",
        "Zakrisdal",
        "Émynnet",
        "Eda",
        "aspnäs",
        "Västby",
        "Wiken",
        "Ütersen",
    ]
    names += ["Yttre", "Skola 10", "Skola 2", "Ærø", "Ø", "Eko"]
    assert sorted(names, key=swedish_order) == [
        "aspnäs",
        "Eda",
        "Eko",
        "Émynnet",
        "Skola 2",
        "Skola 10",
        "Västby",
        "Wiken",
        "Ütersen",
        "Yttre",
        "Zakrisdal",
        "Ådalen",
        "Ängersjö",
        "Ærø",
        "Ø",
        "Östby",
    ]
