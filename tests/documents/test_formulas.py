"""Cells that a spreadsheet would run: guarded, and had back as they were."""

import csv
import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from handslag.documents.formulas import guarded
from handslag.domain.formulas import unguarded
from handslag.domain.keeping.activities import PeriodReport
from handslag.formats.bundles import REPORT_HEADER, reports_text
from handslag.formats.fields import rows_of
from tests.domain.judging import facts

HOSTILE = ["=1+1", "+46", "-2", "@SUM(A1)", "\t=x", "\r=x", "  =x", "＝x", "'=x", "''@x", "\n"]


@pytest.mark.parametrize("text", HOSTILE)
def test_what_a_spreadsheet_would_run_gets_a_sign_before_it(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Torget", "'s-Gravenhage", "2019-06-01", "3 = tre", "'", "Åby/Äng"])
def test_other_text_stands_as_it_is(text: str) -> None:
    assert guarded(text) == text


@given(st.text(alphabet="'=+-@＝ \t\r\nax"))
@example("'=")
def test_every_text_can_be_had_back(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(st.text(alphabet="'=+-@ \t\r\n,;\"ax"))
def test_a_cell_survives_the_file(cause: str) -> None:
    day = facts.CALENDAR.events[0].start
    text = reports_text([PeriodReport("p", day, day, day, cause=cause)])
    row = next(rows_of(io.StringIO(text, newline=""), "reports.csv", REPORT_HEADER, ()))
    assert row.values["cause"] == cause
    written = list(csv.reader(io.StringIO(text, newline="")))[1][5]
    assert written[:1] not in {"=", "+", "-", "@", "\t", "\r"}
