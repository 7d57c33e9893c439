"""A country that has promised and logged for three years, as fast as the driver takes rows."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import islice
from typing import Any

from handslag.clock import STOCKHOLM
from handslag.domain.keeping.activities import ActivityStatus
from handslag.domain.people.parties import Party
from handslag.domain.permissions import Role
from handslag.domain.promises.terms import Kind, Per, PromiseState, Reading, Spread
from handslag.models.fields import new_public_id
from handslag.models.models import (
    Activity,
    ActivityPromise,
    Membership,
    Municipality,
    Place,
    PoliceArea,
    Promise,
    PromiseVersion,
    Round,
    User,
)
from handslag.services.listening.bare_insert import insert_missing

VILLAGES = ("Norrbyn", "Söderbyn", "Kyrkbyn", "Strand", "Åsen", "Hamnen")
DAYS = 3 * 365
AT_ONCE = 1_000  # rows a statement
TERMS: tuple[dict[str, Any], ...] = (  # the twelve promises of each municipality
    {"kind": Kind.COUNT, "at_least": 2, "unit": "insatser", "per": Per.YEAR},
    {"kind": Kind.COUNT, "at_least": 4, "unit": "vandringar", "per": Per.YEAR},
    {"kind": Kind.COUNT, "at_least": 1, "unit": "möten", "per": Per.QUARTER},
    {"kind": Kind.COUNT, "at_least": 2, "unit": "kontroller", "per": Per.MONTH},
    {"kind": Kind.COUNT, "at_least": 3, "unit": "pass", "per": Per.WEEK},
    {
        "kind": Kind.COUNT,
        "at_least": 1,
        "unit": "kontroller",
        "per": Per.DAY,
        "reading_of_number": Reading.ON_AVERAGE,
    },
    {"kind": Kind.COUNT, "at_least": 1, "unit": "besök", "per": Per.TERM},
    {"kind": Kind.COUNT, "at_least": 1, "unit": "pass", "per": Per.MONTH, "spread": Spread.PLACE},
    {"kind": Kind.COUNT, "at_least": 1, "unit": "arbetsdagar", "per": Per.YEAR, "spread": Spread.PLACE},
    {"kind": Kind.QUANTITY, "at_least": 900, "unit": "timmar", "per": Per.YEAR},
    {"kind": Kind.MILESTONE},
    {"kind": Kind.STANDING},
)


def fill(towns: Sequence[tuple[str, int]], today: date) -> None:
    """Make each town, by its slug, with twelve promises and so many activities for each of them.

    samordnare@<slug>.example has the desk of each.
    """
    area = PoliceArea.objects.create(name="Landet")
    for slug, each in towns:
        _town(slug, area, each, today)


def _town(slug: str, area: PoliceArea, each: int, today: date) -> None:
    name = slug.capitalize()
    town = Municipality.objects.create(slug=slug, name=f"{name} kommun", short_name=name, police_area=area)
    user = User.objects.create_user(email=f"samordnare@{slug}.example", name="samordnare")
    Membership.objects.create(user=user, municipality=town, role=Role.COORDINATOR, party=Party.MUNICIPALITY)
    places = [Place.objects.create(municipality=town, name=village) for village in VILLAGES]
    begun = date(today.year - 2, 1, 1)
    signed = datetime(begun.year, 1, 1, 10, tzinfo=STOCKHOLM)
    round_ = Round.objects.create(municipality=town, valid_from=begun, published_at=signed)
    promises = [_promise(town, round_, number, signed) for number in range(1, len(TERMS) + 1)]
    _activities(promises, places, each, begun, today)


def _promise(town: Municipality, round_: Round, number: int, signed: datetime) -> Promise:
    terms = dict(TERMS[number - 1])
    if "at_least" in terms:
        terms["at_least"] = Decimal(terms["at_least"])
    if terms.get("spread"):
        terms["places"] = list(VILLAGES)
    promise = Promise.objects.create(
        municipality=town, round=round_, number=number, position=number, state=PromiseState.PUBLISHED,
        perspective=("Trygg trafik", "Närmare polis", "Trygg skola")[number % 3],
    )  # fmt: skip
    PromiseVersion.objects.create(
        promise=promise, text=f"Polisen och kommunen lovar det som står på rad {number}.", made_at=signed,
        parties=[Party.POLICE, Party.MUNICIPALITY], valid_from=round_.valid_from, **terms,
    )  # fmt: skip
    return promise


def _activities(
    promises: Sequence[Promise], places: Sequence[Place], each: int, begun: date, today: date
) -> None:
    first = (Activity.objects.order_by("-pk").values_list("pk", flat=True).first() or 0) + 1
    days = (today - begun).days + 1

    def activities() -> Iterator[dict[str, Any]]:
        for number in range(each * len(promises)):
            done_on = begun + timedelta(days=number * 37 % days)
            yield {
                "id": first + number,
                "public_id": new_public_id(),
                "municipality": promises[0].municipality_id,
                "done_on": done_on,
                "status": ActivityStatus.DONE.value,
                "count": 1,
                "hours": Decimal(3),
                "place": places[number % len(places)].pk,
                "party": Party.POLICE.value,
                "others": [],
                "note": "Påhittad insats.",
                "logged_at": datetime(done_on.year, done_on.month, done_on.day, 16, tzinfo=STOCKHOLM),
                "reason": "",
            }

    def links() -> Iterator[dict[str, Any]]:
        for number in range(each * len(promises)):
            promise = promises[number % len(promises)]
            yield {"id": first + number, "activity": first + number, "promise": promise.pk}

    _insert(Activity, activities())
    _insert(ActivityPromise, links())


def _insert(table: type[Activity] | type[ActivityPromise], rows: Iterator[dict[str, Any]]) -> None:
    while batch := list(islice(rows, AT_ONCE)):
        insert_missing(table, batch)
