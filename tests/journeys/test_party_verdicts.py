"""Two truths by keyboard, and beside each other in public, narrow and wide, light and dark."""

from datetime import date

import pytest

from tests.cast import Cast
from tests.journeys.conftest import Open
from tests.make import make_promise

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("width", [320, 1280])
def test_a_signatory_answers_in_public(people: Cast, journey: Open, width: int) -> None:
    make_promise(people.harnosand, valid_from=date(2018, 1, 1))
    cilla = journey("cilla", width=width)
    cilla.go("/bord/harnosand/lofte/1/")
    cilla.follow("Ert svar till invånarna")
    cilla.follow("Säg det offentligt")
    assert cilla.page.locator(".error-summary").is_visible()
    cilla.tick("Hållet")
    cilla.write("Varför tycker ni så?", "Vi var där varje månad.")
    cilla.follow("Säg det offentligt")
    cilla.go("/harnosand/lofte/1/")
    assert cilla.page.get_by_text("Vi var där varje månad.").is_visible()
    cilla.page.emulate_media(color_scheme="dark")
    cilla.look()
