"""Sending an answer from a page: what is seen of it on the way, and what becomes of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from handslag.domain.listening.answers import Outcome
from handslag.domain.listening.stuffing import QUICK_BELOW, Sign, is_straight
from handslag.domain.surveys import Code, Lane
from handslag.domain.surveys import Survey as Definition
from handslag.services.listening.intake.form_tokens import FormToken
from handslag.services.listening.intake.labels import give
from handslag.services.listening.intake.noticing import Seen, watch
from handslag.services.listening.intake.proof_of_work import read_work, spend
from handslag.services.listening.intake.taking import Handed, take_response


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What came along with an answer. Used while it is taken, then gone; none of it is stored.

    `address` is that of the sender, `trap` what stood in the field that people do not see, `work` the
    solution that the browser found.
    """

    address: str = ""
    trap: str = ""
    work: str = ""


def send_response(handed: Handed, survey: str, definition: Definition, around: Surroundings) -> Outcome:
    """Store an answer of the open lane or of a code. Signs of a script refuse nobody; see `watch`.

    `survey` is its public id. Answers by code are not watched, as their number is limited; wrong codes are.
    """
    if handed.lane is Lane.CODE:
        return _send_by_code(handed, survey, around)
    work = read_work(survey, around.work)
    signs = _signs(handed, definition, around, has_work=work is not None)
    seen = watch.notice(handed.survey, signs, around.address, [text.said.text for text in handed.texts])
    handed = replace(handed, work=work, label=watch.label_for(seen))
    taken = take_response(handed)
    if taken.outcome is Outcome.STORED:
        _watch(seen.also(handed.survey, Sign.REPLAYED) if taken.is_work_replayed else seen, handed)
    return taken.outcome


def _send_by_code(handed: Handed, survey: str, around: Surroundings) -> Outcome:
    """Guessing is slowed; work opens the way also for whoever shares a network with a guesser."""
    if not watch.may_try_code(handed.survey, around.address):
        work = read_work(survey, around.work)
        if work is None or work not in spend([work]):
            return Outcome.CODE_WAIT
    outcome = take_response(handed).outcome
    if outcome is Outcome.CODE_REFUSED:
        watch.count_guess(handed.survey, around.address)
    return outcome


def _watch(seen: Seen, handed: Handed) -> None:
    """Count the answer; label it, and those before it in its batch, that have no label yet."""
    due = watch.remember(seen, handed.id)
    if due is not None and not (handed.label and due.answers == (handed.id,)):
        give(due)


def _signs(handed: Handed, definition: Definition, around: Surroundings, *, has_work: bool) -> list[Sign]:
    found = signs_of_form(handed.form, around, QUICK_BELOW, has_work=has_work)
    if any(is_straight(places) for places in _places(definition, handed.answers)):
        found.append(Sign.STRAIGHT)
    return found


def signs_of_form(form: FormToken, around: Surroundings, quick_below: int, *, has_work: bool) -> list[Sign]:
    found = []
    if form.age < quick_below:
        found.append(Sign.QUICK)
    if around.trap:
        found.append(Sign.TRAPPED)
    if not has_work:
        found.append(Sign.WITHOUT_WORK)
    return found


def _places(definition: Definition, answers: Mapping[str, Code]) -> Iterator[list[int]]:
    """What was chosen on scales of one kind, or from one list of choices: such as are answered in a row."""
    for row in definition.rows:
        yield [code for name in row if isinstance(code := answers.get(name), int)]
