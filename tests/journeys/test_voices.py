"""Many voices read by keyboard: the keys that answer, turning them off, and several at once."""

import pytest

from handslag.models.models import Voice, VoiceReview
from tests.cast import Cast
from tests.journeys.conftest import Open
from tests.make import make_voice

pytestmark = pytest.mark.django_db(transaction=True)
VOICES = "/bord/harnosand/synpunkter/"


@pytest.mark.parametrize("width", [320, 1280])
def test_three_voices_are_three_keys(people: Cast, journey: Open, width: int) -> None:
    for number in range(3):
        make_voice(people.harnosand, text=f"Text {number}")
    anna = journey("anna", width=width)
    anna.go(VOICES)
    anna.follow("Granska")
    for _number in range(3):
        assert anna.page.get_by_text("Tangenter: J ja, N nej").is_visible()
        with anna.page.expect_navigation():
            anna.page.keyboard.press("j")
        anna.look()
    assert anna.h1 == "Synpunkter"
    assert VoiceReview.objects.filter(reviewer=people.anna).count() == 3


def test_keys_that_are_turned_off_stay_off(people: Cast, journey: Open) -> None:
    voice = make_voice(people.harnosand)
    anna = journey("anna")
    anna.go(f"{VOICES}{voice.id}/")
    anna.tab_to("Stäng av tangenterna")
    anna.page.keyboard.press("Enter")
    anna.go(f"{VOICES}{voice.id}/")
    assert anna.page.get_by_role("button", name="Slå på tangenterna").is_visible()
    anna.page.keyboard.press("n")
    anna.page.keyboard.press("Control+j")
    anna.look()
    assert not VoiceReview.objects.exists()


@pytest.mark.parametrize("js", [True, False], ids=["with JavaScript", "without"])
def test_several_are_ticked_and_one_button_saves_them(people: Cast, journey: Open, js: bool) -> None:
    for number in range(2):
        make_voice(people.harnosand, text=f"Text {number}")
    anna = journey("anna", js=js, width=320)
    anna.go(VOICES)
    anna.tick("Text 0")
    anna.tick("Text 1")
    anna.follow("De ikryssade får citeras")
    assert anna.page.get_by_text("Du har sagt ja till 2 synpunkter.").is_visible()
    assert [voice.reviews.count() for voice in Voice.objects.all()] == [1, 1]
