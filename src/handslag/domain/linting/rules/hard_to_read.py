"""A sentence too heavy for a tired reader, by LIX (Björnsson 1968)."""

import re
from collections.abc import Iterator

from handslag.domain.linting.draft import Draft
from handslag.domain.linting.lix import lix, sentences, word_count
from handslag.domain.linting.rule import Hit, Level, Rule
from handslag.domain.reading.finds import Span

_HARD = 60  # Björnsson's scale: above 60 very hard
_LONG = 20  # words; in a shorter sentence a few long names alone would reach 60
_REASON = re.compile(r"(?:,|(?<![\s,]))\s+(?:i syfte (?:om )?att|med syfte att|för att)\s+", re.IGNORECASE)
_JOINT = re.compile(r"(?:,|(?<![\s,]))\s+(?:samt|och)\s+|,\s+", re.IGNORECASE)


def _find(draft: Draft) -> Iterator[Hit]:
    """The heaviest sentence of the promise, when it is both long and very hard."""
    worst = max(sentences(draft.text), key=lambda found: lix(found[0]), default=None)
    if worst is None or word_count(worst[0]) < _LONG or lix(worst[0]) <= _HARD:
        return
    start = draft.whole.start + worst.start()
    rewrite = f"{draft.text[: worst.start()]}{_shorter(worst[0])}{draft.text[worst.end() :]}"
    span = Span(start, start + len(worst[0]))
    yield Hit(span, " ".join(rewrite.split()), {"lix": round(lix(worst[0])), "words": word_count(worst[0])})


def _shorter(sentence: str) -> str:
    """The sentence cut before its reason, or a mark at the joint nearest its middle."""
    if reason := _REASON.search(sentence):
        return f"{sentence[: reason.start()]}. Syftet är att {sentence[reason.end() :]}"
    joints = [joint.start() for joint in _JOINT.finditer(sentence)]
    middle = min(joints, key=lambda at: abs(at - len(sentence) // 2), default=len(sentence))
    return f"{sentence[:middle]} [dela meningen här]{sentence[middle:]}"


RULE = Rule(
    "hard_to_read",
    Level.LIGHT,
    (
        "Meningen har {words} ord och LIX {lix}: dela den, så orkar fler läsa den.",
        "The sentence has {words} words and LIX {lix}: split it, and more people will manage to read it.",
    ),
    _find,
)
