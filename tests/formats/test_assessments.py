"""The files `handslag assess` asks for: what is read, and what is refused in which row, in which words."""

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handslag.domain.errors import BadInput
from handslag.domain.judging.fulfilment import assess, assess_all
from handslag.domain.keeping.activities import Activity, PeriodReport
from handslag.domain.keeping.places import Place
from handslag.domain.people.parties import Party
from handslag.domain.promises.terms import Terms
from handslag.formats.assessments import activities_from, as_csv, as_json, promises_from, reports_from
from handslag.formats.calendars import calendar_from, places_from
from handslag.formats.fields import text_of
from handslag.sentences import say
from tests.domain.judging import facts

MEASURE = {"kind": "count", "at_least": 1, "per": "day", "reading": "on_average"}
CHECKS = {
    "id": "p1",
    "text": "Trafikkontroller.",
    "valid_from": "2018-05-01",
    "valid_to": "2018-12-31",
    "measure": MEASURE,
}
VILLAGES = {
    "id": "p2",
    "text": "Arbetstid i byarna.",
    "parties": ["police"],
    "valid_from": "2018-05-01",
    "places": ["Ramvik"],
    "measure": {"kind": "count", "per": "year", "spread": "place"},
}
HEADER = "promise,date,status,place,count,event,party,note\n"
CALENDAR = (
    '{"events": [{"id": "konsert", "date": "2018-07-06"}], "places": [{"name": "Nyland", "aliases": ["N"]}]}'
)


def promises(*entries: Mapping[str, object]) -> list[Terms]:
    return promises_from(json.dumps({"promises": entries or [CHECKS, VILLAGES]}))


def activities(*rows: str, header: str = HEADER) -> list[Activity]:
    lines = [header, *(f"{row}\n" for row in rows)]
    return activities_from(lines, promises(), calendar_from(CALENDAR), places_from(CALENDAR))


def in_both_languages(code: str, params: Mapping[str, object]) -> list[str]:
    """The sentences; a gap that nothing fills is a KeyError."""
    return [say(code, params), say(code, params, "en")]


def test_an_activity_with_everything() -> None:
    row = 'p1|p2,2018-06-01,done,ramvik,"2,5",konsert,police,"Vid, eller nära, skolan"'
    day, place = date(2018, 6, 1), "ramvik"
    assert activities(row) == [
        Activity(
            promises=("p1", "p2"),
            done_on=day,
            amount=Decimal("2.5"),
            place=place,
            event="konsert",
            party=Party.POLICE,
            note="Vid, eller nära, skolan",
        )
    ]


def test_a_swedish_excel_file_has_semicolons_and_a_mark() -> None:
    text = text_of("\ufeffpromise;date;status;count\r\np1;2018-06-01;done;2,5\r\n".encode(), "a.csv")
    (activity,) = activities_from(text.splitlines(keepends=True), promises())
    assert activity.amount == Decimal("2.5")


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("p9,2018-06-01,done,,,,,", "unknown_promise"),
        (",2018-06-01,done,,,,,", "missing_field"),
        ("p1|p1,2018-06-01,done,,,,,", "twice"),
        ("p1,2018-06-31,done,,,,,", "bad_date"),
        ("p1,20180601,done,,,,,", "bad_date"),
        ("p1,2018-W22-5,done,,,,,", "bad_date"),
        ("p1,2018-04-30,done,,,,,", "activity_before_promise"),
        ("p1,2018-06-01,gjord,,,,,", "unknown_word"),
        ("p1,2018-06-01,,,,,,", "missing_field"),
        ("p1,2018-06-01,done,,-1,,,", "negative_amount"),
        ("p1,2018-06-01,done,,NaN,,,", "bad_number"),
        ("p1,2018-06-01,done,,1e9,,,", "bad_number"),
        ("p1,2018-06-01,done,,ett,,,", "bad_number"),
        ("p1,2018-06-01,done,,,opera,,", "unknown_event"),
        ("p1,2018-06-01,done,,,,polisen,", "unknown_party"),
        ("p2,2018-06-01,done,Ramvikk,,,,", "unknown_place"),
        ("p1,2018-06-01,done", "wrong_number_of_cells"),
        ('p1,2018-06-01,done,,,,,"öppet', "not_csv"),
    ],
)
def test_a_row_that_cannot_be_understood_is_refused(row: str, code: str) -> None:
    with pytest.raises(BadInput) as caught:
        activities("p1,2018-06-01,done,,,,,", row)
    assert (caught.value.code, caught.value.params["file"], caught.value.params["row"]) == (
        code,
        "activities.csv",
        3,
    )
    assert all(in_both_languages(code, caught.value.params))


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ("promise,date\n", "missing_columns"),
        ("", "missing_columns"),
        ("promise,date,status,antal\n", "unknown_field"),
        ("promise,date,status,date\n", "twice"),
        pytest.param(f"promise,date,status{',date' * 50_000}\n", "twice", id="very often"),
    ],
)
def test_a_header_that_cannot_be_understood_is_refused(header: str, code: str) -> None:
    with pytest.raises(BadInput, match=code):
        activities(header=header)


