"""`handslag assess`: the same verdict in each format; what is wrong is named by file and row."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.run import Done, run

Capture = pytest.CaptureFixture[str]
PROMISES = """{"promises": [{"id": "p1", "text": "Minst en trafikkontroll om dagen i snitt.",
 "parties": ["police"], "valid_from": "2018-05-01", "valid_to": "2018-12-31", "places": [],
 "measure": {"kind": "count", "at_least": 1, "unit": "trafikkontroll", "per": "day",
  "reading": "on_average"}}]}"""
ACTIVITIES = "promise,date,place,count,status,event,party,note\np1,2018-07-30,,71,done,,police,\n"
REPORTS = "promise,period_start,period_end,place,closed_on,cause,decision\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in (("p.json", PROMISES), ("a.csv", ACTIVITIES), ("r.csv", REPORTS), ("c.json", "{}")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _assess(capsys: Capture, *more: str) -> Done:
    return run(capsys, "assess", "p.json", "a.csv", "--on", "2018-07-31", *more)


def test_json_is_the_worked_example(folder: Path, capsys: Capture) -> None:
    answer = json.loads(_assess(capsys, "--format", "json").out)
    cell = answer["assessments"][0]["cells"][0]
    assert [cell[key] for key in ("done", "target", "status")] == [71, 245, "BEHIND"]
    assert [cell["reasons"][0][key] for key in ("code", "due", "needed_per_period")] == [
        "behind_due",
        92,
        1.14,
    ]


def test_csv_is_a_row_for_each_cell(folder: Path, capsys: Capture) -> None:
    rows = list(csv.DictReader(io.StringIO(_assess(capsys, "--format", "csv").out)))
    assert [(row["promise"], row["done"], row["status"]) for row in rows] == [("p1", "71", "BEHIND")]


def test_the_table_says_it_in_words(folder: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    lines = _assess(capsys).out.split("\n")
    assert lines[3] == "p1. Minst en trafikkontroll om dagen i snitt. 2018: Behind (0 of 1 kept)"
    assert lines[4].split("  ")[0] == "2018-05-01 – 2018-12-31"


def test_a_promise_of_many_cells_is_told_year_by_year(folder: Path, capsys: Capture) -> None:
    (folder / "p.json").write_text(PROMISES.replace("on_average", "each"), encoding="utf-8")
    row = _assess(capsys).out.rstrip().split("\n")[-1]
    assert row.split() == ["2018", "Not", "reported", "1", "of", "92", "kept"]


def test_reports_and_a_calendar_are_taken_into_account(folder: Path, capsys: Capture) -> None:
    (folder / "r.csv").write_text(
        REPORTS + "p1,2018-05-01,2018-12-31,,2019-01-10,sjukdom,\n", encoding="utf-8"
    )
    more = ["--reports", "r.csv", "--calendar", "c.json", "--format", "csv"]
    out = run(capsys, "assess", "p.json", "a.csv", "--on", "2019-02-01", *more).out
    assert [row["status"] for row in csv.DictReader(io.StringIO(out))] == ["NOT_KEPT"]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.csv", ACTIVITIES.replace("p1", "p9"), "a.csv, row 2:"),
        ("a.csv", ACTIVITIES.replace("71", "-1"), "a.csv, row 2:"),
        ("a.csv", ACTIVITIES.replace("2018-07-30", "30/7"), "a.csv, row 2:"),
        ("a.csv", ACTIVITIES.replace("2018-07-30", "2017-07-30"), "a.csv, row 2:"),
        ("p.json", PROMISES.replace("2018-05-01", "2018-02-30"), "p.json, promises 1:"),
        ("p.json", "{", "p.json, row 1:"),
        ("c.json", '{"terms": 1}', "c.json:"),
    ],
)
def test_what_is_wrong_is_named_by_file_and_row(
    folder: Path, capsys: Capture, name: str, content: str, said: str
) -> None:
    (folder / name).write_text(content, encoding="utf-8")
    done = _assess(capsys, "--calendar", "c.json")
    assert (done.status, done.out, done.said[: len(said)]) == (2, "", said)


def test_a_missing_file_says_so(folder: Path, capsys: Capture) -> None:
    assert (
        _assess(capsys, "--reports", "x.csv").said == "x.csv does not exist. Check the name and the folder.\n"
    )
