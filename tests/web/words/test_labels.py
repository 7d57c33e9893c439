"""Words for codes, numbers and days, in Swedish and English."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils.translation import override

from handslag.domain.judging.cells import Status
from handslag.domain.people.parties import Party
from handslag.domain.promises.terms import Per
from handslag.web.words import labels
from handslag.web.words.units import unit_word


@pytest.fixture(autouse=True)
def _in_swedish() -> object:
    with override("sv"):
        yield


@pytest.mark.parametrize(
    ("value", "swedish", "english"),
    [
        (0, "0", "0"),
        (71, "71", "71"),
        (Decimal("1234.50"), "1\u00a0234,5", "1,234.5"),
        (Decimal("900.00"), "900", "900"),
        (None, "", ""),
    ],
)
def test_numbers_are_written_as_people_write_them(
    value: Decimal | int | None, swedish: str, english: str
) -> None:
    assert labels.number(value) == swedish
    with override("en"):
        assert labels.number(value) == english


def test_days_are_written_out() -> None:
    assert labels.day(date(2019, 9, 2)) == "2 september 2019"
    with override("en"):
        assert labels.day(date(2019, 9, 2)) == "2 September 2019"


@pytest.mark.parametrize(
    ("start", "end", "per", "words"),
    [
        (date(2019, 4, 5), date(2019, 12, 31), Per.YEAR, "2019"),
        (date(2019, 4, 5), date(2019, 6, 30), Per.QUARTER, "apr–jun 2019"),
        (date(2019, 9, 1), date(2019, 9, 30), Per.MONTH, "sep 2019"),
        (date(2019, 9, 2), date(2019, 9, 8), Per.WEEK, "v. 36 2019"),
        (date(2019, 8, 20), date(2019, 12, 20), Per.TERM, "hösten 2019"),
        (date(2019, 4, 5), date(2019, 6, 12), Per.TERM, "våren 2019"),
        (date(2019, 9, 2), date(2019, 9, 2), Per.DAY, "2 sep 2019"),
        (date(2018, 5, 1), date(2019, 4, 30), "", "maj 2018–apr 2019"),
        (date(2018, 1, 1), date(2019, 12, 31), "", "2018–2019"),
        (date(2019, 4, 5), None, "", "från 5 april 2019"),
    ],
)
def test_a_period_is_a_short_heading(start: date, end: date | None, per: str, words: str) -> None:
    assert labels.period_word(start, end, per).replace("\u00a0", " ") == words


@pytest.mark.parametrize(
    ("start", "end", "per", "words"),
    [
        (date(2019, 4, 5), date(2019, 12, 31), Per.YEAR, "under 2019"),
        (date(2019, 9, 1), date(2019, 9, 30), Per.MONTH, "i september 2019"),
        (date(2019, 8, 20), date(2019, 12, 20), Per.TERM, "under höstterminen 2019"),
        (date(2018, 5, 1), date(2018, 12, 31), "", "från 1 maj till 31 december 2018"),
        (date(2018, 5, 1), date(2019, 4, 30), "", "från 1 maj 2018 till 30 april 2019"),
        (date(2019, 4, 5), None, "", "sedan 5 april 2019"),
    ],
)
def test_a_period_fits_into_a_sentence(start: date, end: date | None, per: str, words: str) -> None:
    assert labels.period_in_words(start, end, per) == words


@pytest.mark.parametrize(
    ("name", "words"), [("Härnösand", "Härnösands"), ("Borås", "Borås"), ("Vaxholm", "Vaxholms")]
)
def test_a_name_owns(name: str, words: str) -> None:
    assert labels.owner(name) == words


def test_a_name_owns_in_english() -> None:
    with override("en"):
        assert [labels.owner("Härnösand"), labels.owner("Borås")] == ["Härnösand’s", "Borås’"]


@pytest.mark.parametrize(
    ("unit", "number", "words"),
    [
        ("insats", 2, "insatser"),
        ("insatser", 1, "insats"),
        ("trafikkontroll", Decimal(245), "trafikkontroller"),
        ("krogtillsyn", 3, "krogtillsyner"),
        ("arbetspass", 6, "arbetspass"),
        ("timmar", 1, "timme"),
        ("", 1, "gång"),
        ("", 3, "gånger"),
        ("medborgarkontor", 2, "medborgarkontor"),
    ],
)
def test_units_agree_with_their_number(unit: str, number: Decimal | int, words: str) -> None:
    assert unit_word(unit, number) == words


def test_units_have_english_words_where_we_know_them() -> None:
    with override("en"):
        assert [unit_word("trafikkontroll", 1), unit_word("krogtillsyn", 2)] == [
            "traffic check",
            "krogtillsyner",
        ]


def test_parties_are_listed_in_a_sentence() -> None:
    parties = (Party.POLICE, Party.MUNICIPALITY, Party.RESCUE_SERVICE)
    assert labels.parties_words(parties) == "polisen, kommunen och räddningstjänsten"
    assert labels.parties_words(parties[:1]) == "polisen"


def test_every_status_and_party_has_its_word_and_meaning() -> None:
    assert set(labels.STATUSES) == {*Status, labels.WITHDRAWN} == set(labels.MEANINGS)
    assert set(labels.PARTIES) == set(Party)
    assert set(labels.PERIODS) == set(Per)


def test_a_word_for_a_status_goes_with_its_number() -> None:
    assert [
        labels.counted_word("KEPT", 1),
        labels.counted_word("KEPT", 2),
        labels.counted_word("BEHIND", 2),
    ] == [
        "Hållet",
        "Hållna",
        "Efter",
    ]


def test_a_share_is_written_as_its_language_writes_it() -> None:
    assert labels.per_cent(38) == "38\u00a0%"
    with override("en"):
        assert labels.per_cent(38) == "38%"
