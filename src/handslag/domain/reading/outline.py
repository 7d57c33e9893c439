"""Where in a text promises stand: headings, lead-ins and lists followed from top to bottom."""

import re
from dataclasses import dataclass, field, replace
from typing import Final

from handslag.domain.promises import Party
from handslag.domain.reading.blocks import Block, Kind, blocks_of
from handslag.domain.reading.finds import Find, FoundParty, Span
from handslag.domain.reading.headings import Heading, Role, heading_of, is_pledge, years_in
from handslag.domain.reading.items import goes_on, own_parties, parts_of, says_an_act
from handslag.domain.reading.parties import Mentions
from handslag.domain.reading.predicates import Predicate, predicate_of
from handslag.domain.reading.sentences import sentences_of
from handslag.domain.reading.verbs import INFINITIVE

_HEADING_LENGTH: Final = 200
_CUT_OFF_WORDS: Final = 9  # a last line so long that stops in mid-sentence was cut off


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of text that promises, and what stands over it.

    `parties`: empty means those of the whole document. `above`: the heading and lead-in directly
    over it. `edition`: the years of the promise set it stands in, where a heading names them.
    `listed`: it is an item of a list; otherwise a sentence of running text.
    """

    span: Span
    parties: tuple[FoundParty, ...]
    perspective: Span | None
    above: tuple[Span, ...]
    edition: Find | None
    listed: bool
    is_open: bool  # a heading said before that promises follow


@dataclass(slots=True)
class _Place:
    """Where the walk stands: what the headings above say."""

    role: Role = Role.NOTHING
    before_list: Role | None = None  # what held before a lead-in that only closes its own list
    parties: tuple[FoundParty, ...] = ()
    theme: Span | None = None
    heading: Span | None = None
    lead_in: Span | None = None
    edition: Find | None = None
    bare_list: bool = False
    listed_since_lead_in: bool = False


@dataclass(slots=True)
class _Walk:
    mentions: Mentions
    blocks: list[Block]
    here: _Place = field(default_factory=_Place)
    found: list[Candidate] = field(default_factory=list)
    announced: list[int] = field(default_factory=list)  # how many candidates stood before each announcement
    titled: bool = False
    openers: dict[str, int] = field(default_factory=dict)

    # -- the steps -------------------------------------------------------------------------------

    def run(self) -> list[Candidate]:
        n = 0
        while n < len(self.blocks):
            n = self._step(n)
        return self.found

    def _step(self, n: int) -> int:
        block = self.blocks[n]
        if block.kind is Kind.ITEM:
            return self._item(n)
        if block.kind is Kind.SPEECH or (block.kind is Kind.PROSE and not block.colon):
            self._prose(n)
        elif self._is_bare_item(n):
            self._add_item(block.span)
        elif self._is_sentence(n):
            self._prose(n)
        else:
            self._heading(n, heading_of(self.mentions, block))
        return n + 1

    # -- headings --------------------------------------------------------------------------------

    def _heading(self, n: int, heading: Heading) -> None:
        here, block = self.here, self.blocks[n]
        if heading.role is Role.NOTHING:
            return
        if self._names_its_item(n):
            heading = replace(heading, role=Role.PARTY, parties=(FoundParty(Party.MUNICIPALITY, block.span),))
        here.bare_list = False
        if heading.role in (Role.OPENS, Role.PARTY):
            self._open(n, heading)
        elif heading.role is Role.THEME:
            self._theme(n, heading)
        else:
            self._close(n, heading)

    def _open(self, n: int, heading: Heading) -> None:
        here, block = self.here, self.blocks[n]
        pledge = is_pledge(self.mentions.text, block.span) and not block.colon
        is_title = pledge and not self.titled
        self.titled = self.titled or is_title
        if is_title and not self._list_follows(n):
            here.edition = years_in(self.mentions.text, block.span)
            return
        here.parties = self._parties_of(heading)
        here.listed_since_lead_in = False
        if heading.role is Role.PARTY:
            here.lead_in = block.span
            return
        here.role, here.before_list = Role.OPENS, None
        if pledge:
            here.edition = years_in(self.mentions.text, block.span) or here.edition
        if not pledge:
            self.announced.append(len(self.found))
        if block.colon:
            here.lead_in = block.span
            here.bare_list = not self._list_follows(n)
            if heading.theme and not pledge and self._divides(heading):
                here.theme = heading.theme
        else:
            here.heading, here.lead_in = block.span, None
            if not heading.parties or heading.theme:
                here.theme = None if pledge else heading.theme

    def _parties_of(self, heading: Heading) -> tuple[FoundParty, ...]:
        """Whom a lead-in names; "Tillsammans med kommunen" adds to the lead-in before it."""
        if heading.jointly and len(heading.parties) == 1:
            if heading.role is Role.PARTY:
                return (*self.here.parties, *heading.parties)
            return heading.parties
        return heading.parties

    def _divides(self, heading: Heading) -> bool:
        return True

    def _theme(self, n: int, heading: Heading) -> None:
        here = self.here
        here.theme = heading.theme
        here.heading, here.lead_in = heading.span, None
        if here.role in (Role.SHUTS, Role.CLOSES):
            here.role = Role.NOTHING
        if here.listed_since_lead_in:
            here.parties = ()
        here.listed_since_lead_in = False

    def _close(self, n: int, heading: Heading) -> None:
        here = self.here
        here.before_list = here.role if self.blocks[n].colon and here.role is Role.OPENS else None
        here.role = heading.role
        if here.before_list is None:
            here.theme = None
        here.parties = ()
        here.lead_in = heading.span

    def _names_its_item(self, n: int) -> bool:
        """A heading repeated as the subject of the item below it is an actor: a unit of the municipality."""
        if n + 1 >= len(self.blocks) or self.blocks[n + 1].kind is not Kind.ITEM:
            return False
        text, name, item = self.mentions.text, self.blocks[n].span, self.blocks[n + 1].span
        size = name.end - name.start
        return text[name.start : name.end].lower() == text[item.start : item.start + size].lower()

    def _list_follows(self, n: int) -> bool:
        return n + 1 < len(self.blocks) and self.blocks[n + 1].kind is Kind.ITEM

    # -- items -----------------------------------------------------------------------------------

    def _item(self, n: int) -> int:
        block = self.blocks[n]
        last = n + 1
        while last < len(self.blocks) and self.blocks[last].kind is Kind.ITEM and self.blocks[last].depth > block.depth:
            last += 1
        children = self.blocks[n + 1 : last]
        if children and self._children_act(block, children):
            self._parent(n, children)
            return last
        if block.colon and not children and self._list_follows(n):
            self._heading(n, heading_of(self.mentions, block))
            return n + 1
        self._add_item(Span(block.span.start, children[-1].span.end) if children else block.span)
        return last

    def _children_act(self, parent: Block, children: list[Block]) -> bool:
        text = self.mentions.text
        if any(says_an_act(text, child.span) for child in children):
            return True
        return not (INFINITIVE.match(text, parent.span.start) or predicate_of(self.mentions, parent.span))

    def _parent(self, n: int, children: list[Block]) -> None:
        outer = replace(self.here)
        heading = heading_of(self.mentions, self.blocks[n])
        self.here.lead_in = self.blocks[n].span
        if heading.parties:
            self.here.parties = heading.parties
        if heading.theme:
            self.here.theme = heading.theme
        for child in children:
            self._add_item(child.span)
        self.here = outer
        self.here.listed_since_lead_in = True

    def _add_item(self, span: Span) -> None:
        here = self.here
        here.listed_since_lead_in = True
        predicate = predicate_of(self.mentions, span)
        if here.role is Role.SHUTS or not (here.role is Role.OPENS or (predicate and predicate.subject)):
            return
        for part in parts_of(self.mentions, span):
            self._add(part, listed=True)

    def _add(self, span: Span, listed: bool) -> None:
        here = self.here
        own = own_parties(self.mentions, span)
        above = tuple(over for over in (here.heading, here.lead_in) if over is not None)
        self.found.append(
            Candidate(span, own or here.parties, here.theme, above, here.edition, listed, here.role is Role.OPENS)
        )

    def _is_bare_item(self, n: int) -> bool:
        """An item that lost its list sign: a line below a lead-in, or one that starts with an act."""
        here, block = self.here, self.blocks[n]
        if here.role is not Role.OPENS or block.colon or block.kind is not Kind.LINE:
            return False
        if here.bare_list and not block.gap:
            return True
        return bool(INFINITIVE.match(self.mentions.text, block.span.start)) and block.span.end - block.span.start > 12

    # -- running text ----------------------------------------------------------------------------

    def _is_sentence(self, n: int) -> bool:
        """A line that promises although its full stop is missing, and that nothing spells out below."""
        block = self.blocks[n]
        if block.colon or block.kind is not Kind.LINE:
            return False
        if n + 1 == len(self.blocks):
            return self.mentions.text.count(" ", *_ends(block.span)) >= _CUT_OFF_WORDS
        if self._list_follows(n) or self.blocks[n + 1].colon:
            return False
        predicate = predicate_of(self.mentions, block.span)
        return self.titled and predicate is not None and bool(predicate.subject)

    def _prose(self, n: int) -> None:
        here, block = self.here, self.blocks[n]
        if here.before_list is not None and here.listed_since_lead_in:
            here.role, here.before_list = here.before_list, None
        if here.role in (Role.SHUTS, Role.CLOSES):
            return
        if self._is_umbrella(n):
            here.theme, here.parties = block.span, own_parties(self.mentions, block.span)
            return
        if here.role is Role.OPENS and INFINITIVE.match(self.mentions.text, block.span.start) and block.kind is Kind.PROSE:
            self._add_item(block.span)
            return
        self._sentences(block)

    def _is_umbrella(self, n: int) -> bool:
        """A wish that the line below it spells out: "Det gör vi så här:"."""
        if self.here.role is not Role.OPENS or n + 1 >= len(self.blocks) or not self.blocks[n + 1].colon:
            return False
        following = heading_of(self.mentions, self.blocks[n + 1])
        return following.role is Role.OPENS and not following.parties and predicate_of(self.mentions, self.blocks[n].span) is not None

    def _sentences(self, block: Block) -> None:
        grows = False
        for sentence in sentences_of(self.mentions.text, block.span):
            if self._promises(predicate_of(self.mentions, sentence), block):
                self._add(sentence, listed=False)
                grows = True
            elif grows and goes_on(self.mentions.text, sentence):
                self.found[-1] = replace(self.found[-1], span=Span(self.found[-1].span.start, sentence.end))
            else:
                grows = False

    def _promises(self, predicate: Predicate | None, block: Block) -> bool:
        if predicate is None:
            return False
        if predicate.subject:
            return True
        if block.kind is Kind.SPEECH:
            return False
        return predicate.vows or self.here.role is Role.OPENS


def candidates_in(mentions: Mentions, blocks: list[Block]) -> list[Candidate]:
    """The stretches of the text that promise, in order, umbrellas that a list spells out left out."""
    walk = _Walk(mentions, blocks)
    found = walk.run()
    return _without_umbrellas(found, walk.announced)


def _without_umbrellas(found: list[Candidate], announced: list[int]) -> list[Candidate]:
    """Drop what was said before any heading and is then spelled out below an announcement."""
    last = max((n for n in announced if n < len(found)), default=0)
    return [c for n, c in enumerate(found) if c.listed or c.is_open or n >= last]


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end
