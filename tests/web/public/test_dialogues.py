"""Dialogues as residents see them: the invitation, the numbers that may be shown, and the clock."""

from datetime import date, time
from io import BytesIO

import pytest
from icalendar import Calendar
from pypdf import PdfReader
from pytest_django import DjangoAssertNumQueries

from handslag.domain.listening.dialogues import DialogueKind, Group
from handslag.domain.listening.voices import Verdict, VoiceKind
from handslag.models.models import Dialogue, HeadCount
from handslag.services.listening.voices import review_voice
from handslag.services.listening.walks import Found, add_stop, record_finding
from tests.cast import Cast
from tests.make import make_dialogue, make_voice
from tests.page import Page, PageClient


def _page(dialogue: Dialogue, ending: str = "") -> Page:
    return PageClient().get(f"/harnosand/dialoger/{dialogue.public_id}/{ending}")


def _count(dialogue: Dialogue, **counts: int) -> None:
    HeadCount.objects.bulk_create(
        HeadCount(dialogue=dialogue, group=Group(group), count=count) for group, count in counts.items()
    )


def _rows(page: Page) -> list[str]:
    rows = page.all(".//main//table/tbody/tr")
    return [" ".join("".join(cell.itertext()) for cell in row) for row in rows]


def test_before_it_says_who_answers_by_when(cast: Cast) -> None:
    page = _page(make_dialogue(cast.harnosand, held_on=date(2019, 9, 20)))
    assert page.words(".//section[@aria-labelledby='after']/p")[0] == (
        "Samordnaren svarar här senast 1 oktober 2019. Den här sidan räknar dagarna."
    )


@pytest.mark.usefixtures("without_noise")
def test_groups_are_rounded_and_of_no_group_the_number_is_told(cast: Cast) -> None:
    dialogue = make_dialogue(cast.harnosand)
    _count(dialogue, children=3, young=12, adults=31, older=22)
    rows = _rows(_page(dialogue))
    assert rows == ["Under 18 år 5", "18 till 29 år 10", "30 till 64 år 30", "65 år och äldre 20"]


def test_a_small_meeting_shows_no_numbers(cast: Cast) -> None:
    dialogue = make_dialogue(cast.harnosand)
    _count(dialogue, older=19)
    page = _page(dialogue)
    assert (_rows(page), "19" in page.words(".//section[@aria-labelledby='came']")[0]) == ([], False)


def test_what_nobody_counted_is_said_to_be_unknown(cast: Cast) -> None:
    came = _page(make_dialogue(cast.harnosand)).words(".//section[@aria-labelledby='came']/p")
    assert came == ["Ingen har sagt hur många som kom. Vi vet inte."]


@pytest.mark.parametrize(("cards", "quoted"), [(19, []), (20, ["Text 0"])])
def test_quotes_come_from_twenty_statements_and_two_readers(
    cards: int, quoted: list[str], cast: Cast
) -> None:
    dialogue = make_dialogue(cast.harnosand)
    made = [
        make_voice(cast.harnosand, text=f"Text {index}", source_id=dialogue.public_id)
        for index in range(cards)
    ]
    for reader in (cast.anna, cast.bo):
        review_voice(reader, voice=made[0], verdict=Verdict.MAY_BE_QUOTED)
    assert _page(dialogue).words(".//blockquote") == quoted


def test_the_calendar_file_is_read_back(cast: Cast) -> None:
    dialogue = make_dialogue(cast.harnosand, held_on=date(2019, 9, 20))
    (event,) = Calendar.from_ical(_page(dialogue, "dialog.ics").html).walk("VEVENT")
    assert event.decoded("dtstart").isoformat() == "2019-09-20T16:00:00+00:00"
    assert str(event["location"]) == "Brunne skola"
    assert {"ORGANIZER", "ATTENDEE"} & set(event) == set()


def test_a_dialogue_past_midnight_ends_on_the_next_day(cast: Cast) -> None:
    dialogue = make_dialogue(cast.harnosand, held_on=date(2019, 9, 20))
    Dialogue.objects.update(starts=time(20), ends=time(0, 30))
    (event,) = Calendar.from_ical(_page(dialogue, "dialog.ics").html).walk("VEVENT")
    assert event.decoded("dtend").isoformat() == "2019-09-20T22:30:00+00:00"


def test_the_poster_says_what_where_and_when(cast: Cast) -> None:
    content = _page(make_dialogue(cast.harnosand), "affisch.pdf").response.content
    words = " ".join(PdfReader(BytesIO(content)).pages[0].extract_text().split())
    said = (
        "Dialogmöte i Brunne",
        "Tisdag 20 augusti 2019, kl. 18–20",
        "Brunne skola",
        "/harnosand/dialoger/",
    )
    assert [word for word in said if word not in words] == []


def test_a_held_finding_is_not_shown(cast: Cast) -> None:
    walk = make_dialogue(cast.harnosand, kind=DialogueKind.WALK)
    stop = add_stop(cast.anna, dialogue=walk, name="Kiosken")
    record_finding(cast.anna, stop=stop, found=Found("Killen som säljer knark.", VoiceKind.STRENGTH))
    assert "knark" not in _page(walk).html


@pytest.mark.parametrize("number", [1, 3])
def test_a_page_takes_as_many_queries_however_many_cards(
    number: int, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    dialogue = make_dialogue(cast.harnosand)
    for _index in range(number):
        make_voice(cast.harnosand, source_id=dialogue.public_id)
    with django_assert_num_queries(8):
        _page(dialogue)
