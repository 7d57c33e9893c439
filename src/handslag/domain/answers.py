"""Answers to surveys: what becomes of one that was handed in, and where its code came from."""

from enum import StrEnum


class Outcome(StrEnum):
    """What became of an answer that was handed in."""

    STORED = "stored"
    REPEATED = "repeated"  # this form has been sent before: counted once, same receipt
    CLOSED = "closed"  # the survey does not take answers this way, or not today
    CODE_UNKNOWN = "code_unknown"  # no such code was given out for this survey
    CODE_USED = "code_used"


class CodeChannel(StrEnum):
    """Where people get a code that lets them answer once."""

    LETTER = "letter"
    LIBRARY = "library"
    MEETING = "meeting"
