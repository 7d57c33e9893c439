"""A database of its own with a town and surveys that are open: SQLite, or a throw-away PostgreSQL."""

import os
import subprocess
import sys
import tempfile
from importlib import import_module
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
program = import_module("tools.postgresql").program  # where an installed program of PostgreSQL's is
TOWN = "ekby"
SCALES = ("kvall", "dag", "centrum", "buss", "skola", "hemma")


def on_both(script: str) -> tuple[list[str], int]:
    """Run `script alone` on SQLite and on PostgreSQL, each with an empty HANDSLAG_DATA.

    Gives the last line that each has printed, and whether any of them failed.
    """
    lines, status = [], 0
    for before in ([], [str(ROOT / "tools" / "postgresql.py"), sys.executable]):
        with tempfile.TemporaryDirectory() as folder:
            command = [sys.executable, *before, script, "alone"]
            own = environment(Path(folder))
            done = subprocess.run(command, env=own, stdout=subprocess.PIPE, text=True, check=False)
        *rest, last = done.stdout.strip().splitlines() or ["nothing was printed"]
        print("\n".join(rest), end="\n" if rest else "")
        lines.append(last)
        status |= done.returncode
    return lines, status


def environment(data: Path, **variables: str) -> dict[str, str]:
    """Where the product runs: in `data`, on SQLite, with a secret of its own."""
    own = {
        "HANDSLAG_DATA": str(data),
        "HANDSLAG_SECRET_KEY": "only-for-proofs",
        "DJANGO_SETTINGS_MODULE": "handslag.config.settings",
    }
    return {k: v for k, v in os.environ.items() if k != "HANDSLAG_DATABASE_URL"} | own | variables


def town_with(*surveys: str) -> Any:
    """Tables and static files, and a town with an open survey for each name. Once in a process."""
    from handslag.config.run import _prepare

    _prepare()
    from handslag.models.models import Municipality, PoliceArea

    area = PoliceArea.objects.create(name="Ekbygden")
    town = Municipality.objects.create(slug=TOWN, name="Ekby", short_name="Ekby", police_area=area)
    for name in surveys:
        open_survey(town, name)
    return town


def open_survey(town: Any, name: str) -> Any:
    """A survey of twelve questions that nobody has answered, with all lanes."""
    from handslag import clock
    from handslag.models.models import Survey

    return Survey.objects.create(
        municipality=town,
        slug=name,
        definition=definition(name),
        state="open",
        lanes=["open_link", "code", "staff"],
        opened_at=clock.now(),
    )


def database_files(data: Path) -> list[Path]:
    """Every file that the database has: tables, write-ahead log, temporary files, what it has printed."""
    url = os.environ.get("HANDSLAG_DATABASE_URL", "")
    if not url:
        return sorted(data.glob("handslag.sqlite3*"))
    return sorted(path for path in Path(url.partition("host=")[2]).rglob("*") if path.is_file())


def words(text: str) -> dict[str, str]:
    return {"sv": text}


def definition(name: str) -> dict[str, Any]:
    """Six scales, a number, two lists, several choices, a date and a free text."""
    scales = [
        {"name": one, "kind": "scale", "lowest": 1, "highest": 5, "label": words(f"Hur trygg: {one}?")}
        for one in SCALES
    ]
    rest = [
        {"name": "nummer", "kind": "integer", "label": words("Ett tal?")},
        {"name": "ute", "kind": "single", "choices": "ja_nej", "label": words("Går du ut?")},
        {"name": "kon", "kind": "single", "choices": "ja_nej", "label": words("Bor du här?")},
        {"name": "sett", "kind": "multiple", "choices": "ja_nej", "label": words("Vad har du sett?")},
        {"name": "nar", "kind": "date", "label": words("När?")},
        {"name": "text", "kind": "text", "is_long": True, "label": words("Vad gör dig trygg?")},
    ]
    choices = [{"name": n, "code": c, "label": words(n)} for c, n in enumerate(("ja", "nej"), start=1)]
    return {
        "id": name,
        "version": 1,
        "title": words("Trygghet i Ekby"),
        "languages": ["sv"],
        "pages": [{"name": "alla", "questions": [*scales, *rest]}],
        "choice_lists": {"ja_nej": choices},
    }
