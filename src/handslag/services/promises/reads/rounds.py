"""Rounds of promises: what a new one may carry over, and what continued, changed, went and is new."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from handslag.domain.judging.cells import Status
from handslag.domain.judging.periods import DAY
from handslag.domain.judging.rollup import Tally, tally_in_order, tally_of
from handslag.domain.listening.redaction import perhaps_persons
from handslag.domain.promises.carrying import Fate, Likeness, Wording, suggestions
from handslag.domain.promises.terms import PromiseState
from handslag.models.models import CarryOver, Municipality, Promise, Reading, Round
from handslag.services.access import public_municipality
from handslag.services.judging.reads.standings import Standing, current_of, headline_status, standings
from handslag.services.people.reads.municipalities import Face, face_of
from handslag.services.promises.drafts import draft_round


@dataclass(frozen=True, slots=True)
class FormerRow:
    """A promise of a former round; `gone`: why it goes, when that has been said."""

    number: int
    text: str
    gone: str


@dataclass(frozen=True, slots=True)
class NewRow:
    """A draft, the former promise it is likest, and what was chosen: `former` None is a new promise."""

    number: int
    text: str
    suggested: int | None
    alike: Likeness | None
    former: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class CarryPage:
    """`is_chosen`: somebody has said what goes on from what; until then `former` is the suggestion."""

    drafts: tuple[NewRow, ...]
    formers: tuple[FormerRow, ...]
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class RoundLine:
    """One promise in a round: its number, its words there, why it was changed or went, and how it went.

    `status` is that of the day the round is told of; None for what went, or had not begun.
    """

    number: int
    text: str
    reason: str = ""
    status: Status | None = None


@dataclass(frozen=True, slots=True)
class RoundRow:
    """What one published round did, and how its promises stood on the day `on`: its last, or today.

    `grounds` are codes of what it rests on, `signatories` roles.
    """

    on: date
    tally: Tally
    grounds: tuple[str, ...]
    signatories: tuple[str, ...]
    valid_from: date
    valid_to: date | None
    new: tuple[RoundLine, ...]
    continued: tuple[RoundLine, ...]
    changed: tuple[RoundLine, ...]
    gone: tuple[RoundLine, ...]


@dataclass(frozen=True, slots=True)
class RoundsPage:
    face: Face
    rounds: tuple[RoundRow, ...]  # latest first


def carry_page(reading: Reading) -> CarryPage:
    """The drafts of a reading beside the promises they may go on from. Ten queries."""
    round_ = draft_round(reading)
    formers = former_promises(reading.municipality, round_)
    drafts = list(round_.promises.filter(state=PromiseState.DRAFT).prefetch_related("versions"))
    said = list(round_.carried.select_related("former"))
    found = suggestions([_wording_of(one) for one in formers], [_drafted(draft) for draft in drafts])
    by_draft = {row.draft_id: row for row in said if row.draft_id is not None}
    gone = {row.former.number: row.reason for row in said if row.draft_id is None}
    return CarryPage(
        drafts=tuple(
            _new_row(draft, found.get(draft.number), by_draft.get(draft.pk), said) for draft in drafts
        ),
        formers=tuple(FormerRow(one.number, one.terms.text, gone.get(one.number, "")) for one in formers),
        is_chosen=bool(said),
    )


def has_former(municipality: Municipality) -> bool:
    """Whether there is a published round to carry anything over from. One query."""
    return municipality.rounds.filter(published_at__isnull=False).exists()


def former_promises(municipality: Municipality, round_: Round) -> list[Standing]:
    """The promises that were valid before the round, or ended last; what is withdrawn is left out."""
    on = round_.valid_from - DAY
    return [one for one in current_of(standings(municipality, on=on), on) if not one.is_ending]


def rounds_page(slug: str, *, on: date) -> RoundsPage:
    """Every published round, with what it did. Raises `NotFound`. Five queries, and seven for each round."""
    municipality = public_municipality(slug)
    rounds = Round.objects.filter(municipality=municipality, published_at__isnull=False)
    found = list(rounds.prefetch_related("promises__versions", "carried__former__versions"))
    days = [_told_on(round_, found[:index], on) for index, round_ in enumerate(found)]
    return RoundsPage(
        face_of(municipality),
        tuple(
            _round_row(round_, day, _statuses(municipality, day))
            for round_, day in zip(found, days, strict=True)
        ),
    )


def carried_by(round_: Round) -> list[CarryOver]:
    """What a round takes over, in the order of the former promises. One query."""
    return list(round_.carried.select_related("former", "draft").order_by("former__number"))


def _told_on(round_: Round, later: Iterable[Round], on: date) -> date:
    """The last day of a round, or the day before another took its promises over; today when it lasts."""
    own = {promise.pk for promise in round_.promises.all()} | {row.former_id for row in round_.carried.all()}
    taken = [one.valid_from - DAY for one in later if own & {row.former_id for row in one.carried.all()}]
    return max(min([on, *filter(None, [round_.valid_to]), *taken]), min(round_.valid_from, on))


def _statuses(municipality: Municipality, day: date) -> dict[int, Status]:
    """How each promise stood on a day, by its number."""
    return {one.number: headline_status(one) for one in standings(municipality, on=day) if not one.is_over}


def _round_row(round_: Round, day: date, statuses: Mapping[int, Status]) -> RoundRow:
    fates: dict[str, list[RoundLine]] = {fate: [] for fate in Fate}
    for row in sorted(round_.carried.all(), key=lambda row: row.former.number):
        fates[row.fate].append(_carried_line(row))
    new = [one for one in round_.promises.all() if one.state != PromiseState.DRAFT]
    lines = {
        fate: [replace(line, status=statuses.get(line.number)) for line in some]
        for fate, some in fates.items()
    }
    fresh = [
        RoundLine(one.number, one.versions.all()[0].text, status=statuses.get(one.number)) for one in new
    ]
    held = [*fresh, *lines[Fate.CONTINUED], *lines[Fate.CHANGED]]
    return RoundRow(
        on=day,
        tally=tally_in_order(tally_of(line.status for line in held if line.status)),
        grounds=tuple(round_.grounds),
        signatories=tuple(one for one in round_.signatories if not perhaps_persons(one)),
        valid_from=round_.valid_from,
        valid_to=round_.valid_to,
        new=tuple(fresh),
        continued=tuple(lines[Fate.CONTINUED]),
        changed=tuple(lines[Fate.CHANGED]),
        gone=tuple(fates[Fate.GONE]),
    )


def _carried_line(row: CarryOver) -> RoundLine:
    versions = list(row.former.versions.all())
    text = next((one.text for one in versions if one.round_id == row.round_id), versions[-1].text)
    return RoundLine(row.former.number, text, row.reason)


def _new_row(
    draft: Promise,
    found: tuple[int, Likeness] | None,
    chosen: CarryOver | None,
    said: Iterable[CarryOver],
) -> NewRow:
    suggested, alike = found or (None, None)
    former = chosen.former.number if chosen else None
    return NewRow(
        number=draft.number,
        text=draft.versions.all()[0].text,
        suggested=suggested,
        alike=alike,
        former=former if said else suggested,
        reason=chosen.reason if chosen else "",
    )


def _wording_of(standing: Standing) -> Wording:
    terms = standing.terms
    return Wording(standing.number, terms.text, terms.places, terms.measure)


def _drafted(draft: Promise) -> Wording:
    version = draft.versions.all()[0]
    measure = version.measure() if version.kind else None
    return Wording(draft.number, version.text, tuple(version.places), measure)
