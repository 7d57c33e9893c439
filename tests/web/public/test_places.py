"""The page of a place: what is promised there, how it goes there, and what was said."""

from datetime import date
from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from handslag.domain.keeping.activities import ActivityStatus
from handslag.domain.listening.dialogues import DialogueKind
from handslag.domain.listening.voices import Verdict, VoiceKind
from handslag.domain.people.parties import Party
from handslag.domain.promises.terms import Spread
from handslag.models.models import Dialogue, Event, Place, Voice
from handslag.services.listening.voices import review_voice
from handslag.services.listening.walks import Found, add_stop, record_finding
from tests.cast import Cast
from tests.make import make_activity, make_dialogue, make_promise, make_voice
from tests.page import PageClient


@pytest.fixture
def places(cast: Cast) -> dict[str, Place]:
    rows = {"Viksjö": ["Viksjö by"], "Ramvik/Hälledal": [], "Gussjö": []}
    return {
        name: Place.objects.create(municipality=cast.harnosand, name=name, aliases=aliases)
        for name, aliases in rows.items()
    }


def test_each_place_has_its_page_and_the_first_page_leads_there(places: dict[str, Place]) -> None:
    page = PageClient().get("/harnosand/")
    links = page.all(".//ul[@class='tags']//a[@class='tag']")
    assert [(one.text, one.get("href")) for one in links] == [
        ("Gussjö", "/harnosand/plats/gussjo/"),
        ("Ramvik/Hälledal", "/harnosand/plats/ramvik-halledal/"),
        ("Viksjö", "/harnosand/plats/viksjo/"),
    ]
    assert [PageClient().get(str(one.get("href"))).h1 for one in links] == [
        "Gussjö",
        "Ramvik/Hälledal",
        "Viksjö",
    ]


def test_a_promise_judged_place_by_place_says_how_it_goes_just_there(
    cast: Cast, places: dict[str, Place]
) -> None:
    promise = make_promise(cast.harnosand, places=["Viksjö", "Gussjö"], spread=Spread.PLACE)
    make_activity(promise, done_on=date(2019, 7, 3), place=places["Viksjö"], note="Samtal vid affären.")
    make_activity(
        promise,
        done_on=date(2019, 9, 9),
        place=places["Viksjö"],
        note="Ett till.",
        status=ActivityStatus.PLANNED,
    )
    viksjo, gussjo = (PageClient().get(f"/harnosand/plats/{name}/").text for name in ("viksjo", "gussjo"))
    assert "Senast här: 3 juli 2019. Samtal vid affären." in viksjo
    assert "Planerat här: 9 september 2019. Ett till." in viksjo
    assert "Inget som gjorts här är redovisat än." in gussjo
    assert "Samtal vid affären" not in gussjo


def test_promises_that_name_other_places_do_not_reach_it(cast: Cast, places: dict[str, Place]) -> None:
    make_promise(cast.harnosand, places=["Gussjö"], text="Polisen går i Gussjö.")
    make_promise(cast.harnosand, places=[], text="Polisen svarar på frågor.")
    page = PageClient().get("/harnosand/plats/viksjo/")
    assert page.words(".//p[@class='lead']") == ["Inget löfte nämner Viksjö. Ett till gäller hela kommunen."]
    assert ("Gussjö" in page.text, "Polisen svarar på frågor." in page.text) == (False, True)


def test_what_comes_and_what_was_said_there_stands_on_the_page(cast: Cast, places: dict[str, Place]) -> None:
    Event.objects.create(
        municipality=cast.harnosand, series="Möten", name="Höstmöte", place="Viksjö by",
        start=date(2019, 10, 1), end=date(2019, 10, 1),
    )  # fmt: skip
    make_dialogue(cast.harnosand, name="Dialogmöte i Viksjö", place=places["Viksjö"])
    make_dialogue(cast.harnosand, name="Dialogmöte i Gussjö", place=places["Gussjö"])
    text = PageClient().get("/harnosand/plats/viksjo/").text
    assert ("Höstmöte" in text, "Dialogmöte i Viksjö" in text, "Dialogmöte i Gussjö" in text) == (
        True,
        True,
        False,
    )


def test_what_a_meeting_is_about_and_not_its_name_decides(cast: Cast, places: dict[str, Place]) -> None:
    make_dialogue(cast.harnosand, name="Möte i Viksjö om hela kommunen", venue="Viksjö skola")
    make_dialogue(cast.harnosand, name="Byamöte", place=places["Viksjö"])
    staff = {"kind": DialogueKind.STAFF, "party": Party.POLICE, "name": "Polisens eget"}
    make_dialogue(cast.harnosand, place=places["Viksjö"], **staff)
    assert PageClient().get("/harnosand/plats/viksjo/").words(".//section[@class='card']/h3") == ["Byamöte"]


