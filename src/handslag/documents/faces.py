"""What the faces we print with can show, asked of them: each sign is set and looked at.

The faces come with Typst and with two packages of fonts (docs/decisions/dependencies.md); those of the
machine are never used, so that the same document gives the same bytes everywhere.
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Set
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import typst

from handslag.documents.fitting import fitted, readable

# In this order; what none of them has is looked for in the others.
FACES = ("Libertinus Serif", "IBM Plex Sans Arabic", "Noto Emoji")
BOX = "▯"  # for a sign that no face has; a square would be taken for one to tick
_PACKAGES = ("fontpkg_ibm_plex_sans_arabic", "manimgx_fonts")
_LONG = re.compile(r"[^\s/]{41,}")  # longer than any word: it may be broken anywhere
_STEP, _BREAK = 12, "\u200b"
_JOINING = ("Mn", "Mc", "Me", "Cf")  # categories of signs that are seen only with others
_SKINS = "\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"
_MOST_KNOWN = 50_000  # signs
_NO_FACE_HAS = "\U0010fffd"
_ASKED = b"""
#set page(width: auto, height: auto, margin: 0pt)
#set text(font: json(bytes(sys.inputs.faces)))
#for sign in json(bytes(sys.inputs.signs)) {
  page(for weight in (400, 600, 700) { text(weight: weight, sign) })
}
"""
_GLYPH = re.compile(rb'href="#(g\w+)"')

_known: dict[str, str] = {}  # what each sign is shown as


@cache
def fonts() -> typst.Fonts:
    """All faces that are installed."""
    specs = (find_spec(package) for package in _PACKAGES)
    folders: list[Any] = [str(Path(spec.origin).parent) for spec in specs if spec and spec.origin]
    return typst.Fonts(include_system_fonts=False, font_paths=folders)


def printed(document: Any, *, plainly: bool = False) -> Any:
    """The document with the words as paper can show them.

    A sign that no face has stands as the plain sign that it is a form of (a full-width A as A), a letter
    without the marks that no face has, anything else as a `BOX`. `plainly`: no sign is made of several, for
    signs that the faces have one by one and not beside each other.
    """
    texts: list[str] = []

    def kept(text: str) -> str:
        texts.append(_plain(readable(text)) if plainly else readable(text))
        return texts[-1]

    document = fitted(document, kept)
    forms = _forms_of(text for text in texts if not text.isascii())

    def shown(text: str) -> str:
        if not text.isascii():
            text = "".join(forms[sign] for sign in _SIGN.findall(text))
        return _LONG.sub(_breakable, text.replace("\t", " "))

    return fitted(document, shown)


def lacking(texts: Iterable[str]) -> float:
    """The share of the letters in `texts` that no face has, 0 to 1."""
    texts = [readable(text) for text in texts]
    forms = _forms_of(texts)
    letters = [sign for text in texts for sign in _SIGN.findall(text) if sign[0].isalpha()]
    return sum(forms[sign] == BOX for sign in letters) / max(len(letters), 1)


def _plain(text: str) -> str:
    whole = unicodedata.normalize("NFC", text)
    return "".join(
        sign for sign in whole if unicodedata.category(sign) not in _JOINING and sign not in _SKINS
    )


def _breakable(word: re.Match[str]) -> str:
    signs = _SIGN.findall(word[0])
    return _BREAK.join("".join(signs[at : at + _STEP]) for at in range(0, len(signs), _STEP))


def _forms_of(texts: Iterable[str]) -> dict[str, str]:
    """What each sign of `texts` is shown as. The faces are asked about a sign once."""
    signs = {sign for text in texts for sign in _SIGN.findall(text)}
    forms = {sign: _known[sign] for sign in signs if sign in _known}
    forms |= _asked(signs - forms.keys())
    if len(_known) < _MOST_KNOWN:
        _known.update(forms)
    return forms


def _asked(signs: Set[str]) -> dict[str, str]:
    has = _had(signs)
    others = {sign: [*_instead_of(sign)] for sign in signs - has}
    has |= _had({part for forms in others.values() for form in forms for part in _SIGN.findall(form)})
    return {
        sign: next(
            form
            for form in (sign, *others.get(sign, ()), BOX)
            if has.issuperset(_SIGN.findall(form)) or form == BOX
        )
        for sign in signs
    }


def _instead_of(sign: str) -> Iterator[str]:
    yield unicodedata.normalize("NFKC", sign)
    if sign[0].isalnum():
        yield unicodedata.normalize("NFKC", sign[0])
    if unicodedata.category(sign[0]) in _JOINING:
        yield ""


def _had(signs: Iterable[str]) -> set[str]:
    """Those of `signs` that the faces have, in each of the weights we use."""
    asked = [sign for sign in signs if not any(unicodedata.category(one) in ("Co", "Cn") for one in sign)]
    if not asked:
        return set()
    inputs = {"faces": json.dumps(FACES), "signs": json.dumps([_NO_FACE_HAS, *asked])}
    pages: Any = typst.compile(
        _ASKED, font_paths=fonts(), ignore_system_fonts=True, format="svg", sys_inputs=inputs
    )
    missing, *found = [set(_GLYPH.findall(page)) for page in pages]
    return {sign for sign, glyphs in zip(asked, found, strict=True) if not glyphs & missing}


def _marks() -> str:
    """What joins the sign before it, as the inside of a class of a regular expression."""
    marks = [chr(code) for code in range(0x20000) if unicodedata.category(chr(code))[0] == "M"]
    return "".join([*marks, "\U0001f3fb-\U0001f3ff", "\U000e0020-\U000e007f", "\U000e0100-\U000e01ef"])


# A sign as people see it: a letter with its marks, a family joined of four, a flag of two letters.
_SIGN = re.compile(rf"[\U0001f1e6-\U0001f1ff]{{2}}|.(?:\u200d.|[{_marks()}\u200d])*", re.S)
