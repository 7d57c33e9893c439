"""What the cell `type` of an XLSForm means: a kind of question, an edge of a group, or neither."""

import re
from dataclasses import dataclass

from handslag.domain.surveys import PLACES, Kind

_PLAIN = {
    "text": Kind.TEXT,
    "string": Kind.TEXT,
    "add text prompt": Kind.TEXT,
    "integer": Kind.INTEGER,
    "int": Kind.INTEGER,
    "add integer prompt": Kind.INTEGER,
    "decimal": Kind.DECIMAL,
    "add decimal prompt": Kind.DECIMAL,
    "date": Kind.DATE,
    "add date prompt": Kind.DATE,
    "note": Kind.NOTE,
    "add note prompt": Kind.NOTE,
    "range": Kind.SCALE,
}
# The longest first; those of pyxform.aliases.select that do not read another file.
SELECTS = {
    "add select multiple prompt using": Kind.MULTIPLE,
    "add select one prompt using": Kind.SINGLE,
    "select all that apply from": Kind.MULTIPLE,
    "select all that apply": Kind.MULTIPLE,
    "select one from": Kind.SINGLE,
    "select_multiple": Kind.MULTIPLE,
    "select_one": Kind.SINGLE,
    "select one": Kind.SINGLE,
    "select1": Kind.SINGLE,
    "rank": Kind.RANKING,
}
# About the device, the person or the time: never stored here (docs/rules/surveys.md).
_WATCHING = {
    *("start", "end", "today", "deviceid", "phonenumber", "simserial", "subscriberid", "username"),
    *("email", "audit", "background-audio", "background-geopoint", "start-geopoint", "imei", "get device id"),
}
_OTHER = re.compile(r"(?<!\s)\s+or[ _-](?:specify[ _-])?other$", re.I)
_GROUP = re.compile(r"(?P<edge>begin|end)[ _-]?(?P<what>group|repeat|loop|lgroup|looped group)\b")


@dataclass(frozen=True, slots=True)
class Type:
    """A type that was read. Exactly one of the first three says what it is; all empty: we do not have it.

    `edge`: "begin" or "end", of a `group` (or of something that repeats). `reason`: the code of why
    it is left out. `list_name` and `or_other` belong to kinds with choices.
    """

    kind: Kind | None = None
    edge: str = ""
    reason: str = ""
    repeats: bool = False
    list_name: str = ""
    or_other: bool = False


def type_of(written: str) -> Type:
    """What a cell of the column `type` means."""
    plain = " ".join(written.split())
    lower = plain.casefold()
    edge = _GROUP.match(lower)
    if edge:
        return Type(edge=edge["edge"], repeats=edge["what"] != "group")
    if lower in _PLAIN:
        return Type(_PLAIN[lower])
    if lower in _WATCHING or lower.startswith("uri:"):
        return Type(reason="xlsform_watching")
    if lower in ("calculate", "calculation", "hidden"):
        return Type(reason="xlsform_calculation")
    return _select(plain) or Type(reason="xlsform_type")


def _select(plain: str) -> Type | None:
    or_other = _OTHER.search(plain)
    body = plain[: or_other.start()] if or_other else plain
    for words, kind in SELECTS.items():
        begun = re.match(re.sub("[ _]", "[ _-]?", words) + r"(?: ?: ?| )", body, re.I)
        if begun:
            list_name = body[begun.end() :].strip()
            if not list_name or " " in list_name:
                return None
            place = kind is Kind.SINGLE and list_name == PLACES and not or_other
            return Type(Kind.PLACE if place else kind, list_name=list_name, or_other=bool(or_other))
    return None
