"""The parties of the whole document: who stands behind the pledge when a promise names nobody."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from handslag.domain.people.parties import Party
from handslag.domain.reading.blocks import Block, Kind
from handslag.domain.reading.finds import FoundParty, Span
from handslag.domain.reading.parties import Mentions, distinct, sentences_in
from handslag.domain.reading.patterns import Pattern

_PLEDGING: Final = Pattern(
    r"löfte|löften|\blova(?:r|de|t)|\båtagande|\båtar\ssig|\bförbinder\ssig|teckna|\bskr(?:ev|ivit|iver)\b|överens|\bparter",
    "löfte löften lova åtagande åtar förbinder teckna skr överens parter",
)
_ONE_SIDED: Final = Pattern(
    r"\b(?P<whose>polisens|kommunens)\s(?:\w{1,12}\s)?(?:medborgarlöfte|löfte|åtagande)\b",
    "polisens kommunens",
)
# "samverkan med näringslivet", "stöd till polisen": named beside the pledge, not behind it.
_BESIDE: Final = re.compile(
    r"\b(?:i|inom|runt|för|till|mot|om|åt|kring|på|hos|vid|än|med)\s(?:(?:den|det|hela|de)\s)?$"
)
_MAIN: Final = (Party.POLICE, Party.MUNICIPALITY)


def pledgers_of(mentions: Mentions, blocks: Iterable[Block]) -> tuple[FoundParty, ...]:
    """The parties named in headings and sentences about the pledge, else those named anywhere.

    "Löftet är polisens åtagande" makes it the police's alone.
    """
    pledging: list[FoundParty] = []
    anywhere: list[FoundParty] = []
    for block, sentence in _naming_sentences(mentions, blocks):
        if own := _one_sided(mentions, block, sentence):
            return own
        named = [
            found for found in mentions.within(sentence) if _stands_behind(mentions.low, found, sentence)
        ]
        anywhere += [found for found in named if found.party in _MAIN]
        if _speaks_of_pledge(mentions.low, block, sentence, named):
            pledging += named
    return distinct(pledging) or distinct(anywhere)


def _naming_sentences(mentions: Mentions, blocks: Iterable[Block]) -> Iterator[tuple[Block, Span]]:
    for block in blocks:
        if mentions.within(block.span):
            for sentence in sentences_in(mentions, block.span):
                yield block, sentence


def _one_sided(mentions: Mentions, block: Block, sentence: Span) -> tuple[FoundParty, ...]:
    if block.kind is not Kind.PROSE:
        return ()
    if not _ONE_SIDED.search(mentions.low, *sentence):
        return ()
    named = distinct(mentions.within(sentence))
    return named if len(named) == 1 else ()


def _stands_behind(low: str, found: FoundParty, sentence: Span) -> bool:
    return not _BESIDE.search(low, max(sentence.start, found.span.start - 18), found.span.start)


def _speaks_of_pledge(low: str, block: Block, sentence: Span, named: list[FoundParty]) -> bool:
    if block.kind is Kind.ITEM:
        return False
    is_title = block.kind is Kind.LINE and len(distinct(named)) > 1
    return is_title or bool(_PLEDGING.search(low, *sentence))
