"""What the headings and lead-ins above a line say together, and how each of them changes it."""

from typing import NamedTuple

from handslag.domain.reading.blocks import Block
from handslag.domain.reading.finds import Find, FoundParty, Span
from handslag.domain.reading.headings import Heading, Role, is_pledge, years_in
from handslag.domain.reading.parties import Mentions


class Standing(NamedTuple):
    """What holds at one point of the text.

    `role`: what the last heading does (OPENS, CLOSES, SHUTS, or NOTHING). `soft`: the title says that
    the page is about promises. `titled`: the title is passed. `umbrella`: the wish that serves as
    theme. `bare_list`: right below a lead-in without list signs. `has_items`: items were read since
    the last lead-in. `outer`: what held before a lead-in that closes only its own list.
    """

    role: Role = Role.NOTHING
    soft: bool = False
    titled: bool = False
    parties: tuple[FoundParty, ...] = ()
    theme: Span | None = None
    umbrella: Span | None = None
    heading: Span | None = None
    lead_in: Span | None = None
    edition: Find | None = None
    bare_list: bool = False
    has_items: bool = False
    outer: "Standing | None" = None

    @property
    def is_open(self) -> bool:
        return self.role is Role.OPENS

    @property
    def is_closed(self) -> bool:
        return self.role in (Role.CLOSES, Role.SHUTS)

    @property
    def above(self) -> tuple[Span, ...]:
        """The heading and the lead-in directly over what follows."""
        return tuple(over for over in (self.heading, self.lead_in) if over is not None)


def below_title(here: Standing, mentions: Mentions, block: Block) -> Standing:
    """Below the first heading of a page: it names the page and is no theme."""
    pledge = is_pledge(mentions.low, block.span)
    return here._replace(
        titled=True,
        soft=here.soft or pledge,
        edition=years_in(mentions, block.span) if pledge else None,
    )


def below_party(here: Standing, heading: Heading, bare_list: bool) -> Standing:
    """Below "Polisen" or "Tillsammans med kommunen", which adds to the lead-in before it."""
    parties = heading.parties
    if heading.jointly and len(parties) == 1:
        parties = (*here.parties, *parties)
    role, soft = (Role.NOTHING, True) if here.role is Role.CLOSES else (here.role, here.soft)
    return here._replace(
        role=role,
        soft=soft,
        parties=parties,
        lead_in=heading.span,
        bare_list=role is Role.OPENS and bare_list,
        has_items=False,
    )


def below_opening(here: Standing, heading: Heading, mentions: Mentions, bare_list: bool) -> Standing:
    """Below a heading that says that promises follow: a new section, which ends the theme before it.

    Only a heading that names its promisors ("Polisen ska") keeps the theme it stands under.
    """
    names_pledge = is_pledge(mentions.low, heading.span) and not heading.announces
    keeps_theme = bool(heading.parties) and heading.theme is None and not names_pledge
    return _opened(here, heading, mentions)._replace(
        edition=(names_pledge and years_in(mentions, heading.span)) or here.edition,
        theme=here.theme if keeps_theme else None if names_pledge else heading.theme,
        heading=heading.span,
        lead_in=None,
        bare_list=bare_list and heading.announces,
    )


def below_lead_in(
    here: Standing, heading: Heading, mentions: Mentions, bare_list: bool, divides: bool
) -> Standing:
    """Below a lead-in with a colon that says that promises follow.

    `divides`: several lead-ins of the page carry a theme each. A theme of a heading above goes first.
    """
    opened = _opened(here, heading, mentions)
    opened = opened._replace(lead_in=heading.span, bare_list=bare_list)
    is_themed = here.theme is not None and here.heading is not None
    if heading.theme is None or is_themed or not divides or is_pledge(mentions.low, heading.span):
        return opened
    return opened._replace(theme=heading.theme, umbrella=None)


def _opened(here: Standing, heading: Heading, mentions: Mentions) -> Standing:
    soft = here.soft or is_pledge(mentions.low, heading.span)
    return here._replace(role=Role.OPENS, soft=soft, parties=heading.parties, has_items=False, outer=None)


def below_theme(here: Standing, heading: Heading) -> Standing:
    """Below "Trafik": a list above it has ended, and with it what its lead-in said of the parties."""
    return here._replace(
        role=Role.NOTHING if here.is_closed else here.role,
        theme=heading.theme,
        heading=heading.span,
        lead_in=None,
        parties=() if here.has_items else here.parties,
        bare_list=False,
        has_items=False,
    )


def below_closing(here: Standing, heading: Heading, block: Block, list_follows: bool) -> Standing:
    """Below "Lägesbild" or "Mål". A lead-in with a colon closes only its own list, or nothing."""
    if block.colon and not list_follows:
        return here._replace(bare_list=False)
    return Standing(
        role=heading.role,
        titled=True,
        edition=here.edition,
        lead_in=heading.span,
        outer=here._replace(bare_list=False) if block.colon else None,
    )


def below_umbrella(here: Standing, span: Span, parties: tuple[FoundParty, ...]) -> Standing:
    """Below a wish that the next line spells out: it is the theme where no heading gives one."""
    if here.theme is not None and here.theme != here.umbrella:
        return here._replace(parties=parties)
    return here._replace(theme=span, umbrella=span, parties=parties)