def test_the_answer_and_words_that_may_be_quoted_stand_on_the_page(
    cast: Cast, places: dict[str, Place]
) -> None:
    dialogue = make_dialogue(cast.harnosand, place=places["Viksjö"], answer_by=date(2019, 9, 1))
    dialogue.answers.update(answer="Ljuset byts i höst.", answered_on=date(2019, 8, 28))
    said = [make_voice(cast.harnosand, source_id=dialogue.public_id, text=f"Text {n}") for n in range(20)]
    for reader in (cast.anna, cast.bo):
        review_voice(reader, voice=said[0], verdict=Verdict.MAY_BE_QUOTED)
    page = PageClient().get("/harnosand/plats/viksjo/")
    assert page.words(".//blockquote") == ["Ljuset byts i höst.", "Text 0"]
    assert page.words(f".//a[@href='/harnosand/dialoger/{dialogue.public_id}/']") == [
        "Dialogmöte i Brunne",
        "Allt som sades 20 augusti 2019",
    ]


def test_a_walk_shows_what_was_seen_at_the_place_and_nothing_else(
    cast: Cast, places: dict[str, Place]
) -> None:
    walk = make_dialogue(cast.harnosand, kind=DialogueKind.WALK, name="Rundan", held_on=date(2019, 8, 1))
    for place, words in (("Viksjö", "Lampan är trasig."), ("Gussjö", "Bron saknar räcke.")):
        stop = add_stop(cast.anna, dialogue=walk, name=f"Torget i {place}", place=places[place])
        record_finding(cast.anna, stop=stop, found=Found(words, VoiceKind.IMPROVEMENT, "gatuchefen"))
    held = record_finding(cast.anna, stop=walk.stops.all()[0], found=Found("Buset.", VoiceKind.STRENGTH))
    Voice.objects.filter(finding=held).update(is_held=True)
    assert PageClient().get("/harnosand/plats/viksjo/").words(".//section[@class='card']//li/p[1]") == [
        "Borde bli bättre: Lampan är trasig."
    ]


@pytest.mark.parametrize("address", ["viksjo-by", "viksjo"])
def test_another_name_of_a_place_leads_to_it(places: dict[str, Place], address: str) -> None:
    assert PageClient().get(f"/harnosand/plats/{address}/").h1 == "Viksjö"


@pytest.mark.parametrize("address", ["finns-inte", "gussjo-2"])
def test_a_place_that_is_not_there_is_not_found(places: dict[str, Place], address: str) -> None:
    PageClient().get(f"/harnosand/plats/{address}/", status=404)


def test_two_places_whose_names_differ_by_a_ring_have_different_pages(cast: Cast) -> None:
    for name in ("Ås", "Äs", "!"):
        Place.objects.create(municipality=cast.harnosand, name=name)
    pages = [PageClient().get(f"/harnosand/plats/{at}/").h1 for at in ("as", "as-2", "plats")]
    assert pages == ["Ås", "Äs", "!"]


def test_the_number_of_queries_does_not_grow_with_what_is_logged(
    cast: Cast, places: dict[str, Place]
) -> None:
    promise = make_promise(cast.harnosand, places=["Viksjö"], spread=Spread.PLACE)
    counts = []
    for number in (1, 30):
        for _ in range(number):
            make_dialogue(cast.harnosand, place=places["Viksjö"])
            make_activity(promise, done_on=date(2019, 7, 3), place=places["Viksjö"])
        with CaptureQueriesContext(connection) as queries:
            PageClient().get("/harnosand/plats/viksjo/")
        counts.append(len(queries))
    assert counts == [15, 15]


def test_dialogues_from_before_are_matched_to_places_by_name_once(
    cast: Cast, places: dict[str, Place]
) -> None:
    named = {
        "Dialogmöte i Viksjö by": "Viksjö",
        "Gussjös vandring": "Gussjö",
        "Hälledal, kvällsmöte": "Ramvik/Hälledal",
        "Möte": "Viksjö",
        "Viksjöbygdens dag": None,
    }
    for name in named:
        make_dialogue(cast.harnosand, name=name, venue="VIKSJÖ skola" if name == "Möte" else "Skolan")
    import_module("handslag.models.migrations.0032_dialogue_places").match_by_name(apps, None)
    found = Dialogue.objects.select_related("place")
    assert {row.name: row.place and row.place.name for row in found} == named
