"""One promise as residents see it."""

from dataclasses import dataclass
from datetime import date

from handslag.domain.keeping.reminders import Silence
from handslag.services.access import public_promise
from handslag.services.judging.reads.party_verdicts import Beside, beside, words_on
from handslag.services.judging.reads.standings import Standing, standings, worst_first
from handslag.services.keeping.reads.reminders import public_note
from handslag.services.keeping.reads.resident_checks import CheckShown, check_shown
from handslag.services.people.reads.municipalities import Face, face_of
from handslag.services.promises.reads.baselines import Effect, effect_of


@dataclass(frozen=True, slots=True)
class PromisePage:
    """One promise, the aim it serves if any, and the promises that serve it if it is an aim."""

    face: Face
    on: date
    promise: Standing
    aim: Standing | None
    serving: tuple[Standing, ...]
    verdicts: tuple[Beside, ...]  # what the parties say themselves
    check: CheckShown | None  # what residents say, where they are or have been asked
    replaces: tuple[int, ...]  # numbers of the promises that it stands in the place of
    silence: Silence | None  # since when nobody has answered, when it has been too long
    effect: Effect | None  # the baseline that was locked, if any, and what was measured since


def promise_page(slug: str, number: int, *, on: date) -> PromisePage:
    """One promise that is or was public. Raises `NotFound`. Ten queries, eleven with a baseline."""
    row = public_promise(slug, number)
    municipality = row.municipality
    found = {s.number: s for s in standings(municipality, on=on, numbers=[number])}
    promise = found[number]
    return PromisePage(
        face=face_of(municipality),
        on=on,
        promise=promise,
        aim=found.get(promise.aim) if promise.aim else None,
        serving=tuple(worst_first(s for s in found.values() if s.aim == number)),
        verdicts=beside(promise, words_on([promise])[promise.public_id]),
        check=check_shown(row, promise, on=on),
        replaces=tuple(s.number for s in found.values() if s.versions[-1].replaced_by == number),
        silence=public_note(promise, on=on),
        effect=effect_of(row, promise.evidence),
    )
