"""Whoever has the desk and a file of answers looks for the row that a text came with.

B3. Surveys are answered by three lanes of random size, each answer with a text, some under a condition (such
as were opened before that was refused). They close. The attacker reads how each text came and what it
answers, takes the file of answers, and keeps the rows that fit: the lane where the text says it, and what
only those are asked who wrote it. A text is joined when fewer than twenty rows fit and its own is one of
them. The raw bytes of the database are searched for the way in of texts that may not say it.

Goals: none joined, none of those ways in the bytes; the same attacker must join some of what was answered, as
if nothing were left out, or the proof fails. The last line has the figures. LONG=1: twenty times as many.
"""

import os
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import uuid4

from answering.databases import database_files, environment, open_survey, town_with

SURVEYS = 300 if os.environ.get("LONG") else 15
FEW = 20
Pairs = Sequence[tuple[str, int, str]]  # for each answer its lane, whether it says no, its text


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        os.environ.pop("HANDSLAG_DATABASE_URL", None)
        os.environ |= environment(Path(folder))
        town, dice, totals = town_with(), random.Random(9), Counter[str]()
        for number in range(SURVEYS):
            totals += _attacked(town, Path(folder), dice, number)
    print(
        f"lanes: {totals['joined']} of {totals['texts']} texts joined, bar 0"
        f" ({totals['before']} had nothing been left out);"
        f" {totals['bytes']} ways in of few in the bytes, bar 0 ({totals['kept']} of many)"
    )
    is_proof = totals["before"] and totals["kept"]
    return int(not is_proof or totals["joined"] > 0 or totals["bytes"] > 0)


def _attacked(town: Any, data: Path, dice: random.Random, number: int) -> "Counter[str]":
    """What the attacker got out of one survey."""
    from handslag.domain.surveys import Lane
    from handslag.models.models import Voice
    from handslag.services.listening.intake.taking import CHANNELS

    is_conditional = number % 3 == 0
    survey = open_survey(town, f"lanes-{number}")
    if is_conditional:
        survey.definition["pages"][0]["questions"][-1]["relevant"] = "${ute} = 'nej'"
        survey.save()
    sizes = {lane: dice.choice((0, 1, 3, 19, 20, 24, 60)) for lane in Lane}
    pairs = _answer(survey, sizes, dice, is_conditional=is_conditional)
    all_rows = [(lane, no) for lane, no, _ in pairs]
    said = {text: CHANNELS[Lane(lane)] for lane, _, text in pairs if text}
    before = _joined(pairs, all_rows, said, is_conditional=is_conditional)
    _close(survey)
    rows = _rows(survey)
    said = {voice.text: voice.channel for voice in Voice.objects.filter(source_id=survey.public_id)}
    few = [lane for lane, size in sizes.items() if 0 < size < FEW]
    found = b"".join(path.read_bytes() for path in database_files(data))
    ways = {
        lane: found.count(CHANNELS[lane].encode() + b"survey" + survey.public_id.encode()) for lane in Lane
    }
    return Counter(
        texts=len(said),
        before=before,
        joined=_joined(pairs, rows, said, is_conditional=is_conditional),
        bytes=sum(ways[lane] for lane in few),
        kept=sum(ways[lane] for lane in Lane if lane not in few),
    )


def _joined(
    pairs: Pairs, rows: Sequence[tuple[str, int | None]], said: dict[str, str], *, is_conditional: bool
) -> int:
    """Texts that few rows fit, their own among them. A row is (lane, whether it says no; None if untold)."""
    from handslag.domain.surveys import Lane
    from handslag.services.listening.intake.taking import CHANNELS

    ways: dict[str, str] = {CHANNELS[lane]: lane for lane in Lane}
    sizes = Counter(rows)
    joined = 0
    for lane, no, text in pairs:
        if text not in said:
            continue
        way = ways.get(said[text], "")
        fitting = [
            row
            for row in sizes
            if (not way or row[0] == way) and (not is_conditional or row[1] is None or row[1])
        ]
        own = any(row[0] == lane and row[1] in (None, no) for row in fitting)
        joined += own and sum(sizes[row] for row in fitting) < FEW
    return joined


def _answer(
    survey: Any, sizes: dict[Any, int], dice: random.Random, *, is_conditional: bool
) -> list[tuple[str, int, str]]:
    from handslag import clock
    from handslag.domain.surveys import Lane
    from handslag.models.models import CodeBatch, SurveyCode
    from handslag.services.listening.intake.form_tokens import new_token, read_token
    from handslag.services.listening.intake.taking import hand_in, take_response

    lanes = [lane for lane, size in sizes.items() for _ in range(size)]
    dice.shuffle(lanes)
    batch = CodeBatch.objects.create(survey=survey, channel="letter", number=1, issued_at=clock.now())
    pairs = []
    for number, lane in enumerate(lanes):
        no, text = int(dice.random() < 0.3), f"Lampan nummer {number} ar trasig."
        form = read_token(survey.public_id, new_token(survey.public_id))
        handed = hand_in(
            survey.pk, survey.defined(), {"ute": "nej" if no else "ja", "text": text}, lane, form
        )
        code = SurveyCode.objects.create(id=uuid4(), batch=batch).pk if lane is Lane.CODE else None
        take_response(replace(handed, code=code))
        pairs.append((str(lane), no, text if no or not is_conditional else ""))
    return pairs


def _close(survey: Any) -> None:
    from django.db import transaction

    from handslag import clock
    from handslag.services.listening.responses import forget_order

    with transaction.atomic():
        survey.state, survey.closed_at = "closed", clock.now()
        survey.save()
        forget_order(survey)


def _rows(survey: Any) -> list[tuple[str, int | None]]:
    """What the file of answers says of each: its lane, and whether it says no where that stands there."""
    from handslag.domain.errors import WrongState
    from handslag.services.listening.exports import LANES, _answers, dataset

    lanes: dict[Any, str] = {code: str(lane) for lane, (code, _) in LANES.items()}
    try:
        data = dataset(survey.defined(), list(_answers(survey, survey.defined())))
    except WrongState:
        return []
    names = [variable.name for variable in data.variables]
    where = names.index("ute") if "ute" in names else None
    return [(lanes[row[0]], None if where is None else int(row[where] == 2)) for row in data.rows]


if __name__ == "__main__":
    sys.exit(main())
