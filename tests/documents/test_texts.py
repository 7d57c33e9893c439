"""The door for files: every kind is told by its content, every refusal names the file and the reason."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from handslag.documents import guard
from handslag.documents.texts import LIMIT, form_of, text_from, text_of
from handslag.domain.errors import BadInput
from tests.documents.files import docx, locked, paragraph, pdf

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100)


def _refusal(path: Path) -> str:
    with pytest.raises(BadInput) as refused:
        text_from(path)
    assert refused.value.params["file"] == str(path)
    return refused.value.code


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", "Löfte".encode()),
        ("utan ändelse", "Löfte".encode("utf-16")),
        ("a.html", b"<p>L&ouml;fte"),
        ("fel.txt", "<!DOCTYPE html><p>Löfte".encode()),
        ("fel.txt", "<!DOCTYPE html><p>Löfte".encode("utf-16")),
        ("fel.txt", "<!DOCTYPE html><p>Löfte".encode("utf-8-sig")),
        ("a.docx", docx(paragraph("Löfte"))),
        ("fel.pdf", docx(paragraph("Löfte"))),
        ("a.pdf", pdf([(72, 700, 11, "Löfte")])),
    ],
)
def test_a_file_is_read_by_its_content_before_its_name(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    assert text_from(tmp_path / name) == "Löfte"


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("tom.txt", b"", "file_empty"),
        ("blank.txt", b" \n ", "file_empty"),
        ("tom.docx", docx(paragraph("")), "file_no_text"),
        ("tom.html", b"<script>1</script>", "file_no_text"),
        ("bild.txt", b"\x89PNG\r\n\x1a\n\0\0", "file_binary"),
        ("makro.docm", docx(paragraph("Löfte")), "file_macros"),
        ("makro.docx", docx(parts={"word/vbaProject.bin": b"\0"}), "file_macros"),
        ("gammal.doc", OLE, "file_old_word"),
        ("hemlig.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "file_locked"),
        ("brev.rtf", rb"{\rtf1 hej}", "file_rtf"),
        ("fel.docx", b"inte en zip", "docx_not_word"),
        ("fel.pdf", b"inte en pdf", "pdf_broken"),
        ("hemlig.pdf", locked(pdf([(72, 700, 11, "x")]), "hemligt"), "file_locked"),
        ("bomb.docx", docx(parts={"word/media/x": bytes(20_000_000)}), "docx_bomb"),
    ],
)
def test_each_bad_file_is_refused_for_what_it_is(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    (tmp_path / name).write_bytes(data)
    assert _refusal(tmp_path / name) == code


def test_a_hundred_megabytes_are_refused_before_they_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (tmp_path / "stor.txt").open("wb") as file:
        file.truncate(100_000_000)
    monkeypatch.setattr(Path, "open", lambda *_: pytest.fail("the file was opened"))
    assert _refusal(tmp_path / "stor.txt") == "file_too_large"


def test_bytes_beyond_the_limit_are_refused() -> None:
    with pytest.raises(BadInput) as refused:
        text_of(b"a" * (LIMIT + 1), "-")
    assert (refused.value.code, refused.value.params) == ("file_too_large", {"file": "-", "megabytes": 10})


def test_missing_files_and_folders_say_so(tmp_path: Path) -> None:
    assert _refusal(tmp_path / "saknas.txt") == "file_missing"
    assert _refusal(tmp_path) == "file_is_folder"
    assert _refusal(tmp_path / ("x" * 300)) == "file_unreadable"


def test_a_file_one_may_not_read_says_so(tmp_path: Path) -> None:
    (tmp_path / "last.txt").write_text("Löfte")
    (tmp_path / "last.txt").chmod(0)
    for folder in (tmp_path, *tmp_path.parents[:2]):
        folder.chmod(0o755)
    with _not_root():
        assert _refusal(tmp_path / "last.txt") == "file_not_allowed"


@contextmanager
def _not_root() -> Iterator[None]:
    """Root may read everything: be somebody else for a while."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(user)


def test_a_file_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "WAIT", 0.5)
    with pytest.raises(BadInput) as refused:
        text_of(b"<html>" + b"<p " * 1_000_000, "trög.html")
    assert refused.value.code == "file_too_heavy"


def test_a_file_that_takes_too_much_memory_is_given_up() -> None:
    hard_to_pack = f"<!--{os.urandom(200_000).hex()}-->"  # keeps within the limits of the zip
    with pytest.raises(BadInput) as refused:
        text_of(docx("<w:p/>" * 3_000_000, hard_to_pack), "stor.docx")
    assert refused.value.code == "file_too_heavy"


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_a_missing_package_is_named(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    package = {"pdf": "pypdf", "docx": "defusedxml"}[form]
    monkeypatch.delitem(sys.modules, f"handslag.documents.{form}_text", raising=False)
    monkeypatch.setitem(sys.modules, package, None)
    assert guard.answer(form, b"")["code"] == "file_needs_package"


@pytest.mark.parametrize("between", ["", " ", "\n", "<!--", "-->"])
def test_a_page_that_begins_with_many_comments_is_told_as_fast_as_another(between: str) -> None:
    assert form_of(f"<!---->{between}".encode() * 40 + b"x", ".txt") == "plain"
    assert form_of(b"<!-- a -->\n" * 40 + b"<html>", ".txt") == "html"
