"""Whether a sentence promises: a promising verb, somebody who promises, something to do."""

import re
from dataclasses import dataclass
from typing import Final

from handslag.domain.reading.finds import FoundParty, Span
from handslag.domain.reading.parties import Mentions, distinct
from handslag.domain.reading.verbs import PASSIVE, PROMISES

_REACH: Final = 220  # how far a subject may stand before its verb
_CLAUSE_START: Final = re.compile(r"[;:]\s|\b(?:att|som|när|där|så|eftersom|medan|men)\s", re.IGNORECASE)
_AFTER_VERB: Final = re.compile(
    r"\s+(?:(?:också|även|därför|därmed|både|dessutom|nu|sedan|alltså|sig|gemensamt|tillsammans|under|på|hela|året|perioden|\d{4}|(?:företrädare|representanter)\sför)\s+){0,4}",
    re.IGNORECASE,
)
_TOGETHER: Final = re.compile(r"\W{0,3}(?:(?:tillsammans|ihop|i\s(?:samverkan|samarbete))\s)?med\s", re.IGNORECASE)
_CLOSE_BY: Final = re.compile(r"\s(?:\w{1,20}\s){0,2}")
_WE: Final = re.compile(r"\b(?:vi|parterna|aktörerna|nätverkets?|båda|bägge)\b", re.IGNORECASE)
# Sentences about the pledge itself, about aims and about what others think.
_ABOUT_PLEDGE: Final = re.compile(
    r"""\W{0,3}(?:(?:de|det|den|detta|dessa|våra|vårt|vart|ett|nytt|nya|årets|gemensamma|lokala|kommande|nästa|första|syftet\smed)\s){0,4}
        (?:medborgar)?(?:löfte|löftet|löften|löftena|löftes\w*|åtagandet|överenskommelse[nr]?|uppföljning\w*|utvärdering\w*
        |lägesbild\w*|arbetet|så\shär|syftet|målet|målsättningen|avsikten|tanken|ambitionen|effekten|förhoppningen|mätning\w*)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_MEANS_THAT: Final = re.compile(
    r"\blöfte\w{0,3}\s(?:\w{1,30}\s){0,2}?(?:innebär|betyder|går\sut\spå|omfattar)\s(?:\w{1,30}\s){0,3}?att\b"
    r"|(?:\bhandlar\slöfte\w{0,3}|\blöfte\w{0,3}\shandlar)\som\satt(?=\s(?:vi|polisen|kommunen|parterna)\b)",
    re.IGNORECASE,
)
_HANDLING_PLEDGE: Final = re.compile(
    r"""\bhandlar\b[^.]{0,30}\bom\b | \bvill\b | \bpå\ssikt\sska\b | \b(?:hålla|uppfylla)\s(?:sitt|sina|våra?|vårt)\s\w{0,10}löfte
        | \b(?:följa?s?\supp|följas\supp|utvärder\w*|revider\w*|redovisa\w*|underteckna\w*|skriva?s?\sunder|ses?\söver|förnya\w*|teckna\w*)\b
          [^.]{0,80}\b(?:medborgar)?(?:löfte|överenskommelse)\w*
        | \b(?:medborgar)?(?:löfte|överenskommelse)\w*[^.]{0,80}
          \b(?:följa?s?\supp|följas\supp|utvärder\w*|revider\w*|redovisa\w*|underteckna\w*|skriva?s?\sunder|ses?\söver|förnya\w*|tecknas?)\b""",
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Predicate:
    """How a sentence promises. `subject`: the parties named as promising; empty for "vi" and passives.

    `vows`: it says lovar, förbinder sig or åtar sig, not just ska. `parties_meant`: its subject is
    "parterna" or the like.
    """

    subject: tuple[FoundParty, ...]
    vows: bool
    passive: bool
    parties_meant: bool = False


def predicate_of(mentions: Mentions, sentence: Span) -> Predicate | None:
    """How the sentence at `sentence` promises, or None where it does not."""
    text = mentions.text
    if means := _MEANS_THAT.search(text, sentence.start, sentence.end):
        return Predicate(_subject_of(mentions, Span(means.end(), sentence.end)), True, False)
    if _is_about_pledge(text, sentence):
        return None
    found: Predicate | None = None
    for verb in PROMISES.finditer(text, sentence.start, sentence.end):
        vows = verb["vow"] is not None
        subject = subject_at(mentions, sentence, verb.start(), verb.end())
        passive = text[verb.end() - 1] == "s" and vows or bool(PASSIVE.match(text, verb.start()))
        if subject:
            return Predicate(subject, vows, False)
        we = _we(text, sentence, verb.start(), verb.end())
        if found is None and (passive or we):
            found = Predicate((), vows, passive, bool(we) and we != "vi")
    return found


def _is_about_pledge(text: str, sentence: Span) -> bool:
    return bool(
        _ABOUT_PLEDGE.match(text, sentence.start, sentence.end)
        or _HANDLING_PLEDGE.search(text, sentence.start, sentence.end)
    )


def _subject_of(mentions: Mentions, span: Span) -> tuple[FoundParty, ...]:
    for verb in PROMISES.finditer(mentions.text, span.start, span.end):
        return subject_at(mentions, span, verb.start(), verb.end())
    return ()


def subject_at(mentions: Mentions, sentence: Span, start: int, end: int) -> tuple[FoundParty, ...]:
    """The parties that are the subject of the verb from `start` to `end`: right before it or right after it."""
    text = mentions.text
    clause = _clause_start(text, sentence.start, start)
    before = mentions.acting_within(Span(clause, start))
    skipped = _AFTER_VERB.match(text, end, sentence.end)
    after = mentions.joined_from(skipped.end(), sentence.end) if skipped else ()
    if _TOGETHER.match(text, clause, start):
        return distinct((*before, *after)) if after else ()
    is_inverted = after and not (before and _CLOSE_BY.fullmatch(text, before[-1].span.end, start))
    return distinct(after if is_inverted or not before else before)


def _clause_start(text: str, start: int, verb: int) -> int:
    """Where the clause of `verb` begins. A relative clause closed by a comma right before the verb belongs to it."""
    start = max(start, verb - _REACH)
    if text[max(start, verb - 2) : verb].startswith(","):
        return start
    for found in _CLAUSE_START.finditer(text, start, verb):
        start = found.end()
    return start


def _we(text: str, sentence: Span, start: int, end: int) -> str | None:
    """The word that stands for the parties as subject of the verb from `start` to `end`, in lower case."""
    skipped = _AFTER_VERB.match(text, end, sentence.end)
    near = skipped.end() + 12 if skipped else end
    clause = max(_clause_start(text, sentence.start, start), start - 40)
    found = _WE.search(text, clause, start) or _WE.match(
        text, skipped.end() if skipped else end, min(near, sentence.end)
    )
    return found.group().lower() if found else None
