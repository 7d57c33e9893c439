"""Were we there? By keyboard from the first page of the desk; what residents see of it, narrow and wide."""

import pytest

from handslag.domain.people.parties import Party
from handslag.models.models import PartyAnswer
from handslag.services.keeping.joint_work import confirm_part, deny_part
from tests.cast import Cast
from tests.journeys.conftest import Open
from tests.make import make_activity, make_promise

pytestmark = pytest.mark.django_db(transaction=True)
NIGHT = {"others": [Party.MUNICIPALITY], "note": "Nattvandring vid skolan."}


@pytest.mark.parametrize("width", [320, 1280])
def test_one_tap_says_yes_and_a_few_words_say_no(people: Cast, journey: Open, width: int) -> None:
    promise = make_promise(people.harnosand)
    for _ in range(2):
        make_activity(promise, **NIGHT)
    anna = journey("anna", width=width)
    anna.go("/bord/harnosand/")
    anna.follow("Ja, vi var med")
    assert anna.page.get_by_text("Tack. Nu står det att ni har bekräftat.").is_visible()
    anna.follow("Nej, vi var inte med")
    assert anna.h1 == "Var ni med?"
    anna.follow("Säg att ni inte var med")
    assert anna.page.locator(".error-summary").is_visible()
    anna.write("Varför säger ni", "Vi var på ett annat möte.")
    anna.follow("Säg att ni inte var med")
    assert [row.took_part for row in PartyAnswer.objects.all()] == [True, False]


@pytest.mark.parametrize("width", [320, 1280])
def test_residents_see_what_is_confirmed_waits_and_is_denied(people: Cast, journey: Open, width: int) -> None:
    promise = make_promise(people.harnosand)
    confirmed, _waits, denied = (make_activity(promise, **NIGHT) for _ in range(3))
    confirm_part(people.anna, activity=confirmed)
    deny_part(people.anna, activity=denied, reason="Vi var på ett annat möte.")
    resident = journey(width=width)
    resident.go("/harnosand/lofte/1/")
    resident.page.emulate_media(color_scheme="dark")
    resident.look()
