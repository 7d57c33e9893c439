"""Statistics Sweden's forms: one municipality's figures, whole or not at all."""

import json

import pytest

from handslag.domain.errors import BadInput
from handslag.domain.listening.population import Population
from handslag.sources.scb.parse import population
from tests.shared import DATA, needs_data

SCB = DATA / "scb"
AGES = range(101)


def csv_file(*, code: str = "2280", ages: range = AGES, year: str = "2019") -> bytes:
    rows = [f"{code},Härnösand,{age},{sex},{10 + age % 3}" for age in ages for sex in ("män", "kvinnor")]
    return "\n".join([f"kommunkod,region,ålder,kön,{year}", *rows]).encode()


def json_file() -> bytes:
    ages = [str(age) for age in range(100)] + ["100+"]
    index = {"Region": ["2280"], "Alder": ages, "Kon": {"2": 1, "1": 0}, "Tid": ["2019"]}
    whole = {
        "id": list(index),
        "size": [1, 101, 2, 1],
        "dimension": {name: {"category": {"index": of}} for name, of in index.items()},
        "value": [10 + age % 3 for age in AGES for _ in range(2)],
    }
    return json.dumps(whole).encode()


EXPECTED = Population("2280", 2019, *[tuple(10 + age % 3 for age in AGES)] * 2)


@pytest.mark.parametrize(
    "data",
    [
        csv_file(),
        csv_file().replace(b",", b";"),
        csv_file().decode().encode("iso-8859-1"),
        csv_file().replace(b"kommunkod,region", b"region,x").replace(b"2280,", b"2280 Ort,"),
        csv_file(year="Folkmängd 2019"),
        json_file(),
    ],
    ids=["comma", "semicolon", "latin-1", "code and name", "words before the year", "json-stat"],
)
def test_each_form_gives_the_same_figures(data: bytes) -> None:
    assert population(data, "2280") == EXPECTED


def test_the_latest_year_is_taken() -> None:
    lines = csv_file(year="2018").decode().splitlines()
    both = "\n".join([lines[0] + ",2019", *(f"{line},7" for line in lines[1:])])

    assert (population(both.encode(), "2280").year, population(both.encode(), "2280").total) == (2019, 1414)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "not_population"),
        (b"hej", "not_population"),
        (b"{}", "not_population"),
        (b'{"id": 1}' + b"[" * 9999, "not_population"),
        (csv_file().replace(b",0,", b",0-4,"), "not_population"),
        (csv_file().replace(b"kvinnor", b"alla"), "not_population"),
        (csv_file(code="2281"), "population_elsewhere"),
        (csv_file(ages=range(100)), "population_incomplete"),
        (csv_file().replace(b",10\n", b",-10\n"), "population_incomplete"),
    ],
)
def test_anything_else_is_refused_with_its_reason(data: bytes, code: str) -> None:
    with pytest.raises(BadInput, match=code):
        population(data, "2280")


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b'{"id": ' + b"9" * 9999 + b"}", id="a number of ten thousand digits"),
        pytest.param(json_file().replace(b"[10,", b"[NaN,"), id="no number"),
        pytest.param(json_file().replace(b"[10,", b"[1e400,"), id="a number without end"),
        pytest.param(
            json_file().replace(b'["Region",', b'["Alder",' + b'"Alder",' * 100_000), id="one dimension again"
        ),
        pytest.param(csv_file() + b'\n2280,"' + b"x" * 200_000, id="a cell that is never closed"),
        pytest.param(csv_file().replace(b",10\n", b",99999999999\n"), id="more people than there are"),
    ],
)
def test_what_would_take_hours_or_hold_no_people_is_refused(data: bytes) -> None:
    with pytest.raises(BadInput, match="not_population"):
        population(data, "2280")


def test_people_are_counted_between_two_ages() -> None:
    assert (EXPECTED.count(0, 2), EXPECTED.count(0, 2, sex="men"), EXPECTED.count(99)) == (66, 33, 42)


@needs_data
def test_the_recorded_files_say_the_same_of_harnosand() -> None:
    sheet = population((SCB / "folkmangd-2019-alder-kon-vasternorrland.csv").read_bytes(), "2280")
    stat = population((SCB / "folkmangd-2019-vasternorrland.jsonstat2.json").read_bytes(), "2280")

    assert sheet == stat
    assert (sheet.total, sheet.year) == (25_183, 2019)
