"""The elements of a web page as lines of text, and what of the page is not in them."""

import re
from collections.abc import Callable, Iterator

from handslag.documents.html_lines import Lines
from handslag.documents.html_looks import CODE, Looks, has_sentence
from handslag.documents.html_tables import rows_of
from handslag.documents.html_tree import LISTS, Element, tags, tree_of
from handslag.documents.table_rows import row_lines
from handslag.domain.reading.finds import Unread, UnreadKind

_BLOCKS = (
    tags(
        "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption"
        " figure foreignobject footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend main nav p pre search"
        " section summary text td th tr table"
    )
    | LISTS
)
_PARTS = tags("main article section")  # a header within them is of the text
_TITLES = tags("h1 h2 h3 h4 h5 h6 dt summary")
_EMBEDDED = tags("iframe frame object embed canvas video audio amp-iframe amp-video")
_WRITTEN = tags("pre textarea xmp listing plaintext")
_SHOWN_VALUES = ("", "text", "date", "number", "email", "url", "tel", "month", "week", "time")
_LONG = 4  # words: a text of a picture that may be of what it shows
_as_written = re.compile(r"white-space\s*:\s*(pre|break-spaces)", re.I)
_word_list = re.compile(r"mso-list\s*:\s*(?:(ignore)|[^;]{0,40}?\blevel(\d))", re.I)
_HEADINGS = tags("h1 h2 h3 h4 h5 h6")
_docs_list = re.compile(r"\blst-\w+-(\d)\b")


class Body:
    """Reads `page`. `unread` gathers what is not in its lines."""

    def __init__(self, page: Element) -> None:
        self.unread: list[Unread] = []
        self._page = page
        self._looks = Looks(page)
        self._around = _around(page, lambda part: _is_main(part) and bool(part.words(CODE)))
        self._with_headings = _around(page, lambda part: part.name in _HEADINGS)

    def lines(self) -> list[str]:
        """The lines of the whole page, "" where there is a gap."""
        return self._lines_of(self._page)

    def _lines_of(self, element: Element, *, is_part: bool = False) -> list[str]:
        lines = Lines()
        self._walk(element, lines, is_part=is_part)
        return lines.ended()

    def _walk(self, parent: Element, lines: Lines, *, is_part: bool, as_written: bool = False) -> None:
        as_written = as_written or parent.name in _WRITTEN or bool(_as_written.search(parent.get("style")))
        is_around = id(parent) in self._around
        before: Element | None = None
        children = _shown(parent)
        for at, child in enumerate(children):
            if isinstance(child, str):
                if not is_around or has_sentence(child):
                    lines.say(child, as_written=as_written)
                continue
            if child.name in CODE:
                continue
            if is_around and id(child) not in self._around and not _is_main(child):
                self._read_outside(child, before, lines)
            elif child.name == "button":
                self._read_button(child, _next(children, at), lines, is_title=parent.name in _TITLES)
            else:
                self._read(child, before, lines, is_part=is_part, as_written=as_written)
            before = child

    def _read(
        self, child: Element, before: Element | None, lines: Lines, *, is_part: bool, as_written: bool
    ) -> None:
        if what := self._looks.left_out(child, before, is_part=is_part):
            self._leave(what, child.words(CODE))
            return
        is_part = is_part or child.name in _PARTS
        if child.name in _OTHERS:
            _OTHERS[child.name](self, child, lines)
        elif child.get("role") == "tab" and any(
            child.words() == title for title in self._looks.tabs.values()
        ):
            return  # stands above its panel
        elif child.tag == "table" and not self._is_layout(child):
            self._table(child, lines)
        elif child.tag == "li":
            self._item(child, lines, level=_level(child), is_part=is_part)
        elif mark := _word_list.search(child.get("style")):
            if not mark[1]:
                self._item(child, lines, level=int(mark[2]), is_part=is_part)
                lines.end_block()
        else:
            self._block(child, lines, is_part=is_part, as_written=as_written)

    def _block(self, child: Element, lines: Lines, *, is_part: bool, as_written: bool) -> None:
        ends = child.tag in _BLOCKS or "-" in child.name
        if ends:
            lines.end_block()
        if title := self._looks.tabs.get(child.get("id")):
            lines.say(title)
            lines.end_block()
        if level := _docs_list.search(child.get("class")):
            _set_level(child, int(level[1]) + 1)
        lines.depth += child.tag in LISTS
        self._walk(child, lines, is_part=is_part, as_written=as_written)
        lines.depth -= child.tag in LISTS
        if ends:
            lines.end_block()

    def _item(self, item: Element, lines: Lines, *, level: int, is_part: bool) -> None:
        outer = lines.begin_item(level)
        self._walk(item, lines, is_part=is_part)
        lines.end_item(outer)

    def _is_layout(self, table: Element) -> bool:
        """Whether a table only sets things side by side: it says so, or its cells have headings."""
        return table.get("role") in ("presentation", "none") or id(table) in self._with_headings

    def _table(self, table: Element, lines: Lines) -> None:
        lines.end_block()
        for caption in (child for child in table.children if isinstance(child, Element)):
            if caption.name == "caption":
                self._block(caption, lines, is_part=True, as_written=False)
        rows = list(rows_of(table, lambda cell: self._lines_of(cell, is_part=True), self._is_gone))
        for number, cells in enumerate(rows, 1):
            lines.add(row_lines(cells, is_last=number == len(rows)))
        lines.end_block()

    def _is_gone(self, part: Element) -> bool:
        what = self._looks.left_out(part, None, is_part=True)
        if what:
            self._leave(what, part.words(CODE))
        return what is not None

    def _read_outside(self, child: Element, before: Element | None, lines: Lines) -> None:
        """What stands outside the main part is text when it has a sentence."""
        if child.name == "br" or child.name in _OTHERS:
            return self._read(child, before, lines, is_part=False, as_written=False)
        outside = Lines()
        self._read(child, before, outside, is_part=False, as_written=False)
        said = outside.ended()
        if any(map(has_sentence, said)):
            lines.end_block()
            lines.add(said)
            lines.end_block()
        else:
            self._leave(UnreadKind.FURNITURE, " ".join(said))
        return None

    def _read_button(self, button: Element, after: Element | None, lines: Lines, *, is_title: bool) -> None:
        words = button.words(CODE)
        if is_title:
            lines.say(words)
        elif button.get("role") != "tab" and self._looks.opens(button, after):
            lines.end_block()
            lines.say(words)
            lines.end_block()
        elif has_sentence(words):
            self._leave(UnreadKind.HIDDEN, words)

    def _break(self, element: Element, lines: Lines) -> None:
        lines.break_line()

    def _picture(self, element: Element, lines: Lines) -> None:
        alternative = element.get("alt") or element.get("aria-label")
        if len(alternative.split()) >= _LONG:
            self._leave(UnreadKind.PICTURE, alternative)

    def _drawing(self, drawing: Element, lines: Lines) -> None:
        texts = [element for element in drawing.elements() if element.name in ("text", "foreignobject")]
        if any(len(text.words(CODE).split()) >= _LONG for text in texts):
            for text in texts:
                lines.end_block()
                lines.say(text.words(CODE))
                lines.end_block()
        else:
            self._leave(UnreadKind.PICTURE, " ".join(text.words(CODE) for text in texts))

    def _frame(self, frame: Element, lines: Lines) -> None:
        if page := frame.get("srcdoc"):
            inner = Body(tree_of(page))
            lines.end_block()
            lines.add(inner.lines())
            lines.end_block()
            self.unread += inner.unread
        else:
            name = frame.get("title") or frame.get("src") or frame.get("data") or frame.words(CODE)
            self.unread.append(Unread(UnreadKind.EMBEDDED, name))

    def _field(self, field: Element, lines: Lines) -> None:
        if field.get("type").lower() in _SHOWN_VALUES:
            lines.say(f" {field.get('value')} ")

    def _choice(self, choice: Element, lines: Lines) -> None:
        chosen = [option for option in choice.elements() if "selected" in option.attributes]
        lines.say(f" {', '.join(option.words() for option in chosen)} ")

    def _leave(self, what: UnreadKind, words: str) -> None:
        words = " ".join(words.split())
        if any(letter.isalpha() for letter in words):
            self.unread.append(Unread(what, words))


