"""Validity: what is said of the pledge, as precise as it is written."""

import pytest

from tests.domain.reading.found import validity


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("Medborgarlöfte 2019", ("2019", "2019", False)),
        ("Medborgarlöfte 2019–2021", ("2019", "2021", False)),
        ("Medborgarlöfte 2019-20", ("2019", "2020", False)),
        ("Löftet gäller 2018-01-01--2019-12-31.", ("2018-01-01", "2019-12-31", False)),
        ("Löftet gäller från 1 januari 2023 - 31 december 2025.", ("2023-01-01", "2025-12-31", False)),
        ("Löftet gäller från 1 juni 2022 till 31 juni 2023.", ("2022-06-01", "2023-06", False)),
        ("Löftet löper 1 maj–31 december 2018.", ("2018-05-01", "2018-12-31", False)),
        ("Löftet gäller från och med den 5 april 2019 och tills vidare.", ("2019-04-05", None, True)),
        ("Löftet gäller t.o.m. 31 december 2022.", (None, "2022-12-31", False)),
        ("Löftet gäller tillsvidare.", (None, None, True)),
        ("Löftet gäller 2019 eller tills ett nytt är påskrivet.", ("2019", "2019", False)),
        ("För 2019 har Tuna kommun tecknat ett löfte.", ("2019", "2019", False)),
        ("Under 2017 kommer polisen att synas.", ("2017", "2017", False)),
        ("Medborgarlöfte 2019\n\nMedborgarlöfte 2017", ("2019", "2019", False)),
        ("2024 och tillsvidare", ("2024", None, True)),
    ],
)
def test_valid(page: str, expected: tuple[str | None, str | None, bool]) -> None:
    assert validity(page) == expected


@pytest.mark.parametrize(
    "page",
    [
        "Löftet undertecknades den 3 maj 2019.",
        "Publicerad 2019-05-03",
        "En enkät gjordes 2018.",
        "Nu tas ett nytt löfte fram för 2020.",
        "Löftet ses över inför 2022.",
        "Löftet följs upp i december 2023.",
        "Polisen gjorde 303 kontroller 2018.",
        "Löftet gäller under ett år.",
        "– Vi börjar med löftet för 2019, säger chefen.",
    ],
)
def test_other_dates_are_not_the_validity(page: str) -> None:
    assert validity(page) == (None, None, False)
