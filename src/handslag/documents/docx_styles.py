"""What the styles and lists of a Word file say of its paragraphs: headings, list items, hidden words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.etree.ElementTree import Element

from handslag.documents.docx_package import is_on, value

DEEPEST = 8  # Word has nine levels of lists
MOST_BASED_ON = 20  # styles upon styles; a file may make a ring of them
LONGEST_LABEL = 80  # characters that a list puts before an item
BODY_TEXT = 9  # the outline level that means "no heading"

_heading_names = ("heading", "title", "subtitle", "rubrik", "underrubrik", "toc heading")
_list_names = ("list bullet", "list number", "punktlista", "numrerad lista")
_level_in_name = re.compile(r"\s([2-9])$")
_counted = re.compile(r"%([1-9])")
_says_something = re.compile(r"[^\W\d_]{2}|§")


class _Style(NamedTuple):
    name: str
    based_on: str
    properties: Element | None
    hidden: Element | None


class _Level(NamedTuple):
    """`label`: what stands before an item, "Löfte %1:"; `style`: the style that takes this level."""

    has_sign: bool
    label: str
    style: str
    start: int


class Mark(NamedTuple):
    """How a paragraph begins: as an item so deep in lists (None: no item), or with a `label` of words."""

    depth: int | None
    label: str = ""


PLAIN = Mark(None)


@dataclass
class Looks:
    """The styles and lists of a file; `counts` is how far each numbered list has come."""

    styles: dict[str, _Style]
    lists: dict[str, dict[int, _Level]]
    counts: dict[tuple[str, int], int] = field(default_factory=dict)

    def mark(self, properties: Element | None) -> Mark:
        """How a paragraph with `properties` (w_pPr) begins. Ask once for each, in order: it counts."""
        style = value(_at(properties, "w_pStyle"))
        chain = list(self._chain(style))
        given = [properties, *(one.properties for one in chain)]
        number = next((value(id_) for one in given if (id_ := _at(one, "w_numPr/w_numId")) is not None), None)
        depth = self._depth(given, chain, number, style)
        level = self.lists.get(number or "", {}).get(depth)
        if number != "0" and level and _says_something.search(level.label):
            return Mark(None, self._counted(number or "", depth, level))
        is_item = number is not None or any(one.name.startswith(_list_names) for one in chain)
        if number == "0" or not is_item or (level and not level.has_sign) or _is_heading(given, chain):
            return PLAIN
        return Mark(depth)

    def hides(self, run: Element, paragraph_style: str) -> bool:
        """Whether Word hides the words of `run`: it says so itself, or the nearest of its styles does."""
        own = run.find("w_rPr/w_vanish")
        if own is not None:
            return is_on(own)
        styles = (value(run.find("w_rPr/w_rStyle")), paragraph_style)
        said = (one.hidden for style in styles for one in self._chain(style))
        return is_on(next((hidden for hidden in said if hidden is not None), None))

    def _chain(self, style: str) -> Iterator[_Style]:
        for _ in range(MOST_BASED_ON):
            if style not in self.styles:
                return
            yield self.styles[style]
            style = self.styles[style].based_on

    def _depth(self, given: list[Element | None], chain: list[_Style], number: str | None, style: str) -> int:
        levels = (_at(one, "w_numPr/w_ilvl") for one in given)
        stated = next((value(level) for level in levels if level is not None), "")
        if stated.isdecimal():
            return min(int(stated), DEEPEST)
        of_list = self.lists.get(number or "", {})
        linked = next((depth for depth, level in of_list.items() if style and level.style == style), None)
        named = _level_in_name.search(chain[0].name) if chain and number is None else None
        return linked if linked is not None else int(named[1]) - 1 if named else 0

    def _counted(self, number: str, depth: int, level: _Level) -> str:
        of_list = self.lists[number]
        self.counts[number, depth] = self.counts.get((number, depth), level.start - 1) + 1
        for deeper in range(depth + 1, DEEPEST + 1):
            self.counts.pop((number, deeper), None)

        def count(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            start = of_list[at].start if at in of_list else 1
            return str(self.counts.get((number, at), start))

        return _counted.sub(count, level.label).strip() + " "


def looks_of(styles: Element | None, numbering: Element | None) -> Looks:
    """What the parts `styles` and `numbering` of a file say; None where it has none."""
    by_id = {} if styles is None else {value(one, "styleId"): _style(one) for one in styles.iter("w_style")}
    return Looks(by_id, {} if numbering is None else _lists(numbering))


def _style(style: Element) -> _Style:
    return _Style(
        value(style.find("w_name")).lower(),
        value(style.find("w_basedOn")),
        style.find("w_pPr"),
        style.find("w_rPr/w_vanish"),
    )


def _lists(numbering: Element) -> dict[str, dict[int, _Level]]:
    kinds = {
        value(kind, "abstractNumId"): {_number(value(one, "ilvl")): _level(one) for one in kind.iter("w_lvl")}
        for kind in numbering.iter("w_abstractNum")
    }
    return {
        value(one, "numId"): kinds.get(value(one.find("w_abstractNumId")), {})
        for one in numbering.iter("w_num")
    }


def _level(level: Element) -> _Level:
    form, text = value(level.find("w_numFmt")), level.find("w_lvlText")
    label = _counted.sub("", value(text)) if form == "none" else value(text)
    return _Level(
        has_sign=text is None or bool(label.strip()) or level.find("w_lvlPicBulletId") is not None,
        label="" if form == "bullet" else label[:LONGEST_LABEL],
        style=value(level.find("w_pStyle")),
        start=_number(value(level.find("w_start")) or "1"),
    )


def _is_heading(given: list[Element | None], chain: list[_Style]) -> bool:
    stated = (_at(one, "w_outlineLvl") for one in given)
    level = next((value(one) for one in stated if one is not None), None)
    if level is not None:
        return _number(level) < BODY_TEXT
    return any(one.name.startswith(_heading_names) for one in chain)


def _number(digits: str) -> int:
    return int(digits) if digits.isascii() and digits.isdecimal() and len(digits) < 6 else 0


def _at(element: Element | None, path: str) -> Element | None:
    return None if element is None else element.find(path)
