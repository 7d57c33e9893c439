"""What is noticed about the answers of today, in memory only, to label those that come from a script.

Nothing here is written anywhere. Networks are kept as HMAC with a random key; key, counts and everything
else die at midnight and when the process ends (trust.md §5.2). The processes of one server have the same key
and tell each other what they have counted (`mates.py`), so that each has the whole picture.
"""

import secrets
from collections import defaultdict, deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2b
from threading import Event, Lock
from time import monotonic
from typing import NamedTuple
from uuid import UUID, uuid4

from handslag import clock
from handslag.domain.listening.stuffing import (
    BUDGET,
    GUESS_WAIT,
    GUESSES,
    GUESSES_THEN,
    MANY_GUESSES,
    SHORT_TIME,
    Sign,
    are_twins,
    bands,
    batch_size,
    network,
    signature,
)
from handslag.models.fields import ALPHABET

Group = tuple[int, Sign, int]  # survey (or residents' check, below 0), sign, and which network or family
Text = tuple[int, int, tuple[int, ...]]  # survey, family, signature
MOST_TEXTS = 5_000  # signatures kept at a time
MOST_NEWS = 5_000  # answers that the others have yet to be told of


@dataclass(frozen=True, slots=True)
class Seen:
    """The batches that one answer belongs to, while it is being sent, and what finds twins of its texts."""

    groups: tuple[Group, ...]
    texts: tuple[Text, ...] = ()

    def also(self, survey: int, sign: Sign) -> "Seen":
        return Seen((*self.groups, (survey, sign, 0)), self.texts)


class News(NamedTuple):
    """An answer that one process has counted, as the others are told of it.

    `day` is the number of the day, `at` seconds of a clock that all processes of a machine share, `answer`
    its id in hexadecimal.
    """

    day: int
    at: float
    answer: str
    groups: tuple[Group, ...]
    texts: tuple[Text, ...]


@dataclass(slots=True)
class _Batch:
    """Answers with the same sign. `is_labelled` when there were enough of them."""

    answers: deque[tuple[float, str]] = field(default_factory=deque)
    is_labelled: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """A label and the answers that are to have it.

    All batches of a survey have the same label on one day. So none stands on fewer answers than a batch has,
    whichever batches an answer belongs to, and it does not tell which sign was seen.
    """

    survey: int
    label: str
    answers: tuple[UUID, ...]


