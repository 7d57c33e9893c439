"""What is confirmed is what was on the page.

A page puts the marks of what it shows into its form, and its verb takes them as `seen`. Has something changed
meanwhile, nothing is done, and whoever confirms is told what stands there now.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from handslag.domain.errors import BadInput


@dataclass(frozen=True, slots=True)
class Shown:
    """A part of a page. `code` and `params`: the sentence for whoever has not seen it; `more`: the rest."""

    code: str
    params: Mapping[str, object]
    more: object = None

    @property
    def mark(self) -> str:
        return mark((self.code, sorted(self.params.items()), self.more))


def mark(shown: object) -> str:
    """A short mark of what somebody was shown, to tell whether it still is so when they confirm."""
    return sha256(repr(shown).encode()).hexdigest()[:16]


def marks_of(shown: Sequence[Shown]) -> tuple[str, ...]:
    """What the form of a page carries."""
    return tuple(part.mark for part in shown)


def refuse_unseen(seen: Sequence[str] | None, now: Sequence[Shown]) -> None:
    """Let pass what was shown; `seen` None: nobody looked, a program does it.

    Raises `BadInput` with the sentence of the first part that is new, or `shown_gone` when one is gone.
    """
    if seen is None or tuple(seen) == marks_of(now):
        return
    for part in now:
        if part.mark not in seen:
            raise BadInput(part.code, **part.params)
    raise BadInput("shown_gone")
