"""Who gets through the doors of the desk: every address of it, found in the address list itself."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from django.urls import URLResolver, get_resolver, reverse
from django.utils.translation import override

from handslag import clock
from handslag.domain.listening.dialogues import DialogueKind
from handslag.domain.listening.voices import VoiceKind
from handslag.domain.people.parties import Party
from handslag.domain.surveys import SurveyState
from handslag.models.models import (
    Baseline,
    Event,
    ImportBatch,
    Measurement,
    Place,
    Promise,
    Reading,
    School,
    SchoolAuthority,
    User,
)
from handslag.services.keeping.hours import set_available_hours
from handslag.services.keeping.imports import start_import
from handslag.services.listening.walks import Found, add_stop, record_finding
from handslag.services.promises.readings import read_page
from tests.cast import Cast
from tests.conftest import TODAY
from tests.make import make_activity, make_dialogue, make_promise, make_voice
from tests.page import PageClient
from tests.services.test_every_command import PAGE, SHEET
from tests.surveys import make_survey

SIGNATORY_MAY_SEE = {"desk_today", "desk_reading", "desk_promise", "desk_receipt"} | {
    *("desk_calendar", "desk_schools", "desk_places", "desk_paper_file", "desk_dialogues", "desk_dialogue"),
    *("desk_surveys", "desk_survey", "desk_survey_file", "desk_survey_preview"),
    "desk_verdict",  # whoever signed answers in public
    *("desk_coverage", "desk_hours", "desk_results", "desk_voice_readers", "desk_activity_list"),
}
OF_DIALOGUE = {"desk_dialogue", "desk_change_dialogue", "desk_cancel_dialogue", "desk_owe_answer"} | {
    *("desk_heads", "desk_cards", "desk_card_queue", "desk_stops", "desk_outcome"),
}

DRAFTS = {"desk_add_page", "desk_change_page", "desk_add_question", "desk_question", "desk_remove_question"}


def _names(resolver: URLResolver | None = None) -> Iterator[str]:
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            yield from _names(pattern)
        elif (pattern.name or "").startswith("desk_"):
            yield pattern.name or ""


DESK = sorted(set(_names()) - {"desk_choose"})


@pytest.fixture
def reading(cast: Cast) -> Reading:
    return read_page(cast.anna, municipality=cast.harnosand, source="en sida", text=PAGE)


def _address(name: str, cast: Cast, reading: Reading) -> str:
    """An address of Härnösand's desk that exists."""
    promise = make_promise(cast.harnosand)
    of_draft = name in ("desk_edit_draft", "desk_discard_draft", "desk_lint_draft")
    draft = reading.promises.all()[0]
    ids: dict[str, object] = {
        "number": draft.number if of_draft else promise.number,
        "public_id": reading.public_id,
    }
    if name in ("desk_correct", "desk_receipt", "desk_answer", "desk_confirm_plan"):
        ids["public_id"] = make_activity(promise).public_id
    if name.startswith("desk_import_") or name == "desk_import":
        ids["public_id"] = _file(cast, is_read_in=name == "desk_import_receipt").public_id
    ids |= _of_lists(cast, name) | _of_overviews(cast, promise) | _of_listening(cast, name)
    pattern = get_resolver().reverse_dict.getlist(name)[0][0][0][1]
    with override("sv"):
        return str(
            reverse(name, kwargs={"slug": "harnosand"} | {key: ids[key] for key in pattern if key in ids})
        )


def _of_lists(cast: Cast, name: str) -> dict[str, str]:
    """One of each list, and the event where the address is of one."""
    town = cast.harnosand
    authority = SchoolAuthority.objects.create(municipality=town, name="Kommunen")
    school = School.objects.create(municipality=town, authority=authority, name="Geresta skola")
    place = Place.objects.create(municipality=town, name="Ramvik")
    day = date(2019, 7, 5)
    event = Event.objects.create(municipality=town, series="Marknader", name="Juli", start=day, end=day)
    is_draft = name in DRAFTS
    make_survey(town, slug="trygghet", state=SurveyState.DRAFT if is_draft else SurveyState.OPEN)
    keys = {"survey": "trygghet", "question": "ute", "page": "0", "language": "ar"} | {
        "authority": str(authority.pk),
        "school": str(school.pk),
        "place": str(place.pk),
    }
    return keys | ({"public_id": event.public_id} if name in ("desk_event", "desk_remove_event") else {})


def _of_overviews(cast: Cast, promise: Promise) -> dict[str, object]:
    """A year, a figure of hours, a measurement."""
    day = date(2019, 1, 1)
    said = set_available_hours(
        cast.anna,
        municipality=cast.harnosand,
        party=Party.POLICE,
        start=day,
        end=date(2019, 12, 31),
        hours=Decimal(900),
    )
    baseline = Baseline.objects.create(
        promise=promise, indicator="Oro", value=31, unit="%", measured_on=day, source="Kommunens enkät"
    )
    found = Measurement.objects.create(
        baseline=baseline, value=27, measured_on=TODAY, source="Enkät", entered_at=clock.now()
    )
    return {"year": 2019, "hours": said.pk, "measurement": found.pk}


