"""What a block is, seen with its neighbours: an item without its sign, a numbered heading, an umbrella."""

import re
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from handslag.domain.reading.blocks import Block, Kind
from handslag.domain.reading.finds import Span
from handslag.domain.reading.headings import Role, heading_of
from handslag.domain.reading.parties import Mentions, sentences_in
from handslag.domain.reading.predicates import predicate_of
from handslag.domain.reading.promisors import own_parties
from handslag.domain.reading.standing import Standing
from handslag.domain.reading.verbs import INFINITIVE, PROMISES

_ITEM_WORDS: Final = 14  # a paragraph no longer than this may be an item that lost its list sign
_CUT_OFF_WORDS: Final = 9  # a last line so long that stops in mid-sentence was cut off
_READABLE_WORDS: Final = 5  # a last item shorter than this may have lost its act
_SHORTEST_ITEM: Final = 12  # characters
_NUMBER: Final = re.compile(r"\d|\bminst\b")
_SMALL_WORD: Final = re.compile(r"\s[a-zåäö]")
_ABOUT_PLEDGE: Final = re.compile(r"(?:de\s|dessa\s)?(?:medborgar)?(?:löftet|löften|löftena)\b")
_LABEL: Final = re.compile(r"(?:(?:medborgar)?löfte|åtgärd|aktivitet|insats)(?:\s\d{1,2})?\s?:\s{1,3}(?=\S)")
_UNFINISHED: Final = re.compile(r"\b(?:i|på|vid|för|till|om|av|mot|inom|hos|kring|runt)\s?:$")


