"""Answers wait for others of their lane, sealed; nothing is lost and nothing can be told meanwhile."""

from collections import Counter
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.apps import apps
from django.db import OperationalError, connection

from handslag import clock
from handslag.domain.errors import NotFound
from handslag.domain.listening.answers import Outcome
from handslag.domain.listening.voices import VoiceState
from handslag.domain.surveys import Lane, SurveyState
from handslag.models.models import CodeBatch, Response, SealedResponse, Survey, SurveyCode, Voice
from handslag.services.listening.intake.form_tokens import new_token, read_token
from handslag.services.listening.intake.taking import Handed, hand_in, mark_batch, take_response
from handslag.services.listening.reads.answering import open_survey
from handslag.services.listening.reads.receipts import receipt_of
from handslag.services.listening.responses import withdraw_response
from handslag.services.listening.surveys import close_survey
from tests.cast import Cast
from tests.surveys import make_survey

WORDS = "Lampan vid porten är trasig."


@pytest.fixture
def keys(tmp_path: Path, settings: Any) -> Path:
    settings.ANSWERS_TOGETHER, settings.KEYS = 20, tmp_path / "keys"
    return tmp_path / "keys"


@pytest.fixture
def survey(cast: Cast, keys: Path) -> Survey:
    return make_survey(cast.harnosand)


def _handed(survey: Survey, lane: Lane = Lane.OPEN_LINK, words: str = WORDS) -> Handed:
    form = read_token(survey.public_id, new_token(survey.public_id))
    handed = hand_in(survey.pk, survey.defined(), {"ute": "ja", "trygg": words}, lane, form)
    return replace(handed, code=_given_out(survey)) if lane is Lane.CODE else handed


def _given_out(survey: Survey) -> UUID:
    """A code that nobody has used."""
    batch = CodeBatch.objects.create(survey=survey, channel="letter", number=1, issued_at=clock.now())
    return SurveyCode.objects.create(id=uuid4(), batch=batch).pk


def _take(survey: Survey, number: int, **more: Any) -> list[Handed]:
    handed = [_handed(survey, **more) for _ in range(number)]
    assert {take_response(each).outcome for each in handed} == {Outcome.STORED}
    return handed


def _numbers() -> tuple[int, int, int]:
    return SealedResponse.objects.count(), Response.objects.count(), Voice.objects.count()


def test_the_fortieth_answer_lets_twenty_be_stored_whom_chance_picks(survey: Survey) -> None:
    handed = _take(survey, 39)
    assert _numbers() == (39, 0, 0)
    handed += _take(survey, 1)
    assert _numbers() == (20, 20, 20)
    stored = set(Response.objects.values_list("pk", flat=True))
    assert stored < {each.id for each in handed}
    assert stored not in ({each.id for each in handed[:20]}, {each.id for each in handed[20:]})
    assert set(Voice.objects.values_list("text", flat=True)) == {WORDS}


def test_at_least_twenty_are_left_for_the_close_and_none_is_lost(survey: Survey, cast: Cast) -> None:
    handed = []
    for number in (41, 18, 1, 7):
        handed += _take(survey, number)
        waiting, stored, _ = _numbers()
        assert 20 <= waiting < 40
        assert (stored >= 20, waiting + stored) == (True, len(handed))
    close_survey(cast.anna, survey=survey)
    assert _numbers() == (0, 67, 67)
    assert set(Response.objects.values_list("pk", flat=True)) == {each.id for each in handed}


def test_what_is_left_is_sealed_anew_and_nothing_leads_from_the_row_before(survey: Survey) -> None:
    _take(survey, 39)
    before = {row.pk for row in SealedResponse.objects.all()}
    _take(survey, 1)
    assert not before & {row.pk for row in SealedResponse.objects.all()}


def test_each_lane_waits_for_its_own(survey: Survey) -> None:
    _take(survey, 39)
    _take(survey, 39, lane=Lane.STAFF)
    assert _numbers() == (78, 0, 0)
    _take(survey, 1, lane=Lane.STAFF)
    assert _numbers() == (59, 20, 20)


def test_at_the_close_all_are_stored_however_few(survey: Survey, cast: Cast) -> None:
    _take(survey, 3)
    close_survey(cast.anna, survey=survey)
    assert _numbers() == (0, 3, 3)


