"""Which part of a sentence says what is done, and which only says why, who or under what condition."""

import re

from handslag.domain.reading.finds import Span

_PURPOSE = re.compile(
    r"(?<!\w)(?:för\satt(?!\sta\sreda)|så\satt|(?:i|med)\ssyfte(?:t)?\s(?:om\s|är\s)?att|med\s(?:mål(?:et)?|avsikt|ambition(?:en)?)\s(?:är\s)?att"
    r"|(?:syftet|målet|avsikten|tanken)(?:\s\w+)?\s(?:är|att))(?!\w)",
)
_MEANS = re.compile(
    r"(?<!\w)(?:genom\satt|bland\sannat\sgenom|samt|och\s(?:ska|kommer))(?!\w)|[.!?;](?=\s|$)", re.IGNORECASE
)
_MAIN_VERB = re.compile(
    r"(?<!\w)(?:kommer|lovar|åtar|förbinder|gör|genomför)(?!\w)|[.!?;](?=\s|$)|,\s?ska(?!\w)"
)


def acts_of(low: str) -> tuple[Span, ...]:
    """The stretches of a promise outside purpose clauses ("för att …", "så att …", "syftet är att …").

    A purpose ends with its sentence, or where the means are named ("genom att …"); one that opens a
    sentence ends with its main verb ("För att det ska bli tryggt kommer vi att …").
    """
    acts, start = [], 0
    while purpose := _PURPOSE.search(low, start):
        acts.append(Span(start, purpose.start()))
        opens = not low[start : purpose.start()].strip(" \n•-–.!?")
        means = (_MAIN_VERB if opens else _MEANS).search(low, purpose.end())
        start = means.start() if means else len(low)
    return tuple(act for act in (*acts, Span(start, len(low))) if act.start < act.end)
