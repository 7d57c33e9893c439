"""The fields inside one promise: where, for whom, how often, how much, when, and how it could be judged."""

from dataclasses import dataclass

from handslag.domain.promises import Measure
from handslag.domain.reading.cadence import Rate, read_rate
from handslag.domain.reading.finds import Cadence, Find, Span
from handslag.domain.reading.measurable import is_measurable
from handslag.domain.reading.measures import Stated, propose_measure
from handslag.domain.reading.places import find_inherited_places, find_places, names_of_whole
from handslag.domain.reading.quantity import find_quantity
from handslag.domain.reading.target_groups import find_target_groups
from handslag.domain.reading.times import find_period
from handslag.domain.reading.tokens import Word, lowered, split_words


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
    words, low = _words_and_lower(text, span)
    lines = [_words_and_lower(text, line) for line in context.above]
    rate = read_rate(low, tuple(line for _, line in lines))
    counts = rate.counts if rate else ()
    period = find_period(low, tuple(count.span for count in counts))
    places = _places(text, span, words, lines, context)
    is_narrowed = bool(places or period)
    measurable = is_measurable(text[span.start : span.end], low, rate, is_narrowed)
    proposal = propose_measure(low, Stated(rate, period, len(places), measurable))

    def finds(*found: Span | None) -> tuple[Find, ...]:
        return tuple(_find(text, span, within) for within in found if within)

    return Fields(
        places=places,
        target_groups=finds(*find_target_groups(words, low)),
        cadence=_cadence(rate, span) if rate else None,
        quantity=next(iter(finds(find_quantity(low, counts))), None),
        period=next(iter(finds(period)), None),
        measurable=measurable,
        measure=proposal.measure,
        unheld=finds(*proposal.unheld),
    )


def _words_and_lower(text: str, span: Span) -> tuple[list[Word], str]:
    inside = text[span.start : span.end]
    return split_words(inside), lowered(inside)


def _places(
    text: str, span: Span, words: list[Word], lines: list[tuple[list[Word], str]], context: Context
) -> tuple[Find, ...]:
    """The promise's own places, then those it inherits from the lines above, each once."""
    whole = names_of_whole(context.municipality, context.police_area, context.places_of_whole)
    own = [_find(text, span, place) for place in find_places(words, whole)]
    inherited = [
        _find(text, line, place)
        for line, (line_words, _) in zip(context.above, lines, strict=True)
        for place in find_inherited_places(line_words, whole)
    ]
    once: dict[str, Find] = {}
    for place in (*own, *inherited):
        once.setdefault(place.value.lower(), place)
    return tuple(once.values())


def _cadence(rate: Rate, span: Span) -> Cadence:
    return Cadence(rate.min_count, rate.per, rate.is_total, _shifted(rate.span, span))


def _find(text: str, outer: Span, within: Span) -> Find:
    found = _shifted(within, outer)
    return Find(text[found.start : found.end], found)


def _shifted(within: Span, outer: Span) -> Span:
    return Span(outer.start + within.start, outer.start + within.end)
