"""The bundle of promises that were changed in public: the script in it reaches what the page shows."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from handslag.domain.keeping.activities import ActivityStatus
from handslag.domain.promises.terms import Kind, Measure, Per, Spread
from handslag.models.models import Promise
from handslag.recount import rakna
from handslag.services.promises import changes
from handslag.services.promises.changes import Days
from handslag.services.promises.reads.drafts import draft_of
from handslag.services.showing.bundles import municipality_bundle, promise_bundle
from tests.cast import Cast
from tests.make import make_activity, make_promise

OCTOBER = date(2019, 10, 1)
DAYS = [date(2019, 9, 2), date(2019, 9, 30), OCTOBER, date(2020, 1, 1), date(2021, 2, 1)]
Clock = Callable[[date], AbstractContextManager[None]]


def recounted(bundle: bytes, folder: Path) -> int:
    """What the script of a bundle ends with: 0 when it agrees with the page."""
    with ZipFile(BytesIO(bundle)) as archive:
        archive.extractall(folder)
    return rakna.main(folder)


@pytest.fixture
def changed(cast: Cast) -> list[Promise]:
    """One of each change, with something done in the year that ran."""
    promises = [make_promise(cast.harnosand) for _ in range(4)]
    by_place = {"spread": Spread.PLACE, "places": ["Ramvik", "Viksjö"]}
    promises.append(make_promise(cast.harnosand, per=Per.MONTH, year_named=False, **by_place))  # type: ignore[arg-type]
    make_activity(*promises[:3], done_on=date(2019, 6, 14))
    make_activity(promises[1], done_on=date(2020, 3, 1), status=ActivityStatus.PLANNED)
    amend, withdraw, replaced, other, monthly = promises
    more = replace(draft_of(amend.versions.get(), ""), measure=Measure(Kind.COUNT, per=Per.MONTH))
    until = Days(OCTOBER, date(2020, 12, 31), None)
    told = {"seen": 1, "reason": "Klagomålen har ökat."}
    changes.amend_promise(cast.anna, promise=amend, days=until, draft=more, **told)  # type: ignore[arg-type]
    gone = told | {"valid_from": OCTOBER}
    changes.withdraw_promise(cast.anna, promise=withdraw, **gone)  # type: ignore[arg-type]
    changes.withdraw_promise(cast.anna, promise=monthly, **gone)  # type: ignore[arg-type]
    changes.replace_promise(cast.anna, promise=replaced, by=other, **gone)  # type: ignore[arg-type]
    again = Days(date(2020, 3, 1), None, date(2021, 3, 1))
    told |= {"seen": 2}
    changes.amend_promise(cast.anna, promise=monthly, days=again, draft=more, **told)  # type: ignore[arg-type]
    return promises


@pytest.mark.parametrize("on", DAYS)
def test_the_script_agrees_with_the_page(
    on: date, changed: list[Promise], cast: Cast, settings_on: Clock, tmp_path: Path
) -> None:
    with settings_on(on):
        assert recounted(municipality_bundle(cast.harnosand, on=on), tmp_path) == 0


def test_each_promise_for_itself_too(changed: list[Promise], cast: Cast, tmp_path: Path) -> None:
    for promise in changed:
        folder = tmp_path / str(promise.number)
        assert recounted(promise_bundle(cast.harnosand, promise.number, on=date(2020, 2, 1)), folder) == 0


def test_the_script_says_what_was_withdrawn(
    changed: list[Promise], cast: Cast, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    recounted(municipality_bundle(cast.harnosand, on=date(2020, 1, 1)), tmp_path)
    assert capsys.readouterr().out.splitlines() == [
        "1. I fas: samma som på sidan",
        "2. Återtaget: samma som på sidan",
        "3. Återtaget: samma som på sidan",
        "4. I fas: samma som på sidan",
        "5. Återtaget: samma som på sidan",
        "Härnösand 2020-01-01: inget skiljer sig från sidan.",
    ]
