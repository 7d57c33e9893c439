"""How long it takes to assess a country's promises, against the least any program must do.

10,000 promises and 1,000,000 activities are made in memory from a fixed seed: counts and quantities per
week, month, term and year, averages, places, events, milestones and aims, one in a hundred serving two
promises. The limit is a bare grouped count and sum of the same rows by SQLite, in memory and already loaded:
one pass that looks at every row once, in C, and decides nothing.

Bars: at most 10 times the limit: a place, a period and a status are looked up for every row, in Python, and
all the cells with their reasons are made, while SQLite adds up in C. And the cost of an activity is constant:
at 10⁴, 10⁵ and 10⁶ activities (100 a promise) the dearest is at most twice the cheapest; what growth there is
comes from caches and the collector. Each figure is processor time, the best of three runs in this process.
"""

import random
import sqlite3
import sys
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from time import process_time

from handslag.domain.judging.calendar import Calendar, Event
from handslag.domain.judging.fulfilment import assess_all
from handslag.domain.keeping.activities import Activity, ActivityStatus, PeriodReport
from handslag.domain.people.parties import Party
from handslag.domain.promises.terms import Kind, Measure, Per, Reading, Spread, Terms

ON = date(2019, 9, 2)
FIRST, LAST = date(2018, 1, 1), date(2019, 12, 31)
PLACES = ("Nyland", "Ramvik/Hälledal", "Viksjö", "Älandsbro")
EVENTS = tuple(
    Event(f"e{n}", FIRST + timedelta(days=20 * n), FIRST + timedelta(days=20 * n + 2)) for n in range(30)
)
MEASURES = (
    Measure(Kind.COUNT, Decimal(2), per=Per.YEAR, year_named=True),
    Measure(Kind.COUNT, Decimal(4), per=Per.MONTH),
    Measure(Kind.COUNT, Decimal(1), per=Per.WEEK),
    Measure(Kind.COUNT, Decimal(1), per=Per.DAY, reading=Reading.ON_AVERAGE),
    Measure(Kind.COUNT, Decimal(3), per=Per.TERM),
    Measure(Kind.COUNT, Decimal(1), per=Per.YEAR, spread=Spread.PLACE, minimal=True),
    Measure(Kind.QUANTITY, Decimal("37.5"), "timmar", Per.QUARTER),
    Measure(Kind.EACH_EVENT),
    Measure(Kind.MILESTONE, by=LAST),
    Measure(Kind.STANDING),
)
BAR, CONSTANT = 10.0, 2.0


def make_promises(number: int) -> list[Terms]:
    return [
        Terms(
            f"p{n}",
            "Vi lovar.",
            (Party.POLICE, Party.MUNICIPALITY),
            FIRST + timedelta(days=n % 90),
            MEASURES[n % len(MEASURES)],
            valid_to=LAST if n % 3 else None,
            places=PLACES,
        )
        for n in range(number)
    ]


def make_activities(number: int, promises: list[Terms]) -> list[Activity]:
    chance = random.Random(2019)
    days = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]
    statuses = [ActivityStatus.DONE] * 18 + [ActivityStatus.PLANNED, ActivityStatus.CANCELLED]
    amounts = [Decimal(1)] * 8 + [Decimal(3), Decimal("2.5")]
    made = []
    for n in range(number):
        one = promises[chance.randrange(len(promises))].id
        served = (one, promises[n % len(promises)].id) if n % 100 == 0 else (one,)
        place = chance.choice(("Ramvik", "nyland", *PLACES))
        made.append(
            Activity(served, chance.choice(days), chance.choice(amounts), place, chance.choice(statuses))
        )
    return made


def make_reports(promises: list[Terms]) -> list[PeriodReport]:
    closed = date(2019, 1, 15)
    return [PeriodReport(terms.id, FIRST, date(2018, 12, 31), closed) for terms in promises[::2]]


def load(activities: list[Activity]) -> sqlite3.Connection:
    base = sqlite3.connect(":memory:")
    base.execute("CREATE TABLE activity (promise TEXT, day TEXT, amount REAL)")
    rows = ((one, a.done_on.isoformat(), float(a.amount)) for a in activities for one in a.promises)
    base.executemany("INSERT INTO activity VALUES (?, ?, ?)", rows)
    return base


def best_of(runs: int, work: Callable[[], object]) -> float:
    """Seconds of the fastest of some runs."""
    times = []
    for _ in range(runs):
        start = process_time()
        work()
        times.append(process_time() - start)
    return min(times)


def measure(size: int) -> tuple[float, float]:
    """Seconds for ours and for the limit, over `size` activities of a hundredth as many promises."""
    calendar, promises = Calendar(events=EVENTS), make_promises(size // 100)
    activities, reports = make_activities(size, promises), make_reports(promises)
    base = load(activities)
    query = "SELECT promise, count(*), sum(amount) FROM activity GROUP BY promise"
    limit = best_of(3, lambda: base.execute(query).fetchall())
    ours = best_of(3, lambda: assess_all(promises, activities, reports, on=ON, calendar=calendar))
    print(f"{size:>9,} activities: {ours:.3f} s, {ours / size * 1e6:.2f} µs each; SQLite {limit:.3f} s")
    return ours, limit


def main() -> int:
    figures = {size: measure(size) for size in (10_000, 100_000, 1_000_000)}
    costs = [ours / size for size, (ours, _) in figures.items()]
    spread = max(costs) / min(costs)
    ours, limit = figures[1_000_000]
    print(f"cost per activity, dearest to cheapest: {spread:.2f} (bar {CONSTANT})")
    print(f"assess {ours:.3f} s, grouped count {limit:.3f} s, ratio {ours / limit:.2f}, bar {BAR}")
    return int(ours / limit > BAR or spread > CONSTANT)


if __name__ == "__main__":
    sys.exit(main())
