"""The command line: read, lint, assess; demo, serve, work and doctor. docs/guide/cli.md tells it to people.

A command gives its whole answer or none: it returns text, and only `main` prints. Nothing heavy is
imported before the command that needs it runs.
"""

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from io import StringIO, TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from handslag.cli.arguments import chosen_language, language_of, parser_for
from handslag.domain.errors import BadInput, HandslagError
from handslag.sentences import SENTENCES, Language, say

if TYPE_CHECKING:
    from handslag.domain.judging.calendar import Calendar
    from handslag.domain.judging.fulfilment import Assessment
    from handslag.domain.keeping.places import Register
    from handslag.domain.promises.terms import Terms
    from handslag.domain.reading.finds import ReadDocument

BAD_INPUT = 2
OUR_FAULT = 70  # EX_SOFTWARE of sysexits.h
INTERRUPTED = 130  # 128 + SIGINT, as shells have it
WIDEST = 120  # characters; longer lines are hard to read
ASSESS_MEGABYTES = 500  # a large municipality's activities of many years


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command in `arguments` (else the process's own) and give its exit status.

    0: done, also when nothing was found. 2: something to put right, in one sentence on standard
    error, and nothing on standard output. 70: our fault. 130: interrupted.
    """
    language = language_of(os.environ)
    try:
        language, rest = chosen_language(sys.argv[1:] if arguments is None else arguments, language)
        chosen = parser_for(language).parse_args(rest)
        _write(COMMANDS[chosen.command](chosen, language))
    except HandslagError as exc:
        return _fail(_where(exc, language) + say(exc.code, exc.params, language), BAD_INPUT)
    except SystemExit as exc:  # --help and --version
        return int(exc.code or 0)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # whoever read us has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except Exception as exc:
        return _fail(say("cli_our_fault", {"what": _place_of(exc)}, language), OUR_FAULT)
    return 0


def _read(chosen: Namespace, language: Language) -> str:
    from handslag.formats import readings as files

    readings = list(_readings(chosen.files, language))
    for name, document in readings:
        if not document.promises:
            _tell(say("no_promise_in_file", {"file": name}, language))
    match chosen.format:
        case "json":
            return files.as_json(readings)
        case "csv":
            _tell_unread(readings, language)
            return files.as_csv(readings)
    from handslag.cli import readings as tables

    if chosen.format == "md":
        return tables.as_markdown(readings, language)
    return tables.as_table(readings, language, _width())


def _tell_unread(readings: "Sequence[tuple[str, ReadDocument]]", language: Language) -> None:
    """What was not read, on standard error, for forms that have no place for it."""
    from handslag.domain.reading.unread import told

    for name, document in readings:
        for reason, _ in told(document.unread, document.text):
            _tell(f"{name}: {say(reason.code, reason.params, language)}")


def _lint(chosen: Namespace, language: Language) -> str:
    from handslag.cli import findings as advice
    from handslag.domain.linting import lint

    name, document = next(_readings([chosen.file], language))
    if not document.promises:
        _tell(say("no_promise_in_file", {"file": name}, language))
    findings = lint(document, review_on=chosen.review_on)
    if chosen.format == "json":
        return advice.as_json(document, findings, language)
    return advice.as_table(document, findings, language, _width())


def _assess(chosen: Namespace, language: Language) -> str:
    from handslag.cli import assessments as tables
    from handslag.formats import assessments as files

    assessments, promises = _assessments(chosen)
    match chosen.format:
        case "json":
            return files.as_json(assessments, chosen.on).rstrip("\n")
        case "csv":
            return files.as_csv(assessments).rstrip("\n")
    return tables.as_table(assessments, promises, language, _width())


def _assessments(chosen: Namespace) -> "tuple[list[Assessment], list[Terms]]":
    from handslag.domain.judging.fulfilment import assess_all
    from handslag.formats import assessments as files

    promises = files.promises_from(_own_text(chosen.promises), str(chosen.promises))
    calendar, places = _calendar(chosen.calendar)
    known = (promises, calendar, places)
    activities = files.activities_from(_lines(chosen.activities), *known, str(chosen.activities))
    reports = (
        files.reports_from(_lines(chosen.reports), *known, str(chosen.reports)) if chosen.reports else ()
    )
    found = assess_all(promises, activities, reports, on=chosen.on, calendar=calendar, places=places)
    return found, promises


def _calendar(path: Path | None) -> "tuple[Calendar, Register]":
    from handslag.domain.judging.fulfilment import NO_CALENDAR
    from handslag.formats.calendars import calendar_from, places_from

    if path is None:
        return NO_CALENDAR, ()
    text, name = _own_text(path), str(path)
    return calendar_from(text, name), places_from(text, name)


def _own_text(path: Path) -> str:
    """The text of one of the files that `assess` asks for."""
    from handslag.documents.texts import bytes_from
    from handslag.formats.fields import text_of

    return text_of(bytes_from(path, ASSESS_MEGABYTES), str(path))


def _lines(path: Path) -> StringIO:
    """Lines as the csv module wants them: their ends untouched."""
    return StringIO(_own_text(path), newline="")


def _demo(chosen: Namespace, language: Language) -> str:
    with _web():
        from handslag.config import run

        run.demo(chosen.stage, chosen.port, language)
    return ""


def _serve(chosen: Namespace, language: Language) -> str:
    with _web():
        from handslag.config import run

        run.serve(chosen.host, chosen.port)
    return ""


def _work(chosen: Namespace, language: Language) -> str:
    with _web():
        from handslag.config import run

        run.work(is_once=chosen.once)
    return ""


def _doctor(chosen: Namespace, language: Language) -> str:
    with _web():
        from handslag.config import run

        rows = run.doctor()
    if not rows:
        return say("doctor_well", language=language)
    lines = [say("doctor_row", row._asdict(), language) for row in rows]
    return "\n".join([say("doctor_rows", {"number": len(rows)}, language), "", *lines])


COMMANDS: dict[str, Callable[[Namespace, Language], str]] = {
    "read": _read,
    "lint": _lint,
    "assess": _assess,
    "demo": _demo,
    "serve": _serve,
    "work": _work,
    "doctor": _doctor,
}


def _readings(names: Sequence[str], language: Language) -> Iterator[tuple[str, "ReadDocument"]]:
    """Each file read, with its name fit to print; tells how far it has come when there are several."""
    from handslag.documents.texts import taken_from, taken_of
    from handslag.domain.reading import read

    for number, name in enumerate(names, 1):
        shown = os.fsencode(name).decode("utf-8", "replace")
        if len(names) > 1 and sys.stderr.isatty():
            _tell(say("reading_file", {"file": shown, "number": number, "total": len(names)}, language))
        taken = taken_of(_standard_input(), name) if name == "-" else taken_from(Path(name))
        document = read(taken.text)
        yield shown, replace(document, unread=(*document.unread, *taken.unread))


def _standard_input() -> bytes:
    from handslag.documents.texts import LIMIT

    return sys.stdin.buffer.read(LIMIT + 1)


@contextmanager
def _web() -> Iterator[None]:
    """The pages need packages that the bare library does not: say how to get them."""
    try:
        yield
    except ModuleNotFoundError as exc:
        if str(exc.name).startswith("handslag"):
            raise
        raise BadInput("cli_needs_web", package=exc.name) from exc


def _where(error: HandslagError, language: Language) -> str:
    """The file and row (or entry) of what `assess` refuses; other sentences name the file themselves."""
    if "file" not in error.params or "{file}" in SENTENCES[error.code][0]:
        return ""
    place = next((place for place in ("row", "entry") if place in error.params), "file")
    return say(f"in_{place}", error.params, language) + " "


def _place_of(exc: Exception) -> str:
    """What a report of the fault must say: its kind, file and line."""
    from traceback import extract_tb

    frame = extract_tb(exc.__traceback__)[-1]
    return f"{type(exc).__name__}, {Path(frame.filename).name}:{frame.lineno}"


def _width() -> int:
    import shutil

    return min(shutil.get_terminal_size((100, 24)).columns, WIDEST)


def _write(answer: str) -> None:
    """The whole answer on standard output: in UTF-8, but in a terminal's own encoding as far as it goes."""
    if isinstance(sys.stdout, TextIOWrapper):
        encoding = sys.stdout.encoding if sys.stdout.isatty() else "utf-8"
        sys.stdout.reconfigure(encoding=encoding, errors="replace")
    try:
        print(answer, end="\n" if answer else "", flush=True)
    except BrokenPipeError:
        raise
    except OSError as exc:
        raise BadInput("cli_cannot_write", why=exc.strerror) from exc


def _tell(sentence: str) -> None:
    """One line on standard error. What steers terminals or breaks the line is a blank."""
    line = "".join(letter if letter.isprintable() else " " for letter in sentence)
    print(line.encode("utf-8", "replace").decode(), file=sys.stderr)


def _fail(sentence: str, status: int) -> int:
    _tell(sentence)
    return status
