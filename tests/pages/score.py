"""How well the reader reads labelled pages: `python -m tests.pages.score [folder] [--misses]`.

A folder holds `texts/<name>.txt` and `gold/<name>.json` (README.md beside this file). A promise that was read
counts as the labelled one with which it shares most words, at least half; each is matched once.
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from handslag.domain.reading import read
from handslag.formats.readings import document_form

OWN = Path(__file__).parent
Label = dict[str, Any]
FIELDS = ("promisors", "places", "target_groups", "cadence", "measurable", "perspective")
FACTS = ("municipality", "police_area", "valid_from", "valid_to")
HALF = 0.5


@dataclass(frozen=True)
class Page:
    """A page with what a person and what the reader found in it, and which of the promises are the same."""

    name: str
    gold: Label
    read: Label

    @property
    def pairs(self) -> list[tuple[Label, Label]]:
        return list(_pairs(self.gold["promises"], self.read["promises"]))


@dataclass
class Score:
    """Promises labelled, read and matched, pages, and how often each field of those matched is right."""

    labelled: int = 0
    read: int = 0
    matched: int = 0
    pages: int = 0
    right: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        return 2 * self.matched / ((self.read + self.labelled) or 1)

    def share(self, name: str) -> float:
        """How often the field is right: of the promises matched, or of the pages."""
        return self.right[name] / ((self.pages if name in FACTS else self.matched) or 1)


@cache
def pages_of(folder: Path) -> tuple[Page, ...]:
    """Every page of a folder, read."""
    return tuple(
        Page(
            path.stem,
            json.loads(path.read_text("utf-8")),
            document_form(read((folder / "texts" / f"{path.stem}.txt").read_text("utf-8"))),
        )
        for path in sorted((folder / "gold").glob("*.json"))
    )


@cache
def score(folder: Path) -> Score:
    """The score of the reader on the pages of a folder."""
    total = Score()
    for page in pages_of(folder):
        pairs = page.pairs
        total.pages += 1
        total.labelled += len(page.gold["promises"])
        total.read += len(page.read["promises"])
        total.matched += len(pairs)
        total.misses += _unmatched(page, pairs)
        for name in FACTS:
            _note(total, page.name, name, page.gold[name], page.read[name])
        for label, promise in pairs:
            for name in FIELDS:
                _note(total, f"{page.name}: {label['text']}", name, label[name], promise[name])
    return total


def words(text: str | None) -> list[str]:
    return re.findall(r"\w+", (text or "").lower())


def _note(total: Score, where: str, name: str, label: Any, value: Any) -> None:
    is_right = _comparable(name, label) == _comparable(name, value)
    total.right[name] += is_right
    if not is_right:
        total.misses.append(f"{where}\n    {name}: labelled {label!r}, read {value!r}")


def _comparable(name: str, value: Any) -> Any:
    """What must be equal: names without kommun, stad and a genitive s; rhythms by number and unit."""
    if name == "cadence":
        return value and (value["min_count"], value["per"])
    if isinstance(value, list):
        return {_bare(each) for each in value}
    return _bare(value) if isinstance(value, str) else value


def _bare(value: str) -> tuple[str, ...]:
    return tuple(word.removesuffix("s") for word in words(value) if word not in ("kommun", "stad"))


def _pairs(labels: Sequence[Label], promises: Sequence[Label]) -> Iterator[tuple[Label, Label]]:
    alike = sorted(
        (
            (_shared(a["text"], b["text"]), -abs(i - j), i, j)
            for i, a in enumerate(labels)
            for j, b in enumerate(promises)
        ),
        reverse=True,
    )
    left, right = set(range(len(labels))), set(range(len(promises)))
    for share, _, i, j in alike:
        if share >= HALF and i in left and j in right:
            left.remove(i)
            right.remove(j)
            yield labels[i], promises[j]


def _shared(a: str, b: str) -> float:
    """The share of their words that two texts have in common (Dice's coefficient, words counted)."""
    here, there = Counter(words(a)), Counter(words(b))
    return 2 * (here & there).total() / ((here + there).total() or 1)


def _unmatched(page: Page, pairs: list[tuple[Label, Label]]) -> Iterator[str]:
    met = {id(each) for pair in pairs for each in pair}
    for kind, promises in (("missed", page.gold["promises"]), ("no promise", page.read["promises"])):
        yield from (f"{page.name}\n    {kind}: {each['text']}" for each in promises if id(each) not in met)


def main() -> int:
    parser = argparse.ArgumentParser(description="How well the reader reads labelled pages.")
    parser.add_argument("folder", nargs="?", type=Path, default=OWN)
    parser.add_argument("--misses", action="store_true")
    asked = parser.parse_args()
    total = score(asked.folder)
    if asked.misses:
        print("\n".join(total.misses))
    print(f"{total.pages} pages; {total.labelled} promises labelled, {total.read} read, {total.matched} both")
    for name in (*FIELDS, *FACTS):
        print(f"  {name:14} {total.share(name):.3f}")
    print(f"score: promises F1 {total.f1:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
