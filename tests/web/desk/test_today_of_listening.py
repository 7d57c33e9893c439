"""What listening needs of somebody today: for each role what it may do, in numbers that betray nobody."""

from datetime import date
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from handslag import clock
from handslag.domain.listening.dialogues import DialogueKind
from handslag.domain.listening.voices import Channel, Verdict
from handslag.domain.people.parties import Party
from handslag.domain.surveys import SurveyState
from handslag.models.models import HeldReader, Voice, VoiceReview
from handslag.services.listening.reads.listening_day import listening_day
from handslag.services.listening.results import publish_results
from tests.answers import add_answers, make_answered
from tests.cast import Cast
from tests.make import make_dialogue, make_voice
from tests.page import PageClient
from tests.surveys import make_survey

CARDS = ".//main//li[@class='card task']"


def _cards(user: Any) -> list[str]:
    return PageClient(user).get("/bord/harnosand/").words(CARDS)


def _read(voice: Voice, reader: Any) -> None:
    VoiceReview.objects.create(voice=voice, reviewer=reader, verdict=Verdict.MAY_BE_QUOTED)


@pytest.mark.parametrize(
    ("closes_on", "said"),
    [
        (None, "Öppen tills ni stänger den."),
        (date(2019, 9, 10), "Öppen till och med 10 september 2019."),
        (date(2019, 9, 9), "Stänger snart: sista dagen är 9 september 2019, om 7 dagar."),
        (date(2019, 9, 3), "Stänger snart: sista dagen är 3 september 2019, i morgon."),
        (date(2019, 9, 2), "I dag är sista dagen att svara."),
    ],
)
def test_an_open_survey_says_how_long_it_is_open(cast: Cast, closes_on: date | None, said: str) -> None:
    make_survey(cast.harnosand, closes_on=closes_on)
    few = "Hur många som har svarat visas först när de är fler."
    for person in (cast.anna, cast.bo, cast.cilla):
        assert _cards(person) == [f"Trygghet i Härnösand {said} {few} Se enkäten: Trygghet i Härnösand"]


def test_how_many_have_answered_is_told_to_the_nearest_batch_lane_by_lane(cast: Cast) -> None:
    survey = make_answered(cast.harnosand, 9)
    assert "visas först när de är fler" in _cards(cast.anna)[0]
    add_answers(survey, 33)
    assert "Svar hittills: omkring 40 med kod." in _cards(cast.anna)[0]


def test_that_somebody_took_an_answer_back_is_not_told(cast: Cast) -> None:
    survey = make_answered(cast.harnosand, 20)
    before = _cards(cast.anna)
    survey.responses.filter(pk=survey.responses.values("pk")[:1]).delete()
    assert _cards(cast.anna) == before != []


def test_a_survey_past_its_last_day_waits_to_be_closed_and_then_approved_by_the_coordinator_alone(
    cast: Cast,
) -> None:
    make_answered(cast.harnosand, 38, closes_on=date(2019, 9, 1))
    client = PageClient(cast.anna)
    (link,) = client.get("/bord/harnosand/").all(f"{CARDS}/a")
    assert link.get("href") == "/bord/harnosand/enkater/trygghet/stang/"
    client.post("/bord/harnosand/enkater/trygghet/stang/")
    publish_results(clock.today())
    (link,) = client.get("/bord/harnosand/").all(f"{CARDS}/a")
    assert link.get("href") == "/bord/harnosand/enkat/trygghet/resultat/"
    assert _cards(cast.bo) == _cards(cast.cilla) == []
    client.send("/bord/harnosand/enkat/trygghet/resultat/godkann/")
    assert _cards(cast.anna) == []


def test_a_closed_survey_without_results_has_nothing_to_approve(cast: Cast) -> None:
    make_survey(cast.harnosand, state=SurveyState.CLOSED)
    assert _cards(cast.anna) == []


@pytest.mark.parametrize(
    ("held_on", "said"),
    [
        (
            date(2019, 9, 2),
            ["I dag, kl. 18–20 Dialogmöte i Brunne. Brunne skola Skriv kort: Dialogmöte i Brunne"],
        ),
        (date(2019, 9, 3), ["I morgon, 3 september 2019, kl. 18–20"]),
        (date(2019, 9, 9), ["Om 7 dagar, 9 september 2019, kl. 18–20"]),
        (date(2019, 9, 10), []),
    ],
)
def test_a_dialogue_is_told_a_week_ahead(cast: Cast, held_on: date, said: list[str]) -> None:
    make_dialogue(cast.harnosand, held_on=held_on, answer_by=date(2019, 12, 1))
    cards = [card for card in _cards(cast.bo) if "Inget svar än" not in card]
    assert [card[: len(words)] for card, words in zip(cards, said, strict=True)] == said


