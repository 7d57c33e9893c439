"""The straight edges and the bullets among what a page of a PDF paints."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

SHORTEST = 8.0  # points: a shorter line parts nothing
DOT = (1.2, 8.0)  # points: how small and how large a bullet is

Matrix = tuple[float, float, float, float, float, float]
SAME: Matrix = (1, 0, 0, 1, 0, 0)
Edge = tuple[float, float, float, float]  # from x, y to x, y


@dataclass(slots=True)
class Rule:
    """A straight edge between two points, along the paper's. `shape`: which painted path it is of."""

    x: float
    y: float
    end_x: float
    end_y: float
    shape: int = 0

    @property
    def is_level(self) -> bool:
        return self.end_x - self.x > self.end_y - self.y


@dataclass(slots=True)
class Dot:
    """A drawn shape as small and as even as a bullet is, `high` points high."""

    x: float
    y: float
    high: float


def times(a: Matrix, b: Matrix) -> Matrix:
    """`a`, then `b`."""
    return (
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    )


def rules_of(path: Sequence[Edge], place: Matrix, shape: int) -> Iterator[Rule]:
    """The edges of a painted path that lie along the paper's and are long enough to part anything."""
    for x, y, end_x, end_y in path:
        *_, a, b = times((1, 0, 0, 1, x, y), place)
        *_, c, d = times((1, 0, 0, 1, end_x, end_y), place)
        if max(abs(a - c), abs(b - d)) >= SHORTEST and min(abs(a - c), abs(b - d)) < 0.5:
            yield Rule(min(a, c), min(b, d), max(a, c), max(b, d), shape)


def dots_of(path: Sequence[Edge], place: Matrix) -> Iterator[Dot]:
    """The shape of a painted path, where it may be a bullet."""
    if not path:
        return
    points = [times((1, 0, 0, 1, x, y), place)[4:] for edge in path for x, y in (edge[:2], edge[2:])]
    across, up = sorted(x for x, _ in points), sorted(y for _, y in points)
    wide, high = across[-1] - across[0], up[-1] - up[0]
    if DOT[0] < min(wide, high) and max(wide, high) < DOT[1] and max(wide, high) < 1.6 * min(wide, high):
        yield Dot(across[0], up[0], high)
