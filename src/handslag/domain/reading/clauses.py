"""Which part of a sentence says what is done, and which only says why, who or under what condition."""

import re

from handslag.domain.reading.finds import Span

_PURPOSE = re.compile(
    r"(?<!\w)(?:för\satt(?!\sta\sreda)|så\satt|(?:i|med)\ssyfte(?:t)?\s(?:om\s|är\s)?att|med\s(?:mål(?:et)?|avsikt|ambition(?:en)?)\s(?:är\s)?att"
    r"|(?:syftet|målet|avsikten|tanken)(?:\s\w+)?\s(?:är|att))(?!\w)",
    re.IGNORECASE,
)
_MEANS = re.compile(
    r"(?<!\w)(?:genom\satt|bland\sannat\sgenom|och\s(?:ska|kommer)(?!\w))|[.!?;](?=\s|$)", re.IGNORECASE
)


def acts_of(text: str, span: Span) -> tuple[Span, ...]:
    """The stretches of `span` outside purpose clauses ("för att …", "så att …", "syftet är att …").

    A purpose ends with its sentence, or where the means are named ("genom att …").
    """
    acts, start = [], span.start
    while purpose := _PURPOSE.search(text, start, span.end):
        acts.append(Span(start, purpose.start()))
        means = _MEANS.search(text, purpose.end(), span.end)
        start = means.start() if means else span.end
    return tuple(act for act in (*acts, Span(start, span.end)) if act.start < act.end)
