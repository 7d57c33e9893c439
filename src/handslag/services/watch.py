"""What is noticed about the answers of today, in memory only, to label those that come from a script.

Nothing here is written anywhere. Networks are kept as HMAC with a random key; key, counts and everything
else die at midnight and when the process ends (trust.md §5.2). Each process watches on its own.
"""

import secrets
from collections import defaultdict, deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2b
from threading import Lock
from time import monotonic
from uuid import UUID

from handslag import clock
from handslag.domain.stuffing import (
    BUDGET,
    SHORT_TIME,
    Sign,
    are_twins,
    bands,
    batch_size,
    network,
    signature,
)
from handslag.models.fields import new_public_id

Group = tuple[object, ...]  # survey, sign, and which network or text
PASSING = {Sign.CROWD, Sign.WITHOUT_WORK}  # counted within a short time; the others until midnight
MOST_TEXTS = 5_000  # signatures kept at a time


@dataclass(frozen=True, slots=True)
class Seen:
    """The batches that one answer belongs to, while it is being sent."""

    groups: tuple[Group, ...]

    def also(self, survey: int, sign: Sign) -> "Seen":
        return Seen((*self.groups, (survey, sign)))


@dataclass(slots=True)
class _Batch:
    """Answers with the same sign. `label` is empty until there are enough of them."""

    answers: deque[tuple[float, UUID]] = field(default_factory=deque)
    label: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """A label and the answers that are to have it."""

    label: str
    answers: tuple[UUID, ...]


class Watch:
    """One for the process: `watch`. `now` is a clock in seconds that never goes back."""

    def __init__(self, now: Callable[[], float] = monotonic) -> None:
        self._now = now
        self._lock = Lock()
        self._begin(clock.today())

    def _begin(self, day: date) -> None:
        self._day = day
        self._key = secrets.token_bytes(32)
        self._odd = secrets.randbits(60) | 1
        self._batches: defaultdict[Group, _Batch] = defaultdict(_Batch)
        self._texts: dict[Group, tuple[int, tuple[int, ...]]] = {}

    def is_over_budget(self, survey: int, address: str) -> bool:
        """Whether so many have answered from this network just now that more work is asked for."""
        with self._lock:
            return any(self._size(group) >= BUDGET for group in self._crowd(survey, address))

    def notice(
        self, survey: int, signs: Iterable[Sign] = (), address: str = "", texts: Iterable[str] = ()
    ) -> Seen:
        """What can be said of an answer that is being sent. It is counted only by `remember`."""
        with self._lock:
            if clock.today() != self._day:
                self._begin(clock.today())
            groups: list[Group] = [(survey, sign) for sign in sorted(signs)]
            groups += self._crowd(survey, address)
            groups += [(survey, Sign.TWIN, family) for family in self._families(survey, texts)]
        return Seen(tuple(groups))

    def label_for(self, seen: Seen) -> str:
        """The label an answer gets at once, because its batch already has one; or ""."""
        with self._lock:
            known = (self._batches[group].label for group in seen.groups if self._size(group))
            return next(filter(None, known), "")

    def remember(self, seen: Seen, answer: UUID) -> Label | None:
        """Count an answer that has been stored. Gives the label of its batch, if that is large enough.

        It goes to all of the batch when the batch has just become so, to this answer alone later.
        """
        with self._lock:
            due = [label for group in seen.groups if (label := self._count(group, answer))]
            return due[0] if due else None

    def _count(self, group: Group, answer: UUID) -> Label | None:
        batch = self._batches[group]
        batch.answers.append((self._now(), answer))
        sign = group[1]
        if batch.label:
            return Label(batch.label, (answer,))
        if not isinstance(sign, Sign) or self._size(group) < batch_size(sign):
            return None
        batch.label = new_public_id()
        return Label(batch.label, tuple(one for _, one in batch.answers))

    def _size(self, group: Group) -> int:
        """How many are in the batch; those that have passed, and an empty batch, are forgotten."""
        if group not in self._batches:
            return 0
        batch = self._batches[group]
        while group[1] in PASSING and batch.answers and batch.answers[0][0] < self._now() - SHORT_TIME:
            batch.answers.popleft()
        if not batch.answers:
            del self._batches[group]
            return 0
        return len(batch.answers)

    def _crowd(self, survey: int, address: str) -> list[Group]:
        """The network of an address, when there is one to be read."""
        near = network(address)
        return [(survey, Sign.CROWD, blake2b(near.encode(), key=self._key).digest())] if near else []

    def _families(self, survey: int, texts: Iterable[str]) -> Iterable[int]:
        """Which families of texts the texts belong to, each found by its nearest kin or begun now."""
        for text in texts:
            if not (one := signature(text, self._odd)):
                continue
            keys: list[Group] = [(survey, *band) for band in bands(one)]
            kin = (self._texts[key] for key in keys if key in self._texts)
            family = next((number for number, other in kin if are_twins(one, other)), secrets.randbits(62))
            for key in keys:
                self._texts.pop(key, None)  # so that it counts as new
                self._texts[key] = (family, one)
            while len(self._texts) > MOST_TEXTS * len(keys):
                del self._texts[next(iter(self._texts))]
            yield family


watch = Watch()
