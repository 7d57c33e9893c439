"""Entries of calendars as Outlook, Google, Apple and people make them."""

from datetime import date

import pytest

from handslag.documents.calendars import sheet_of
from handslag.domain.importing.findings import Remark, Sheet
from tests.documents.sheet_files import ics

PASS = "SUMMARY:Pass"
DAY = "DTSTART;VALUE=DATE:20190614"
WEEKLY = "RRULE:FREQ=WEEKLY;COUNT=3"
TIMED = "DTSTART;TZID=Europe/Stockholm:20190614T100000"
FRIDAYS = ["2019-06-14", "2019-06-21", "2019-06-28"]


def _read(data: bytes) -> Sheet:
    return sheet_of(data, "a.ics", first=date(2019, 1, 1), last=date(2019, 12, 31))


def _days(*lines: str) -> list[str]:
    return [row[0] for row in _read(ics([PASS, *lines])).rows[1:]]


def _with_head(data: bytes, head: str) -> bytes:
    return data.replace(b"VERSION:2.0\r\n", b"VERSION:2.0\r\n" + head.encode())


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("(UTC+01:00) Amsterdam\\, Berlin\\, Bern\\, Rom\\, Stockholm\\, Wien", "2019-06-14"),
        ('"(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna"', "2019-06-14"),
        ('"W. Europe Standard Time"', "2019-06-14"),
        ("Västeuropa, normaltid", "2019-06-14"),
        ("europe/stockholm", "2019-06-14"),
        ("/mozilla.org/20050126_1/America/New_York", "2019-06-15"),
        ("(UTC-05:00) Eastern Time (US & Canada);X-A=1", "2019-06-15"),
        ("tzone://Microsoft/Utc", "2019-06-15"),
    ],
)
def test_a_zone_is_known_by_whatever_name_programs_give_it(zone: str, day: str) -> None:
    assert _days(f"DTSTART;TZID={zone}:20190614T233000") == [day]


def test_a_zone_that_the_file_defines_itself_is_followed() -> None:
    own = (
        "BEGIN:VTIMEZONE\r\nTZID:Egen\r\nBEGIN:STANDARD\r\nDTSTART:16010101T000000\r\n"
        "TZOFFSETFROM:-0500\r\nTZOFFSETTO:-0500\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
    )
    found = _read(_with_head(ics([PASS, "DTSTART;TZID=Egen:20190614T233000"]), own))
    assert (found.rows[1][0], found.findings.remarks) == ("2019-06-15", ())


def test_calendars_in_one_file_may_call_different_zones_the_same() -> None:
    own = (
        "BEGIN:VTIMEZONE\r\nTZID:Egen\r\nBEGIN:STANDARD\r\nDTSTART:16010101T000000\r\n"
        "TZOFFSETFROM:{0}\r\nTZOFFSETTO:{0}\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
    )
    late = ics([PASS, "DTSTART;TZID=Egen:20190614T233000"])
    here, far = (_with_head(late, own.format(ahead)) for ahead in ("+0200", "-0500"))
    assert [row[0] for row in _read(here + far).rows[1:]] == ["2019-06-14", "2019-06-15"]


def test_a_zone_nobody_knows_is_said() -> None:
    found = _read(ics([PASS, "DTSTART;TZID=Kommunens tid:20190614T233000"]))
    assert found.findings.remarks == (Remark("ics_zone_unknown", {"zone": "Kommunens tid"}),)


