"""What the commands give and take is what docs/data/*.schema.json say."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tests.cli.run import PAGE, run
from tests.cli.test_assess import ACTIVITIES, PROMISES
from tests.cli.test_lint import DRAFT
from tests.shared import CORPUS, needs_corpus

SCHEMAS = {
    path.name.split(".")[0]: path for path in (Path(__file__).parents[2] / "docs/data").glob("*.schema.json")
}


def _validator(name: str) -> Draft202012Validator:
    schema = json.loads(SCHEMAS[name].read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def test_each_form_has_its_schema() -> None:
    assert sorted(SCHEMAS) == ["assessment", "findings", "promises", "reading"]


@pytest.mark.parametrize("times", [1, 2])
def test_a_reading_is_what_its_schema_says(
    times: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text(PAGE, encoding="utf-8")
    _validator("reading").validate(
        json.loads(run(capsys, "read", "--format=json", *[str(tmp_path / "a.txt")] * times).out)
    )


@needs_corpus
def test_every_reading_of_the_corpus_is_what_the_schema_says(capsys: pytest.CaptureFixture[str]) -> None:
    texts = sorted(map(str, CORPUS.glob("texts/*.txt")))
    _validator("reading").validate(json.loads(run(capsys, "read", "--format=json", *texts).out))


def test_findings_are_what_their_schema_says(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(DRAFT, encoding="utf-8")
    _validator("findings").validate(
        json.loads(run(capsys, "lint", "--format=json", str(tmp_path / "a.txt")).out)
    )


def test_promises_and_assessments_are_what_their_schemas_say(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = [str(tmp_path / name) for name in ("p.json", "a.csv")]
    for name, text in zip(names, (PROMISES, ACTIVITIES), strict=True):
        Path(name).write_text(text, encoding="utf-8")
    _validator("promises").validate(json.loads(PROMISES))
    answer = run(capsys, "assess", *names, "--on", "2018-07-31", "--format", "json").out
    _validator("assessment").validate(json.loads(answer))


def test_a_schema_refuses_what_it_does_not_know() -> None:
    errors = list(_validator("promises").iter_errors({"promises": [], "löften": []}))
    assert [error.validator for error in errors] == ["additionalProperties"]
