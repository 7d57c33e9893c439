"""Files of Statistics Sweden's form, for the pages that take them."""

from handslag.domain.listening.population import Population
from handslag.sources.scb.parse import LIMIT, population

__all__ = ["LIMIT", "population_in"]


def population_in(data: bytes, code: str) -> Population:
    """The latest figures of the municipality with `code`. Raises `BadInput` as `population`."""
    return population(data, code)
