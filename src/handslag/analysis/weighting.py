"""Weights that make the respondents look like the population, and how much less they then say.

Raking, also called iterative proportional fitting (Deming and Stephan 1940): each margin in turn is brought
to its known shares until all hold at once. Respondents of the same classes get the same weight, so the work
is done on the table of classes and not on the respondents. What weighting costs in precision is Kish's
design effect (1965); standard errors are Taylor-linearised (Wolter 2007, ch. 6), for answers drawn
independently.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from handslag.domain.errors import BadInput

CLOSE = 1e-6  # of a margin's share
SWEEPS = 500
NORMAL_95 = 1.959964

Codes: TypeAlias = NDArray[np.integer[Any]]
Weights: TypeAlias = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Margin:
    """A known division of the population: `codes` says each respondent's class, `shares` each class's size.

    Codes count from 0. Shares may be numbers of people; only their proportions count.
    """

    name: str
    codes: Codes
    shares: Sequence[float]


@dataclass(frozen=True, slots=True)
class Raked:
    """`weights` have the mean 1. `gap`: the largest difference that is left between a share and its target.

    `trimmed`: how many respondents were held at the limit; then the margins are met only as nearly as `gap`.
    """

    weights: Weights
    gap: float
    trimmed: int = 0


@dataclass(frozen=True, slots=True)
class Share:
    """An estimated share with its standard error and its 95 per cent interval on the logit scale."""

    estimate: float
    error: float
    low: float
    high: float


def rake(margins: Sequence[Margin], *, limit: float | None = None) -> Raked:
    """Weights that give every margin its shares within 1e-6; none above `limit` (more than 1) times the mean.

    Raises `BadInput`: `margin_codes` (lengths differ, or a code without a class), `margin_class_empty`
    (somebody lives there, nobody answered), `margin_class_unknown` (the other way round),
    `raking_no_end` (the margins cannot hold at once).
    """
    cells, counts, tables = _classes(margins)
    targets = [np.asarray(margin.shares, dtype=float) / sum(margin.shares) for margin in margins]
    factors = np.ones(len(counts))
    gap = _fit(factors, counts, tables, targets)
    if gap > CLOSE:
        raise BadInput("raking_no_end")
    if limit is None or factors.max() <= limit:
        return Raked(factors[cells], gap)
    return _trimmed(factors, limit, cells, counts, tables, targets)


def design_effect(weights: Weights) -> float:
    """How many times larger the variance is than with equal weights (Kish): 1 + their relative variance."""
    return float(len(weights) * np.dot(weights, weights) / weights.sum() ** 2)


def effective_size(weights: Weights) -> float:
    """How many equally weighted answers say as much as these."""
    return len(weights) / design_effect(weights)


def shares(weights: Weights, answers: Codes, groups: Codes | None = None) -> list[list[Share]]:
    """For each group the estimated share of each answer. Without `groups` all are one.

    The standard error is that of a ratio in a domain, over all respondents, with the weights taken as given:
    what raking gains is not counted, so it errs on the large side.
    """
    size, of = len(weights), np.zeros(len(weights), dtype=np.int64) if groups is None else groups
    shape = (int(of.max()) + 1, int(answers.max()) + 1)
    places = of.astype(np.int64) * shape[1] + answers
    sums = np.bincount(places, weights, shape[0] * shape[1]).reshape(shape)
    squares = np.bincount(places, weights * weights, shape[0] * shape[1]).reshape(shape)
    total, all_squares = sums.sum(1, keepdims=True), squares.sum(1, keepdims=True)
    estimates = sums / total
    spread = squares * (1 - estimates) ** 2 + (all_squares - squares) * estimates**2
    errors = np.sqrt(size / (size - 1) * spread) / total
    return [
        [_share(float(p), float(error)) for p, error in zip(row, beside, strict=True)]
        for row, beside in zip(estimates, errors, strict=True)
    ]


def half_width(share: Share) -> float:
    """The margin of error at 95 per cent: how far the farther end of the interval lies from the estimate."""
    return max(share.high - share.estimate, share.estimate - share.low)


def _classes(margins: Sequence[Margin]) -> tuple[NDArray[np.int64], Weights, list[Codes]]:
    """Each respondent's cell, how many stand in each cell that occurs, and the cell's class per margin."""
    size = len(margins[0].codes)
    index = np.zeros(size, dtype=np.int64)
    for margin in margins:
        width = len(margin.shares)
        if len(margin.codes) != size or not size or margin.codes.min() < 0 or margin.codes.max() >= width:
            raise BadInput("margin_codes", margin=margin.name)
        index *= width
        index += margin.codes
    length = int(np.prod([len(margin.shares) for margin in margins]))
    all_counts = np.bincount(index, minlength=length)
    found = np.flatnonzero(all_counts)
    position = np.zeros(length, dtype=np.int64)
    position[found] = np.arange(len(found))
    tables: list[Codes] = list(np.unravel_index(found, [len(margin.shares) for margin in margins]))
    counts = all_counts[found].astype(float)
    for margin, classes in zip(margins, tables, strict=True):
        _check(margin, np.bincount(classes, counts, len(margin.shares)))
    return position[index], counts / size, tables


def _check(margin: Margin, answered: NDArray[Any]) -> None:
    """Refuse a class that nobody answered for and one that nobody lives in."""
    for number, (share, count) in enumerate(zip(margin.shares, answered, strict=True)):
        if share > 0 and not count:
            raise BadInput("margin_class_empty", margin=margin.name, number=number + 1)
        if count and not share > 0:
            raise BadInput("margin_class_unknown", margin=margin.name, number=number + 1)


def _fit(factors: Weights, counts: Weights, tables: Sequence[Codes], targets: Sequence[Weights]) -> float:
    """Sweep over the margins until all hold, in place; the largest difference that is left."""
    gap = 1.0
    for _ in range(SWEEPS):
        _sweep(factors, counts, tables, targets)
        gap = _gap(factors, counts, tables, targets)
        if gap <= CLOSE / 100:
            break
    return gap


def _sweep(factors: Weights, counts: Weights, tables: Sequence[Codes], targets: Sequence[Weights]) -> None:
    for classes, target in zip(tables, targets, strict=True):
        now = np.bincount(classes, factors * counts, len(target))
        factors *= np.divide(target, now, out=np.zeros_like(target), where=now > 0)[classes]


def _gap(factors: Weights, counts: Weights, tables: Sequence[Codes], targets: Sequence[Weights]) -> float:
    weighted = factors * counts
    return max(
        float(np.abs(np.bincount(classes, weighted, len(target)) - target).max())
        for classes, target in zip(tables, targets, strict=True)
    )


def _trimmed(
    factors: Weights,
    limit: float,
    cells: NDArray[np.int64],
    counts: Weights,
    tables: Sequence[Codes],
    targets: Sequence[Weights],
) -> Raked:
    """Cut the largest weights to the limit after each sweep, until nothing moves."""
    for _ in range(SWEEPS):
        before = factors.copy()
        _sweep(factors, counts, tables, targets)
        _cap(factors, counts, limit)
        if np.abs(factors - before).max() < CLOSE / 100:
            break
    weights = factors[cells]
    return Raked(weights, _gap(factors, counts, tables, targets), int((weights >= limit).sum()))


def _cap(factors: Weights, counts: Weights, limit: float) -> None:
    """Bring what is above the limit down to it, and the others up so much that the mean is 1, in place."""
    while (factors > limit).any():
        over = factors >= limit
        factors[over] = limit
        room = 1 - limit * counts[over].sum()
        factors[~over] *= room / np.dot(factors[~over], counts[~over])


def _share(estimate: float, error: float) -> Share:
    if not 0 < estimate < 1 or not error > 0:
        return Share(estimate, error, estimate, estimate)
    middle, half = log(estimate / (1 - estimate)), NORMAL_95 * error / (estimate * (1 - estimate))
    return Share(estimate, error, *(1 / (1 + exp(-edge)) for edge in (middle - half, middle + half)))
