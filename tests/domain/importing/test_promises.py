"""Which promise a cell means."""

from datetime import date

import pytest

from handslag.domain.errors import BadInput
from handslag.domain.importing.promises import KnownPromise, promise_finder
from handslag.domain.promises.terms import Kind, Measure, Terms

TEXTS = {
    1: "Polisen lovar att göra minst två trafikkontroller i månaden på Ramviksvägen.",
    2: "Kommunen och polisen ska besöka alla skolor varje termin.",
    3: "Polisen nattvandrar tillsammans med föräldrar i centrum varje helg.",
    4: "Kommunen lovar att röja sly och sätta upp belysning i centrum.",
    5: "Polisen deltar i kommunens invånardialoger om trygghet.",
    6: "Kommunen svarar invånarna inom en vecka och gör trygga lekplatser.",
}
PROMISES = [
    KnownPromise(n, (Terms("p", text, (), date(2019, 4, 5), Measure(Kind.STANDING)),))
    for n, text in TEXTS.items()
]
find = promise_finder(PROMISES, ["Ramvik", "Brännaskolan"])


@pytest.mark.parametrize(
    ("cell", "numbers"),
    [
        ("2", (2,)),
        ("Löfte 3", (3,)),
        ("löfte nr 1 och 4", (1, 4)),
        ("#2, 3", (2, 3)),
        (TEXTS[4].upper(), (4,)),
        ("Trafikkontroll", (1,)),
        ("Trafikkontroll Ramvik", (1,)),
        ("Skolbesök på Brännaskolan", (2,)),
        ("Nattvandring", (3,)),
        ("Skolbesök", (2,)),
        ("Invånardialog", (5,)),
        ("Möte; Torget 3, Ramvik; Invånardialog", (5,)),
        ("belysning sattes upp", (4,)),
    ],
)
def test_a_cell_tells_its_promise_by_number_or_words(cell: str, numbers: tuple[int, ...]) -> None:
    assert find(cell) == numbers


@pytest.mark.parametrize(
    "cell", ["9", "1, 9", "Semester", "Ramvik", "Polismöte", "Möte med kommunen", "Skolgårdsfest", "?"]
)
def test_what_fits_no_promise_is_not_guessed(cell: str) -> None:
    with pytest.raises(BadInput) as refused:
        find(cell)
    assert (refused.value.code, refused.value.params) == ("import_unknown_promise", {"value": cell})


@pytest.mark.parametrize(("cell", "numbers"), [("Centrum", "3, 4"), ("Trygghetsvandring", "5, 6")])
def test_what_fits_several_names_them(cell: str, numbers: str) -> None:
    with pytest.raises(BadInput) as refused:
        find(cell)
    assert refused.value.params == {"value": cell, "numbers": numbers}
