"""Where in a text promises stand: headings, lead-ins, lists and running text followed from top to bottom."""

from dataclasses import dataclass, field
from typing import NamedTuple

from handslag.domain.people.parties import Party
from handslag.domain.reading.blocks import Block, Kind
from handslag.domain.reading.finds import Find, FoundParty, Span
from handslag.domain.reading.headings import Heading, Role, heading_of, is_followup, names_page
from handslag.domain.reading.items import goes_on, parts_of
from handslag.domain.reading.neighbours import Page
from handslag.domain.reading.parties import Mentions, sentences_in
from handslag.domain.reading.predicates import Predicate, predicate_of
from handslag.domain.reading.promisors import is_told, own_parties
from handslag.domain.reading.rows import cells_of
from handslag.domain.reading.standing import (
    Standing,
    below_closing,
    below_lead_in,
    below_opening,
    below_party,
    below_theme,
    below_title,
    below_umbrella,
)


class Candidate(NamedTuple):
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
    walk = _Walk(Page(mentions, blocks))
    n = 0
    while n < len(blocks):
        n = walk.step(n)
    return walk.kept()


@dataclass(slots=True)
class _Walk:
    """The way down the page. `announced`: how many candidates stood before each announcement of a list."""

    page: Page
    here: Standing = field(default_factory=Standing)
    found: list[Candidate] = field(default_factory=list)
    announced: list[int] = field(default_factory=list)
    divided: bool = field(init=False)
    seen: set[tuple[str, str]] = field(default_factory=set)

    def __post_init__(self) -> None:
        lead_ins = (heading_of(self.page.mentions, block) for block in self.page.blocks if block.colon)
        self.divided = sum(1 for heading in lead_ins if heading.role is Role.OPENS and heading.theme) > 1

    def kept(self) -> list[Candidate]:
        """Without what was said before any heading and is then spelled out below an announcement."""
        last = max((n for n in self.announced if n < len(self.found)), default=0)
        return [c for n, c in enumerate(self.found) if c.listed or c.is_open or n >= last]

    def step(self, n: int) -> int:
        """Read the block at `n` and give the place of the next one."""
        block = self.page.blocks[n]
        if block.kind is Kind.ITEM:
            return self._item(n)
        if self.here.outer is not None and self.here.has_items:
            self.here = self.here.outer
        if block.kind is Kind.ROW:
            return self._row(n)
        labelled = self.page.labelled(block.span) if self.here.titled else None
        if labelled is not None:
            self._add_item(labelled, is_promise=True)
        elif self.page.is_bare_item(n, self.here):
            self._add_item(block.span)
        elif self.page.is_spelled_out(n):
            return self._with_details(n)
        elif self.page.is_running_text(n, self.here):
            self._prose(n)
        else:
            self._heading(n, heading_of(self.page.mentions, block))
        return n + 1

    # Headings

    def _heading(self, n: int, heading: Heading) -> None:
        block, mentions, follows = self.page.blocks[n], self.page.mentions, self.page.list_follows(n)
        if heading.role is Role.NOTHING:
            return
        if self.page.names_its_item(n):
            heading = heading._replace(role=Role.PARTY, parties=(FoundParty(Party.MUNICIPALITY, block.span),))
        if self._is_title(n, heading, follows):
            self.here = below_title(self.here, mentions, block)
            return
        self.here = self.here._replace(titled=True)
        if heading.role is Role.PARTY:
            self.here = below_party(self.here, heading, bare_list=not follows)
        elif heading.role is Role.THEME:
            self.here = below_theme(self.here, heading)
        elif heading.role is Role.OPENS:
            self._open(n, heading)
        else:
            self.here = below_closing(self.here, heading, block, follows)

    def _open(self, n: int, heading: Heading) -> None:
        block, mentions, bare_list = self.page.blocks[n], self.page.mentions, self.page.bare_list_follows(n)
        if heading.announces or block.colon:
            self.announced.append(len(self.found))
        if block.colon:
            self.here = below_lead_in(self.here, heading, mentions, bare_list, self.divided)
        else:
            self.here = below_opening(self.here, heading, mentions, bare_list)

    def _is_title(self, n: int, heading: Heading, list_follows: bool) -> bool:
        block = self.page.blocks[n]
        if self.here.titled or block.colon or list_follows or block.kind is Kind.ITEM:
            return False
        if heading.announces and not heading.parties:
            return False
        if heading.role is Role.CLOSES and names_page(self.page.mentions.low, block.span):
            return True
        shuts = heading.role in (Role.SHUTS, Role.CLOSES)
        return not shuts or is_followup(self.page.mentions.low, block.span)

    # Items

    def _item(self, n: int) -> int:
        block = self.page.blocks[n]
        children = self.page.items_below(n, deeper_than=block.depth)
        if children and self.page.children_act(block, children):
            self._parent(block, children)
        elif (block.colon and not children and self.page.list_follows(n)) or self.page.is_numbered_heading(n):
            self._heading(n, heading_of(self.page.mentions, block))
        elif not self.page.is_cut_off(n):
            self._add_item(Span(block.span.start, children[-1].span.end) if children else block.span)
        return n + 1 + len(children)

    def _parent(self, parent: Block, children: list[Block]) -> None:
        """Sub-items that promise by themselves: what stands over them is their theme."""
        outer, heading = self.here, heading_of(self.page.mentions, parent)
        self.here = outer._replace(
            lead_in=parent.span,
            parties=heading.parties or outer.parties,
            theme=heading.theme or outer.theme,
        )
        for child in children:
            self._add_item(child.span)
        self.here = outer._replace(has_items=True)

    def _add_item(self, span: Span, is_promise: bool = False) -> None:
        if not self.here.has_items:
            self.here = self.here._replace(has_items=True)
        if is_promise or self._may_promise(span):
            for part in parts_of(self.page.mentions, span):
                self._add(part, listed=True)

    def _may_promise(self, item: Span) -> bool:
        """Whether an item counts where it stands: where promises are listed, or if it says who shall."""
        here = self.here
        if here.is_open or (here.role is Role.NOTHING and here.soft):
            return True
        predicate = None if here.role is Role.SHUTS else predicate_of(self.page.mentions, item)
        return predicate is not None and not predicate.passive

    def _add(self, span: Span, listed: bool) -> None:
        here, words = self.here, self.page.mentions.text[span.start : span.end]
        once = (words, here.edition.value if here.edition else "")
        if once in self.seen:
            return
        self.seen.add(once)
        parties = own_parties(self.page.mentions, span) or here.parties
        self.found.append(
            Candidate(span, parties, here.theme, here.above, here.edition, listed, here.is_open)
        )

    def _row(self, n: int) -> int:
        """A row of a table is nobody's heading. Cells that promise by themselves are read as running text."""
        block, cells = self.page.blocks[n], list(cells_of(self.page.mentions.text, self.page.blocks[n].span))
        for cell in cells:
            if label := self.page.labelled(cell):
                self._add_item(label, is_promise=True)
            elif not self.here.is_closed and self.page.promises_alone(block, cell):
                self._sentences(block._replace(kind=Kind.PROSE, span=cell))
        if len(cells) > 1:
            self.here = self.here._replace(bare_list=False)
        elif self.page.is_bare_item(n, self.here):
            self._add_item(block.span)
        return n + 1

    # Running text

    def _with_details(self, n: int) -> int:
        """Read a sentence that the list below it completes, with that list."""
        details = self.page.items_below(n, deeper_than=0)
        start = sentences_in(self.page.mentions, self.page.blocks[n].span)[-1].start
        if self.here.role is not Role.SHUTS:
            self._add(Span(start, details[-1].span.end), listed=False)
        return n + 1 + len(details)

    def _prose(self, n: int) -> None:
        block = self.page.blocks[n]
        if self.here.is_closed:
            return
        if self.page.is_umbrella(n, self.here):
            self.here = below_umbrella(self.here, block.span, own_parties(self.page.mentions, block.span))
        elif self.here.is_open and block.kind is Kind.PROSE and self.page.starts_with_act(block.span):
            self._add_item(block.span)
        else:
            self._sentences(block)

    def _sentences(self, block: Block) -> None:
        grows = False
        for sentence in sentences_in(self.page.mentions, block.span):
            predicate = predicate_of(self.page.mentions, sentence)
            if grows and goes_on(self.page.mentions.low, sentence) and not (predicate and predicate.subject):
                self.found[-1] = self.found[-1]._replace(span=Span(self.found[-1].span.start, sentence.end))
                continue
            before = len(self.found)
            if self._promises(predicate, block, grows) or self._is_told(sentence, block, grows):
                for part in parts_of(self.page.mentions, sentence):
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
        may_be = block.kind is Kind.PROSE and where and (grows or not here.has_items)
        return may_be and is_told(self.page.mentions, sentence)