@pytest.mark.parametrize("together", [20, 0], ids=["sealed until the close", "stored before"])
def test_after_the_close_no_text_says_that_it_came_by_a_way_that_few_took(
    survey: Survey, cast: Cast, settings: Any, together: int
) -> None:
    settings.ANSWERS_TOGETHER = together
    _take(survey, 30)
    _take(survey, 21, lane=Lane.CODE)
    _take(survey, 2, lane=Lane.STAFF)
    close_survey(cast.anna, survey=survey)
    assert Counter(Voice.objects.values_list("channel", flat=True)) == {"open_link": 30, "survey": 23}


def test_what_was_closed_before_that_rule_loses_it_too(survey: Survey, settings: Any) -> None:
    settings.ANSWERS_TOGETHER = 0
    _take(survey, 30)
    _take(survey, 2, lane=Lane.STAFF)
    Survey.objects.update(state=SurveyState.CLOSED)
    migration = import_module("handslag.models.migrations.0030_channels_of_few")
    migration.leave_out_channels(apps, None)
    assert Counter(Voice.objects.values_list("channel", flat=True)) == {"survey": 32}


def test_what_waits_is_read_by_nobody_without_the_key(survey: Survey) -> None:
    (handed,) = _take(survey, 1)
    row = SealedResponse.objects.get()
    assert row.pk != handed.id
    assert not any(part in bytes(row.sealed) for part in (WORDS.encode(), handed.id.bytes, b"ute"))


def test_all_that_wait_are_of_one_size(survey: Survey) -> None:
    for words in ("", "Ja.", WORDS * 150):
        _take(survey, 1, words=words)
    assert len({len(bytes(row.sealed)) for row in SealedResponse.objects.all()}) == 1


@pytest.mark.django_db(transaction=True)
def test_the_key_of_a_batch_is_destroyed_and_the_next_has_another(survey: Survey, keys: Path) -> None:
    _take(survey, 1)
    (first,) = keys.glob("*.key")
    assert [path.stat().st_mode & 0o077 for path in (keys, first)] == [0, 0]
    _take(survey, 39)
    assert [path.name == first.name for path in keys.glob("*.key")] == [False]


def test_an_answer_that_waits_is_shown_by_its_receipt_and_taken_back(survey: Survey, cast: Cast) -> None:
    kept, gone = _take(survey, 2)
    shown = receipt_of(open_survey(survey.municipality.slug, survey.slug), gone.form.code)
    assert [text.state for text in shown.texts] == [VoiceState.RECEIVED]
    withdraw_response(gone.form.code)
    assert SealedResponse.objects.count() == 1
    assert take_response(gone).outcome is Outcome.REPEATED
    with pytest.raises(NotFound, match="receipt_unknown"):
        withdraw_response(gone.form.code)
    close_survey(cast.anna, survey=survey)
    assert [each.id for each in (kept, gone) if Response.objects.filter(pk=each.id)] == [kept.id]


def test_a_label_reaches_answers_that_wait(survey: Survey, cast: Cast) -> None:
    first, *_ = _take(survey, 2)
    mark_batch("abc", [first.id])
    close_survey(cast.anna, survey=survey)
    assert dict(Response.objects.filter(batch="abc").values_list("pk", "batch")) == {first.id: "abc"}


def test_what_cannot_be_opened_is_kept_and_said_and_stops_nobody(
    survey: Survey, keys: Path, cast: Cast, caplog: pytest.LogCaptureFixture
) -> None:
    _take(survey, 19)
    for path in keys.glob("*.key"):
        path.unlink()
    _take(survey, 39)
    assert _numbers() == (58, 0, 0)
    close_survey(cast.anna, survey=survey)
    assert _numbers() == (19, 39, 39)
    assert [record.getMessage() for record in caplog.records] == [
        "19 answers cannot be opened: their key is not here."
    ]


def test_where_no_key_can_be_written_nothing_is_taken(survey: Survey, keys: Path) -> None:
    keys.write_text("a file where the folder should be")
    handed = _handed(survey)
    with pytest.raises(OperationalError):
        take_response(handed)
    keys.unlink()
    assert take_response(handed).outcome is Outcome.STORED


def test_the_table_of_what_waits_keeps_no_order(survey: Survey) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT sql FROM sqlite_master WHERE name = 'handslag_sealedresponse'")
            assert cursor.fetchone()[0].endswith("WITHOUT ROWID")
