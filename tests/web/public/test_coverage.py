"""The coverage matrix: gaps first and in words, for residents and on the desk."""

from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from handslag.domain.promises.terms import Per, Spread
from handslag.models.models import PeriodReport, Promise, School, SchoolAuthority, SchoolTerm
from handslag.services.showing.reads import coverage
from tests.cast import Cast
from tests.make import make_activity, make_promise
from tests.page import PageClient

MANY = 40
TERMS = ((date(2019, 1, 8), date(2019, 6, 12)), (date(2019, 8, 20), date(2019, 12, 20)))


def make_schools(cast: Cast, number: int) -> list[School]:
    """So many schools with the terms of 2019."""
    authority = SchoolAuthority.objects.create(municipality=cast.harnosand, name="Kommunen")
    for start, end in TERMS:
        SchoolTerm.objects.create(authority=authority, start=start, end=end)
    return [
        School.objects.create(municipality=cast.harnosand, authority=authority, name=f"Skola {index:02}")
        for index in range(number)
    ]


def every_school_each_term(cast: Cast) -> Promise:
    return make_promise(
        cast.harnosand,
        text="Besöka alla skolor varje termin.",
        at_least=1,
        unit="besök",
        per=Per.TERM,
        year_named=False,
        valid_from=date(2019, 1, 1),
        spread=Spread.SCHOOL,
    )


def test_of_forty_schools_those_that_lack_something_stand_first(cast: Cast, page: PageClient) -> None:
    schools = make_schools(cast, MANY)
    promise = every_school_each_term(cast)
    for school in schools:
        if school.name not in ("Skola 07", "Skola 31"):
            make_activity(promise, school=school, done_on=date(2019, 3, 1))
    found = page.get("/harnosand/tackning/")
    rows = found.words(".//table[@class='strip coverage']//tbody/tr/th")
    lacks = "Saknas: våren 2019 (inte redovisat, 0 av 1).Pågår: hösten 2019 (0 av 1 hittills)."
    assert rows[:3] == [
        f"Skola 07{lacks}",
        f"Skola 31{lacks}",
        "Skola 00Pågår: hösten 2019 (0 av 1 hittills).",
    ]
    assert len(rows) == MANY
    assert found.words(".//main//p/strong") == [
        "2 av 40 skolor saknar något: Skola 07 och Skola 31. Återstår: 38 skolor."
    ]


def test_what_is_done_and_what_remains_is_said_without_counting_to_one(cast: Cast, page: PageClient) -> None:
    for name in ("Brunne", "Viksjö"):
        cast.harnosand.places.create(name=name)
    promise = make_promise(cast.harnosand, at_least=1, spread=Spread.PLACE, places=["Brunne", "Viksjö"])
    summary = ".//main//p/strong"
    assert page.get("/harnosand/tackning/").words(summary) == ["Återstår: Brunne och Viksjö."]
    make_activity(promise, place=cast.harnosand.places.get(name="Brunne"))
    assert page.get("/harnosand/tackning/").words(summary) == ["1 av 2 platser är klar. Återstår: Viksjö."]
    make_activity(promise, place=cast.harnosand.places.get(name="Viksjö"))
    assert page.get("/harnosand/tackning/").words(summary) == ["Inget saknas hittills."]


def test_a_single_place_says_only_what_it_lacks(cast: Cast, page: PageClient) -> None:
    make_promise(cast.harnosand, at_least=1, spread=Spread.PLACE, places=["Viksjö"])
    found = page.get("/harnosand/tackning/").words(".//main//p/strong")
    assert found == ["Pågår: 2019 (0 av 1 hittills)."]


def test_it_is_a_table_with_headers_and_every_sign_has_its_word(cast: Cast, page: PageClient) -> None:
    make_schools(cast, 1)
    every_school_each_term(cast)
    found = page.get("/harnosand/tackning/")
    table = ".//table[@class='strip coverage']"
    assert found.words(f"{table}/thead//th") == ["Skola", "våren 2019", "hösten 2019"]
    assert [e.get("scope") for e in found.all(f"{table}//th")] == ["col", "col", "col", "row"]
    assert found.words(f"{table}/tbody//td") == ["Inte redovisat", "I fas"]


def test_what_is_closed_short_stands_before_what_nobody_reported(cast: Cast, page: PageClient) -> None:
    make_schools(cast, 2)
    promise = every_school_each_term(cast)
    school = School.objects.get(name="Skola 01")
    PeriodReport.objects.create(
        promise=promise,
        start=TERMS[0][0],
        end=TERMS[0][1],
        school=school,
        closed_on=date(2019, 6, 20),
        party="police",
    )
    rows = page.get("/harnosand/tackning/").words(".//table[@class='strip coverage']//tbody/tr/th/span[1]")
    assert rows == ["Skola 01", "Skola 00"]


def test_places_where_nothing_was_reported_are_named(cast: Cast, page: PageClient) -> None:
    for name in ("Brunne", "Viksjö"):
        cast.harnosand.places.create(name=name)
    first, second = (make_promise(cast.harnosand) for _ in range(2))
    make_activity(first, second, place=cast.harnosand.places.get(name="Brunne"))
    rows = page.get("/harnosand/tackning/").words(".//table[@class='table stack']/tbody/tr/*")
    assert rows == ["ViksjöInget redovisat i år", "–", "–", "–", "–", "Brunne", "–", "1", "–", "–"]


def test_another_year_is_asked_for_by_its_address(cast: Cast, page: PageClient) -> None:
    make_promise(cast.harnosand, valid_from=date(2018, 1, 1), spread=Spread.PLACE, places=["Viksjö"])
    found = page.get("/harnosand/tackning/2018/")
    assert found.h1 == "Plats för plats, 2018"
    assert found.words(".//main//nav//a") == ["2019", "2018"]
    page.get("/harnosand/tackning/2017/", status=404)


def test_very_many_promises_stand_on_several_pages(
    cast: Cast, page: PageClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(coverage, "PAGE", 1)
    for text in ("Skötsel i Viksjö.", "Ljus i Viksjö."):
        make_promise(cast.harnosand, spread=Spread.PLACE, places=["Viksjö"], text=text)
    first = page.get("/harnosand/tackning/")
    assert [link.get("href") for link in first.all(".//main//nav//a")] == ["?sida=2"]
    second = page.get("/harnosand/tackning/?sida=2")
    assert sorted(first.words(".//h2/a") + second.words(".//h2/a")) == ["Ljus i Viksjö.", "Skötsel i Viksjö."]
    assert page.get("/harnosand/tackning/?sida=x").words(".//h2/a") == first.words(".//h2/a")


def test_without_such_a_promise_it_is_said(cast: Cast, page: PageClient) -> None:
    make_promise(cast.harnosand)
    said = "Inget löfte det här året bedöms plats för plats."
    assert said in page.get("/harnosand/tackning/").words(".//main//p")


def test_the_desk_leads_to_where_it_is_logged(cast: Cast) -> None:
    make_promise(cast.harnosand, spread=Spread.PLACE, places=["Viksjö"])
    found = PageClient(cast.cilla).get("/bord/harnosand/tackning/")
    assert [link.get("href") for link in found.all(".//main//h2/a")] == ["/bord/harnosand/lofte/1/"]


@pytest.mark.parametrize("number", [1, 3])
def test_it_costs_the_same_however_much_there_is(
    number: int, cast: Cast, page: PageClient, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    schools = make_schools(cast, number)
    for _ in range(number):
        make_activity(every_school_each_term(cast), school=schools[0])
    with django_assert_num_queries(12):
        page.get("/harnosand/tackning/")
