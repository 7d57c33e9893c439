"""Answers to surveys: what becomes of one that was handed in, and where its code came from."""

from enum import StrEnum


class Outcome(StrEnum):
    """What became of an answer that was handed in."""

    STORED = "stored"
    REPEATED = "repeated"  # this form has been sent before: counted once, same receipt
    CLOSED = "closed"  # the survey does not take answers this way, or not today
    CODE_WAIT = "code_wait"  # so many codes were wrong just now that this one was not looked at
    CODE_REFUSED = "code_refused"  # used, or never given out for this survey: told apart by nobody


class CodeChannel(StrEnum):
    """Where people get a code that lets them answer once."""

    LETTER = "letter"
    LIBRARY = "library"
    MEETING = "meeting"