class Watch:
    """One for the process: `watch`. `now` is a clock in seconds that never goes back.

    `has_news` is set when there is something to tell the others; never while the process is alone.
    """

    def __init__(self, now: Callable[[], float] = monotonic) -> None:
        self._now = now
        self._lock = Lock()
        self._news: deque[News] | None = None
        self.has_news = Event()
        self._begin(clock.today(), secrets.token_bytes(32))

    def share(self, day: date, key: bytes) -> None:
        """Begin anew with the key that all processes of the server had on `day`, and gather news for them."""
        with self._lock:
            self._news = deque(maxlen=MOST_NEWS)
            self._begin(day, key)

    def _begin(self, day: date, key: bytes) -> None:
        self._day, self._key = day, key
        self._text_key = self._number(b"texts") >> 1
        self._batches: defaultdict[Group, _Batch] = defaultdict(_Batch)
        self._texts: dict[tuple[int, ...], tuple[int, tuple[int, ...]]] = {}
        self._joined: dict[Group, Group] = {}  # families that turned out to be one

    def _keep_to_today(self) -> None:
        """Forget everything at midnight. From each day's key comes the next, and no way leads back."""
        today, key = clock.today(), self._key
        if today != self._day:
            for _ in range((today - self._day).days):
                key = blake2b(key, digest_size=32).digest()
            self._begin(today, key)

    def is_over_budget(self, survey: int, address: str) -> bool:
        """Whether so many have answered from this network just now that more work is asked for."""
        with self._lock:
            return any(self._size(group) >= BUDGET for group in self._crowd(survey, address))

    def may_try_code(self, survey: int, address: str) -> bool:
        """Whether a code is looked at without work: not while many from this network, or many, were wrong.

        One from each network is, every ten seconds: whoever has a letter and no JavaScript gets in too.
        """
        with self._lock:
            everywhere, near = self._guesses(survey, address)
            allowed = GUESSES_THEN if self._size(everywhere) >= MANY_GUESSES else GUESSES
            if self._size(near) < allowed:
                return True
            return self._batches[near].answers[-1][0] <= self._now() - GUESS_WAIT

    def count_guess(self, survey: int, address: str) -> None:
        """Count a code that was not valid."""
        with self._lock:
            self._keep_to_today()
            groups = self._guesses(survey, address)
        self.remember(Seen(groups), uuid4())

    def _guesses(self, survey: int, address: str) -> tuple[Group, Group]:
        return (survey, Sign.GUESS, 0), (survey, Sign.GUESS, self._number(b"guess" + network(address)))

    def notice(
        self, survey: int, signs: Iterable[Sign] = (), address: str = "", texts: Iterable[str] = ()
    ) -> Seen:
        """What can be said of an answer that is being sent. It is counted only by `remember`."""
        with self._lock:
            self._keep_to_today()
            found = [one for text in texts if (one := signature(text, self._text_key))]
            filed = tuple((survey, self._file(survey, one), one) for one in found)
            groups: list[Group] = [(survey, sign, 0) for sign in sorted(signs)]
            groups += self._crowd(survey, address)
            groups += [(survey, Sign.TWIN, family) for family in {family for _, family, _ in filed}]
        return Seen(tuple(groups), filed)

    def label_for(self, seen: Seen) -> str:
        """The label an answer gets at once, because a batch of it already has one; or ""."""
        with self._lock:
            for group in map(self._current, seen.groups):
                if self._size(group) and self._batches[group].is_labelled:
                    return self._label(group[0])
        return ""

    def remember(self, seen: Seen, answer: UUID) -> Label | None:
        """Count an answer that has been stored. Gives its label, if one of its batches is large enough.

        It goes to all of a batch when that has just become so, to this answer alone later.
        """
        with self._lock:
            one = News(self._day.toordinal(), self._now(), answer.hex, seen.groups, seen.texts)
            if self._news is not None:
                self._news.append(one)
                self.has_news.set()
            return next(iter(self._labels(self._counted(one))), None)

    def news(self) -> list[News]:
        """What has been counted here since this was last asked."""
        with self._lock:
            self.has_news.clear()
            found = list(self._news or ())
            if self._news:
                self._news.clear()
            return found

    def hear(self, news: Iterable[News]) -> list[Label]:
        """Count what other processes have counted. Gives the labels of batches that it has made large enough.

        An answer to a batch that has its label already gets none here: whoever took the answer gives it.
        """
        with self._lock:
            self._keep_to_today()
            due: list[tuple[int, list[str]]] = []
            for one in news:
                if one.day == self._day.toordinal():
                    for survey, family, kind in one.texts:
                        self._file(survey, kind, family)
                    due += [found for found in self._counted(one) if len(found[1]) > 1]
            return self._labels(due)

    def _counted(self, one: News) -> list[tuple[int, list[str]]]:
        """Count an answer in each of its batches. Gives, by survey, the answers that are due for a label."""
        groups = dict.fromkeys(map(self._current, one.groups))
        return [(group[0], due) for group in groups if (due := self._count(group, one.at, one.answer))]

    def _count(self, group: Group, at: float, answer: str) -> list[str]:
        size = self._size(group) + 1
        batch = self._batches[group]
        batch.answers.append((at, answer))
        if group[1] is Sign.GUESS:
            return []
        if batch.is_labelled:
            return [answer]
        if size < batch_size(group[1]):
            return []
        batch.is_labelled = True
        return [one for _, one in batch.answers]

    def _labels(self, due: Iterable[tuple[int, list[str]]]) -> list[Label]:
        found: defaultdict[int, set[str]] = defaultdict(set)
        for survey, answers in due:
            found[survey].update(answers)
        return [
            Label(survey, self._label(survey), tuple(map(UUID, answers))) for survey, answers in found.items()
        ]

    def _label(self, survey: int) -> str:
        """The same in all processes; as good as random for whoever has not the key of the day."""
        number = blake2b(f"label {survey}".encode(), key=self._key, digest_size=10).digest()
        return "".join(ALPHABET[one % len(ALPHABET)] for one in number)

    def _size(self, group: Group) -> int:
        """How many are in the batch; those that have passed, and an empty batch, are forgotten."""
        if group not in self._batches:
            return 0
        batch = self._batches[group]
        while _passes(group) and batch.answers and batch.answers[0][0] < self._now() - SHORT_TIME:
            batch.answers.popleft()
        if not batch.answers:
            del self._batches[group]
            return 0
        return len(batch.answers)

    def _crowd(self, survey: int, address: str) -> list[Group]:
        """The network of an address, when there is one to be read."""
        near = network(address)
        return [(survey, Sign.CROWD, self._number(near))] if near else []

    def _number(self, what: bytes) -> int:
        """Sixty-four bits that only the key of the day makes out of this."""
        return int.from_bytes(blake2b(what, key=self._key, digest_size=8).digest())

    def _file(self, survey: int, one: tuple[int, ...], told: int | None = None) -> int:
        """Keep the signature of a text. Gives its family, which is that of its kin, or begun now.

        Kin of several families make them one, also when each was begun in a process of its own.
        """
        keys = [(survey, *band) for band in bands(one)]
        kin = {kin for key in keys if (kin := self._texts.get(key))}
        families = set() if told is None else {self._current((survey, Sign.TWIN, told))}
        for number, other in kin:
            family = self._current((survey, Sign.TWIN, number))
            if family not in families and are_twins(one, other):
                families.add(family)
        least = min(families, default=(survey, Sign.TWIN, hash(one)))
        for family in families - {least}:
            self._join(family, least)
        for key in keys:
            self._texts.pop(key, None)  # so that it counts as new
            self._texts[key] = (least[2], one)
        while len(self._texts) > MOST_TEXTS * len(keys):
            del self._texts[next(iter(self._texts))]
        return least[2]

    def _join(self, family: Group, other: Group) -> None:
        """Put a family into another. The next answer to come labels all of them, if there are enough."""
        self._joined[family] = other
        if gone := self._batches.pop(family, None):
            self._batches[other].answers.extend(gone.answers)
            self._batches[other].is_labelled = False

    def _current(self, group: Group) -> Group:
        """The group, or the one that it has been joined to."""
        while group in self._joined:
            group = self._joined[group]
        return group


def _passes(group: Group) -> bool:
    """Whether a batch is counted within a short time; the others until midnight.

    So few answer a check that many without work in a day are a script that takes its time.
    """
    survey, sign, _ = group
    return sign in (Sign.CROWD, Sign.GUESS) or (sign is Sign.WITHOUT_WORK and survey > 0)


watch = Watch()
