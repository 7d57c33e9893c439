"""docs/guide/cli.md says every command, every option and every exit status, and no other."""

import argparse
import re
from pathlib import Path

import pytest

from handslag import cli
from handslag.cli.arguments import parser_for

GUIDE = (Path(__file__).parents[2] / "docs/guide/cli.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## (.+?)\n(.*?)(?=^## |\Z)", GUIDE, re.M | re.S))


def _parsers() -> dict[str, argparse.ArgumentParser]:
    whole = parser_for("sv")
    choices = next(action.choices for action in whole._actions if action.dest == "command")
    return {"handslag": whole} | {f"handslag {name}": parser for name, parser in dict(choices or {}).items()}


def _names(parser: argparse.ArgumentParser) -> list[str]:
    actions = [action for action in parser._actions if action.dest != "command"]
    return sorted(name for action in actions for name in (action.option_strings or [str(action.metavar)]))


def test_every_command_has_its_section() -> None:
    assert list(SECTIONS) == list(_parsers())
    assert list(_parsers())[1:] == [f"handslag {name}" for name in cli.COMMANDS]


@pytest.mark.parametrize("command", _parsers())
def test_every_option_stands_in_its_table(command: str) -> None:
    first_table = SECTIONS[command].split("Slutstatus")[0]
    cells = re.findall(r"^\| (`.+?) \|", first_table, re.M)
    assert sorted(name for cell in cells for name in re.findall(r"`(.+?)`", cell)) == _names(
        _parsers()[command]
    )


def test_every_exit_status_is_told() -> None:
    told = re.findall(r"^\| `(\d+)` \|", SECTIONS["handslag"], re.M)
    assert told == ["0", str(cli.BAD_INPUT), str(cli.OUR_FAULT), str(cli.INTERRUPTED)]
