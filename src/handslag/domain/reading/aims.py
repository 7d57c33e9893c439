"""Umbrella wishes kept apart from what is to be done for them, and tied to it."""

from collections.abc import Sequence
from dataclasses import replace

from handslag.domain.reading.finds import ReadPromise
from handslag.domain.reading.outline import Candidate


def link_aims(promises: Sequence[ReadPromise], candidates: Sequence[Candidate]) -> tuple[ReadPromise, ...]:
    """Mark as aims the sentences without a countable act right above a list under the same heading.

    The items of that list carry the index of their aim. `candidates` are those the promises were
    read from, one for each.
    """
    linked: list[ReadPromise] = []
    aim: int | None = None
    for n, (promise, candidate) in enumerate(zip(promises, candidates, strict=True)):
        if not candidate.listed or candidate.above != candidates[n - 1].above:
            aim = None
        if _spells_out_below(n, promise, candidates):
            linked.append(replace(promise, is_aim=True))
            aim = n
        else:
            linked.append(promise if aim is None else replace(promise, aim=aim))
    return tuple(linked)


def _spells_out_below(n: int, promise: ReadPromise, candidates: Sequence[Candidate]) -> bool:
    if candidates[n].listed or promise.measurable or n + 1 >= len(candidates):
        return False
    return candidates[n + 1].listed and candidates[n + 1].above == candidates[n].above
