"""Who copies every byte of the database, before, at and after a batch, joins no answer to its text or code.

Forty-five people answer by code, in a known order, each with a text. All tables with their hidden columns
are copied when ten wait, at each full batch, before and after the close. The attacker knows all of that,
the order of the codes, and all files of the database, and guesses for each answer its text and its code: by
the transaction (PostgreSQL's `xmin`), by the place of the row (`ctid`), by what was new between two copies,
and by the order of the bytes in files and write-ahead log. Of twenty guesses one is right by chance. While
they wait no word of them may be found in any file, and no key may be left of those that are stored.

Both databases, each in a process of its own. Rounds: as many as fit in 8 s for each; LONG=1: 300 s. The
last line has the figures; bar: 0 pairs beyond chance (four standard deviations).
"""

import os
import sys
import time
from collections import Counter, defaultdict
from math import sqrt
from pathlib import Path
from typing import Any

from answering.databases import on_both, open_survey, town_with

SECONDS = 300.0 if os.environ.get("LONG") else 8.0
PEOPLE, COPIES = 45, (10, 20, 40, 45)
ORDERS = {"postgresql": "ctid", "sqlite": "id"}
Row = tuple[str, str, int]  # what it is, its transaction, its place
Copy = dict[str, list[Row]]
Chances = defaultdict[str, float]


def main() -> int:
    if "alone" in sys.argv:
        return _alone(Path(os.environ["HANDSLAG_DATA"]))
    lines, status = on_both(__file__)
    print(f"unlinked: {' · '.join(lines)}; bar 0")
    return status


def _alone(data: Path) -> int:
    town = town_with()
    from django.db import connection

    right, chance = Counter[str](), Chances(float)
    pairs = rounds = words = 0
    begun = time.monotonic()
    while time.monotonic() - begun < SECONDS:
        words += _round(town, f"enkat-{rounds}", data, right, chance)
        rounds, pairs = rounds + 1, pairs + PEOPLE
    beyond = {way: max(0, round(n - chance[way] - 4 * sqrt(chance[way]))) for way, n in right.items()}
    keys = len(list((data / "keys").glob("*.key")))
    best = max(right, key=lambda way: right[way] - chance[way], default="none")
    print(
        f"{connection.vendor}: {rounds} surveys, {pairs} answers, {len(chance)} ways of guessing, the best "
        f"({best}) right {right[best]} times, by chance {chance[best]:.0f}: {sum(beyond.values())} beyond; "
        f"words of what waits in files {words}, keys left {keys}"
    )
    return int(bool(sum(beyond.values()) or words or keys))


def _round(town: Any, name: str, data: Path, right: Counter[str], chance: Chances) -> int:
    """One survey from the first answer to the close. Gives how many words of what waits were found."""
    from django.db import transaction

    from handslag import clock
    from handslag.domain.surveys import SurveyState
    from handslag.models.models import CodeBatch, Survey, SurveyCode
    from handslag.services.codes import code_digest
    from handslag.services.erased import leave_out_erased
    from handslag.services.responses import forget_order

    survey = open_survey(town, name)
    batch = CodeBatch.objects.create(survey=survey, channel="letter", number=PEOPLE, issued_at=clock.now())
    codes = [code_digest(survey.public_id, f"{number:010}") for number in range(PEOPLE)]
    SurveyCode.objects.bulk_create([SurveyCode(id=code, batch=batch) for code in codes])
    copies: list[Copy] = []
    truth: dict[str, int] = {}
    words = 0
    for number, code in enumerate(codes):
        _answer(survey, number, code, truth)
        truth[code.hex] = number
        if number + 1 in COPIES:
            copies.append(_copy(survey))
        if number + 1 == COPIES[0]:
            words = sum(_text(survey, n).encode() in file for file in _files(data) for n in range(number + 1))
    Survey.objects.filter(pk=survey.pk).update(state=SurveyState.CLOSED)
    with transaction.atomic():
        forget_order(survey)
    leave_out_erased()
    copies.append(_copy(survey))
    _guess_all(copies, truth, right, chance)
    _guess_by_bytes(data, copies, truth, right, chance)
    return words


def _answer(survey: Any, number: int, code: Any, truth: dict[str, int]) -> None:
    from dataclasses import replace

    from handslag.domain.receipts import voice_id
    from handslag.domain.surveys import Lane
    from handslag.services.form_tokens import new_token, read_token
    from handslag.services.responses import hand_in, take_response

    form = read_token(survey.public_id, new_token(survey.public_id))
    answers = {"kvall": 1 + number % 5, "text": _text(survey, number)}
    take_response(replace(hand_in(survey.pk, survey.defined(), answers, Lane.CODE, form), code=code))
    truth[response_hex(form.code)] = truth[voice_id(form.code, "text")] = number


