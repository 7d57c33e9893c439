"""What residents see of promises: fixed cost, no cookie, the answer first."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from handslag.domain.keeping.activities import ActivityStatus
from handslag.domain.people.parties import Party
from handslag.domain.promises.terms import Kind, Per, PromiseState, Spread
from handslag.models.models import Municipality, PeriodReport, Promise
from tests.cast import Cast
from tests.make import make_activity, make_dialogue, make_promise, make_round
from tests.page import Page, PageClient
from tests.surveys import make_survey


def verdict(page: Page) -> list[str]:
    """The status card, line by line."""
    card = page.all(".//section[@aria-labelledby='status']")[0]
    return [" ".join("".join(part.itertext()).split()) for part in card if part.tag in ("h2", "p")]


def close(promise: Promise, year: int, **words: str) -> None:
    PeriodReport.objects.create(
        promise=promise,
        start=date(year, 1, 1),
        end=date(year, 12, 31),
        closed_on=date(year + 1, 2, 1),
        party=Party.MUNICIPALITY,
        **words,
    )


@pytest.mark.parametrize("promises", [1, 3])
@pytest.mark.parametrize(("path", "queries"), [("/", 10), ("/harnosand/", 11), ("/harnosand/lofte/1/", 10)])
def test_a_page_costs_the_same_however_much_there_is(
    cast: Cast,
    page: PageClient,
    promises: int,
    path: str,
    queries: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for _ in range(promises):
        make_activity(make_promise(cast.harnosand))
    with django_assert_num_queries(queries):
        page.get(path)


@pytest.mark.parametrize(
    "path", ["/", "/om/", "/harnosand/", "/harnosand/lofte/1/", "/harnosand/sa-raknar-vi/"]
)
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_no_page_sets_a_cookie_and_each_is_whole(
    cast: Cast, page: PageClient, path: str, prefix: str
) -> None:
    make_activity(make_promise(cast.harnosand))
    found = page.get(prefix + path)
    assert dict(found.response.cookies) == {}
    assert found.tree.get("lang") == ("en" if prefix else "sv")


def test_a_page_that_has_not_changed_is_not_sent_again(cast: Cast, page: PageClient) -> None:
    make_promise(cast.harnosand)
    etag = page.get("/harnosand/").response.headers["ETag"]
    again = page.client.get("/harnosand/", headers={"If-None-Match": etag})
    assert (again.status_code, again.content) == (304, b"")


def test_the_front_names_who_has_promises(cast: Cast, page: PageClient) -> None:
    make_activity(make_promise(cast.harnosand))
    front = page.get("/")
    assert front.words(".//main//h3") == ["Härnösand"]
    assert front.words(".//ul[@class='tally tally-small']/li") == ["1 i fas"]


def test_the_front_without_municipalities_says_so(page: PageClient) -> None:
    assert page.get("/").words(".//main//h2") == ["Ingen kommun än", "Så läser du sidorna"]


def test_the_municipality_answers_in_words_first(cast: Cast, page: PageClient) -> None:
    make_activity(make_promise(cast.harnosand))
    make_promise(cast.harnosand)
    found = page.get("/harnosand/")
    assert found.h1 == "Hur går det med löftena i Härnösand?"
    assert found.words(".//p[@class='lead']") == [
        "Polisen gav 2 löften i april 2019 för att det ska bli tryggare här. "
        "Så här går det den 2 september 2019, räknat på det som har redovisats."
    ]
    assert found.words(".//ul[@class='tally']/li") == ["1 i fas", "1 efter"]


def _from(cast: Cast, *days: date) -> None:
    for day in days:
        make_promise(cast.harnosand, round=make_round(cast.harnosand, valid_from=day, review_on=None))


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (
            [date(2019, 1, 1), date(2019, 8, 20), date(2019, 9, 2)],
            "Polisen har gett 3 löften för att det ska bli tryggare här, de första från 1 januari 2019 och "
            "de senaste från 2 september 2019. Så här går det den 2 september 2019, räknat på det som har "
            "redovisats.",
        ),
        (
            [date(2019, 1, 1), date(2020, 1, 1)],
            "Polisen har gett 2 löften för att det ska bli tryggare här, de första från 1 januari 2019 och "
            "de senaste från 1 januari 2020. Så här går det den 2 september 2019, räknat på det som har "
            "redovisats. Ett av dem börjar gälla först 1 januari 2020.",
        ),
        (
            [date(2019, 1, 1), date(2020, 1, 1), date(2020, 7, 1)],
            "Polisen har gett 3 löften för att det ska bli tryggare här, de första från 1 januari 2019 och "
            "de senaste från 1 juli 2020. Så här går det den 2 september 2019, räknat på det som har "
            "redovisats. 2 av dem börjar gälla tidigast 1 januari 2020.",
        ),
        (
            [date(2020, 1, 1), date(2020, 7, 1)],
            "Polisen har bestämt 2 löften för att det ska bli tryggare här. De gäller från och med "
            "1 januari 2020, och före den dagen bedöms ingenting. Det sista börjar gälla 1 juli 2020.",
        ),
    ],
)
def test_promises_of_several_rounds_are_not_all_dated_to_the_first(
    cast: Cast, page: PageClient, days: list[date], said: str
) -> None:
    _from(cast, *days)
    assert page.get("/harnosand/").words(".//p[@class='lead']") == [said]


def test_the_front_says_from_when_the_latest_promises_are(cast: Cast, page: PageClient) -> None:
    _from(cast, date(2019, 1, 1), date(2019, 9, 2))
    row = page.get("/").words(".//li[@class='card']/p[@class='muted']")
    assert row == ["2 löften med lokalpolisen Södra Ångermanland, de senaste från 2 september 2019"]


def test_promises_that_begin_on_a_day_to_come_are_said_to(
    cast: Cast, page: PageClient, settings_on: object
) -> None:
    make_promise(cast.harnosand)
    with settings_on(date(2019, 3, 20)):  # type: ignore[operator]
        assert page.get("/harnosand/").words(".//p[@class='lead']") == [
            "Polisen har bestämt ett löfte för att det ska bli tryggare här. "
            "Det gäller från och med 5 april 2019, och före den dagen bedöms ingenting."
        ]


def test_the_worst_stands_first_and_aims_last(cast: Cast, page: PageClient) -> None:
    make_promise(cast.harnosand, text="En avsikt.", kind=Kind.STANDING)
    make_activity(make_promise(cast.harnosand, text="I fas."))
    make_promise(cast.harnosand, text="Efter.")
    assert page.get("/harnosand/").words(".//article//h3") == ["Efter.", "I fas.", "En avsikt."]


def test_an_aim_stands_above_the_promises_that_serve_it(cast: Cast, page: PageClient) -> None:
    aim = make_promise(cast.harnosand, text="Trygga vägar.", kind=Kind.STANDING)
    serving = make_promise(cast.harnosand, text="Två kontroller.")
    serving.aim = aim
    serving.save()
    found = page.get("/harnosand/")
    assert found.words(".//div[@class='aim']/h3") == ["Trygga vägar."]
    assert found.words(".//article//h3") == ["Två kontroller."]


def test_withdrawn_and_ended_promises_stand_apart_from_the_tally(cast: Cast, page: PageClient) -> None:
    before = make_round(
        cast.harnosand, valid_from=date(2017, 1, 1), valid_to=date(2017, 12, 31), review_on=None
    )
    make_round(cast.harnosand)
    make_promise(cast.harnosand, round=before)
    make_promise(cast.harnosand)
    make_promise(cast.harnosand, state=PromiseState.WITHDRAWN)
    found = page.get("/harnosand/")
    assert found.words(".//ul[@class='tally']/li") == ["1 efter"]
    assert found.words(".//main//summary") == ["Ett tidigare löfte", "Ett återtaget löfte"]


def test_earlier_years_stand_beside(cast: Cast, page: PageClient, settings_on: object) -> None:
    close(make_promise(cast.harnosand), 2019)
    assert callable(settings_on)
    with settings_on(date(2020, 3, 1)):
        found = page.get("/harnosand/")
    assert found.words(".//ul[@class='tally tally-small']/li") == ["1 inte hållet"]


def test_what_comes_next_is_said_day_by_day(cast: Cast, page: PageClient) -> None:
    promise = make_promise(cast.harnosand)
    make_activity(promise, status=ActivityStatus.PLANNED, done_on=date(2019, 9, 20))
    assert page.get("/harnosand/").words(".//section[@class='card']/ul")[0] == (
        "20 september 2019Planerat: löfte 1 "
        "31 december 2019En period tar slut för löfte 1 "
        "5 april 2020Parterna ser över löfte 1"
    )


def test_a_municipality_without_promises_says_so(cast: Cast, page: PageClient) -> None:
    assert page.get("/harnosand/").words(".//p[@class='lead']") == [
        "Härnösand har inte publicerat några löften här än."
    ]


def test_a_demonstration_says_so_on_every_page(cast: Cast, page: PageClient) -> None:
    Municipality.objects.filter(slug="harnosand").update(is_demo=True)
    make_promise(cast.harnosand)
    said = [
        page.get(path).words(".//aside")
        for path in ("/harnosand/", "/harnosand/lofte/1/", "/harnosand/sa-raknar-vi/")
    ]
    assert (
        said == [["Demonstration: insatser och svar är påhittade. Sidan visar läget 2 september 2019."]] * 3
    )


def test_the_promise_says_how_many_of_how_many_by_when_and_who_last(cast: Cast, page: PageClient) -> None:
    make_activity(make_promise(cast.harnosand))
    assert verdict(page.get("/harnosand/lofte/1/")) == [
        "Läge: I fas",
        "1 av minst 2 insatser under 2019. Kvar: 1 insats till och med 31 december 2019.",
        "Till och med 2 september 2019 borde minst 1 vara gjort.",
        "Senast redovisat 15 juni 2019 av polisen.",
    ]


def test_the_promise_says_the_same_in_english(cast: Cast, page: PageClient) -> None:
    make_activity(make_promise(cast.harnosand))
    assert verdict(page.get("/en/harnosand/lofte/1/"))[:2] == [
        "Status: On track",
        "1 of at least 2 efforts during 2019. Left: 1 effort until 31 December 2019.",
    ]


def test_a_promise_nobody_has_reported_on_says_so(cast: Cast, page: PageClient) -> None:
    make_promise(cast.harnosand)
    found = page.get("/harnosand/lofte/1/")
    assert verdict(found)[-1] == "Ingen har redovisat något än."
    assert "Inget har redovisats som gjort." in found.words(".//main//p")


def test_planned_and_cancelled_are_shown_apart(cast: Cast, page: PageClient) -> None:
    promise = make_promise(cast.harnosand)
    make_activity(promise, note="Kontroll vid bron.")
    make_activity(promise, note="Ny kontroll.", status=ActivityStatus.PLANNED, done_on=date(2019, 10, 1))
    make_activity(promise, note="Snöstorm.", status=ActivityStatus.CANCELLED)
    tables = page.get("/harnosand/lofte/1/").words(".//table[@class='table stack deeds']/tbody")
    assert tables == [
        "14 juni 2019 – Kontroll vid bron. Polisen",
        "1 oktober 2019 – Ny kontroll. Polisen",
        "14 juni 2019 – Snöstorm. Polisen",
    ]


def test_a_corrected_entry_opens_to_what_was_said_before(cast: Cast, page: PageClient) -> None:
    promise = make_promise(cast.harnosand)
    first = make_activity(promise, note="Kontroll.", done_on=date(2019, 6, 15))
    make_activity(promise, note="Kontroll.", replaces=first, reason="Fel dag.")
    assert page.get("/harnosand/lofte/1/").words(".//td/details") == [
        "rättadTidigare uppgift: 15 juni 2019, redovisad 15 juni 2019. Skäl: Fel dag."
    ]


def test_an_entry_corrected_to_another_promise_is_not_lost(cast: Cast, page: PageClient) -> None:
    wrong, right = make_promise(cast.harnosand), make_promise(cast.harnosand)
    make_activity(right, replaces=make_activity(wrong), reason="Fel löfte.")
    summaries = page.get("/harnosand/lofte/1/").words(".//main//summary")
    assert summaries[0] == "En uppgift är rättad och hör till ett annat löfte"


def test_more_than_ten_activities_are_folded(cast: Cast, page: PageClient) -> None:
    promise = make_promise(cast.harnosand)
    for day in range(1, 13):
        make_activity(promise, done_on=date(2019, 6, day))
    assert page.get("/harnosand/lofte/1/").words(".//main//summary")[0] == "Visa 2 tidigare insatser"


def test_a_closed_year_tells_who_why_and_what_next(cast: Cast, page: PageClient, settings_on: object) -> None:
    close(make_promise(cast.harnosand), 2019, cause="Snöstormar.", decision="Två extra pass i vår.")
    assert callable(settings_on)
    with settings_on(date(2020, 3, 1)):
        found = page.get("/harnosand/lofte/1/")
    assert found.words(".//li[@class='card']") == [
        "1 januari 2019 till 31 december 2019 Stängd av kommunen 1 februari 2020. "
        "Orsak: Snöstormar. Beslut: Två extra pass i vår."
    ]


def test_each_place_has_its_glyph_and_its_numbers(cast: Cast, page: PageClient) -> None:
    promise = make_promise(
        cast.harnosand, at_least=Decimal(1), spread=Spread.PLACE, places=["Viksjö", "Brunne"], minimal=True
    )
    place = cast.harnosand.places.create(name="Brunne")
    make_activity(promise, place=place)
    found = page.get("/harnosand/lofte/1/")
    assert found.words(".//table[@class='strip']/tbody/tr") == ["ViksjöI fas", "BrunneHållet"]
    assert found.words(".//table[@class='table']/tbody/tr") == ["2019Viksjö01 I fas", "2019Brunne11 Hållet"]
    assert verdict(found)[2] == "vår tolkning Löftet säger inte hur många gånger, så vi räknar minst en."


def test_the_arithmetic_stands_step_by_step(cast: Cast, page: PageClient) -> None:
    make_activity(make_promise(cast.harnosand))
    assert page.get("/harnosand/lofte/1/").words(".//ol[@class='steps']/li") == [
        "Minst 2 insatser varje år.",
        "Vi räknar det som görs under 2019.",
        "Löftet gäller 271 av 365 dagar, men nämner året. Därför räknas hela året.",
        "Målet för perioden är minst 2 insatser.",
        "Gjort och redovisat till och med 2 september 2019: 1.",
        "151 av 271 dagar har gått: 2 × 151 ÷ 271 = 1,11, avrundat nedåt 1.",
        "1 är minst 1: i fas.",
    ]


@pytest.mark.parametrize(
    ("measure", "passed", "said"),
    [
        ({"at_least": 2, "per": Per.WEEK}, 1, "1 av 7 dagar har gått: 2 × 1 ÷ 7 = 0,29, avrundat nedåt 0."),
        ({"at_least": 7, "per": Per.WEEK}, 1, "1 av 7 dagar har gått: 7 × 1 ÷ 7 = 1."),
        (
            {"at_least": 3, "per": Per.YEAR},
            245,
            "245 av 365 dagar har gått: 3 × 245 ÷ 365 = 2,01, avrundat nedåt 2.",
        ),
        # Two decimals would say 1,00 and then round it down to 0.
        (
            {"at_least": 1, "per": Per.YEAR},
            364,
            "364 av 365 dagar har gått: 1 × 364 ÷ 365 = 0,997, avrundat nedåt 0.",
        ),
        (
            {"at_least": Decimal("37.5"), "per": Per.WEEK, "kind": Kind.QUANTITY},
            7,
            "7 av 7 dagar har gått: 37,5 × 7 ÷ 7 = 37,5.",
        ),
    ],
)
def test_whoever_counts_again_gets_the_number_that_is_shown(
    cast: Cast, page: PageClient, settings_on: object, measure: dict[str, Any], passed: int, said: str
) -> None:
    first = date(2019, 9, 2) if measure["per"] is Per.WEEK else date(2019, 1, 1)
    make_promise(cast.harnosand, valid_from=first, year_named=False, **measure)
    with settings_on(first + timedelta(days=passed - 1)):  # type: ignore[operator]
        steps = page.get("/harnosand/lofte/1/").words(".//ol[@class='steps']/li")
    assert steps[-2] == said


def test_silence_about_one_day_names_that_day_once(cast: Cast, page: PageClient) -> None:
    met = {"series": "Möten", "name": "Mötet", "start": date(2019, 6, 4), "end": date(2019, 6, 4)}
    cast.harnosand.events.create(**met)
    make_promise(cast.harnosand, kind=Kind.EACH_EVENT, at_least=Decimal(1), event_series="Möten")
    assert page.get("/harnosand/lofte/1/").words(".//div[@class='notice is-warning']/p") == [
        "Ingen har sagt om allt som gjordes den 4 juni 2019 är redovisat. "
        "Frågan har stått öppen sedan 10 juni 2019."
    ]


def test_a_withdrawn_promise_stays_and_is_not_judged(cast: Cast, page: PageClient) -> None:
    make_activity(make_promise(cast.harnosand, state=PromiseState.WITHDRAWN))
    assert verdict(page.get("/harnosand/lofte/1/"))[:2] == [
        "Läge: Återtaget",
        "Löftet återtogs den 1 augusti 2019 och bedöms inte längre.",
    ]


def test_an_aim_names_the_promises_that_serve_it_and_they_name_it(cast: Cast, page: PageClient) -> None:
    aim = make_promise(cast.harnosand, text="Trygga vägar.", kind=Kind.STANDING)
    serving = make_promise(cast.harnosand, text="Två kontroller.")
    serving.aim = aim
    serving.save()
    assert page.get("/harnosand/lofte/1/").words(".//article//h3") == ["Två kontroller."]
    assert "Trygga vägar." in page.get("/harnosand/lofte/2/").words(".//dd/a")


@pytest.mark.parametrize(
    "path", ["/nowhere/", "/harnosand/lofte/1/", "/harnosand/lofte/2/", "/nowhere/sa-raknar-vi/"]
)
def test_what_is_not_public_does_not_exist(cast: Cast, page: PageClient, path: str) -> None:
    make_promise(cast.harnosand, state=PromiseState.DRAFT)
    page.get(path, status=404)


def test_what_residents_are_asked_just_now_stands_first(cast: Cast, page: PageClient) -> None:
    assert page.get("/").words(".//main//h3") == []
    make_survey(cast.harnosand)
    make_dialogue(cast.harnosand, held_on=date(2019, 9, 10))
    make_dialogue(cast.harnosand, held_on=date(2019, 8, 10))
    assert page.get("/").words(".//main//li//p") == [
        "Inga publicerade löften än",
        "Invånarna får säga sitt just nu",
    ]
    shown = page.get("/harnosand/")
    asked = ".//section[@aria-labelledby='asked-now']"
    assert shown.words(f"{asked}//h2") == ["Säg vad du tycker"]
    assert next(link.get("href") for link in shown.all(f"{asked}//a")) == "/harnosand/enkat/trygghet/"
    assert len(shown.all(f"{asked}//li")) == 1
    assert "Räkna själv" not in shown.text


def test_a_response_time_says_why_it_is_followed_as_an_aim(cast: Cast, page: PageClient) -> None:
    make_promise(cast.harnosand, kind=Kind.STANDING, text="Kommunen tar bort klotter inom 48 timmar.")
    assert (
        "Löftet säger hur fort (”inom 48 timmar”). Det som loggas visar inte hur länge någon har väntat. "
        "Därför följs löftet som en avsikt."
    ) in page.get("/harnosand/lofte/1/").text
