"""The first page of the desk: what needs somebody today, by role."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet

from handslag.domain.judging.cells import Cell, Status
from handslag.domain.judging.party_verdicts import Ended, PartyVerdict, ended_of
from handslag.domain.judging.periods import Period
from handslag.domain.keeping.activities import ActivityStatus
from handslag.domain.keeping.reminders import NOTE_DAY, Silence, asked_from, day_of
from handslag.domain.people.parties import Party
from handslag.domain.promises.terms import PromiseState
from handslag.models.models import Activity, Municipality
from handslag.services.judging.reads.evidence import Closed
from handslag.services.judging.reads.party_verdicts import words_on
from handslag.services.judging.reads.periods import PeriodRow, periods
from handslag.services.judging.reads.standings import Standing, headline_status, standings
from handslag.services.keeping.reads.activities import ActivityRow, activity_rows
from handslag.services.keeping.reads.reminders import public_note
from handslag.services.promises.reads.readings import ReadingRow, waiting_readings

SOON = timedelta(days=60)  # the first of the reminders before a review
Words = Mapping[Ended | None, PartyVerdict]
_NOTHING_TO_JUDGE = {"no_schools", "no_places", "no_events", "no_periods"}

LATEST = 5  # activities on the first page


@dataclass(frozen=True, slots=True)
class Unanswered:
    """Periods are over and nobody has closed them, the oldest since `since`.

    Residents read so (`silence`) or will from `note_on`; None of a withdrawn promise, which has no note.
    `about`: the earliest of them that the party has said nothing of. `said`: its last word, once it has
    spoken of them all.
    """

    standing: Standing
    silence: Silence | None
    since: date
    note_on: date | None
    about: Ended | None
    said: PartyVerdict | None


@dataclass(frozen=True, slots=True)
class FellShort:
    """Periods of the year were closed short: the causes given and what was decided, each once.

    `about`: the latest of them that the party has said nothing of; `said` as of `Unanswered`.
    """

    standing: Standing
    causes: tuple[str, ...]
    decisions: tuple[str, ...]
    about: Ended | None
    said: PartyVerdict | None


@dataclass(frozen=True, slots=True)
class Behind:
    """A promise that is behind, and what the party has said of how it stands."""

    standing: Standing
    said: PartyVerdict | None


@dataclass(frozen=True, slots=True)
class Ahead:
    """A promise and a day that comes soon; `is_last`: it ends then, else it is looked at again."""

    standing: Standing
    day: date
    is_last: bool


@dataclass(frozen=True, slots=True)
class ClosedByOther:
    """What fell short and was closed by `party` alone, though somebody else promised too or instead."""

    standing: Standing
    about: Ended
    closed_on: date
    party: Party


@dataclass(frozen=True, slots=True)
class SignatoryDay:
    """What whoever signed must be able to answer for; each promise stands once, where it weighs most.

    `spoken`: of those that nobody has closed, the ones the party itself has answered for in public.
    """

    unanswered: tuple[Unanswered, ...]
    spoken: tuple[Unanswered, ...]
    fell_short: tuple[FellShort, ...]
    behind: tuple[Behind, ...]
    ahead: tuple[Ahead, ...]
    promises: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class PlanRow:
    """Something planned whose day has come, and the first promise it is for."""

    activity: ActivityRow
    text: str


@dataclass(frozen=True, slots=True)
class Today:
    """What needs somebody today, most pressing first."""

    readings: tuple[ReadingRow, ...]
    unreported: tuple[PeriodRow, ...]
    plans_due: tuple[PlanRow, ...]
    behind: tuple[Standing, ...]
    reviews: tuple[Standing, ...]  # should have been looked at again
    latest: tuple[ActivityRow, ...]
    promises: tuple[Standing, ...]


def signatory_day(municipality: Municipality, *, on: date, party: Party | None = None) -> SignatoryDay:
    """The first page of somebody who signed for `party`. One query more than `standings`."""
    found = standings(municipality, on=on)
    judged = _judged(found)
    said = _last_words(found, party) if party else {}
    silent = [_unanswered(one, on, said.get(one.public_id, {})) for one in found if _unreported(one)]
    silent.sort(key=lambda one: one.since)
    others = [one for one in judged if not _unreported(one)]
    return SignatoryDay(
        unanswered=tuple(one for one in silent if one.said is None),
        spoken=tuple(one for one in silent if one.said is not None),
        fell_short=tuple(
            _fell_short(one, said.get(one.public_id, {}))
            for one in others
            if headline_status(one) in (Status.NOT_KEPT, Status.PARTLY_KEPT)
        ),
        behind=tuple(
            Behind(one, said.get(one.public_id, {}).get(None))
            for one in others
            if headline_status(one) is Status.BEHIND
        ),
        ahead=ahead_of(judged, on),
        promises=tuple(found),
    )


def ahead_of(found: Iterable[Standing], on: date) -> tuple[Ahead, ...]:
    """Reviews and last days within two months, the soonest first. No query."""
    days = [
        Ahead(one, day, is_last)
        for one in _judged(found)
        for day, is_last in ((one.review_on, False), (one.terms.valid_to, True))
        if day is not None and on <= day <= on + SOON
    ]
    return tuple(sorted(days, key=lambda one: one.day))


def closed_by_others(found: Iterable[Standing], party: Party, *, on: date) -> tuple[ClosedByOther, ...]:
    """What `party` promised and another party closed short in the last two months, latest first.

    Left out where `party` closed it too, or has said in public what it thinks of the period. One query.
    """
    own = [one for one in _judged(found) if party in one.terms.parties]
    said = words_on(own)
    rows = [row for one in own for row in _closed_short(one, party, said[one.public_id])]
    return tuple(
        sorted((row for row in rows if row.closed_on >= on - SOON), key=lambda row: row.closed_on)[::-1]
    )


def today(municipality: Municipality, *, on: date, party: Party | None = None) -> Today:
    """The first page of the desk. As many queries however much there is.

    `party`: what waits is only what this party promises and planned; all the promises stand there anyway.
    """
    found = standings(municipality, on=on)
    own = [one for one in found if party is None or party in one.terms.parties]
    rows = Activity.current.filter(municipality=municipality)
    plans = rows.filter(status=ActivityStatus.PLANNED, done_on__lte=on)
    return Today(
        readings=tuple(waiting_readings(municipality)),
        unreported=tuple(periods(own, Status.NOT_REPORTED)),
        plans_due=tuple(_plans_due(plans.filter(party=party) if party else plans, found)),
        behind=tuple(one for one in own if _is_behind(one)),
        reviews=tuple(one for one in found if one.is_unreviewed),
        latest=tuple(activity_rows(rows.filter(done_on__lte=on).order_by("-logged_at", "-id")[:LATEST])),
        promises=tuple(found),
    )


def _closed_short(standing: Standing, party: Party, said: Iterable[PartyVerdict]) -> Iterator[ClosedByOther]:
    spoken = {Ended(one.period, one.event) for one in said if one.period and one.party == party}
    short = (ended_of(cell) for cell in standing.assessment.cells if cell.status is Status.NOT_KEPT)
    for about in dict.fromkeys(short):
        made = [one for one in standing.evidence.closed if about and _meet(one, about.period)]
        if about and made and about not in spoken and all(one.party != party for one in made):
            yield ClosedByOther(standing, about, made[0].report.closed_on, made[0].party)


def _meet(closed: Closed, period: Period) -> bool:
    return period.meets(closed.report.start, closed.report.end)


def without_calendar(found: Iterable[Standing]) -> tuple[Standing, ...]:
    """Promises that cannot be judged until the calendar or a list is filled in. No query."""
    return tuple(
        one
        for one in _judged(found)
        if any(reason.code in _NOTHING_TO_JUDGE for reason in one.assessment.reasons)
    )


def _judged(found: Iterable[Standing]) -> list[Standing]:
    return [one for one in found if one.state != PromiseState.WITHDRAWN]


def _unreported(standing: Standing) -> Sequence[date]:
    """From which days somebody has been asked about the periods that nobody has closed."""
    cells = [cell for cell in standing.assessment.cells if cell.status is Status.NOT_REPORTED]
    return [asked_from([cell], standing.versions[0].made_on) for cell in cells]


def _last_words(found: Sequence[Standing], party: Party) -> dict[str, Words]:
    """The last word of `party` on each promise, by what it is about (None: how it stands so far)."""
    rows = words_on(found)
    return {
        one.public_id: {
            Ended(said.period, said.event) if said.period else None: said
            for said in rows[one.public_id]
            if said.party == party
        }
        for one in found
    }


def _to_answer(over: Iterable[Ended], words: Words) -> tuple[Ended | None, PartyVerdict | None]:
    """What to speak of next; and the last word, when all of it has been spoken of."""
    every = list(dict.fromkeys(over))
    left = [one for one in every if one not in words]
    if left or not every:
        return (left[0] if left else None), None
    return every[0], max((words[one] for one in every), key=lambda said: said.said_on)


def _fell_short(standing: Standing, words: Words) -> FellShort:
    year, _ = standing.assessment.headline
    short = [c for c in standing.assessment.cells_of(year) if c.status is Status.NOT_KEPT]
    said = [(str(c.reasons[0].params["cause"]), str(c.reasons[0].params["decision"])) for c in short]
    return FellShort(
        standing,
        tuple(dict.fromkeys(cause for cause, _ in said if cause)),
        tuple(dict.fromkeys(decision for _, decision in said if decision)),
        *_to_answer(filter(None, map(ended_of, sorted(short, key=_start, reverse=True))), words),
    )


def _unanswered(standing: Standing, on: date, words: Words) -> Unanswered:
    since = min(_unreported(standing))
    is_withdrawn = standing.state == PromiseState.WITHDRAWN
    note_on = None if is_withdrawn else day_of(since, NOTE_DAY)
    silent = [cell for cell in standing.assessment.cells if cell.status is Status.NOT_REPORTED]
    about, said = _to_answer(filter(None, map(ended_of, sorted(silent, key=_start))), words)
    return Unanswered(standing, public_note(standing, on=on), since, note_on, about, said)


def _start(cell: Cell) -> date:
    return cell.start


def _plans_due(rows: QuerySet[Activity], found: Iterable[Standing]) -> list[PlanRow]:
    texts = {standing.number: standing.terms.text for standing in found}
    plans = activity_rows(rows.order_by("done_on", "id"))
    return [PlanRow(plan, next((texts[n] for n in plan.promises if n in texts), "")) for plan in plans]


def _is_behind(standing: Standing) -> bool:
    return not standing.terms.withdrawn and standing.assessment.headline[1].status is Status.BEHIND
