"""One promise in time order."""

from datetime import date, datetime

from handslag.clock import STOCKHOLM
from handslag.domain.keeping.activities import ActivityStatus
from handslag.domain.promises.terms import Per, PromiseState
from handslag.models.models import Baseline, ImportBatch, Measurement, PeriodReport, PromiseVersion
from tests.cast import Cast
from tests.make import make_activity, make_promise
from tests.page import PageClient

PATH = "/harnosand/lofte/1/tidslinje/"


def _told(page: PageClient) -> list[str]:
    """Day and first words of every moment."""
    found = page.get(PATH)
    days = [time.get("datetime") or "" for time in found.all(".//ol//time")]
    words = [" ".join("".join(li.itertext()).split()) for li in found.all(".//ol/li/p/strong")]
    return [f"{day} {said}" for day, said in zip(days, words, strict=True)]


def test_everything_stands_in_time_order(cast: Cast, page: PageClient) -> None:
    promise = make_promise(cast.harnosand, per=Per.HALF_YEAR, year_named=False, valid_from=date(2019, 1, 1))
    make_activity(promise, note="Kontroll.", place=cast.harnosand.places.create(name="Viksjö"))
    make_activity(promise, status=ActivityStatus.CANCELLED, done_on=date(2019, 5, 2))
    make_activity(promise, status=ActivityStatus.PLANNED, done_on=date(2019, 10, 2))
    PeriodReport.objects.create(
        promise=promise,
        start=date(2019, 1, 1),
        end=date(2019, 6, 30),
        closed_on=date(2019, 7, 4),
        party="police",
    )
    assert _told(page) == [
        "2019-04-05 Löftet blev offentligt.",
        "2019-05-02 Inställt, räknas inte.",
        "2019-06-14 Gjort, Viksjö.",
        "2019-07-04 Perioden 1 januari 2019 till 30 juni 2019 stängdes.",
        "2019-10-02 Planerat, räknas inte.",
        "2020-04-05 Parterna ser över löftet.",
    ]
    assert page.get(PATH).words(".//main//h2") == ["2019", "Framåt"]


def test_silence_has_its_day(cast: Cast, page: PageClient) -> None:
    make_promise(cast.harnosand, per=Per.HALF_YEAR, year_named=False, valid_from=date(2019, 1, 1))
    said = "Perioden från 1 januari 2019 var slut, och ingen har sagt att allt är redovisat."
    assert _told(page)[1] == f"2019-07-01 {said}"


def test_a_change_and_a_correction_say_why(cast: Cast, page: PageClient) -> None:
    promise = make_promise(cast.harnosand)
    first = make_activity(promise, done_on=date(2019, 6, 13))
    when = datetime(2019, 6, 20, 9, tzinfo=STOCKHOLM)
    make_activity(promise, replaces=first, reason="Fel dag.", logged_at=when)
    PromiseVersion.objects.create(
        promise=promise,
        version=2,
        text="Polisen lovar tre insatser om året.",
        parties=["police"],
        valid_from=date(2019, 8, 1),
        kind="count",
        at_least=3,
        per=Per.YEAR,
        reason="Två räckte inte.",
        made_at=datetime(2019, 7, 20, 9, tzinfo=STOCKHOLM),
    )
    assert _told(page)[:4] == [
        "2019-04-05 Löftet blev offentligt.",
        "2019-06-14 Gjort.",
        "2019-06-20 Uppgiften om 14 juni 2019 rättades.",
        "2019-07-20 Löftet ändrades.",
    ]
    words = page.get(PATH).text
    assert "Skäl: Fel dag." in words
    assert "Skäl: Två räckte inte." in words


def test_a_file_taken_back_and_figures_measured_have_their_days(cast: Cast, page: PageClient) -> None:
    promise = make_promise(cast.harnosand)
    batch = ImportBatch.objects.create(
        municipality=cast.harnosand,
        source="ark.csv",
        rows=[],
        started_at=datetime(2019, 6, 1, 9, tzinfo=STOCKHOLM),
        undone_at=datetime(2019, 6, 3, 9, tzinfo=STOCKHOLM),
        undone_reason="Fel fil.",
    )
    make_activity(promise, batch=batch)
    baseline = Baseline.objects.create(
        promise=promise,
        indicator="Otrygg utomhus",
        value=31,
        unit="procent",
        measured_on=date(2018, 11, 1),
        source="Enkät",
        locked_at=datetime(2019, 4, 1, 9, tzinfo=STOCKHOLM),
    )
    Measurement.objects.create(
        baseline=baseline,
        value=27,
        measured_on=date(2019, 8, 1),
        source="Enkät",
        entered_at=datetime(2019, 8, 2, 9, tzinfo=STOCKHOLM),
    )
    assert _told(page)[:4] == [
        "2019-04-01 En siffra från tiden före arbetet låstes.",
        "2019-04-05 Löftet blev offentligt.",
        "2019-06-03 En insats ur en fil togs tillbaka.",
        "2019-08-01 Det mättes igen.",
    ]


def test_a_withdrawal_has_its_day_and_nothing_is_ahead(cast: Cast, page: PageClient) -> None:
    make_activity(make_promise(cast.harnosand, state=PromiseState.WITHDRAWN), count=2)
    told = _told(page)
    assert told[-1].endswith("Det beslutades att löftet återtas.")
    found = page.get(PATH)
    assert "Från 1 augusti 2019 är inget lovat." in found.text
    assert "Inget är planerat med datum." in found.text


def test_a_draft_has_no_timeline(cast: Cast, page: PageClient) -> None:
    make_promise(cast.harnosand, state=PromiseState.DRAFT)
    page.get(PATH, status=404)
