"""A pledge that never ends and is never looked at again."""

from collections.abc import Iterator

from handslag.domain.linting.draft import Draft
from handslag.domain.linting.rule import Hit, Level, Rule


def _find(draft: Draft) -> Iterator[Hit]:
    """Once for the document: at "tills vidare", else at the start date, else at the first promise."""
    document = draft.document
    if draft.index or document.valid_to or draft.review_on:
        return
    found = document.open_ended or document.valid_from
    rewrite = "Löftet gäller tills vidare och ses över senast [datum]."
    if document.open_ended is None:
        rewrite = "Löftet gäller till och med [datum]."
    yield Hit(found.span if found else draft.whole, rewrite, of_document=True)


RULE = Rule(
    "no_end_date",
    Level.LIGHT,
    (
        "Löftet har varken ett slut eller en dag då ni ser över det.",
        "The promise has neither an end nor a day when you look at it again.",
    ),
    _find,
)
