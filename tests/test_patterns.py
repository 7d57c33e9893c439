"""No regular expression of ours works more than in step with the text it meets, whatever that says.

Every expression in `src/` meets 100 kB of texts made of its own alphabet: a run of each letter that its
repeats take, near misses, openings without an end. What grows with the square would take minutes there.
"""

import ast
import pkgutil
import re
import signal
from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

import pytest

import handslag
from handslag.domain.reading.patterns import Pattern
from tests.hostile_texts import Hostile, Regex, hostile_texts

LONG, MIDDLE, SHORT, SHORTEST = 100_000, 25_000, 12_500, 3_125  # characters
MUCH = 0.25  # seconds of work
GIVEN_UP = 2.0
GROWTH = 8  # from MIDDLE to LONG: 4 is in step, 16 by the square
NOT_OURS = re.compile(r"\.(?:__main__|wsgi|migrations\..*)$")  # what runs when it is imported

WAYS: dict[str, Callable[[Regex, Any], object]] = {
    "finditer": lambda regex, text: [
        None for _ in regex.finditer(text)
    ],  # search is its first step, sub as much
    "match": lambda regex, text: regex.match(text),
    "fullmatch": lambda regex, text: regex.fullmatch(text),
}


def _regexes() -> dict[tuple[Any, int], str]:
    """Every expression of `src/`, and where it stands: values of modules and classes, and those in calls."""
    root = Path(handslag.__path__[0])
    places: dict[tuple[Any, int], str] = {}
    for module in pkgutil.walk_packages([str(root)], "handslag."):
        if not NOT_OURS.search(module.name):
            for name, value in list(vars(import_module(module.name)).items()):
                for regex in _within(value, set()):
                    places.setdefault((regex.pattern, regex.flags), f"{module.name}:{name}")
    for file in root.rglob("*.py"):
        for line, text in _in_calls(ast.parse(file.read_text())):
            with suppress(re.error):  # with a flag for verbose ones: met above, as a value
                places.setdefault((text, re.compile(text).flags), f"{file.relative_to(root)}:{line}")
    return places


def _within(value: Any, met: set[int]) -> Iterator[Regex]:
    """The expressions that a value is or holds."""
    if id(value) in met:
        return
    met.add(id(value))
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, Pattern):
        yield value.regex
    elif isinstance(value, dict):
        yield from _within((*value.keys(), *value.values()), met)
    elif isinstance(value, (list, tuple, set, frozenset)):
        for each in value:
            yield from _within(each, met)
    elif "handslag." in f"{getattr(value, '__module__', '')} {type(value).__module__}":
        slots = [getattr(value, name, None) for name in getattr(type(value), "__slots__", ())]
        yield from _within((*getattr(value, "__dict__", {}).values(), *slots), met)


def _in_calls(tree: ast.AST) -> Iterator[tuple[int, str | bytes]]:
    """Expressions written into a call of `re`, with their lines."""
    for call in ast.walk(tree):
        match call:
            case ast.Call(
                func=ast.Attribute(value=ast.Name(id="re"), attr=verb),
                args=[ast.Constant(value=str() | bytes() as text), *_],
            ):
                if verb != "compile":
                    yield call.lineno, text


def _work(
    regex: Regex, way: str, hostile: Hostile, length: int, clock: Callable[[], float] = process_time
) -> float:
    """Seconds by that clock; infinite when it was given up."""
    text: Any = hostile.of_length(length)
    if isinstance(regex.pattern, bytes):
        text = text.encode("latin-1", "replace")
    started = clock()
    signal.setitimer(signal.ITIMER_VIRTUAL, GIVEN_UP)
    try:
        WAYS[way](regex, text)
    except TimeoutError:
        return float("inf")
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return clock() - started


def _outgrows(regex: Regex, way: str, hostile: Hostile) -> bool:
    """Whether the work grows faster than the text: given up, or much of it three times out of three."""
    for length in (SHORTEST, SHORT, MIDDLE):
        # The clock of work may tick too seldom for so little; that of the wall shows no less.
        if _work(regex, way, hostile, length, perf_counter) <= MUCH * (length / LONG) ** 2:
            return False  # even by the square, the long one would not take MUCH
    for _ in range(3):
        work = _work(regex, way, hostile, LONG)
        if work <= MUCH or work <= GROWTH * _work(regex, way, hostile, MIDDLE) < GROWTH * GIVEN_UP:
            return False
    return True


@pytest.fixture
def gives_up() -> Iterator[None]:
    def late(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGVTALRM, late)
    yield
    signal.signal(signal.SIGVTALRM, before)


def _faults(regex: Regex) -> str | None:
    for hostile in hostile_texts(regex):
        for way in WAYS:
            if _outgrows(regex, way, hostile):
                return f"{way} {hostile}"
    return None


@pytest.mark.usefixtures("gives_up")
def test_no_expression_outgrows_the_text_it_meets() -> None:
    faults = {
        f"{place} {text!r}": fault
        for (text, flags), place in _regexes().items()
        if (fault := _faults(re.compile(text, flags)))
    }
    assert faults == {}


@pytest.mark.usefixtures("gives_up")
@pytest.mark.parametrize("costly", [r"\s+x", r"x+$", r"(\w+)\s*=", r"<!--.*?-->"])
def test_one_that_does_is_seen(costly: str, monkeypatch: pytest.MonkeyPatch) -> None:
    smaller = {
        "LONG": 40_000,
        "MIDDLE": 10_000,
        "SHORT": 5_000,
        "SHORTEST": 1_200,
        "MUCH": 0.03,
        "GIVEN_UP": 0.3,
    }
    for name, value in smaller.items():
        monkeypatch.setattr(f"tests.test_patterns.{name}", value)
    assert _faults(re.compile(costly))
