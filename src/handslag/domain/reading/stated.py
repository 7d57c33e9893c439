"""What the words of a promise state, for judging whether and how it could be checked."""

from typing import NamedTuple

from handslag.domain.reading.cadence import Rate
from handslag.domain.reading.finds import Span


class Stated(NamedTuple):
    """What the fields found. `unheld`: a rhythm that no unit holds; `places`: how many are named."""

    rate: Rate | None
    unheld: Span | None
    period: Span | None
    places: int
    limits: tuple[Span, ...]

    @property
    def is_narrowed(self) -> bool:
        """Whether it names a place or a time."""
        return bool(self.places or self.period)
