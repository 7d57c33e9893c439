"""One block of words into promises: where each begins and ends, and whom its own words name."""

import re
from typing import Final

from handslag.domain.reading.finds import FoundParty, Span
from handslag.domain.reading.parties import Mentions, distinct
from handslag.domain.reading.predicates import predicate_of
from handslag.domain.reading.sentences import sentences_of
from handslag.domain.reading.verbs import INFINITIVE, PROMISES

_TAG: Final = re.compile(r"[(\[](?P<names>[^()\[\]]{3,80})[)\]]\W{0,2}$")
_ANSWERS: Final = re.compile(r"(?:ansvarig\w*|huvudansvar\w*|utförare|utförs\sav|genomförs\sav)(?:\spart\w{0,3})?\s?:?\s", re.IGNORECASE)
_TAG_GLUE: Final = re.compile(r"[\s,/&.]{0,3}(?:(?:och|samt)[\s,]{0,2})?", re.IGNORECASE)
_READABLE_WORDS: Final = 5
_TAG_REACH: Final = 90
# A sentence that only says more about the act before it.
_GOES_ON: Final = re.compile(
    r"""\W{0,3}(?:(?:det|den|de|detta|denna|dessa|där|här|dit|då|därigenom|därmed|syftet|målet|avsikten|tanken|metoden|området|områdena|arbetet|insatsen|insatserna
        |minst|totalt|exempelvis|bland\sannat|särskilt|framför\sallt|fokus)\b|(?:t\.ex|bl\.a)\.)""",
    re.VERBOSE | re.IGNORECASE,
)
_BY: Final = re.compile(r"\b(?:\w{2,20}s|få(?:r)?\s(?:\w{1,20}\s){0,2}?besök)\s(?:\w{1,20}\s){0,4}?av\s", re.IGNORECASE)
_RUNS_ON: Final = re.compile(r"\s(?:(?:också|även|ska)\s)?(?:[\w-]{1,30}\s){0,3}?\w{1,24}(?:r|s)\b")
_ACTS_NOW: Final = re.compile(
    r"\s(?:(?:också|även)\s)?(?!(?:har|är|var|vill|ser|anser|menar|tycker|får|blir|kan|tas|finns|känner|upplever|visar)\b)\w{2,24}(?:r|s)\b"
)
_GOES_ON_TOGETHER: Final = re.compile(
    r"\W{0,2}(?:samverkan|samarbetet)\b[^.!?]{0,80}?\b(?:fortsätter|utvecklas|sker|stäms|förstärks|intensifieras)\b", re.IGNORECASE
)
_TAKES_OVER: Final = re.compile(r"\s(?:också\s|även\s)?(?:ska|skall|skulle|kommer|lovar|lovade|åtar\ssig|förbinder\ssig)\b", re.IGNORECASE)
_JOINT: Final = re.compile(r",?\s(?P<word>medan|och|samtidigt\ssom|men)\s$", re.IGNORECASE)
_THAT: Final = re.compile(r"att\s", re.IGNORECASE)
_NUMBER: Final = re.compile(r"\d|\bminst\b", re.IGNORECASE)
_ABOUT_ANOTHER: Final = re.compile(r"\b(?:medborgar)?löfte\w*\b|\bmätning\w*\b", re.IGNORECASE)
_ADVERBIAL: Final = re.compile(
    r"\W{0,2}(?:varje|var|under|vid|på|i|om|när|efter|genom|minst|varannan|vartannat|dessutom|därutöver|därtill|också|inför|för|årligen|tillsammans)\b[^.!?]{0,90}?\b\w{2,20}r\s(?=\S)",
    re.IGNORECASE,
)


def parts_of(mentions: Mentions, span: Span) -> list[Span]:
    """The promises within one list item: mostly one; more where new subjects start new sentences."""
    sentences = sentences_of(mentions.text, span)
    starts = [span.start]
    first = predicate_of(mentions, sentences[0])
    for sentence in sentences[1:]:
        if first is not None and _starts_anew(mentions, sentence, first.subject):
            starts.append(sentence.start)
    starts = sorted({*starts, *_joints(mentions, span, first.subject if first else ())})
    ends = [*(_end_before(mentions.text, start) for start in starts[1:]), span.end]
    return [Span(start, end) for start, end in zip(starts, ends, strict=True)]


def _joints(mentions: Mentions, span: Span, subject: tuple[FoundParty, ...]) -> list[int]:
    """Where another party takes over within a sentence: "polisen ska …, medan kommunen ska …"."""
    text, joints = mentions.text, []
    first = {found.party for found in subject}
    for found in mentions.within(span) if first else ():
        takes_over = found.party not in first and _TAKES_OVER.match(text, found.span.end, span.end)
        joint = _JOINT.search(text, max(span.start, found.span.start - 24), found.span.start)
        if takes_over and joint:
            joints.append(joint.start("word"))
    return joints


