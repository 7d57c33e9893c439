"""Voices at the desk: filters, reading by two, quarantine, erasing, and what the log says."""

import pytest
from pytest_django import DjangoAssertNumQueries

from handslag.domain.errors import NotFound
from handslag.domain.listening.dialogues import DialogueKind
from handslag.domain.listening.voices import Channel, SourceKind, Verdict, VoiceKind
from handslag.domain.people.parties import Party
from handslag.models.models import LogEntry, Voice
from handslag.services.listening.reads.voices import VoiceFilter, quotes, sources, voice_page, voices_waiting
from handslag.services.listening.surveys import close_survey
from handslag.services.listening.voices import name_held_reader, review_voice
from handslag.services.listening.walks import Found, add_stop, record_finding
from tests.cast import Cast
from tests.make import make_dialogue, make_voice
from tests.page import PageClient
from tests.surveys import make_survey

VOICES = "/bord/harnosand/synpunkter/"


def _texts(cast: Cast, query: str = "") -> list[str]:
    return PageClient(cast.anna).get(f"{VOICES}{query}").words(".//main//li//p[@lang]")


def _yes(cast: Cast, voice: Voice) -> None:
    for reader in (cast.anna, cast.bo):
        review_voice(reader, voice=voice, verdict=Verdict.MAY_BE_QUOTED)


def test_reading_is_logged_with_its_number_and_never_the_words(cast: Cast) -> None:
    make_voice(cast.harnosand, text="Mer ljus.")
    assert _texts(cast) == ["Mer ljus."]
    entry = LogEntry.objects.get()
    assert (entry.verb, entry.params, entry.object_id) == ("read_voices", {"voices": 1}, "")


@pytest.mark.parametrize(
    ("query", "texts"),
    [
        ("?kind=strength", ["Bra"]),
        ("?channel=street", ["Gatan"]),
        ("?state=may_be_quoted", ["Läst"]),
        ("?kind=strength&channel=street", []),
        ("?kind=nonsense'--&page=x", ["Bra", "Gatan", "Läst"]),
    ],
)
def test_only_what_is_on_the_list_filters(query: str, texts: list[str], cast: Cast) -> None:
    make_voice(cast.harnosand, text="Bra", kind="strength")
    make_voice(cast.harnosand, text="Gatan", channel=Channel.STREET)
    _yes(cast, make_voice(cast.harnosand, text="Läst"))
    assert sorted(_texts(cast, query)) == texts


def test_one_person_is_not_two_readers(cast: Cast) -> None:
    voice, client = make_voice(cast.harnosand), PageClient(cast.anna)
    client.post(f"{VOICES}{voice.id}/", {"verdict": "may_be_quoted"})
    again = client.post(f"{VOICES}{voice.id}/", {"verdict": "may_be_quoted"}, status=409)
    assert "Du har redan läst den här synpunkten." in again.text
    assert not Voice.quotable.exists()


def test_one_no_is_final(cast: Cast) -> None:
    voice = make_voice(cast.harnosand)
    review_voice(cast.bo, voice=voice, verdict=Verdict.NEVER)
    PageClient(cast.anna).post(f"{VOICES}{voice.id}/", {"verdict": "may_be_quoted"}, status=409)


def test_what_is_held_is_seen_by_the_named_person_only(cast: Cast) -> None:
    voice = make_voice(cast.harnosand, text="Killen i kiosken säljer knark.", is_held=True)
    page = PageClient(cast.anna).get(VOICES)
    assert "knark" not in page.html
    assert page.words(".//p[@class='notice']") == [
        "1 synpunkt är i karantän: den kan namnge eller anklaga någon. Den som är utsedd läser först."
    ]
    PageClient(cast.anna).get(f"{VOICES}{voice.id}/", status=404)
    name_held_reader(cast.anna, municipality=cast.harnosand, user=cast.anna)
    assert _texts(cast) == ["Killen i kiosken säljer knark."]
    PageClient(cast.bo).get(f"{VOICES}{voice.id}/radera/", status=404)


def test_a_yes_lets_it_out_of_quarantine_as_one_of_two(cast: Cast) -> None:
    voice = make_voice(cast.harnosand, is_held=True)
    name_held_reader(cast.anna, municipality=cast.harnosand, user=cast.anna)
    PageClient(cast.anna).post(f"{VOICES}{voice.id}/", {"verdict": "may_be_quoted"})
    voice.refresh_from_db()
    assert (voice.is_held, Voice.quotable.count()) == (False, 0)
    review_voice(cast.bo, voice=voice, verdict=Verdict.MAY_BE_QUOTED)
    assert Voice.quotable.get() == voice