@dataclass(frozen=True, slots=True)
class Page:
    """The blocks of a page, asked about by their number."""

    mentions: Mentions
    blocks: list[Block]

    def labelled(self, span: Span) -> Span | None:
        """The words after a label: "Löfte: Polisen gör tio kontroller."; None without one."""
        label = _LABEL.match(self.mentions.low, *span)
        return Span(label.end(), span.end) if label else None

    def next(self, n: int) -> Block | None:
        """The block below."""
        return self.blocks[n + 1] if n + 1 < len(self.blocks) else None

    def list_follows(self, n: int) -> bool:
        """Whether an item stands right below."""
        below = self.next(n)
        return below is not None and below.kind is Kind.ITEM

    def items_below(self, n: int, deeper_than: int) -> list[Block]:
        """The items right below, as long as they stand deeper than `deeper_than`."""
        below = (self.blocks[k] for k in range(n + 1, len(self.blocks)))
        return list(takewhile(lambda block: block.kind is Kind.ITEM and block.depth > deeper_than, below))

    def bare_list_follows(self, n: int) -> bool:
        """Whether what stands below a lead-in can only be its items, without list signs."""
        if self.blocks[n].colon:
            return not self.list_follows(n)
        below = self.blocks[n + 1 : n + 3]
        return len(below) > 1 and all(
            block.kind is Kind.LINE and not block.gap and not block.colon for block in below
        )

    def is_running_text(self, n: int, here: Standing) -> bool:
        """Whether the sentences of a block are read one by one."""
        block = self.blocks[n]
        is_prose = block.kind is Kind.PROSE and not block.colon
        return block.kind is Kind.SPEECH or is_prose or self.is_sentence(n, here)

    def promises_alone(self, row: Block, cell: Span) -> bool:
        """Whether a cell of a row says who shall do what; "Det här ska polisen göra" heads a column."""
        if self.mentions.text[cell.end - 1] in "?:":
            return False
        if heading_of(self.mentions, row._replace(span=cell)).theme is None:
            return False
        predicates = (predicate_of(self.mentions, one) for one in sentences_in(self.mentions, cell))
        return any(predicate is not None and bool(predicate.subject) for predicate in predicates)

    def names_its_item(self, n: int) -> bool:
        """A heading repeated as the subject of the item below it is an actor: a unit of the municipality."""
        below, name, text = self.next(n), self.blocks[n].span, self.mentions.text
        if below is None or below.kind is not Kind.ITEM:
            return False
        words = text[name.start : name.end].lower() + " "
        return text[below.span.start : below.span.start + len(words)].lower() == words

    def is_cut_off(self, n: int) -> bool:
        """The last item of a page, broken off before its act can be read; the item above it is whole."""
        text, span, above = self.mentions.text, self.blocks[n].span, self.blocks[n - 1] if n else None
        if n + 1 < len(self.blocks) or above is None or above.kind is not Kind.ITEM:
            return False
        short = text[span.end - 1] != "." and text.count(" ", span.start, span.end) < _READABLE_WORDS
        return short and text[above.span.end - 1] == "." and not own_parties(self.mentions, span)

    def is_numbered_heading(self, n: int) -> bool:
        """ "1. Trygghet i centrum" with the promises as running text below it."""
        block, below = self.blocks[n], self.next(n)
        if not block.numbered or below is None or self.says_an_act(block):
            return False
        is_text = below.kind is Kind.PROSE and not below.gap
        return is_text and predicate_of(self.mentions, below.span) is not None

    def children_act(self, parent: Block, children: list[Block]) -> bool:
        """Whether sub-items promise by themselves rather than say who, where or why of their parent."""
        if parent.colon or any(self.says_an_act(child) for child in children):
            return True
        says_it = INFINITIVE.match(self.mentions.low, parent.span.start)
        return says_it is None and predicate_of(self.mentions, parent.span) is None

    def says_an_act(self, block: Block) -> bool:
        """Whether an item promises something countable by itself: a verb that promises, a number, an act."""
        low, span = self.mentions.low, block.span
        return any((PROMISES.search(low, *span), _NUMBER.search(low, *span), INFINITIVE.match(low, *span)))

    def is_bare_item(self, n: int, here: Standing) -> bool:
        """An item that lost its list sign: right below a lead-in or a theme, or starting with an act."""
        block = self.blocks[n]
        if not here.is_open or block.colon or block.kind is Kind.SPEECH:
            return False
        if here.bare_list:
            return self.could_be_item(block)
        if block.kind is Kind.PROSE:
            return not block.gap and here.heading == self.blocks[n - 1].span and here.theme == here.heading
        return self.starts_with_act(block.span) and self.could_be_item(block)

    def starts_with_act(self, span: Span) -> bool:
        """Whether a line begins with what shall be done; in a row of names every word has a capital."""
        text = self.mentions.text
        is_long = span.end - span.start > _SHORTEST_ITEM
        small = _SMALL_WORD.search(text, span.start, span.end)
        return is_long and small is not None and INFINITIVE.match(text, span.start) is not None

    def could_be_item(self, block: Block) -> bool:
        """Below a lead-in without a list: a line in one go with it, a paragraph that promises or is short."""
        text, span = self.mentions.text, block.span
        role = heading_of(self.mentions, block).role
        if role in (Role.SHUTS, Role.NOTHING, Role.PARTY) or _ABOUT_PLEDGE.match(self.mentions.low, *span):
            return False
        if block.kind in (Kind.LINE, Kind.ROW):
            return not block.gap or self.starts_with_act(span)
        if PROMISES.search(self.mentions.low, *span):
            return True
        return (
            text.count(" ", span.start, span.end) < _ITEM_WORDS
            and len(sentences_in(self.mentions, span)) == 1
        )

    def is_spelled_out(self, n: int) -> bool:
        """A promise that its list only completes: "Vi kommer att finnas vid:"."""
        block = self.blocks[n]
        if not (block.colon and self.list_follows(n)):
            return False
        last = sentences_in(self.mentions, block.span)[-1]
        unfinished = _UNFINISHED.search(self.mentions.low, *last)
        return unfinished is not None and predicate_of(self.mentions, last) is not None

    def is_sentence(self, n: int, here: Standing) -> bool:
        """A line that promises although its full stop is missing, and that nothing spells out below."""
        block, below = self.blocks[n], self.next(n)
        if block.colon or block.kind is not Kind.LINE:
            return False
        if below is None:
            return self.mentions.text.count(" ", block.span.start, block.span.end) >= _CUT_OFF_WORDS
        if below.kind is Kind.ITEM or below.colon or not here.titled:
            return False
        predicate = predicate_of(self.mentions, block.span)
        if predicate is None:
            return False
        return bool(predicate.subject) or len(sentences_in(self.mentions, block.span)) > 1

    def is_umbrella(self, n: int, here: Standing) -> bool:
        """A wish that the line below it spells out: "Det gör vi så här:"."""
        below = self.next(n)
        if not here.is_open or below is None or not below.colon:
            return False
        following = heading_of(self.mentions, below)
        is_wish = predicate_of(self.mentions, self.blocks[n].span) is not None
        return following.role is Role.OPENS and is_wish and following.points_back
