r"""Regular expressions of a survey's author, matched against what strangers write.

Python's `re` tries again when a pattern can match in many ways, which a stranger could use to keep
the server busy. So a pattern is let through only when the number of ways is bounded: no repetition
of something that itself varies, no look-around, no back-reference, and the product of all ways at
most `MOST_WAYS`.
"""

import re
from functools import lru_cache

from handslag.domain.errors import BadInput

LONGEST_PATTERN = 200
LONGEST_TEXT = 200  # a longer text does not match any pattern
MOST_WAYS = 1_000_000

_PIECE = re.compile(
    r"\\(?P<escaped>.)|(?P<set>\[\^?\]?(?:\\.|[^\]\\])*\])|(?P<open>\((?:\?:)?)(?P<odd>\?)?|(?P<close>\))"
    r"|(?P<bar>\|)|(?P<times>[*+?]|\{\d{0,3}(?:,\d{0,3})?\})(?P<lazy>[?+])?|.",
    re.S,
)


def refuse_costly(pattern: str) -> None:
    """Let `pattern` pass. Raises `BadInput`: `pattern_too_long`, `pattern_unreadable`, `pattern_costly`."""
    if len(pattern) > LONGEST_PATTERN:
        raise BadInput("pattern_too_long", most=LONGEST_PATTERN)
    try:
        re.compile(pattern)
    except (re.error, OverflowError, RecursionError) as exc:
        raise BadInput("pattern_unreadable", pattern=pattern) from exc
    if _ways(pattern) > MOST_WAYS:
        raise BadInput("pattern_costly", pattern=pattern)


def matches(pattern: str, text: str) -> bool:
    """Whether all of `text` is as `pattern` says; never for a text longer than `LONGEST_TEXT`."""
    return len(text) <= LONGEST_TEXT and _compiled(pattern).fullmatch(text) is not None


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _ways(pattern: str) -> int:
    """In how many ways the pattern can divide a text of `LONGEST_TEXT` characters, at most."""
    levels, last = [1], 1  # ways of each open bracket; ways of what a repetition would repeat
    for piece in _PIECE.finditer(pattern):
        kind = piece.lastgroup if piece.lastgroup != "lazy" else "times"
        if kind == "odd" or (kind == "escaped" and piece["escaped"].isdigit()):
            return MOST_WAYS + 1
        if kind == "open":
            levels.append(1)
        elif kind == "close":
            last = levels.pop()
            levels[-1] *= last
        elif kind == "bar":
            levels[-1] *= 2
        elif kind == "times":
            fewest, most = _times(piece["times"])
            if most > 1 and last > 1:
                return MOST_WAYS + 1
            levels[-1] *= most - fewest + 1
        if kind not in ("close", "open"):
            last = 1
    return levels[-1]


def _times(sign: str) -> tuple[int, int]:
    """How often `*`, `+`, `?` or `{2,4}` repeats: fewest and most."""
    if sign in "*+?":
        return {"*": (0, LONGEST_TEXT), "+": (1, LONGEST_TEXT), "?": (0, 1)}[sign]
    fewest, comma, most = sign[1:-1].partition(",")
    low = int(fewest or 0)
    return low, int(most or LONGEST_TEXT) if comma else low
