"""What a rule is, what it finds, and the list of all rules.

A rule is one file in `rules/` that holds one `RULE`. It is found by being there.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from handslag.domain.linting.draft import Draft
from handslag.domain.reading.finds import Span


class Level(StrEnum):
    """How much a finding matters to whoever asks afterwards whether the promise was kept."""

    WEIGHTY = "weighty"  # without it nobody can tell
    LIGHT = "light"  # one can tell, but with less trouble if it is mended


@dataclass(frozen=True, slots=True)
class Hit:
    """What one rule found: the words, what it says of them, and a draft with gaps to fill in.

    `of_document`: the whole document is meant and not the promise it was seen from.
    """

    span: Span
    rewrite: str
    params: Mapping[str, object] = field(default_factory=dict)
    of_document: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing worth knowing about a draft. `why` is one sentence in Swedish and one in English.

    `find` gives each hit in one promise. `unless` names rules that say the same and point closer:
    where one of them has found something in the promise, this one stays silent.
    """

    code: str
    level: Level
    why: tuple[str, str]
    find: Callable[[Draft], Iterator[Hit]]
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """Advice about a stretch of the text, never a bar to signing it.

    `span` covers the words meant, or the promise where something is missing. `promise` is the
    promise's index in the document, None when the whole document is meant. `rewrite` is a Swedish
    proposal built on the draft's own words, with gaps such as `[antal]` for the writer to fill in.
    """

    rule: str
    span: Span
    promise: int | None
    level: Level
    params: Mapping[str, object]
    rewrite: str

    def why(self, language: str = "sv") -> str:
        """The reason in one sentence, in Swedish or (any other `language`) English."""
        return all_rules()[self.rule].why[0 if language == "sv" else 1].format_map(self.params)


@cache
def all_rules() -> dict[str, Rule]:
    """Every rule by its code, in the order of their names: one for each file in `rules/`."""
    package = import_module("handslag.domain.linting.rules")
    names = sorted(module.name for module in iter_modules(package.__path__))
    found = [import_module(f"{package.__name__}.{name}").RULE for name in names]
    return {rule.code: rule for rule in found}
