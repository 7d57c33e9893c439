"""Who answers for a promise is named at the desk."""

from handslag.domain.keeping.reminders import Duty
from handslag.models.models import Responsibility
from tests.cast import Cast
from tests.make import make_promise
from tests.page import PageClient


def _address(cast: Cast) -> str:
    return f"/bord/harnosand/lofte/{make_promise(cast.harnosand).number}/ansvariga/"


def test_an_owner_is_named_and_taken_away(cast: Cast) -> None:
    client, address = PageClient(cast.anna), _address(cast)
    assert "Ingen är utsedd än." in client.get(address).text
    said = {"party": "police", "duty": "owner", "person": str(cast.bo.pk)}
    assert client.post(address, said).location == address
    assert [(row.user, row.role) for row in Responsibility.objects.all()] == [(cast.bo, Duty.OWNER)]
    assert "Polisen: bo (ansvarig)" in client.get(address).text
    client.post(address, said | {"person": ""})
    assert "Sparat. Ingen är ansvarig för polisen." in client.get(address).text
    assert not Responsibility.objects.exists()


def test_the_owner_cannot_be_the_deputy_too(cast: Cast) -> None:
    client, address = PageClient(cast.anna), _address(cast)
    said = {"party": "police", "duty": "owner", "person": str(cast.bo.pk)}
    client.post(address, said)
    page = client.post(address, said | {"duty": "deputy"}, status=422)
    assert len(page.words(".//div[@class='error-summary']//li")) == 1
    assert Responsibility.objects.count() == 1


def test_only_those_who_may_report_are_offered(cast: Cast) -> None:
    offered = PageClient(cast.anna).get(_address(cast)).words(".//select/option")
    assert offered == ["Ingen", "anna", "bo"]
