"""How many processes serve, and that none is left when the server is told to stop."""

import os
import signal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from handslag.config.run import _processes
from tests.live_server import live


@pytest.mark.parametrize(("cores", "told", "serve"), [(1, "", 1), (2, "", 2), (16, "", 4), (2, "8", 8)])
def test_one_process_serves_for_each_core_four_at_most_unless_told_otherwise(
    monkeypatch: pytest.MonkeyPatch, cores: int, told: str, serve: int
) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(cores)), raising=False)
    monkeypatch.setenv("HANDSLAG_WORKERS", told)
    assert _processes() == serve


def test_nothing_is_left_of_several_processes_that_were_told_to_stop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with TemporaryDirectory() as temporary:
        monkeypatch.setenv("TMPDIR", temporary)
        monkeypatch.setenv("HANDSLAG_WORKERS", "2")
        with live(tmp_path) as server:
            (meeting_place,) = os.listdir(temporary)
        assert os.listdir(temporary) == []
    assert meeting_place.startswith("handslag-")
    with pytest.raises(ConnectionRefusedError):
        server.connect().connect()


def test_ctrl_c_which_reaches_all_processes_at_once_stops_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HANDSLAG_WORKERS", "2")
    with live(tmp_path) as server:
        assert server.process is not None
        os.killpg(server.process.pid, signal.SIGINT)
        assert server.process.wait(timeout=8) == 0  # one that hangs is killed after ten seconds
