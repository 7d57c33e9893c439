"""`handslag read`: one answer or one sentence, in each format, from files and standard input."""

import csv
import io
import json
import re
from pathlib import Path

import pytest

from handslag import read
from handslag.cli.readings import as_markdown
from handslag.formats.assessments import promises_from
from handslag.formats.readings import as_csv, as_json
from tests.cli.run import PAGE, run
from tests.documents.files import docx, paragraph, pdf

Capture = pytest.CaptureFixture[str]
FORMS = ("table", "md", "csv", "json")


@pytest.fixture
def page(tmp_path: Path) -> str:
    (tmp_path / "ekby.txt").write_text(PAGE, encoding="utf-8")
    return str(tmp_path / "ekby.txt")


def test_one_file_gives_one_object_with_the_finds_of_the_reader(page: str, capsys: Capture) -> None:
    answer = json.loads(run(capsys, "read", "--format", "json", page).out)
    assert [answer[key] for key in ("municipality", "valid_from", "valid_to")] == [
        "Ekby kommun",
        "2024",
        "2025",
    ]
    assert [promise["promisors"] for promise in answer["promises"]] == [
        ["police"],
        ["police"],
        ["municipality"],
    ]
    assert answer["promises"][0]["cadence"] == {"min_count": 2, "per": "week", "total_over_validity": False}
    assert answer["text"] == PAGE


def test_every_span_gives_back_the_words_found(page: str, capsys: Capture) -> None:
    answer = json.loads(run(capsys, "read", "--format", "json", page).out)
    for promise in answer["promises"]:
        spans = promise["spans"]
        pairs = [(promise["text"], spans["text"]), *zip(promise["places"], spans["places"], strict=True)]
        assert [PAGE[start:end] for _, (start, end) in pairs] == [words for words, _ in pairs]


def test_several_files_give_a_list_with_their_names(page: str, tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "ekby.docx").write_bytes(docx(*map(paragraph, PAGE.split("\n"))))
    answer = json.loads(run(capsys, "read", "--format=json", page, str(tmp_path / "ekby.docx")).out)
    assert [reading["file"] for reading in answer] == [page, str(tmp_path / "ekby.docx")]
    assert [len(reading["promises"]) for reading in answer] == [3, 3]


def test_a_pdf_is_read_as_its_text_is(tmp_path: Path, capsys: Capture) -> None:
    lines = [(72, 760 - 20 * nr, 11, line) for nr, line in enumerate(PAGE.split("\n")) if line]
    (tmp_path / "ekby.pdf").write_bytes(pdf(lines))
    answer = json.loads(run(capsys, "read", "--format=json", str(tmp_path / "ekby.pdf")).out)
    assert [promise.text.value for promise in read(PAGE).promises] == [p["text"] for p in answer["promises"]]


def test_a_dash_reads_standard_input(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(PAGE.encode("windows-1252"))))
    assert len(json.loads(run(capsys, "read", "--format", "json", "-").out)["promises"]) == 3


def test_the_table_keeps_within_the_terminal(
    page: str, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "72")
    done = run(capsys, "read", page)
    assert max(map(len, done.out.split("\n"))) <= 72
    assert done.out.split("\n")[:2] == ["Ekby kommun, Lokalpolisområde Västra Ekbygden", "Valid: 2024 – 2025"]


def test_csv_has_a_row_for_each_promise(page: str, capsys: Capture) -> None:
    rows = list(csv.DictReader(io.StringIO(run(capsys, "read", "--format", "csv", page).out)))
    assert [(row["number"], row["promisors"], row["min_count"], row["per"]) for row in rows] == [
        ("1", "police", "2", "week"),
        ("2", "police", "1", "month"),
        ("3", "municipality", "1", "term"),
    ]


def test_a_cell_of_csv_is_never_a_formula() -> None:
    document = read("Polisen lovar att:\n• =HYPERLINK(1) varje vecka patrullera på torget\n")
    cells = [
        cell for row in csv.reader(io.StringIO(as_csv([("=cmd|' /C calc'!A0", document)]))) for cell in row
    ]
    assert [cell for cell in cells if cell[:1] in {"=", "+", "-", "@", "＝"}] == []


def test_markdown_is_a_table_and_foreign_signs_do_nothing() -> None:
    document = read("Polisen lovar att:\n• patrullera <b>varje</b> vecka | [här](x)\n")
    lines = as_markdown([("a_b.txt", document)], "en").split("\n")
    assert lines[0] == "## a\\_b.txt"
    assert [len(re.findall(r"(?<!\\)\|", line)) for line in lines[3:]] == [7, 7, 7]
    assert re.findall(r"(?<!\\)[<\[]", "\n".join(lines)) == []


