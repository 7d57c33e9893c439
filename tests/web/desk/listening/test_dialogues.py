"""Dialogues at the desk: planned, held, answered, and what the other authority never sees."""

from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from handslag.domain.errors import WrongState
from handslag.domain.listening.dialogues import DialogueKind, Group
from handslag.domain.people.parties import Party
from handslag.models.models import Dialogue, Event, HeadCount, LogEntry, Voice, WalkFinding
from handslag.services.keeping.registers import remove_place
from handslag.services.listening.reads import dialogues as reads
from tests.cast import Cast
from tests.make import make_dialogue, make_voice
from tests.page import PageClient

DIALOGUES = "/bord/harnosand/dialoger/"
PLAN = {
    "kind": "meeting",
    "name": "Dialogmöte i Viksjö",
    "purpose": "Vi vill veta var ni känner er trygga.",
    "influence": "Var polisen går till fots. Inte hur många poliser vi är.",
    "held_on": "2019-09-20",
    "starts": "18.00",
    "ends": "20:00",
    "venue": "Viksjö skola",
    "parties": ["police", "municipality"],
    "hosts": "kommunpolis\nsamordnare",
    "answer_role": "samordnaren",
    "answer_by": "2019-11-15",
}
CARD = {"text": "Mer ljus vid busstationen, ring 070-174 06 05.", "kind": "improvement", "key": "0" * 32}


def _of(dialogue: Dialogue, page: str = "") -> str:
    return f"{DIALOGUES}{dialogue.public_id}/{page}"


def test_a_planned_dialogue_says_what_is_owed(cast: Cast) -> None:
    client = PageClient(cast.anna)
    page = client.get(client.post(f"{DIALOGUES}ny/", PLAN).location)
    assert page.h1 == "Dialogmöte i Viksjö"
    assert page.words(".//p[@class='lead']") == ["20 september 2019, kl. 18–20. Viksjö skola."]
    assert page.words(".//main//li[@class='card']") == [
        "Vad som sades, och vad det leder till. Samordnaren. Svaret är utlovat senast 15 november 2019."
    ]


def test_a_dialogue_is_about_a_place_of_the_list_or_the_whole_municipality(cast: Cast) -> None:
    client = PageClient(cast.anna)
    assert client.get(f"{DIALOGUES}ny/").all(".//select[@name='place']") == []
    viksjo = cast.harnosand.places.create(name="Viksjö")
    client.post(f"{DIALOGUES}ny/", PLAN | {"place": "Viksjö"})
    dialogue = Dialogue.objects.get()
    assert dialogue.place == viksjo
    page = client.get(_of(dialogue, "andra/"))
    assert page.words(".//select[@name='place']/option[@selected]") == ["Viksjö"]
    client.post(_of(dialogue, "andra/"), PLAN | {"place": ""})
    assert Dialogue.objects.get().place is None
    client.post(_of(dialogue, "andra/"), PLAN | {"place": "Remsle"}, status=422)


def test_a_place_that_a_dialogue_is_about_stays_on_the_list(cast: Cast) -> None:
    place = cast.harnosand.places.create(name="Viksjö")
    make_dialogue(cast.harnosand, place=place)
    with pytest.raises(WrongState, match="place_in_use"):
        remove_place(cast.anna, place=place)
    assert list(cast.harnosand.places.all()) == [place]


def test_a_plan_comes_back_with_what_is_wrong(cast: Cast) -> None:
    page = PageClient(cast.anna).post(f"{DIALOGUES}ny/", PLAN | {"ends": "17"}, status=422)
    errors = page.words(".//div[@class='error-summary']//li")
    assert errors == ["Dialogen slutar innan den börjar. Ändra klockslagen."]
    assert not Dialogue.objects.exists()


def test_a_name_in_a_public_text_is_asked_about(cast: Cast) -> None:
    page = PageClient(cast.anna).post(
        f"{DIALOGUES}ny/", PLAN | {"purpose": "Kom till Anna Berg."}, status=422
    )
    assert page.words(".//label[@for='id_no_persons']") == ["”Anna Berg” pekar inte ut en enskild person"]


def test_a_staff_dialogue_does_not_exist_for_the_other_authority(cast: Cast) -> None:
    staff = make_dialogue(cast.harnosand, kind=DialogueKind.STAFF, party=Party.POLICE, parties=["police"])
    assert PageClient(cast.bo).get(_of(staff)).h1 == staff.name
    for page in ("", "kort/", "antal/", "svar/"):
        PageClient(cast.anna).get(_of(staff, page), status=404)
    assert PageClient(cast.anna).get(DIALOGUES).words(".//main//strong") == []
    PageClient().get(f"/harnosand/dialoger/{staff.public_id}/", status=404)


