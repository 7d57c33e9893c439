"""An assessment as people read it: a table for a terminal."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from handslag.cli.tables import table
from handslag.domain.judging.cells import Cell
from handslag.domain.judging.fulfilment import Assessment
from handslag.domain.judging.rollup import Outcome
from handslag.domain.promises.terms import Terms
from handslag.sentences import Language, in_words, say

COLUMNS = ("period", "places", "done", "status", "reasons")
MOST_CELLS = 24  # a promise with more of them is told year by year


def as_table(
    assessments: Iterable[Assessment], promises: Sequence[Terms], language: Language, width: int
) -> str:
    """For a terminal `width` characters wide: each promise with its headline, then its cells."""
    texts = {terms.id: terms.text for terms in promises}
    rows: list[list[str] | str] = []
    for assessment in assessments:
        year, outcome = assessment.headline
        headline = f"{year}: {_status(outcome.status, language)} ({_of(outcome, language)})"
        rows.append(f"{assessment.promise}. {' '.join(texts[assessment.promise].split())} {headline}")
        rows += _rows(assessment, language)
        rows += [["", "", "", "", say(reason.code, reason.params, language)] for reason in assessment.reasons]
    return table([say(f"column_{column}", language=language) for column in COLUMNS], rows, width)


def _rows(assessment: Assessment, language: Language) -> list[list[str]]:
    if len(assessment.cells) > MOST_CELLS:
        return [_year(year, outcome, language) for year, outcome in assessment.years.items()]
    return [_cell(cell, language) for cell in assessment.cells]


def _year(year: int, outcome: Outcome, language: Language) -> list[str]:
    return [str(year), "", "", _status(outcome.status, language), _of(outcome, language)]


def _cell(cell: Cell, language: Language) -> list[str]:
    done = _number(cell.done, language)
    return [
        _period(cell),
        cell.place or cell.event or "",
        done if cell.target is None else f"{done} / {_number(cell.target, language)}",
        _status(cell.status, language),
        " ".join(say(reason.code, reason.params, language) for reason in cell.reasons),
    ]


def _period(cell: Cell) -> str:
    year = cell.start.year
    if (cell.start, cell.end) == (date(year, 1, 1), date(year, 12, 31)):
        return str(year)
    return f"{cell.start} – {cell.end or ''}".rstrip()


def _of(outcome: Outcome, language: Language) -> str:
    return say("kept_of_judged", {"kept": outcome.kept, "judged": outcome.judged}, language)


def _status(status: str, language: Language) -> str:
    return say(f"status_{status}", language=language)


def _number(number: Decimal, language: Language) -> str:
    return str(in_words(number, language))