@pytest.mark.parametrize("form", ["table", "json", "csv", "md"])
def test_a_page_without_promises_is_an_honest_empty_answer(
    form: str, tmp_path: Path, capsys: Capture
) -> None:
    (tmp_path / "tom.txt").write_text("Öppettider\n\nBiblioteket har öppet på lördagar.\n")
    done = run(capsys, "read", "--format", form, str(tmp_path / "tom.txt"))
    assert (done.status, done.said.split(".")[0]) == (0, f"No promise was found in {tmp_path}/tom")


def test_several_files_on_a_terminal_tell_how_far_it_has_come(
    page: str, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    said = run(capsys, "read", page, page).said.split("\n")
    assert said == [f"Reading {page} (1 of 2) …", f"Reading {page} (2 of 2) …", ""]


def test_a_measure_that_was_read_can_be_assessed_as_it_stands(page: str, capsys: Capture) -> None:
    measure = json.loads(run(capsys, "read", "--format", "json", page).out)["promises"][0]["measure"]
    promise = {"id": "p1", "text": "Löfte", "valid_from": "2024-01-01", "measure": measure}
    terms = promises_from(json.dumps({"promises": [promise]}))[0]
    assert terms.measure == read(PAGE).promises[0].measure


def test_one_bad_file_among_good_ones_gives_no_half_answer(page: str, capsys: Capture) -> None:
    done = run(capsys, "read", page, "saknas.txt")
    said = "saknas.txt does not exist. Check the name and the folder.\n"
    assert (done.status, done.out, done.said) == (2, "", said)


def test_a_name_that_is_no_text_can_be_printed(tmp_path: Path, capsys: Capture) -> None:
    odd = tmp_path / "ek\udce5by.txt"
    odd.write_text(PAGE, encoding="utf-8")
    answer = json.loads(run(capsys, "read", "--format", "json", str(odd), str(odd)).out)
    assert [Path(reading["file"]).name for reading in answer] == ["ek\ufffdby.txt"] * 2


def test_a_reading_of_nothing_is_json_too() -> None:
    assert json.loads(as_json([("-", read(""))]))["promises"] == []


def test_rows_that_were_not_read_are_named_in_every_format(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "a.txt").write_text(f"Plats\tÅtgärd\nBruket\tBelysning\n\n{PAGE}", encoding="utf-8")
    sentence, row = "1 tabellrad lästes inte: rad 2.", "rad 2: Bruket | Belysning"
    answers = {
        form: run(capsys, "--language", "sv", "read", "--format", form, str(tmp_path / "a.txt"))
        for form in FORMS
    }
    assert answers["table"].out.rstrip().endswith(f"\n\n{sentence}\n{row}")
    assert answers["md"].out.rstrip().endswith(f"\n\n- {sentence}\n- rad 2: Bruket \\| Belysning")
    assert answers["csv"].said.rstrip().endswith(sentence)
    assert json.loads(answers["json"].out)["unread"] == [
        {"what": "table_row", "words": "Bruket\tBelysning", "line": 2, "span": [13, 29], "page": None}
    ]


def test_what_a_file_holds_beside_its_text_is_named(tmp_path: Path, capsys: Capture) -> None:
    hidden = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>inte klart</w:t></w:r></w:p>"
    (tmp_path / "a.docx").write_bytes(docx(paragraph("Polisen ska synas på torget."), hidden))
    answer = run(capsys, "--language", "sv", "read", str(tmp_path / "a.docx")).out
    assert answer.rstrip().splitlines()[-2:] == ["1 dold del lästes inte.", "– inte klart"]
    answer = json.loads(run(capsys, "lint", "--format", "json", str(tmp_path / "a.docx")).out)
    assert answer["unread"] == [
        {"what": "hidden", "words": "inte klart", "line": None, "span": None, "page": None}
    ]


def test_what_a_pdf_holds_beside_its_text_is_named_with_its_page(tmp_path: Path, capsys: Capture) -> None:
    page = [(72, 700, 11, "Polisen ska synas."), (72, 900, 11, "tryck")]
    (tmp_path / "a.pdf").write_bytes(pdf([(72, 700, 11, "Hej.")], page))
    answer = run(capsys, "--language", "sv", "read", str(tmp_path / "a.pdf")).out
    assert answer.rstrip().splitlines()[-2:] == ["1 dold del lästes inte: sida 2.", "– tryck"]