def test_a_card_is_masked_and_what_was_chosen_stays_for_the_next(cast: Cast) -> None:
    dialogue = make_dialogue(cast.harnosand)
    client = PageClient(cast.anna)
    page = client.get(client.post(_of(dialogue, "kort/"), CARD | {"kind": "strength"}).location)
    assert Voice.objects.get().text == "Mer ljus vid busstationen, ring [telefonnummer]."
    assert [e.get("value") for e in page.all(".//input[@checked]")] == ["strength"]


def test_a_card_sent_twice_counts_once(cast: Cast) -> None:
    dialogue = make_dialogue(cast.harnosand)
    for _time in range(2):
        PageClient(cast.anna).post(_of(dialogue, "kort/"), CARD)
    assert Voice.objects.count() == 1


@pytest.mark.parametrize(("people", "group"), [(9, ""), (10, "older")])
def test_a_card_keeps_only_a_group_that_is_large(people: int, group: str, cast: Cast) -> None:
    dialogue = make_dialogue(cast.harnosand)
    HeadCount.objects.create(dialogue=dialogue, group=Group.OLDER, count=people)
    PageClient(cast.anna).post(_of(dialogue, "kort/"), CARD | {"group": "older"})
    assert Voice.objects.get().group == group


def test_the_queue_of_a_device_takes_one_card_and_says_why_it_refuses(cast: Cast) -> None:
    dialogue, client = make_dialogue(cast.harnosand), PageClient(cast.anna)
    queue = _of(dialogue, "kort/ko/")
    assert client.get(queue).response.json()["who"] == str(cast.anna.pk)
    assert client.post(queue, CARD, status=201).response.json() == {"receipt": ""}
    refused = client.post(queue, CARD | {"text": " "}, status=422)
    assert refused.response.json() == {"said": ["Skriv vad som sades."]}


def test_a_card_waits_until_the_day(cast: Cast) -> None:
    dialogue = make_dialogue(cast.harnosand, held_on=date(2019, 9, 20))
    said = PageClient(cast.anna).post(_of(dialogue, "kort/ko/"), CARD, status=409).response.json()
    assert said == {"said": ["Dialogen är 20 september 2019. Vänta till dess."]}


def test_what_was_not_counted_is_unknown_and_not_none(cast: Cast) -> None:
    dialogue = make_dialogue(cast.harnosand)
    PageClient(cast.anna).post(_of(dialogue, "antal/"), {"older": "12", "young": ""})
    assert reads.heads(dialogue) == {Group.OLDER: 12}


def test_an_answer_stops_the_clock(cast: Cast) -> None:
    dialogue = make_dialogue(cast.harnosand, answer_by=date(2019, 9, 1))
    client = PageClient(cast.anna)
    late = (
        "Samordnaren. Inget svar än. Det har gått 13 dagar och svaret är 1 dag försenat: "
        "utlovat senast 1 september 2019."
    )
    assert client.get(_of(dialogue)).words(".//p[@class='error']") == [late]
    client.send(f"/bord/harnosand/svar/{dialogue.answers.get().public_id}/", {"answer": "Det blir ljust."})
    said = "Samordnaren. Besvarat efter 13 dagar, 1 dag försenat: det var utlovat senast 1 september 2019."
    assert client.get(_of(dialogue)).words(".//p[@class='error']") == [said]


def test_the_desk_says_today_which_answers_are_due(cast: Cast) -> None:
    make_dialogue(cast.harnosand, answer_by=date(2019, 9, 1))
    make_dialogue(cast.harnosand, answer_by=date(2019, 9, 17), name="Senare")
    rows = PageClient(cast.anna).get("/bord/harnosand/").words(".//p[@class='late']")
    assert rows == [
        "Inget svar än. Det har gått 13 dagar och svaret är 1 dag försenat: utlovat senast 1 september 2019."
    ]


