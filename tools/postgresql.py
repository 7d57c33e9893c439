"""Run a command with a throw-away PostgreSQL: `python tools/postgresql.py COMMAND…`.

Uses the installed server programs, as an unprivileged user when started by root. Without them it
says so and exits 0: SQLite alone was tested then.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

USER = "postgres"


def program(name: str) -> str | None:
    """Where an installed server program is: on PATH, or where Debian puts it."""
    found = [
        shutil.which(name),
        *map(str, sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), reverse=True)),
    ]
    return next((path for path in found if path), None)


def as_user(command: list[str]) -> list[str]:
    """initdb refuses root: step down to the postgres user."""
    return ["runuser", "-u", USER, "--", *command] if os.geteuid() == 0 else command


def main(command: list[str]) -> int:
    initdb, pg_ctl = program("initdb"), program("pg_ctl")
    if not initdb or not pg_ctl:
        print("PostgreSQL is not installed here: the database tests ran on SQLite only.")
        return 0
    with tempfile.TemporaryDirectory(prefix="handslag-pg-") as name:
        folder = Path(name)
        if os.geteuid() == 0:
            shutil.chown(folder, USER, USER)
        run = {"check": True, "stdout": subprocess.DEVNULL, "cwd": "/"}
        cluster = str(folder / "cluster")
        subprocess.run(as_user([initdb, "-D", cluster, "-A", "trust", "-U", USER, "--no-sync"]), **run)  # type: ignore[call-overload]
        options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
        subprocess.run(
            as_user([pg_ctl, "-D", cluster, "-w", "-l", str(folder / "log"), "-o", options, "start"]), **run
        )  # type: ignore[call-overload]
        try:
            url = f"postgresql://{USER}@/postgres?host={folder}"
            return subprocess.run(command, env=os.environ | {"HANDSLAG_DATABASE_URL": url}).returncode
        finally:
            subprocess.run(as_user([pg_ctl, "-D", cluster, "-m", "immediate", "stop"]), **run)  # type: ignore[call-overload]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