def _of_listening(cast: Cast, name: str) -> dict[str, str]:
    """A dialogue of today, a stop and a finding of a walk, a promised answer, a voice."""
    walk = make_dialogue(cast.harnosand, kind=DialogueKind.WALK)
    stop = add_stop(cast.anna, dialogue=walk, name="Gångtunneln")
    finding = record_finding(cast.anna, stop=stop, found=Found("Det är ljust.", VoiceKind.STRENGTH))
    keys = {"stop": stop.public_id, "finding": finding.public_id, "key": make_voice(cast.harnosand).id}
    if name == "desk_publish_answer":
        return keys | {"public_id": walk.answers.get().public_id}
    if name in OF_DIALOGUE:
        today = make_dialogue(cast.harnosand, held_on=TODAY, kind=DialogueKind.WALK, follows=walk)
        return keys | {"public_id": today.public_id}
    return keys


def _file(cast: Cast, is_read_in: bool) -> ImportBatch:
    batch = start_import(cast.anna, municipality=cast.harnosand, source="ark.csv", rows=SHEET, key="1")
    if is_read_in:
        ImportBatch.objects.update(imported_at=batch.started_at)
    return batch


def _visit(user: User | None, name: str, address: str, status: int) -> str:
    client = PageClient(user)
    if name == "desk_lock_baseline" and user and status == 302:
        return str(client.send(address, at=address.removesuffix("las/")).location)
    posts = ("desk_lint_draft", "desk_lint_change", "desk_lock_baseline")
    visit = client.post if name in posts else client.get
    return str(visit(address, status=status).location)


def test_there_are_addresses_to_try() -> None:
    assert len(DESK) >= 51


@pytest.mark.parametrize("name", DESK)
def test_a_stranger_finds_nothing(name: str, cast: Cast, reading: Reading) -> None:
    _visit(cast.olle, name, _address(name, cast, reading), 404)


@pytest.mark.parametrize("name", DESK)
def test_somebody_not_logged_in_is_sent_to_log_in_and_back(name: str, cast: Cast, reading: Reading) -> None:
    address = _address(name, cast, reading)
    assert _visit(None, name, address, 302) == f"/konto/logga-in/?next={address}"


@pytest.mark.parametrize("name", DESK)
def test_a_signatory_sees_and_changes_nothing(name: str, cast: Cast, reading: Reading) -> None:
    may_see = name in SIGNATORY_MAY_SEE
    _visit(cast.cilla, name, _address(name, cast, reading), 200 if may_see else 403)


@pytest.mark.parametrize("name", DESK)
def test_the_coordinator_gets_in(name: str, cast: Cast, reading: Reading) -> None:
    asks = name in ("desk_lint_draft", "desk_lint_change", "desk_import_preview")  # for what stands nowhere
    acts = name in ("desk_lock_baseline", "desk_confirm_plan")  # by a press, and goes back to the list
    is_done = name in ("desk_open_survey", "desk_approve_results")  # or not yet to be: leads to the survey
    status = 302 if acts or is_done else 422 if asks else 200
    _visit(cast.anna, name, _address(name, cast, reading), status)


def test_somebody_with_one_municipality_is_not_asked_which(cast: Cast) -> None:
    assert PageClient(cast.anna).get("/bord/", status=302).location == "/bord/harnosand/"


def test_somebody_with_two_chooses(cast: Cast) -> None:
    assert PageClient(cast.bo).get("/bord/").words(".//main//li") == ["Härnösand", "Sollefteå"]


def test_nothing_of_the_desk_stays_on_a_shared_computer(cast: Cast) -> None:
    response = PageClient(cast.anna).get("/bord/harnosand/").response
    assert response.headers["Cache-Control"] == "no-store"


def test_a_refused_page_leads_back_to_the_desk_and_a_public_one_to_the_first_page(
    cast: Cast, reading: Reading
) -> None:
    refused = PageClient(cast.cilla).get(_address("desk_read", cast, reading), status=403)
    assert [link.get("href") for link in refused.all(".//main//a")] == ["/bord/"]
    assert [link.get("href") for link in PageClient().get("/finns-inte/", status=404).all(".//main//a")] == [
        "/"
    ]


def test_only_somebody_with_several_municipalities_may_change_municipality(cast: Cast) -> None:
    links = ".//footer//a[@href='/bord/']"
    assert PageClient(cast.anna).get("/bord/harnosand/").words(links) == []
    assert PageClient(cast.bo).get("/bord/harnosand/").words(links) == ["Byt kommun"]


def test_public_pages_have_a_way_in_for_staff(cast: Cast) -> None:
    found = PageClient().get("/harnosand/").words(".//footer//a[@href='/bord/']")
    assert found == ["Logga in för medarbetare"]
