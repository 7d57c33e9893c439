"""Drafts of promises: add, edit, discard. Once published, terms change only by a new version."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Max

from handslag import clock
from handslag.domain.errors import BadInput, WrongState
from handslag.domain.keeping.places import matcher
from handslag.domain.people.parties import Party
from handslag.domain.permissions import Action
from handslag.domain.promises.terms import Kind, Measure, PromiseState
from handslag.models.models import Municipality, Place, Promise, PromiseVersion, Reading, Round, User
from handslag.services.access import require
from handslag.services.log import record
from handslag.services.shown import Shown, refuse_unseen
from handslag.services.turns import in_turn

_TEXTUAL = ("text", "parties", "places", "target_groups", "event_series")
_MEASURED = ("kind", "at_least", "unit", "per", "reading_of_number", "spread", "year_named", "minimal", "by")


@dataclass(frozen=True, slots=True)
class Draft:
    """What a draft says: everything a person may change before publication."""

    text: str
    parties: tuple[Party, ...] = ()
    perspective: str = ""
    places: tuple[str, ...] = ()
    target_groups: tuple[str, ...] = ()
    measure: Measure | None = None  # None: how it is judged has not been decided
    event_series: str = ""  # which events, where it is judged at each event


@in_turn
def add_draft(actor: User, *, reading: Reading, draft: Draft) -> Promise:
    """Add a promise that the reading missed.

    - stands last in the reading's round, without spans
    - the same added twice stands once
    """
    require(actor, reading.municipality, Action.EDIT_DRAFT)
    round_ = draft_round(reading)
    for added in round_.promises.prefetch_related("versions"):
        if _says(added, draft):
            return added
    promise = Promise.objects.create(
        municipality=reading.municipality,
        round=round_,
        number=next_number(reading.municipality),
        perspective=draft.perspective,
        position=round_.promises.count(),
        reading=reading,
    )
    save_version(promise, draft)
    _log(actor, "add_draft", promise)
    return promise


@in_turn
def edit_draft(actor: User, *, promise: Promise, draft: Draft, seen: str | None = None) -> Promise:
    """Change a draft.

    - its first version is rewritten: nobody outside has seen it yet
    - a field that is changed no longer points at words of the text

    `seen`: its `draft_mark` when a person opened it; None where nobody did. Raises
    `WrongState("already_published")` once it is public, `BadInput` when somebody else changed it meanwhile.
    """
    require(actor, promise.municipality, Action.EDIT_DRAFT)
    _must_be_draft(promise)
    refuse_unseen(None if seen is None else [seen], [shown_draft(promise)])
    promise.spans = _spans_left(promise, draft)
    promise.perspective = draft.perspective
    promise.save(update_fields=["perspective", "spans"])
    promise.versions.all().delete()
    save_version(promise, draft)
    _log(actor, "edit_draft", promise)
    return promise


@in_turn
def discard_draft(actor: User, *, promise: Promise, seen: str | None = None) -> Promise:
    """Take away a draft that is no promise.

    - the sentence stays in the text that was read

    `seen` as for `edit_draft`. Raises as it does.
    """
    require(actor, promise.municipality, Action.DISCARD_DRAFT)
    _must_be_draft(promise)
    refuse_unseen(None if seen is None else [seen], [shown_draft(promise)])
    _log(actor, "discard_draft", promise)
    promise.delete()
    return promise


def draft_mark(promise: Promise) -> str:
    """A short mark of what a draft says, to tell whether it is what somebody was shown."""
    return shown_draft(promise).mark


def shown_draft(promise: Promise) -> Shown:
    """What a page shows of a draft."""
    (version,) = promise.versions.all()
    columns = {name: getattr(version, name) for name in (*_TEXTUAL, *_MEASURED)}
    more = (promise.public_id, promise.perspective, promise.aim_id, columns)
    return Shown("draft_changed_meanwhile", {"text": version.text}, more)


def next_number(municipality: Municipality) -> int:
    """The next free promise number of a municipality."""
    return (municipality.promises.aggregate(Max("number"))["number__max"] or 0) + 1


def number_after_the_public(promises: Sequence[Promise]) -> None:
    """Give drafts of one municipality, in their order, the numbers after those that residents know.

    A draft that was discarded, or goes on as another promise, leaves no hole. Other drafts give way.
    """
    if not promises:
        return
    everything = promises[0].municipality.promises
    public = everything.exclude(state=PromiseState.DRAFT).aggregate(last=Max("number"))["last"] or 0
    wanted = range(public + 1, public + 1 + len(promises))
    own = [promise.pk for promise in promises]
    others = everything.filter(number__in=wanted).exclude(pk__in=own)
    free = next_number(promises[0].municipality)
    for number, promise in enumerate([*others, *promises], start=free):  # each number is had by one at a time
        _renumber(promise, number)
    for number, promise in zip(wanted, promises, strict=True):
        _renumber(promise, number)


def _renumber(promise: Promise, number: int) -> None:
    promise.number = number
    promise.save(update_fields=["number"])


def draft_round(reading: Reading) -> Round:
    """The unpublished round of a reading. Raises `WrongState("nothing_to_publish")`."""
    round_ = Round.objects.filter(promises__reading=reading, published_at__isnull=True).first()
    if round_ is None:
        raise WrongState("nothing_to_publish")
    return round_


def save_version(promise: Promise, draft: Draft) -> PromiseVersion:
    """Keep a draft as the promise's first version."""
    return PromiseVersion.objects.create(
        promise=promise,
        valid_from=promise.round.valid_from,
        valid_to=promise.round.valid_to,
        review_on=promise.round.review_on,
        made_at=clock.now(),
        **columns_of(draft),
    )


