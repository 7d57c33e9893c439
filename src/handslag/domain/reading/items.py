"""Where one promise ends and the next begins within an item or a sentence."""

import re
from typing import Final

from handslag.domain.reading.finds import FoundParty, Span
from handslag.domain.reading.parties import Mentions, sentences_in
from handslag.domain.reading.predicates import predicate_of

# A sentence that only says more about the act before it.
_GOES_ON: Final = re.compile(
    r"""\W{0,3}(?:(?:det|den|de|detta|denna|dessa|där|här|dit|då|därigenom|därmed|syftet|målet|avsikten|tanken|metoden
        |området|områdena|arbetet|insatsen|insatserna|minst|totalt|exempelvis|bland\sannat|särskilt|framför\sallt|fokus)\b
        |(?:t\.ex|bl\.a)\.)""",
    re.VERBOSE,
)
_ABOUT_ANOTHER: Final = re.compile(r"löfte|\bmätning")
_TAKES_OVER: Final = re.compile(
    r"\s(?:också\s|även\s)?(?:ska|skall|skulle|kommer|lovar|lovade|åtar\ssig|förbinder\ssig)\b"
)
_JOINT: Final = re.compile(r",?\s(?P<word>medan|och|samtidigt\ssom|men)\s$")


def parts_of(mentions: Mentions, span: Span) -> list[Span]:
    """The promises within one list item: mostly one; more where new subjects start new sentences."""
    sentences = sentences_in(mentions, span)
    first = predicate_of(mentions, sentences[0])
    if first is None:
        return [span]
    anew = [sentence.start for sentence in sentences[1:] if _starts_anew(mentions, sentence, first.subject)]
    starts = sorted({span.start, *anew, *_joints(mentions, span, first.subject)})
    ends = [*(_end_before(mentions.text, start) for start in starts[1:]), span.end]
    return [Span(start, end) for start, end in zip(starts, ends, strict=True)]


def _joints(mentions: Mentions, span: Span, subject: tuple[FoundParty, ...]) -> list[int]:
    """Where another party takes over within a sentence: "polisen ska …, medan kommunen ska …"."""
    low, joints = mentions.low, []
    first = {found.party for found in subject}
    for found in mentions.within(span) if first else ():
        if found.party not in first and _TAKES_OVER.match(low, found.span.end, span.end):
            joint = _JOINT.search(low, max(span.start, found.span.start - 24), found.span.start)
            if joint:
                joints.append(joint.start("word"))
    return joints


def _starts_anew(mentions: Mentions, sentence: Span, before: tuple[FoundParty, ...]) -> bool:
    if _GOES_ON.match(mentions.low, *sentence):
        return False
    predicate = predicate_of(mentions, sentence)
    if predicate is None:
        return False
    if predicate.subject:
        return {found.party for found in predicate.subject} != {found.party for found in before}
    return predicate.passive and not before


def _end_before(text: str, start: int) -> int:
    while text[start - 1].isspace():
        start -= 1
    return start


def goes_on(low: str, sentence: Span) -> bool:
    """Whether a sentence of running text only adds place, number or aim to the promise before it."""
    return bool(_GOES_ON.match(low, *sentence)) and not (_ABOUT_ANOTHER.search(low, *sentence))