def test_a_place_is_free_where_nothing_is_judged_by_place() -> None:
    assert (
        activities("p1,2018-06-01,done,Var som helst,,,,", "p2,2018-06-01,done,N,,,,")[0].place
        == "Var som helst"
    )


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("p1,2018-05-01,2018-12-31,2018-12-30,", "closed_too_early"),
        ("p1,2018-12-31,2018-05-01,2019-01-01,", "report_backwards"),
        ("p1,2018-05-01,2018-12-31,2019-01-01,Ramvik", "report_for_place"),
        ("p2,2018-05-01,2018-12-31,2019-01-01,Ramvikk", "unknown_place"),
        ("p3,2018-05-01,2018-12-31,2019-01-01,", "unknown_promise"),
    ],
)
def test_a_report_that_could_close_nothing_is_refused(row: str, code: str) -> None:
    lines = ["promise,period_start,period_end,closed_on,place\n", row]
    with pytest.raises(BadInput) as caught:
        reports_from(lines, promises())
    assert (caught.value.code, caught.value.params["row"]) == (code, 2)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"id": None}, "missing_field"),
        ({"valid_from": 2018}, "not_text"),
        ({"valid_to": "2018-04-30"}, "validity_backwards"),
        ({"parties": "police"}, "not_texts"),
        ({"parties": ["polisen"]}, "unknown_party"),
        ({"version": 1.5}, "bad_number"),
        ({"valid": "2018-05-01"}, "unknown_field"),
        ({"measure": None}, "not_object"),
        ({"measure": {**MEASURE, "at_leat": 2}}, "unknown_field"),
        ({"measure": {**MEASURE, "at_least": 0}}, "at_least_not_positive"),
        ({"measure": {**MEASURE, "at_least": True}}, "bad_number"),
        ({"measure": {**MEASURE, "at_least": 1.5}}, "count_not_whole"),
        ({"measure": {**MEASURE, "per": "fortnight"}}, "unknown_word"),
        ({"measure": {**MEASURE, "year_named": "ja"}}, "not_true_or_false"),
        ({"measure": {"kind": "milestone", "by": "2019-01-01"}}, "by_outside_validity"),
        ({"id": "p2"}, "duplicate_promise"),
    ],
)
def test_a_promise_that_cannot_be_judged_as_written_is_refused(change: dict[str, object], code: str) -> None:
    with pytest.raises(BadInput) as caught:
        promises(VILLAGES, {**CHECKS, **change})
    where = {"file": "promises.json", "entry": "promises 2"}
    if code == "duplicate_promise":
        del where["entry"]  # it is about two entries
    assert (caught.value.code, {**caught.value.params, **where}) == (code, caught.value.params)
    assert all(in_both_languages(code, caught.value.params))


@pytest.mark.parametrize(
    "text", ["", "[]", "{", '{"promises": 1}', '{"promises": [1]}', '{"a": 1, "a": 1}', "[" * 9999, "NaN"]
)
def test_what_is_no_file_of_promises_is_refused_in_words(text: str) -> None:
    with pytest.raises(BadInput) as caught:
        promises_from(text)
    assert caught.value.params["file"] == "promises.json"
    assert all(in_both_languages(caught.value.code, caught.value.params))


def test_a_file_in_another_encoding_is_refused_with_its_row() -> None:
    with pytest.raises(BadInput) as caught:
        text_of("promise\nÄlandsbro".encode("latin-1"), "a.csv")
    assert (caught.value.code, caught.value.params) == ("not_utf8", {"file": "a.csv", "row": 2})


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('{"events": [{"id": "a", "date": "2019-01-01"}, {"id": "a", "date": "2019-01-02"}]}', "twice"),
        ('{"events": [{"id": "a", "start": "2019-01-02", "end": "2019-01-01"}]}', "event_backwards"),
        ('{"seasons": [{"name": "a", "start": "2019-01-02", "end": "2019-01-01"}]}', "period_backwards"),
        ('{"terms": []}', "unknown_field"),
    ],
)
def test_a_calendar_that_contradicts_itself_is_refused(text: str, code: str) -> None:
    with pytest.raises(BadInput, match=code):
        calendar_from(text)


def test_the_place_register_stands_in_the_calendar_file() -> None:
    assert places_from(CALENDAR) == (Place("Nyland", ("N",)),)


def test_the_answer_as_json() -> None:
    on = date(2018, 7, 31)
    found = json.loads(
        as_json(assess_all(promises(CHECKS), activities("p1,2018-06-01,done,,71,,,"), on=on), on)
    )
    (cell,) = found["assessments"][0].pop("cells")
    assert found == {
        "on": "2018-07-31",
        "assessments": [
            {
                "promise": "p1",
                "status": "BEHIND",
                "tally": {"BEHIND": 1},
                "reasons": [],
                "headline": {"year": 2018, "status": "BEHIND", "tally": {"BEHIND": 1}},
            }
        ],
    }
    assert (cell["start"], cell["done"], cell["target"], cell["status"]) == ("2018-05-01", 71, 245, "BEHIND")
    assert cell["reasons"][0]["needed_per_period"] == 1.14


def test_the_answer_as_csv() -> None:
    found = assess_all(promises(CHECKS), activities("p1,2018-06-01,done,,71,,,"), on=date(2018, 7, 31))
    assert as_csv(found) == (
        "promise,start,end,place,event,done,target,status,reasons,headline_year,headline\n"
        "p1,2018-05-01,2018-12-31,,,71,245,BEHIND,behind_due,2018,BEHIND\n"
    )


@settings(max_examples=200)
@given(
    facts.promises(),
    st.lists(facts.activities(), max_size=8),
    st.lists(facts.reports(), max_size=3),
    facts.days(),
)
def test_every_reason_has_its_sentences(
    terms: Terms, done: list[Activity], said: list[PeriodReport], on: date
) -> None:
    found = assess(terms, done, said, on=on, calendar=facts.CALENDAR)
    for reason in [*found.reasons, *(reason for cell in found.cells for reason in cell.reasons)]:
        assert all(in_both_languages(reason.code, reason.params))
