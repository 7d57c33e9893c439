"""Where in a text promises stand: headings, lead-ins, lists and running text followed from top to bottom."""

import re
from dataclasses import dataclass, field, replace
from typing import Final

from handslag.domain.promises import Party
from handslag.domain.reading.blocks import Block, Kind
from handslag.domain.reading.finds import Find, FoundParty, Span
from handslag.domain.reading.headings import Heading, Role, heading_of, is_followup
from handslag.domain.reading.items import goes_on, is_cut_off, parts_of, says_an_act
from handslag.domain.reading.parties import Mentions
from handslag.domain.reading.predicates import Predicate, predicate_of
from handslag.domain.reading.promisors import is_told, own_parties
from handslag.domain.reading.sentences import sentences_of
from handslag.domain.reading.standing import (
    Standing,
    below_closing,
    below_opening,
    below_party,
    below_theme,
    below_title,
    below_umbrella,
)
from handslag.domain.reading.verbs import INFINITIVE, PROMISES

_ITEM_WORDS: Final = 14  # a paragraph no longer than this may be an item that lost its list sign
_CUT_OFF_WORDS: Final = 9  # a last line so long that stops in mid-sentence was cut off
_SHORTEST_ITEM: Final = 12  # characters
_SMALL_WORD: Final = re.compile(r"\s[a-zåäö]")
_ABOUT_PLEDGE: Final = re.compile(
    r"(?:de\s|dessa\s)?(?:medborgar)?(?:löftet|löften|löftena)\b", re.IGNORECASE
)
_LABEL: Final = re.compile(
    r"(?:(?:medborgar)?löfte|åtgärd|aktivitet|insats)(?:\s\d{1,2})?\s?:\s{1,3}(?=\S)", re.IGNORECASE
)
_UNFINISHED: Final = re.compile(r"\b(?:i|på|vid|för|till|om|av|mot|inom|hos|kring|runt)\s?:$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of text that promises, and what stands over it.

    `parties`: empty means those of the whole document. `above`: the heading and lead-in directly
    over it. `edition`: the years of the promise set it stands in, where a heading names them.
    `listed`: it is an item of a list; otherwise a sentence of running text. `is_open`: a heading
    said before that promises follow.
    """

    span: Span
    parties: tuple[FoundParty, ...]
    perspective: Span | None
    above: tuple[Span, ...]
    edition: Find | None
    listed: bool
    is_open: bool


def candidates_in(mentions: Mentions, blocks: list[Block]) -> list[Candidate]:
    """The stretches of the text that promise, in order; umbrellas that a list spells out are left out."""
    walk = _Walk(mentions, blocks)
    n = 0
    while n < len(blocks):
        n = walk.step(n)
    return walk.kept()


@dataclass(slots=True)
class _Walk:
    """The way down the page. `announced`: how many candidates stood before each announcement of a list."""

    mentions: Mentions
    blocks: list[Block]
    here: Standing = field(default_factory=Standing)
    found: list[Candidate] = field(default_factory=list)
    announced: list[int] = field(default_factory=list)
    divided: bool = field(init=False)
    seen: set[tuple[str, str]] = field(default_factory=set)

    def __post_init__(self) -> None:
        lead_ins = (heading_of(self.mentions, block) for block in self.blocks if block.colon)
        self.divided = sum(1 for heading in lead_ins if heading.role is Role.OPENS and heading.theme) > 1

    def kept(self) -> list[Candidate]:
        """Without what was said before any heading and is then spelled out below an announcement."""
        last = max((n for n in self.announced if n < len(self.found)), default=0)
        return [c for n, c in enumerate(self.found) if c.listed or c.is_open or n >= last]

    def step(self, n: int) -> int:
        """Read the block at `n` and give the place of the next one."""
        block = self.blocks[n]
        if block.kind is Kind.ITEM:
            return self._item(n)
        if self.here.outer is not None and self.here.has_items:
            self.here = self.here.outer
        label = _LABEL.match(self.mentions.text, block.span.start, block.span.end)
        if label and self.here.titled:
            self._add_labelled(Span(label.end(), block.span.end))
        elif self._is_bare_item(n):
            self._add_item(block.span)
        elif self._is_spelled_out(n):
            return self._with_details(n)
        elif (
            block.kind is Kind.SPEECH
            or (block.kind is Kind.PROSE and not block.colon)
            or self._is_sentence(n)
        ):
            self._prose(n)
        else:
            self._heading(n, heading_of(self.mentions, block))
        return n + 1

    def _next(self, n: int) -> Block | None:
        return self.blocks[n + 1] if n + 1 < len(self.blocks) else None

    def _list_follows(self, n: int) -> bool:
        below = self._next(n)
        return below is not None and below.kind is Kind.ITEM

    # Headings

    def _heading(self, n: int, heading: Heading) -> None:
        block, text, follows = self.blocks[n], self.mentions.text, self._list_follows(n)
        if heading.role is Role.NOTHING:
            return
        if self._names_its_item(n):
            heading = replace(heading, role=Role.PARTY, parties=(FoundParty(Party.MUNICIPALITY, block.span),))
        if self._is_title(heading, block, follows):
            self.here = below_title(self.here, text, block)
            return
        self.here = replace(self.here, titled=True)
        if heading.role is Role.PARTY:
            self.here = below_party(self.here, heading, follows)
        elif heading.role is Role.THEME:
            self.here = below_theme(self.here, heading)
        elif heading.role is Role.OPENS:
            if heading.announces or block.colon:
                self.announced.append(len(self.found))
            self.here = below_opening(self.here, heading, text, block, follows, self.divided)
        else:
            self.here = below_closing(self.here, heading, block, follows)

    def _is_title(self, heading: Heading, block: Block, list_follows: bool) -> bool:
        if self.here.titled or block.colon or list_follows or block.kind is Kind.ITEM:
            return False
        if heading.announces and not heading.parties:
            return False
        return heading.role not in (Role.SHUTS, Role.CLOSES) or is_followup(self.mentions.text, block.span)

    def _names_its_item(self, n: int) -> bool:
        """A heading repeated as the subject of the item below it is an actor: a unit of the municipality."""
        below, name, text = self._next(n), self.blocks[n].span, self.mentions.text
        if below is None or below.kind is not Kind.ITEM:
            return False
        words = text[name.start : name.end].lower() + " "
        return text[below.span.start : below.span.start + len(words)].lower() == words

    # Items

    def _item(self, n: int) -> int:
        block, last = self.blocks[n], n + 1
        while (
            last < len(self.blocks)
            and self.blocks[last].kind is Kind.ITEM
            and self.blocks[last].depth > block.depth
        ):
            last += 1
        children = self.blocks[n + 1 : last]
        if children and self._children_act(block, children):
            self._parent(block, children)
        elif (block.colon and not children and self._list_follows(n)) or self._is_numbered_heading(n):
            self._heading(n, heading_of(self.mentions, block))
        elif not self._is_cut_off(n):
            self._add_item(Span(block.span.start, children[-1].span.end) if children else block.span)
        return last

    def _is_cut_off(self, n: int) -> bool:
        """The last item of a page, broken off before its act can be read; the item above it is whole."""
        whole = (
            n > 0
            and self.blocks[n - 1].kind is Kind.ITEM
            and self.mentions.text[self.blocks[n - 1].span.end - 1] == "."
        )
        span = self.blocks[n].span
        is_last = n + 1 == len(self.blocks)
        return (
            is_last
            and whole
            and is_cut_off(self.mentions.text, span)
            and not own_parties(self.mentions, span)
        )

    def _is_numbered_heading(self, n: int) -> bool:
        """ "1. Trygghet i centrum" with the promises as running text below it."""
        block, below = self.blocks[n], self._next(n)
        if not block.numbered or below is None or says_an_act(self.mentions.text, block.span):
            return False
        return (
            below.kind is Kind.PROSE and not below.gap and predicate_of(self.mentions, below.span) is not None
        )

    def _children_act(self, parent: Block, children: list[Block]) -> bool:
        text = self.mentions.text
        if parent.colon or any(says_an_act(text, child.span) for child in children):
            return True
        return not (INFINITIVE.match(text, parent.span.start) or predicate_of(self.mentions, parent.span))

    def _parent(self, parent: Block, children: list[Block]) -> None:
        """Sub-items that promise by themselves: what stands over them is their theme."""
        outer, heading = self.here, heading_of(self.mentions, parent)
        self.here = replace(
            outer,
            lead_in=parent.span,
            parties=heading.parties or outer.parties,
            theme=heading.theme or outer.theme,
        )
        for child in children:
            self._add_item(child.span)
        self.here = replace(outer, has_items=True)

    def _add_item(self, span: Span) -> None:
        here = self.here = replace(self.here, has_items=True)
        predicate = predicate_of(self.mentions, span)
        promising = here.is_open or (here.role is Role.NOTHING and here.soft)
        if here.role is not Role.SHUTS and (promising or (predicate is not None and not predicate.passive)):
            for part in parts_of(self.mentions, span):
                self._add(part, listed=True)

    def _add_labelled(self, span: Span) -> None:
        """ "Löfte: Polisen gör tio kontroller.": the label says that it is one."""
        self.here = replace(self.here, has_items=True)
        for part in parts_of(self.mentions, span):
            self._add(part, listed=True)

    def _add(self, span: Span, listed: bool) -> None:
        here, words = self.here, self.mentions.text[span.start : span.end]
        once = (words, here.edition.value if here.edition else "")
        if once in self.seen:
            return
        self.seen.add(once)
        parties = own_parties(self.mentions, span) or here.parties
        self.found.append(
            Candidate(span, parties, here.theme, here.above, here.edition, listed, here.is_open)
        )

    def _is_bare_item(self, n: int) -> bool:
        """An item that lost its list sign: right below a lead-in or a theme, or starting with an act."""
        here, block = self.here, self.blocks[n]
        if not here.is_open or block.colon or block.kind is Kind.SPEECH:
            return False
        if here.bare_list:
            return self._could_be_item(block)
        if block.kind is Kind.PROSE:
            return not block.gap and here.heading == self.blocks[n - 1].span and here.theme == here.heading
        return self._starts_with_act(block.span) and self._could_be_item(block)

    def _starts_with_act(self, span: Span) -> bool:
        """Whether a line begins with what shall be done; in a row of names every word has a capital."""
        text = self.mentions.text
        is_long = span.end - span.start > _SHORTEST_ITEM
        small = _SMALL_WORD.search(text, span.start, span.end)
        return is_long and small is not None and INFINITIVE.match(text, span.start) is not None

    def _could_be_item(self, block: Block) -> bool:
        """Below a lead-in without a list: a line in one go with it, a paragraph that promises or is short."""
        text, span = self.mentions.text, block.span
        role = heading_of(self.mentions, block).role
        if role in (Role.SHUTS, Role.NOTHING, Role.PARTY) or _ABOUT_PLEDGE.match(text, span.start, span.end):
            return False
        if block.kind is Kind.LINE:
            return not block.gap or self._starts_with_act(span)
        if PROMISES.search(text, span.start, span.end):
            return True
        return text.count(" ", span.start, span.end) < _ITEM_WORDS and len(sentences_of(text, span)) == 1

    # Running text

    def _is_spelled_out(self, n: int) -> bool:
        """A promise that its list only completes: "Vi kommer att finnas vid:"."""
        block, text = self.blocks[n], self.mentions.text
        if not (block.colon and self._list_follows(n)):
            return False
        last = sentences_of(text, block.span)[-1]
        return (
            bool(_UNFINISHED.search(text, last.start, last.end))
            and predicate_of(self.mentions, last) is not None
        )

    def _with_details(self, n: int) -> int:
        last = n + 1
        while last < len(self.blocks) and self.blocks[last].kind is Kind.ITEM:
            last += 1
        start = sentences_of(self.mentions.text, self.blocks[n].span)[-1].start
        if self.here.role is not Role.SHUTS:
            self._add(Span(start, self.blocks[last - 1].span.end), listed=False)
        return last

    def _is_sentence(self, n: int) -> bool:
        """A line that promises although its full stop is missing, and that nothing spells out below."""
        block, below = self.blocks[n], self._next(n)
        if block.colon or block.kind is not Kind.LINE:
            return False
        if below is None:
            return self.mentions.text.count(" ", block.span.start, block.span.end) >= _CUT_OFF_WORDS
        predicate = (
            None if below.kind is Kind.ITEM or below.colon else predicate_of(self.mentions, block.span)
        )
        if predicate is None or not self.here.titled:
            return False
        return bool(predicate.subject) or len(sentences_of(self.mentions.text, block.span)) > 1

    def _prose(self, n: int) -> None:
        block = self.blocks[n]
        if self.here.is_closed:
            return
        if self._is_umbrella(n):
            self.here = below_umbrella(self.here, block.span, own_parties(self.mentions, block.span))
        elif self.here.is_open and block.kind is Kind.PROSE and self._starts_with_act(block.span):
            self._add_item(block.span)
        else:
            self._sentences(block)

    def _is_umbrella(self, n: int) -> bool:
        """A wish that the line below it spells out: "Det gör vi så här:"."""
        below = self._next(n)
        if not self.here.is_open or below is None or not below.colon:
            return False
        following = heading_of(self.mentions, below)
        is_wish = predicate_of(self.mentions, self.blocks[n].span) is not None
        return following.role is Role.OPENS and is_wish and following.points_back

    def _sentences(self, block: Block) -> None:
        grows = False
        for sentence in sentences_of(self.mentions.text, block.span):
            predicate = predicate_of(self.mentions, sentence)
            if grows and goes_on(self.mentions.text, sentence) and not (predicate and predicate.subject):
                self.found[-1] = replace(self.found[-1], span=Span(self.found[-1].span.start, sentence.end))
                continue
            before = len(self.found)
            if self._promises(predicate, block, grows) or self._is_told(sentence, block, grows):
                for part in parts_of(self.mentions, sentence):
                    self._add(part, listed=False)
            grows = len(self.found) > before

    def _promises(self, predicate: Predicate | None, block: Block, grows: bool) -> bool:
        if predicate is None:
            return False
        if predicate.subject or predicate.parties_meant:
            return True
        return block.kind is not Kind.SPEECH and (predicate.vows or grows or self.here.is_open)

    def _is_told(self, sentence: Span, block: Block, grows: bool) -> bool:
        """Told as going on, where promises are told: not an explanation below a list."""
        here = self.here
        where = here.is_open or (here.soft and (here.theme is not None or bool(self.found)))
        return (
            block.kind is Kind.PROSE
            and where
            and (grows or not here.has_items)
            and is_told(self.mentions, sentence)
        )
