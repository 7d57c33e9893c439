"""The parties of the whole document: who stands behind the pledge when a promise names nobody."""

import re
from collections.abc import Iterable
from typing import Final

from handslag.domain.promises import Party
from handslag.domain.reading.blocks import Block, Kind
from handslag.domain.reading.finds import FoundParty, Span
from handslag.domain.reading.parties import Mentions, distinct
from handslag.domain.reading.sentences import sentences_of

_PLEDGING: Final = re.compile(
    r"löfte|löften|\blova(?:r|de|t)|\båtagande|\båtar\ssig|\bförbinder\ssig|teckna|\bskr(?:ev|ivit|iver)\b|överenskommelse|\bparter", re.IGNORECASE
)


def pledgers_of(mentions: Mentions, blocks: Iterable[Block]) -> tuple[FoundParty, ...]:
    """The parties named in sentences about the pledge, else all police and municipality named anywhere."""
    pledging: list[FoundParty] = []
    anywhere: list[FoundParty] = []
    for block in blocks:
        for sentence in sentences_of(mentions.text, block.span):
            named = mentions.acting_within(sentence)
            anywhere += named
            if block.kind is not Kind.ITEM and _PLEDGING.search(mentions.text, sentence.start, sentence.end):
                pledging += named
    return distinct(pledging) or distinct(f for f in anywhere if f.party in (Party.POLICE, Party.MUNICIPALITY))
