"""Sending an answer from a page: what is seen of it on the way, and what becomes of it."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

from handslag.domain.answers import Outcome
from handslag.domain.stuffing import QUICK_BELOW, Sign, is_straight
from handslag.domain.surveys import Code, Kind, Lane
from handslag.domain.surveys import Survey as Definition
from handslag.services.responses import Handed, mark_batch, take_response
from handslag.services.watch import Seen, watch
from handslag.services.work import read_work

_SCALE_OF_WORDS = 4  # choices: very safe … very unsafe; yes and no are no scale


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

    `survey` is its public id. Answers by code are not watched: their number is limited.
    """
    if handed.lane is Lane.CODE:
        return take_response(handed).outcome
    work = read_work(survey, around.work)
    signs = _signs(handed, definition, around, has_work=work is not None)
    seen = watch.notice(handed.survey, signs, around.address, [text.said.text for text in handed.texts])
    handed = replace(handed, work=work, label=watch.label_for(seen))
    taken = take_response(handed)
    if taken.outcome is Outcome.STORED:
        _watch(seen.also(handed.survey, Sign.REPLAYED) if taken.is_work_replayed else seen, handed)
    return taken.outcome


def _watch(seen: Seen, handed: Handed) -> None:
    """Count the answer; label it, and those before it in its batch, that have no label yet."""
    due = watch.remember(seen, handed.id)
    if due is not None and not (handed.label and due.answers == (handed.id,)):
        mark_batch(due.label, due.answers)


def _signs(
    handed: Handed, definition: Definition, around: Surroundings, *, has_work: bool
) -> frozenset[Sign]:
    found = {
        Sign.QUICK: handed.form.age < QUICK_BELOW,
        Sign.TRAPPED: bool(around.trap),
        Sign.WITHOUT_WORK: not has_work,
        Sign.STRAIGHT: any(map(is_straight, _places(definition, handed.answers))),
    }
    return frozenset(sign for sign, is_seen in found.items() if is_seen)


def _places(definition: Definition, answers: Mapping[str, Code]) -> list[list[int]]:
    """What was chosen on scales of one kind, or from one list of choices: such as are answered in a row."""
    found: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
    for question in definition.questions:
        code = answers.get(question.name)
        if not isinstance(code, int):
            continue
        if question.kind is Kind.SCALE or len(definition.choices_of(question)) >= _SCALE_OF_WORDS:
            found[question.kind, question.lowest, question.highest, question.choices].append(code)
    return list(found.values())
