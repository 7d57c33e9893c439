"""A port that is taken is refused in one sentence, before anything is set up, and never shared in silence."""

import socket
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from handslag.cli import main
from handslag.config.ports import claimed
from handslag.domain.errors import BadInput

V4, V6 = socket.AF_INET, socket.AF_INET6
Capture = pytest.CaptureFixture[str]


def _listening(family: socket.AddressFamily, address: str, *, shares: bool = False) -> socket.socket:
    made = socket.socket(family)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if shares:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    made.bind((address, 0))
    made.listen()
    return made


def _refusal(host: str, port: int) -> str:
    with pytest.raises(BadInput) as refused, claimed(host, port):
        pass
    return refused.value.code


@pytest.mark.parametrize("command", ["serve", "demo"])
def test_a_taken_port_is_one_sentence_and_nothing_is_set_up(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setenv("HANDSLAG_DATA", str(tmp_path))
    with closing(_listening(V4, "127.0.0.1", shares=True)) as other:
        port = other.getsockname()[1]
        assert main([command, "--port", str(port), "--language", "sv"]) == 2
    said = f"Port {port} är upptagen: något lyssnar redan på 127.0.0.1. Stoppa det, eller välj en annan port"
    assert capsys.readouterr() == ("", f"{said} med --port.\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("shares", [True, False])
@pytest.mark.parametrize(
    ("family", "address", "host"),
    [
        (V4, "127.0.0.1", "127.0.0.1"),
        (V4, "127.0.0.1", "localhost"),
        (V4, "127.0.0.1", "0.0.0.0"),
        (V4, "0.0.0.0", "127.0.0.1"),
        (V4, "127.0.0.1", "::1"),
        (V6, "::1", "127.0.0.1"),
        (V6, "::", "127.0.0.1"),
        (V6, "::1", "0.0.0.0"),
        (V6, "::1", "::"),
    ],
)
def test_it_is_taken_whichever_way_localhost_leads(
    family: socket.AddressFamily, address: str, host: str, *, shares: bool
) -> None:
    with closing(_listening(family, address, shares=shares)) as other:
        assert _refusal(host, other.getsockname()[1]) == "port_taken"


def test_of_two_that_start_at_once_the_second_is_refused_though_the_first_does_not_listen_yet() -> None:
    with closing(_listening(V4, "127.0.0.1")) as free:
        port = free.getsockname()[1]
    with claimed("127.0.0.1", port):
        assert _refusal("127.0.0.1", port) == "port_taken"
        with closing(socket.socket()) as own:  # as each process of the server does
            own.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
            own.bind(("127.0.0.1", port))
    with claimed("127.0.0.1", port) as address:
        assert address == "127.0.0.1"


def test_a_port_that_has_just_been_left_is_free() -> None:
    server = _listening(V4, "127.0.0.1")
    port = server.getsockname()[1]
    visitor = socket.create_connection(("127.0.0.1", port))
    answered, _ = server.accept()
    for each in (answered, visitor, server):  # the server hangs up first: its port rests for a minute
        each.close()
    with claimed("127.0.0.1", port) as address:
        assert address == "127.0.0.1"


@pytest.mark.parametrize(
    ("host", "port", "code"),
    [
        ("127.0.0.1", 0, "port_unknown"),
        ("127.0.0.1", -1, "port_unknown"),
        ("127.0.0.1", 65_536, "port_unknown"),
        ("203.0.113.9", 8000, "host_not_here"),
        ("no such host", 8000, "host_unknown"),
    ],
)
def test_an_address_that_cannot_be_listened_on_is_said(host: str, port: int, code: str) -> None:
    assert _refusal(host, port) == code


def test_a_demonstration_does_not_lose_its_database_to_another(tmp_path: Path) -> None:
    code = (
        "from pathlib import Path; from handslag.config.run import _alone_in; "
        f"shown = _alone_in(Path({str(tmp_path)!r}), 'draft'); shown.__enter__(); "
        "print('shown', flush=True); input()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "shown\n"
        second = subprocess.run(
            [sys.executable, "-c", code], input="\n", capture_output=True, text=True, check=False
        )
        first.communicate("\n")
    assert second.stdout == ""
    assert second.stderr.splitlines()[-1].endswith("('demo_is_shown', {'stage': 'draft'})")
