"""Characters that cannot be seen, or look like others: folded once, where a text comes in.

A soft hyphen parts a place's name, a zero-width blank hides a telephone number, and two squares called
"Torget" differ in a letter that nobody sees. `folded` is called at every door, of files and of forms;
what comes after it (reading, matching, redaction, names that must differ) meets plain characters only.
The general categories are those of the Unicode Standard §4.5, the look-alikes a small part of UTS #39.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Protocol, TypeVar

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_PLAIN = re.compile("[\t\n -~¡-¬®-ſ–—‘’“”„…•−]*")  # nothing to fold; the combining marks lie beyond
# Letters and signs by category, that show nothing: Hangul fillers, the empty braille cell.
_BLANK = "\u115f\u1160\u2800\u3164\uffa0"
_UNSEEN = "\u034f\u17b4\u17b5\u180b\u180c\u180d\u180e\u180f"  # joiner, vowels and selectors without a look
_HYPHENS = "‐‑﹣－⁃˗⸗᠆"  # U+2010 and U+2011 among them
# What Word's symbol fonts put where Unicode has a character of its own.
_SYMBOLS = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf02d": "-", "\uf0e0": "→"}
_SYMBOLS["\x1e"] = "-"  # its hyphen that does not break, when copied as plain text
# Full-width and small forms, ligatures, mathematical letters.
_FORMS = (("\uff01", "\uff5e"), ("\ufe50", "\ufe6b"), ("ﬀ", "ﬆ"), ("\U0001d400", "\U0001d7ff"))
_JOINERS = "\u200c\u200d"
_KEYCAP = "\u20e3"
_SELECTORS = re.compile("[\ufe00-\ufe0f]")
_TAGS = ("\U000e0020", "\U000e007f")

# Cyrillic and Greek letters that look like Latin ones.
_LOOKALIKES = str.maketrans(
    "АВЕЅІЈКМНОРСТУХаеѕіјорсухӓӧԁԛԝһ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονικρ",
    "ABESIJKMHOPCTYXaesijopcyxäödqwh" + "ABEZHIKMNOPTYXovikp",
)
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile("[A-Za-zÀ-ɏ]")
_OTHERS = re.compile("[Ͱ-Ͽ\u0400-\u052f]")


class _Named(Protocol):
    name: str


Row = TypeVar("Row", bound=_Named)


def folded(text: str) -> str:
    """`text` in characters that can be seen and told apart.

    - line ends of every kind become "\\n"; other controls are gone
    - letters are composed (NFC); full-width, ligature and mathematical forms become the plain letters
    - blanks of every width become " ", hyphens of every kind "-"; dashes and the minus sign stay
    - soft hyphens, zero-width and direction marks, fillers and noncharacters are gone; the joiners that
      Arabic letters, Indic letters and emoji need stay where they stand after one
    - half a surrogate pair becomes U+FFFD, which can be stored
    - a letter of another alphabet amid Latin ones, as in "Tоrget", becomes the Latin one it looks like

    Folding twice is folding once. Raises nothing.
    """
    if _PLAIN.fullmatch(text):
        return text
    lines = _LINE_ENDS.sub("\n", unicodedata.normalize("NFC", text))
    kept: list[str] = []
    for character in lines:
        kept.append(_one(character, kept[-1][-1] if kept and kept[-1] else ""))
    plain = unicodedata.normalize("NFC", "".join(kept))
    return _WORD.sub(_in_one_alphabet, plain) if _OTHERS.search(plain) else plain


def one_line(text: str) -> str:
    """`text` folded, on one line, with one blank between words and none around: as names are kept."""
    return " ".join(folded(text).split())


def look(name: str) -> str:
    """What a name looks like: two names with the same look cannot be told apart on a page."""
    return one_line(name).translate(_LOOKALIKES).casefold()


def aligned(text: str) -> tuple[str, list[int]]:
    """`text` as rules that look for numbers read it, and where each of its characters stood.

    Every digit is one of 0–9, every blank " ", every hyphen "-", every other dash "–"; nothing unseen.
    Character n of the first stood at the nth place of the second; one place more is the end of `text`.
    """
    pieces: list[str] = []
    places: list[int] = []
    after_digit = False
    for place, character in enumerate(text):
        plain = "" if after_digit and unicodedata.combining(character) else _bare(character)
        pieces.append(plain)
        places += [place] * len(plain)
        after_digit = plain.isdigit() or (after_digit and not plain)
    return "".join(pieces), [*places, len(text)]


def swedish_order(name: str) -> tuple[tuple[tuple[int, int, str], ...], str]:
    """What to sort names by: å, ä and ö last, É with E, ü with y, W after V, numbers by size; no case.

    After Svenska Akademiens ordlista; Æ stands with Ä and Ø with Ö.
    """
    return tuple(_ranks(one_line(name))), name


def by_name(rows: Iterable[Row]) -> list[Row]:
    """`rows` by name: å, ä and ö last, É with E, no case, 2 before 10."""
    return sorted(rows, key=lambda row: swedish_order(row.name))


def _one(character: str, before: str) -> str:
    """One character as it is kept, after `before` (the one kept before it, or "")."""
    if character in "\n\t" or " " <= character <= "~":
        return character
    if character in _SYMBOLS:
        return _SYMBOLS[character]
    if character in _JOINERS or _SELECTORS.match(character) or _TAGS[0] <= character <= _TAGS[1]:
        return character if _takes_joiners(before) else ""
    return _kept(character)


@lru_cache(maxsize=4096)
def _kept(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Zs" or character in _BLANK:
        return " "
    if character in _HYPHENS:
        return "-"
    if category == "Cs":
        return "\ufffd"
    if category in ("Cc", "Cf") or character in _UNSEEN or _is_noncharacter(ord(character)):
        return ""
    is_form = any(first <= character <= last for first, last in _FORMS)
    return unicodedata.normalize("NFKC", character) if is_form else character


def _takes_joiners(before: str) -> bool:
    """Whether a joiner or selector after `before` is seen: after emoji, symbols, Arabic and Indic letters."""
    if not before:
        return False
    return "\u0590" <= before < "\u1e00" or before > "\u20cf" or before in "#*0123456789©®‼"


def _is_noncharacter(code: int) -> bool:
    return 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE


def _in_one_alphabet(match: re.Match[str]) -> str:
    word = match[0]
    return word.translate(_LOOKALIKES) if _LATIN.search(word) and _OTHERS.search(word) else word


@lru_cache(maxsize=4096)
def _bare(character: str) -> str:
    if character == "\n":
        return character
    kept = _kept(character)
    if not kept or character in _JOINERS or _SELECTORS.match(character) or character == _KEYCAP:
        return ""
    if kept.isdigit():
        return "".join(str(unicodedata.digit(digit)) for digit in kept)
    return "–" if kept != "-" and (unicodedata.category(kept[0]) == "Pd" or kept == "−") else kept


_RANKED = re.compile(r"\d+|\D")
_AS_SWEDISH = str.maketrans({"æ": "ä", "ø": "ö", "ü": "y", "ű": "y", "ő": "ö", "ß": "s", "ð": "d", "ł": "l"})
_LAST = {"å": "z1", "ä": "z2", "ö": "z3"}


def _ranks(name: str) -> list[tuple[int, int, str]]:
    return [
        (1, int(piece), "") if piece.isdecimal() else _rank(piece)
        for piece in _RANKED.findall(name.casefold().translate(_AS_SWEDISH))
    ]


def _rank(letter: str) -> tuple[int, int, str]:
    if letter in _LAST:
        return 2, 0, _LAST[letter]
    base = unicodedata.normalize("NFD", letter)[0]
    return (2 if base.isalpha() else 0), 0, base
