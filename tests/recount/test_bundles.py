"""What a bundle holds: everything a status rests on, every documented field, and nobody's name."""

import csv
import json
import re
from datetime import date, datetime, timedelta
from io import BytesIO, StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from handslag.clock import STOCKHOLM
from handslag.domain.judging.cells import Status
from handslag.domain.keeping.activities import ActivityStatus
from handslag.domain.people.parties import Party
from handslag.domain.promises.terms import Kind, Per, PromiseState, Reading, Spread
from handslag.models.models import (
    Activity,
    Event,
    ImportBatch,
    LogEntry,
    Municipality,
    PeriodReport,
    Promise,
    Responsibility,
    School,
    SchoolAuthority,
    SchoolTerm,
)
from handslag.models.models import (
    Reading as ReadPage,
)
from handslag.services.showing.bundles import municipality_bundle
from tests.cast import Cast, make_cast
from tests.make import make_activity, make_promise, withdraw
from tests.page import PageClient
from tests.recount.bundle import counted_again, fetched, unpacked, words_of

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "data" / "bundle.md"
WHEN = datetime(2019, 6, 20, 9, tzinfo=STOCKHOLM)
CANARY = "Kanariefågel"


def _everything(cast: Cast) -> Promise:
    """A promise with a canary in every text that is no part of it."""
    town = cast.harnosand
    cast.bo.name, cast.bo.email = f"{CANARY}n Bo", f"{CANARY}.bo@example.org"
    cast.bo.save()
    reading = ReadPage.objects.create(
        municipality=town, source=f"{CANARY}.txt", text=f"{CANARY} lovar.", read_at=WHEN, read_by=cast.bo
    )
    promise = make_promise(town)
    promise.reading = reading
    promise.save()
    Responsibility.objects.create(promise=promise, party=Party.POLICE, role="owner", user=cast.bo)
    first = make_activity(promise, note=f"{CANARY} såg det.", logged_by=cast.bo)
    make_activity(promise, note=CANARY, replaces=first, reason=f"{CANARY} sa fel.", logged_by=cast.bo)
    batch = ImportBatch.objects.create(
        municipality=town, source=f"{CANARY}.csv", rows=[[CANARY]], started_at=WHEN, started_by=cast.bo
    )
    make_activity(promise, batch=batch, note=CANARY)
    PeriodReport.objects.create(
        promise=promise,
        start=date(2019, 1, 1),
        end=date(2019, 6, 30),
        closed_on=date(2019, 7, 4),
        closed_by=cast.bo,
        party=Party.POLICE,
        cause="Snö.",
        decision="Fler pass.",
        helped=CANARY,
        hindered=CANARY,
    )
    LogEntry.objects.create(
        at=WHEN, actor=cast.bo, municipality=town, verb="log_activity", kind="activity", object_id=CANARY
    )
    return promise


def test_no_note_no_name_and_no_address_leaves(cast: Cast) -> None:
    _everything(cast)
    for path in ("/harnosand/", "/harnosand/lofte/1/"):
        whole = words_of(fetched(PageClient(), path))
        assert CANARY.casefold() not in whole.casefold()
        assert "Snö." in whole  # what was said in public for the promise is there


def test_every_file_and_field_is_documented(cast: Cast) -> None:
    _everything(cast)
    make_places_events_and_schools(cast.harnosand)
    with ZipFile(BytesIO(fetched(PageClient(), "/harnosand/"))) as archive:
        files = {name: archive.read(name).decode() for name in archive.namelist()}
    documented = dict(re.findall(r"^## `([^`]+)`\n(.*?)(?=^## |\Z)", DOCUMENT.read_text("utf8"), re.M | re.S))
    assert sorted(documented) == sorted(files)
    for name, text in files.items():
        told = re.findall(r"^\| `([^`]+)` \|", documented[name], re.M)
        assert sorted(set(told)) == sorted(_fields(name, text)), name


def _fields(name: str, text: str) -> set[str]:
    """The columns of a CSV file; the paths of a JSON file, lists without their numbers."""
    if name.endswith(".csv"):
        return set(next(csv.reader(StringIO(text))))
    if not name.endswith(".json"):
        return set()
    return {re.sub(r"^(words|tally)\..*", r"\1", path) for path in _paths(json.loads(text))}