def _starts_anew(mentions: Mentions, sentence: Span, before: tuple[FoundParty, ...]) -> bool:
    if _GOES_ON.match(mentions.text, sentence.start, sentence.end):
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


def goes_on(text: str, sentence: Span) -> bool:
    """Whether a sentence of running text only adds place, number or aim to the promise before it."""
    return bool(_GOES_ON.match(text, sentence.start, sentence.end)) and not (
        _ABOUT_ANOTHER.search(text, sentence.start, sentence.end)
    )


def own_parties(mentions: Mentions, span: Span) -> tuple[FoundParty, ...]:
    """The parties the promise itself names: its subject, else its tag. Empty where it names none."""
    return _subject(mentions, span) or tag_of(mentions, span)


def _subject(mentions: Mentions, span: Span) -> tuple[FoundParty, ...]:
    for sentence in sentences_of(mentions.text, span):
        if predicate := predicate_of(mentions, sentence):
            if predicate.subject:
                return predicate.subject
        if told := _in_present_tense(mentions, sentence) or _agent(mentions, sentence):
            return told
    return ()


def _agent(mentions: Mentions, sentence: Span) -> tuple[FoundParty, ...]:
    """ "Kontroller görs av polisen", "Skolorna får besök av områdespolisen"."""
    agent = _BY.search(mentions.text, sentence.start, sentence.end)
    return distinct(mentions.joined_from(agent.end(), sentence.end)) if agent else ()


def _in_present_tense(mentions: Mentions, sentence: Span) -> tuple[FoundParty, ...]:
    """ "Polisen gör …", "Varje år gör kommun och polis …"."""
    that = _THAT.match(mentions.text, sentence.start, sentence.end)
    leading = mentions.joined_from(that.end() if that else sentence.start, sentence.end)
    if leading and _goes_on_with_verb(mentions.text, leading[-1].span.end, sentence.end):
        return distinct(leading)
    if after := _ADVERBIAL.match(mentions.text, sentence.start, sentence.end):
        return distinct(mentions.joined_from(after.end(), sentence.end))
    return ()


def is_told(mentions: Mentions, sentence: Span) -> bool:
    """Whether a party is said to do something in the present tense: "Kommunen ställer i ordning …"."""
    text = mentions.text
    if _ABOUT_ANOTHER.search(text, sentence.start, sentence.end):
        return False
    if _GOES_ON_TOGETHER.match(text, sentence.start, sentence.end):
        return True
    leading = mentions.joined_from(sentence.start, sentence.end)
    if leading:
        return not mentions.is_genitive(leading[-1]) and bool(_ACTS_NOW.match(text, leading[-1].span.end, sentence.end))
    return bool(_in_present_tense(mentions, sentence))


def _goes_on_with_verb(text: str, start: int, end: int) -> bool:
    return bool(_RUNS_ON.match(text, start, end))


def tag_of(mentions: Mentions, span: Span) -> tuple[FoundParty, ...]:
    """The parties named in a tag at the end: "(Polis)", or a last sentence "Polis och kommun"."""
    text = mentions.text
    near = max(span.start, span.end - _TAG_REACH)
    if tag := _TAG.search(text, near, span.end):
        return _only_names(mentions, Span(*tag.span("names")))
    last = sentences_of(text, Span(near, span.end))[-1]
    return _only_names(mentions, last) if near < last.start else ()


def _only_names(mentions: Mentions, span: Span) -> tuple[FoundParty, ...]:
    """The parties in `span` if nothing else stands there."""
    named, at = mentions.within(span), span.start
    if answers := _ANSWERS.match(mentions.text, at, span.end):
        at = answers.end()
    for found in named:
        if not _TAG_GLUE.fullmatch(mentions.text, at, found.span.start):
            return ()
        at = found.span.end
    return distinct(named) if _TAG_GLUE.fullmatch(mentions.text, at, span.end) else ()


def is_cut_off(text: str, span: Span) -> bool:
    """Whether a short item without its full stop may have lost its act."""
    return text[span.end - 1] != "." and text.count(" ", span.start, span.end) < _READABLE_WORDS


def says_an_act(text: str, span: Span) -> bool:
    """Whether a sub-item promises something by itself rather than saying who, where or why."""
    return any(sign.search(text, span.start, span.end) for sign in (PROMISES, _NUMBER)) or bool(
        INFINITIVE.match(text, span.start, span.end)
    )
