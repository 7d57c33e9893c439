from typing import Any

import pytest

from tests.domain.linting.drafts import rewrites, words


@pytest.mark.parametrize(
    ("text", "pointed"),
    [
        ("Polisen ska göra insatser mot langning.", "insatser"),
        ("Gå trygghetsvandringar med föreningar", "trygghetsvandringar"),
        ("Polisen finns regelbundet i Ramvik.", "regelbundet"),
        ("Åtgärder mot skadegörelse", "Åtgärder"),
        ("Kommunen informerar boende om cykelstölder.", "informerar"),
        ("Polisen ska synas i centrum.", "synas"),
        ("Löpande hembesök hos unga", "Löpande"),
    ],
)
def test_flags_an_act_without_a_count(text: str, pointed: str) -> None:
    assert words("no_number", text) == [pointed]


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Polisen gör minst fyra insatser mot langning.", {"often": (4, "once")}),
        ("Polisen gör insatser i 200 timmar.", {"quantity": "200 timmar"}),
        ("Polisen besöker alla klasser i årskurs 7.", {}),
        ("Kommunen inrättar ett råd.", {"often": (1, "once")}),
        ("Trygghetsvärdar finns på stranden under sommaren.", {"period": "sommaren"}),
        ("Kommunen tar bort klotter för att insatser ska märkas.", {}),
        ("Polisen står upp för offren.", {}),
    ],
)
def test_leaves_alone_a_count_a_season_and_all_of_them(text: str, fields: dict[str, Any]) -> None:
    assert words("no_number", text, **fields) == []


def test_a_year_alone_is_no_count() -> None:
    assert words("no_number", "Insatser mot langning under 2026", period="2026") == ["Insatser"]


@pytest.mark.parametrize(
    ("text", "rewrite"),
    [
        (
            "Polisen lovar att göra insatser.",
            "Polisen lovar att minst [antal] gånger per [period] göra insatser.",
        ),
        ("Insatser mot langning.", "Insatser mot langning, minst [antal] gånger per [period]."),
        ("På lov ska polisen synas.", "På lov ska polisen synas, minst [antal] gånger per [period]."),
        ("Polisen syns ofta i Ramvik.", "Polisen syns minst [antal] gånger per [period] i Ramvik."),
        ("Återkommande kontroller av buller", "Minst [antal] kontroller av buller"),
    ],
)
def test_rewrite_has_a_gap_for_number_and_period(text: str, rewrite: str) -> None:
    assert rewrites("no_number", text) == [rewrite]