def columns_of(draft: Draft) -> dict[str, object]:
    """What a draft says, as a version stores it."""
    return {
        "text": draft.text,
        "parties": list(draft.parties),
        "places": list(draft.places),
        "target_groups": list(draft.target_groups),
        "event_series": draft.event_series,
        **(_measure_columns(draft.measure) if draft.measure else {"kind": ""}),
    }


def refuse_incomplete(version: PromiseVersion) -> None:
    """Let only what can be judged go public. Raises `BadInput` without party, measure or events."""
    if not version.parties:
        raise BadInput("draft_without_party", text=version.text)
    if not version.kind:
        raise BadInput("draft_without_measure", text=version.text)
    if version.kind == Kind.EACH_EVENT and not version.event_series:
        raise BadInput("draft_without_events", text=version.text)


def add_places(municipality: Municipality, names: Iterable[str]) -> None:
    """Give the register every promised place that it knows by no name."""
    for name in dict.fromkeys(names):
        if matcher(place.name for place in municipality.places.all())(name) is None:
            Place.objects.create(municipality=municipality, name=name)


def _measure_columns(measure: Measure) -> dict[str, object]:
    return {
        "kind": measure.kind,
        "at_least": measure.at_least,
        "unit": measure.unit,
        "per": measure.per,
        "reading_of_number": measure.reading,
        "spread": measure.spread or "",
        "year_named": measure.year_named,
        "minimal": measure.minimal,
        "by": measure.by,
    }


def _spans_left(promise: Promise, draft: Draft) -> dict[str, object]:
    """The spans of the fields that still say what was read. The sentence itself stays beside the draft."""
    before, after = promise.versions.get(), columns_of(draft)
    changed = {
        field for field in ("parties", "places", "target_groups") if getattr(before, field) != after[field]
    }
    if promise.perspective != draft.perspective:
        changed.add("perspective")
    if (before.measure() if before.kind else None) != draft.measure:
        changed.add("measure")
    return {field: spans for field, spans in promise.spans.items() if field not in changed}


def _says(promise: Promise, draft: Draft) -> bool:
    (version,) = promise.versions.all()
    columns = columns_of(draft)
    return promise.perspective == draft.perspective and columns == {
        name: getattr(version, name) for name in columns
    }


def _must_be_draft(promise: Promise) -> None:
    if promise.state != PromiseState.DRAFT:
        raise WrongState("already_published")


def _log(actor: User, verb: str, promise: Promise) -> None:
    record(verb, actor=actor, municipality=promise.municipality, kind="promise", object_id=promise.public_id)
