"""The demonstration before the promises: people are asked."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date

from handslag.domain.listening.voices import Channel
from handslag.models.models import Dialogue, Promise, Survey, Voice
from handslag.services.demo.towns import load_demo
from tests.page import PageClient


def test_one_dialogue_is_held_one_is_to_come_and_a_survey_is_open(
    db: None, settings_on: Callable[[date], AbstractContextManager[None]]
) -> None:
    with settings_on(date(2018, 11, 20)):
        load_demo("dialogue")
        page = PageClient().get("/harnosand/dialoger/")
        asked = page.words(".//main//h3")
        assert asked == ["Är du trygg där du bor?", "Dialogmöte i centrum", "Dialogmöte i Älandsbro"]
        held = Dialogue.objects.get(name="Dialogmöte i Älandsbro")
        quotes = PageClient().get(f"/harnosand/dialoger/{held.public_id}/").words(".//blockquote")
    assert len(quotes) == 6
    assert [survey.state for survey in Survey.objects.all()] == ["open"]
    assert set(Voice.objects.values_list("channel", "is_held")) == {
        (Channel.CARD, False),
        (Channel.CARD, True),
    }
    assert not Promise.objects.exists()


def test_after_the_promises_both_are_answered(
    db: None, settings_on: Callable[[date], AbstractContextManager[None]]
) -> None:
    with settings_on(date(2019, 4, 5)):
        load_demo("signed")
        late = PageClient().get("/harnosand/dialoger/").words(".//p[@class='late']")
    assert late == ["Besvarat efter 178 dagar, 5 dagar försenat: det var utlovat senast 31 mars 2019."]


def test_the_made_up_answers_are_results_that_stand(
    db: None, settings_on: Callable[[date], AbstractContextManager[None]]
) -> None:
    with settings_on(date(2019, 4, 5)):
        load_demo("signed")
        survey = Survey.objects.get()
        page = PageClient().get(f"/harnosand/enkat/{survey.slug}/resultat/")
    assert (survey.state, survey.approved_on) == ("frozen", date(2019, 1, 15))
    assert page.words(".//main//h2") == ["Svar genom den öppna länken", "Svar som personal har skrivit in"]
