"""The first page: every municipality that has promises in public or asks its residents."""

from dataclasses import dataclass
from datetime import date

from handslag.domain.characters import swedish_order
from handslag.domain.judging.rollup import Tally
from handslag.models.models import Municipality
from handslag.services.judging.reads.standings import current_of, standings_of
from handslag.services.listening.reads.asked_now import asking
from handslag.services.people.reads.municipalities import Face, face_of
from handslag.services.showing.reads.municipality import Given, _given, _tally


@dataclass(frozen=True, slots=True)
class FrontRow:
    """One municipality of the first page, with how many promises have each status."""

    face: Face
    promises: int
    given: Given | None
    tally: Tally
    is_asking: bool  # whether residents can answer a survey or come to a dialogue


def front_page(*, on: date) -> list[FrontRow]:
    """Every municipality that has promises in public or asks its residents, by name. Ten queries."""
    municipalities = sorted(
        Municipality.objects.select_related("police_area"), key=lambda row: swedish_order(row.short_name)
    )
    found = standings_of(municipalities, on=on)
    asks = asking(municipalities, on=on)
    return [
        FrontRow(face_of(one), len(current), _given(current, on), _tally(current), one.pk in asks)
        for one in municipalities
        if (current := current_of(found[one.pk], on)) or one.pk in asks
    ]
