"""What a reader can work out about a small hidden count (1 to 4) from the rest of its row or column.

The reader is thought to know more than anybody does: the exact sum of what is hidden in the line, as if
nothing were rounded, and which of the hidden counts are small. Still each could be anything from 1 to 4.
"""

from collections.abc import Sequence

STEP = 5
SMALL = range(1, 5)


def rounded(count: int) -> int:
    """`count` to the nearest 5."""
    return STEP * ((count + STEP // 2) // STEP)


def is_safe(hidden: Sequence[int]) -> bool:
    """Whether the hidden counts of a row or column can stand as they are, without another hidden beside them.

    A hidden none is company for a large count, but not for a small one: it adds nothing to the sum.
    """
    counted = [count for count in hidden if count]
    if not any(count in SMALL for count in counted):
        return not counted or len(hidden) > 1
    others, known = len(counted) - 1, sum(counted)
    most_is_possible = known - others * SMALL[0] >= SMALL[-1]
    least_is_possible = max(counted) not in SMALL or known - others * SMALL[-1] <= SMALL[0]
    return others > 0 and most_is_possible and least_is_possible
