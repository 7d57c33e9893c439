"""The list of what is logged, for Excel, and read in again as it is."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils import translation

from handslag.documents.sheets import sheet_of
from handslag.domain.importing.choices import Choices, Known
from handslag.domain.importing.columns import guess_columns
from handslag.domain.importing.parties import party_in
from handslag.domain.importing.rows import read_rows
from handslag.domain.people.parties import Party
from handslag.models.models import Activity
from handslag.services.keeping.reads.imports import known_of
from handslag.web.words.labels import party_word
from tests.cast import Cast
from tests.make import make_activity, make_promise
from tests.page import PageClient

LIST = "/bord/harnosand/insatser.csv"


def _listed(cast: Cast) -> bytes:
    return bytes(PageClient(cast.bo).get(LIST).response.content)


def _known(cast: Cast) -> Known:
    known = known_of(cast.harnosand, on=date(2019, 9, 2))
    return Known(known.promises, known.places, known.schools, known.today)


def test_what_is_logged_is_read_back_without_loss(cast: Cast) -> None:
    notes = ("Två bilar; en buss\nI regn", "=SUMMA(A1)", "- en gång", 'Sa "hej"')
    promise = make_promise(cast.harnosand)
    cast.harnosand.places.create(name="Ramvik")
    for number, note in enumerate(notes, start=1):
        make_activity(promise, note=note, hours=Decimal("1.25") * number, count=number)
    Activity.objects.filter(note=notes[0]).update(status="cancelled", place=cast.harnosand.places.get())
    sheet = sheet_of(_listed(cast), "insatser.csv")
    choices = Choices(guess_columns(sheet.rows[0]), Party.HOUSING_COMPANY, findings=sheet.findings)
    outcome = read_rows(sheet.rows, choices, _known(cast))
    fields = ("done_on", "status", "party", "count", "hours", "place__name", "note")
    assert outcome.problems == ()
    assert [
        (row.done_on, row.status, row.party, row.count, row.hours, row.place or None, row.note)
        for row in outcome.rows
    ] == list(Activity.objects.order_by("done_on", "pk").values_list(*fields))


@pytest.mark.parametrize("party", list(Party))
def test_every_party_is_read_back(party: Party) -> None:
    with translation.override("sv"):
        assert party_in(party_word(party)) == party


def test_what_was_corrected_is_listed_once(cast: Cast) -> None:
    promise = make_promise(cast.harnosand)
    make_activity(promise, replaces=make_activity(promise))
    assert len(sheet_of(_listed(cast), "insatser.csv").rows) == 2


def test_the_list_is_for_those_who_work_here(cast: Cast) -> None:
    PageClient(cast.olle).get(LIST, status=404)
