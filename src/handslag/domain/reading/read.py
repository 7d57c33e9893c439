"""Swedish text in, promises out: the steps in order."""

from bisect import bisect_left
from dataclasses import dataclass

from handslag.domain.reading.aims import link_aims
from handslag.domain.reading.area import municipality_of, names_of_whole, police_area_of, title_of
from handslag.domain.reading.blocks import Block, Kind, blocks_of
from handslag.domain.reading.fields import Context, context_of, read_fields
from handslag.domain.reading.finds import (
    Find,
    FoundParty,
    ReadDocument,
    ReadPromise,
    Span,
    Unread,
    UnreadKind,
)
from handslag.domain.reading.grounds import grounds_of, signatories_of
from handslag.domain.reading.lines import without_head
from handslag.domain.reading.outline import Candidate, candidates_in
from handslag.domain.reading.parties import mentions_in
from handslag.domain.reading.pledgers import pledgers_of
from handslag.domain.reading.rows import says_something
from handslag.domain.reading.validity import validity_of


def read(text: str) -> ReadDocument:
    """The promises of a page: who promises what, where, how often and until when (docs/rules/reading.md).

    Takes any text, an empty one too. Lines of the form `# key: value` at the top are about the file
    and not read. Every find carries the span of its words in `text`. Never raises.
    """
    body = without_head(text)
    mentions, blocks = mentions_in(body), blocks_of(body)
    candidates = candidates_in(mentions, blocks)
    title, police_area = title_of(body), police_area_of(body)
    municipality = municipality_of(mentions, title)
    validity = validity_of(mentions, blocks)
    newest = max((c.edition.value for c in candidates if c.edition), default="")
    about = _About(
        municipality, police_area, names_of_whole(title, municipality), pledgers_of(mentions, blocks), newest
    )
    contexts = {above: _context(body, above, about) for above in {c.above for c in candidates}}
    promises = [_promise(body, candidate, contexts[candidate.above], about) for candidate in candidates]
    return ReadDocument(
        text=text,
        municipality=municipality,
        police_area=police_area,
        valid_from=validity.valid_from,
        valid_to=validity.valid_to,
        open_ended=validity.open_ended,
        signatories=signatories_of(mentions, blocks),
        grounds=grounds_of(mentions.low, blocks, [candidate.span for candidate in candidates]),
        promises=link_aims(promises, candidates),
        unread=_unread_rows(body, blocks, candidates),
    )


def _unread_rows(text: str, blocks: list[Block], candidates: list[Candidate]) -> tuple[Unread, ...]:
    """The rows of tables out of which no promise was read."""
    starts = sorted(candidate.span.start for candidate in candidates)
    rows = (block.span for block in blocks if block.kind is Kind.ROW and says_something(text, block.span))
    return tuple(
        Unread(UnreadKind.TABLE_ROW, text[row.start : row.end], row)
        for row in rows
        if bisect_left(starts, row.start) == bisect_left(starts, row.end)
    )


@dataclass(frozen=True, slots=True)
class _About:
    """What the whole document says, for the promises that do not say it themselves."""

    municipality: Find | None
    police_area: Find | None
    names: tuple[str, ...]
    pledgers: tuple[FoundParty, ...]
    newest: str  # the years of the newest set of promises, "" where no heading names any


def _promise(text: str, candidate: Candidate, context: Context, about: _About) -> ReadPromise:
    span = candidate.span
    fields = read_fields(text, span, context)
    return ReadPromise(
        text=_find(text, span),
        parties=candidate.parties or about.pledgers,
        places=fields.places,
        target_groups=fields.target_groups,
        cadence=fields.cadence,
        quantity=fields.quantity,
        period=fields.period or _older(candidate.edition, about.newest),
        perspective=_find(text, candidate.perspective) if candidate.perspective else None,
        measurable=fields.measurable,
        measure=fields.measure,
        unheld=fields.unheld,
    )


def _older(edition: Find | None, newest: str) -> Find | None:
    """The years of an older set of promises on the same page; None for the newest."""
    return edition if edition is not None and edition.value < newest else None


def _context(text: str, above: tuple[Span, ...], about: _About) -> Context:
    return context_of(
        text,
        above,
        municipality=about.municipality.value if about.municipality else None,
        police_area=about.police_area.value if about.police_area else None,
        places_of_whole=about.names,
    )


def _find(text: str, span: Span) -> Find:
    return Find(text[span.start : span.end], span)
