"""Promises about which residents are asked whether they have noticed them, and what their pages say."""

import re
from datetime import timedelta
from decimal import Decimal
from html import unescape

from answering.databases import TOWN
from answering.resident import Fields, Reply, Resident
from answering.server import Server

PLACE = "Ekby torg"
HONEST = {"yes": 31, "no": 9}
_TOKEN = re.compile(r'name="token" value="([^"]*)"')
_CELLS = re.compile(r'<td class="number"[^>]*>([^<]*)</td>')
_LEFT_OUT = re.compile(r"Omkring (\d+) svar till ser ut att komma från ett skript")


class Asked(Resident):
    """Somebody at the check of the promise with the number `survey`."""

    @property
    def path(self) -> str:
        return f"/{TOWN}/lofte/{self.survey}/markt/"

    def form(self) -> Fields:
        found = _TOKEN.search(self.ask("GET", self.path).page)
        return [("token", unescape(found[1]))] if found else []


def answer(noticed: str) -> Fields:
    return [("place", PLACE), ("noticed", noticed)]


def is_thanked(reply: Reply) -> bool:
    return reply.status == 302


def make_checks(number: int) -> None:
    """So many published promises with a check each that forty people have answered. Django is set up."""
    from handslag import clock
    from handslag.domain.keeping.resident_checks import Noticed
    from handslag.models.models import Municipality, Promise, PromiseVersion, ResidentCheck, Round
    from handslag.services.keeping.check_answers import take_notice
    from handslag.services.listening.intake.form_tokens import new_token, read_token

    town, began = Municipality.objects.get(slug=TOWN), clock.today() - timedelta(weeks=20)
    days = {"valid_from": began, "review_on": began + timedelta(weeks=52)}
    round_ = Round.objects.create(municipality=town, published_at=clock.now(), **days)
    for one in range(1, number + 1):
        promise = Promise.objects.create(municipality=town, round=round_, number=one, state="published")
        PromiseVersion.objects.create(
            promise=promise,
            text="Polisen lovar att gå till fots på torget minst två gånger om året.",
            parties=["police"],
            places=[PLACE],
            kind="count",
            at_least=Decimal(2),
            unit="gånger",
            per="year",
            year_named=True,
            made_at=clock.now(),
            **days,
        )
        ResidentCheck.objects.create(promise=promise, after_weeks=1)
        for noticed, times in HONEST.items():
            for _ in range(times):
                form = read_token("proof", new_token("proof"))
                take_notice(promise=promise, form=form, place=PLACE, noticed=Noticed(noticed))


def publish(days: int) -> None:
    """Make public what may be, so many days from now."""
    from handslag import clock
    from handslag.services.keeping.resident_checks import publish_checks

    publish_checks(clock.today() + timedelta(days=days))


def shown(running: Server, number: str) -> tuple[list[str], int]:
    """The figures on the page of a promise, and how many are said to be left out of them."""
    visitor = Asked(running.port, number)
    page = unescape(visitor.ask("GET", f"/{TOWN}/lofte/{number}/").page)
    visitor.hang_up()
    left_out = _LEFT_OUT.search(page)
    _, _, table = page.partition('class="table stack noticed"')
    return _CELLS.findall(table.partition("</table>")[0]), int(left_out[1]) if left_out else 0
