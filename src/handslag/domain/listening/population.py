"""How many live in a municipality, by age in years and sex, on the last day of a year."""

from dataclasses import dataclass
from datetime import date

from handslag.domain.errors import BadInput

OLDEST = 100  # this age and older stand together in Statistics Sweden's table


@dataclass(frozen=True, slots=True)
class Population:
    """`men` and `women`: how many of each age, from 0 to 100 and older. `code`: the municipality's."""

    code: str
    year: int
    men: tuple[int, ...]
    women: tuple[int, ...]

    def __post_init__(self) -> None:
        if not len(self.men) == len(self.women) == OLDEST + 1 or min(*self.men, *self.women) < 0:
            raise BadInput("population_incomplete")

    @property
    def on(self) -> date:
        """The day the figures hold for."""
        return date(self.year, 12, 31)

    @property
    def total(self) -> int:
        return sum(self.men) + sum(self.women)

    def count(self, first: int = 0, last: int = OLDEST, *, sex: str = "") -> int:
        """How many are from `first` to `last` years old; `sex` is "men", "women" or both."""
        men = 0 if sex == "women" else sum(self.men[first : last + 1])
        return men + (0 if sex == "men" else sum(self.women[first : last + 1]))
