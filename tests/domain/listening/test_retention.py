from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.domain.listening.retention import SCHEDULE, Kept, latest_start, rule_for


@pytest.mark.parametrize(
    ("kept", "start", "last"),
    [
        (Kept.FORMS, date(2026, 3, 31), date(2026, 4, 1)),
        (Kept.RESPONSES, date(2026, 1, 1), date(2026, 4, 1)),
        (Kept.TEXTS, date(2024, 1, 1), date(2024, 3, 31)),
        (Kept.LOG, date(2024, 2, 29), date(2026, 2, 28)),
        (Kept.LOG, date(2026, 3, 29), date(2028, 3, 29)),
    ],
)
def test_a_thing_is_kept_through_its_last_day(kept: Kept, start: date, last: date) -> None:
    rule = rule_for(kept)

    assert [rule.is_due(start, last), rule.is_due(start, last + timedelta(days=1))] == [False, True]


def test_every_kind_stands_in_the_schedule_once() -> None:
    assert [rule.kept for rule in SCHEDULE] == list(Kept)


@given(st.sampled_from(SCHEDULE), st.dates(date(2020, 1, 1), date(2040, 12, 31)))
def test_the_latest_start_is_the_last_that_is_due(rule: object, on: date) -> None:
    start = latest_start(rule, on)  # type: ignore[arg-type]

    assert rule.is_due(start, on)  # type: ignore[attr-defined]
    assert not rule.is_due(start + timedelta(days=1), on)  # type: ignore[attr-defined]
