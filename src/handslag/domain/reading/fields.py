"""The fields inside one promise: where, for whom, how often, how much, when, and how it could be judged."""

from dataclasses import dataclass

from handslag.domain.promises import Measure
from handslag.domain.reading.cadence import read_rate
from handslag.domain.reading.finds import Cadence, Find, Span
from handslag.domain.reading.measurable import is_measurable
from handslag.domain.reading.measures import Stated, propose_measure
from handslag.domain.reading.places import Whole, find_places
from handslag.domain.reading.quantity import find_limits, find_quantity
from handslag.domain.reading.rhythms import find_unheld_rhythm
from handslag.domain.reading.target_groups import find_target_groups
from handslag.domain.reading.times import find_period


@dataclass(frozen=True, slots=True)
class Context:
    """What stands around a promise and changes how its words are read.

    `above`: the heading and lead-in directly over the item, from which a place or a single year
    ("för 2018") may be inherited. `municipality`, `police_area`: as read, so that they are not
    taken as places. `places_of_whole`: names that stand for the pledge's whole area.
    """

    above: tuple[Span, ...]
    municipality: str | None
    police_area: str | None
    places_of_whole: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of one promise, each find with its span in the whole document."""

    places: tuple[Find, ...]
    target_groups: tuple[Find, ...]
    cadence: Cadence | None
    quantity: Find | None
    period: Find | None
    measurable: bool
    measure: Measure | None
    unheld: tuple[Find, ...]


def read_fields(text: str, span: Span, context: Context) -> Fields:
    """The fields of the promise at `span` of the document `text`."""
    rate = read_rate(text, span, context.above)
    rhythm = find_unheld_rhythm(text, span)
    period = find_period(text, span)
    whole = Whole.of(context.municipality, context.police_area, context.places_of_whole)
    places = find_places(text, span, context.above, whole)
    measurable = is_measurable(text, span, rate, rhythm, bool(places or period))
    limits = find_limits(text, span)
    proposal = propose_measure(text, span, Stated(rate, period, limits, rhythm, len(places), measurable))
    return Fields(
        places=places,
        target_groups=find_target_groups(text, span),
        cadence=rate.cadence if rate else None,
        quantity=find_quantity(text, span, rate.counts if rate else (), rhythm),
        period=period,
        measurable=measurable,
        measure=proposal.measure,
        unheld=proposal.unheld,
    )
