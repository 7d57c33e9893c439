"""Words that bind a promise in a way that logged activities cannot show: how soon, and on which days."""

import re
from enum import StrEnum

_NUMBER = r"(?:\d+|en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|tolv|fjorton|tjugofyra|fyrtioåtta)"
_SOON = re.compile(
    rf"\b(?:inom|senast(?: inom)?)\s+(?:(?:högst|max|maximalt)\s+)?{_NUMBER}\s+"
    r"(?:minut(?:er)?|timm(?:e|ar)|dygn|(?:arbets|var)?dag(?:ar)?|veck(?:a|or)|månad(?:er)?)\b"
    r"|\b(?:samma|nästa|påföljande)\s+(?:arbets|var)?dag\b",
    re.IGNORECASE,
)
_DAY = r"(?:mån|tis|ons|tors|fre|lör|sön)dag"
_DAYS = re.compile(
    rf"\b{_DAY}(?:s-|ar|s)?(?:[\s,]+(?:och\s+)?{_DAY}(?:skväll|snatt)?\w*)*\b|\bhelg(?:kväll|natt|nätter)\w*\b",
    re.IGNORECASE,
)


class Uncountable(StrEnum):
    """What cannot be counted from what is logged."""

    HOW_SOON = "how_soon"
    WHICH_DAYS = "which_days"


def uncountable(text: str) -> tuple[Uncountable, str] | None:
    """The first words that no log can show kept: "inom 48 timmar", "fredags- och lördagskvällar"."""
    for kind, pattern in ((Uncountable.HOW_SOON, _SOON), (Uncountable.WHICH_DAYS, _DAYS)):
        if found := pattern.search(text):
            return kind, found.group()
    return None
