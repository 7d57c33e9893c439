"""Changing a promise with the keyboard; its history for a resident; axe on every page and state."""

from datetime import date

import pytest

from handslag.services.promises import changes, reviews
from handslag.services.promises.changes import Days
from handslag.services.promises.readings import read_page
from handslag.services.promises.reads.drafts import draft_of
from tests.cast import Cast
from tests.journeys.conftest import Open
from tests.make import make_activity, make_promise

pytestmark = pytest.mark.django_db(transaction=True)
OCTOBER = date(2019, 10, 1)
PAGES = ["forlang", "ny-version", "ersatt", "aterta", "oversyn"]


@pytest.fixture(autouse=True)
def changed(people: Cast) -> None:
    """A promise that was reviewed and changed, one that was replaced, and the one in its place."""
    first, second, third = (make_promise(people.harnosand) for _ in range(3))
    make_activity(first)
    reviews.review_promise(people.anna, promise=first, next_on=OCTOBER, said="Det står fast.")
    words = "Polisen och kommunen lovar att göra minst tre insatser om året mot buskörning i Ramvik."
    draft = draft_of(first.versions.get(), "Trygg trafik")
    draft = type(draft)(**{name: getattr(draft, name) for name in draft.__slots__} | {"text": words})
    changes.amend_promise(
        people.anna,
        promise=first,
        seen=1,
        days=Days(date(2019, 9, 3), None, date(2020, 9, 2)),
        draft=draft,
        reason="Klagomålen på mopeder har ökat i Ramvik.",
    )
    changes.replace_promise(
        people.anna, promise=second, seen=1, valid_from=date(2019, 9, 2), by=third, reason="De sa samma sak."
    )


@pytest.mark.parametrize("js", [True, False])
def test_a_promise_is_withdrawn_with_the_keyboard(journey: Open, js: bool) -> None:
    anna = journey("anna", js=js)
    anna.go("/bord/harnosand/lofte/3/")
    anna.follow("Återta löftet")
    anna.page.fill("[name=valid_from]", "2019-10-01")
    anna.write("Varför?", "Vägen byggs om.")
    anna.follow("Se vad som ändras")
    assert anna.h1 == "Innan du sparar ändringen"
    anna.follow("Återta löftet")
    assert "Löftet är återtaget." in anna.page.inner_text("main")


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("what", PAGES)
def test_every_form_and_what_is_wrong_in_it(journey: Open, what: str, width: int) -> None:
    anna = journey("anna", width=width)
    anna.go(f"/bord/harnosand/lofte/1/{what}/")
    anna.page.fill("[name=reason], [name=said]", "")
    anna.page.click("form button.button:not(.button-quiet)")
    anna.look()
    assert anna.page.locator(".error-summary").count() == 1


@pytest.mark.parametrize("width", [320, 1280])
def test_a_resident_reads_what_was_changed(journey: Open, width: int) -> None:
    resident = journey(width=width)
    resident.go("/harnosand/lofte/2/")
    resident.follow("Löfte 3 gäller i stället")
    resident.follow("Gäller i stället för löfte 2")
    resident.go("/harnosand/lofte/1/")
    resident.follow("Alla versioner av löftet")
    assert resident.page.locator("ins").first.inner_text().startswith("Tillagt:")
    resident.go("/en/harnosand/lofte/1/versioner/")
    assert resident.page.locator("del").first.inner_text().startswith("Taken away:")


@pytest.mark.parametrize("width", [320, 1280])
def test_a_new_round_carries_promises_over(journey: Open, people: Cast, width: int) -> None:
    page = (
        "Medborgarlöften 2020\n\nPolisen lovar att:\n\n"
        "• göra minst tre insatser om året mot buskörning i Ramvik.\n"
        "• besöka alla skolor minst en gång varje termin.\n"
    )
    found = read_page(people.anna, municipality=people.harnosand, source="Löften 2020", text=page)
    anna = journey("anna", width=width)
    anna.go(f"/bord/harnosand/las/{found.public_id}/")
    anna.follow("Vad följer med?")
    anna.page.locator("textarea").first.fill("Fler mopeder.")
    anna.page.locator("input[type=checkbox]").last.check()
    anna.follow("Spara och gå vidare")
    assert anna.page.locator(".error-summary").count() == 1
    anna.page.locator("textarea").last.fill("De sa samma sak.")
    anna.follow("Spara och gå vidare")
    anna.page.fill("[name=valid_from]", "2020-01-01")
    anna.page.check("[name=until][value=notice]")
    anna.page.fill("[name=review_on]", "2020-12-01")
    anna.tick("Vi har läst varje löfte")
    anna.follow("Publicera nu")
    assert anna.page.locator("#moves").count() == 1
    anna.follow("Publicera nu")
    assert "Löftena är publicerade." in anna.page.inner_text("main")
    anna.go("/harnosand/omgangar/")
    assert anna.page.locator("main section").count() == 2
