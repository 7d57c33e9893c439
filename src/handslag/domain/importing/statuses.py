"""Whether something was done, is planned or was called off: from a cell, and from the words of a title."""

import re
from enum import StrEnum
from functools import lru_cache
from typing import Final

from handslag.domain.errors import BadInput
from handslag.domain.keeping.activities import ActivityStatus

_STATUS: Final = {
    ActivityStatus.CANCELLED: (
        *("inställd", "inställt", "inställda", "ställdes in", "avbokad", "avbokat", "avbruten", "avbrutet"),
        *("struken", "struket", "avlyst", "blev inte av", "blev ej av", "annullerad", "annullerat"),
        *("ej genomförd", "ej genomfört", "inte genomförd", "inte genomfört", "ej utförd", "ej utfört"),
        *("inte utförd", "inte utfört", "ej gjord", "ej gjort", "inte gjord", "inte gjort"),
        *("cancelled", "canceled", "not done", "called off"),
    ),
    ActivityStatus.DONE: (
        *("genomförd", "genomfört", "genomförda", "utförd", "utfört", "utförda", "klar", "klart", "klara"),
        *("gjord", "gjort", "slutförd", "slutfört", "avslutad", "avslutat", "done", "completed", "finished"),
    ),
    ActivityStatus.PLANNED: (
        *("planerad", "planerat", "planerade", "planeras", "kommande", "bokad", "bokat", "preliminär"),
        *("preliminärt", "planned", "scheduled", "booked", "tentative", "upcoming"),
    ),
}
_STATUS_OF: Final = {word: status for status, words in _STATUS.items() for word in words}
_YES: Final = frozenset(("ja", "j", "x", "✓", "✔", "☑", "√", "sant", "true", "yes", "y", "ok"))
_NO: Final = frozenset(("nej", "n", "falskt", "false", "no", "☐", "✗", "✘"))
_DIGITS: Final = {"1": True, "0": False}
_OF_STATUS: Final = re.compile(r"\b(?:status|läge)\b", re.I)  # headings below which 1 and 0 mean anything
_OF_PLANS: Final = re.compile(r"\b(?:planera|planned|bokad|booked)", re.I)

_WORD: Final = (
    r"(?:inställ(?:da|de|d|ts?|s)|ställ(?:des|s|ts|t) in|avlys(?:ta|t|es|ning)|avbok(?:ade|ad|at|as|ning)"
    r"|avbrut(?:en|et|na)|struk(?:en|et|na)|annullera(?:de|d|t|s)|utgår"
    r"|bl(?:ir|ev) (?:inte|ej) av|cancell?ed|cancell?ation|called off|aflyst|peruttu|peruutettu|abgesagt)"
)
_MOVED: Final = (
    r"(?:framflytta(?:d|t|de|s)|flytta(?:d|t|des|ts)|uppskjut(?:en|et|na)|skjuts upp|postponed|rescheduled)"
)
_ANY: Final = re.compile(rf"\b(?:{_WORD}|{_MOVED})\b", re.I)
_DOUBT: Final = re.compile(r"\b(?:inte|ej|ev|eventuell\w*|kanske|om|not|maybe|if|möjligen|risk)\b|\?", re.I)
_WHY: Final = r"(?:p\.? ?g\.? ?a|på grund|due to|because|för att|eftersom|då)\b"
_EVENT: Final = r"(?: (?:event|meeting|möte|händelse|evenemang))?(?: with note)?"  # as calendars say it
_FORWARDED: Final = r"\W*(?:(?:sv|vb|re|fwd?|tr)\s*:\W*)*"
_VERB: Final = r"(?:ställ(?:des|s|ts|t) in|utgår|bl(?:ir|ev) (?:inte|ej) av)"
_PLAINLY: Final = (
    rf"{_FORWARDED}{_WORD}{_EVENT}\s*(?:[^\w\s].*|{_WHY}.*)?",  # Inställt: …, Inställd – …
    rf".*[^\w\s]\s*{_WORD}\W*",  # … (inställt), … - Inställt
    rf".*\b(?:är|blev|blir|har blivit|har|is|was) {_WORD}\W*",  # … blev inställt
    rf".*\b{_VERB}\W*",  # … ställs in
)
_MARKED: Final = re.compile(rf"[\[(*]\s*{_WORD}\s*[\])*]", re.I)  # … [inställt] …
_PLAIN: Final = re.compile(rf"\A(?:{'|'.join(_PLAINLY)})", re.I | re.S)
_SHOUTED: Final = re.compile(rf"\A(?:{_FORWARDED}(?i:{_WORD})\b|.*\b(?i:{_WORD})\W*)", re.S)


class CalledOff(StrEnum):
    """What the words of a title or a note say of it."""

    NO = "no"
    PLAINLY = "plainly"
    PERHAPS = "perhaps"


@lru_cache(maxsize=4096)
def status_in(text: str, heading: str = "") -> ActivityStatus | None:
    """Done, planned or cancelled. A yes or no answers its heading ("Inställt": ja is cancelled).

    None for a no to whether it was done: its day then tells a plan from what did not happen. A no to
    whether it was called off says that it was done. Raises `BadInput("import_unknown_status")`.
    """
    written = " ".join(text.casefold().split()).rstrip(".!")
    if written in _STATUS_OF:
        return _STATUS_OF[written]
    is_yes = written in _YES
    if written in _DIGITS and heading and not _OF_STATUS.search(heading):
        is_yes = _DIGITS[written]
    elif not is_yes and written not in _NO:
        raise BadInput("import_unknown_status", value=text)
    if _ANY.search(heading):
        return ActivityStatus.CANCELLED if is_yes else ActivityStatus.DONE
    if _OF_PLANS.search(heading):
        if not is_yes:
            raise BadInput("import_unknown_status", value=text)
        return ActivityStatus.PLANNED
    return ActivityStatus.DONE if is_yes else None


@lru_cache(maxsize=4096)
def called_off(text: str) -> CalledOff:
    """Whether a title or a note says that it was called off: plainly ("Inställt: …") or perhaps."""
    found = _ANY.search(text)
    if not found:
        return CalledOff.NO
    if _MARKED.search(text):
        return CalledOff.PLAINLY
    if _DOUBT.search(_ANY.sub("", text)):
        return CalledOff.PERHAPS
    is_shouted = found[0].isupper() and _SHOUTED.fullmatch(text[: found.end()])
    return CalledOff.PLAINLY if is_shouted or _PLAIN.fullmatch(text) else CalledOff.PERHAPS
