"""What the parties say of promises themselves, beside how those stand. One query."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from handslag.domain.judging.cells import Status
from handslag.domain.judging.party_verdicts import PartyVerdict as Said
from handslag.domain.judging.party_verdicts import computed, differs
from handslag.domain.promises.terms import PromiseState
from handslag.models.models import PartyVerdict
from handslag.services.judging.reads.standings import Standing


@dataclass(frozen=True, slots=True)
class Beside:
    """The last word of one party on one period, what it said before, and the computed status of the same.

    `differs`: the two do not say the same. `event`: the name of the one it is about. `per` of the promise,
    to name the period by.
    """

    said: Said
    earlier: tuple[Said, ...]  # latest first
    computed: Status | None
    differs: bool
    event: str
    per: str


def words_on(found: Iterable[Standing]) -> Mapping[str, Sequence[Said]]:
    """Everything the parties have said of each promise, by its public id, the earliest first. One query."""
    said: defaultdict[str, list[Said]] = defaultdict(list)
    promises = [standing.public_id for standing in found]
    rows = PartyVerdict.objects.filter(promise__public_id__in=promises)
    for row in rows.select_related("promise", "event"):
        said[row.promise.public_id].append(row.said())
    return said


def beside(standing: Standing, said: Iterable[Said]) -> tuple[Beside, ...]:
    """The last word of each party on each period: so far first, then the latest period; by party."""
    words: defaultdict[tuple[object, ...], list[Said]] = defaultdict(list)
    for one in said:
        words[one.period, one.event, one.party].append(one)
    rows = [_row(standing, every) for every in words.values()]
    return tuple(sorted(rows, key=_order))


def _row(standing: Standing, every: list[Said]) -> Beside:
    *earlier, last = every
    is_judged = standing.state != PromiseState.WITHDRAWN
    status = computed(standing.assessment, last.period, last.event) if is_judged else None
    return Beside(
        said=last,
        earlier=tuple(reversed(earlier)),
        computed=status,
        differs=differs(last.verdict, status),
        event=standing.event_names.get(last.event or "", ""),
        per=standing.terms.measure.per,
    )


def _order(row: Beside) -> tuple[int, str]:
    period = row.said.period
    return -(period.end if period else date.max).toordinal(), row.said.party