def test_what_staff_said_is_read_by_their_own_and_never_quoted(cast: Cast) -> None:
    voice = make_voice(cast.harnosand, channel=Channel.STAFF_DIALOGUE, party=Party.POLICE)
    assert _texts(cast) == []
    PageClient(cast.anna).get(f"{VOICES}{voice.id}/", status=404)
    page = PageClient(cast.bo).get(f"{VOICES}{voice.id}/")
    assert [e.get("value") for e in page.all(".//button[@name='verdict']")] == ["never"]


def test_erasing_takes_the_voice_and_leaves_no_words(cast: Cast) -> None:
    voice = make_voice(cast.harnosand, text="Mycket särskilda ord.")
    PageClient(cast.anna).post(f"{VOICES}{voice.id}/radera/")
    assert not Voice.objects.exists()
    assert [entry.params for entry in LogEntry.objects.filter(verb="erase_voice")] == [{"voices": 1}]


@pytest.mark.parametrize(("number", "shown"), [(19, 0), (20, 1)])
def test_quotes_need_twenty_texts_and_two_readers(number: int, shown: int, cast: Cast) -> None:
    made = [make_voice(cast.harnosand, text=f"Text {index}") for index in range(number)]
    _yes(cast, made[0])
    review_voice(cast.anna, voice=made[1], verdict=Verdict.MAY_BE_QUOTED)
    assert quotes(cast.harnosand, made[0].source_id) == ("Text 0",)[:shown]


