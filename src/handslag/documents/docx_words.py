"""The words of a Word paragraph: runs in whatever wraps them, fields, signs; boxes are set aside."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from handslag.documents.docx_package import is_on, value
from handslag.documents.docx_styles import Looks, Mark
from handslag.documents.table_rows import BULLET
from handslag.domain.reading.finds import UnreadKind

# Properties, what was deleted or moved away, the code of fields, reading aids over letters.
_PROPERTIES = "pPr rPr sdtPr sdtEndPr customXmlPr smartTagPr tblPr tblPrEx tblGrid trPr tcPr sectPr"
_NO_WORDS = "del moveFrom delText delInstrText instrText rt"
PASSED = frozenset(f"w_{name}" for name in f"{_PROPERTIES} {_NO_WORDS}".split())
EMBEDDED = frozenset(("c_chart", "w_subDoc"))
TAB = "\x1f"  # a tab between words, until it is known whether it parts the cells of a row

_BLANKS = {"w_tab": TAB, "w_ptab": TAB, "w_br": "\n", "w_cr": "\n", "w_noBreakHyphen": "-"}
_PICTURES = frozenset(("a_blip", "v_imagedata"))
_TEXTS = frozenset(("w_t", "a_t", "m_t"))
_BOXES = frozenset(("w_txbxContent", "a_txBody"))
_OWN_BLOCKS = frozenset(("w_p", "w_tbl", "v_textpath"))
# Signs of fonts that have pictures where others have letters (Symbol and Wingdings).
_SIGNS = {0xB7: "•", 0xA7: "▪", 0x6F: "□", 0xA8: "□", 0xFC: "✓", 0xFE: "☑", 0xD8: "➢", 0xE0: "→", 0x2D: "–"}
_after_sign = re.compile(rf"^(\S{{1,3}}){TAB}")  # "1." and a tab: a list that was typed


@dataclass
class Paragraph:
    """Words under way. `boxes` hang on it: text boxes, drawn diagrams, paragraphs within paragraphs."""

    mark: Mark
    style: str = ""
    parts: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)

    @property
    def has_words(self) -> bool:
        return any(part.strip() for part in self.parts)

    def lines(self) -> list[str]:
        """Its lines; an item begins with its bullet, and its further lines stand in under its words."""
        lines = [_tidied(line) for line in "".join(self.parts).strip().split("\n")]
        if not any(lines):
            return []
        if self.mark.depth is None:
            return [self.mark.label + lines[0], *lines[1:]]
        bullet = "  " * self.mark.depth + BULLET
        return [bullet + lines[0], *(line and " " * len(bullet) + line for line in lines[1:])]


@dataclass
class Words:
    """Reads the words of paragraphs, one after the other, for fields go over several.

    `diagram` gives a drawn diagram (SmartArt) by its id, `chunk` the lines of a whole document that a
    program put in as it was. `unread` gathers what is left out.
    """

    looks: Looks
    diagram: Callable[[str], Element | None]
    chunk: Callable[[str], list[str]] = lambda _: []
    unread: list[tuple[UnreadKind, str]] = field(default_factory=list)
    has_fields: bool = True
    fields: list[bool] = field(default_factory=list)  # of each that is open: are we in its code?
    in_code: int = 0

    def begin(self, part: Element) -> None:
        """Begin another part. A field that never ends would hide all the rest of it: then none counts."""
        kinds = [value(mark, "fldCharType") for mark in part.iter("w_fldChar")]
        self.has_fields = kinds.count("begin") == kinds.count("end")

    def read(self, element: Element, paragraph: Paragraph) -> None:
        """Add the words below `element` to `paragraph`."""
        for child in element:
            tag = child.tag
            if tag in _TEXTS:
                self._say(child.text or "", paragraph)
            elif tag in _BLANKS:
                self._say(_BLANKS[tag], paragraph)
            elif tag == "w_r" and self.looks.hides(child, paragraph.style):
                self._hide(child)
            elif tag == "w_sym":
                self._say(_sign(child), paragraph)
            elif tag == "w_fldChar":
                self._say(_filled_in(child), paragraph)
                self._field(value(child, "fldCharType"))
            elif tag == "mc_AlternateContent":
                self.read(chosen(child), paragraph)
            elif tag not in PASSED:
                self._hang(child, paragraph)

    def _hang(self, child: Element, paragraph: Paragraph) -> None:
        """What is no word itself: a box, a diagram, a picture, or something with words in it."""
        if child.tag in _BOXES:
            paragraph.boxes.append(child)
        elif child.tag in _OWN_BLOCKS:
            box = Element("box")
            box.append(child)
            paragraph.boxes.append(box)
        elif child.tag == "dgm_relIds":
            diagram = self.diagram(value(child, "dm"))
            paragraph.boxes += [] if diagram is None else [diagram]
        elif child.tag in EMBEDDED:
            self.unread.append((UnreadKind.EMBEDDED, ""))
        elif child.tag in _PICTURES:
            self.unread.append((UnreadKind.PICTURE, ""))
        else:
            self.read(child, paragraph)

    def _say(self, words: str, paragraph: Paragraph) -> None:
        if not self.in_code:
            paragraph.parts.append(words)

    def _hide(self, run: Element) -> None:
        if words := " ".join("".join(one.text or "" for one in run.iter("w_t")).split()):
            self.unread.append((UnreadKind.HIDDEN, words))

    def _field(self, kind: str) -> None:
        """A field is its code and, after "separate", what it shows; fields may stand within the code."""
        if not self.has_fields:
            return
        if kind == "begin":
            self.fields.append(True)
            self.in_code += 1
        elif self.fields and kind == "separate":
            self.in_code -= self.fields[-1]
            self.fields[-1] = False
        elif self.fields and kind == "end":
            self.in_code -= self.fields.pop()


def chosen(alternatives: Element) -> Element:
    """Of several ways to show the same thing the first with words, so that nothing is read twice."""
    ways = [way for way in alternatives if way.tag in ("mc_Choice", "mc_Fallback")]
    with_words = (way for way in ways if any(one.tag in _TEXTS and one.text for one in way.iter()))
    return next(with_words, ways[0] if ways else alternatives)


def _filled_in(mark: Element) -> str:
    """What a field of an old form shows without words: a box, ticked or not, or what was chosen."""
    box, choice = mark.find("w_ffData/w_checkBox"), mark.find("w_ffData/w_ddList")
    if box is not None:
        own = box.find("w_checked")
        return "☒" if is_on(box.find("w_default") if own is None else own) else "☐"
    if choice is None:
        return ""
    number = value(choice.find("w_result")) or value(choice.find("w_default")) or "0"
    entries = dict(enumerate(map(value, choice.iterfind("w_listEntry"))))
    return entries.get(int(number), "") if number.isdecimal() and len(number) < 4 else ""


def words_of(root: Element | None) -> str:
    """All words below `root`, on one line; paragraphs apart."""
    paragraphs = [] if root is None else root.iter("w_p")
    said = ("".join(one.text or "" for one in paragraph.iter("w_t")) for paragraph in paragraphs)
    return " ".join(" ".join(said).split())


def _tidied(line: str) -> str:
    """`line` with single blanks and without tabs at its ends or behind a list sign."""
    cells = (" ".join(cell.split()) for cell in line.strip().strip(TAB).split(TAB))
    return _after_sign.sub(r"\1 ", TAB.join(cells))


def _sign(symbol: Element) -> str:
    try:
        code = int(value(symbol, "char"), 16)
    except ValueError:
        return ""
    if 0xF000 <= code <= 0xF0FF:
        return _SIGNS.get(code - 0xF000, " ")
    return chr(code) if 0x20 <= code < 0xD800 else " "
