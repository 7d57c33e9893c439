"""What `handslag serve` and `handslag demo` do: prepare the database and the static files, then serve."""

import os
from pathlib import Path

STAGES_BUILT = ("draft", "signed", "followup")
DEMO_DAYS = {"draft": "2019-03-20", "signed": "2019-04-05", "followup": "2019-09-02"}


def serve(host: str = "127.0.0.1", port: int = 8000) -> None:
    """Serve the pages until stopped. Brings the database up to date first."""
    _prepare()
    _listen(host, port)


def demo(stage: str = "followup", port: int = 8000) -> None:
    """Load Härnösand and two neighbours at `stage` into a database of their own, print log-ins, serve.

    Raises `BadInput("stage_unknown")` or `BadInput("stage_not_built")`.
    """
    from handslag.domain.errors import BadInput

    if stage == "dialogue":
        raise BadInput("stage_not_built", stage=stage)
    if stage not in STAGES_BUILT:
        raise BadInput("stage_unknown", stage=stage, stages=", ".join(("dialogue", *STAGES_BUILT)))
    folder = Path(os.environ.get("HANDSLAG_DATA", "data")).resolve() / "demo" / stage
    for old in folder.glob("handslag.sqlite3*"):
        old.unlink()
    os.environ |= {"HANDSLAG_DATA": str(folder), "HANDSLAG_TODAY": DEMO_DAYS[stage], "HANDSLAG_DEMO": "1"}
    os.environ.pop("HANDSLAG_DATABASE_URL", None)
    _prepare()
    from handslag.services.demo import load_demo

    logins = load_demo(stage)
    print(f"\n  Härnösand, {stage}: http://localhost:{port}/harnosand/\n")
    for email, password, role in logins:
        print(f"  {role:<28} {email:<22} {password}")
    print(f"\n  http://localhost:{port}/konto/logga-in/   (Ctrl-C stops)\n", flush=True)
    _listen("127.0.0.1", port)


def _prepare() -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "handslag.config.settings")
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)


def _listen(host: str, port: int) -> None:
    from granian import Granian
    from granian.constants import Interfaces

    Granian(
        "handslag.config.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=int(os.environ.get("HANDSLAG_WORKERS", "1")),
        blocking_threads=4,
        log_access=False,  # no line per visitor is ever written (docs/run/privacy.md)
        log_enabled=False,
    ).serve()