def test_a_walk_has_stops_findings_and_a_walk_that_looks_again(cast: Cast) -> None:
    client = PageClient(cast.anna)
    walk = make_dialogue(cast.harnosand, kind=DialogueKind.WALK)
    client.post(_of(walk, "stopp/"), {"name": "Gångtunneln"})
    stop = walk.stops.get()
    found = {"text": "Två lampor är trasiga.", "kind": "improvement", "owner": "gatuchefen"}
    client.post(f"/bord/harnosand/stopp/{stop.public_id}/", found)
    again = make_dialogue(cast.harnosand, kind=DialogueKind.WALK, follows=walk, held_on=date(2019, 9, 2))
    finding = WalkFinding.objects.get()
    client.post(_of(again, f"iakttagelse/{finding.public_id}/"), {"outcome": "fixed"})
    assert client.get(_of(walk, "stopp/")).words(".//main//section//li") == [
        "Borde bli bättre: Två lampor är trasiga. Gatuchefen tar hand om det. "
        "Uppföljt 2 september 2019: Åtgärdat."
    ]


def test_calling_off_says_why(cast: Cast) -> None:
    dialogue, client = make_dialogue(cast.harnosand, held_on=date(2019, 9, 20)), PageClient(cast.anna)
    client.post(_of(dialogue, "stall-in/"), {"reason": "Skolan är stängd."})
    page = PageClient().get(f"/harnosand/dialoger/{dialogue.public_id}/")
    assert page.words(".//p[@class='notice is-warning']") == ["Inställd. Skolan är stängd."]


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_takes_as_many_queries_however_long(
    number: int, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _index in range(number):
        make_dialogue(cast.harnosand)
    with django_assert_num_queries(3):
        assert len(reads.dialogue_rows(cast.anna, cast.harnosand)) == number
    with django_assert_num_queries(2):
        assert len(reads.public_dialogue_rows(cast.harnosand, on=date(2019, 9, 2))) == number


def test_a_planned_dialogue_goes_into_the_calendar_so_that_a_promise_is_judged_at_it(cast: Cast) -> None:
    dialogue = make_dialogue(cast.harnosand, held_on=date(2019, 9, 12))
    anna = PageClient(cast.anna)
    links = [link.get("href", "") for link in anna.get(_of(dialogue)).all(".//main//a")]
    form = anna.get(next(link for link in links if "dialogue=" in link))
    known = {field.get("name"): field.get("value") for field in form.all(".//main//form//input")}
    assert (known["name"], known["start"]) == ("Dialogmöte i Brunne", "2019-09-12")
    day, town = dialogue.held_on, cast.harnosand
    Event.objects.create(municipality=town, series="Invånardialoger", name=dialogue.name, start=day, end=day)
    assert "Den räknas för löften som bedöms vid: Invånardialoger." in anna.get(_of(dialogue)).text


@pytest.fixture
def in_calendar(cast: Cast) -> tuple[Dialogue, Event]:
    """A dialogue to come, and the event by which promises are judged at it."""
    dialogue, town = make_dialogue(cast.harnosand, held_on=date(2019, 9, 20)), cast.harnosand
    day = dialogue.held_on
    series = "Invånardialoger"
    return dialogue, Event.objects.create(
        municipality=town, series=series, name=dialogue.name, start=day, end=day
    )


def test_before_calling_off_it_is_said_that_promises_are_judged_at_it(
    cast: Cast, in_calendar: tuple[Dialogue, Event]
) -> None:
    page = PageClient(cast.anna).get(_of(in_calendar[0], "stall-in/"))
    assert page.words(".//p[@class='notice is-warning']") == [
        "Den räknas för löften som bedöms vid: Invånardialoger. "
        "Så är det tills den tas bort ur kalendern. Det gör ni efteråt."
    ]


def test_a_dialogue_called_off_leads_to_taking_it_off_the_calendar(
    cast: Cast, in_calendar: tuple[Dialogue, Event]
) -> None:
    (dialogue, event), client = in_calendar, PageClient(cast.anna)
    client.post(_of(dialogue, "stall-in/"), {"reason": "Skolan är stängd."})
    assert Event.current.get() == event
    page = client.get(_of(dialogue))
    assert "Den står kvar i kalendern, så löften bedöms vid ett möte som inte blir av." in page.text
    (way,) = page.all(".//div[@class='notice is-warning']//a")
    moves = client.get(way.get("href", ""))
    seen = moves.all(".//input[@name='seen']")[0].get("value")
    client.post(way.get("href", ""), {"seen": seen})
    assert "kalendern, så löften" not in client.get(_of(dialogue)).text


def test_a_dialogue_that_is_moved_says_that_it_stays_behind_in_the_calendar(
    cast: Cast, in_calendar: tuple[Dialogue, Event]
) -> None:
    dialogue, client = in_calendar[0], PageClient(cast.anna)
    plan = PLAN | {"name": dialogue.name}
    behind = "I kalendern står den som förut, så löften bedöms där."
    assert behind not in client.get(client.post(_of(dialogue, "andra/"), plan).location).text
    moved = client.post(_of(dialogue, "andra/"), plan | {"held_on": "2019-09-21"})
    assert behind in client.get(moved.location).text


def test_the_police_are_told_who_takes_a_dialogue_off_the_calendar(
    cast: Cast, in_calendar: tuple[Dialogue, Event]
) -> None:
    dialogue, client = in_calendar[0], PageClient(cast.bo)
    client.post(_of(dialogue, "stall-in/"), {"reason": "Skolan är stängd."})
    notice = client.get(_of(dialogue)).all(".//div[@class='notice is-warning']")[0]
    assert "Samordnaren kan ta bort den." in "".join(notice.itertext())
    assert notice.findall(".//a") == []


TODAY = date(2019, 9, 2)


def test_on_its_day_a_dialogue_can_still_be_changed(cast: Cast) -> None:
    dialogue, client = make_dialogue(cast.harnosand, held_on=TODAY), PageClient(cast.anna)
    assert "Ändra planen" in client.get(_of(dialogue)).words(".//main//a")
    client.post(_of(dialogue, "andra/"), PLAN | {"held_on": "2019-09-02", "venue": "Aulan"})
    dialogue.refresh_from_db()
    assert dialogue.venue == "Aulan"


def test_what_was_said_that_day_stays_on_that_day(cast: Cast) -> None:
    dialogue, client = make_dialogue(cast.harnosand, held_on=TODAY), PageClient(cast.anna)
    client.post(_of(dialogue, "kort/"), CARD)
    page = client.post(_of(dialogue, "andra/"), PLAN | {"held_on": "2019-09-20"}, status=422)
    said = ["Det som sades den dagen är redan inskrivet. Dagen kan inte ändras."]
    assert page.words(".//div[@class='error-summary']//li") == said
    assert "Ställ in dialogen" not in client.get(_of(dialogue)).words(".//main//a")
    client.post(_of(dialogue, "stall-in/"), {"reason": "Ingen kom."}, status=409)


def test_a_given_answer_is_not_promised_anew(cast: Cast) -> None:
    dialogue, client = make_dialogue(cast.harnosand, held_on=TODAY), PageClient(cast.anna)
    client.send(f"/bord/harnosand/svar/{dialogue.answers.get().public_id}/", {"answer": "Det blir ljust."})
    plan = PLAN | {"held_on": "2019-09-02"}
    page = client.post(_of(dialogue, "andra/"), plan | {"answer_by": "2019-10-15"}, status=422)
    said = ["Svaret är redan publicerat. Låt den som svarar och dagen stå som de var."]
    assert page.words(".//div[@class='error-summary']//li") == said


@pytest.mark.usefixtures("without_noise")
def test_how_many_came_is_one_number_where_nobody_counted_ages(cast: Cast) -> None:
    dialogue, client = make_dialogue(cast.harnosand), PageClient(cast.anna)
    page = client.get(client.post(_of(dialogue, "antal/"), {"came": "25"}).location)
    said = [words for words in page.words(".//main//p") if "person" in words]
    assert said == ["25 personer är räknade.", "25 personer kom."]
    public = PageClient().get(f"/harnosand/dialoger/{dialogue.public_id}/")
    assert public.words(".//section[@aria-labelledby='came']/p[1]") == ["Ungefär 25 personer kom."]
    assert public.all(".//section[@aria-labelledby='came']//table") == []


def test_more_in_the_ages_than_came_is_asked_about(cast: Cast) -> None:
    dialogue = make_dialogue(cast.harnosand)
    page = PageClient(cast.anna).post(_of(dialogue, "antal/"), {"came": "20", "older": "21"}, status=422)
    said = "Åldrarna är tillsammans 21 personer, men du skrev att 20 kom. Ändra det som är fel."
    assert page.words(".//div[@class='error-summary']//li") == [said]


@pytest.mark.usefixtures("without_noise")
@pytest.mark.parametrize(
    ("came", "older", "shown"),
    [
        ("40", "20", [("65 år och äldre", "20"), ("Ålder inte noterad", "20")]),
        (
            "22",
            "20",
            [("65 år och äldre", "20"), ("Ålder inte noterad", "0")],
        ),  # rounded, and shifted in earnest
        ("20", "20", [("65 år och äldre", "20")]),
    ],
)
def test_those_without_an_age_are_shown_by_the_same_rule(
    came: str, older: str, shown: list[tuple[str, str]], cast: Cast
) -> None:
    dialogue = make_dialogue(cast.harnosand)
    PageClient(cast.anna).post(_of(dialogue, "antal/"), {"came": came, "older": older})
    public = PageClient().get(f"/harnosand/dialoger/{dialogue.public_id}/")
    rows = public.all(".//section[@aria-labelledby='came']//tbody/tr")
    assert [tuple("".join(cell.itertext()) for cell in row) for row in rows] == shown


def test_a_dialogue_answered_on_its_day_is_held_everywhere(cast: Cast) -> None:
    dialogue, client = make_dialogue(cast.harnosand, held_on=TODAY), PageClient(cast.anna)
    desk, residents = client.get(DIALOGUES), PageClient().get("/harnosand/dialoger/")
    assert "Har hållits" not in desk.words(".//main//h2") + residents.words(".//main//h2")
    assert "I dag" in desk.words(".//main//span[@class='tag']")
    owed = {"what": "När lagas lampan?", "role": "gatuchefen", "due_on": "2020-02-12"}
    client.post(_of(dialogue, "svar/"), owed)
    client.post(_of(dialogue, "kort/"), CARD)
    first = dialogue.answers.get(what="")
    client.send(f"/bord/harnosand/svar/{first.public_id}/", {"answer": "Det blir ljust."})
    desk, residents = client.get(DIALOGUES), PageClient().get("/harnosand/dialoger/")
    assert desk.words(".//main//h2") == ["Kommande", "Har hållits"]
    assert "1 svar återstår, senast 12 februari 2020" in desk.words(".//main//span[@class='tag']")
    assert residents.words(".//main//section[@class='card']/p")[2:] == [
        "Besvarat efter 0 dagar, i tid: det var utlovat senast 1 oktober 2019.",
        "När lagas lampan? Inget svar än. Det har gått 0 dagar; svaret är utlovat senast 12 februari 2020.",
    ]
    page = PageClient().get(f"/harnosand/dialoger/{dialogue.public_id}/")
    assert "Det blir ljust." in page.words(".//section[@aria-labelledby='answers']//p")
    assert page.words(".//section[@aria-labelledby='said']/p") == [
        "Färre än tjugo kort skrevs, så här visas varken antal eller citat."
    ]


def test_the_poster_stands_beside_the_plan_and_nothing_is_saved_by_looking(cast: Cast) -> None:
    client = PageClient(cast.anna)
    typed = {"show": "yes", "name": "Möte i Ramvik", "starts": "18"}
    page = client.post(f"{DIALOGUES}ny/", typed, status=200)
    assert page.words(".//article[@class='poster']/h3") == ["Möte i Ramvik"]
    assert page.all(".//div[@class='error-summary']") == []
    assert page.all(".//input[@name='name']")[0].get("value") == "Möte i Ramvik"
    whole = client.post(f"{DIALOGUES}ny/", PLAN | {"show": "yes"}, status=200)
    assert whole.words(".//p[@class='when']") == ["20 september 2019, kl. 18–20Viksjö skola"]
    assert not Dialogue.objects.exists()


def test_a_staff_dialogue_has_no_poster(cast: Cast) -> None:
    page = PageClient(cast.bo).post(f"{DIALOGUES}ny/", PLAN | {"kind": "staff", "show": "yes"}, status=200)
    assert page.all(".//article[@class='poster']") == []


def test_whoever_answers_has_the_cards_beside_except_what_is_held(cast: Cast) -> None:
    dialogue = make_dialogue(cast.harnosand)
    for text, source, is_held in [
        ("Mer ljus.", dialogue.public_id, False),
        ("Killen i kiosken.", dialogue.public_id, True),
        ("Från ett annat möte.", "annat", False),
    ]:
        make_voice(cast.harnosand, text=text, source_id=source, is_held=is_held)
    page = PageClient(cast.anna).get(f"/bord/harnosand/svar/{dialogue.answers.get().public_id}/")
    assert page.words(".//aside//li/p[@lang]") == ["Mer ljus."]
    assert LogEntry.objects.get().params == {"voices": 1}
