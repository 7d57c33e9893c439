"""Rows become activities, or say what is wrong with them."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from handslag.domain.errors import BadInput
from handslag.domain.importing.choices import Choices, Known
from handslag.domain.importing.columns import Column
from handslag.domain.importing.findings import Findings
from handslag.domain.importing.outcomes import ImportedRow, Outcome, Weight
from handslag.domain.importing.promises import KnownPromise
from handslag.domain.importing.rows import read_rows
from handslag.domain.keeping.activities import ActivityStatus
from handslag.domain.keeping.places import Place
from handslag.domain.people.parties import Party
from handslag.domain.promises.terms import Kind, Measure, Spread, Terms

HEADINGS = ("Datum", "Löfte", "Plats", "Status", "Antal", "Timmar", "Anteckning")
STANDS = (Column.DAY, Column.PROMISE, Column.PLACE, Column.STATUS, Column.COUNT, Column.HOURS, Column.NOTE)
COLUMNS = {column: index for index, column in enumerate(STANDS)}
CHOICES = Choices(COLUMNS, Party.POLICE)


def _known(number: int, text: str, spread: Spread | None = None, ended: date | None = None) -> KnownPromise:
    terms = Terms("p", text, (), date(2019, 4, 5), Measure(Kind.COUNT, spread=spread), ended)
    return KnownPromise(number, (terms,))


TRAFFIC = _known(1, "Två trafikkontroller i månaden")
CAMP = _known(2, "Sommarläger").versions[0]
KNOWN = Known(
    promises=(
        TRAFFIC,
        KnownPromise(2, (CAMP, replace(CAMP, version=2, valid_from=date(2019, 6, 14), withdrawn=True))),
        _known(3, "Besök på skolor", Spread.SCHOOL, date(2019, 7, 1)),
        _known(4, "Arbetstid i byar", Spread.PLACE),
    ),
    places=(Place("Ramvik", ("Hälledal",)), Place("Viksjö")),
    schools=("Brännaskolan",),
    today=date(2019, 9, 2),
)


def _read(*rows: tuple[str, ...], choices: Choices = CHOICES, known: Known = KNOWN) -> Outcome:
    return read_rows((HEADINGS, *rows), choices, known)


def _codes(outcome: Outcome) -> list[tuple[int, Column | None, str]]:
    return [(problem.row, problem.column, problem.code) for problem in outcome.problems]


def test_a_full_row_becomes_an_activity() -> None:
    outcome = _read(
        ("14/6 2019", "Trafikkontroll", "hälledal", "genomförd", "2", "1,5", "Två bilar stoppades.")
    )
    assert outcome == Outcome(
        (
            ImportedRow(
                row=2,
                promises=(1,),
                done_on=date(2019, 6, 14),
                party=Party.POLICE,
                status=ActivityStatus.DONE,
                count=2,
                hours=Decimal("1.5"),
                place="Ramvik",
                note="Två bilar stoppades.",
                said="Trafikkontroll",
            ),
        ),
        (),
    )


def test_what_a_row_does_not_say_is_what_the_person_chose() -> None:
    choices = Choices({Column.DAY: 0}, Party.MUNICIPALITY, promise=1, status=ActivityStatus.PLANNED)
    row = _read(("2019-10-01",), choices=choices).rows[0]
    assert (row.promises, row.party, row.status, row.count) == ((1,), "municipality", "planned", 1)


@pytest.mark.parametrize(
    ("row", "column", "code"),
    [
        (("", "1"), Column.DAY, "import_no_day"),
        (("i maj", "1"), Column.DAY, "import_bad_day"),
        (("2019-04-04", "1"), Column.DAY, "activity_before_promise"),
        (("2019-07-02", "3"), Column.DAY, "activity_after_promise"),
        (("2019-09-03", "1"), Column.DAY, "activity_in_future"),
        (("2019-06-14", ""), Column.PROMISE, "import_no_promise"),
        (("2019-06-14", "9"), Column.PROMISE, "import_unknown_promise"),
        (("2019-06-14", "2"), Column.DAY, "promise_withdrawn"),
        (("2019-06-14", "1", "Mora"), Column.PLACE, "import_unknown_place"),
        (("2019-06-14", "3"), Column.SCHOOL, "activity_without_school"),
        (("2019-06-14", "4"), Column.PLACE, "activity_without_place"),
        (("2019-06-14", "1", "", "kanske"), Column.STATUS, "import_unknown_status"),
        (("2019-06-14", "1", "", "", "-2"), Column.COUNT, "import_bad_count"),
        (("2019-06-14", "1", "", "", "", "0"), Column.HOURS, "import_bad_hours"),
        (("2019-06-14", "1", "", "", "", "", "Ring 070-174 06 05"), Column.NOTE, "import_personal_data"),
        (("2019-06-14", "1", "", "", "", "", "x" * 1001), Column.NOTE, "import_note_too_long"),
    ],
)
def test_a_row_that_cannot_be_read_says_where_and_why(
    row: tuple[str, ...], column: Column, code: str
) -> None:
    outcome = _read(row)
    assert (_codes(outcome), outcome.rows) == ([(2, column, code)], ())


def test_all_that_is_wrong_with_a_row_is_said_at_once() -> None:
    outcome = _read(("i maj", "9", "Mora"))
    assert [code for _, _, code in _codes(outcome)] == [
        "import_bad_day",
        "import_unknown_promise",
        "import_unknown_place",
    ]
    assert outcome.wrong_rows == 1


def test_a_day_to_come_may_be_planned() -> None:
    assert _read(("2019-09-03", "1", "", "planerad")).rows[0].status == ActivityStatus.PLANNED


def test_a_school_may_stand_in_the_column_of_places() -> None:
    assert _read(("2019-06-14", "3", "brännaskolan")).rows[0].school == "Brännaskolan"


def test_empty_rows_are_passed_over_and_the_numbers_hold() -> None:
    assert [row.row for row in _read((), ("2019-06-14", "1"), (), ("2019-06-15", "1")).rows] == [3, 5]


def test_a_sheet_of_headings_only_is_refused() -> None:
    with pytest.raises(BadInput, match="import_no_rows"):
        _read((), ())


def test_the_same_row_again_is_left_out_with_a_warning_or_kept_when_asked() -> None:
    rows = (("2019-06-14", "1"), ("14 juni 2019", "1"))
    outcome = _read(*rows)
    assert (_codes(outcome), outcome.problems[0].params) == ([(3, None, "import_doubled")], {"first": 2})
    assert [row.row for row in outcome.rows] == [2]
    assert [row.row for row in _read(*rows, choices=replace(CHOICES, keep_doubled=True)).rows] == [2, 3]


def _logged(*promises: int) -> Known:
    """An activity of the police in Ramvik on 14 June that served the promises."""
    seen = (date(2019, 6, 14), ActivityStatus.DONE, Party.POLICE, "Ramvik", "")
    return replace(KNOWN, logged={seen: [frozenset({8, 9}), frozenset(promises)]})


def test_what_is_logged_already_is_left_out_with_a_warning() -> None:
    outcome = _read(("2019-06-14", "1", "Ramvik"), ("2019-06-14", "1"), known=_logged(1))
    assert _codes(outcome) == [(2, None, "import_already_logged")]
    assert [row.row for row in outcome.rows] == [3]


def test_in_a_calendar_what_fits_no_promise_is_for_the_one_that_was_chosen() -> None:
    choices = replace(CHOICES, is_calendar=True, promise=1)
    outcome = _read(("2019-06-15", "Kvällspass"), ("2019-06-16", ""), choices=choices)
    assert [row.promises for row in outcome.rows] == [(1,), (1,)]
    assert outcome.problems == ()


def test_in_a_sheet_a_promise_that_is_misspelled_is_never_taken_for_the_chosen_one() -> None:
    outcome = _read(("2019-06-15", "Kvällspass"), choices=replace(CHOICES, promise=1))
    assert _codes(outcome) == [(2, Column.PROMISE, "import_unknown_promise")]


def test_one_promise_shared_is_enough_for_a_row_to_be_logged_already() -> None:
    outcome = _read(("2019-06-14", "1", "Ramvik"), ("2019-06-14", "4", "Ramvik"), known=_logged(1, 2))
    assert _codes(outcome) == [(2, None, "import_already_logged")]


def test_a_row_that_names_more_promises_than_what_is_logged_says_which_are_new() -> None:
    outcome = _read(("2019-06-14", "1, 4", "Ramvik"), known=_logged(1))
    assert _codes(outcome) == [(2, None, "import_logged_for_some")]
    assert outcome.problems[0].params == {"promises": "4"}
    assert not outcome.rows


def test_the_same_day_by_another_party_is_something_else() -> None:
    choices = replace(CHOICES, party=Party.MUNICIPALITY)
    assert _codes(_read(("2019-06-14", "1", "Ramvik"), choices=choices, known=_logged(1))) == []


def test_in_a_calendar_what_fits_no_promise_is_left_out_and_what_is_to_come_is_planned() -> None:
    choices = replace(CHOICES, is_calendar=True)
    outcome = _read(
        ("2019-06-14", "Trafikkontroll; Norra vägen, Ramvik", "Norra vägen, Ramvik"),
        ("2019-06-15", "Semester", "Mora"),
        ("2019-10-01", "Trafikkontroll", "Mora"),
        choices=choices,
    )
    assert [(row.place, row.status) for row in outcome.rows] == [("Ramvik", "done"), ("", "planned")]
    assert [(problem.row, problem.weight) for problem in outcome.problems] == [(3, Weight.LEFT_OUT)]


@pytest.mark.parametrize(
    ("row", "column", "code"),
    [
        (("2019-06-14", "1", "", "", "", "=2*3"), Column.HOURS, "import_formula"),
        (("#SAKNAS!", "1"), Column.DAY, "import_error_value"),
        (("2019-06-14", "1", "", "", "", "", "#REF!"), Column.NOTE, "import_error_value"),
        (("2199-01-01", "1", "", "planerad"), Column.DAY, "import_day_far"),
        (
            ("2019-06-14", "1", "", "", "", "", "Ett pass blev inställt tidigt"),
            Column.STATUS,
            "import_perhaps_called_off",
        ),
    ],
)
def test_a_value_that_says_nothing_certain_stops_its_row_only(
    row: tuple[str, ...], column: Column, code: str
) -> None:
    outcome = _read(row, ("2019-06-15", "1", "–", "", "", "-", "=> se bilaga"))
    assert _codes(outcome) == [(2, column, code)]
    assert [(one.row, one.place, one.hours, one.note) for one in outcome.rows] == [
        (3, "", None, "=> se bilaga")
    ]


def test_a_row_with_more_cells_than_headings_is_refused_whole() -> None:
    choices = replace(CHOICES, findings=Findings(long_rows=frozenset({2})))
    outcome = _read(("2019-06-14", "1", "", "", "", "1", "5", "x"), choices=choices)
    assert (_codes(outcome), outcome.remarks) == ([(2, None, "import_row_too_long")], ())


def test_hours_in_a_merged_cell_are_not_counted_for_each_of_its_rows() -> None:
    choices = replace(CHOICES, findings=Findings(merged=frozenset({(3, 0), (3, 5)})))
    rows = [(f"2019-06-1{day}", "1", "", "", "", "3") for day in (4, 5)]
    outcome = _read(*rows, choices=choices)
    assert (_codes(outcome), [row.row for row in outcome.rows]) == (
        [(3, Column.HOURS, "import_merged_number")],
        [2],
    )


def test_how_values_were_read_is_said_once_with_all_its_rows() -> None:
    outcome = _read(("43630", "1", "", "nej", "", "18:00"), ("43631", "1", "", "nej", "", "1.234"))
    assert [(remark.code, remark.params["value"], remark.rows) for remark in outcome.remarks] == [
        ("import_day_serial", "43630", (2, 3)),
        ("import_hours_clock", "18:00", (2,)),
        ("import_no_is_cancelled", "nej", (2, 3)),
        ("import_hours_decimals", "1.234", (3,)),
    ]
