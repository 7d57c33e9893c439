"""Whoever reads very many voices in a short time is noticed, by the others and on a page."""

from collections.abc import Iterator
from datetime import timedelta
from email.header import decode_header, make_header

import pytest
from django.test import TestCase

from handslag.models.models import LogEntry
from handslag.services.listening.reads.voices import VoiceFilter
from handslag.services.listening.voices import read_voice, read_voices
from tests.cast import Cast
from tests.mail_server import Post, free_port, mail_server, mail_to, words
from tests.make import make_voice
from tests.page import PageClient

READERS = "/bord/harnosand/synpunkter/lasare/"


@pytest.fixture
def post() -> Iterator[Post]:
    with mail_server(Post()) as post:
        yield post


def _read(cast: Cast, pages: int) -> None:
    """Bo reads a page of fifty voices so many times."""
    for number in range(50):
        make_voice(cast.harnosand, text=f"Mer ljus {number}.")
    with TestCase.captureOnCommitCallbacks(execute=True):
        for _time in range(pages):
            read_voices(cast.bo, municipality=cast.harnosand, choice=VoiceFilter())


def test_two_hundred_voices_within_an_hour_tell_nobody(cast: Cast, post: Post) -> None:
    _read(cast, 4)
    assert not post.letters
    page = PageClient(cast.anna).get(READERS)
    assert "Ingen har läst fler än 200 inom en timme." in page.text
    assert page.words(".//tbody//td") == ["bo", "200"]


def test_the_next_one_is_told_to_the_coordinator_and_who_signed_once_an_hour(cast: Cast, post: Post) -> None:
    _read(cast, 4)
    voice = make_voice(cast.harnosand)
    with TestCase.captureOnCommitCallbacks(execute=True):
        for _time in range(3):
            read_voice(cast.bo, voice=voice)
    assert sorted(post.went_to) == ["anna", "cilla"]
    assert "bo har läst 201 synpunkter i Härnösand inom en timme." in words(post.letters[0])
    assert LogEntry.objects.filter(verb="tell_of_reading").count() == 1
    assert "201 synpunkter inom en timme, lästa av bo." in PageClient(cast.cilla).get(READERS).text


def test_an_odd_name_of_a_municipality_breaks_no_letter(cast: Cast, post: Post) -> None:
    cast.harnosand.short_name = "Härnö\x0bsand\u2028\x01 👩🏽‍🚒"
    cast.harnosand.save()
    _read(cast, 5)
    subject = str(make_header(decode_header(post.letters[0]["Subject"])))
    assert subject.endswith("medborgarlöften i Härnö sand 👩🏽‍🚒")
    assert "Härnö\nsand\n 👩🏽‍🚒" in words(post.letters[0]).replace("\r", "")


def test_the_reader_is_not_the_one_who_is_told(cast: Cast, post: Post) -> None:
    for number in range(50):
        make_voice(cast.harnosand, text=f"Mer ljus {number}.")
    with TestCase.captureOnCommitCallbacks(execute=True):
        for _time in range(5):
            read_voices(cast.anna, municipality=cast.harnosand, choice=VoiceFilter())
    assert post.went_to == ["cilla"]


def test_what_was_read_an_hour_ago_is_not_added(cast: Cast, post: Post) -> None:
    _read(cast, 4)
    LogEntry.objects.update(at=LogEntry.objects.first().at - timedelta(hours=1))  # type: ignore[union-attr]
    _read(cast, 1)
    assert not post.letters


def test_a_mail_server_that_is_away_stops_nobody_from_reading(cast: Cast) -> None:
    with mail_to(free_port()):
        _read(cast, 5)
    assert "250 synpunkter inom en timme, lästa av bo." in PageClient(cast.anna).get(READERS).text


def test_who_reads_is_not_for_those_who_only_keep_promises(cast: Cast) -> None:
    PageClient(cast.bo).get(READERS, status=403)
