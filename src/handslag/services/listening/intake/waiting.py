"""Answers wait, each sealed with its texts, until at least twenty of their lane can be stored together.

While they wait, a copy of the database shows how many wait in which lane and nothing else. When forty wait,
twenty of them are drawn by lot and stored in one transaction, in random order, the texts in another than the
answers; the other twenty are sealed anew, and the key of all is destroyed. So not even who copied every byte
before can tell which answer came when, with which text or code, and twenty are left for the close.
To be called inside the transaction that holds the survey, so that nobody else stores what waits meanwhile.
"""

import json
import logging
import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from random import SystemRandom
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection, transaction
from django.db.models import QuerySet

from handslag.domain.listening.voices import Channel
from handslag.domain.surveys import Lane
from handslag.models.models import Response, SealedResponse, Voice
from handslag.services.listening.bare_insert import insert_missing
from handslag.services.listening.intake.waiting_keys import Key, destroy, destroy_all_but, key_named, new_key
from handslag.services.listening.voices import sealed_rows

_ROOM = 4096  # bytes sealed for the answers and for each text that is asked for: sizes must tell nothing
_dice = SystemRandom()


@dataclass(frozen=True, slots=True)
class Entry:
    """One answer: the row of `Response`, and those of `Voice`, as `insert_missing` takes them.

    `asked` is how many texts the survey asks for, which says how large all its sealed answers are.
    """

    row: Mapping[str, Any]
    voices: tuple[Mapping[str, Any], ...]
    asked: int = 1

    @property
    def id(self) -> UUID:
        return UUID(str(self.row["id"]))


def store(entries: Iterable[Entry]) -> None:
    """Keep answers sealed; when two batches wait, all but one batch of them go into the tables."""
    groups: dict[tuple[int, Lane], list[Entry]] = {}
    for entry in entries:
        groups.setdefault((entry.row["survey"], entry.row["lane"]), []).append(entry)
    for (survey, lane), group in groups.items():
        numbers = _numbers(survey, lane)
        keys = _keys(numbers)
        if sum(numbers[name] for name in keys) + len(group) >= 2 * settings.ANSWERS_TOGETHER:
            waiting = SealedResponse.objects.filter(survey=survey, lane=lane)
            _store_together(waiting, group, left=settings.ANSWERS_TOGETHER)
        else:
            _seal(next(iter(keys.values())) if keys else new_key(), group)


def store_all(survey: int, without_channel: Collection[str] = ()) -> None:
    """Store everything that waits in a survey, however few: it closes.

    What was written by one of the lanes `without_channel` is never stored with how it came.
    """
    waiting = SealedResponse.objects.filter(survey=survey)
    _store_together(waiting, [], left=0, without_channel=without_channel)


def waiting_entry(response: UUID) -> tuple[int, Entry] | None:
    """The survey and what waits there of the answer with this id."""
    for row in _rows_of([response]):
        if key := key_named(row.key):
            return row.survey_id, _opened(row, key)
    return None


def take_back(response: UUID) -> None:
    """Erase what waits of the answer with this id, if anything."""
    for row in _rows_of([response]):
        row.delete()


@transaction.atomic
def label_waiting(label: str, responses: Sequence[UUID]) -> None:
    """Give the label of a batch that seems to come from a script to those of the answers that wait."""
    for row in _rows_of(responses, are_changed=True):
        if key := key_named(row.key):
            entry = _opened(row, key)
            row.sealed = key.seal(row.pk, _packed(replace(entry, row={**entry.row, "batch": label})))
            row.save(update_fields=["sealed"])


def destroy_unused_keys() -> None:
    """Destroy what a process that was killed has left of keys."""
    destroy_all_but(set(SealedResponse.objects.values_list("key", flat=True)))


def _numbers(survey: int, lane: Lane) -> dict[UUID, int]:
    """How many wait under each key. Asked for each answer, and Django takes longer to ask than to be told."""
    with connection.cursor() as cursor:
        cursor.execute(_NUMBERS, [survey, lane])
        return {UUID(str(key)): number for key, number in cursor.fetchall()}


_NUMBERS = "SELECT key, count(*) FROM handslag_sealedresponse WHERE survey_id = %s AND lane = %s GROUP BY key"


def _keys(names: Iterable[UUID]) -> dict[UUID, Key]:
    """Those of the keys that are here, by their names."""
    return {name: key for name in names if (key := key_named(name))}


def _rows_of(responses: Sequence[UUID], *, are_changed: bool = False) -> Iterator[SealedResponse]:
    """What waits of these answers. Sealed anew meanwhile, they wait under a key not seen yet."""
    seen: set[UUID] = set()
    while fresh := set(SealedResponse.objects.values_list("key", flat=True)) - seen:
        keys = _keys(fresh).values()
        rows = SealedResponse.objects.filter(pk__in=[key.row_of(each) for key in keys for each in responses])
        yield from rows.select_for_update() if are_changed else rows
        seen |= fresh


def _store_together(
    waiting: "QuerySet[SealedResponse]",
    group: Sequence[Entry],
    *,
    left: int,
    without_channel: Collection[str] = (),
) -> None:
    """Store what waits and the group, but for those that are `left` to wait, whom chance picks."""
    rows = list(waiting.select_for_update())
    keys = _keys({row.key for row in rows})
    opened = {row.pk: _opened(row, keys[row.key]) for row in rows if row.key in keys}
    if len(opened) < len(rows):
        logging.getLogger(__name__).error(
            "%s answers cannot be opened: their key is not here.", len(rows) - len(opened)
        )
    entries = [*opened.values(), *group]
    _dice.shuffle(entries)
    waits, entries = entries[:left], entries[left:]
    voices = [voice for entry in entries for voice in _voices(entry, without_channel)]
    _dice.shuffle(voices)
    insert_missing(Response, [entry.row for entry in entries])
    insert_missing(Voice, sealed_rows(voices))
    waiting.filter(pk__in=opened).delete()
    if waits:
        _seal(new_key(), waits)
    for name in keys:
        transaction.on_commit(partial(destroy, name))


def _voices(entry: Entry, without_channel: Collection[str]) -> Iterable[Mapping[str, Any]]:
    if entry.row["lane"] not in without_channel:
        return entry.voices
    return [{**voice, "channel": Channel.SURVEY} for voice in entry.voices]


def _seal(key: Key, group: Sequence[Entry]) -> None:
    rows = []
    for entry in group:
        row = key.row_of(entry.id)
        rows.append(
            {
                "id": row,
                "survey": entry.row["survey"],
                "lane": entry.row["lane"],
                "key": key.name,
                "sealed": key.seal(row, _packed(entry)),
            }
        )
    insert_missing(SealedResponse, rows)


def _opened(row: SealedResponse, key: Key) -> Entry:
    packed = key.open_(row.pk, bytes(row.sealed))
    found = json.loads(zlib.decompressobj().decompress(packed))
    return Entry(found["row"], tuple(found["voices"]), found["asked"])


def _packed(entry: Entry) -> bytes:
    """As many bytes as every other answer of the survey, unless its texts are long and like no language."""
    plain = {"row": dict(entry.row), "voices": [dict(one) for one in entry.voices], "asked": entry.asked}
    packed = zlib.compress(json.dumps(plain, ensure_ascii=False, default=str).encode(), 1)
    room = _ROOM * (1 + entry.asked)
    return packed + bytes(-len(packed) % room)
