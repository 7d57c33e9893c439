"""The fields inside one promise: where, for whom, how often, how much, when, and how it could be judged."""

from dataclasses import dataclass

from handslag.domain.promises import Measure
from handslag.domain.reading.finds import Cadence, Find, Span


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
    return Fields((), (), None, None, None, False, None, ())
