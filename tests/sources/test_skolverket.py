"""Skolverket's form: code, name, authority and days; never a person."""

import json
from datetime import date

import pytest

from handslag.domain.errors import BadInput
from handslag.sources.skolverket.parse import Unit, units
from tests.shared import DATA, needs_data

SKOLVERKET = DATA / "skolverket"
ONE = {
    "data": {
        "schoolUnitCode": "12345678",
        "attributes": {
            "displayName": "Geresta skola",
            "status": "AKTIV",
            "headMaster": "Förnamn Efternamn",
            "email": "rektor@example.org",
            "startdate": "2012-07-01",
            "endDate": None,
        },
    },
    "included": {"attributes": {"displayName": "Härnösands kommun"}},
}
GERESTA = Unit("12345678", "Geresta skola", True, "Härnösands kommun", date(2012, 7, 1))


def test_the_answer_for_one_school_gives_authority_and_first_day() -> None:
    assert units(json.dumps(ONE).encode()) == [GERESTA]


def test_several_answers_stand_in_one_file_and_a_school_is_given_once() -> None:
    assert units(json.dumps([ONE, ONE]).encode()) == [GERESTA]


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"[]", b'{"data": {"attributes": "x"}}', b"[" * 9999])
def test_anything_else_is_refused(data: bytes) -> None:
    with pytest.raises(BadInput) as caught:
        units(data)
    assert caught.value.code == "not_school_register"


@needs_data
@pytest.mark.parametrize(("name", "number"), [("lista", 4), ("detalj", 1)])
def test_the_documented_form_is_read(name: str, number: int) -> None:
    found = units(next(SKOLVERKET.glob(f"*{name}*.json")).read_bytes())
    assert len(found) == number
    assert "Storskolan" in {unit.name for unit in found}
