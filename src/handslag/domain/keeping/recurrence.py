"""Days that come back: the same weekday, every week or every few weeks."""

from datetime import date, timedelta

from handslag.domain.errors import BadInput

MOST = 106  # every week for two years


def days_every(weeks: int, *, first: date, until: date) -> tuple[date, ...]:
    """`first` and every `weeks`-th week after it, to `until` included (`weeks` ≥ 1).

    Raises `BadInput("plan_backwards")` when `until` lies before `first`, `BadInput("plan_too_long")`
    for more than `MOST` days.
    """
    if until < first:
        raise BadInput("plan_backwards", first=first, until=until)
    times = (until - first).days // (7 * weeks) + 1
    if times > MOST:
        raise BadInput("plan_too_long", times=times, most=MOST)
    return tuple(first + timedelta(weeks=weeks * index) for index in range(times))
