"""A pattern is passed over only where it cannot match."""

import re
from importlib import import_module
from pkgutil import iter_modules

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handslag.domain import reading
from handslag.domain.reading import parties
from handslag.domain.reading.patterns import Pattern, gates_of
from handslag.domain.reading.words import Wording


def patterns() -> dict[str, Pattern]:
    """Every pattern of the reading rules, by its name in its module."""
    modules = [
        import_module(f"{reading.__name__}.{module.name}") for module in iter_modules(reading.__path__)
    ]
    named = {f"{module.__name__}.{name}": value for module in modules for name, value in vars(module).items()}
    areas = {f"area_{n}": pattern for n, pattern in enumerate(named["handslag.domain.reading.area._AREAS"])}
    return {name: value for name, value in (named | areas).items() if isinstance(value, Pattern)}


@pytest.mark.parametrize("pattern", patterns().values(), ids=patterns())
@settings(
    max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, database=None
)
@given(data=st.data())
def test_a_pattern_finds_by_what_it_needs_all_that_it_finds_letter_by_letter(
    pattern: Pattern, data: st.DataObject
) -> None:
    text = data.draw(st.from_regex(re.compile(pattern.source), alphabet=st.characters(codec="latin-1")))
    assert pattern.may_match(text, 0, len(text)) or pattern.may_match(text.lower(), 0, len(text))
    assert pattern.gate & (gates_of(text) | gates_of(text.lower()))
    wording = Wording(text)
    found = [match.span() for match in wording.finditer(pattern)]
    assert found == [match.span() for match in pattern.regex.finditer(wording.low)]


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(st.from_regex(parties._NAMED, alphabet=st.characters(codec="latin-1")))
def test_a_party_is_looked_for_wherever_one_can_be_named(text: str) -> None:
    assert parties.mentions_in(text).all != ()


def test_what_a_pattern_needs_is_sought_in_its_stretch_alone() -> None:
    pattern = Pattern(r"löfte\w*", "löfte")
    assert [match.span() for match in pattern.finditer("löftet löftena")] == [(0, 6), (7, 14)]
    assert [match.span() for match in pattern.finditer("löftet löftena", 7, 13)] == [(7, 13)]
    assert pattern.search("löftet och mer", 6) is None