def _paths(value: object, before: str = "") -> set[str]:
    if isinstance(value, list):
        return {path for one in value for path in _paths(one, before)} or {before}
    if not isinstance(value, dict):
        return {before}
    inner = {path for key, one in value.items() for path in _paths(one, f"{before}.{key}".strip("."))}
    return inner or {before}


def test_the_same_data_give_the_same_bytes(cast: Cast) -> None:
    _everything(cast)
    assert fetched(PageClient(), "/harnosand/") == fetched(PageClient(), "/harnosand/")


def test_the_file_is_named_after_what_it_holds_and_the_day(cast: Cast) -> None:
    make_promise(cast.harnosand)
    response = PageClient().client.get("/harnosand/lofte/1/data.zip")
    assert response.headers["Content-Disposition"] == 'attachment; filename="harnosand-1-2019-09-02.zip"'


@pytest.mark.parametrize("path", ["/harnosand/", "/harnosand/lofte/1/"])
def test_each_page_leads_to_its_bundle(path: str, cast: Cast, page: PageClient) -> None:
    make_promise(cast.harnosand)
    links = [link.get("href") for link in page.get(path).all(".//main//a")]
    assert f"{path}data.zip" in links


@pytest.mark.parametrize("path", ["/ingenstans/", "/harnosand/lofte/7/", "/harnosand/lofte/1/"])
def test_what_has_no_page_has_no_bundle(path: str, cast: Cast) -> None:
    make_promise(cast.harnosand, state=PromiseState.DRAFT)
    assert PageClient().client.get(f"{path}data.zip").status_code == 404


# Random promises, as they stand in the tables

PLACES = ("Ramvik", "Viksjö")
SERIES = ("Marknader", "Dialoger")


def make_places_events_and_schools(town: Municipality) -> None:
    """Two places, one with another name; two authorities with a school each; events in two series."""
    town.places.create(name="Ramvik", aliases=["Hamnbyn"])
    town.places.create(name="Viksjö")
    for name, start in (("Kommunen", date(2019, 1, 8)), ("Friskolan", date(2019, 1, 14))):
        authority = SchoolAuthority.objects.create(municipality=town, name=name)
        SchoolTerm.objects.create(authority=authority, start=start, end=date(2019, 6, 12))
        School.objects.create(municipality=town, authority=authority, name=f"{name}s skola")
    School.objects.filter(name="Friskolans skola").update(last_on=date(2019, 5, 31))
    for series in SERIES:
        for number, day in enumerate((date(2019, 5, 1), date(2019, 7, 6))):
            Event.objects.create(
                municipality=town,
                series=series,
                name=f"{series} {number}",
                start=day,
                end=day,
                place="Ramvik",
            )


@st.composite
def terms(draw: st.DrawFn) -> dict[str, Any]:
    """The fields of a version."""
    kind, start = draw(st.sampled_from(Kind)), date(2018, 9, 1) + timedelta(days=draw(st.integers(0, 300)))
    is_open = draw(st.booleans())
    return {
        "kind": kind,
        "at_least": draw(st.integers(1, 4)),
        "per": draw(st.sampled_from([per for per in Per if per is not Per.SEASON])),
        "reading_of_number": draw(st.sampled_from(Reading)),
        "spread": "" if kind is Kind.EACH_EVENT else draw(st.sampled_from(["", *Spread])),
        "places": list(PLACES[: draw(st.integers(1, 2))]),
        "event_series": draw(st.sampled_from([*SERIES, "Tom serie"])) if kind is Kind.EACH_EVENT else "",
        "year_named": draw(st.booleans()),
        "valid_from": start,
        "valid_to": None if is_open else start + timedelta(days=draw(st.integers(30, 500))),
        "review_on": start + timedelta(days=200) if is_open and draw(st.booleans()) else None,
    }


deeds = st.fixed_dictionaries(
    {
        "done_on": st.dates(date(2018, 9, 1), date(2019, 9, 2)),
        "status": st.sampled_from(
            [*[ActivityStatus.DONE] * 4, ActivityStatus.PLANNED, ActivityStatus.CANCELLED]
        ),
        "count": st.integers(1, 3),
        "hours": st.sampled_from([None, 1, 4]),
    }
)
closings = st.tuples(st.dates(date(2018, 9, 1), date(2019, 6, 1)), st.integers(0, 400), st.integers(0, 3))


