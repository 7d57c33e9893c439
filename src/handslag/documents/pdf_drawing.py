"""What a page of a PDF draws: words with the place and width they have, and the edges of lines and boxes.

Every operator that moves or shows text is followed (ISO 32000-1, 9.4). Left out is what a page marks
as its running head or foot, and what its layers hide.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from math import hypot
from typing import Any

from pypdf import PageObject
from pypdf.generic import ContentStream, DictionaryObject

from handslag.documents.pdf_fonts import NO_FONT, Fonts, Letters, codes_in, words_in
from handslag.documents.pdf_shapes import SAME, Dot, Edge, Matrix, Rule, dots_of, rules_of, times

GAP = 0.1  # a move to the right within a line that may be a blank, in parts of the size
SLANT = 0.2  # what leans more than this stands in no line
ASLANT = 4
MOST_DEPTH = 12  # forms drawn within forms
MOST_FORMS = 2000  # forms drawn on a page, one form each time it is drawn


@dataclass(slots=True)
class Piece:
    """Some letters drawn side by side, mostly a word: from `x` to `end` on the line at `y` (points)."""

    text: str
    x: float
    end: float
    y: float
    size: float
    bold: bool
    after_blank: bool = False
    turn: int = 0  # quarters of a turn to the left


@dataclass(slots=True)
class Drawn:
    """What a page shows.

    `pictures`: how large those are that it draws (square points). `heads`, `hidden`: words of its running
    head and foot, and of layers that are switched off. `forms`, `shapes`: how many were drawn so far.
    """

    pieces: list[Piece] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    dots: list[Dot] = field(default_factory=list)
    pictures: list[float] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    forms: int = 0
    shapes: int = 0


@dataclass(slots=True)
class _Look:
    """The state that `q` keeps and `Q` gives back."""

    place: Matrix = SAME
    font: Letters | None = None
    size: float = 12.0
    letter_gap: float = 0.0
    word_gap: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0


@dataclass(slots=True)
class _Mark:
    """A marked part of the page: not to be read (a `head`, `hidden`), or to be read as other words."""

    head: bool = False
    hidden: bool = False
    words: str | None = None


class Pen:
    """Follows the operators of pages and forms and notes in `drawn` what they draw."""

    def __init__(self, reader: Any, hidden_layers: frozenset[int] = frozenset()) -> None:
        self.reader, self.hidden_layers = reader, hidden_layers
        self.fonts, self.drawn = Fonts(), Drawn()

    def draw_page(self, page: PageObject) -> Drawn:
        """What `page` draws; raises what pypdf does on broken ones."""
        self.drawn = Drawn()
        contents, resources = page.get("/Contents"), page.get("/Resources", DictionaryObject())
        if contents is not None:
            self.draw(contents.get_object(), resources.get_object())
        return self.drawn

    def draw(self, content: Any, resources: Any, outer: "_Sheet | None" = None, place: Matrix = SAME) -> None:
        """Follow `content`, a stream or an array of streams, that `outer` draws at `place`."""
        sheet = _Sheet(self, resources, outer, place)
        for operands, operator in ContentStream(content, self.reader, "bytes").operations:
            action = _ACTIONS.get(operator)
            if action is not None:
                try:
                    action(sheet, operands)
                except (IndexError, TypeError, ValueError, KeyError, AttributeError, OverflowError):
                    continue  # one operator without its operands: readers of PDF pass it over


class _Sheet:
    """One content stream being drawn."""

    def __init__(self, pen: Pen, resources: Any, outer: "_Sheet | None", place: Matrix) -> None:
        self.pen, self.resources = pen, resources
        self.depth: int = outer.depth + 1 if outer else 0
        self.left_out: tuple[_Mark, ...] = outer.out() if outer else ()
        self.fonts = pen.fonts.of(resources)
        self.look, self.kept = _Look(place=place), []  # type: tuple[_Look, list[_Look]]
        self.line = self.at = SAME
        self.marks: list[_Mark] = []
        self.path: list[Edge] = []
        self.start = self.point = (0.0, 0.0)
        self.blank = False  # whether a blank was drawn last, which may belong to an earlier piece of text

    # Graphics state

    def keep(self, _: Any) -> None:
        self.kept.append(replace(self.look))

    def give_back(self, _: Any) -> None:
        self.look = self.kept.pop()

    def move_paper(self, given: Any) -> None:
        self.look.place = times(_matrix(given), self.look.place)

    # Text state

    def set_font(self, given: Any) -> None:
        self.look.font, self.look.size = self.fonts.get(given[0]), float(given[1])

    def set_letter_gap(self, given: Any) -> None:
        self.look.letter_gap = float(given[0])

    def set_word_gap(self, given: Any) -> None:
        self.look.word_gap = float(given[0])

    def set_stretch(self, given: Any) -> None:
        self.look.stretch = float(given[0]) / 100

    def set_leading(self, given: Any) -> None:
        self.look.leading = float(given[0])

    def set_rise(self, given: Any) -> None:
        self.look.rise = float(given[0])

    # Text place

    def begin_text(self, _: Any) -> None:
        self.line = self.at = SAME

    def set_place(self, given: Any) -> None:
        self.line = self.at = _matrix(given)

    def move(self, given: Any) -> None:
        self.line = self.at = times((1, 0, 0, 1, float(given[0]), float(given[1])), self.line)

    def move_and_lead(self, given: Any) -> None:
        self.look.leading = -float(given[1])
        self.move(given)

    def next_line(self, _: Any) -> None:
        self.move((0, -self.look.leading))

    def show_on_next_line(self, given: Any) -> None:
        self.next_line(())
        self.show(given)

    def show_spaced(self, given: Any) -> None:
        self.look.word_gap, self.look.letter_gap = float(given[0]), float(given[1])
        self.show_on_next_line(given[2:])

    # Showing text

    def show(self, given: Any) -> None:
        self.show_all([given[:1]])

    def show_all(self, given: Any) -> None:
        """Strings with moves between them, put together to words."""
        look = self.look
        letters = look.font or NO_FONT
        width = 0.0  # of the word so far
        word: list[str] = []
        for part in given[0]:
            if isinstance(part, int | float):
                move = -float(part) / 1000 * look.size * look.stretch
                if move > GAP * look.size * look.stretch or move < -look.size:
                    word, width = self._note(word, width)
                    self._go(move)
                elif word:
                    width += move
                else:
                    self._go(move)
                continue
            for text, letter, is_space in letters.read(codes_in(part)):
                step = (
                    letter * look.size + look.letter_gap + (look.word_gap if is_space else 0.0)
                ) * look.stretch
                if text.isspace() and text != "\xa0":
                    word, width = self._note(word, width)
                    self._go(step)
                    self.blank = True
                else:
                    word.append(text)
                    width += step
        self._note(word, width)

    def _go(self, move: float) -> None:
        self.at = times((1, 0, 0, 1, move, 0), self.at)

    def _note(self, word: list[str], width: float) -> tuple[list[str], float]:
        """Note the word that ends here, and go to its end; gives an empty word."""
        if not word:
            self._go(width)
            return word, 0.0
        look = self.look
        whole = times(self.at, look.place)
        x, y = times((1, 0, 0, 1, 0, look.rise), whole)[4:]
        self._go(width)
        text = self._marked("".join(word))
        if text:
            self.pen.drawn.pieces.append(_piece(text, x, y, width, look, whole, self.blank))
        self.blank = False
        return [], 0.0

    def _marked(self, text: str) -> str:
        """`text`, or the words that the page says are to be read here."""
        for mark in self.out()[:1]:
            (self.pen.drawn.hidden if mark.hidden else self.pen.drawn.heads).append(text)
            return ""
        for mark in self.marks:
            if mark.words is not None:
                text, mark.words = mark.words, ""
        return text

    # Marked parts

    def out(self) -> tuple[_Mark, ...]:
        """The marks that say that what is drawn now is not to be read."""
        return (*self.left_out, *(mark for mark in self.marks if mark.head or mark.hidden))

    def mark(self, given: Any) -> None:
        mark = _Mark()
        self.marks.append(mark)
        about = given[1] if len(given) > 1 else None
        if isinstance(about, str):
            about = self.resources["/Properties"].raw_get(about)
        layer = getattr(about, "idnum", None)
        about = about.get_object() if about is not None else None
        if not isinstance(about, DictionaryObject):
            return
        if given[0] == "/Artifact":
            is_head = about.get("/Subtype") in ("/Header", "/Footer")
            mark.head = is_head or about.get("/Type") == "/Pagination"
        elif given[0] == "/OC":
            mark.hidden = layer in self.pen.hidden_layers
        if "/ActualText" in about:
            mark.words = words_in(about["/ActualText"])

    def unmark(self, _: Any) -> None:
        self.marks.pop()

    # Forms and pictures

    def draw_object(self, given: Any) -> None:
        thing = self.resources["/XObject"][given[0]].get_object()
        drawn = self.pen.drawn
        if thing.get("/Subtype") == "/Image":
            a, b, c, d, *_ = self.look.place
            drawn.pictures.append(abs(a * d - b * c))
            return
        if self.depth >= MOST_DEPTH or drawn.forms >= MOST_FORMS:
            return
        drawn.forms += 1
        layer = getattr(thing.raw_get("/OC"), "idnum", None) if "/OC" in thing else None
        if layer is None or layer not in self.pen.hidden_layers:
            place = times(_matrix(thing.get("/Matrix", SAME)), self.look.place)
            self.pen.draw(thing, thing.get("/Resources", self.resources).get_object(), self, place)

    # Paths

    def move_to(self, given: Any) -> None:
        self.start = self.point = (float(given[0]), float(given[1]))

    def line_to(self, given: Any) -> None:
        self._edge(float(given[0]), float(given[1]))

    def curve_to(self, given: Any) -> None:
        self._edge(float(given[-2]), float(given[-1]))

    def close(self, _: Any) -> None:
        self._edge(*self.start)

    def box(self, given: Any) -> None:
        x, y, width, height = (float(number) for number in given)
        self.move_to((x, y))
        for corner in ((x + width, y), (x + width, y + height), (x, y + height), (x, y)):
            self._edge(*corner)

    def _edge(self, x: float, y: float) -> None:
        self.path.append((*self.point, x, y))
        self.point = (x, y)

    def forget(self, _: Any) -> None:
        self.path.clear()

    def paint(self, _: Any) -> None:
        if not self.out():
            drawn = self.pen.drawn
            drawn.shapes += 1
            drawn.rules.extend(rules_of(self.path, self.look.place, drawn.shapes))
            drawn.dots.extend(dots_of(self.path, self.look.place))
        self.path.clear()

    def close_and_paint(self, given: Any) -> None:
        self.close(given)
        self.paint(given)


_ACTIONS = {
    b"q": _Sheet.keep,
    b"Q": _Sheet.give_back,
    b"cm": _Sheet.move_paper,
    b"Tf": _Sheet.set_font,
    b"Tc": _Sheet.set_letter_gap,
    b"Tw": _Sheet.set_word_gap,
    b"Tz": _Sheet.set_stretch,
    b"TL": _Sheet.set_leading,
    b"Ts": _Sheet.set_rise,
    b"BT": _Sheet.begin_text,
    b"Tm": _Sheet.set_place,
    b"Td": _Sheet.move,
    b"TD": _Sheet.move_and_lead,
    b"T*": _Sheet.next_line,
    b"Tj": _Sheet.show,
    b"TJ": _Sheet.show_all,
    b"'": _Sheet.show_on_next_line,
    b'"': _Sheet.show_spaced,
    b"BDC": _Sheet.mark,
    b"BMC": _Sheet.mark,
    b"EMC": _Sheet.unmark,
    b"Do": _Sheet.draw_object,
    b"m": _Sheet.move_to,
    b"l": _Sheet.line_to,
    b"c": _Sheet.curve_to,
    b"v": _Sheet.curve_to,
    b"y": _Sheet.curve_to,
    b"h": _Sheet.close,
    b"re": _Sheet.box,
    b"n": _Sheet.forget,
    **dict.fromkeys((b"S", b"f", b"F", b"f*", b"B", b"B*"), _Sheet.paint),
    **dict.fromkeys((b"s", b"b", b"b*"), _Sheet.close_and_paint),
}


def _matrix(numbers: Sequence[Any]) -> Matrix:
    a, b, c, d, e, f = (float(number) for number in numbers)
    return a, b, c, d, e, f


def _piece(text: str, x: float, y: float, width: float, look: _Look, whole: Matrix, blank: bool) -> Piece:
    along = hypot(whole[0], whole[1])
    size = abs(look.size) * hypot(whole[2], whole[3])
    bold = look.font is not None and look.font.bold
    turn = _turn(whole[0] * look.size * look.stretch, whole[1] * look.size * look.stretch)
    across, up = ((x, y), (y, -x), (-x, -y), (-y, x), (x, y))[turn]
    return Piece(text, across, across + abs(width * along), up, size, bold, blank, turn)


def _turn(right: float, up: float) -> int:
    """Quarters of a turn for letters that go so far to the right and up; `ASLANT` for what lies between."""
    if min(abs(right), abs(up)) > SLANT * max(abs(right), abs(up)):
        return ASLANT
    if abs(right) >= abs(up):
        return 0 if right >= 0 else 2
    return 1 if up >= 0 else 3
