"""How wide the letters of a PDF font are, and which letters its codes stand for."""

import re
from collections.abc import Iterator
from typing import Any

from pypdf.generic import DictionaryObject, TextStringObject

# Not promised by pypdf, and moved once; nothing promised gives the width of a letter.
from pypdf.generic._font import Font as PypdfFont

UNKNOWN = "\ufffd"  # a letter that the font does not name

_symbols = re.compile(r"wingdings|webdings|dingbats|symbol", re.I)
_bullets = re.compile(r"[\xa7\xa8\xb7\xd8\xfc\ue000-\uf8fflnqtuvØü§·\u25a0-\u27bf•]")
_bold = re.compile(r"bold|black|heavy|semibold|demi", re.I)


class Letters:
    """A font of a page."""

    def __init__(self, resource: DictionaryObject) -> None:
        self._font = PypdfFont.from_font_resource(resource)
        self._named = resource.get("/Encoding") not in ("/Identity-H", "/Identity-V")
        self._symbols = bool(_symbols.search(self._font.name))
        self.bold = bool(_bold.search(self._font.name)) or _is_heavy(self._font.font_descriptor.weight)
        self._known: dict[str, tuple[str, float, bool]] = {}

    def read(self, codes: bytes) -> Iterator[tuple[str, float, bool]]:
        """Each letter in `codes`, its width in parts of the size, and whether it is the one-byte blank."""
        encoding = self._font.encoding
        text = (
            codes.decode(encoding, "surrogatepass") if isinstance(encoding, str) else codes.decode("latin-1")
        )
        for code in text:
            if code not in self._known:
                self._known[code] = self._letter(code)
            yield self._known[code]

    def _letter(self, code: str) -> tuple[str, float, bool]:
        font = self._font
        width = font.space_width if code == font.space_char else font.get_text_width(code)
        simple = isinstance(font.encoding, dict)
        drawn = font.encoding.get(ord(code), code) if isinstance(font.encoding, dict) else code
        text = font.character_map.get(drawn, drawn if simple or self._named else UNKNOWN)
        if not font.interpretable or (len(text) > 1 and text[0] == "/"):
            text = UNKNOWN
        elif self._symbols and _bullets.fullmatch(text):
            text = "•"
        return text, float(width) / 1000, simple and code == " "


class _NoFont(Letters):
    """What a page writes in a font that it does not have."""

    bold = False

    def __init__(self) -> None:
        """Nothing to look up."""

    def read(self, codes: bytes) -> Iterator[tuple[str, float, bool]]:
        """As many unknown letters as there are codes."""
        return ((UNKNOWN, 0.5, False) for _ in codes)


NO_FONT = _NoFont()


class Fonts:
    """The fonts of a file, each read once however many pages name it."""

    def __init__(self) -> None:
        self._known: dict[int, Letters] = {}

    def of(self, resources: Any) -> dict[str, Letters]:
        """The fonts that `resources` (a dictionary of a page or form) names, without the broken ones."""
        named = resources.get("/Font", DictionaryObject()).get_object()
        fonts = {}
        for name in named:
            try:
                fonts[name] = self._letters(named.raw_get(name))
            except (AttributeError, TypeError, KeyError, ValueError):
                continue
        return fonts

    def _letters(self, resource: Any) -> Letters:
        number = getattr(resource, "idnum", None)
        if number is None:
            return Letters(resource)
        if number not in self._known:
            self._known[number] = Letters(resource.get_object())
        return self._known[number]


def words_in(given: Any) -> str:
    """A text of the file, whose form its first bytes tell."""
    if not isinstance(given, bytes):
        return str(given)
    if given.startswith((b"\xfe\xff", b"\xff\xfe")):
        return given.decode("utf-16", "replace")
    return given.removeprefix(b"\xef\xbb\xbf").decode(
        "utf-8" if given[:1] == b"\xef" else "latin-1", "replace"
    )


def codes_in(part: Any) -> bytes:
    """The codes of letters in a string that a page shows."""
    if isinstance(part, bytes):
        return part
    return (
        part.original_bytes if isinstance(part, TextStringObject) else str(part).encode("latin-1", "ignore")
    )


def _is_heavy(weight: object) -> bool:
    return str(weight).isdecimal() and int(str(weight)) >= 600
