"""From a published page to drafts that stand beside the words they came from."""

import re
from collections.abc import Sequence
from datetime import date

from handslag import clock
from handslag.documents.read_text import read_apart
from handslag.documents.taken import as_rows
from handslag.domain.errors import BadInput
from handslag.domain.listening.redaction import refuse_personal_data
from handslag.domain.permissions import Action
from handslag.domain.reading.finds import ReadDocument, ReadPromise, Span, Unread
from handslag.models.models import Municipality, Promise, Reading, Round, User
from handslag.services.access import require
from handslag.services.form_keys import once
from handslag.services.log import record
from handslag.services.promises.drafts import Draft, next_number, save_version
from handslag.services.turns import in_turn, turn_of


def read_page(
    actor: User,
    *,
    municipality: Municipality,
    source: str,
    text: str,
    unread: Sequence[Unread] = (),
    is_ours: bool = True,
    key: str | None = None,
) -> Reading:
    """Read a published page into drafts. `unread`: what of its file is not in the text.

    - keeps the text, so that every field can be shown beside its words, and what was not read
    - makes a new unpublished round with one draft per promise found
    - the same form (`key`) sent twice gives the reading of the first time

    `is_ours` False: nobody has said that the page is about this municipality. Raises `BadInput`, and saves
    nothing: "page_of_another" when it names another then, "no_promises_found" when it promises nothing,
    "text_too_heavy" when reading it takes too much time or memory.
    """
    require(actor, municipality, Action.READ_PAGE)
    document = read_apart(text)  # before the transaction: on SQLite nobody else could write meanwhile
    if not is_ours and document.municipality and not _is_about(municipality, document.municipality.value):
        raise BadInput("page_of_another", other=document.municipality.value, name=municipality.name)
    if not document.promises:
        raise BadInput("no_promises_found")
    mark = once(actor, key, municipality.pk, document.text)
    with turn_of(municipality.pk):
        return _made_before(mark) or _save_reading(actor, municipality, source, document, unread, mark)


def _made_before(mark: str | None) -> Reading | None:
    """What was read or begun with the form of this mark."""
    return Reading.objects.filter(key=mark).first() if mark else None


def _save_reading(
    actor: User,
    municipality: Municipality,
    source: str,
    document: ReadDocument,
    unread: Sequence[Unread],
    mark: str | None,
) -> Reading:
    reading = Reading.objects.create(
        municipality=municipality,
        source=source[:300],
        text=document.text,
        unread=as_rows((*document.unread, *unread)),
        key=mark,
        read_by=actor,
        read_at=clock.now(),
    )
    drafts = _save_drafts(municipality, _round_for(municipality, document), reading, document.promises)
    record(
        "read_page",
        actor=actor,
        municipality=municipality,
        kind="reading",
        object_id=reading.public_id,
        promises=len(drafts),
    )
    return reading


@in_turn
def begin_round(
    actor: User, *, municipality: Municipality, source: str, text: str, draft: Draft, key: str | None = None
) -> Reading:
    """Begin a round by hand, with its first promise.

    - keeps the text it was written from, where there is one
    - makes a new unpublished round, to which more promises can be added
    - the same form (`key`) sent twice begins one round

    Raises `BadInput("personal_data")`.
    """
    require(actor, municipality, Action.BEGIN_ROUND)
    refuse_personal_data(text=draft.text)
    mark = once(actor, key, municipality.pk, text, draft)
    if begun := _made_before(mark):
        return begun
    reading = Reading.objects.create(
        municipality=municipality,
        source=source[:300],
        text=text,
        read_by=actor,
        read_at=clock.now(),
        key=mark,
    )
    promise = Promise.objects.create(
        municipality=municipality,
        round=Round.objects.create(municipality=municipality, valid_from=clock.today()),
        number=next_number(municipality),
        perspective=draft.perspective,
        reading=reading,
    )
    save_version(promise, draft)
    record("begin_round", actor=actor, municipality=municipality, kind="reading", object_id=reading.public_id)
    return reading


def _is_about(municipality: Municipality, named: str) -> bool:
    """Whether a name as a page writes it ("Kramfors kommun", "Storstads stad (Dalen)") is its name."""
    said = re.sub(
        r"(?<![\s,])[\s,]*\b(?:kommun|stad|kommuns|stads)\b", "", named.casefold().partition("(")[0]
    ).strip()
    short = municipality.short_name.casefold()
    return bool(said) and said in (short, f"{short}s", municipality.name.casefold())


def spans_of(found: ReadPromise) -> dict[str, list[list[int]]]:
    """The spans of every field of a promise that was read, by field name."""
    spans: dict[str, Sequence[Span]] = {
        "text": [found.text.span],
        "parties": [party.span for party in found.parties],
        "places": [place.span for place in found.places],
        "target_groups": [group.span for group in found.target_groups],
        "measure": [x.span for x in (found.cadence, found.quantity, found.period) if x],
        "perspective": [found.perspective.span] if found.perspective else [],
        "unheld": [words.span for words in found.unheld],
    }
    return {field: [[span.start, span.end] for span in some] for field, some in spans.items() if some}


def draft_from(found: ReadPromise) -> Draft:
    """The draft that a promise found in a text proposes."""
    return Draft(
        text=" ".join(found.text.value.split()),
        parties=tuple(dict.fromkeys(party.party for party in found.parties)),
        perspective=found.perspective.value if found.perspective else "",
        places=tuple(place.value for place in found.places),
        target_groups=tuple(group.value for group in found.target_groups),
        measure=found.measure,
    )


def _save_drafts(
    municipality: Municipality, round_: Round, reading: Reading, found: Sequence[ReadPromise]
) -> list[Promise]:
    first = next_number(municipality)
    promises = []
    for position, item in enumerate(found):
        draft = draft_from(item)
        promise = Promise.objects.create(
            municipality=municipality,
            round=round_,
            number=first + position,
            perspective=draft.perspective[:200],
            position=position,
            reading=reading,
            spans=spans_of(item),
        )
        save_version(promise, draft)
        promises.append(promise)
    for promise, item in zip(promises, found, strict=True):
        if item.aim is not None:
            promise.aim = promises[item.aim]
            promise.save(update_fields=["aim"])
    return promises


def _round_for(municipality: Municipality, document: ReadDocument) -> Round:
    start = _first_day(document.valid_from.value) if document.valid_from else None
    return Round.objects.create(
        municipality=municipality,
        valid_from=start or clock.today(),
        valid_to=_last_day(document.valid_to.value) if document.valid_to else None,
        grounds=[str(found.ground) for found in document.grounds],
        signatories=[found.value for found in document.signatories],
    )


def _first_day(stated: str) -> date:
    """First day of a stated year, month or day ("2019", "2019-04", "2019-04-05")."""
    year, month, day = ([int(part) for part in stated.split("-")] + [1, 1])[:3]
    return date(year, month, day)


def _last_day(stated: str) -> date:
    """Last day of a stated year, month or day."""
    parts = [int(part) for part in stated.split("-")]
    if len(parts) == 1:
        return date(parts[0], 12, 31)
    if len(parts) == 2:
        year, month = parts
        return date.fromordinal((date(year + month // 12, month % 12 + 1, 1)).toordinal() - 1)
    return date(*parts)
