"""The baseline: written, locked before the first activity, measured again; what residents see of it."""

from datetime import date
from decimal import Decimal

import pytest

from handslag.models.models import Baseline, Measurement, Promise
from tests.cast import Cast
from tests.make import make_activity, make_promise
from tests.page import Page, PageClient

PATH = "/bord/harnosand/lofte/1/utgangsvarde/"
PUBLIC = "/harnosand/lofte/1/"
BEFORE = {
    "indicator": "Otrygg utomhus sent på kvällen",
    "value": "31,5",
    "unit": "procent",
    "measured_on": "2018-11-01",
    "source": "Kommunens trygghetsenkät",
    "uncertainty": "± 3 procentenheter",
}
LATER = {"value": "27", "measured_on": "2019-08-30", "source": "Kommunens trygghetsenkät", "uncertainty": ""}


@pytest.fixture
def promise(cast: Cast) -> Promise:
    return make_promise(cast.harnosand)


def _lock(cast: Cast) -> PageClient:
    client = PageClient(cast.anna)
    client.post(PATH, BEFORE)
    client.send(f"{PATH}las/", at=PATH)
    return client


def _measured(page: Page) -> list[str]:
    section = next(s for s in page.all(".//section") if s.findtext("h2") == "Det som har mätts")
    return [" ".join("".join(cell.itertext()).split()) for cell in section.findall(".//tbody/tr/*")]


def test_a_baseline_is_written_changed_and_then_locked(cast: Cast, promise: Promise) -> None:
    client = PageClient(cast.anna)
    client.post(PATH, BEFORE)
    shown = client.get(PATH)
    assert [e.get("value") for e in shown.all(".//input[@name='value']")] == ["31,5"]
    client.post(PATH, BEFORE | {"value": "32"})
    client.send(f"{PATH}las/", at=PATH)
    baseline = Baseline.objects.get()
    assert (baseline.value, baseline.locked_at is None) == (Decimal(32), False)


def test_residents_see_it_only_when_it_is_locked(cast: Cast, page: PageClient, promise: Promise) -> None:
    PageClient(cast.anna).post(PATH, BEFORE)
    assert "31,5" not in page.get(PUBLIC).text
    PageClient(cast.anna).send(f"{PATH}las/", at=PATH)
    assert _measured(page.get(PUBLIC)) == [
        "1 november 2018Värdet före (utgångsvärde), låst 2 september 2019",
        "31,5",
        "± 3 procentenheter",
        "Kommunens trygghetsenkät",
    ]


def test_without_one_residents_read_that_nothing_can_be_said_of_effect(
    page: PageClient, promise: Promise
) -> None:
    said = "Därför går det inte att säga något om effekt här, bara om vad som har gjorts."
    assert said in page.get(PUBLIC).text


def test_after_the_first_activity_it_is_too_late(cast: Cast, promise: Promise) -> None:
    make_activity(promise)
    client = PageClient(cast.anna)
    assert client.get(PATH).all(".//main//form") == []
    client.post(PATH, BEFORE)
    client.post(f"{PATH}las/", status=409)
    assert Baseline.objects.get().locked_at is None


def test_a_later_measurement_stands_beside_it_and_nothing_is_concluded(
    cast: Cast, page: PageClient, promise: Promise
) -> None:
    _lock(cast).post(PATH, LATER)
    shown = page.get(PUBLIC)
    assert _measured(shown)[4:] == ["30 augusti 2019", "27", "inte angivet", "Kommunens trygghetsenkät"]
    assert "vi drar inga slutsatser om effekt av det som har gjorts" in shown.text


def test_what_was_done_before_the_lock_and_logged_after_it_is_said(
    cast: Cast, page: PageClient, promise: Promise
) -> None:
    _lock(cast)
    make_activity(promise)
    assert "Något som gjordes 14 juni 2019, innan utgångsvärdet låstes" in page.get(PUBLIC).text


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"value": "många"}, "Värde: Skriv ett tal, till exempel 2 eller 1,5."),
        (
            {"measured_on": "2019-09-03"},
            "3 september 2019 har inte varit än. Skriv den dag då värdet mättes.",
        ),
        (
            {"measured_on": "2018-11-01"},
            "Utgångsvärdet mättes 1 november 2018. En ny mätning måste vara från en senare dag.",
        ),
        ({"source": ""}, "Skriv var värdet kommer från."),
    ],
)
def test_a_measurement_that_cannot_be_is_refused_at_its_field(
    changed: dict[str, str], said: str, cast: Cast, promise: Promise
) -> None:
    page = _lock(cast).post(PATH, LATER | changed, status=422)
    assert page.words(".//div[@class='error-summary']//li") == [said]
    assert not Measurement.objects.exists()


def test_a_source_that_names_somebody_is_refused(cast: Cast, promise: Promise) -> None:
    page = PageClient(cast.anna).post(PATH, BEFORE | {"source": "Ring 070-123 45 67"}, status=422)
    assert [e.get("href") for e in page.all(".//div[@class='error-summary']//a")] == ["#id_source"]


def test_a_measurement_taken_back_stays_struck_out_with_why(
    cast: Cast, page: PageClient, promise: Promise
) -> None:
    client = _lock(cast)
    client.post(PATH, LATER)
    address = f"/bord/harnosand/matning/{Measurement.objects.get().pk}/ta-tillbaka/"
    client.post(address, {"reason": ""}, status=422)
    client.post(address, {"reason": "Fel år i tabellen."})
    shown = page.get(PUBLIC)
    assert shown.words(".//s") == ["27"]
    assert "Tillbakatagen 2 september 2019. Skäl: Fel år i tabellen." in shown.text
    client.post(address, {"reason": "Igen."}, status=409)


def test_a_locked_baseline_keeps_its_day(cast: Cast, promise: Promise) -> None:
    _lock(cast)
    assert Baseline.objects.get().measured_on == date(2018, 11, 1)
