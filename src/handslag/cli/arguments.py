"""The commands and their options, in Swedish and English, with refusals in one sentence.

argparse speaks English only; its titles are given anew and its complaints translated here.
"""

import argparse
import re
from argparse import Action
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NoReturn, get_args

from handslag.domain.errors import BadInput
from handslag.sentences import Language, say

LANGUAGES: tuple[Language, ...] = get_args(Language)
READ_FORMATS = ("table", "json", "csv", "md")
LINT_FORMATS = ("table", "json")
ASSESS_FORMATS = ("table", "json", "csv")

_WHAT = "argument (?P<what>.+?)"
_complaints = (
    (r"the following arguments are required: (?P<what>.+)", "cli_missing"),
    (r"unrecognized arguments: (?P<what>.+)", "cli_unknown"),
    (rf"{_WHAT}: invalid choice: '(?P<value>.*)' \(choose from (?P<choices>.*)\)", "cli_choice"),
    (rf"{_WHAT}: expected .+", "cli_needs_value"),
    (r"argument .+?: invalid date value: '(?P<value>.*)'", "cli_bad_date"),
    (rf"{_WHAT}: invalid .+? value: '(?P<value>.*)'", "cli_bad_value"),
)  # fmt: skip


def language_of(environ: Mapping[str, str]) -> Language:
    """The language that LC_ALL, LC_MESSAGES or LANG says; else Swedish."""
    set_names = filter(None, map(environ.get, ("LC_ALL", "LC_MESSAGES", "LANG")))
    return "en" if next(set_names, "").startswith("en") else "sv"


def chosen_language(arguments: Sequence[str], language: Language) -> tuple[Language, list[str]]:
    """What `--language` says, wherever it stands, else `language`; and the arguments that are left."""
    parser = _Parser(prog="handslag", add_help=False)
    parser.add_argument("--language", choices=LANGUAGES, default=language)
    # What stands behind "--" are names of files, even one that is called --language.
    end = arguments.index("--") if "--" in arguments else len(arguments)
    known, rest = parser.parse_known_args(arguments[:end])
    return known.language, [*rest, *arguments[end:]]


def parser_for(language: Language) -> argparse.ArgumentParser:
    """The parser of everything but `--language`; `command` in its answer names the command."""

    def words(code: str) -> str:
        return say(code, language=language)

    parser = _Parser(prog="handslag", description=words("cli_about"), language=language)
    parser.options.add_argument("--version", action=_Version, nargs=0, help=words("cli_version"))
    commands = parser.add_subparsers(
        dest="command",
        prog="handslag",
        required=True,
        title=words("cli_commands"),
        metavar=words("a_command"),
        parser_class=_Parser,
    )
    added: dict[str, _Parser] = {
        name: commands.add_parser(
            name, help=words(f"cli_{name}"), description=words(f"cli_{name}"), language=language
        )
        for name in ("read", "lint", "assess", "demo", "serve", "work", "doctor")
    }
    read, lint, assess, demo, serve, work, _doctor = added.values()
    read.input.add_argument("files", nargs="+", metavar=words("a_file"), help=words("cli_files"))
    read.options.add_argument("--format", choices=READ_FORMATS, default="table", help=words("cli_format"))
    lint.input.add_argument("file", metavar=words("a_file"), help=words("cli_draft"))
    lint.options.add_argument("--format", choices=LINT_FORMATS, default="table", help=words("cli_format"))
    lint.options.add_argument("--review-on", type=_date, metavar=words("a_date"), help=words("cli_review_on"))
    assess.input.add_argument("promises", type=Path, metavar="promises.json", help=words("cli_promises"))
    assess.input.add_argument("activities", type=Path, metavar="activities.csv", help=words("cli_activities"))
    assess.options.add_argument("--reports", type=Path, metavar="reports.csv", help=words("cli_reports"))
    assess.options.add_argument("--calendar", type=Path, metavar="calendar.json", help=words("cli_calendar"))
    assess.options.add_argument(
        "--on", type=_date, required=True, metavar=words("a_date"), help=words("cli_on")
    )
    assess.options.add_argument("--format", choices=ASSESS_FORMATS, default="table", help=words("cli_format"))
    demo.options.add_argument("--stage", default="followup", help=words("cli_stage"))
    serve.options.add_argument("--host", default="127.0.0.1", help=words("cli_host"))
    work.options.add_argument("--once", action="store_true", help=words("cli_once"))
    for command in (demo, serve):
        command.options.add_argument("--port", type=int, default=8000, help=words("cli_port"))
    return parser


class _Parser(argparse.ArgumentParser):
    """An argparse parser with our titles, that raises `BadInput` where argparse would print and leave."""

    def __init__(self, *, language: Language = "sv", add_help: bool = True, **rest: Any) -> None:
        title = say("cli_usage", language=language)

        class Formatter(argparse.HelpFormatter):
            def add_usage(
                self,
                usage: str | None,
                actions: Iterable[Action],
                groups: Iterable[Any],
                prefix: object = None,
            ) -> None:
                super().add_usage(usage, actions, groups, title)

        super().__init__(add_help=False, formatter_class=Formatter, **{"allow_abbrev": False} | rest)
        self.input = self.add_argument_group(say("cli_input", language=language))
        self.options = self.add_argument_group(say("cli_options", language=language))
        if add_help:
            self.options.add_argument("-h", "--help", action="help", help=say("cli_help", language=language))
            self.options.add_argument(
                "--language", choices=LANGUAGES, help=say("cli_language", language=language)
            )

    def error(self, message: str) -> NoReturn:
        for pattern, code in _complaints:
            if found := re.fullmatch(pattern, message):
                raise BadInput(code, prog=self.prog, **found.groupdict())
        raise BadInput("cli_misuse", prog=self.prog, message=message)


class _Version(argparse.Action):
    """Looked up only when it is asked for: the package's metadata takes a while to find."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import version

        print("handslag", version("handslag"))
        parser.exit()


def _date(text: str) -> date:
    return date.fromisoformat(text)


_date.__name__ = "date"  # argparse names the type in its complaint
