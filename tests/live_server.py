"""The product as it is run, in a process of its own with a database of its own, on SQLite or PostgreSQL."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any

STARTS = 180  # seconds before we give up waiting


@dataclass(frozen=True)
class Live:
    """`ask("tests.module:function")` runs a function beside the server and gives what it returned."""

    port: int
    environment: dict[str, str]
    process: "subprocess.Popen[bytes] | None" = None

    def ask(self, function: str, *arguments: object) -> Any:
        module, name = function.split(":")
        code = (
            "import django, json; django.setup(); "
            f"from {module} import {name}; print(json.dumps({name}(*{arguments!r})))"
        )
        done = subprocess.run(
            [sys.executable, "-c", code], env=self.environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    def connect(self) -> HTTPConnection:
        return HTTPConnection("127.0.0.1", self.port, timeout=30)


@contextmanager
def live(folder: Path) -> Iterator[Live]:
    """The server, listening; its data goes to `folder`, or to a PostgreSQL database while it runs."""
    url = os.environ.get("HANDSLAG_DATABASE_URL", "")
    environment = os.environ | {
        "HANDSLAG_DATA": str(folder),
        "DJANGO_SETTINGS_MODULE": "handslag.config.settings",
    }
    if not url:
        yield from _served(Live(_free_port(), environment))
        return
    import psycopg  # there is none where there is no PostgreSQL

    name = f"handslag_live_{os.getpid()}"  # tests run in several processes
    with psycopg.connect(url, autocommit=True) as database:
        database.execute(f"CREATE DATABASE {name}")
        own = url.replace("@/postgres?", f"@/{name}?")
        assert own != url
        try:
            yield from _served(Live(_free_port(), environment | {"HANDSLAG_DATABASE_URL": own}))
        finally:
            database.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _served(server: Live) -> Iterator[Live]:
    command = [sys.executable, "-m", "handslag", "serve", "--port", str(server.port)]
    process = subprocess.Popen(
        command, env=server.environment, stdout=subprocess.DEVNULL, start_new_session=True
    )
    try:
        _wait_for(server, process)
        yield replace(server, process=process)
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait_for(server: Live, process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + STARTS
    while time.monotonic() < until and process.poll() is None:
        with closing(server.connect()) as line:  # a connection alone says little: the port is tried out first
            try:
                line.request("GET", "/")
                line.getresponse().read()
            except (OSError, HTTPException):
                time.sleep(0.2)
            else:
                return
    raise AssertionError("the server did not start")


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
