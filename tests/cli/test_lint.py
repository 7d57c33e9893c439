"""`handslag lint`: the words, why, and the rewrite; nothing to remark on is an answer too."""

import json
from pathlib import Path

import pytest

from handslag import lint, read
from handslag.domain.linting.rule import all_rules
from handslag.sentences import SENTENCES
from tests.cli.run import PAGE, run

Capture = pytest.CaptureFixture[str]
DRAFT = "Medborgarlöften i Ekby\n\nPolisen lovar att verka för ökad trygghet i centrum.\n"


@pytest.fixture
def draft(tmp_path: Path) -> str:
    (tmp_path / "utkast.txt").write_text(DRAFT, encoding="utf-8")
    return str(tmp_path / "utkast.txt")


def test_json_gives_every_finding_with_its_words(draft: str, capsys: Capture) -> None:
    findings = json.loads(run(capsys, "lint", "--format", "json", draft).out)["findings"]
    assert [finding["rule"] for finding in findings] == [finding.rule for finding in lint(read(DRAFT))]
    assert [DRAFT[slice(*finding["span"])] for finding in findings] == [
        finding["words"] for finding in findings
    ]
    vague = next(finding for finding in findings if finding["rule"] == "vague_verb")
    assert vague["words"] == "verka för"


def test_the_table_names_the_promise_and_fits(
    draft: str, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "90")
    lines = run(capsys, "lint", draft).out.split("\n")
    headings = [line for line in lines if line[:1].isdigit()]
    assert headings == ["1. Polisen lovar att verka för ökad trygghet i centrum."]
    assert max(map(len, lines)) <= 90


def test_a_sound_draft_has_nothing_to_remark_on(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "bra.txt").write_text(PAGE, encoding="utf-8")
    assert run(capsys, "lint", str(tmp_path / "bra.txt")).out == "Nothing to remark on.\n"


def test_a_day_of_review_is_taken_into_account(draft: str, capsys: Capture) -> None:
    done = run(capsys, "lint", "--format", "json", "--review-on", "2025-05-01", draft)
    assert [finding["rule"] for finding in json.loads(done.out)["findings"]].count("no_end_date") == 0


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_rule_has_its_words_in_the_table(language: str, draft: str, capsys: Capture) -> None:
    table = run(capsys, "lint", "--language", language, draft).out
    assert {"sv": "vagt", "en": "vague"}[language] in table
    assert [rule for rule in all_rules() if rule in table] == []
    assert [rule for rule in all_rules() if f"rule_{rule}" not in SENTENCES] == []
