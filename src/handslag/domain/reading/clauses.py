"""Which part of a sentence says what is done, and which only says why, who or under what condition."""

from handslag.domain.reading.finds import Span
from handslag.domain.reading.patterns import Pattern
from handslag.domain.reading.words import Wording

_PURPOSE = Pattern(
    r"(?<!\w)(?:för\satt(?!\sta\sreda)|så\satt|(?:i|med)\ssyfte(?:t)?\s(?:om\s|är\s)?att|med\s(?:mål(?:et)?|avsikt|ambition(?:en)?)\s(?:är\s)?att"
    r"|(?:syftet|målet|avsikten|tanken)(?:\s\w+)?\s(?:är|att))(?!\w)",
    "att syftet målet avsikten tanken",
)
_MEANS = Pattern(
    r"(?<!\w)(?:genom\satt|bland\sannat\sgenom|samt|och\s(?:ska|kommer))(?!\w)|[.!?;](?=\s|$)",
    "genom samt ska kommer . ! ? ;",
)
_MAIN_VERB = Pattern(
    r"(?<!\w)(?:kommer|lovar|åtar|förbinder|gör|genomför)(?!\w)|[.!?;](?=\s|$)|,\s?ska(?!\w)",
    "kommer lovar åtar förbinder gör genomför ska . ! ? ;",
)


def acts_of(promise: Wording) -> tuple[Span, ...]:
    """The stretches of a promise outside purpose clauses ("för att …", "så att …", "syftet är att …").

    A purpose ends with its sentence, or where the means are named ("genom att …"); one that opens a
    sentence ends with its main verb ("För att det ska bli tryggt kommer vi att …").
    """
    low, acts, start = promise.low, [], 0
    while purpose := promise.search(_PURPOSE, start):
        acts.append(Span(start, purpose.start()))
        opens = not low[start : purpose.start()].strip(" \n•-–.!?")
        means = promise.search(_MAIN_VERB if opens else _MEANS, purpose.end())
        start = means.start() if means else len(low)
    return tuple(act for act in (*acts, Span(start, len(low))) if act.start < act.end)
