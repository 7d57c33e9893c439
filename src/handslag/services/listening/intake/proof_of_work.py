"""Proof of work: a little counting that the browser does before it sends, so that a thousand answers cost.

A speed bump, no more (trust.md §0.7). Who has no JavaScript gets through without. The library does not
stop a solution from being used twice; the table `SpentWork` does, with its unique key.
"""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from time import time
from uuid import UUID

from altcha import Payload, create_challenge, verify_solution
from django.conf import settings

from handslag.models.models import SpentWork
from handslag.services.listening.bare_insert import insert_new

ALGORITHM, COST = "PBKDF2/SHA-256", 5_000
LEAST, MOST = 500, 1_500  # tries: 0.6 to 1.5 s on a desktop core
HARDER = 4  # times as many, when many answers come from one network
LASTS = 20 * 60  # seconds
LONGEST = 4_000  # characters of a solution; ours have about 900


@dataclass(frozen=True, slots=True)
class Work:
    """Work that was done. `slot` counts spans of twenty minutes: after the next one it can be forgotten."""

    mark: UUID
    slot: int


def new_work(survey: str, *, is_harder: bool) -> dict[str, object]:
    """A challenge as the browser takes it. Costs us one round, the browser about a thousand."""
    counter = LEAST + secrets.randbelow(MOST - LEAST)
    challenge = create_challenge(
        ALGORITHM,
        COST,
        counter=counter * (HARDER if is_harder else 1),
        expires_at=int(time()) + LASTS,
        data={"survey": survey},
        hmac_secret=_key("challenge"),
        hmac_key_secret=_key("solution"),
    )
    found: dict[str, object] = challenge.to_dict()
    return found


def read_work(survey: str, solution: str) -> Work | None:
    """The work behind a solution; None when there is none, it is wrong, too old or of another survey."""
    if not solution or len(solution) > LONGEST:
        return None
    result = verify_solution(solution, _key("challenge"), hmac_key_secret=_key("solution"))
    if not result.verified:
        return None
    parameters = Payload.from_base64(solution).challenge.parameters
    if parameters.data != {"survey": survey}:
        return None
    return Work(UUID(bytes=sha256(parameters.nonce.encode()).digest()[:16]), slot_now())


def spend(works: Iterable[Work | None]) -> set[Work | None]:
    """Note which proofs of work are used up. Gives those that were not before; no work is never spent."""
    done = {work.mark: work for work in works if work}
    fresh = insert_new(SpentWork, [{"id": mark, "slot": work.slot} for mark, work in done.items()])
    if fresh:
        SpentWork.objects.filter(slot__lt=slot_now() - 1).delete()
    return {None, *(done[mark] for mark in fresh)}


def slot_now() -> int:
    """The present span of twenty minutes."""
    return int(time()) // LASTS


def _key(purpose: str) -> bytes:
    return sha256(f"handslag.work.{purpose}:{settings.SECRET_KEY}".encode()).digest()
