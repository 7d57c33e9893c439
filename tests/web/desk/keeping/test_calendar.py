"""Calendars: what a change would move is shown first, then it is saved."""

from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from handslag.domain.judging.periods import Period
from handslag.domain.judging.register_changes import SchoolEntry, Schools, TermDays
from handslag.domain.promises.terms import Kind, Per, Spread
from handslag.models.models import Event, Promise, School, SchoolAuthority, SchoolTerm
from handslag.services.judging.reads.moves import moves
from handslag.services.keeping.reads import registers as lists
from tests.cast import Cast
from tests.make import make_activity, make_promise
from tests.page import Page, PageClient

CALENDAR = "/bord/harnosand/kalender/"
TODAY = date(2019, 9, 2)
SPRING, AUTUMN = (date(2019, 1, 8), date(2019, 6, 12)), (date(2019, 8, 20), date(2019, 12, 20))


@pytest.fixture
def authority(cast: Cast) -> SchoolAuthority:
    authority = SchoolAuthority.objects.create(municipality=cast.harnosand, name="Kommunen")
    for start, end in (SPRING, AUTUMN):
        SchoolTerm.objects.create(authority=authority, start=start, end=end)
    return authority


def _schools(authority: SchoolAuthority, number: int) -> list[School]:
    town = authority.municipality
    return [
        School.objects.create(municipality=town, authority=authority, name=f"Skola {index:02}")
        for index in range(number)
    ]


def _every_school(cast: Cast) -> Promise:
    """A visit to every school each term, from the new year."""
    return make_promise(
        cast.harnosand,
        valid_from=date(2019, 1, 1),
        at_least=1,
        per=Per.TERM,
        spread=Spread.SCHOOL,
        year_named=False,
    )


def _at_each_event(cast: Cast) -> Promise:
    return make_promise(cast.harnosand, kind=Kind.EACH_EVENT, per=Per.ONCE, event_series="Storhelger")


def _rows(page: Page) -> list[str]:
    return page.words(".//main//table/tbody/tr")


def _sent(page: Page) -> dict[str, str]:
    """The hidden fields that go on with the last form of the page."""
    return {e.get("name", ""): e.get("value", "") for e in page.all(".//main//input[@type='hidden']")}


def _days(*spans: tuple[date, date]) -> dict[str, str]:
    return {
        f"term_{end}_{index}": day.isoformat()
        for index, span in enumerate(spans)
        for end, day in zip(("start", "end"), span, strict=True)
    }


def test_terms_that_move_show_the_verdict_before_and_after(cast: Cast, authority: SchoolAuthority) -> None:
    school = _schools(authority, 1)[0]
    make_activity(_every_school(cast), school=school, done_on=date(2019, 6, 12))
    earlier = _days((SPRING[0], date(2019, 6, 11)), AUTUMN)
    page = PageClient(cast.anna).post(f"{CALENDAR}lasar/{authority.pk}/", earlier, status=200)
    assert page.h1 == "Så här ändras bedömningen"
    assert _rows(page) == ["våren 2019 Skola 00 Hållet Inte redovisat"]
    assert SchoolTerm.objects.first().end == SPRING[1]  # type: ignore[union-attr]


def test_what_was_shown_is_saved_when_it_is_confirmed(cast: Cast, authority: SchoolAuthority) -> None:
    _schools(authority, 1)
    _every_school(cast)
    client, address = PageClient(cast.anna), f"{CALENDAR}lasar/{authority.pk}/"
    shown = client.post(address, _days((SPRING[0], date(2019, 6, 11)), AUTUMN), status=200)
    assert client.post(address, _sent(shown)).location == CALENDAR
    assert [term.end for term in SchoolTerm.objects.all()] == [date(2019, 6, 11), AUTUMN[1]]


def test_somebody_else_was_first_so_it_is_shown_again(cast: Cast, authority: SchoolAuthority) -> None:
    school = _schools(authority, 1)[0]
    promise = _every_school(cast)
    client, address = PageClient(cast.anna), f"{CALENDAR}lasar/{authority.pk}/"
    shown = client.post(address, _days((SPRING[0], date(2019, 6, 11)), AUTUMN), status=200)
    make_activity(promise, school=school, done_on=date(2019, 6, 12))
    page = client.post(address, _sent(shown), status=200)
    said = "Något annat har ändrats sedan du tittade. Se en gång till innan du sparar."
    assert page.words(".//p[@class='notice is-warning']") == [said]
    assert SchoolTerm.objects.filter(end=SPRING[1]).exists()


def test_one_may_go_back_and_change_something(cast: Cast, authority: SchoolAuthority) -> None:
    client, address = PageClient(cast.anna), f"{CALENDAR}lasar/{authority.pk}/"
    shown = client.post(address, _days(SPRING), status=200)
    page = client.post(address, _sent(shown) | {"edit": "1"}, status=200)
    assert page.h1 == "Terminer: Kommunen"
    assert page.all(".//input[@name='term_start_0']")[0].get("value") == "2019-01-08"


