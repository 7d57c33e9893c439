"""Who promises: the words that name a party, and where a text names them."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, Final, TypeVar

from handslag.domain.people.parties import Party
from handslag.domain.reading.finds import FoundParty, Span
from handslag.domain.reading.patterns import matches_at
from handslag.domain.reading.sentences import sentences_of
from handslag.domain.reading.tokens import listed, lowered

Answer = TypeVar("Answer")

# The most particular first: "kommunens bostadsbolag" is a housing company. Proper names are known
# by their form alone ("…bostäder", "… verken", "…trafiken"), never from a list.
_WORDS: Final[dict[Party, str]] = {
    Party.POLICE: r"""(?i: (?:lokal|när|områdes|distrikts|ungdoms|trafik|gräns|tätorts|landsbygds|skol)?
            polis(?:en|ens|er|erna|ernas|s)?
        | polismyndighet(?:en|ens)? | (?:lokal)?polisområde(?:t|ts|na|schef|schefen)? | polisiära? ) | LPO""",
    Party.RESCUE_SERVICE: r"(?i: räddningstjänst\w{0,16} | brandkår\w{0,4} | brandförsvar\w{0,4} )",
    Party.HOUSING_COMPANY: r"""(?i: (?:kommunens\ |kommunala\ )?
        (?:bostads(?:bolag|företag|stiftelse)|hyresvärd|allmännytta)\w{0,6} )(?:\ [A-ZÅÄÖ]\w{1,24})?
        | [A-ZÅÄÖ]\w{0,24}[Bb]ostäder | [A-ZÅÄÖ]\w{2,20}hem | [A-ZÅÄÖ]\w{1,20}\ [Bb]ostads\ ?AB""",
    Party.MUNICIPAL_COMPANY: r"""(?i: kommun(?:ens|ala)\ (?:\w{1,12}\ )?bolag\w{0,4} )
        | [A-ZÅÄÖ]\w{1,20}\ [Vv]erken""",
    Party.PROPERTY_OWNERS: r"(?i: fastighets(?:ägar|bolag|förvaltar)\w{0,10} ) | [A-ZÅÄÖ]\w{2,20}lokaler",
    Party.BUSINESS_ASSOCIATION: r"""(?i: företagar\w{0,12} | företagsförening\w{0,4} | näringsliv\w{0,12}
        | köpmanna\w{0,12} | handlar(?:na|förening\w{0,4}) | handeln | c(?:ity|entrum)förening\w{0,4} )
        | City\ [A-ZÅÄÖ]\w{1,20} | [A-ZÅÄÖ]\w{1,20}\ City""",
    Party.PUBLIC_TRANSPORT: r"""(?i: kollektivtrafik(?:bolag|myndighet|förvaltning)\w{0,4} )
        | (?!Kollektiv|Motor|Buss|Tåg|Bil|Cykel|Gång|Tung|Skoter)[A-ZÅÄÖ]\w{1,20}trafik(?:en)?""",
    Party.SECURITY_COMPANY: r"(?i: (?:bevaknings|väktar|vakt|säkerhets)(?:företag|bolag)\w{0,4} )",
    Party.MUNICIPALITY: r"""(?:(?!(?:Med|Under|För|Inom|Från|Hos|Till|Samt|Och|Både|Även|Därför
            |Tillsammans|Att|Polisen|Vi)\b)[A-ZÅÄÖ][\w-]{1,30}\ ){0,2}[Kk]ommun(?:en|ens|s)?
        | (?i: kommun(?:en|ens|erna|s)? | kommunala(?=\ (?:aktivitet|åtgärd|insats)) | stadsdelen
            | stadsdels(?:förvaltning|nämnd|område)\w{0,4}
            | socialtjänst(?:en|ens)? | \w{0,30}(?:förvaltning(?:en|ens|ar|arna)?|nämnd(?:en|ens|erna)?)
            | elevhälsan | kommunstyrelsens? | kommunalråd(?:et)? | kommunchef(?:en)?
            | fältassistent\w{0,4} | fältarna )
        | SDF | Staden | [A-ZÅÄÖ][\w-]{1,30}\ [Ss]tad(?:en|ens|s)?""",
}
_GAP: Final = "[ \u00a0]"  # a name does not go on over a line break
_NAMED: Final = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(f"(?P<{party}>{words})" for party, words in _WORDS.items()).replace(r"\ ", _GAP)
    + r")(?![\w-])",
    re.VERBOSE,
)
# A mention begins with a word that has a capital or holds one of these.
_CAPITAL: Final = re.compile(r"[A-ZÅÄÖ](?<![\w-]\w)")
_HINTS: Final = listed(
    "polis räddningstjänst brandkår brandförsvar kommun bostads hyresvärd allmännytta fastighets företag"
    " näringsliv köpmanna handlar handeln city centrumförening kollektivtrafik bolag stadsdel socialtjänst"
    " förvaltning nämnd elevhälsan fältassistent fältarna"
)
# Words before a party that make it a place or somebody acted upon: "ungdomar i kommunen".
_NOT_ACTING: Final = re.compile(
    r"(?<!företrädare\s)(?<!representanter\s)"
    r"\b(?:i|inom|runt|för|till|mot|om|av|åt|kring|på|hos|vid|än|utanför)\s(?:(?:den|det|hela|de)\s)?$"
)
# "Tornbostäder (TBAB)", "FIC (Fastighetsägare i centrum)", "Bostadsbolaget Eken": later called so for short.
_SHORT_NAME_AFTER: Final = re.compile(r"(?:\s[A-ZÅÄÖ][\w]{1,20}){0,3}\s\(([A-ZÅÄÖ]{2,6})\)")
_SHORT_NAME_BEFORE: Final = re.compile(r"\b([A-ZÅÄÖ]{2,6})\s\($")
_MOST_SHORT_NAMES: Final = 12
_LEADING: Final = re.compile(r"[\s,]{0,3}(?:den\s|det\s|lokala\s|både\s){0,2}")
_JOINED: Final = re.compile(
    r"""(?:\si\s\w{1,30}(?:\s\w{1,30})?)?[\s,]{0,3}
        (?:(?:och|samt|&|/|(?:(?:tillsammans|ihop|i\s(?:samverkan|samarbete))\s)?med)\s{0,2})?
        (?:den\s|det\s|lokala\s|både\s){0,2}""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Mentions:
    """Every mention of a party in a text, in order; `low`: the text in lower case;
    `capitals`: where a word with a capital begins.

    `known`: what was read from a stretch of the text, as it is asked for again and again.
    """

    text: str
    low: str
    all: tuple[FoundParty, ...]
    _starts: tuple[int, ...]
    capitals: list[int]
    known: defaultdict[object, dict[Span, Any]] = field(default_factory=lambda: defaultdict(dict))

    def within(self, span: Span) -> tuple[FoundParty, ...]:
        """The mentions that lie within `span`."""
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        if first == last:
            return ()
        return tuple([found for found in self.all[first:last] if found.span.end <= span.end])

    def acting_within(self, span: Span) -> tuple[FoundParty, ...]:
        """The mentions that can be a subject: not "i kommunen", not "till polisen"."""
        return tuple([found for found in self.within(span) if not self._is_acted_upon(found, span)])

    def joined_from(self, start: int, end: int) -> tuple[FoundParty, ...]:
        """The parties named one after another from `start`: "polisen och kommunen"."""
        chain: list[FoundParty] = []
        for n in range(bisect_left(self._starts, start), len(self.all)):
            found, glue = self.all[n], _JOINED if chain else _LEADING
            if found.span.end > end or not glue.fullmatch(self.low, start, found.span.start):
                break
            chain.append(found)
            start = found.span.end
        return tuple(chain)

    def is_genitive(self, found: FoundParty) -> bool:
        """Whether a mention stands in the genitive: "polisens", "kommunens", "polismyndighetens"."""
        return self.text.endswith(("ens", "ets", "ernas"), found.span.start, found.span.end)

    def _is_acted_upon(self, found: FoundParty, span: Span) -> bool:
        return bool(_NOT_ACTING.search(self.low, max(span.start, found.span.start - 18), found.span.start))