@pytest.mark.parametrize(
    "lines",
    [
        (TIMED, "RRULE:FREQ=WEEKLY;UNTIL=20190628"),
        (TIMED, "RRULE:FREQ=WEEKLY;UNTIL=20190628T100000"),
        (DAY, "RRULE:FREQ=WEEKLY;UNTIL=20190628T080000Z"),
        ("DTSTART:20190614T100000", "RRULE:FREQ=WEEKLY;UNTIL=20190628T080000Z"),
        (TIMED, "RRULE:freq=weekly;count=3;"),
        (TIMED, "RRULE:FREQ=WEEKLY;COUNT=9;UNTIL=20190701T000000Z"),
        (DAY, "RDATE;VALUE=DATE:20190621,20190628"),
        (TIMED, "RDATE;VALUE=PERIOD:20190621T080000Z/PT1H", "RDATE:20190628T080000Z"),
        (TIMED, "RDATE:20190621T080000Z;20190628T080000Z"),
        (TIMED, WEEKLY, "DURATION:-PT1H"),
    ],
)
def test_the_last_day_of_a_series_counts_however_it_is_written(lines: tuple[str, ...]) -> None:
    assert _days(*lines) == FRIDAYS


@pytest.mark.parametrize(
    "skipped", ["EXDATE;VALUE=DATE:20190621", "EXDATE:20190621T080000Z", "EXDATE:20190621T100000,20190101"]
)
def test_a_day_taken_out_of_a_series_is_out_however_it_is_written(skipped: str) -> None:
    assert _days(TIMED, WEEKLY, skipped) == [FRIDAYS[0], FRIDAYS[2]]


@pytest.mark.parametrize("at", [":20190621T080000Z", ";VALUE=DATE:20190621"])
def test_one_day_of_a_series_may_be_moved_or_called_off(at: str) -> None:
    moved = ["UID:a", "SUMMARY:Flyttat", f"RECURRENCE-ID{at}", "DTSTART:20190620T080000Z", "STATUS:CANCELLED"]
    rows = _read(ics(["UID:a", PASS, TIMED, WEEKLY], moved)).rows[1:]
    assert [(row[0], row[3]) for row in rows] == [
        (FRIDAYS[0], ""),
        ("2019-06-20", "inställd"),
        (FRIDAYS[2], ""),
    ]


def test_a_message_that_calls_off_holds_for_what_was_asked_before_it() -> None:
    asked = _with_head(ics(["UID:a", PASS, TIMED, WEEKLY]), "METHOD:REQUEST\r\n")
    off = _with_head(ics(["UID:a", PASS, TIMED, "SEQUENCE:1"]), "METHOD:CANCEL\r\n")
    assert [(row[0], row[3]) for row in _read(asked + off).rows[1:]] == [(day, "inställd") for day in FRIDAYS]


def test_two_entries_that_share_their_mark_are_two() -> None:
    rows = _read(ics(["UID:a", PASS, TIMED], ["UID:a", PASS, "DTSTART;VALUE=DATE:20190701"])).rows
    assert [row[0] for row in rows[1:]] == ["2019-06-14", "2019-07-01"]


def test_an_entry_that_stands_twice_counts_once() -> None:
    entry = ics(["UID:a", PASS, TIMED])
    assert [row[0] for row in _read(entry + entry).rows[1:]] == ["2019-06-14"]


@pytest.mark.parametrize(
    ("lines", "code", "field"),
    [
        ([TIMED, "DTEND:None"], "ics_entry_bad", "DTEND"),
        ([TIMED, "DURATION:2 timmar"], "ics_entry_bad", "DURATION"),
        ([TIMED, "RRULE:FREQ=WEEKLY;INTERVAL=0"], "ics_entry_bad", "RRULE"),
        ([TIMED, "RRULE:FREQ=WEEKLY;BYDAY=MÅ"], "ics_entry_bad", "RRULE"),
        ([TIMED, WEEKLY, "EXRULE:FREQ=MONTHLY"], "ics_entry_bad", "EXRULE"),
        (["DTSTART:00010101T100000Z"], "ics_entry_bad", "DTSTART"),
        (["DTSTART:99991231T235959Z"], "ics_entry_bad", "DTSTART"),
        ([], "ics_entry_missing", None),
        ([TIMED, "RRULE:FREQ=HOURLY"], "ics_entry_often", None),
        ([TIMED, "LOCATION:Torget", "utan vikning"], "ics_entry_broken", None),
        ([TIMED, "BEGIN:VEVENT", "UID:9", "DTSTART:snart"], "ics_entry_broken", None),
    ],
)
def test_one_bad_entry_is_left_out_and_named_and_the_rest_is_read(
    lines: list[str], code: str, field: str | None
) -> None:
    found = _read(ics(["SUMMARY:Lunch", *lines], [PASS, DAY]))
    assert [row[4] for row in found.rows[1:]] == ["Pass"]
    bad = found.findings.remarks[0]
    assert (bad.code, bad.params["title"], bad.params["line"], bad.params.get("field")) == (
        *(code, "Lunch", 4),
        field,
    )


