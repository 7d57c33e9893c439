"""What each column of a sheet is, guessed from its heading. A person confirms the guess."""

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Final

LOOK_AT: Final = 20  # rows in which the headings may stand: titles and remarks come before them


class Column(StrEnum):
    """What a column can tell of an activity."""

    DAY = "day"
    PROMISE = "promise"
    PLACE = "place"
    SCHOOL = "school"
    PARTY = "party"
    STATUS = "status"
    COUNT = "count"
    HOURS = "hours"
    NOTE = "note"


# Words of headings, the surest first. Columns are tried in this order: "Antal timmar" is hours, not a count.
HEADINGS: Final[Mapping[Column, tuple[str, ...]]] = {
    Column.DAY: ("datum", "dag", "date", "day", "när", "when", "utförd"),
    Column.HOURS: ("timmar", "tim", "hours", "tid", "arbetstid"),
    Column.COUNT: ("antal", "count", "number", "gånger", "times", "st"),
    Column.STATUS: (
        *("status", "läge", "genomförd", "genomfört", "utfört", "done", "inställd", "inställt", "avbokad"),
        *("avbokat", "cancelled", "canceled", "planerad", "planned"),
    ),
    Column.PARTY: ("part", "party", "ansvarig", "utförare", "vem", "who", "organisation", "verksamhet"),
    Column.SCHOOL: ("skola", "skolor", "skolenhet", "school"),
    Column.PLACE: ("plats", "ort", "ställe", "område", "var", "place", "where", "location", "by"),
    Column.PROMISE: (
        *("löfte", "löften", "medborgarlöfte", "löftesnummer", "löftesnr", "promise"),
        *("nr", "nummer", "insats", "aktivitet", "åtgärd", "activity", "rubrik"),
    ),
    Column.NOTE: (
        *("anteckning", "anteckningar", "kommentar", "kommentarer", "beskrivning", "note", "comment"),
        *("notering", "övrigt", "vad", "what", "insats", "aktivitet", "åtgärd", "activity"),
    ),
}
_words = re.compile(r"[^\W\d_]+")


def heading_of(rows: Sequence[Sequence[str]]) -> int:
    """Index of the row with the headings: the one of the first twenty that is understood best.

    Where none is, the first row with anything in it (0 for an empty sheet).
    """
    first = next((index for index, row in enumerate(rows) if any(row)), 0)
    candidates = range(first, min(len(rows), first + LOOK_AT))
    best = max(candidates, key=lambda index: len(guess_columns(rows[index])), default=first)
    return best if rows and guess_columns(rows[best]) else first


def guess_columns(headings: Sequence[str]) -> dict[Column, int]:
    """The columns (counted from 0) that the headings tell, each for one thing at most."""
    found: dict[Column, int] = {}
    words = [[word.casefold() for word in _words.findall(heading)] for heading in headings]
    for column, known in HEADINGS.items():
        free = [index for index in range(len(words)) if index not in found.values()]
        ranked = [(known.index(word), index) for index in free for word in words[index] if word in known]
        if ranked:
            found[column] = min(ranked)[1]
    return found


def letters(column: int) -> str:
    """The letters of a column counted from 0: A, B … Z, AA."""
    return (letters(column // 26 - 1) if column >= 26 else "") + chr(ord("A") + column % 26)
