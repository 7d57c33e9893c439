"""Codes that let one person answer a survey once: given out on paper, kept only as a hash."""

import secrets
from dataclasses import dataclass
from hashlib import sha256
from hmac import digest
from uuid import UUID

from django.conf import settings

from handslag import clock
from handslag.domain.errors import BadInput, WrongState
from handslag.domain.listening.answers import CodeChannel
from handslag.domain.permissions import Action
from handslag.domain.surveys import Lane, SurveyState
from handslag.models.fields import ALPHABET
from handslag.models.models import CodeBatch, Survey, SurveyCode, User
from handslag.services.access import require
from handslag.services.form_keys import once
from handslag.services.log import record
from handslag.services.turns import in_turn

MOST = 20_000  # codes at a time
_LENGTH = 10  # of 31 signs: one guess in 8 × 10¹⁴ / codes given out
_HALF = 5


@dataclass(frozen=True, slots=True)
class IssuedCodes:
    """Codes as they are printed, in random order. They can be had with the form that made them only."""

    batch: CodeBatch
    codes: tuple[str, ...]


@in_turn
def issue_codes(
    actor: User, *, survey: Survey, channel: CodeChannel, number: int, key: str | None = None
) -> IssuedCodes:
    """Make codes that let one person each answer `survey` once.

    - only their hashes are kept: whoever loses the sheet makes a new batch
    - the same form (`key`) sent twice gives the same codes: a browser keeps the last reply only
    - how many were made, and for what, is logged: no more answers by code than that can be accepted

    Raises `BadInput("codes_number")`, `WrongState("codes_not_now")` when the survey is closed or takes none.
    """
    require(actor, survey.municipality, Action.ISSUE_CODES)
    if not 1 <= number <= MOST:
        raise BadInput("codes_number", most=MOST)
    if survey.state not in (SurveyState.DRAFT, SurveyState.OPEN) or Lane.CODE not in survey.lanes:
        raise WrongState("codes_not_now")
    mark = once(actor, key, survey.public_id, channel, number)
    codes = _codes_of(mark and f"{mark}:{key}", number)
    if batch := mark and CodeBatch.objects.filter(key=mark).first():
        return IssuedCodes(batch, codes)
    batch = CodeBatch.objects.create(
        survey=survey, channel=channel, number=len(codes), issued_at=clock.now(), key=mark
    )
    SurveyCode.objects.bulk_create(
        [SurveyCode(id=code_digest(survey.public_id, code), batch=batch) for code in codes], batch_size=1000
    )
    record(
        "issue_codes",
        actor=actor,
        municipality=survey.municipality,
        kind="survey",
        object_id=survey.public_id,
        codes=len(codes),
        channel=channel,
    )
    return IssuedCodes(batch, codes)


def code_digest(survey: str, code: str) -> UUID:
    """What is kept of a code, however it was typed: HMAC with our secret and the survey's public id."""
    key = sha256(f"handslag.survey.code:{settings.SECRET_KEY}".encode()).digest()
    return UUID(bytes=digest(key, f"{survey}:{_plain(code)}".encode(), "sha256")[:16])


def may_be_code(code: str) -> bool:
    """Whether `code`, however it was typed, has the length and the signs of a code. No query.

    Whether it was given out or used is answered to a whole answer only: whoever asks about the code of a
    letter would else learn that its reader has answered.
    """
    plain = _plain(code)
    return len(plain) == _LENGTH and set(plain) <= set(ALPHABET)


def _plain(code: str) -> str:
    return "".join(filter(str.isalnum, code.lower()))


def _codes_of(form: str | None, number: int) -> tuple[str, ...]:
    """So many codes, the same each time for the same form.

    The form's random key is kept nowhere: what is kept of it (`once`), with our secret, leads to no code.
    """
    seed = digest(settings.SECRET_KEY.encode(), (form or secrets.token_hex(16)).encode(), "sha256")
    return tuple(dict.fromkeys(_code(seed, place) for place in range(number)))


def _code(seed: bytes, place: int) -> str:
    drawn = int.from_bytes(digest(seed, str(place).encode(), "sha256"))
    signs = [ALPHABET[drawn // len(ALPHABET) ** sign % len(ALPHABET)] for sign in range(_LENGTH)]
    return "".join(signs[:_HALF]) + "-" + "".join(signs[_HALF:])
