"""One round: two presses, one after the other or let go at once, and whether what came of it may be."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from threading import Barrier

from django.db import connection

from handslag.domain.errors import HandslagError
from tests.racing.rows import Stored, set_back, stored_now, told

Press = Callable[[], object]  # gives None or the sentence of a refusal; raises what should not be
Opened = Callable[[], Sequence[Press]]  # two pages, both opened before either is sent
Pressed = tuple[bool, str]  # whether it was refused with a sentence; what went wrong, if anything did
ORDERS = ((0, 1), (1, 0))


@dataclass
class Outcome:
    """What the rounds of one pair came to."""

    rounds: int = 0
    refused: int = 0
    faults: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Expected:
    """What the database may hold afterwards: as after either order; `once`: and as after one press alone.

    `is_idle`: both are refused in either order, so nothing is tried.
    """

    before: Stored
    orders: tuple[frozenset[str], ...]
    once: frozenset[str] | None
    is_idle: bool


def expected(opened: Opened, *, is_same: bool) -> Expected:
    """Both orders, one verb after the other. `is_same`: one page is sent twice, which counts once."""
    before = stored_now()
    orders, refusals = [], []
    for order in ORDERS:
        set_back(before)
        presses = opened()
        for which in order:
            refused, fault = pressed(presses[which])
            refusals.append(refused)
            if fault:
                raise AssertionError(f"one after the other: {fault}")
        orders.append(told(before))
    once = None
    if is_same:
        set_back(before)
        pressed(opened()[0])
        once = told(before, with_log=False)
    return Expected(before, tuple(orders), once, all(refusals))


def race(opened: Opened, expect: Expected, rounds: int, pool: ThreadPoolExecutor) -> Outcome:
    """Let both go at once, so many times, from the same rows each time."""
    return _looked_at(expect, [lambda: at_once(opened(), pool)] * rounds)


def stale(opened: Opened, expect: Expected) -> Outcome:
    """Let one go after the other, in both orders, from pages that were opened before either."""

    def in_order(order: tuple[int, int]) -> list[Pressed]:
        presses = opened()
        return [pressed(presses[which]) for which in order]

    return _looked_at(expect, [partial(in_order, order) for order in ORDERS])


def _looked_at(expect: Expected, rounds: Iterable[Callable[[], list[Pressed]]]) -> Outcome:
    outcome = Outcome()
    for one in rounds:
        set_back(expect.before)
        answers = one()
        outcome.rounds += 1
        outcome.refused += sum(refused for refused, _fault in answers)
        outcome.faults += [fault for _refused, fault in answers if fault]
        if told(expect.before) not in expect.orders:
            outcome.faults.append("neither order gives this")
        elif expect.once is not None and told(expect.before, with_log=False) != expect.once:
            outcome.faults.append("the second press added something")
    set_back(expect.before)
    return outcome


def at_once(presses: Sequence[Press], pool: ThreadPoolExecutor) -> list[Pressed]:
    """Press both at the same moment, each on a connection of its own."""
    start = Barrier(len(presses))

    def press(one: Press) -> Pressed:
        start.wait()
        try:
            return pressed(one)
        finally:
            connection.close()

    return [future.result() for future in [pool.submit(press, one) for one in presses]]


def pressed(press: Press) -> Pressed:
    """Press, and say what came of it."""
    try:
        press()
    except HandslagError:
        return True, ""
    except Exception as error:
        return False, repr(error)
    return False, ""
