"""HTML to text: what a reader of the page sees, without what is marked as furniture or hidden.

Headings and paragraphs become lines with a blank line between, list items lines with a bullet,
indented by two blanks per level; a table row becomes one line, its cells parted by tabs.
"""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from handslag.documents import plain_text
from handslag.documents.table_rows import on_one_line
from handslag.documents.taken import Taken
from handslag.domain.characters import folded
from handslag.domain.errors import BadInput
from handslag.domain.reading.finds import Unread, UnreadKind


def _tags(names: str) -> frozenset[str]:
    return frozenset(names.split())


UNSEEN = _tags(
    "script style head title template noscript svg math iframe object canvas audio video select textarea"
    " button datalist dialog map"
)
# Words of no page: code, and what is shown only where nothing else can be.
WORDLESS = _tags("script style head title noscript svg math iframe object canvas select textarea button map")
FURNITURE = _tags("nav footer aside")
FURNITURE_ROLES = _tags("navigation contentinfo complementary search banner dialog alertdialog menu")
VOID = _tags("area base br col embed hr img input link meta param source track wbr")
BLOCKS = _tags(
    "address article blockquote caption center dd details div dl dt fieldset figcaption figure form"
    " h1 h2 h3 h4 h5 h6 header hr legend main ol p pre section summary table ul tr"
)
LISTS = _tags("ul ol menu")
# A start tag that ends an open one without saying so, and the tag that limits how far out it reaches.
IMPLIED_ENDS = {
    "li": ({"li"}, LISTS),
    "dt": ({"dt", "dd"}, {"dl"}),
    "dd": ({"dt", "dd"}, {"dl"}),
    "tr": ({"tr"}, {"table"}),
    "td": ({"td", "th"}, {"tr", "table"}),
    "th": ({"td", "th"}, {"tr", "table"}),
}
_CELL_LINE = "\x1f"  # a line ends within a cell
HEADINGS = _tags("h1 h2 h3 h4 h5 h6 dt")
# What a button or a link on the page opens, by its id.
_opened = re.compile(
    r"""(?:aria-controls|data-(?:bs-)?target|href)\s*=\s*["']?#?(?P<names>[\w-][\w -]{0,200})""", re.I
)
_blank = re.compile(r"\s")
_hiding_style = re.compile(r"(display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
_charset = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{1,40})", re.I)


def text_of(data: bytes) -> str:
    """The visible text of the page in `data`; what stands in <main> alone, where the page has one.

    Raises `BadInput` when the encoding cannot be told.
    """
    return taken_from(data).text


def taken_from(data: bytes) -> Taken:
    """The text of the page in `data`, and what nothing on the page opens or stands beside its text."""
    source = _decode(data)
    page = _Page({name for found in _opened.finditer(source) for name in found["names"].split()})
    page.feed(source)
    page.close()
    left = ((what, " ".join("".join(words).split())) for what, words in page.left)
    unread = (Unread(what, words) for what, words in left if any(letter.isalpha() for letter in words))
    return Taken(page.text(), tuple(dict.fromkeys(unread)))


def _decode(data: bytes) -> str:
    """The encoding is told from the bytes; only where they do not tell, the page's own word is taken."""
    try:
        return plain_text.text_of(data)
    except BadInput:
        if not (declared := _charset.search(data[:4096])):
            raise
        try:
            return folded(data.decode(declared[1].decode()))
        except (LookupError, UnicodeDecodeError):
            pass
        raise


@dataclass
class _Lines:
    """Lines under way: inline text gathers in `parts` until a block begins or ends."""

    lines: list[str] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    bullet: str = ""

    def end_line(self, blank: bool = False) -> None:
        if line := _squeeze("".join(self.parts)):
            self.lines.append(self.bullet + line)
            self.bullet = " " * len(self.bullet)
        self.parts.clear()
        if blank and self.lines and self.lines[-1]:
            self.lines.append("")

    def text(self) -> str:
        self.end_line()
        return "\n".join(self.lines).strip("\n")


