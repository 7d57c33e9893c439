"""Erased is gone: what residents wrote stands only sealed, and whoever erases it destroys the key."""

import os
import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError, connection, transaction

from handslag.domain.listening.voices import Channel, SourceKind
from handslag.models.models import Voice
from handslag.models.word_keys import settle, unsealed
from handslag.services.listening.erased import erase_voices, finish_erasing
from handslag.services.listening.voices import Said, Source, erase_voice, keep_voices
from handslag.services.soundness import unreadable_rows
from tests.cast import Cast
from tests.make import make_voice

WORDS = "Lampan vid porten är trasig."
BOOK = "abcdefghjk"

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def keys(tmp_path: Path, settings: Any) -> Path:
    settings.WORD_KEYS = tmp_path / "word-keys"
    return tmp_path / "word-keys"


@pytest.fixture
def stage(transactional_db: None) -> Cast:
    from tests.cast import make_cast

    return make_cast()


def _keep(cast: Cast, *ids: str) -> list[Voice]:
    source = Source(cast.harnosand, Channel.CARD, SourceKind.DIALOGUE, BOOK, date(2019, 8, 20))
    return keep_voices(source, [Said(key, WORDS) for key in ids])


def _stored() -> dict[str, str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, text FROM handslag_voice")
        return dict(cursor.fetchall())


def _book(keys: Path) -> bytes:
    return (keys / f"{BOOK}.keys").read_bytes()


def _an_hour_passes(keys: Path) -> None:
    os.utime(keys / f"{BOOK}.keys", (0, 0))


def test_words_are_read_by_the_desk_and_stand_nowhere_in_the_table(stage: Cast, keys: Path) -> None:
    one, two = _keep(stage, "a" * 32, "b" * 32)
    assert (one.text, Voice.objects.get(pk=two.pk).text) == (WORDS, WORDS)
    assert list(Voice.objects.values_list("text", flat=True)) == [WORDS, WORDS]
    assert [WORDS in stored or WORDS.encode().hex() in stored for stored in _stored().values()] == [False] * 2
    assert [path.stat().st_mode & 0o077 for path in (keys, *keys.glob("*.keys"))] == [0, 0]


def test_a_copy_of_an_erased_voice_says_nothing_and_the_others_stay(stage: Cast, keys: Path) -> None:
    gone, _ = _keep(stage, "a" * 32, "b" * 32)
    copy, key = _stored()[gone.pk], _book(keys)[16:48]
    assert unsealed(copy) == WORDS
    erase_voice(stage.anna, voice=gone)
    with pytest.raises(ValueError, match="words without their key"):
        unsealed(copy)
    assert (key in _book(keys), Voice.objects.get().text) == (False, WORDS)


def test_erasing_that_is_not_committed_destroys_nothing(stage: Cast, keys: Path) -> None:
    (voice,) = _keep(stage, "a" * 32)
    with transaction.atomic():
        erase_voices(Voice.objects.filter(pk=voice.pk))
        transaction.set_rollback(True)
    _an_hour_passes(keys)
    finish_erasing()
    assert Voice.objects.get().text == WORDS


def test_what_a_killed_process_left_is_finished_in_the_night(stage: Cast, keys: Path) -> None:
    _keep(stage, "a" * 32, "b" * 32)
    copy = _stored()["a" * 32]
    Voice.objects.filter(pk="a" * 32).delete()  # committed, and then the process ended
    finish_erasing()
    assert unsealed(copy) == WORDS  # perhaps it is on the way
    _an_hour_passes(keys)
    finish_erasing()
    with pytest.raises(ValueError, match="words without their key"):
        unsealed(copy)
    assert Voice.objects.get().text == WORDS


def test_words_that_are_stored_at_the_second_try_keep_their_key(stage: Cast, keys: Path) -> None:
    with transaction.atomic():
        _keep(stage, "a" * 32)
        transaction.set_rollback(True)  # the disk was full
    _an_hour_passes(keys)
    with transaction.atomic():
        _keep(stage, "a" * 32)
        settle(lambda _: set(), older_than=time.time() - 3600)  # the night's work, which does not see it yet
    assert Voice.objects.get().text == WORDS


def test_half_a_key_of_a_killed_process_spoils_no_other(stage: Cast, keys: Path) -> None:
    _keep(stage, "a" * 32)
    with (keys / f"{BOOK}.keys").open("ab") as book:
        book.write(b"half")
    _keep(stage, "b" * 32)
    assert list(Voice.objects.values_list("text", flat=True)) == [WORDS, WORDS]


def test_a_backup_that_is_put_back_shows_all_but_what_was_erased_since(stage: Cast) -> None:
    gone, _ = _keep(stage, "a" * 32, "b" * 32)
    backup = _stored()
    erase_voice(stage.anna, voice=gone)
    make_voice(stage.harnosand, id=gone.pk)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE handslag_voice SET text = %s WHERE id = %s", [backup[gone.pk], gone.pk])
    assert list(Voice.objects.values_list("text", flat=True)) == [WORDS]
    assert [(row.table, row.key) for row in unreadable_rows()] == [("handslag_voice", gone.pk)]
    erase_voices(Voice.objects.all())
    assert _stored() == {}


def test_nobody_puts_words_into_a_row_past_the_keys(stage: Cast) -> None:
    one, two = _keep(stage, "a" * 32, "b" * 32)
    with pytest.raises(TypeError, match="sealed only"):
        Voice.objects.update(text="Annat.")
    for forged in ("Annat.", _stored()[two.pk].replace(two.pk, one.pk), f"words:../x:{one.pk}:00", "words:a"):
        with connection.cursor() as cursor:
            cursor.execute("UPDATE handslag_voice SET text = %s WHERE id = %s", [forged, one.pk])
        assert list(Voice.objects.values_list("pk", flat=True)) == [one.pk, two.pk]
        assert [voice.pk for voice in Voice.objects.all()] == [two.pk]


def test_where_no_key_can_be_written_nothing_is_kept(stage: Cast, keys: Path) -> None:
    keys.write_text("a file where the folder should be")
    with pytest.raises(OperationalError):
        _keep(stage, "a" * 32)
    keys.unlink()
    assert [voice.text for voice in _keep(stage, "a" * 32)] == [WORDS]


def test_a_key_that_is_perhaps_not_on_the_disk_is_made_anew(
    stage: Cast, keys: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _keep(stage, "a" * 32)
    before = _book(keys)
    with monkeypatch.context() as failing:
        failing.setattr(os, "fsync", _fail)
        with pytest.raises(OperationalError):
            _keep(stage, "b" * 32)
    assert _book(keys) == before
    _keep(stage, "b" * 32)
    assert list(Voice.objects.values_list("text", flat=True)) == [WORDS, WORDS]


def _fail(_: int) -> None:
    raise OSError("The disk does not answer.")
