"""Listening: a host without network and back, a clerk with a pile of cards, a resident with an old phone."""

from datetime import date

import pytest

from handslag.domain.listening.dialogues import DialogueKind, Group
from handslag.domain.listening.voices import Verdict, VoiceKind
from handslag.models.models import Dialogue, HeadCount, Voice
from handslag.services.listening.dialogues import publish_answer
from handslag.services.listening.voices import name_held_reader, review_voice
from handslag.services.listening.walks import Found, add_stop, record_finding
from tests.cast import Cast
from tests.journeys.conftest import Journey, Open
from tests.journeys.test_phone import cut, open_kept, restore
from tests.make import make_dialogue, make_voice

BOTH = pytest.mark.parametrize("js", [True, False], ids=["with JavaScript", "without"])
STATEMENTS = (
    "Mer ljus vid busstationen.",
    "Föreningarna har öppet på kvällarna.",
    "Mopeder kör fort vid skolan.",
)


def _cards(dialogue: Dialogue) -> str:
    return f"/bord/harnosand/dialoger/{dialogue.public_id}/kort/"


def _write(walk: Journey, words: str) -> None:
    """One more card: the text field has the focus already."""
    assert walk.page.evaluate("document.activeElement.name") == "text"
    walk.page.keyboard.type(words)
    walk.page.keyboard.press("Control+Enter")


def test_a_host_without_network_loses_nothing_and_sends_once(people: Cast, journey: Open) -> None:
    dialogue = make_dialogue(people.harnosand)
    walk = open_kept(journey, "anna", _cards(dialogue))
    cut(walk)
    walk.page.reload()
    for words in STATEMENTS:
        _write(walk, words)
    walk.page.locator("#told [data-told=offline]:not([hidden])").wait_for()
    assert walk.page.locator("#waiting b").inner_text() == "3"
    walk.look()
    walk.page.get_by_text("Hur många kom?").click()
    walk.page.fill("[name=older]", "12")
    walk.page.get_by_text("Spara antalen").click()
    assert Voice.objects.count() == 0
    restore(walk)
    walk.page.locator("#told [data-told=sent]:not([hidden])").wait_for()
    walk.page.locator("#waiting").wait_for(state="hidden")
    assert sorted(Voice.objects.values_list("text", flat=True)) == sorted(STATEMENTS)
    assert HeadCount.objects.get().count == 12
    walk.go(_cards(dialogue))
    assert Voice.objects.count() == 3


def _told(walk: Journey, what: str) -> None:
    walk.page.locator(f"#told [data-told={what}]:not([hidden])").wait_for()


@pytest.mark.parametrize("width", [320, 1280])
def test_a_card_that_waits_is_changed_by_keyboard_and_sent_as_changed(
    width: int, people: Cast, journey: Open
) -> None:
    walk = open_kept(journey, "anna", _cards(make_dialogue(people.harnosand)))
    walk.page.set_viewport_size({"width": width, "height": 800})
    cut(walk)
    for words in STATEMENTS[:2]:
        _write(walk, words)
        _told(walk, "offline")
    walk.page.locator("#queue li").nth(1).get_by_role("button", name="Ändra").press("Enter")
    _told(walk, "changing")
    assert walk.page.input_value("[name=text]") == STATEMENTS[0]
    walk.look()
    walk.page.fill("[name=text]", "Så menade hon.")
    walk.page.locator("[name=kind][value=strength]").check()
    walk.page.get_by_role("button", name="Spara ändringen").press("Enter")
    _told(walk, "offline")
    assert walk.page.input_value("[name=text]") == ""
    assert walk.page.locator("#queue strong").all_inner_texts() == ["Så menade hon.", STATEMENTS[1]]
    restore(walk)
    walk.page.locator("#waiting").wait_for(state="hidden")
    kinds = {voice.text: voice.kind for voice in Voice.objects.all()}
    assert kinds.keys() == {STATEMENTS[1], "Så menade hon."}
    assert kinds["Så menade hon."] == VoiceKind.STRENGTH


def test_a_card_that_is_being_changed_is_not_sent_and_left_alone_goes_as_it_was(
    people: Cast, journey: Open
) -> None:
    walk = open_kept(journey, "anna", _cards(make_dialogue(people.harnosand)))
    cut(walk)
    _write(walk, STATEMENTS[0])
    _told(walk, "offline")
    walk.page.get_by_role("button", name="Ändra").press("Enter")
    _told(walk, "changing")
    restore(walk)
    assert walk.page.evaluate("send()") == "sent"  # all that may be sent, which is nothing
    assert Voice.objects.count() == 0
    walk.page.get_by_role("button", name="Låt den vara som den var").press("Enter")
    walk.page.locator("#waiting").wait_for(state="hidden")
    assert Voice.objects.get().text == STATEMENTS[0]


def _save(walk: Journey, js: bool) -> None:
    """Save a card with the keyboard; the next one has the focus."""
    walk.tab_to("Spara och skriv nästa")
    if js:
        walk.page.keyboard.press("Enter")
        walk.page.locator("#told [data-told=sent]:not([hidden])").wait_for()
        walk.page.locator("#waiting").wait_for(state="hidden")
    else:
        with walk.page.expect_navigation():
            walk.page.keyboard.press("Enter")
    assert walk.page.evaluate("document.activeElement.name") == "text"


