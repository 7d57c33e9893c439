"""What the text says the promises rest on, and in which roles they were signed."""

from collections.abc import Iterable
from typing import Final

from handslag.domain.reading.blocks import Block, Kind
from handslag.domain.reading.finds import Find, FoundGround, Ground, Span
from handslag.domain.reading.parties import Mentions, sentences_in
from handslag.domain.reading.patterns import Pattern

_GROUNDS: Final = Pattern(
    r"""(?x)\b(?: (?P<dialogue>(?:medborgar|invånar|trygghets)?dialog(?:en|er|erna|möte\w{0,4})?
            |samtal(?:en)?\smed
            |medborgarmöte\w{0,4})
        | (?P<survey>\w{0,20}(?:enkät(?:en|er|erna)?|undersökning(?:en|ar|arna)?)|trygghetsmätning(?:en|ar
            |arna)?)
        | (?P<situation_picture>(?:lägesbild|problembild)(?:en|er|erna)?|kartläggning(?:en|ar|arna)?
            |bild(?:en)?\sav\s(?:läget|de\slokala\sproblemen)) )\b""",
    "dialog samtal medborgarmöte enkät undersökning mätning bild kartläggning",
)
_SIGNS: Final = Pattern(
    r"\b(?:(?:under)?teckna\w{0,4}|signera\w{0,4}|påskriv\w{0,4}|skr(?:ev|ivit|iver|iva|ivs)\w{0,3}\s(?:\w{1,20}\s){0,3}?under)\b",
    "teckna signera påskriv skr",
)
# Case matters after "chef för": the name of a police area begins with a capital, "och" does not.
_ROLE: Final = Pattern(
    r"""(?x)\b(?: (?i:chef(?:en)?\s(?:för\s)?(?:lokalpolisområde\w{0,2}|lokalpolisen|polisen))
            (?:\s(?:[Ss]ödra|[Nn]orra|[Vv]ästra|[Öö]stra|[A-ZÅÄÖ][\w/-]{1,30})){0,3}
        | (?i:lokalpolisområdeschef(?:en)? | polisområdeschef(?:en)? | närpolischef(?:en)? | polismästaren?
            | kommunpolis(?:en)?
            | kommunstyrelsens\s(?:\w{1,10}\s)?ordförande | ordföranden?\s(?:i|för)\skommunstyrelsen
            | kommunalråd(?:et)? | kommunchef(?:en)? | kommundirektör(?:en)? | borgarråd(?:et)?
            | stadsdelsdirektör(?:en)?
            | stadsdelschef(?:en)? | stadsdirektör(?:en)? | förvaltningschef(?:en)?
            | säkerhetschef(?:en)?) )\b""",
    "chef ordförande polismästar kommunpolis kommunalråd borgarråd direktör",
)


def grounds_of(low: str, blocks: Iterable[Block], promises: Iterable[Span]) -> tuple[FoundGround, ...]:
    """The first mention of each ground outside the promises themselves."""
    first: dict[Ground, FoundGround] = {}
    for span in _outside(blocks, promises):
        if len(first) == len(Ground):
            break
        for found in _GROUNDS.finditer(low, *span):
            ground = Ground(str(found.lastgroup))
            first.setdefault(ground, FoundGround(ground, Span(*found.span())))
    return tuple(sorted(first.values(), key=lambda ground: ground.span))


def _outside(blocks: Iterable[Block], promises: Iterable[Span]) -> Iterable[Span]:
    """The stretches of the blocks that no promise takes. Both run in the order of the text."""
    taken = sorted(promises)
    n = 0
    for block in blocks:
        start = block.span.start
        while n < len(taken) and taken[n].start < block.span.end:
            if start < taken[n].start:
                yield Span(start, taken[n].start)
            start = max(start, taken[n].end)
            n += 1
        if start < block.span.end:
            yield Span(start, block.span.end)


def signatories_of(mentions: Mentions, blocks: Iterable[Block]) -> tuple[Find, ...]:
    """The roles named where the text says who signed, or on lines of their own; never names of persons."""
    first: dict[str, Find] = {}
    for block in blocks:
        if not _ROLE.may_match(mentions.low, *block.span):
            continue
        for sentence in sentences_in(mentions, block.span):
            for role in _roles(mentions, block, sentence):
                first.setdefault(role.value.lower(), role)
    return tuple(first.values())


def _roles(mentions: Mentions, block: Block, sentence: Span) -> list[Find]:
    """ "Lokalpolisområdeschef" on a line of its own is a signature; in a sentence it must be said to sign."""
    roles = [Find(m.group(), Span(*m.span())) for m in _ROLE.regex.finditer(mentions.text, *sentence)]
    if not roles or _SIGNS.search(mentions.low, *sentence):
        return roles
    is_signature = block.kind is Kind.LINE and roles[0].span.start == sentence.start
    return roles if is_signature else []
