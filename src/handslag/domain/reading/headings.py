"""What a heading or a lead-in says about the lines below it."""

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from handslag.domain.reading.blocks import Block
from handslag.domain.reading.dates import dates_in
from handslag.domain.reading.finds import Find, FoundParty, Span
from handslag.domain.reading.parties import Mentions, distinct
from handslag.domain.reading.sentences import sentences_of


class Role(Enum):
    """What a heading or lead-in does to what follows."""

    OPENS = auto()  # promises follow: "Det här ska vi göra", "Polisen lovar att:", "Medborgarlöfte 2019"
    CLOSES = auto()  # background follows: "Lägesbild", "Prioriterade områden:"
    SHUTS = auto()  # what follows is never a promise: "Mål", "Så gick det", "Vad är ett medborgarlöfte?"
    PARTY = auto()  # only names who promises: "Polisen", "Tillsammans med kommunen"
    THEME = auto()  # names what the promises are about: "Trafik"
    NOTHING = auto()  # page furniture, bare years


_FURNITURE: Final = re.compile(
    r"""\W{0,3}(?:sök\b|meny\b|stäng\b|till\stoppen|lyssna\b|skriv\sut|dela\b|kopiera\b|publicer|uppdaterad|senast\s(?:ändrad|uppdaterad)
        |sidansvarig|du\när\shär|gå\sdirekt|hoppa\s|till\s(?:\w{1,12})?innehåll|skip\sto|javascript|visa\s(?:större|fler|mer)|ladda\s(?:ner|ned)
        |tipsa|kakor|cookies|foto\b|bild\b|datum\b|pressmeddelande|https?:|www\.|\d{1,2}\s\w{3,9}\s\d{4}$|\w{3}\s\d{1,2},\s\d{4}|kl\.?\s\d)""",
    re.VERBOSE | re.IGNORECASE,
)
_SHUTS: Final = re.compile(
    r"""\b(?:mål(?:et|en|sättning\w*|bild\w*)?|vision\w*|effekt(?:er|en|mål)?|resultat\w*|uppföljning\w*|utvärdering\w*|utfall\w*|vad\s(?:är|betyder|innebär)
        |varför|om\smedborgarlöfte\w*|kontakt\w*|läs\s(?:mer|också|även)|frågor|relatera\w*|dokument\w*|fakta|mer\sinformation|följ\s(?:med|arbetet|oss)
        |vill\svi\suppnå|vi\svill|på\ssikt|förvänta\w*|så\shär\shar|så\s(?:gick|har)|syfte\w*|har\s(?:gjort|genomfört)s?|gjordes|genomfördes
        |(?:medborgar)?löft\w{2,4}\s(?:ska|skall|syftar|ger)\b)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_OPENS: Final = re.compile(
    r"""\b(?:(?:ut)?lov(?:ar|ade|at|as)|förbinder\ssig|åtar\ssig
        |(?:det|detta|så|här|vi|vad)\s(?:\w{1,12}\s){0,3}?(?:ska|skall|gör|kommer|genomför|uppfyller|lovar)|ska\s(?:vi\s)?(?:göra|genomföra)s?
        |genom(?:\satt)?\W{0,3}$|punkterna|följande|lyder|innebär(?:\satt)?\W{0,4}$|fanns\smed\si)\b
      | \b(?:löftena?t?|löften)\s(?:\w{1,12}\s){0,2}?är\W{0,2}$ | \bär\slöfte\w{0,3}\W{0,2}$ | \bgäller\s\d{4}
      | ^\W{0,3}(?:(?:gemensamma|planerade|konkreta|polisens|kommunens|våra|lokala|prioriterade)\s){0,2}
        (?:aktivitet(?:er)?|åtgärder(?:na)?|åtaganden?|insatser(?:na)?|handlingsplan|löften)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_SHALL: Final = re.compile(r"\b(?:ska|skall|skulle|kommer)\b", re.IGNORECASE)
_CLOSES: Final = re.compile(
    r"""\b(?:lägesbild\w*|problembild\w*|bakgrund\w*|inledning\w*|nuläge\w*|situation(?:en)?|problem\w*|utmaning\w*|orsak\w*
        |(?:prioriterade\s|fokus|problem|insats|utvalda\s|samverkans)?område(?:n|na)?|fokus|inriktning\w*|dialog(?:er|en|erna)?
        |önska\w*|visa(?:r|de)|framkom\w*|enkät\w*|undersökning\w*|så\s(?:togs|arbeta)\w*|överenskommelse\w*)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_PLEDGE: Final = re.compile(r"(?:medborgar)?löfte\w{0,4}|löften\w{0,2}|åtagande\w{0,2}", re.IGNORECASE)
_TOGETHER: Final = re.compile(r"\b(?:tillsammans|gemensam\w{0,2}|ihop|i\ssamverkan|båda|parterna|aktörerna)\b", re.IGNORECASE)
# What may stand in a heading besides a theme: function words and the words of every pledge.
_NO_THEME: Final = re.compile(
    r"""(?:och|samt|med|av|för|i|inom|på|till|från|att|som|den|det|de|detta|dessa|här|så|är|vi|vår|våra|vårt|ni|dig|er|sig|en|ett|under|mellan|också|även|även
        |nu|nytt|nya|ny|år|året|åren|hela|bland|annat|bl|a|andra|genom|följande|därför|gäller|punkterna|punkter|nedan|nedanstående|parterna|aktörerna|båda|bägge
        |ska|skall|skulle|kommer|lovar|lovade|lova|göra|gör|göras|görs|genomföra|genomför|genomförs|arbeta|arbetar|nå|uppfyller|åstadkomma|förbinder|åtar|innebär
        |tillsammans|ihop|gemensamt|gemensamma|gemensam|samverkan|respektive|vilket|detsamma|lyder|fanns
        |medborgarlöfte\w*|löfte\w*|löften\w*|medborgare\w*|medborgarna|invånare\w*|invånarna|aktivitet\w*|åtgärd\w*|åtagande\w*|insatser\w*|lokala|lokalt|särskilt)""",
    re.VERBOSE | re.IGNORECASE,
)
_WORD: Final = re.compile(r"[^\W\d_][\w-]{0,40}")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading or lead-in. `parties`: whom it names as promising; `jointly`: it says together.

    `theme`: the words it gives a theme by, without a final colon; None where it has none.
    """

    role: Role
    span: Span
    parties: tuple[FoundParty, ...]
    jointly: bool
    theme: Span | None


def heading_of(mentions: Mentions, block: Block) -> Heading:
    """What the heading or lead-in `block` says. Of several sentences the last decides the role."""
    text = mentions.text
    last = sentences_of(text, block.span)[-1]
    words = text[last.start : last.end]
    parties = distinct(mentions.acting_within(block.span))
    theme = _theme(mentions, block.span)
    role = _role(words, parties, theme)
    return Heading(role, block.span, parties, bool(_TOGETHER.search(words)), theme)


def _role(words: str, parties: tuple[FoundParty, ...], theme: Span | None) -> Role:
    if _FURNITURE.match(words):
        return Role.NOTHING
    if _OPENS.search(words) and not _ends_shut(words):
        return Role.OPENS
    if parties and _SHALL.search(words):
        return Role.OPENS
    if _SHUTS.search(words):
        return Role.SHUTS
    if _CLOSES.search(words):
        return Role.CLOSES
    if _PLEDGE.search(words):
        return Role.OPENS
    if theme is not None:
        return Role.THEME
    return Role.PARTY if parties or _TOGETHER.search(words) else Role.NOTHING


def _ends_shut(words: str) -> bool:
    """ "Vad innebär medborgarlöften?", "Så här har det gått", "Det här vill vi uppnå"."""
    return bool(_SHUTS.search(words))


def _theme(mentions: Mentions, span: Span) -> Span | None:
    """The words of a heading if any of them is about something: neither a party nor a pledge word."""
    text = mentions.text
    named = mentions.within(span)
    end = span.end
    while end > span.start and text[end - 1] in ":. …,":
        end -= 1
    for word in _WORD.finditer(text, span.start, end):
        if any(found.span.start <= word.start() < found.span.end for found in named):
            continue
        if not _NO_THEME.fullmatch(word.group()):
            return Span(span.start, end)
    return None


def is_pledge(text: str, span: Span) -> bool:
    """Whether a heading names the pledge itself: "Medborgarlöfte 2019"."""
    return bool(_PLEDGE.search(text, span.start, span.end))


def years_in(text: str, span: Span) -> Find | None:
    """The years a heading names, as it writes them."""
    dates = next(dates_in(text, span), None)
    return Find(text[dates.span.start : dates.span.end], dates.span) if dates else None
