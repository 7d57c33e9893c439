"""Several acts in one promise: one may be kept and the other not."""

import re
from collections.abc import Iterator

from handslag.domain.linting.draft import Draft
from handslag.domain.linting.rewriting import capitalised
from handslag.domain.linting.rule import Hit, Level, Rule

_ACT = (
    r"(?:genomföra|hålla(?!\s+(?:i|ihop|fast|på)\b)|anordna|ordna|besöka|kontrollera|starta|inrätta"
    r"|gå (?=\w*vandr|på)|bjuda in|informera|föreläsa|utbilda|mäta"
    r"|patrullera|delta|införa|bygga|ta fram|kartlägga|erbjuda"
    r"|dela ut|anmäla|förlägga|se över|åtgärda|rensa|belysa)"
)
_JOINED = re.compile(
    rf"\b{_ACT}\s+\w[^.;]{{0,200}}?(?P<joint>,?\s+(?:och|samt)\s+(?:att\s+)?|\s*;\s+|,\s+)"
    rf"(?:(?:minst|även|också|dessutom|på|vid)\s+(?:\w+\s+){{0,3}}?)?{_ACT}\b",
    re.IGNORECASE,
)
_COUNTS = re.compile(
    r"\bminst\b[^.;]{0,200}?(?P<joint>(?:,|(?<![\s,]))\s+(?:och|samt)\s+)minst\b", re.IGNORECASE
)
# "samt" joins acts and not their objects; "och att" begins an act anew ("… att gå ut och att mäta").
_ALSO = re.compile(
    rf"\b(?:{_ACT}|göra|knyta|samverka|söka)\s+\w[^.;]{{0,200}}?(?P<joint>,?\s+(?:samt\s+(?:att\s+)?|och\s+att\s+))"
    rf"(?:{_ACT}|göra|uppdatera|vara med|synas|driva|främja|berätta|möta|söka)\b",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"\A[^.]{0,200}?\b(?:lovar(?:\s+\w+){0,4}?\s+att|ska|skall|kommer(?:\s+\w+){0,2}?\s+att)\s", re.IGNORECASE
)


def _find(draft: Draft) -> Iterator[Hit]:
    """Two acts, or two least numbers, joined by "och", "samt" or a semicolon within one sentence."""
    for pattern in (_JOINED, _COUNTS, _ALSO):
        if words := pattern.search(draft.claim):
            yield Hit(draft.span_of(words), _apart(draft.text, words))
            return


def _apart(text: str, words: re.Match[str]) -> str:
    opening = _OPENING.match(text)
    start = opening[0] if opening and opening.end() <= words.start() else ""
    first, second = text[: words.start("joint")], text[words.end("joint") :]
    return f"{' '.join(first.split())}. {capitalised(' '.join((start + second).split()))}"


RULE = Rule(
    "several_promises",
    Level.LIGHT,
    (
        "Här finns minst två löften i ett, och det ena kan hållas utan det andra.",
        "There are at least two promises in one here, and one may be kept without the other.",
    ),
    _find,
)
