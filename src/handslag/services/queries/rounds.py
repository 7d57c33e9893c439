"""Rounds of promises: what a new one may carry over, and what continued, changed, went and is new."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from handslag.domain.carrying import Fate, Likeness, Wording, suggestions
from handslag.domain.periods import DAY
from handslag.domain.promises import PromiseState
from handslag.models.models import CarryOver, Municipality, Promise, Reading, Round
from handslag.services.access import public_municipality
from handslag.services.promises import draft_round
from handslag.services.queries.fulfilment import Standing, standings
from handslag.services.queries.public import Face, current_of, face_of


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
    """One promise in a round: its number, its words there, and why it was changed or went."""

    number: int
    text: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RoundRow:
    """What one published round did."""

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


def rounds_page(slug: str) -> RoundsPage:
    """Every round that was published, with what it did. Raises `NotFound`. Five queries."""
    municipality = public_municipality(slug)
    rounds = Round.objects.filter(municipality=municipality, published_at__isnull=False)
    found = rounds.prefetch_related("promises__versions", "carried__former__versions")
    return RoundsPage(face_of(municipality), tuple(_round_row(round_) for round_ in found))


def _round_row(round_: Round) -> RoundRow:
    fates: dict[str, list[RoundLine]] = {fate: [] for fate in Fate}
    for row in sorted(round_.carried.all(), key=lambda row: row.former.number):
        fates[row.fate].append(_carried_line(row))
    new = [one for one in round_.promises.all() if one.state != PromiseState.DRAFT]
    return RoundRow(
        valid_from=round_.valid_from,
        valid_to=round_.valid_to,
        new=tuple(RoundLine(one.number, one.versions.all()[0].text) for one in new),
        continued=tuple(fates[Fate.CONTINUED]),
        changed=tuple(fates[Fate.CHANGED]),
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
