"""What becomes of a text that is handed in: what is stored, what is not, who may see it."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from handslag.domain.listening.voices import Channel, SourceKind, Verdict
from handslag.models.models import Place, Voice, VoiceReview
from handslag.services.listening.voices import Said, Source, keep_voices
from tests.cast import Cast

ID = "0123456789abcdef" * 2


def _source(cast: Cast, channel: Channel = Channel.OPEN_LINK) -> Source:
    return Source(cast.harnosand, channel, SourceKind.SURVEY, "abcdefghjk", date(2018, 10, 1))


def _kept(cast: Cast, said: Said, channel: Channel = Channel.OPEN_LINK) -> Voice:
    keep_voices(_source(cast, channel), [said])
    return Voice.objects.get()


def test_a_text_is_masked_before_it_is_stored(cast: Cast) -> None:
    assert _kept(cast, Said(ID, "Ring 070-174 06 05.")).text == "Ring [telefonnummer]."


def test_a_text_that_names_somebody_is_held(cast: Cast) -> None:
    assert _kept(cast, Said(ID, "Anna Berg stör alla.")).is_held


def test_a_survey_text_keeps_neither_group_nor_the_place_of_few(cast: Cast) -> None:
    place = Place.objects.create(municipality=cast.harnosand, name="Ramvik")
    voice = _kept(
        cast, Said(ID, "Mer ljus.", place=place, answers_there=19, group="18–29", people_in_group=90)
    )
    assert (voice.place, voice.group) == (None, "")


def test_a_card_keeps_its_place_and_the_group_of_many(cast: Cast) -> None:
    place = Place.objects.create(municipality=cast.harnosand, name="Ramvik")
    said = Said(ID, "Mer ljus.", place=place, group="18–29", people_in_group=10)
    voice = _kept(cast, said, Channel.CARD)
    assert (voice.place, voice.group) == (place, "18–29")


def test_an_empty_text_is_no_voice(cast: Cast) -> None:
    assert keep_voices(_source(cast), [Said(ID, " \u200b\n")]) == []


def test_a_resend_counts_once(cast: Cast) -> None:
    for _time in range(2):
        keep_voices(_source(cast), [Said(ID, "Mer ljus.")])
    assert Voice.objects.count() == 1


def test_nobody_is_two_readers(cast: Cast) -> None:
    voice = _kept(cast, Said(ID, "Mer ljus."))
    VoiceReview.objects.create(voice=voice, reviewer=cast.anna, verdict=Verdict.MAY_BE_QUOTED)
    with pytest.raises(IntegrityError), transaction.atomic():
        VoiceReview.objects.create(voice=voice, reviewer=cast.anna, verdict=Verdict.MAY_BE_QUOTED)


def test_what_staff_said_always_belongs_to_their_party(cast: Cast) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        keep_voices(replace(_source(cast), channel=Channel.STAFF_DIALOGUE), [Said(ID, "Mer tid.")])


def test_the_table_does_not_remember_the_order(cast: Cast) -> None:
    ids = [f"{number:032x}" for number in (3, 1, 2)]
    keep_voices(_source(cast), [Said(one, "Mer ljus.") for one in ids])
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT sql FROM sqlite_master WHERE name = 'handslag_voice'")
            assert cursor.fetchone()[0].endswith("WITHOUT ROWID")
    assert list(Voice.objects.values_list("id", flat=True)) == sorted(ids)
