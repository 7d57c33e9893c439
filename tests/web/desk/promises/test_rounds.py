"""A new round: what goes on, in the same words or others, what goes, and what residents see of it."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from handslag.domain.promises.carrying import Fate
from handslag.domain.promises.changes import Change
from handslag.models.models import CarryOver, Promise, Reading
from handslag.services.promises.carry_overs import Carried, carry_over
from handslag.services.promises.drafts import discard_draft, edit_draft
from handslag.services.promises.readings import read_page
from handslag.services.promises.reads.drafts import draft_row
from handslag.services.promises.rounds import publish_round
from tests.cast import Cast
from tests.make import make_activity, make_promise, make_round
from tests.page import Page, PageClient

PAGE = """Medborgarlöften i Härnösand 2020

Polisen lovar att:

• göra minst två insatser om året mot buskörning.
• nattvandra i centrum minst en gång i månaden.
• besöka alla skolor varje termin.
"""
DAYS = {"valid_from": "2020-01-01", "until": "day", "valid_to": "2020-12-31", "confirmed": "on"}


@pytest.fixture
def former(cast: Cast) -> list[Promise]:
    """Bikes, nights and a camp, until further notice."""
    round_ = make_round(cast.harnosand)
    texts = [
        "Göra minst två insatser om året mot buskörning.",
        "Nattvandra i centrum minst två gånger i månaden.",
        "Ordna ett läger för unga.",
    ]
    return [make_promise(cast.harnosand, round=round_, text=text, perspective="") for text in texts]


@pytest.fixture
def reading(cast: Cast, former: list[Promise]) -> Reading:
    """Three drafts, ready to publish; the first in the very words of the former round."""
    reading = read_page(cast.anna, municipality=cast.harnosand, source="Löften 2020", text=PAGE)
    for draft in reading.promises.all():
        version = draft.versions.get()
        version.kind, version.parties, version.places, version.spread = "count", ["police"], [], ""
        if "buskörning" in version.text:
            version.text, version.at_least, version.unit = former[0].versions.get().text, 2, "insatser"
            version.per, version.year_named, version.reading_of_number = "year", True, "each"
            version.minimal, version.target_groups = False, []
        version.save()
    return reading


@pytest.fixture
def anna(cast: Cast) -> PageClient:
    return PageClient(cast.anna)


def address(reading: Reading, what: str) -> str:
    return f"/bord/harnosand/las/{reading.public_id}/{what}/"


def choices(reading: Reading, **changed: str) -> dict[str, str]:
    """Bikes and nights go on, schools are new, the camp goes."""
    bikes, nights, schools = (draft.number for draft in reading.promises.order_by("position"))
    asked = {f"former_{bikes}": "1", f"former_{nights}": "2", f"former_{schools}": ""}
    asked |= {f"why_{nights}": "Fler vandrar.", "gone_3": "on", "why_gone_3": "Ingen anmälde sig."}
    return asked | changed


def publish(client: PageClient, reading: Reading, **days: str) -> Page:
    """Look at what moves, then publish."""
    shown = client.post(address(reading, "publicera"), DAYS | days, status=200)
    carried = {
        name: [field.get("value") for field in shown.all(f".//input[@name='{name}']")]
        for name in ("seen", "shown")
    }
    return client.post(address(reading, "publicera"), DAYS | days | carried)


def errors(page: Page) -> list[str]:
    return page.words(".//div[@class='error-summary']//li")


def test_the_likest_former_promise_is_suggested_and_nothing_holds_yet(
    anna: PageClient, reading: Reading
) -> None:
    page = anna.get(address(reading, "foljer-med"))
    assert page.words(".//option[@selected]") == [
        "1. Göra minst två insatser om året mot buskörning",
        "2. Nattvandra i centrum minst två gånger i månaden",
        "Inget: det är ett nytt löfte",
    ]
    assert not CarryOver.objects.exists()


def test_a_round_continues_changes_lets_go_and_adds_at_once(
    anna: PageClient, reading: Reading, former: list[Promise], page: PageClient, settings_on: Any
) -> None:
    make_activity(former[0])
    assert anna.send(address(reading, "foljer-med"), choices(reading)).location == address(
        reading, "publicera"
    )
    assert publish(anna, reading).location == "/bord/harnosand/"
    bikes, nights, camp = (one.versions.order_by("-version")[0] for one in former)
    assert [(one.version, one.change, one.valid_from) for one in (bikes, nights, camp)] == [
        (2, Change.PROLONGED, date(2020, 1, 1)),
        (2, Change.AMENDED, date(2020, 1, 1)),
        (2, Change.WITHDRAWN, date(2020, 1, 1)),
    ]
    assert [row.fate for row in CarryOver.objects.order_by("former__number")] == [*Fate]
    with settings_on(date(2020, 2, 1)):
        found = page.get("/harnosand/omgangar/")
        assert found.words(".//main//section[1]/h3") == [
            "Fortsätter med samma ord (1)",
            "Ändrade (1)",
            "Borttagna (1)",
            "Nya (1)",
        ]
        assert "Skäl: Ingen anmälde sig." in found.text
        history = page.get("/harnosand/lofte/1/versioner/").text
        assert "Följde med i omgången från 1 januari 2020." in history
        assert page.get("/harnosand/lofte/3/").words(".//section[@aria-labelledby='status']//strong") == [
            "Löftet återtogs den 1 januari 2020 och bedöms inte längre."
        ]


def test_each_round_says_how_it_went_what_it_rests_on_and_who_signed_by_role(
    cast: Cast, page: PageClient
) -> None:
    old = make_round(
        cast.harnosand,
        valid_from=date(2018, 1, 1),
        valid_to=date(2018, 12, 31),
        review_on=None,
        grounds=["dialogue", "survey"],
        signatories=["lokalpolisområdeschefen", "kommunstyrelsens ordförande Fia Fiktiv"],
    )
    make_activity(make_promise(cast.harnosand, round=old), done_on=date(2018, 5, 1), count=2)
    make_promise(cast.harnosand, round=make_round(cast.harnosand))
    now, before = page.get("/harnosand/omgangar/").all(".//main//section")
    said = [" ".join("".join(each.itertext()).split()) for each in (now, before)]
    assert "Så stod det den 2 september 2019: " in said[0]
    assert "Så stod det den 31 december 2018: 1 hållet Bygger på: medborgardialog och enkät." in said[1]
    assert "Undertecknat av: lokalpolisområdeschefen." in said[1]
    assert "Fiktiv" not in said[1]


def test_the_year_that_ran_is_judged_by_the_former_round(
    anna: PageClient, reading: Reading, former: list[Promise], page: PageClient, settings_on: Any
) -> None:
    make_activity(former[0])
    anna.send(address(reading, "foljer-med"), choices(reading))
    publish(anna, reading)
    with settings_on(date(2020, 2, 1)):
        found = page.get("/harnosand/lofte/1/").words(".//main//tbody/tr/th")
    assert found[-2:] == ["2020", "2019"]


def test_a_change_needs_a_reason_before_anything_is_public(
    anna: PageClient, reading: Reading, former: list[Promise]
) -> None:
    nights = reading.promises.order_by("position")[1].number
    anna.send(address(reading, "foljer-med"), choices(reading, **{f"why_{nights}": ""}))
    page = anna.post(address(reading, "publicera"), DAYS, status=422)
    assert errors(page) == ["Löfte 2 får nya villkor. Skriv varför, där du väljer vad som följer med."]
    assert [one.versions.count() for one in former] == [1, 1, 1]
    assert set(reading.promises.values_list("state", flat=True)) == {"draft"}


@pytest.mark.parametrize(
    ("changed", "error"),
    [
        ({"why_gone_3": ""}, "Skriv varför löfte 3 inte följer med. Skälet blir offentligt."),
        (
            {"gone_1": "on", "why_gone_1": "Nej."},
            "Löfte 1 är valt två gånger. Ett löfte kan bara fortsätta som ett.",
        ),
        ({"why_gone_3": "Ring 070-123 45 67."}, "Texten innehåller en personuppgift"),
    ],
)
def test_what_cannot_be_carried_over_is_said(
    changed: dict[str, str], error: str, anna: PageClient, reading: Reading
) -> None:
    page = anna.send(address(reading, "foljer-med"), choices(reading, **changed), status=422)
    assert [said[: len(error)] for said in errors(page)] == [error]
    assert not CarryOver.objects.exists()


def test_a_round_that_begins_before_the_terms_it_follows_is_refused(
    anna: PageClient, reading: Reading
) -> None:
    anna.send(address(reading, "foljer-med"), choices(reading))
    page = anna.post(address(reading, "publicera"), DAYS | {"valid_from": "2019-04-05"}, status=422)
    assert [said[:36] for said in errors(page)] == ["Ändringen gäller från 5 april 2019, "]


def test_a_promise_that_had_ended_keeps_its_last_word_when_it_goes(
    anna: PageClient, reading: Reading, former: list[Promise], page: PageClient
) -> None:
    former[2].versions.update(valid_to=date(2019, 12, 31), review_on=None)
    anna.send(address(reading, "foljer-med"), choices(reading))
    publish(anna, reading)
    assert former[2].versions.count() == 1
    assert "3. Ordna ett läger för unga." in page.get("/harnosand/omgangar/").text


def test_a_round_that_carries_nothing_over_is_published_at_once(anna: PageClient, reading: Reading) -> None:
    shown = anna.get(address(reading, "publicera")).all(".//input[@name='shown']")
    looked_at = DAYS | {"shown": [field.get("value") for field in shown]}
    assert anna.post(address(reading, "publicera"), looked_at).location == "/bord/harnosand/"


def test_what_another_changed_since_the_look_is_said_and_not_published(
    cast: Cast, anna: PageClient, reading: Reading
) -> None:
    shown = anna.get(address(reading, "publicera")).all(".//input[@name='shown']")
    looked_at = DAYS | {"shown": [field.get("value") for field in shown]}
    promise = reading.promises.order_by("position")[0]
    edit_draft(cast.anna, promise=promise, draft=replace(draft_row(promise).draft, text="Polisen cyklar."))
    page = anna.post(address(reading, "publicera"), looked_at, status=422)
    assert errors(page) == [
        "Någon annan har ändrat ett utkast sedan du öppnade sidan. Nu står det ”Polisen cyklar.”. Inget har "
        "sparats. Läs igenom en gång till, och tryck sedan igen."
    ]
    assert set(reading.promises.values_list("state", flat=True)) == {"draft"}


@pytest.mark.parametrize(("rounds", "queries"), [(1, 12), (3, 26)])
def test_each_round_takes_as_many_queries_more(
    rounds: int, queries: int, cast: Cast, page: PageClient, django_assert_num_queries: Any
) -> None:
    for year in range(rounds):
        make_promise(cast.harnosand, round=make_round(cast.harnosand, valid_from=date(2017 + year, 1, 1)))
    with django_assert_num_queries(queries):
        assert len(page.get("/harnosand/omgangar/").all(".//main//section")) == rounds


def test_what_was_discarded_or_carried_over_leaves_no_hole_among_the_numbers(
    cast: Cast, anna: PageClient, former: list[Promise], reading: Reading
) -> None:
    first, second, third = reading.promises.order_by("position")
    other = read_page(cast.anna, municipality=cast.harnosand, source="Vilande", text=PAGE)
    assert [draft.number for draft in (first, second, third)] == [4, 5, 6]
    carry_over(cast.anna, reading=reading, carried=[Carried(former[0], first)])
    discard_draft(cast.anna, promise=second)
    publish_round(
        cast.anna, reading=reading, valid_from=date(2020, 1, 1), valid_to=date(2020, 12, 31), review_on=None
    )
    public = cast.harnosand.promises.exclude(state="draft").order_by("number")
    assert [promise.number for promise in public] == [1, 2, 3, 4]
    assert public[3].pk == third.pk
    numbers = list(other.promises.values_list("number", flat=True))
    assert (
        len(set(numbers) | {1, 2, 3, 4}) == 7
    )  # those that wait have given way, each with a number of its own
