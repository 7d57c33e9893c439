"""Whom a promise itself names as promising: its subject, the doer of a passive, or a tag at its end."""

import re
from typing import Final

from handslag.domain.reading.finds import FoundParty, Span
from handslag.domain.reading.parties import Mentions, distinct, once, sentences_in
from handslag.domain.reading.patterns import Pattern
from handslag.domain.reading.predicates import predicate_of

_TAG: Final = re.compile(r"[(\[](?P<names>[^()\[\]]{3,80})[)\]]\W{0,2}$")
_ANSWERS: Final = re.compile(
    r"(?:ansvarig\w{0,2}|huvudansvar\w{0,4}|utförare|utförs\sav|genomförs\sav)(?:\spart\w{0,3})?\s?:?\s",
)
_TAG_GLUE: Final = re.compile(r"[\s,/&.]{0,3}(?:(?:och|samt)[\s,]{0,2})?")
_TAG_REACH: Final = 90
_BY: Final = Pattern(r"\b(?:\w{2,20}s|får?\s(?:\w{1,20}\s){0,2}?besök)\s(?:\w{1,20}\s){0,4}?av\s", "av")
_RUNS_ON: Final = re.compile(r"\s(?:(?:också|även)\s)?(?:[\w-]{1,30}\s){0,3}?\w{1,24}(?:r|s)\b")
# Verbs of being, having and seeing tell how things stand, not what is done.
_ACTS_NOW: Final = re.compile(
    r"""\s(?:(?:också|även)\s)?(?!(?:har|är|var|vill|ser|anser|menar|tycker|får|blir|kan|tas|finns|känner|upplever|visar)\b)
        \w{2,24}(?:r|s)\b""",
    re.VERBOSE,
)
_GOES_ON_TOGETHER: Final = re.compile(
    r"\W{0,2}(?:samverkan|samarbetet)\b[^.!?]{0,80}?\b(?:fortsätter|utvecklas|sker|stäms|förstärks|intensifieras)\b",
)
_THAT: Final = re.compile(r"att\s")
_OF_PLEDGE: Final = re.compile(r"löfte|\bmätning")
_ADVERBIAL: Final = re.compile(
    r"""\W{0,2}(?:varje|var|under|vid|på|i|om|när|efter|genom|minst|varannan|vartannat|dessutom|därutöver|därtill|också
        |inför|för|årligen|tillsammans)\b[^.!?]{0,90}?\b\w{2,20}r\s(?=\S)""",
    re.VERBOSE,
)


@once
def own_parties(mentions: Mentions, span: Span) -> tuple[FoundParty, ...]:
    """The parties the promise itself names: its subject, else its tag. Empty where it names none."""
    return _subject(mentions, span) or tag_of(mentions, span)


def _subject(mentions: Mentions, span: Span) -> tuple[FoundParty, ...]:
    for sentence in sentences_in(mentions, span):
        predicate = predicate_of(mentions, sentence)
        if predicate is not None and predicate.subject:
            return predicate.subject
        if told := _in_present_tense(mentions, sentence) or _agent(mentions, sentence):
            return told
    return ()


def _agent(mentions: Mentions, sentence: Span) -> tuple[FoundParty, ...]:
    """ "Kontroller görs av polisen", "Skolorna får besök av områdespolisen"."""
    agent = _BY.search(mentions.low, *sentence)
    return distinct(mentions.joined_from(agent.end(), sentence.end)) if agent else ()


def _in_present_tense(mentions: Mentions, sentence: Span) -> tuple[FoundParty, ...]:
    """ "Polisen gör …", "Varje år gör kommun och polis …"."""
    that = _THAT.match(mentions.low, *sentence)
    leading = mentions.joined_from(that.end() if that else sentence.start, sentence.end)
    if leading and _goes_on_with_verb(mentions.text, leading[-1].span.end, sentence.end):
        return distinct(leading)
    if after := _ADVERBIAL.match(mentions.low, *sentence):
        return distinct(mentions.joined_from(after.end(), sentence.end))
    return ()


def is_told(mentions: Mentions, sentence: Span) -> bool:
    """Whether a party is said to do something in the present tense: "Kommunen ställer i ordning …"."""
    if _OF_PLEDGE.search(mentions.low, *sentence):
        return False
    if _GOES_ON_TOGETHER.match(mentions.low, *sentence):
        return True
    leading = mentions.joined_from(sentence.start, sentence.end)
    if leading:
        return not mentions.is_genitive(leading[-1]) and bool(
            _ACTS_NOW.match(mentions.text, leading[-1].span.end, sentence.end)
        )
    return bool(_in_present_tense(mentions, sentence))


def _goes_on_with_verb(text: str, start: int, end: int) -> bool:
    return bool(_RUNS_ON.match(text, start, end))


def tag_of(mentions: Mentions, span: Span) -> tuple[FoundParty, ...]:
    """The parties named in a tag at the end: "(Polis)", or a last sentence "Polis och kommun"."""
    text = mentions.text
    near = max(span.start, span.end - _TAG_REACH)
    if tag := _TAG.search(text, near, span.end):
        return _only_names(mentions, Span(*tag.span("names")))
    last = sentences_in(mentions, Span(near, span.end))[-1]
    return _only_names(mentions, last) if near < last.start else ()


def _only_names(mentions: Mentions, span: Span) -> tuple[FoundParty, ...]:
    """The parties in `span` if nothing else stands there."""
    named, at = mentions.within(span), span.start
    if answers := _ANSWERS.match(mentions.low, at, span.end):
        at = answers.end()
    for found in named:
        if not _TAG_GLUE.fullmatch(mentions.low, at, found.span.start):
            return ()
        at = found.span.end
    return distinct(named) if _TAG_GLUE.fullmatch(mentions.low, at, span.end) else ()