_UNASKED: Final[Any] = object()


def once(ask: Callable[[Mentions, Span], Answer]) -> Callable[[Mentions, Span], Answer]:
    """Remember the answers to `ask`, within its text."""

    @wraps(ask)
    def remembered(mentions: Mentions, span: Span) -> Answer:
        answers = mentions.known[ask]
        answer: Answer = answers.get(span, _UNASKED)
        if answer is _UNASKED:
            answer = answers[span] = ask(mentions, span)
        return answer

    return remembered


@once
def sentences_in(mentions: Mentions, span: Span) -> list[Span]:
    """The sentences within `span`, in order."""
    return sentences_of(mentions.text, span)


def mentions_in(text: str) -> Mentions:
    """Every mention of a party in `text`, with the short names the text itself introduces."""
    low = lowered(text)
    capitals = [capital.start() for capital in _CAPITAL.finditer(text)]
    named = list(_named(text, low, capitals))
    short = dict(list(_short_names(text, named))[:_MOST_SHORT_NAMES])
    taken = {found.span.start for found in named}
    for name, party in short.items():
        for m in re.finditer(rf"\b{re.escape(name)}(?!\w)", text):
            if m.start() not in taken:
                named.append(FoundParty(party, Span(*m.span())))
    named.sort(key=lambda found: found.span)
    return Mentions(text, low, tuple(named), tuple([found.span.start for found in named]), capitals)


def _named(text: str, low: str, capitals: list[int]) -> Iterator[FoundParty]:
    for found in matches_at(sorted({*capitals, *_hinted(low)}), _NAMED, text):
        yield FoundParty(Party(str(found.lastgroup)), Span(*found.span()))


def _hinted(low: str) -> Iterator[int]:
    """Where a word begins that holds one of the hints; a word without end is walked over once for each."""
    for letters in _HINTS:
        start = before = 0
        at = low.find(letters)
        while at >= 0:
            walked = at
            while walked > before and (low[walked - 1].isalnum() or low[walked - 1] in "_-"):
                walked -= 1
            if walked > before or not before:
                start = walked
            yield start
            before, at = at, low.find(letters, at + 1)


def _short_names(text: str, named: Iterable[FoundParty]) -> Iterable[tuple[str, Party]]:
    for found in named:
        if found.party in (Party.POLICE, Party.MUNICIPALITY):
            continue
        if after := _SHORT_NAME_AFTER.match(text, found.span.end):
            yield after[1], found.party
        if before := _SHORT_NAME_BEFORE.search(text, max(0, found.span.start - 9), found.span.start):
            yield before[1], found.party
        words = text[found.span.start : found.span.end].split()
        if len(words) > 1 and words[-1][0].isupper() and words[-1].isalpha():
            yield words[-1], found.party


def distinct(parties: Iterable[FoundParty]) -> tuple[FoundParty, ...]:
    """The first mention of each party, in order."""
    first: dict[Party, FoundParty] = {}
    for found in parties:
        first.setdefault(found.party, found)
    return tuple(first.values())
