"""A promise of its own, read as if it stood alone on the page of Norrby kommun."""

from handslag.domain.reading.fields import Context, Fields, context_of, read_fields
from handslag.domain.reading.finds import Find, Span


def context(text: str = "", *above: Span) -> Context:
    return context_of(
        text, above, municipality="Norrby kommun", police_area=None, places_of_whole=("Norrby",)
    )


ALONE = context()


def fields_of(text: str, around: Context = ALONE) -> Fields:
    return read_fields(text, Span(0, len(text)), around)


def under(heading: str, text: str) -> Fields:
    """The fields of `text` as an item right under `heading`."""
    page = f"{heading}\n{text}"
    return read_fields(page, Span(len(heading) + 1, len(page)), context(page, Span(0, len(heading))))


def words(finds: tuple[Find, ...]) -> list[str]:
    return [find.value for find in finds]
