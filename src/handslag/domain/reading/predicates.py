"""Whether a sentence promises: a promising verb, somebody who promises, something to do."""

import re
from typing import Final, NamedTuple

from handslag.domain.reading.finds import FoundParty, Span
from handslag.domain.reading.parties import Mentions, distinct, once
from handslag.domain.reading.patterns import Pattern
from handslag.domain.reading.verbs import PASSIVE, PROMISES

_REACH: Final = 220  # how far a subject may stand before its verb
_NEAR: Final = 40  # how far "vi" may
_CLAUSE_START: Final = re.compile(r"[;:]\s|\b(?:att|som|när|där|så|eftersom|medan|men)\s")
_AFTER_VERB: Final = re.compile(
    r"""\s{1,3}(?:(?:också|även|därför|därmed|både|dessutom|nu|sedan|alltså|sig|gemensamt|tillsammans|under
            |på|hela|året
        |perioden|\d{4}|(?:företrädare|representanter)\sför)\s{1,3}){0,4}""",
    re.VERBOSE,
)
_TOGETHER: Final = re.compile(r"\W{0,3}(?:(?:tillsammans|ihop|i\s(?:samverkan|samarbete))\s)?med\s")
_CLOSE_BY: Final = re.compile(r"\s(?:\w{1,20}\s){0,2}")
_WE: Final = re.compile(r"\b(?:vi|parterna|aktörerna|nätverkets?|båda|bägge)\b")
# Sentences about the pledge itself and about aims.
_ABOUT_PLEDGE: Final = re.compile(
    r"""\W{0,3}(?:(?:de|det|den|detta|dessa|våra|vårt|ett|nytt|nya|årets|gemensamma|lokala|kommande|nästa
            |första|syftet\smed)
        \s){0,4}(?:medborgar)?(?:löfte|löftet|löften|löftena|löftes\w{0,8}|åtagandet|överenskommelse[nr]?
            |uppföljning\w{0,4}
        |utvärdering\w{0,4}|lägesbild\w{0,4}|arbetet|så\shär|syftet|målet|målsättningen|avsikten|tanken
            |ambitionen|effekten
        |förhoppningen|mätning\w{0,6})\b""",
    re.VERBOSE,
)
_MEANS_THAT: Final = Pattern(
    r"""(?x)löfte\w{0,3}\s(?:\w{1,30}\s){0,2}?(?:innebär|betyder|går\sut\spå|omfattar)\s(?:\w{1,30}\s){0,3}?att\b
        |(?:\bhandlar\slöfte\w{0,3}|löfte\w{0,3}\shandlar)\som\satt(?=\s(?:vi|polisen|kommunen
            |parterna)\b)""",
    "löfte",
)
_HANDLED: Final = r"""(?:följa?s?\supp|utvärder\w{1,8}|revider\w{1,6}|redovisa\w{0,3}|underteckna\w{0,3}
            |skriva?s?\sunder
    |ses?\söver|förnya\w{0,3}|tecknas?)"""
_HANDLING_PLEDGE: Final = Pattern(
    rf"""(?x)\bhandlar\b[^.]{{0,30}}\bom\b | \bvill\b | \bpå\ssikt\sska\b
        | \b(?:hålla|uppfylla)\s(?:sitt|sina|våra?|vårt)\s\w{{0,10}}löfte
        | \b{_HANDLED}\b[^.]{{0,80}}\b(?:medborgar)?(?:löfte|överenskommelse)
        | \b(?:medborgar)?(?:löfte|överenskommelse)[^.]{{0,80}}\b{_HANDLED}\b""",
    "handlar vill sikt löfte överenskommelse",
)


class Predicate(NamedTuple):
    """How a sentence promises. `subject`: the parties named as promising; empty for "vi" and passives.

    `vows`: it says lovar, förbinder sig or åtar sig, not just ska. `parties_meant`: its subject is
    "parterna" or the like.
    """

    subject: tuple[FoundParty, ...]
    vows: bool
    passive: bool
    parties_meant: bool = False


@once
def predicate_of(mentions: Mentions, sentence: Span) -> Predicate | None:
    """How the sentence at `sentence` promises, or None where it does not."""
    low = mentions.low
    if means := _MEANS_THAT.search(low, *sentence):
        verb = PROMISES.search(low, means.end(), sentence.end)
        subject = subject_at(mentions, sentence, verb.start(), verb.end()) if verb else ()
        return Predicate(subject, vows=True, passive=False)
    verbs = list(PROMISES.finditer(low, *sentence))
    if not verbs or _is_about_pledge(low, sentence):
        return None
    found: Predicate | None = None
    for verb in verbs:
        predicate = _predicate_at(mentions, sentence, verb)
        if predicate is not None and predicate.subject:
            return predicate
        found = found or predicate
    return found


def _predicate_at(mentions: Mentions, sentence: Span, verb: re.Match[str]) -> Predicate | None:
    low, vows = mentions.low, verb["vow"] is not None
    if subject := subject_at(mentions, sentence, verb.start(), verb.end()):
        return Predicate(subject, vows, passive=False)
    passive = (vows and mentions.text[verb.end() - 1] == "s") or bool(PASSIVE.match(low, verb.start()))
    word = _word_for_parties(low, sentence, verb)
    if not passive and word is None:
        return None
    return Predicate((), vows, passive, parties_meant=word not in (None, "vi"))


def _is_about_pledge(low: str, sentence: Span) -> bool:
    return bool(_ABOUT_PLEDGE.match(low, *sentence) or _HANDLING_PLEDGE.search(low, *sentence))


def subject_at(mentions: Mentions, sentence: Span, start: int, end: int) -> tuple[FoundParty, ...]:
    """The parties that are the subject of the verb from `start` to `end`: right before or after it."""
    low = mentions.low
    clause = _clause_start(low, sentence.start, start)
    before = mentions.acting_within(Span(clause, start))
    after = mentions.joined_from(_after_verb(low, sentence, end), sentence.end)
    if _TOGETHER.match(low, clause, start):
        return distinct((*before, *after)) if after else ()
    is_inverted = after and not (before and _CLOSE_BY.fullmatch(low, before[-1].span.end, start))
    return distinct(after if is_inverted or not before else before)


def _after_verb(low: str, sentence: Span, end: int) -> int:
    """Where a subject after the verb may stand, past adverbs: "kommer under året även | polisen"."""
    skipped = _AFTER_VERB.match(low, end, sentence.end)
    return skipped.end() if skipped else end


def _clause_start(low: str, start: int, verb: int) -> int:
    """Where the clause of `verb` begins; a relative clause closed by a comma right before it stays."""
    start = max(start, verb - _REACH)
    if low[max(start, verb - 2) : verb].startswith(","):
        return start
    for found in _CLAUSE_START.finditer(low, start, verb):
        start = found.end()
    return start


def _word_for_parties(low: str, sentence: Span, verb: re.Match[str]) -> str | None:
    """The word that stands for the parties as subject of `verb`: "vi", "parterna"."""
    clause = max(_clause_start(low, sentence.start, verb.start()), verb.start() - _NEAR)
    after = _after_verb(low, sentence, verb.end())
    found = _WE.search(low, clause, verb.start()) or _WE.match(low, after, min(after + _NEAR, sentence.end))
    return found.group() if found else None
