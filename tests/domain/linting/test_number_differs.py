from datetime import date
from decimal import Decimal

import pytest

from handslag.domain.linting import lint_terms
from handslag.domain.people.parties import Party
from handslag.domain.promises.terms import Kind, Measure, Per, Terms


def found(text: str, at_least: int, per: str, **fields: object) -> list[tuple[str, str]]:
    kind = fields.pop("kind", Kind.COUNT)
    measure = Measure(kind, Decimal(at_least), per=Per(per), **fields)  # type: ignore[arg-type]
    terms = Terms("draft", text, (Party.POLICE,), date(2019, 4, 5), measure)
    return [
        (text[hit.span.start : hit.span.end], hit.rewrite)
        for hit in lint_terms(terms)
        if hit.rule == "number_differs"
    ]


@pytest.mark.parametrize(
    ("text", "at_least", "per", "pointed", "rewrite"),
    [
        (
            "Polisen gör insatser vid minst två tillfällen varje år.", 1, "year",
            "minst två tillfällen", "Polisen gör insatser vid minst 1 tillfälle varje år.",
        ),
        (
            "Polisen gör minst två (2) insatser per år.", 3, "year",
            "minst två (2) insatser", "Polisen gör minst 3 insatser per år.",
        ),
        (
            "Polisen ordnar 4 vandringar per termin.", 2, "term",
            "4 vandringar", "Polisen ordnar 2 vandringar per termin.",
        ),
        (
            "Polisen kontrollerar farten minst en gång i veckan.", 2, "week",
            "minst en gång", "",
        ),
        (
            "Polisen håller tre möten per år.", 2, "half_year",
            "tre möten", "",
        ),
        (
            "Polisen patrullerar minst tio timmar i veckan.", 8, "week",
            "minst tio timmar", "Polisen patrullerar minst 8 timmar i veckan.",
        ),
    ],
)  # fmt: skip
def test_flags_words_with_another_number(
    text: str, at_least: int, per: str, pointed: str, rewrite: str
) -> None:
    assert found(text, at_least, per) == [(pointed, rewrite)]


@pytest.mark.parametrize(
    ("text", "at_least", "per"),
    [
        ("Polisen gör minst två insatser per år.", 2, "year"),
        ("Polisen gör minst två insatser per år.", 1, "half_year"),
        ("Polisen gör minst en insats per kvartal.", 4, "year"),
        ("Polisen ordnar två till tre vandringar per år.", 3, "year"),
        ("Polisen går vandringar i årskurs 7.", 2, "year"),
        ("Polisen är på plats vid skolan.", 4, "month"),
        ("Polisen gör insatser för att två områden ska bli lugna.", 1, "year"),
    ],
)
def test_leaves_alone_words_that_agree_or_name_no_number(text: str, at_least: int, per: str) -> None:
    assert found(text, at_least, per) == []


def test_leaves_alone_the_least_reading_and_what_is_done_once() -> None:
    text = "Polisen gör minst två insatser per år."
    assert found(text, 1, "year", minimal=True) == found(text, 1, "once", kind=Kind.MILESTONE) == []
