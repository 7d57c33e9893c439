"""Calendar files as rows: days in Stockholm, repeated entries one by one, clear refusals."""

from datetime import date

import pytest

from handslag.documents import ics_text
from handslag.documents.calendars import is_calendar, sheet_of
from handslag.documents.texts import LIMIT
from handslag.domain.errors import BadInput
from handslag.domain.importing.findings import Rows
from handslag.sentences import say
from tests.documents.sheet_files import ics

TRAFFIC = "SUMMARY:Trafikkontroll"
YEAR = {"first": date(2019, 1, 1), "last": date(2019, 12, 31)}
NOON = "DTSTART;TZID=Europe/Stockholm:20190614T120000"


def rows_of(data: bytes, name: str, *, first: date, last: date) -> Rows:
    return sheet_of(data, name, first=first, last=last).rows


def _days(*lines: str) -> list[str]:
    return [row[0] for row in rows_of(ics([TRAFFIC, *lines]), "a.ics", **YEAR)[1:]]


def _refusal(data: bytes) -> tuple[str, dict[str, object]]:
    with pytest.raises(BadInput) as refused:
        rows_of(data, "a.ics", **YEAR)
    assert "a.ics" in say(refused.value.code, refused.value.params, "sv")
    assert "a.ics" in say(refused.value.code, refused.value.params, "en")
    return refused.value.code, {k: v for k, v in refused.value.params.items() if k != "file"}


def test_an_entry_becomes_a_row_without_descriptions_or_guests() -> None:
    entry = [TRAFFIC, NOON, "LOCATION:Hamnen\\, Ramvik", "CATEGORIES:Trafik,Helg", "STATUS:CANCELLED"]
    data = ics([*entry, "DESCRIPTION:Ring Kajsa", "ATTENDEE:mailto:kajsa@example.org"])
    assert rows_of(data, "a.ics", **YEAR) == (
        ics_text.HEADINGS,
        (
            "2019-06-14",
            "Trafikkontroll; Hamnen, Ramvik; Trafik; Helg",
            "Hamnen, Ramvik",
            "inställd",
            "Trafikkontroll",
        ),
    )


@pytest.mark.parametrize(
    ("start", "day"),
    [
        ("DTSTART:20190614T223000Z", "2019-06-15"),
        ("DTSTART;TZID=America/New_York:20190614T190000", "2019-06-15"),
        ("DTSTART;TZID=W. Europe Standard Time:20190614T233000", "2019-06-14"),
        ("DTSTART;TZID=Kommunens egen tid:20190614T233000", "2019-06-14"),
        ("DTSTART:20190614T233000", "2019-06-14"),
        ("DTSTART;VALUE=DATE:20190614", "2019-06-14"),
    ],
)
def test_the_day_is_the_day_in_stockholm(start: str, day: str) -> None:
    assert _days(start) == [day]


def test_a_repeated_entry_stands_once_for_each_day_it_falls_on() -> None:
    skipped = "EXDATE;TZID=Europe/Stockholm:20190621T120000"
    assert _days(NOON, "RRULE:FREQ=WEEKLY;COUNT=4", skipped) == ["2019-06-14", "2019-06-28", "2019-07-05"]


def test_repetition_without_end_stops_with_the_span_of_days() -> None:
    assert len(_days(NOON, "RRULE:FREQ=WEEKLY")) == 29


def test_what_lies_outside_the_span_is_left_out() -> None:
    data = ics(
        [TRAFFIC, NOON], [TRAFFIC, "DTSTART;VALUE=DATE:20181231"], [TRAFFIC, "DTSTART:20191231T233000Z"]
    )
    assert [row[0] for row in rows_of(data, "a.ics", **YEAR)[1:]] == ["2019-06-14"]


def test_several_calendars_in_one_file_are_all_read() -> None:
    assert len(rows_of(ics([TRAFFIC, NOON]) + ics(["UID:b", TRAFFIC, NOON]), "a.ics", **YEAR)) == 3


@pytest.mark.parametrize(
    ("data", "code", "params"),
    [
        (b"hej", "ics_not_calendar", {}),
        (b" ", "file_empty", {}),
        (ics([TRAFFIC, NOON])[:-30], "ics_cut_off", {}),
        (ics([TRAFFIC]), "ics_broken_entry", {"title": "Trafikkontroll", "field": "DTSTART"}),
        (
            ics([TRAFFIC, "DTSTART:snart"]),
            "ics_broken_entry",
            {"title": "Trafikkontroll", "field": "DTSTART"},
        ),
        (
            ics([TRAFFIC, NOON, "RRULE:FREQ=IBLAND"]),
            "ics_broken_entry",
            {"title": "Trafikkontroll", "field": "RRULE"},
        ),
        (ics(), "ics_empty", YEAR),
        (
            ics([TRAFFIC, NOON, "RRULE:FREQ=SECONDLY"]),
            "ics_broken_entry",
            {"title": "Trafikkontroll", "field": "RRULE"},
        ),
        (ics(*[[TRAFFIC, "DTSTART:20190105", "RRULE:FREQ=DAILY"]] * 14), "ics_too_many", {"most": 5000}),
        (b"BEGIN:VCALENDAR\n" + b"X" * LIMIT, "file_too_large", {"megabytes": 10}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_broken_calendar_says_what_to_do(data: bytes, code: str, params: dict[str, object]) -> None:
    assert _refusal(data) == (code, params)


def test_a_calendar_is_told_by_its_content_or_name() -> None:
    assert [is_calendar(ics(), "a.txt"), is_calendar(b"", "a.ICS"), is_calendar(b"a;b", "a.csv")] == [
        True,
        True,
        False,
    ]


@pytest.mark.parametrize("cut", [b"DTSTART;TZID=Europe/Stockholm:2019061", b"END:VEVE", b""])
def test_a_calendar_that_ends_in_the_middle_is_read_as_far_as_it_is_whole(cut: bytes) -> None:
    whole = ics([TRAFFIC, NOON], ["SUMMARY:Fotboll", "DTSTART;VALUE=DATE:20190701"])
    start = whole.rpartition(b"END:VCALENDAR")[0]
    sheet = sheet_of(start + (b"BEGIN:VEVENT\r\nSUMMARY:Halv\r\n" if cut else b"") + cut, "a.ics", **YEAR)
    assert [row[0] for row in sheet.rows[1:]] == ["2019-06-14", "2019-07-01"]
    assert [(remark.code, remark.params) for remark in sheet.findings.remarks] == [
        ("ics_ends_early", {"title": "Fotboll"})
    ]


@pytest.mark.parametrize(
    "title",
    [
        "SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:L=C3=B6rdags=\r\nvandring i Viksj=C3=B6",
        "SUMMARY;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:L=F6rdags=\r\nvandring i Viksj=F6",
        "SUMMARY;QUOTED-PRINTABLE:L=C3=B6rdagsvandring i=0D=0A=\r\n Viksj=C3=B6",
        "SUMMARY:Lördagsvandring i Viksjö",
    ],
)
def test_titles_of_the_old_calendar_format_are_read(title: str) -> None:
    assert rows_of(ics([title, NOON]), "a.vcs", **YEAR)[1][4] == "Lördagsvandring i Viksjö"
