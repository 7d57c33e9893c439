"""The script's output equals the page, for every promise of the demonstration at every stage."""

import json
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest

from handslag.config.run import DEMO_DAYS
from handslag.models.models import Promise, User
from handslag.services.demo.towns import load_demo
from handslag.web.words.labels import counted_word
from tests.cli.run import run
from tests.page import Page, PageClient
from tests.recount.bundle import counted_again, fetched, unpacked, words_of

SettingsOn = Callable[[date], AbstractContextManager[None]]


@pytest.fixture(params=DEMO_DAYS)
def stage(request: pytest.FixtureRequest, db: None, settings_on: SettingsOn) -> Any:
    with settings_on(date.fromisoformat(DEMO_DAYS[request.param])):
        load_demo(request.param)
        yield request.param


def _public() -> list[str]:
    """The addresses of every promise that has a page."""
    rows = Promise.objects.exclude(state="draft").select_related("municipality").order_by("pk")
    return [f"/{row.municipality.slug}/lofte/{row.number}/" for row in rows]


def _cells(page: Page) -> list[tuple[str, str]]:
    """What the page's table of numbers shows of each cell: how much was done, and the status in words."""
    tables = [t for t in page.all(".//details//table[@class='table']") if len(t.findall("thead//th")) >= 4]
    rows: list[Element] = [row for table in tables[:1] for row in table.findall("tbody/tr")]
    texts = [[" ".join("".join(cell.itertext()).split()) for cell in row] for row in rows]
    return sorted((text[-3], text[-1]) for text in texts)


def test_every_promise_is_counted_to_what_its_page_shows(stage: str, tmp_path: Path) -> None:
    client = PageClient()
    assert bool(_public()) == (stage in ("signed", "followup"))
    for number, path in enumerate(_public()):
        folder = tmp_path / str(number)
        expected = unpacked(fetched(client, path), folder)
        page, shown = client.get(path), expected["promises"][0]
        assert counted_again(folder) == 0
        assert page.words(".//h2[@id='status']") == [f"Läge: {expected['words'][shown['status']]}"]
        told = [(f"{cell['done']}", expected["words"][cell["status"]]) for cell in shown["cells"]]
        terms = json.loads((folder / "promises.json").read_text(encoding="utf-8"))["promises"][-1]
        is_aim = terms["measure"]["kind"] == "standing"  # its page has no such table
        assert _cells(page) == ([] if is_aim else sorted(told))


def test_every_municipality_is_counted_to_its_tally(stage: str, tmp_path: Path) -> None:
    client = PageClient()
    for slug in ("harnosand", "kramfors", "solleftea"):
        expected = unpacked(fetched(client, f"/{slug}/"), tmp_path / slug)
        assert counted_again(tmp_path / slug) == 0
        tally = (expected["tally"] or {}).items()
        shown = client.get(f"/{slug}/").words(".//ul[@class='tally']/li")
        assert sorted(shown) == sorted(
            f"{number} {counted_word(status, number).lower()}" for status, number in tally
        )


def test_the_script_runs_alone_as_the_readme_says(stage: str, tmp_path: Path) -> None:
    unpacked(fetched(PageClient(), "/harnosand/"), tmp_path)
    done = subprocess.run(
        [sys.executable, "-I", "-S", tmp_path / "rakna.py"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1] == f"Härnösand {DEMO_DAYS[stage]}: inget skiljer sig från sidan."


def test_handslag_assess_reads_the_bundle_and_agrees(
    stage: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    expected = unpacked(fetched(PageClient(), "/harnosand/"), tmp_path)
    named = {name: str(tmp_path / name) for name in ("promises.json", "activities.csv", "reports.csv")}
    done = run(
        capsys,
        "assess",
        *(named["promises.json"], named["activities.csv"], "--reports", named["reports.csv"]),
        *("--calendar", str(tmp_path / "calendar.json"), "--on", DEMO_DAYS[stage], "--format", "json"),
    )
    assert (done.status, done.said) == (0, "")
    found = {one["promise"]: one["headline"]["status"] for one in json.loads(done.out)["assessments"]}
    assert found == {one["promise"]: one["status"] for one in expected["promises"]}


def test_nobody_who_works_there_is_in_it(stage: str) -> None:
    whole = words_of(fetched(PageClient(), "/harnosand/"))
    people = [words for user in User.objects.all() for words in (user.email, user.name)]
    assert [words for words in people if words and words not in ("Polisen",) and words in whole] == []
