"""What an assessment tells beyond its cells: the headline, the years, the places, the tally; and speed."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal, localcontext
from pathlib import Path

import pytest

import handslag
from handslag.domain.errors import BadInput
from handslag.domain.judging.cells import Status
from handslag.domain.judging.fulfilment import Assessment, assess, assess_all, municipality_tally
from handslag.domain.keeping.activities import Activity, PeriodReport
from handslag.domain.people.parties import Party
from handslag.domain.promises.terms import Kind, Measure, Per, Reading, Spread, Terms
from handslag.sentences import SENTENCES, say
from tests.domain.judging import facts

TWICE_A_YEAR = Measure(Kind.COUNT, Decimal(2), per=Per.YEAR)
SOURCE = Path(handslag.__file__).parent
RULES = {
    "formats": ("fields", "assessments", "calendars"),
    "domain/people": ("parties",),
    "domain/promises": ("terms",),
    "domain/keeping": ("activities", "closing", "places"),
    "domain/judging": (
        "calendar",
        "cells",
        "counting",
        "fulfilment",
        "goals",
        "periods",
        "rollup",
        "versions",
    ),
}
FILES = [SOURCE / folder / f"{name}.py" for folder, names in RULES.items() for name in names]


def promise(
    id_: str = "p", measure: Measure = TWICE_A_YEAR, until: date | None = None, version: int = 1
) -> Terms:
    party, start = (Party.POLICE,), date(2018 + version - 1, 1, 1)
    return Terms(id_, "Vi lovar.", party, start, measure, until, places=("Nyland", "Ramvik"), version=version)


def done(*days: str, place: str | None = None) -> list[Activity]:
    return [Activity(("p",), date.fromisoformat(day), place=place) for day in days]


def words(found: Assessment) -> dict[int, str]:
    return {year: outcome.status.value for year, outcome in found.years.items()}


def test_the_headline_is_this_year_and_the_years_before_stand_beside_it() -> None:
    found = assess(promise(), done("2018-02-01", "2018-03-01", "2019-02-01"), on=date(2020, 1, 5))
    assert words(found) == {2018: "KEPT", 2019: "NOT_REPORTED", 2020: "ON_TRACK"}
    assert (found.headline[0], found.headline[1].status) == (2020, Status.ON_TRACK)


def test_a_cell_of_several_years_belongs_to_the_year_asked_about() -> None:
    total = Measure(Kind.COUNT, Decimal(5), per=Per.YEAR, reading=Reading.IN_TOTAL)
    for year, belongs_to in ((2017, 2018), (2019, 2019), (2025, 2020)):
        found = assess(promise(measure=total, until=date(2020, 12, 31)), [], on=date(year, 6, 1))
        assert list(found.years) == [belongs_to]


def test_the_tally_of_each_place() -> None:
    spread = Measure(Kind.COUNT, per=Per.HALF_YEAR, spread=Spread.PLACE)
    kept = done("2018-02-01", place="Ramvik") + done("2018-08-01", place="Ramvik")
    found = assess(promise(measure=spread, until=date(2018, 12, 31)), kept, on=date(2019, 1, 1))
    tallies = {place: (outcome.kept, outcome.judged) for place, outcome in found.places.items()}
    assert tallies == {"Nyland": (0, 2), "Ramvik": (2, 2)}


def test_a_municipality_is_a_tally_of_headlines() -> None:
    kept, empty = promise("p"), promise("q")
    aim = promise("r", Measure(Kind.STANDING))
    found = assess_all([kept, empty, aim], done("2019-01-05", "2019-01-06"), on=date(2019, 12, 31))
    assert municipality_tally(found) == {Status.KEPT: 1, Status.BEHIND: 1, Status.CANNOT_BE_JUDGED: 1}


def test_assessments_stand_in_the_order_of_the_promises() -> None:
    found = assess_all([promise("q"), promise("p")], [], on=date(2019, 1, 1))
    assert [assessment.promise for assessment in found] == ["q", "p"]


def test_a_report_names_its_causes_once() -> None:
    halves = [(1, 6, 30, "Två sjuka"), (7, 12, 31, "Två sjuka")]
    said = [
        PeriodReport(
            "p", date(2018, start, 1), date(2018, end, day), date(2019, 1, 2), cause=cause, decision="Mer tid"
        )
        for start, end, day, cause in halves
    ]
    (reason, *_) = assess(promise(), [], said, on=date(2019, 1, 3)).cells[0].reasons
    assert (reason.params["cause"], reason.params["decision"]) == ("Två sjuka", "Mer tid")


def test_a_report_closes_no_day_after_it_was_made() -> None:
    early = PeriodReport("p", date(2018, 1, 1), date(2018, 12, 31), closed_on=date(2018, 12, 30))
    on_the_day = PeriodReport("p", date(2018, 1, 1), date(2018, 12, 31), closed_on=date(2018, 12, 31))
    statuses = [
        assess(promise(), [], [said], on=date(2019, 1, 1)).cells[0].status for said in (early, on_the_day)
    ]
    assert statuses == [Status.NOT_REPORTED, Status.NOT_KEPT]


def test_the_caller_s_decimal_precision_decides_nothing() -> None:
    hours = Measure(Kind.QUANTITY, Decimal("1234.5"), "timmar", Per.YEAR)
    spent = [Activity(("p",), date(2018, 1, day), Decimal("41.25")) for day in range(1, 30)]
    exact = assess(promise(measure=hours), spent, on=date(2018, 12, 30))
    with localcontext(prec=2):
        assert assess(promise(measure=hours), spent, on=date(2018, 12, 30)) == exact
    due = 1231  # floor(1234.5 × 364 / 365)
    assert (exact.cells[0].done, exact.cells[0].reasons[0].params["due"]) == (Decimal("1196.25"), due)


def test_versions_must_be_told_apart() -> None:
    for earlier, code in (
        ([promise()], "duplicate_promise"),
        ([promise(version=2)], "duplicate_promise"),
        ([promise("q", version=3)], "version_of_another"),
    ):
        with pytest.raises(BadInput, match=code):
            assess(promise(version=earlier[0].version), [], on=date(2019, 1, 1), earlier=earlier)


def test_ten_years_of_days_at_two_places_are_judged_in_order() -> None:
    daily = Measure(Kind.COUNT, per=Per.DAY, spread=Spread.PLACE)
    found = assess(
        promise(measure=daily, until=date(2027, 12, 31)),
        done("2027-12-31", place="Nyland"),
        on=date(2028, 1, 1),
    )
    assert len(found.cells) == 2 * 3652
    assert found.tally == {Status.KEPT: 1, Status.NOT_REPORTED: 7303}
    assert [cell.place for cell in found.cells[:4]] == ["Nyland", "Ramvik"] * 2


def test_every_code_has_its_sentences() -> None:
    text = "".join(file.read_text("utf-8") for file in FILES)
    codes = set(re.findall(r'(?:BadInput|Reason|refuse)\(\s*"(\w+)"', text))
    codes |= set(re.findall(r'(?:return|else) "(\w+)"', text)) - {"sv"}
    assert len(codes) > 40
    assert codes - SENTENCES.keys() == set()


@pytest.mark.parametrize(
    ("number", "swedish", "english"),
    [
        (1, "1 inställd insats räknas inte.", "1 cancelled activity is not counted."),
        (2, "2 inställda insatser räknas inte.", "2 cancelled activities are not counted."),
    ],
)
def test_a_word_goes_with_its_number(number: int, swedish: str, english: str) -> None:
    params = {"activities": number}
    assert (say("cancelled", params), say("cancelled", params, "en")) == (swedish, english)


def test_an_average_is_judged_also_when_no_term_falls_on_its_only_day() -> None:
    measure = Measure(Kind.COUNT, Decimal(1), per=Per.TERM, reading=Reading.ON_AVERAGE, year_named=True)
    first = Terms("p", "Vi lovar.", (Party.POLICE,), date(2019, 12, 20), measure, schools=("norra",))
    gone = replace(first, version=2, valid_from=date(2019, 12, 21), withdrawn=True)
    found = assess(gone, [], on=date(2019, 12, 20), calendar=facts.CALENDAR, earlier=[first])
    assert [cell.status for cell in found.cells] == [Status.BEHIND]
