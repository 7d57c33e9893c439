"""Signs that answers come from a script rather than from people. None of them refuses anybody.

One sign alone says little: a tired person answers straight down, a class sits behind one address. So signs
are counted, and only a batch of many answers with the same sign gets a label (trust.md §5.6).
"""

from collections.abc import Collection, Mapping
from contextlib import suppress
from enum import StrEnum
from socket import AF_INET, AF_INET6, inet_pton


class Sign(StrEnum):
    """What was seen at an answer."""

    QUICK = "quick"  # sent sooner than anybody reads
    TRAPPED = "trapped"  # a field that people do not see was filled in
    REPLAYED = "replayed"  # a proof of work that had been used before
    WITHOUT_WORK = "without_work"  # no proof of work: no script in the browser, or none that works
    STRAIGHT = "straight"  # the same place on every scale
    TWIN = "twin"  # a text much like others
    CROWD = "crowd"  # many answers from one network in a short time
    GUESS = "guess"  # a code that is not valid: no answer, and never labelled


BATCH = 20  # answers with the same sign before they get a label (trust.md §5.2)
# These two happen to many honest people at once: a class at school, those without JavaScript.
LARGER_BATCH: Mapping[Sign, int] = {Sign.CROWD: 61, Sign.WITHOUT_WORK: 61}
GUESSES, MANY_GUESSES = 10, 100  # wrong codes in that time from one network, and at one survey, before a wait
GUESSES_THEN = 2  # from one network, when there are many at the survey
GUESS_WAIT = 10  # seconds from one wrong code to the next, when there are too many
SHORT_TIME = 600  # seconds in which a crowd, or answers without work, are counted together
BUDGET = 20  # answers from one network in that time before more work is asked for
QUICK_BELOW = 8  # seconds from opening the form to sending it
QUICK_BELOW_FOR_ONE = 2  # of a form with one question
SCALES_AT_LEAST = 5  # scales in a survey before answering straight down is a sign
TEXT_AT_LEAST = 40  # characters before a text can be a twin: "bättre belysning" is what many say
_BINS, _ROWS = 24, 3
_ALIKE = 0.35  # share of equal bins of two texts that are twins


def batch_size(sign: Sign) -> int:
    """How many answers with this sign get a label together."""
    return LARGER_BATCH.get(sign, BATCH)


def is_straight(places: Collection[int]) -> bool:
    """Whether the places chosen on scales (first, second …) are all the same, on enough of them."""
    return len(places) >= SCALES_AT_LEAST and len(set(places)) == 1


def network(address: str) -> bytes:
    """The network that an address is in, /24 or /56: b"" when there is no address to read."""
    for family, kept in ((AF_INET, 3), (AF_INET6, 7)):
        with suppress(OSError, ValueError):
            return inet_pton(family, address)[:kept]
    return b""


def signature(text: str, key: int) -> tuple[int, ...]:
    """What is kept of a text to find its twins: the least hash in each of 24 bins, empty if short.

    One-permutation MinHash over pieces of four letters (Li, Owen & Zhang, NIPS 2012). `key` is random; the
    hash is Python's own, whose seed is random too: outside this server nothing can be compared.
    """
    plain = "".join(filter(str.isalnum, text.casefold()))
    if len(plain) < TEXT_AT_LEAST:
        return ()
    pieces = {plain[start : start + 4] for start in range(len(plain) - 3)}
    numbers = sorted([hash(piece) ^ key for piece in pieces], reverse=True)
    least = {number % _BINS: number for number in numbers}  # the least comes last
    return tuple([least.get(one, 0) for one in range(_BINS)])


def bands(one: tuple[int, ...]) -> list[tuple[int, ...]]:
    """Pieces of a signature: twins have at least one of them in common, nearly always."""
    return [(start, *one[start : start + _ROWS]) for start in range(0, len(one), _ROWS)]


def are_twins(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    """Whether two signatures are of texts that are much alike."""
    empty = sum(a == b == 0 for a, b in zip(one, other, strict=True)) if 0 in one and 0 in other else 0
    equal = sum(a == b for a, b in zip(one, other, strict=True)) - empty
    return equal >= _ALIKE * (len(one) - empty)