@pytest.mark.parametrize(
    "lines",
    [
        ["DESCRIPTION:Hej", "alla, i fikarummet"],
        ["BEGIN:VALARM", "TRIGGER:snart", "END:VALARM"],
        ["END:VALARM"],
        ['ATTENDEE;CN="A:B":mailto:a@example.org'],
    ],
)
def test_what_nobody_reads_may_be_broken(lines: list[str]) -> None:
    assert _days(TIMED, *lines) == ["2019-06-14"]


@pytest.mark.parametrize(
    ("start", "day"),
    [
        ("2019-06-14T23:30:00Z", "2019-06-15"),
        ("2019-06-14", "2019-06-14"),
        ("20190614T1000", "2019-06-14"),
        ("20190614T240000", "2019-06-15"),
        ("20190614T233000-0500", "2019-06-15"),
    ],
)
def test_a_day_written_by_hand_is_read(start: str, day: str) -> None:
    assert _days(f"DTSTART:{start}") == [day]


def test_an_entry_past_midnight_is_on_the_day_it_begins() -> None:
    found = _read(ics([PASS, TIMED.replace("T10", "T22"), "DTEND;TZID=Europe/Stockholm:20190615T003000"]))
    assert (found.rows[1][0], found.findings.remarks) == ("2019-06-14", ())


@pytest.mark.parametrize("length", ["DTEND;VALUE=DATE:20190617", "DURATION:P3D"])
def test_an_entry_over_several_days_counts_once_and_it_is_said(length: str) -> None:
    found = _read(ics([PASS, DAY, length]))
    assert [row[0] for row in found.rows[1:]] == ["2019-06-14"]
    assert found.findings.remarks == (Remark("ics_several_days", {"number": 1, "title": "Pass"}),)


def test_a_line_folded_within_a_letter_is_put_together() -> None:
    data = ics(["SUMMARY:Träff i Viksjö", DAY]).replace(b"Tr\xc3\xa4", b"Tr\xc3\r\n \xa4")
    assert _read(data.replace(b"Viksj\xc3\xb6", b"Viksj\xc3\n\t\xb6")).rows[1][4] == "Träff i Viksjö"


@pytest.mark.parametrize("sign", ["\u2028", "\u0085", "\x0b", "\u00ad\u200b "])
def test_what_breaks_a_line_or_cannot_be_seen_in_a_title_breaks_no_entry(sign: str) -> None:
    assert _read(ics([f"SUMMARY:Pass{sign}kväll", DAY])).rows[1][4] == "Pass kväll"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "latin-1"])
def test_a_calendar_is_read_in_any_usual_encoding(encoding: str) -> None:
    assert _read(ics(["SUMMARY:Träff", DAY]).decode().encode(encoding)).rows[1][4] == "Träff"


def test_tasks_are_not_read_and_it_is_said() -> None:
    data = ics([PASS, DAY]).replace(b"END:VCALENDAR", b"BEGIN:VTODO\r\nUID:9\r\nEND:VTODO\r\nEND:VCALENDAR")
    assert _read(data).findings.remarks == (Remark("ics_tasks", {"number": 1}),)