def test_the_signatory_is_not_led_to_what_only_others_may_do(cast: Cast) -> None:
    make_dialogue(cast.harnosand, held_on=date(2019, 9, 2))
    make_voice(cast.harnosand)
    page = PageClient(cast.cilla).get("/bord/harnosand/")
    ways = [link.get("href") for link in page.all(f"{CARDS}/a")]
    assert [PageClient(cast.cilla).get(str(way)).response.status_code for way in ways] == [200]
    assert "synpunkt" not in page.text


def test_a_staff_dialogue_is_told_to_its_own_party_only(cast: Cast) -> None:
    staff = {"kind": DialogueKind.STAFF, "party": Party.POLICE, "held_on": date(2019, 9, 5)}
    make_dialogue(cast.harnosand, **staff)
    assert len(_cards(cast.bo)) == 1
    assert _cards(cast.anna) == _cards(cast.cilla) == []


def test_an_answer_owed_is_told_also_when_it_is_not_due_soon(cast: Cast) -> None:
    make_dialogue(cast.harnosand, answer_by=date(2019, 12, 1))
    said = (
        "Dialogmöte i Brunne Inget svar än. Det har gått 13 dagar; svaret är utlovat senast 1 december 2019."
    )
    assert _cards(cast.anna) == [f"{said} Svara: Dialogmöte i Brunne"]
    assert _cards(cast.cilla) == [said]


def test_voices_wait_for_whoever_has_not_read_them(cast: Cast) -> None:
    for reader in (None, None, cast.bo, cast.anna):
        voice = make_voice(cast.harnosand)
        if reader:
            _read(voice, reader)
    make_voice(cast.harnosand, channel=Channel.STAFF_DIALOGUE, party=Party.POLICE)  # is never quoted
    unread = "2 synpunkter som ingen har läst Läs dem"
    second = "1 synpunkt som väntar på en andra läsare Läs som andra läsare"
    assert _cards(cast.anna) == [unread, second]
    assert _cards(cast.bo) == [unread, second]
    page = PageClient(cast.anna).get("/bord/harnosand/")
    assert [link.get("href") for link in page.all(f"{CARDS}/a")] == [
        "/bord/harnosand/synpunkter/?state=received",
        "/bord/harnosand/synpunkter/?state=read_by_one",
    ]


def test_quarantine_waits_for_the_one_who_reads_it_or_for_somebody_to_be_named(cast: Cast) -> None:
    make_voice(cast.harnosand, is_held=True)
    nobody = "1 synpunkt i karantän, och ingen är utsedd att läsa den Utse någon"
    assert (_cards(cast.anna), _cards(cast.bo)) == ([nobody], [])
    HeldReader.objects.create(municipality=cast.harnosand, party=Party.MUNICIPALITY, user=cast.anna)
    mine = "1 synpunkt i karantän som du läser först Läs karantänen"
    assert (_cards(cast.anna), _cards(cast.bo)) == ([mine], [])


def test_nothing_of_another_municipality_is_told(cast: Cast) -> None:
    make_survey(cast.harnosand)
    make_dialogue(cast.harnosand, held_on=date(2019, 9, 5))
    make_voice(cast.harnosand)
    assert PageClient(cast.olle).get("/bord/solleftea/").all(CARDS) == []


def test_before_any_promise_the_day_begins_with_what_residents_are_asked(cast: Cast) -> None:
    make_survey(cast.harnosand)
    page = PageClient(cast.anna).get("/bord/harnosand/")
    assert page.words(".//main//h2") == ["Det ni frågar invånarna", "Löften"]


@pytest.mark.parametrize("number", [1, 3])
def test_the_day_costs_the_same_however_much_there_is(
    number: int, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for each in range(number):
        make_answered(cast.harnosand, 38, slug=f"enkat-{each}")
        make_dialogue(cast.harnosand, held_on=date(2019, 9, 2))
        make_voice(cast.harnosand)
    with django_assert_num_queries(15):
        day = listening_day(cast.anna, cast.harnosand, on=clock.today())
    assert (len(day.asked), len(day.dialogues), day.voices.unread) == (number, number, number)
