from typing import Any

import pytest

from tests.domain.linting.drafts import rewrites, words


@pytest.mark.parametrize(
    ("text", "pointed"),
    [
        ("Polisen ska finnas på utvalda platser.", "utvalda platser"),
        ("Kontroller på särskilt utsatta vägar", "utsatta vägar"),
        ("Polisen lägger arbetstid i kommunens ytterområden.", "kommunens ytterområden"),
        ("Fotpatruller på kvällar", "Fotpatruller"),
        ("Polisen ska synas mer.", "synas mer"),
        ("Vi röjer sly på platser som känns otrygga.", "platser som känns otrygga"),
        ("Polisen är på plats vid 50 tillfällen.", "är på plats"),
    ],
)
def test_flags_presence_nowhere_and_places_without_names(text: str, pointed: str) -> None:
    assert words("no_place", text) == [pointed]


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Polisen ska synas i Ramvik.", {"places": ("Ramvik",)}),
        ("Kontroller på utvalda platser i Viksjö", {"places": ("Viksjö",)}),
        ("Polisen ska synas i hela kommunen.", {}),
        ("Polisen patrullerar vid skolorna.", {}),
        ("Polisen ska synas mer i Härnösand.", {}),
        ("Polisen är på plats vid stora evenemang.", {}),
        ("Kommunen tar fram en drogpolicy.", {}),
        ("Vi lyser upp de platser som invånarna valt ut.", {}),
    ],
)
def test_leaves_alone_a_named_place_and_acts_without_one(text: str, fields: dict[str, Any]) -> None:
    assert words("no_place", text, **fields) == []


@pytest.mark.parametrize(
    ("text", "rewrite"),
    [
        (
            "Vi lyser upp mörka och otrygga platser.",
            "Vi lyser upp mörka och otrygga platser ([plats], [plats]).",
        ),
        ("Polisen ska synas mer om kvällarna.", "Polisen ska synas mer i [plats] om kvällarna."),
    ],
)
def test_rewrite_has_a_gap_for_the_place(text: str, rewrite: str) -> None:
    assert rewrites("no_place", text) == [rewrite]
