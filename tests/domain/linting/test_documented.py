import re
from pathlib import Path
from typing import Any

import pytest

from handslag.domain.linting import all_rules, lint
from handslag.domain.promises.terms import Kind, Measure, Per
from tests.domain.linting.drafts import page

DOCS = (Path(__file__).parents[3] / "docs" / "rules" / "linting.md").read_text(encoding="utf-8")
EXAMPLE = re.compile(r"^## (\w+)\n.*?^- Före: (.*?)\n- Efter: (.*?)$", re.MULTILINE | re.DOTALL)
WHAT_THE_READER_FINDS: dict[str, dict[str, Any]] = {
    "aim_without_activity": {"is_aim": True},
    "no_period": {"often": (5, "once")},
    "number_differs": {"often": (1, "year"), "measure": Measure(Kind.COUNT, per=Per.YEAR)},
    "no_party": {"parties": [], "often": (2, "year")},
}


def test_every_rule_has_its_heading_and_every_heading_its_rule() -> None:
    headings = [name for name in re.findall(r"^## (.*)$", DOCS, re.MULTILINE) if name != "How to add a rule"]
    assert sorted(headings) == sorted(all_rules())


@pytest.mark.parametrize(("code", "before", "after"), EXAMPLE.findall(DOCS))
def test_every_example_is_what_the_rule_proposes(code: str, before: str, after: str) -> None:
    document = page({"text": before, **WHAT_THE_READER_FINDS.get(code, {})}, to=None)
    assert [found.rewrite for found in lint(document) if found.rule == code] == [after]


def test_every_rule_has_an_example() -> None:
    assert sorted(code for code, _, _ in EXAMPLE.findall(DOCS)) == sorted(all_rules())


@pytest.mark.parametrize("code", all_rules())
def test_the_weight_is_the_one_documented(code: str) -> None:
    section = DOCS.split(f"## {code}\n\n")[1]
    assert section.split()[0].rstrip(".,").lower() == all_rules()[code].level
