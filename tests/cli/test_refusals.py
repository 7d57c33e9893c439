"""What can be wrong with a command: status 2, one sentence on standard error, nothing on standard output."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from handslag.cli import main
from tests.cli.run import PAGE, run
from tests.documents.files import docx, paragraph

Capture = pytest.CaptureFixture[str]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Something is missing in the command: COMMAND. Write handslag --help"),
        (["read"], "Something is missing in the command: FILE. Write handslag read --help"),
        (
            ["läs"],
            "läs cannot be chosen for COMMAND. "
            "Choose one of 'read', 'lint', 'assess', 'demo', 'serve', 'work', 'doctor'.",
        ),
        (
            ["lint", "a", "--format", "csv"],
            "csv cannot be chosen for --format. Choose one of 'table', 'json'.",
        ),
        (["read", "a", "--colour"], "The command does not know --colour. Write handslag --help"),
        (["read", "a", "--format"], "A value is missing after --format. Write handslag read --help"),
        (
            ["assess", "a", "b", "--on", "igår"],
            "igår is no date. Write it as YYYY-MM-DD, for example 2019-09-02.",
        ),
        (["serve", "--port", "x"], "x cannot be used for --port. Write handslag serve --help"),
        (["read", "saknas.txt"], "saknas.txt does not exist. Check the name and the folder."),
    ],
)
def test_a_command_that_cannot_be_understood_says_how_to_write_it(
    arguments: list[str], said: str, capsys: Capture
) -> None:
    done = run(capsys, *arguments)
    shown = (
        done.said.rstrip("\n")
        .removesuffix(" to see how it is written.")
        .removesuffix(" to see what there is.")
    )
    assert (done.status, done.out, shown) == (2, "", said)


def test_a_language_that_is_not_spoken_is_refused(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "sv_SE.UTF-8")
    assert main(["read", "a", "--language", "fi"]) == 2
    assert capsys.readouterr().err == "fi går inte att välja för --language. Välj ett av 'sv', 'en'.\n"


def test_a_name_with_line_breaks_and_escapes_is_one_harmless_line(capsys: Capture) -> None:
    done = run(capsys, "read", "a\n\x1b[2Jb")
    assert done.said == "a  [2Jb does not exist. Check the name and the folder.\n"


@pytest.mark.parametrize(
    ("environ", "first_word"),
    [({"LANG": "en_GB.UTF-8"}, "saknas does"), ({"LANG": "C"}, "saknas finns"), ({}, "saknas finns")],
)
def test_the_language_comes_from_the_environment(
    environ: dict[str, str], first_word: str, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(name, environ.get(name, ""))
    assert main(["read", "saknas"]) == 2
    assert capsys.readouterr().err.startswith(first_word)


def test_a_file_may_have_the_name_of_an_option(tmp_path: Path, capsys: Capture) -> None:
    assert (
        run(capsys, "read", "--", "--language").said
        == "--language does not exist. Check the name and the folder.\n"
    )


def test_a_fault_of_ours_is_one_sentence_too(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def broken(text: str) -> None:
        raise KeyError(text)

    (tmp_path / "a.txt").write_text("Löfte")
    monkeypatch.setattr("handslag.domain.reading.read", broken)
    done = run(capsys, "read", str(tmp_path / "a.txt"))
    place = done.said.removeprefix("Something went wrong in Handslag (KeyError, test_refusals.py:")
    assert (done.status, done.out, place.lstrip("0123456789")[:2]) == (70, "", "). "[:2])


@pytest.mark.parametrize("command", [["demo"], ["serve"]])
def test_the_pages_say_how_to_be_installed(
    command: list[str], capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "django", None)
    done = run(capsys, *command)
    assert done.said == "The web part is missing (django). Install it with: pip install 'handslag[web]'\n"


def _handslag(*arguments: str, **options: object) -> "subprocess.CompletedProcess[bytes]":
    command = [sys.executable, "-m", "handslag", "--language", "en", *arguments]
    return subprocess.run(command, stderr=subprocess.PIPE, check=False, timeout=30, **options)  # type: ignore[call-overload,no-any-return]


def test_a_full_disk_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PAGE)
    with Path("/dev/full").open("w") as full:
        done = _handslag("read", str(tmp_path / "a.txt"), stdout=full)
    said = (
        "The answer cannot be written (No space left on device). Free some space or write to another file.\n"
    )
    assert (done.returncode, done.stderr.decode()) == (2, said)


def test_a_reader_that_has_seen_enough_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PAGE)
    ours, theirs = os.pipe()
    os.close(ours)
    done = _handslag("read", str(tmp_path / "a.txt"), stdout=theirs)
    os.close(theirs)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_terminal_without_our_signs_shows_the_rest(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PAGE, encoding="utf-8")
    ours, theirs = os.openpty()
    done = _handslag("read", str(tmp_path / "a.txt"), stdout=theirs, env={"PYTHONIOENCODING": "ascii"})
    assert (done.returncode, os.read(ours, 12)) == (0, b"Ekby kommun,")
    os.close(ours)
    os.close(theirs)


def test_an_interrupt_is_quiet(capsys: Capture, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def interrupted(text: str) -> None:
        raise KeyboardInterrupt

    (tmp_path / "a.txt").write_text("Löfte")
    monkeypatch.setattr("handslag.domain.reading.read", interrupted)
    done = run(capsys, "read", str(tmp_path / "a.txt"))
    assert (done.status, done.out, done.said) == (130, "", "")


def test_a_bad_file_names_itself_and_the_reason(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "a.docm").write_bytes(docx(paragraph("Löfte")))
    said = f"{tmp_path}/a.docm holds macros and is therefore not read. Save it as .docx without macros.\n"
    assert run(capsys, "read", str(tmp_path / "a.docm")).said == said
