"""The stage every test stands on: a throw-away database, the cast, a fixed day."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import HealthCheck, settings

from tests import cast as cast_module
from tests.cast import Cast
from tests.page import PageClient

settings.register_profile(
    "handslag", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("handslag")

TODAY = date(2019, 9, 2)


@pytest.fixture(autouse=True)
def _fixed_day(request: pytest.FixtureRequest) -> Iterator[None]:
    """Every test with a database happens on 2 September 2019 unless it says otherwise."""
    if "db" not in request.fixturenames and "transactional_db" not in request.fixturenames:
        yield
        return
    from handslag.services.listening.reads.answering import forget_surveys

    forget_surveys()
    with request.getfixturevalue("settings_on")(TODAY):
        yield


@pytest.fixture
def settings_on() -> object:
    """`with settings_on(day):` moves the clock."""
    from django.test import override_settings

    return lambda day: override_settings(DEMO_TODAY=day.isoformat())


@pytest.fixture
def without_noise(monkeypatch: pytest.MonkeyPatch) -> None:
    """Published counts stand as they are, so that a page can be held against what was answered."""
    monkeypatch.setattr("handslag.domain.listening.noise.Noise.on", lambda *_: 0)


@pytest.fixture
def cast(db: None) -> Cast:
    """Anna, Bo, Cilla and Olle, with Härnösand and Sollefteå (tests/cast.py)."""
    return cast_module.make_cast()


@pytest.fixture
def page(db: None) -> PageClient:
    """A visitor whose every page is inspected (tests/page.py)."""
    return PageClient()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say in one line nobody misses what was passed over, for want of what; and in which order all ran."""
    wanting: Counter[str] = Counter()
    for report in terminalreporter.getreports("skipped"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        wanting[f"{report.nodeid.split('::')[0]} ({reason.removeprefix('Skipped: ')})"] += 1
    if wanting:
        each = "; ".join(f"{number} in {where}" for where, number in sorted(wanting.items()))
        terminalreporter.write_line(f"PASSED OVER, {wanting.total()} TESTS: {each}", yellow=True, bold=True)
    if seed := terminalreporter.config.getoption("randomly_seed", None):
        terminalreporter.write_line(f"To run in this order again: --randomly-seed={seed}")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark what touches the database, so that `-m database` runs it again on PostgreSQL."""
    from django.db import connection

    others = [
        item for item in items for mark in item.iter_markers("only") if connection.vendor not in mark.args
    ]
    config.hook.pytest_deselected(items=others)
    items[:] = [item for item in items if item not in others]
    for item in items:
        if {"db", "transactional_db"} & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.database)