@pytest.mark.parametrize("number", [1, 3])
def test_a_page_takes_as_many_queries_however_many_voices(
    number: int, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for voice in [make_voice(cast.harnosand) for _index in range(number)]:
        review_voice(cast.bo, voice=voice, verdict=Verdict.MAY_BE_QUOTED)
    with django_assert_num_queries(6):
        assert len(voice_page(cast.anna, cast.harnosand, VoiceFilter()).rows) == number


def test_voices_of_a_source_are_found_by_it(cast: Cast) -> None:
    dialogue = make_dialogue(cast.harnosand)
    make_voice(cast.harnosand, text="Härifrån", source_id=dialogue.public_id)
    make_voice(cast.harnosand, text="Därifrån", source_kind=SourceKind.SURVEY)
    assert _texts(cast, f"?source={dialogue.public_id}") == ["Härifrån"]


@pytest.mark.parametrize("is_held", [False, True])
def test_nobody_sees_or_counts_what_is_written_in_a_survey_before_it_closes(
    cast: Cast, is_held: bool
) -> None:
    survey = make_survey(cast.harnosand)
    name_held_reader(cast.anna, municipality=cast.harnosand, user=cast.anna)
    voice = make_voice(
        cast.harnosand,
        text="Ljus",
        source_kind=SourceKind.SURVEY,
        source_id=survey.public_id,
        channel=Channel.CODE,
        is_held=is_held,
    )
    reader = cast.bo if is_held else cast.anna
    pages = [PageClient(user).get(VOICES).html for user in (cast.anna, cast.bo)]
    Voice.objects.update(source_id="annan")
    survey_closed = [PageClient(user).get(VOICES).html for user in (cast.anna, cast.bo)]
    Voice.objects.update(source_id=survey.public_id)

    assert _texts(cast) == []
    assert ("i karantän" in pages[1], "i karantän" in survey_closed[1]) == (False, is_held)
    PageClient(cast.anna).get(f"{VOICES}{voice.id}/", status=404)
    assert (sources(cast.harnosand), bool(voices_waiting(reader, cast.harnosand))) == ([], False)
    with pytest.raises(NotFound):
        review_voice(cast.anna, voice=voice, verdict=Verdict.MAY_BE_QUOTED)

    close_survey(cast.anna, survey=survey)
    assert (_texts(cast), len(sources(cast.harnosand))) == (["Ljus"], 1)


def test_a_walks_findings_are_found_by_the_walk(cast: Cast) -> None:
    walk = make_dialogue(cast.harnosand, kind=DialogueKind.WALK)
    stop = add_stop(cast.anna, dialogue=walk, name="Gångtunneln")
    record_finding(cast.anna, stop=stop, found=Found("Det är ljust.", VoiceKind.STRENGTH))
    assert _texts(cast, f"?source={walk.public_id}") == ["Det är ljust."]


def _three(cast: Cast, kind: str = VoiceKind.STRENGTH) -> list[Voice]:
    made = [make_voice(cast.harnosand, text=f"Text {number}", kind=kind) for number in range(3)]
    return sorted(made, key=lambda voice: voice.id)


def _yes_from(client: PageClient, voice: Voice, query: str = "") -> str:
    return str(client.post(f"{VOICES}{voice.id}/{query}", {"verdict": "may_be_quoted"}).location)


def test_after_one_comes_the_next_of_those_asked_for_until_all_are_read(cast: Cast) -> None:
    first, second, third = _three(cast)
    make_voice(cast.harnosand, text="Annat slag", kind=VoiceKind.OTHER)
    client, query = PageClient(cast.anna), "?kind=strength"
    page = client.get(f"{VOICES}{second.id}/{query}")
    assert [link.get("href") for link in page.all(".//nav[@aria-label='Andra synpunkter']//a")] == [
        f"{VOICES}{first.id}/{query}",
        f"{VOICES}{third.id}/{query}",
    ]
    assert _yes_from(client, second, query) == f"{VOICES}{third.id}/{query}"
    assert _yes_from(client, third, query) == f"{VOICES}{first.id}/{query}"
    assert _yes_from(client, first, query) == f"{VOICES}{query}"


def test_the_way_goes_on_though_what_was_read_leaves_the_filter(cast: Cast) -> None:
    first, second, third = _three(cast)
    client = PageClient(cast.anna)
    assert _yes_from(client, first, "?state=received") == f"{VOICES}{second.id}/?state=received"
    assert "1 av 2. 1 till väntar på dig." in client.get(f"{VOICES}{second.id}/?state=received").text
    assert _yes_from(client, third, "?state=received") == f"{VOICES}{second.id}/?state=received"


def test_back_from_a_voice_is_the_same_place_in_the_same_list(cast: Cast) -> None:
    voice = make_voice(cast.harnosand)
    page = PageClient(cast.anna).get(f"{VOICES}{voice.id}/?kind=improvement")
    assert page.all(".//a[@class='crumb']")[0].get("href") == f"{VOICES}?kind=improvement#v-{voice.id}"
    assert PageClient(cast.anna).get(VOICES).all(f".//li[@id='v-{voice.id}']") != []


def test_what_is_held_is_never_the_next_for_somebody_else(cast: Cast) -> None:
    first, second, third = _three(cast)
    Voice.objects.filter(pk=second.pk).update(is_held=True)
    client = PageClient(cast.anna)
    page = client.get(f"{VOICES}{first.id}/")
    assert second.id not in page.html
    assert _yes_from(client, first) == f"{VOICES}{third.id}/"


def test_several_are_approved_at_once_and_still_by_two(cast: Cast) -> None:
    keys = [voice.id for voice in _three(cast)]
    PageClient(cast.anna).post(VOICES, {"chosen": keys})
    PageClient(cast.anna).post(VOICES, {"chosen": keys})
    assert not Voice.quotable.exists()
    client = PageClient(cast.bo)
    page = client.get(client.post(f"{VOICES}?kind=strength", {"chosen": keys[:2]}).location)
    assert page.words(".//div[@role='status']") == ["Du har sagt ja till 2 synpunkter."]
    assert sorted(voice.id for voice in Voice.quotable.all()) == sorted(keys[:2])


@pytest.mark.parametrize(
    "fields", [{"is_held": True}, {"party": Party.POLICE}, {"party": Party.MUNICIPALITY}]
)
def test_what_must_be_read_alone_cannot_be_ticked_nor_sent(fields: dict[str, object], cast: Cast) -> None:
    name_held_reader(cast.anna, municipality=cast.harnosand, user=cast.anna)
    voice = make_voice(cast.harnosand, **fields)
    client = PageClient(cast.anna)
    assert client.get(VOICES).all(".//input[@name='chosen']") == []
    client.post(VOICES, {"chosen": [voice.id, "0" * 32, "x"]})
    assert not LogEntry.objects.filter(verb="review_voice").exists()


def test_a_review_is_logged_as_one_reading_and_one_review(cast: Cast) -> None:
    first, _second, _third = _three(cast)
    client = PageClient(cast.anna)
    client.get(f"{VOICES}{first.id}/")
    _yes_from(client, first)
    assert sorted(LogEntry.objects.values_list("verb", flat=True)) == ["read_voice", "review_voice"]


def test_another_municipality_approves_nothing_here(cast: Cast) -> None:
    voice = make_voice(cast.harnosand)
    PageClient(cast.olle).post(VOICES, {"chosen": [voice.id]}, status=404)
    PageClient(cast.olle).post("/bord/solleftea/synpunkter/", {"chosen": [voice.id]})
    assert not voice.reviews.exists()