_OTHERS = {
    "br": Body._break,
    "img": Body._picture,
    "amp-img": Body._picture,
    "svg": Body._drawing,
    "input": Body._field,
    "select": Body._choice,
} | dict.fromkeys(_EMBEDDED, Body._frame)


def _around(page: Element, is_meant: Callable[[Element], bool]) -> frozenset[int]:
    """The elements around those that are meant. Asked once of a page: tables within tables are many."""
    around: set[int] = set()

    def holds(element: Element) -> bool:
        if is_meant(element):
            return True
        within = [holds(child) for child in element.children if isinstance(child, Element)]
        if any(within):
            around.add(id(element))
        return any(within)

    holds(page)
    return frozenset(around)


def _is_main(element: Element) -> bool:
    return element.name == "main" or element.get("role") == "main"


def _level(item: Element) -> int:
    own = item.get("aria-level")
    return int(own) if own in tuple("123456789") else 0


def _set_level(items: Element, level: int) -> None:
    """Google Docs writes lists within lists side by side, and tells how far in by their class."""
    for item in items.children:
        if isinstance(item, Element) and item.tag == "li":
            item.attributes.setdefault("aria-level", str(level))


def _next(children: list[Element | str], at: int) -> Element | None:
    after = (child for child in children[at + 1 :] if isinstance(child, Element) and child.name not in CODE)
    return next(after, None)


def _shown(parent: Element) -> list[Element | str]:
    """The children of an element as they are shown: through its shadow, where the page has it written."""
    for child in parent.children:
        if isinstance(child, Element) and child.name == "template" and "shadowrootmode" in child.attributes:
            light = [other for other in parent.children if other is not child]
            return list(_slotted(child, light))
    return parent.children


def _slotted(shadow: Element, light: list[Element | str]) -> Iterator[Element | str]:
    for child in shadow.children:
        if isinstance(child, str):
            yield child
        elif child.name == "slot":
            name = child.get("name")
            filled = [one for one in light if (one.get("slot") if isinstance(one, Element) else "") == name]
            has_words = any(isinstance(one, Element) or one.strip() for one in filled)
            yield from filled if has_words else child.children
        else:
            whole = Element(child.name, child.attributes)
            whole.children = list(_slotted(child, light))
            yield whole
