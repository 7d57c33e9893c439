"""Places and the many ways of writing their names.

"Ramvik/Hälledal" is one place with two names; "ramvik", "Ramviks" and " Ramvik " all mean it.
A place may lie in another (`parent`): what happens in Ramviks hamn happens in Ramvik.
"""

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the register: its name, other names for it, and the name of the place it lies in."""

    name: str
    aliases: tuple[str, ...] = ()
    parent: str | None = None


Register = tuple[Place, ...]
Match = Callable[[str], str | None]


@lru_cache(maxsize=8192)
def name_key(name: str) -> str:
    """The name as compared: composed letters (NFC), one space between words, no case."""
    composed = unicodedata.normalize("NFC", name)
    return "/".join(" ".join(part.split()) for part in composed.casefold().split("/"))


def name_keys(name: str) -> tuple[str, ...]:
    """The keys of the whole name, then of each name in a double name such as Ramvik/Hälledal."""
    whole = name_key(name)
    return (whole, *(part for part in whole.split("/") if part != whole))


def matcher(names: Iterable[str], register: Register = ()) -> Match:
    """A function from a name as somebody wrote it to the one of `names` that it means, or None.

    Tried in order: the name itself, one half of a double name, both also without a genitive s and
    as an alias in `register`; then the places it lies in, nearest first. A name that could mean two
    of `names` means neither: guessing would count an activity where it may not have happened.
    """
    wanted = _index(names, register)
    known = _index((place.name for place in register), register)
    parents = {place.name: place.parent for place in register}
    seen: dict[str, str | None] = {}

    def match(written: str) -> str | None:
        if written not in seen:
            seen[written] = _climb(written, wanted, known, parents)
        return seen[written]

    return match


def _index(names: Iterable[str], register: Register) -> dict[str, str | None]:
    """Key → name; None where two names share the key. A whole name outranks half of a double name."""
    names = tuple(names)
    halves: dict[str, str | None] = {}
    wholes: dict[str, str | None] = {}
    for name in names:
        for spelling in _spellings(name, register):
            whole, *parts = name_keys(spelling)
            wholes[whole] = name if wholes.get(whole, name) == name else None
            for part in parts:
                halves[part] = name if halves.get(part, name) == name else None
    for name in names:  # a promised name is never lost to another's alias
        wholes[name_key(name)] = name
    return halves | wholes


def _spellings(name: str, register: Register) -> Iterator[str]:
    yield name
    key = name_key(name)
    for place in register:
        if key in map(name_key, (place.name, *place.aliases)):
            yield place.name
            yield from place.aliases


def _climb(
    written: str,
    wanted: dict[str, str | None],
    known: dict[str, str | None],
    parents: dict[str, str | None],
) -> str | None:
    name: str | None = written
    passed: set[str] = set()  # a register whose parents go in a circle must not hang us
    while name is not None and name not in passed:
        found = _look_up(name, wanted)
        if found is not None:
            return found
        passed.add(name)
        here = _look_up(name, known)
        name = here if here is None or here not in passed else parents[here]
    return None


def _look_up(written: str, index: dict[str, str | None]) -> str | None:
    whole, *parts = name_keys(written)
    for keys in ((whole,), (whole.removesuffix("s"),), parts, [part.removesuffix("s") for part in parts]):
        hits = {index[key] for key in keys if key in index}
        if hits:
            return hits.pop() if len(hits) == 1 else None
    return None
