"""The fields inside one promise: where, for whom, how often, how much, when, and how it could be judged."""

from typing import NamedTuple

from handslag.domain.promises.terms import Measure
from handslag.domain.reading.cadence import Rate, read_rate
from handslag.domain.reading.finds import Cadence, Find, Span
from handslag.domain.reading.measurable import is_measurable
from handslag.domain.reading.measures import propose_measure
from handslag.domain.reading.places import find_inherited_places, find_places, names_of_whole
from handslag.domain.reading.quantity import find_limits, find_quantity
from handslag.domain.reading.rhythms import find_unheld_rhythm
from handslag.domain.reading.stated import Stated
from handslag.domain.reading.target_groups import find_target_groups
from handslag.domain.reading.times import find_period
from handslag.domain.reading.words import Wording


class Context(NamedTuple):
    """What stands around a promise and changes how its words are read; made by `context_of`.

    `lines`: the heading and lead-in directly over the item in lower case, from which a single year
    ("för 2018") may be inherited; `places`: those they name. `whole`: the names, bare, that stand for
    the pledge's whole area and so are not taken as places.
    """

    lines: tuple[str, ...]
    places: tuple[Find, ...]
    whole: frozenset[str]


ALONE = Context((), (), frozenset())  # nothing stands around it


def context_of(
    text: str,
    above: tuple[Span, ...],
    *,
    municipality: str | None,
    police_area: str | None,
    places_of_whole: tuple[str, ...],
) -> Context:
    """The context of the promises of `text` under the lines `above`; the other names as read."""
    whole = names_of_whole(municipality, police_area, places_of_whole)
    lines = [Wording(text[line.start : line.end]) for line in above]
    places = (
        _find(text, line, place)
        for line, wording in zip(above, lines, strict=True)
        for place in find_inherited_places(wording, whole)
    )
    return Context(tuple([line.low for line in lines]), tuple(places), whole)


class Fields(NamedTuple):
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
    promise = Wording(text[span.start : span.end])
    unheld = find_unheld_rhythm(promise)
    rate = None if unheld else read_rate(promise, context.lines)
    counts = rate.counts if rate else ()
    period = find_period(promise, tuple([count.span for count in counts]))
    own = (_find(text, span, place) for place in find_places(promise, context.whole))
    places = _each_once((*own, *context.places))
    limits = find_limits(promise)
    stated = Stated(rate, unheld, period, len(places), limits)
    measurable = is_measurable(promise, stated)
    proposal = propose_measure(promise, stated, measurable)

    def find(within: Span | None) -> Find | None:
        return _find(text, span, within) if within else None

    return Fields(
        places=places,
        target_groups=tuple([_find(text, span, group) for group in find_target_groups(promise)]),
        cadence=_cadence(rate, span) if rate else None,
        quantity=find(unheld or find_quantity(promise, counts, limits)),
        period=find(period),
        measurable=measurable,
        measure=proposal.measure,
        unheld=tuple([_find(text, span, words) for words in proposal.unheld]),
    )


def _each_once(places: tuple[Find, ...]) -> tuple[Find, ...]:
    once: dict[str, Find] = {}
    for place in places:
        once.setdefault(place.value.lower(), place)
    return tuple(once.values())


def _cadence(rate: Rate, span: Span) -> Cadence:
    words = Span(span.start + rate.span.start, span.start + rate.span.end)
    return Cadence(rate.min_count, rate.per, rate.is_total, words)


def _find(text: str, outer: Span, within: Span) -> Find:
    start, end = outer.start + within.start, outer.start + within.end
    return Find(text[start:end], Span(start, end))
