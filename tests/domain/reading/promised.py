"""A promise of its own, read as if it stood alone on the page of Norrby kommun."""

from handslag.domain.reading.fields import Context, Fields, read_fields
from handslag.domain.reading.finds import Find, Span

ALONE = Context(above=(), municipality="Norrby kommun", police_area=None, places_of_whole=("Norrby",))


def fields_of(text: str, context: Context = ALONE) -> Fields:
    return read_fields(text, Span(0, len(text)), context)


def under(heading: str, text: str) -> Fields:
    """The fields of `text` as an item right under `heading`."""
    context = Context((Span(0, len(heading)),), ALONE.municipality, None, ALONE.places_of_whole)
    return read_fields(f"{heading}\n{text}", Span(len(heading) + 1, len(heading) + 1 + len(text)), context)


def words(finds: tuple[Find, ...]) -> list[str]:
    return [find.value for find in finds]