class _Page(HTMLParser):
    def __init__(self, opened: set[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, bool, bool]] = []  # tag, whether it hides, whether it is the main part
        self.opened = opened
        self.left: list[tuple[UnreadKind, list[str]]] = []  # what is hidden, or beside the text
        self.hidden = 0
        self.main = 0
        self.whole = _Lines()
        self.of_main = _Lines()

    def text(self) -> str:
        return self.of_main.text() or self.whole.text()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._end_implied(tag)
        self._break_at(tag, starts=True)
        if tag in VOID:
            return
        values = {name: value or "" for name, value in attrs}
        hides, is_main = self._hides(tag, values), tag == "main" or values.get("role") == "main"
        self.open.append((tag, hides, is_main))
        if hides and not self.hidden:
            self.left.append((_kind(tag, values), []))
        self.hidden += hides
        self.main += is_main
        if tag == "li":
            self._start_item()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A slash does not close anything but void elements (HTML standard §13.1.2.1)."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if any(tag == name for name, _, _ in self.open):
            self._close_to(tag)
            self._break_at(tag, starts=False)

    def _hides(self, tag: str, values: dict[str, str]) -> bool:
        """Whether no reader comes to see it. A panel that something opens is text, and so is its button."""
        if tag == "button" and any(name in HEADINGS for name, _, _ in self.open):
            return False
        is_panel = values.get("role") in ("tabpanel", "region") or values.get("hidden") == "until-found"
        if (is_panel or values.get("id") in self.opened) and not _is_furniture(tag, values):
            return tag in UNSEEN
        return _hides(tag, values)

    def handle_data(self, data: str) -> None:
        if self.hidden and not any(name in WORDLESS for name, _, _ in self.open):
            self.left[-1][1].append(data + " ")
        for lines in self._shown():
            lines.parts.append(_blank.sub(" ", data))  # a tab in the source is no table cell

    def _shown(self) -> tuple[_Lines, ...]:
        if self.hidden:
            return ()
        return (self.whole, self.of_main) if self.main else (self.whole,)

    def _start_item(self) -> None:
        depth = sum(name in LISTS for name, _, _ in self.open)
        for lines in self._shown():
            lines.bullet = "  " * max(depth - 1, 0) + "• "

    def _break_at(self, tag: str, starts: bool) -> None:
        in_list = any(name == "li" for name, _, _ in self.open)
        within = next((name for name, _, _ in reversed(self.open) if name in ("td", "th", "li", "table")), "")
        in_cell = within in ("td", "th") and tag not in LISTS
        for lines in self._shown():
            if in_cell and (tag == "br" or tag in BLOCKS - {"tr", "table"}):
                lines.parts.append(_CELL_LINE)
            elif tag == "br" or tag == "li":
                lines.end_line()
            elif tag in ("td", "th") and starts:
                lines.parts.append("\t")
            elif tag in BLOCKS:
                lines.end_line(blank=not in_list and tag != "tr")
            if not in_list and tag != "br":
                lines.bullet = ""

    def _end_implied(self, tag: str) -> None:
        if tag in BLOCKS and self.open and self.open[-1][0] == "p":
            self._close_to("p")
        ended, limits = IMPLIED_ENDS.get(tag, (frozenset(), frozenset()))
        for name, _, _ in reversed(self.open):
            if name in limits:
                return
            if name in ended:
                self._close_to(name)
                return

    def _close_to(self, tag: str) -> None:
        closed = ""
        while closed != tag:
            closed, hides, is_main = self.open.pop()
            self.hidden -= hides
            self.main -= is_main


def _is_furniture(tag: str, values: dict[str, str]) -> bool:
    return tag in FURNITURE or values.get("role") in FURNITURE_ROLES


def _kind(tag: str, values: dict[str, str]) -> UnreadKind:
    return UnreadKind.FURNITURE if _is_furniture(tag, values) else UnreadKind.HIDDEN


def _hides(tag: str, values: dict[str, str]) -> bool:
    return (
        tag in UNSEEN
        or tag in FURNITURE
        or "hidden" in values
        or values.get("role") in FURNITURE_ROLES
        or values.get("aria-hidden") == "true"
        or bool(_hiding_style.search(values.get("style", "")))
    )


def _squeeze(text: str) -> str:
    """`text` on one line, blanks run together; tabs stand between the cells of a row that have words.

    Lines of one cell are kept apart. A row with words in one of its cells ends with a tab: it is no heading.
    """
    cells = [[" ".join(line.split()) for line in cell.split(_CELL_LINE)] for cell in text.split("\t")]
    filled = [words for cell in cells if (words := on_one_line(cell))]
    return "\t".join(filled) + ("\t" if len(filled) == 1 and len(cells) > 2 else "")
