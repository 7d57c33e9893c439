"""One promise as the rules look at it: its words, what it claims, and where in the document it stands."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Self

from handslag.domain.reading.finds import ReadDocument, ReadPromise, Span

# Why something is done is no part of what is done, so no rule looks there. The clause ends with its
# sentence, or where the main clause takes over ("För att fler ska trivas | ska kommunen …").
_PURPOSE = re.compile(
    r"\b(?:för att|så att|i syfte|med syfte|i avsikt|med avsikt|med målet|syftet är|målet är|avsikten är"
    r"|eftersom|för (?:en |ett )?(?:ökad|ökat|större|bättre|högre|minskad|tryggare|säkrare)e?)\b"
    r".*?(?=[.;!?](?:\s|$)|\s(?:ska|skall|lovar|kommer)\s(?:polis|kommun|vi\b|\w+ kommun)|\Z)",
    re.IGNORECASE | re.DOTALL,
)
# "Arbeta för att …" is the act itself, however vague, and not the reason for one.
_AIMING = re.compile(
    r"\b(?:arbet|verka|jobba|sträva|svara|ansvara|stå)\w*(?:\s+\w+){0,3}\s+\Z", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"\.\.|;|[.!?](?=\s+[A-ZÅÄÖ(]|\s*\Z)")
_LOOK_BACK = 60  # characters in which the verb before "för att" is looked for


@dataclass(frozen=True, slots=True)
class Draft:
    """A promise in its document. `claim` is `text` with every reason for the act dotted out.

    Both have the same length, so a place in `claim` is the same place in `text`.
    """

    document: ReadDocument
    index: int
    promise: ReadPromise
    text: str
    claim: str
    review_on: date | None

    @classmethod
    def of(cls, document: ReadDocument, index: int, review_on: date | None) -> Self:
        """The promise number `index` of `document`; `review_on` is the day the pledge is looked at again."""
        promise = document.promises[index]
        text = document.text[promise.text.span.start : promise.text.span.end]
        return cls(document, index, promise, text, _without_reasons(text), review_on)

    @property
    def whole(self) -> Span:
        """The span of the promise in the document."""
        return self.promise.text.span

    @property
    def is_loose(self) -> bool:
        """Whether nobody could judge the promise, and no other promise spells it out."""
        return not self.promise.measurable and not self.is_spelled_out

    @property
    def is_counted(self) -> bool:
        """Whether the promise states how often or how much, or on which occasions, or is done once."""
        return self.promise.cadence is not None or self.promise.quantity is not None

    @property
    def is_spelled_out(self) -> bool:
        """Whether this is an umbrella aim that at least one other promise makes concrete."""
        return self.promise.is_aim and any(other.aim == self.index for other in self.document.promises)

    def span_of(self, words: re.Match[str]) -> Span:
        """Where words found in `text` or `claim` stand in the document."""
        return Span(self.whole.start + words.start(), self.whole.start + words.end())

    def end_of_clause(self, position: int) -> int:
        """Where the clause that holds `position` of `text` ends: before its reason, or its full stop."""
        end = _SENTENCE_END.search(self.claim, position)
        before = self.claim[: end.start() if end else len(self.claim)]
        return len(before.rstrip(" \n\t,.")) or len(self.text)


def _without_reasons(text: str) -> str:
    def dotted(reason: re.Match[str]) -> str:
        is_the_act = _AIMING.search(text[max(0, reason.start() - _LOOK_BACK) : reason.start()])
        return reason[0] if is_the_act else "." * len(reason[0])

    return _PURPOSE.sub(dotted, text)
