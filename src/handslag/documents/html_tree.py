"""The elements of a web page as a tree, as a browser would put broken ones together.

Lists, rows and cells have the tag of what they are, also where a role or a style makes them so.
"""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from handslag.domain.characters import folded


def tags(names: str) -> frozenset[str]:
    """The words of `names`."""
    return frozenset(names.split())


DEEPEST = 150  # elements within elements; what is deeper stands side by side, as in browsers
LISTS = tags("ul ol menu dir")
VOID = tags("area base br col embed frame hr img input link meta param source track wbr")
_ENDS_P = tags(
    "address article aside blockquote center details dialog dir div dl dt dd fieldset figure footer form"
    " h1 h2 h3 h4 h5 h6 header hr main menu nav ol p pre section table ul li tr td th"
)
_CELLS = tags("td th")
# A start tag that ends an open one without saying so, and the tag that limits how far out it reaches.
_IMPLIED_ENDS = {
    "li": (tags("li"), LISTS),
    "dt": (tags("dt dd"), tags("dl")),
    "dd": (tags("dt dd"), tags("dl")),
    "option": (tags("option"), tags("select")),
    "tr": (tags("tr caption colgroup"), tags("table")),
    "td": (_CELLS, tags("tr table")),
    "th": (_CELLS, tags("tr table")),
} | dict.fromkeys(("thead", "tbody", "tfoot"), (tags("thead tbody tfoot caption colgroup"), tags("table")))
_ROLES = (
    dict.fromkeys(("list", "directory"), "ul")
    | dict.fromkeys(("table", "grid", "treegrid"), "table")
    | dict.fromkeys(("cell", "gridcell", "columnheader", "rowheader"), "td")
    | {"listitem": "li", "row": "tr", "heading": "h2", "paragraph": "p"}
)
_DISPLAYS = {"table": "table", "table-row": "tr", "table-cell": "td", "list-item": "li"} | dict.fromkeys(
    ("block", "flex", "grid", "table-caption"), "div"
)
_PLAIN = tags("div span a label em strong b i")  # what style sheets make into other things
_display = re.compile(r"(?:^|;)\s*display\s*:\s*([\w-]+)", re.I)
_cdata = re.compile(r"CDATA\[(.*)", re.S)


class Element:
    """`tag` is what the element is, `name` what it is called; `children` are elements and words."""

    __slots__ = ("attributes", "children", "name", "tag")

    def __init__(self, name: str, attributes: dict[str, str]) -> None:
        self.name = name
        self.attributes = attributes
        self.tag = _tag(name, attributes)
        self.children: list[Element | str] = []

    def get(self, name: str) -> str:
        """What the attribute says, "" where there is none."""
        return self.attributes.get(name, "")

    def elements(self) -> Iterator["Element"]:
        """The element and all within it."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += [child for child in reversed(element.children) if isinstance(child, Element)]

    def words(self, without: frozenset[str] = frozenset()) -> str:
        """All words within it on one line, but not those within the tags `without`."""
        return " ".join(" ".join(self._words(without)).split())

    def _words(self, without: frozenset[str]) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            elif child.name not in without:
                yield from child._words(without)


def tree_of(source: str) -> Element:
    """The page in `source`; its tag is ""."""
    page = _Page(is_xml=source.lstrip().startswith("<?xml"))
    page.feed(source)
    page.close()
    return page.open[0]


def _tag(name: str, attributes: dict[str, str]) -> str:
    if role := _ROLES.get(attributes.get("role", "")):
        return role
    may_be_other = name in _PLAIN or "-" in name
    display = _display.search(attributes.get("style", "")) if may_be_other else None
    return _DISPLAYS.get(display[1].lower(), name) if display else name


class _Page(HTMLParser):
    def __init__(self, *, is_xml: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.is_xml = is_xml
        self.open = [Element("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._end_implied(tag)
        element = Element(tag, {name: value or "" for name, value in reversed(attrs)})
        if len(self.open) >= DEEPEST:
            self.open.pop()
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A slash closes nothing in HTML (standard §13.1.2.1), but in XML, and the elements of Office."""
        self.handle_starttag(tag, attrs)
        if (self.is_xml or ":" in tag) and self.open[-1].name == tag:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        limit = "table" if tag != "table" and tag in _IMPLIED_ENDS else ""
        for element in reversed(self.open[1:]):
            if element.name == tag:
                self._close(element)
            if element.name in (tag, limit):
                return
        if tag in ("br", "p"):  # a browser makes them whole
            self.open[-1].children.append(Element("br", {}))

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(folded(data))  # with what its entities stand for

    def unknown_decl(self, data: str) -> None:
        if words := _cdata.match(data):
            self.handle_data(words[1])

    def _end_implied(self, tag: str) -> None:
        if tag in _ENDS_P and self.open[-1].name == "p":
            self.open.pop()
        ended, limits = _IMPLIED_ENDS.get(tag, (frozenset(), frozenset()))
        for element in reversed(self.open[1:]):
            if element.name in limits:
                return
            if element.name in ended:
                self._close(element)
                return

    def _close(self, element: Element) -> None:
        while self.open.pop() is not element:
            pass