@BOTH
def test_a_clerk_enters_cards_by_keyboard(js: bool, people: Cast, journey: Open) -> None:
    dialogue = make_dialogue(people.harnosand)
    HeadCount.objects.create(dialogue=dialogue, group=Group.OLDER, count=30)
    walk = journey("anna", js=js, width=1280)
    walk.go(_cards(dialogue))
    walk.page.keyboard.type(STATEMENTS[0])
    walk.tab_to("Vilken grupp sa det?")
    walk.page.keyboard.type("65")
    for words in STATEMENTS[1:]:
        _save(walk, js)
        walk.page.keyboard.type(words)
    _save(walk, js)
    walk.go(f"/bord/harnosand/synpunkter/?source={dialogue.public_id}")
    assert sorted(Voice.objects.values_list("text", "group")) == sorted((w, "older") for w in STATEMENTS)


@BOTH
def test_anna_plans_a_dialogue_and_calls_it_off(js: bool, people: Cast, journey: Open) -> None:
    walk = journey("anna", js=js, width=320)
    walk.go("/bord/harnosand/dialoger/")
    walk.follow("Planera en dialog")
    walk.write("Vad heter den?", "Dialogmöte i Viksjö")
    walk.follow("Planera dialogen")
    assert walk.page.title().startswith("Fel: Planera en dialog")
    for field, value in {"purpose": "Vi frågar.", "influence": "Var.", "venue": "Skolan"}.items():
        walk.page.fill(f"[name={field}]", value)
    for field, value in {"starts": "18:00", "ends": "20:00", "hosts": "kommunpolis"}.items():
        walk.page.fill(f"[name={field}]", value)
    walk.page.check("[name=parties][value=police]")
    walk.write("Vem svarar?", "samordnaren")
    walk.follow("Planera dialogen")
    assert walk.h1 == "Dialogmöte i Viksjö"
    walk.follow("Ställ in dialogen")
    walk.write("Varför ställs den in?", "Skolan är stängd.")
    walk.follow("Ställ in")
    assert Dialogue.objects.get().cancel_reason == "Skolan är stängd."


@BOTH
def test_two_people_read_before_a_quote(js: bool, people: Cast, journey: Open) -> None:
    make_voice(people.harnosand)
    for who in ("anna", "bo"):
        walk = journey(who, js=js, width=320)
        walk.go("/bord/harnosand/synpunkter/")
        walk.follow("Granska")
        walk.follow("Ja: ingen går att känna igen")
    assert Voice.quotable.count() == 1


def test_quarantine_and_erasing(people: Cast, journey: Open) -> None:
    make_voice(people.harnosand, text="Killen i kiosken säljer knark.", is_held=True)
    walk = journey("anna", width=320)
    walk.go("/bord/harnosand/synpunkter/")
    walk.follow("Utse någon")
    walk.tick("anna")
    walk.follow("Spara")
    walk.follow("Radera")
    walk.follow("Radera den")
    assert not Voice.objects.exists()


def test_a_walk_and_the_walk_after(people: Cast, journey: Open) -> None:
    walk = make_dialogue(people.harnosand, kind=DialogueKind.WALK)
    stop = add_stop(people.anna, dialogue=walk, name="Gångtunneln")
    found = Found("Två lampor är trasiga.", VoiceKind.IMPROVEMENT, owner="gatuchefen")
    record_finding(people.anna, stop=stop, found=found)
    again = make_dialogue(people.harnosand, kind=DialogueKind.WALK, follows=walk, held_on=date(2019, 9, 2))
    host = journey("bo", width=320)
    host.go(f"/bord/harnosand/dialoger/{again.public_id}/stopp/")
    host.follow("Säg hur det är nu")
    host.tick("Åtgärdat")
    host.follow("Spara")
    resident = journey(width=320)
    resident.go(f"/harnosand/dialoger/{walk.public_id}/")
    assert "Uppföljt 2 september 2019: Åtgärdat." in resident.page.locator("main").inner_text()


@BOTH
def test_a_resident_reads_what_came_of_it(js: bool, people: Cast, journey: Open) -> None:
    dialogue = make_dialogue(people.harnosand, answer_by=date(2019, 9, 1))
    make_dialogue(people.harnosand, name="Dialogmöte i Viksjö", held_on=date(2019, 9, 20))
    HeadCount.objects.create(dialogue=dialogue, group=Group.OLDER, count=33)
    voices = [make_voice(people.harnosand, source_id=dialogue.public_id) for _number in range(20)]
    name_held_reader(people.anna, municipality=people.harnosand, user=people.anna)
    for reader in (people.anna, people.bo):
        review_voice(reader, voice=voices[0], verdict=Verdict.MAY_BE_QUOTED)
    walk = journey(js=js, width=320)
    walk.go("/harnosand/dialoger/")
    walk.follow("Dialogmöte i Brunne")
    assert "1 dag försenat" in walk.page.locator(".late").inner_text()
    publish_answer(people.anna, owed=dialogue.answers.get(), answer="Det blir ljust.")
    walk.go(f"/harnosand/dialoger/{dialogue.public_id}/")
    assert walk.page.locator("blockquote").count() == 1
    walk.go("/harnosand/dialoger/")
    walk.follow("Dialogmöte i Viksjö")


@pytest.mark.parametrize("js", [True, False], ids=["with JavaScript", "without"])
def test_the_poster_is_seen_while_the_plan_is_written(people: Cast, journey: Open, js: bool) -> None:
    anna = journey("anna", js=js, width=1280)
    anna.go("/bord/harnosand/dialoger/ny/")
    anna.write("Vad heter den?", "Möte i Ramvik")
    if not js:
        anna.follow("Visa hur det blir")
    poster = anna.page.locator(".poster h3")
    poster.get_by_text("Möte i Ramvik").wait_for()
    assert anna.page.locator("[name=name]").input_value() == "Möte i Ramvik"
    assert anna.page.locator(".error-summary").count() == 0
    assert not anna.page.get_by_label("Vilken tidigare vandring").is_visible()
    anna.look()