class RandomPromises(TestCase):
    """Hypothesis rolls the database back after each example."""

    def setUp(self) -> None:
        self.town = make_cast().harnosand
        make_places_events_and_schools(self.town)

    @settings(max_examples=60)
    @given(st.data())
    def test_a_municipality_of_random_promises_is_counted_to_what_it_shows(self, data: st.DataObject) -> None:
        promises = [self._promise(data) for _ in range(data.draw(st.integers(1, 3)))]
        for fields in data.draw(st.lists(deeds, max_size=8)):
            self._deed(data, promises, fields)
        for promise in promises:
            for start, days, where in data.draw(st.lists(closings, max_size=2)):
                self._closing(promise, start, days, where)
        with TemporaryDirectory() as folder:
            unpacked(municipality_bundle(self.town, on=date(2019, 9, 2)), Path(folder))
            assert counted_again(Path(folder)) == 0

    def _promise(self, data: st.DataObject) -> Promise:
        promise = make_promise(self.town, **data.draw(terms()))
        first = promise.versions.get()
        if data.draw(st.booleans()):
            later = data.draw(terms())
            later["valid_from"] = first.valid_from + timedelta(days=data.draw(st.integers(1, 200)))
            later["valid_to"] = later["review_on"] = None
            promise.versions.create(
                version=2, text="Ändrat.", parties=[Party.POLICE], made_at=WHEN, reason="Så.", **later
            )
        if data.draw(st.integers(0, 4)) == 0:
            last = max(version.valid_from for version in promise.versions.all())
            withdraw(promise, last + timedelta(days=data.draw(st.integers(1, 200))))
        return promise

    def _deed(self, data: st.DataObject, promises: list[Promise], fields: dict[str, Any]) -> Activity:
        served = data.draw(
            st.lists(st.sampled_from(promises), min_size=1, max_size=2, unique_by=lambda p: p.pk)
        )
        where = data.draw(st.sampled_from(["", "place", "school", "event"]))
        rows: dict[str, Any] = {
            "place": self.town.places,
            "school": self.town.schools,
            "event": self.town.events,
        }
        named = {where: data.draw(st.sampled_from([*rows[where].order_by("pk")]))} if where else {}
        made = make_activity(*served, **fields, **named)
        if data.draw(st.integers(0, 5)) == 0:
            return make_activity(*served, **fields, **named, replaces=made, reason="Fel.")
        return made

    def _closing(self, promise: Promise, start: date, days: int, where: int) -> None:
        end = start + timedelta(days=days)
        places = [None, None, *self.town.places.order_by("pk")]
        PeriodReport.objects.create(
            promise=promise,
            start=start,
            end=end,
            place=places[where],
            closed_on=end + timedelta(days=1),
            party=Party.POLICE,
        )


@pytest.mark.django_db
def test_one_file_has_a_folder_for_every_municipality_and_each_is_counted_again(
    cast: Cast, page: PageClient, tmp_path: Path
) -> None:
    make_activity(make_promise(cast.harnosand), count=2)
    make_promise(cast.solleftea, per=Per.MONTH, year_named=False)
    whole = fetched(page, "/")
    with ZipFile(BytesIO(whole)) as archive:
        archive.extractall(tmp_path)
        assert {name.split("/")[0] for name in archive.namelist()} == {"harnosand", "solleftea"}
        own = fetched(page, "/harnosand/")
        with ZipFile(BytesIO(own)) as alone:
            for name in alone.namelist():
                assert archive.read(f"harnosand/{name}") == alone.read(name)
    assert [counted_again(tmp_path / town) for town in ("harnosand", "solleftea")] == [0, 0]


@pytest.mark.django_db
def test_every_field_and_word_of_a_bundle_is_explained_in_swedish(cast: Cast, page: PageClient) -> None:
    _everything(cast)
    with ZipFile(BytesIO(fetched(page, "/harnosand/"))) as archive:
        explained = archive.read("FORKLARING.txt").decode()
    fields = set(re.findall(r"^\| `(?:\w+\.)*(\w+)` \|", DOCUMENT.read_text("utf8"), re.M))
    known = {
        "name",
        "id",
        "authority",
        "parent",
        "municipality",
        "on",
        "promises",
        "promise",
        "in_tally",
        "terms",
    }
    words = {*fields - known, *Status, *Kind, *Per, *Reading, *Spread, *Party, *ActivityStatus}
    assert sorted(word for word in words if not re.search(rf"\b{word}\b", explained)) == []
