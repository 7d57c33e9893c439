"""Noise on published counts: tossed coins that a secret fixes, so that the same cell always has the same.

Why there is noise, and how much: docs/rules/suppression.md. The attack on it: proofs/suppression.py.
"""

import json
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import shake_256
from math import ceil, sqrt

OPEN_COINS = 96  # where anybody can add answers, by the table that an answer stands in
CLOSED_COINS = 16  # where nobody can


@dataclass(frozen=True)  # without slots: what is computed once is kept in it
class Noise:
    """The noise of one published thing. `secret` is never stored beside the counts.

    `is_open`: anybody may add answers to it. `times`: coins for each that there would otherwise be.
    `steps`: how often it has been published; each time adds coins of its own to those before.
    """

    secret: bytes
    is_open: bool
    times: int = 1
    steps: int = 1

    @property
    def coins(self) -> int:
        """How many coins are tossed for a cell each time."""
        return (OPEN_COINS if self.is_open else CLOSED_COINS) * self.times

    @cached_property
    def spread(self) -> float:
        """The standard deviation of what is added."""
        return sqrt(self.coins * self.steps) / 2

    def among(self, tables: int) -> "Noise":
        """The noise of each of so many tables that the same answer stands in.

        Where nobody can add answers it is what it was: there is nobody who would put the tables together.
        """
        return replace(self, times=self.times * tables) if self.is_open else self

    def louder(self, times: int) -> "Noise":
        """So many times the coins."""
        return replace(self, times=self.times * times)

    def after(self, steps: int) -> "Noise":
        """The noise of what has been published so often."""
        return replace(self, steps=steps)

    def on(self, *cell: str) -> int:
        """What to add to the count of `cell`: the heads less half of the coins."""
        return sum(self._tossed(json.dumps([step, *cell])) for step in range(1, self.steps + 1))

    def _tossed(self, toss: str) -> int:
        size = self.coins // 8
        heads = shake_256(self.secret + toss.encode()).digest(size)
        return int.from_bytes(heads, "big").bit_count() - self.coins // 2


def nineteen_in_twenty(spread: float) -> int:
    """How far the noise takes a count from what it is at most, nineteen times in twenty."""
    return ceil(1.96 * spread)
