"""Whom residents can ask is said on the desk and stands in public."""

from tests.cast import Cast
from tests.page import PageClient

CONTACT = "/bord/harnosand/kontakt/"


def test_what_the_coordinator_writes_stands_on_the_public_page(cast: Cast) -> None:
    client = PageClient(cast.anna)
    client.post(CONTACT, {"contact": "Trygghetsenheten, trygghet@kommun.example, 0611-34 80 00"})
    assert "Kontakten är sparad." in client.get(CONTACT).text
    page = PageClient().get("/harnosand/")
    assert "Trygghetsenheten, trygghet@kommun.example, 0611-34 80 00" in page.text


def test_a_personal_identity_number_is_refused_and_named(cast: Cast) -> None:
    page = PageClient(cast.anna).post(CONTACT, {"contact": "Enheten 19850709-9805"}, status=422)
    assert "19850709-9805" in page.words(".//div[@class='error-summary']//li")[0]
    cast.harnosand.refresh_from_db()
    assert cast.harnosand.contact == ""


def test_only_the_coordinator_may_say_it(cast: Cast) -> None:
    for person in (cast.bo, cast.cilla):
        PageClient(person).get(CONTACT, status=403)
