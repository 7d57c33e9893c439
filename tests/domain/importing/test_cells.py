"""What people write in cells."""

from datetime import date
from decimal import Decimal

import pytest

from handslag.domain.errors import BadInput
from handslag.domain.importing.days import day_in
from handslag.domain.importing.numbers import count_in, hours_in
from handslag.domain.importing.parties import party_in
from handslag.domain.importing.statuses import status_in
from handslag.domain.keeping.activities import ActivityStatus
from handslag.domain.people.parties import Party


@pytest.mark.parametrize(
    "written",
    [
        *("2019-06-14", "2019-06-14 13:30", "2019-06-14T13:30:00", "2019/6/14", "20190614", "190614"),
        *("14/6 2019", "14/6-2019", "14/6/2019", "14.6.2019", "14-06-2019", "14 / 6 2019", "14/6 2019 13.30"),
        *("14 juni 2019", "den 14 juni 2019", "14 jun. 2019", "Fredag 14 juni 2019", "fre, 14 juni 2019"),
        *("14 June 2019", "June 14, 2019", "14:e juni 2019", "43630", "43630.5", "43630,5"),
    ],
)
def test_a_day_is_read_in_every_usual_form(written: str) -> None:
    assert day_in(written) == date(2019, 6, 14)


@pytest.mark.parametrize(
    "written",
    ["14/6", "juni 2019", "2019", "2019-02-30", "6/14/2019", "14 brumaire 2019", "snart", "12345", "v. 24"],
)
def test_what_is_no_day_is_not_guessed(written: str) -> None:
    with pytest.raises(BadInput) as refused:
        day_in(written)
    assert (refused.value.code, refused.value.params) == ("import_bad_day", {"value": written})


@pytest.mark.parametrize(
    "month", [(5, "maj"), (5, "May"), (10, "oktober"), (10, "October"), (12, "december")]
)
def test_months_have_swedish_and_english_names(month: tuple[int, str]) -> None:
    assert day_in(f"1 {month[1]} 2019") == date(2019, month[0], 1)


@pytest.mark.parametrize(
    ("written", "count"), [("2", 2), ("2 st", 2), ("3 ggr", 3), ("2,0", 2), ("1 200", 1200)]
)
def test_counts(written: str, count: int) -> None:
    assert count_in(written) == count


@pytest.mark.parametrize("written", ["0", "-1", "1,5", "många", "10000", "NaN", "Infinity", "1e9"])
def test_what_is_no_count_is_refused(written: str) -> None:
    with pytest.raises(BadInput, match="import_bad_count"):
        count_in(written)


@pytest.mark.parametrize(
    ("written", "hours"),
    [
        ("2", "2"),
        ("1,5", "1.5"),
        ("1.5 tim", "1.5"),
        ("1:30", "1.5"),
        ("90 min", "1.5"),
        ("2 h", "2"),
        ("0:20", "0.33"),
    ],
)
def test_hours(written: str, hours: str) -> None:
    assert hours_in(written) == Decimal(hours)


@pytest.mark.parametrize("written", ["0", "-2", "en stund", "1:75", "NaN", "Infinity"])
def test_what_is_no_hours_is_refused(written: str) -> None:
    with pytest.raises(BadInput, match="import_bad_hours"):
        hours_in(written)


@pytest.mark.parametrize(
    ("written", "status"),
    [
        ("Genomförd", "done"),
        ("x", "done"),
        ("Planerad", "planned"),
        ("INSTÄLLD", "cancelled"),
        ("ej genomförd", "cancelled"),
    ],
)
def test_status(written: str, status: str) -> None:
    assert status_in(written) == ActivityStatus(status)


def test_a_status_nobody_knows_is_refused() -> None:
    with pytest.raises(BadInput, match="import_unknown_status"):
        status_in("kanske")


@pytest.mark.parametrize(
    ("written", "party"),
    [
        ("Polisen", Party.POLICE),
        ("kommunpolis", Party.POLICE),
        ("Härnösands kommun", Party.MUNICIPALITY),
        ("Räddningstjänsten", Party.RESCUE_SERVICE),
        ("housing_company", Party.HOUSING_COMPANY),
    ],
)
def test_parties(written: str, party: Party) -> None:
    assert party_in(written) == party


@pytest.mark.parametrize("written", ["polisen och kommunen", "polis/kommun", "hemvärnet"])
def test_several_parties_or_none_are_refused(written: str) -> None:
    with pytest.raises(BadInput, match="import_unknown_party"):
        party_in(written)
