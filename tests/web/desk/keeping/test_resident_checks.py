"""The setting: whether and when residents are asked about a promise."""

from handslag.models.models import LogEntry, ResidentCheck
from tests.cast import Cast
from tests.make import make_promise
from tests.page import PageClient

ADDRESS = "/bord/harnosand/lofte/1/fraga-invanarna/"


def checked(cast: Cast) -> list[str | None]:
    page = PageClient(cast.anna).get(ADDRESS)
    return [field.get("value") for field in page.all(".//input") if "checked" in field.attrib]


def test_it_is_off_until_it_is_turned_on(cast: Cast) -> None:
    make_promise(cast.harnosand)
    assert checked(cast) == ["no"]
    anna = PageClient(cast.anna)
    assert anna.post(ADDRESS, {"asked": "yes", "weeks": "8"}).location == "/bord/harnosand/lofte/1/"
    assert (checked(cast), ResidentCheck.objects.get().after_weeks) == (["yes"], 8)
    anna.post(ADDRESS, {"asked": "no", "weeks": "8"})
    assert checked(cast) == ["no"]
    assert [entry.verb for entry in LogEntry.objects.order_by("pk")] == [
        "set_resident_check",
        "end_resident_check",
    ]


def test_weeks_beyond_two_years_are_refused(cast: Cast) -> None:
    make_promise(cast.harnosand)
    page = PageClient(cast.anna).post(ADDRESS, {"asked": "yes", "weeks": "105"}, status=422)
    assert len(page.words(".//div[@class='error-summary']//li")) == 1


def test_only_the_coordinator_decides(cast: Cast) -> None:
    make_promise(cast.harnosand)
    PageClient(cast.bo).get(ADDRESS, status=403)
