"""Umbrella wishes are kept apart from the acts that spell them out."""

from handslag.domain.reading import read


def links(page: str) -> list[tuple[bool, int | None]]:
    return [(promise.is_aim, promise.aim) for promise in read(page).promises]


def test_a_wish_above_a_list_is_an_aim_and_the_items_are_tied_to_it() -> None:
    page = (
        "Löften i Tuna\n\nTrafik\n\nPolisen lovar att arbeta för trygg trafik.\n\n"
        "• Polisen ska göra tio kontroller.\n• Polisen ska synas."
    )
    assert links(page) == [(True, None), (False, 0), (False, 0)]


def test_a_countable_sentence_above_a_list_is_no_aim() -> None:
    page = "Löften i Tuna\n\nPolisen lovar tio trafikkontroller per år.\n\n• Polisen ska synas mer."
    assert links(page) == [(False, None), (False, None)]


def test_a_new_heading_ends_what_an_aim_ties() -> None:
    page = (
        "Löften i Tuna\n\nTrafik\n\nPolisen lovar att arbeta för trygg trafik.\n\n"
        "• Polisen ska göra tio kontroller.\n\nTorget\n\n• Polisen ska synas mer."
    )
    assert links(page) == [(True, None), (False, 0), (False, None)]


def test_a_wish_without_a_list_is_a_promise_like_others() -> None:
    assert links("Löften i Tuna\n\nPolisen lovar att arbeta för trygg trafik.") == [(False, None)]