@pytest.mark.parametrize(
    ("days", "error"),
    [
        (_days((SPRING[1], SPRING[0])), "Perioden slutar (8 januari 2019) innan den börjar (12 juni 2019)."),
        ({"term_start_0": "2019-01-08", "term_end_0": ""}, "Välj ett datum, eller töm hela raden."),
    ],
)
def test_wrong_days_come_back(
    days: dict[str, str], error: str, cast: Cast, authority: SchoolAuthority
) -> None:
    page = PageClient(cast.anna).post(f"{CALENDAR}lasar/{authority.pk}/", days, status=422)
    assert page.words(".//div[@class='error-summary']//li") == [error]


def test_great_holidays_come_with_one_click_and_one_more(cast: Cast) -> None:
    _at_each_event(cast)
    client = PageClient(cast.anna)
    shown = client.post(f"{CALENDAR}storhelger/", {"series": "Storhelger", "year": "2019"}, status=200)
    assert _rows(shown)[0] == "18–22 apr 2019 Påsk 2019 bedöms inte Inte redovisat"
    client.post(f"{CALENDAR}storhelger/", _sent(shown))
    names = ["Påsk 2019", "Valborg 2019", "Midsommar 2019", "Jul 2019", "Nyår 2019"]
    assert [event.name for event in Event.current.all()] == names


def test_great_holidays_that_are_there_are_not_added_twice(cast: Cast) -> None:
    client = PageClient(cast.anna)
    asked = {"series": "Storhelger", "year": "2019"}
    for _ in range(2):
        shown = client.post(f"{CALENDAR}storhelger/", asked, status=200)
        status = 409 if Event.objects.exists() else 302
        client.post(f"{CALENDAR}storhelger/", _sent(shown), status=status)
    assert Event.objects.count() == 5


def test_an_event_taken_off_the_list_is_no_longer_judged(cast: Cast) -> None:
    day = date(2019, 6, 21)
    event = Event.objects.create(
        municipality=cast.harnosand, series="Storhelger", name="Midsommar", start=day, end=day
    )
    make_activity(_at_each_event(cast), event=event)
    client, address = PageClient(cast.anna), f"{CALENDAR}evenemang/{event.public_id}/ta-bort/"
    shown = client.get(address)
    assert _rows(shown) == ["21 jun 2019 Midsommar Inte redovisat bedöms inte längre"]
    client.post(address, _sent(shown))
    assert not Event.current.exists()
    assert Event.objects.get().removed_at is not None


def test_a_school_that_closes_keeps_its_past(cast: Cast, authority: SchoolAuthority) -> None:
    _schools(authority, 2)
    _every_school(cast)
    closed = SchoolEntry("Skola 00", "Kommunen", last_on=SPRING[1], known="Skola 00")
    (moved,) = moves(cast.harnosand, Schools((closed,)), on=TODAY)
    assert [(move.start, move.names, move.before, move.after) for move in moved.moves] == [
        (AUTUMN[0], ("Skola 00",), "ON_TRACK", None)
    ]


def test_a_school_with_a_new_name_moves_nothing(cast: Cast, authority: SchoolAuthority) -> None:
    school = _schools(authority, 1)[0]
    make_activity(_every_school(cast), school=school)
    renamed = SchoolEntry("Nya skolan", "Kommunen", known="Skola 00")
    assert moves(cast.harnosand, Schools((renamed,)), on=TODAY) == []


@pytest.mark.parametrize("number", [1, 3, 40])
def test_a_change_is_tried_in_seven_queries_however_many_schools(
    number: int,
    cast: Cast,
    authority: SchoolAuthority,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    _schools(authority, number)
    _every_school(cast)
    later = TermDays("Kommunen", (Period(*SPRING), Period(date(2019, 9, 9), AUTUMN[1])))
    with django_assert_num_queries(7):
        (moved,) = moves(cast.harnosand, later, on=TODAY)
    assert [len(move.names) for move in moved.moves] == [number]


@pytest.mark.parametrize("number", [1, 3, 40])
def test_the_lists_cost_the_same_however_long(
    number: int,
    cast: Cast,
    authority: SchoolAuthority,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    _schools(authority, number)
    for index in range(number):
        Event.objects.create(municipality=cast.harnosand, series="A", name=f"{index}", start=TODAY, end=TODAY)
    with django_assert_num_queries(6):
        lists.authority_rows(cast.harnosand)
        (series,) = lists.series_rows(cast.harnosand, on=TODAY)
        schools = lists.school_rows(cast.harnosand)
    assert (len(series.ahead), len(schools)) == (number, number)
