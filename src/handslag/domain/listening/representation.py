"""Who answered against who lives there: which groups are missing, and how such groups are reached.

Shares of the answers come from the published table of age by gender, never from the answers themselves.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from handslag.domain.listening.population import OLDEST, Population
from handslag.domain.listening.results import age_span, sex_of
from handslag.domain.listening.suppression import Table

FEWER = 0.7  # of its share of the population: a group is missing
LEAST_GAP = 2.0  # per cent units, so that rounding alone makes nobody missing
YOUNG, OLD = 30, 65  # a band that begins below the first is young, one that begins at the second is old


class Reach(StrEnum):
    """The kind of group, for what one can do to hear from it."""

    YOUNG = "young"
    WORKING = "working"
    OLD = "old"


@dataclass(frozen=True, slots=True)
class GroupShare:
    """One age band and sex ("" for both): its share of answers, None where hidden, and of the population."""

    band: str  # code of the choice
    sex: str
    first: int
    last: int
    answered: float | None
    lives_here: float

    @property
    def is_missing(self) -> bool:
        """Whether clearly fewer of the answers come from the group than live here; unknown is not missing."""
        if self.answered is None:
            return False
        return self.answered < FEWER * self.lives_here and self.lives_here - self.answered >= LEAST_GAP

    @property
    def reach(self) -> Reach:
        return Reach.YOUNG if self.first < YOUNG else Reach.OLD if self.first >= OLD else Reach.WORKING


def group_shares(
    table: Table, bands: Sequence[tuple[str, str]], sexes: Sequence[tuple[str, str]], people: Population
) -> tuple[GroupShare, ...]:
    """A share per age band and sex. `bands` and `sexes` are code and name of the choices.

    Shares are in per cent of those who gave an age within the bands; so is the population's.
    """
    spans = {code: span for code, name in bands if (span := age_span(name))}
    known = [(code, sex) for code, name in sexes if (sex := sex_of(name))]
    rows = {row.name: row for row in table.rows}
    told = (table.total.answers or 0) - sum(row.answers or 0 for row in table.rows if row.name not in spans)
    lives = sum(people.count(first, min(last, OLDEST)) for first, last in spans.values())
    if not told or not lives:
        return ()
    found = []
    for band, (first, last) in spans.items():
        row = rows.get(band)
        cells = dict(zip(table.columns, row.cells, strict=True)) if row else {}
        for code, sex in known:
            count = cells[code].count if code in cells else None
            of_group = people.count(first, min(last, OLDEST), sex=sex)
            answered = None if count is None else 100 * count / told
            found.append(GroupShare(band, sex, first, last, answered, 100 * of_group / lives))
    return tuple(found)
