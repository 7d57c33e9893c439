"""The files of the data folder are for the user of the server alone."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from handslag.config.own_files import keep_to_ourselves

FIRST_START = """
import os; os.umask(0o022)
from handslag.config.run import _prepare
_prepare()
from django.db import connection
connection.cursor().execute("CREATE TABLE trial (a)")
"""


@pytest.fixture(autouse=True)
def _umask() -> Iterator[None]:
    before = os.umask(0o022)
    yield
    os.umask(before)


def _open_to_others(folder: Path) -> list[str]:
    return [
        str(path) for path in (folder, *folder.rglob("*")) if path.exists() and path.stat().st_mode & 0o077
    ]


def test_from_the_first_start_on_no_file_is_open_to_others(tmp_path: Path) -> None:
    data = tmp_path / "data"
    variables = os.environ | {
        "HANDSLAG_DATA": str(data),
        "DJANGO_SETTINGS_MODULE": "handslag.config.settings",
    }
    variables.pop("HANDSLAG_DATABASE_URL", None)
    subprocess.run([sys.executable, "-c", FIRST_START], check=True, env=variables)
    assert (data / "handslag.sqlite3").exists()
    assert _open_to_others(data) == []


def test_what_was_open_before_is_shut(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir(0o755)
    base = sqlite3.connect(data / "handslag.sqlite3")
    base.executescript("PRAGMA journal_mode=WAL; CREATE TABLE a (b); INSERT INTO a VALUES (1)")
    (data / "static").mkdir()
    (data / "static" / "a.css").write_text("a")
    assert len(_open_to_others(data)) == 6
    keep_to_ourselves(data)
    base.execute("INSERT INTO a VALUES (2)")
    (data / "later").write_text("x")
    assert _open_to_others(data) == []


def test_a_link_out_of_the_folder_is_left_alone(tmp_path: Path) -> None:
    data, other = tmp_path / "data", tmp_path / "other"
    data.mkdir()
    other.write_text("not ours")
    other.chmod(0o644)
    (data / "link").symlink_to(other)
    keep_to_ourselves(data)
    assert other.stat().st_mode & 0o777 == 0o644