def response_hex(code: bytes) -> str:
    from handslag.domain.receipts import response_id

    return response_id(code).hex


def _text(survey: Any, number: int) -> str:
    return f"Belysningen vid port {survey.pk}-{number} borde lagas."


def _copy(survey: Any) -> Copy:
    """All rows of the survey in each table: what it is, its transaction, its place."""
    from django.db import connection

    hidden = "xmin::text, ctid::text" if connection.vendor == "postgresql" else "'', ''"
    order = ORDERS[connection.vendor]
    asked = {
        "answer": ("handslag_response WHERE survey_id = %s", survey.pk),
        "text": ("handslag_voice WHERE source_id = %s", survey.public_id),
        "code": (
            "handslag_surveycode WHERE is_used AND batch_id = (SELECT id FROM handslag_codebatch"
            " WHERE survey_id = %s)",
            survey.pk,
        ),
    }
    copy: Copy = {}
    with connection.cursor() as cursor:
        for what, (rest, value) in asked.items():
            cursor.execute(f"SELECT id, {hidden} FROM {rest} ORDER BY {order}", [value])
            rows = cursor.fetchall()
            copy[what] = [(str(key).replace("-", ""), str(xmin), i) for i, (key, xmin, _) in enumerate(rows)]
    return copy


def _guess_all(copies: list[Copy], truth: dict[str, int], right: Counter[str], chance: Chances) -> None:
    """By transaction and place within each copy, and by place among what was new since the copy before."""
    seen: set[str] = set()
    for when, copy in zip((*COPIES, "close"), copies, strict=True):
        for others in ("text", "code"):
            for number in {row[1] for row in copy["answer"]}:
                mine = [key for key, xmin, _ in copy["answer"] if xmin == number]
                theirs = [key for key, xmin, _ in copy[others] if xmin == number]
                _pair(f"{others}, transaction, {when}", mine, theirs, truth, right, chance)
            if when != "close":
                mine = [key for key, *_ in copy["answer"] if key not in seen]
                theirs = [key for key, *_ in copy[others] if key not in seen]
                if others == "code":
                    theirs.sort(key=lambda key: truth[key])  # who knows in which order they came
                    theirs = theirs[: len(mine)]
                _pair(f"{others}, new, {when}", mine, theirs, truth, right, chance)
        if copy["answer"]:
            seen |= {key for rows in copy.values() for key, *_ in rows}


def _guess_by_bytes(
    data: Path, copies: list[Copy], truth: dict[str, int], right: Counter[str], chance: Chances
) -> None:
    """By the order in which ids stand in the files; batch by batch, as the copies tell them apart."""
    files = _files(data)
    seen: set[str] = set()
    for when, copy in zip((20, 40), (copies[1], copies[2]), strict=True):
        places = {
            what: [
                key
                for _, key in sorted((_place(files, key, what), key) for key, *_ in rows if key not in seen)
            ]
            for what, rows in copy.items()
        }
        _pair(f"text, bytes, {when}", places["answer"], places["text"], truth, right, chance)
        seen |= {key for rows in copy.values() for key, *_ in rows}


def _place(files: list[bytes], key: str, what: str) -> tuple[int, int]:
    """The first place in any file where the id stands, as digits or as bytes."""
    ways = [key.encode()] if what == "text" else [bytes.fromhex(key), key.encode()]
    found = [(i, at) for i, file in enumerate(files) for way in ways if (at := file.find(way)) >= 0]
    return min(found, default=(len(files), 0))


def _files(data: Path) -> list[bytes]:
    """Every file of the database, its write-ahead log too; on PostgreSQL the log alone has it all."""
    url = os.environ.get("HANDSLAG_DATABASE_URL", "")
    if not url:
        return [path.read_bytes() for path in sorted(data.glob("handslag.sqlite3*"))]
    logs = Path(url.partition("host=")[2]) / "cluster" / "pg_wal"
    return [path.read_bytes() for path in sorted(logs.iterdir()) if path.is_file()]


def _pair(
    way: str,
    mine: list[str],
    theirs: list[str],
    truth: dict[str, int],
    right: Counter[str],
    chance: Chances,
) -> None:
    """Guess that the first belongs to the first, and so on: by chance one of twenty is right."""
    if not mine or not theirs:
        return
    right[way] += sum(truth[a] == truth[b] for a, b in zip(mine, theirs, strict=False))
    chance[way] += min(1.0, len(mine) / 20)  # a smaller set is no excuse


if __name__ == "__main__":
    sys.exit(main())
