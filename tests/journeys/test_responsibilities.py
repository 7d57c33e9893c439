"""Anna names who answers for a promise, by keyboard, narrow and wide."""

import pytest

from handslag.models.models import Responsibility
from tests.cast import Cast
from tests.journeys.conftest import Open
from tests.make import make_promise


@pytest.mark.parametrize("width", [320, 1280])
def test_anna_names_the_owner(people: Cast, journey: Open, width: int) -> None:
    number = make_promise(people.harnosand).number
    walk = journey("anna", width=width)
    walk.go(f"/bord/harnosand/lofte/{number}/ansvariga/")
    walk.tab_to("Vem?")
    walk.page.keyboard.type("bo")
    walk.follow("Spara")
    assert Responsibility.objects.get().user == people.bo
