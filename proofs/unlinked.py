"""Who copies every byte and watches every moment joins no answer to its text, its code or its time.

Forty-five people answer by code, in a known order, each with a text. The attacker has the list of codes and
copies everything when ten and thirty-nine wait, when twenty are stored, before and after the close. He
guesses for each answer its text and its code: by the transaction and the place of rows (PostgreSQL's `xmin`,
`ctid`), by what was new between two copies, by the order in which codes were used, by the order of the bytes
in files and logs, by what `pg_waldump` says of the kept log, and by the files of answers after the close,
fetched twice. Of twenty guesses one is right by chance.

Besides: after each of many answers a coordinator looks at all pages about the survey, and none may move by
one; the dates and sizes of all files, and the time until the thanks over the network, must not tell which
answers of one size had a text. While they wait no word may be in any file, and no key may be left of those
that are stored.

Both databases, each in a process of its own. Rounds: as many as fit in 6 s for each; LONG=1: 300 s. Then all
of it once more with nothing sealed (the control), which must be joined. The last line has the figures; bar:
0 beyond what chance does once in a million.
"""

import os
import random
import sys
import time
from dataclasses import dataclass, field
from math import sqrt
from pathlib import Path
from typing import Any, NamedTuple

from answering.databases import on_both, open_survey, town_with
from answering.guesses import Guesses
from answering.watching import Desk, Place, dates, logged, times

SECONDS = 300.0 if os.environ.get("LONG") else 6.0
PEOPLE, COPIES = 45, (10, 39, 40, 45)
LOOKED_AT = (*range(1, 6), *range(36, 43))  # numbers of answers about which the desk is looked at
DATED, TIMED = 36, 200 if os.environ.get("LONG") else 60
HIDDEN = {"postgresql": ("xmin::text, ctid::text", "ctid"), "sqlite": ("'', '(0,0)'", "id")}


class Row(NamedTuple):
    """A row with what the database keeps beside its columns."""

    key: str
    transaction: str
    place: Place


Copy = dict[str, list[Row]]


@dataclass(slots=True)
class Watched:
    """All that the attacker has of one database."""

    data: Path
    town: Any
    desk: Desk
    guesses: Guesses = field(default_factory=Guesses)
    truth: dict[str, int] = field(default_factory=dict)  # whose row it is
    places: dict[Place, tuple[str, str]] = field(default_factory=dict)  # what has lain there, and its key
    moved: int = 0  # pages of the desk that moved by one answer
    words: int = 0  # of what waits, found in a file


def main() -> int:
    if "alone" in sys.argv:
        return _alone(Path(os.environ["HANDSLAG_DATA"]))
    lines, status = on_both(__file__)
    print(f"unlinked: {' · '.join(lines)}; bar 0")
    return status


def _alone(data: Path) -> int:
    town = town_with()
    from django.conf import settings
    from django.db import connection

    watched = Watched(data, town, Desk(town))
    rounds, begun = 0, time.monotonic()
    while time.monotonic() - begun < SECONDS:
        _round(watched, f"enkat-{rounds}", looks=rounds == 0)
        rounds += 1
    keys = len(list((data / "keys").glob("*.key")))
    _by_log(watched)
    _by_dates(watched, "datum")
    slower, is_told = _by_times(watched)
    settings.ANSWERS_TOGETHER = 0
    control = Watched(data, town, watched.desk)
    _round(control, "oppet", looks=False)
    _by_log(control)
    _by_dates(control, "oppna-datum")
    print(
        f"{connection.vendor}: {rounds} surveys, {rounds * PEOPLE} answers, {watched.guesses}; desk moved by "
        f"one {watched.moved} times; words of what waits in files {watched.words}, keys left {keys}; thanks "
        f"for a text later than for none in {slower:.0%} of pairs; with nothing sealed "
        f"{control.guesses.beyond} beyond"
    )
    bad = watched.guesses.beyond or watched.moved or watched.words or keys or is_told
    return int(bool(bad) or not control.guesses.beyond)


def _round(watched: Watched, name: str, *, looks: bool) -> None:
    """One survey from the first answer to the close."""
    from handslag.models.models import CodeBatch, Response, SurveyCode
    from handslag.services.listening.codes import code_digest
    from handslag.services.listening.surveys import close_survey

    survey = open_survey(watched.town, name)
    batch = CodeBatch.objects.create(
        survey=survey, channel="letter", number=PEOPLE, issued_at=survey.opened_at
    )
    codes = [code_digest(survey.public_id, f"{number:010}") for number in range(PEOPLE)]
    SurveyCode.objects.bulk_create([SurveyCode(id=code, batch=batch) for code in codes])
    copies: list[Copy] = []
    stored, seen = 0, set[str]()
    pages = watched.desk.pages(survey) if looks else {}
    for number, code in enumerate(codes, start=1):
        watched.truth |= dict.fromkeys((code.hex, *_answer(survey, number, code)), number)
        if looks and number in LOOKED_AT:
            before, pages = pages, watched.desk.pages(survey)
            stored, before_it = Response.objects.filter(survey=survey).count(), stored
            if number - 1 in LOOKED_AT and stored - before_it < 20:
                watched.moved += sum(before[page] != now for page, now in pages.items())
        if number in COPIES:
            copies.append(_copy(watched, survey))
            _by_bytes(watched, copies[-1], seen, number)
        if number == COPIES[0]:
            texts = [_text(survey, one).encode() for one in range(1, number + 1)]
            watched.words += sum(text in file for file in _files(watched.data) for text in texts)
    close_survey(watched.desk.anna, survey=survey)
    copies.append(_copy(watched, survey))
    _by_bytes(watched, copies[-1], seen, "close")
    _by_rows(watched, copies)
    _by_exports(watched, survey)


def _answer(survey: Any, number: int, code: Any = None, *, has_text: bool = True) -> tuple[str, str]:
    """An answer with a number that six scales tell. Gives the keys of its row and of its text."""
    from dataclasses import replace

    from handslag.domain.listening.receipts import response_id, voice_id
    from handslag.domain.surveys import Lane
    from handslag.services.listening.intake.form_tokens import new_token, read_token
    from handslag.services.listening.intake.taking import hand_in, take_response

    form = read_token(survey.public_id, new_token(survey.public_id))
    answers: dict[str, Any] = {
        name: 1 + number // 5**i % 5 for i, name in enumerate(("kvall", "dag", "centrum"))
    }
    if has_text:
        answers["text"] = _text(survey, number)
    lane = Lane.CODE if code else Lane.OPEN_LINK
    take_response(replace(hand_in(survey.pk, survey.defined(), answers, lane, form), code=code))
    return response_id(form.code).hex, voice_id(form.code, "text")


def _text(survey: Any, number: int) -> str:
    return f"Belysningen vid port {survey.pk}-{number} borde lagas."


def _copy(watched: Watched, survey: Any) -> Copy:
    """All rows of the survey in each table, with what PostgreSQL keeps beside them."""
    from django.db import connection

    hidden, order = HIDDEN[connection.vendor]
    of_code = "(SELECT id FROM handslag_codebatch WHERE survey_id = %s)"
    asked = {
        "answer": ("handslag_response", "survey_id = %s", survey.pk),
        "text": ("handslag_voice", "source_id = %s", survey.public_id),
        "code": ("handslag_surveycode", f"is_used AND batch_id = {of_code}", survey.pk),
        "waits": ("handslag_sealedresponse", "survey_id = %s", survey.pk),
    }
    copy: Copy = {}
    with connection.cursor() as cursor:
        for what, (table, which, value) in asked.items():
            file = 0
            if connection.vendor == "postgresql":
                cursor.execute("SELECT pg_relation_filenode(%s)", [table])
                (file,) = cursor.fetchone()
            cursor.execute(f"SELECT id, {hidden} FROM {table} WHERE {which} ORDER BY {order}", [value])
            copy[what] = [
                Row(str(key).replace("-", ""), str(xmin), (file, *map(int, ctid.strip("()").split(","))))
                for key, xmin, ctid in cursor.fetchall()
            ]
            watched.places |= {row.place: (what, row.key) for row in copy[what]}
    return copy


def _by_rows(watched: Watched, copies: list[Copy]) -> None:
    """By transaction and place within each copy, and by place among what was new since the copy before."""
    pair, truth, seen = watched.guesses.pair, watched.truth, set[str]()
    for when, copy in zip((*COPIES, "close"), copies, strict=True):
        new = {what: [row.key for row in rows if row.key not in seen] for what, rows in copy.items()}
        in_order = sorted(new["code"], key=truth.__getitem__)  # in which they were used
        pair(f"text, new, {when}", new["answer"], new["text"], truth)
        pair(f"code, new, {when}", new["answer"], in_order, truth)
        pair(f"code, latest, {when}", new["answer"], in_order[::-1], truth)
        for others in ("text", "code"):
            for number in {row.transaction for row in copy["answer"]}:
                mine, theirs = (
                    [row.key for row in copy[what] if row.transaction == number]
                    for what in ("answer", others)
                )
                pair(f"{others}, transaction, {when}", mine, theirs, truth)
        if copy["answer"]:
            seen |= {row.key for what in ("answer", "text") for row in copy[what]}


def _by_bytes(watched: Watched, copy: Copy, seen: set[str], when: object) -> None:
    """By the order in which ids stand in SQLite's file and its log, as they are at the moment of the copy."""
    if os.environ.get("HANDSLAG_DATABASE_URL"):
        return  # `_by_log` reads what it is made of
    files = _files(watched.data)
    answers, texts = (
        sorted((row.key for row in copy[what] if row.key not in seen), key=lambda key: _place(files, key))
        for what in ("answer", "text")
    )
    watched.guesses.pair(f"text, bytes, {when}", answers, texts, watched.truth)
    seen |= {*answers, *texts}


def _by_exports(watched: Watched, survey: Any) -> None:
    """By the order of two files of answers, against each other and the desk's list of texts."""
    from handslag.models.models import Voice
    from handslag.services.listening.exports import ExportKind, export_survey

    texts = list(Voice.objects.filter(source_id=survey.public_id).values_list("pk", flat=True))
    orders = []
    for _ in range(2):
        file = export_survey(watched.desk.anna, survey=survey, kind=ExportKind.CSV).content.decode(
            "utf-8-sig"
        )
        head, *lines = [line.split(";" if ";" in line else ",") for line in file.splitlines()]
        at = [head.index(name) for name in ("kvall", "dag", "centrum")]
        orders.append([sum((int(line[i]) - 1) * 5**n for n, i in enumerate(at)) for line in lines])
    rows = {f"row {number}": number for number in orders[0]}
    truth = watched.truth | rows
    for way, order in zip(("first", "second"), orders, strict=True):
        watched.guesses.pair(f"text, {way} file", [f"row {number}" for number in order], texts, truth)
    again = [f"row {number}" for number in orders[1]]
    watched.guesses.pair("two files", list(rows), again, truth)


def _by_log(watched: Watched) -> None:
    """By the order of answers, texts and what waited in each transaction, in PostgreSQL's kept log."""
    url = os.environ.get("HANDSLAG_DATABASE_URL", "")
    if not url:
        return
    waited: dict[Place, str] = {}  # whose code was used in the transaction that sealed it
    parts: dict[int, dict[str, list[str]]] = {}
    sealed: dict[int, Place] = {}
    for number, verb, place in logged(Path(url.partition("host=")[2]) / "cluster"):
        what, key = watched.places.get(place, ("", ""))
        mine = parts.setdefault(number, {"answer": [], "text": [], "code": [], "gone": []})
        if what == "waits" and verb == "INSERT":
            sealed[number] = place
        elif what == "waits" and verb == "DELETE":
            mine["gone"].append(waited.get(place, ""))
        elif what in mine:
            mine[what].append(key)
        if number in sealed and mine["code"]:
            waited[sealed[number]] = mine["code"][0]
    truth = watched.truth | {"": 0}
    for mine in parts.values():
        for others in ("text", "code", "gone"):
            watched.guesses.pair(f"{others}, kept log", mine["answer"], mine[others], truth)


def _by_dates(watched: Watched, name: str) -> None:
    """By which files were written when an answer came, and by how much they grew: had it a text?"""
    survey, dice = open_survey(watched.town, name), random.Random(1)
    had, written, grown = [], [], []
    before = dates(watched.data)
    for number in range(DATED):
        had.append(dice.random() < 0.5)
        _answer(survey, number, has_text=had[-1])
        now = dates(watched.data)
        written.append({path for path, stamp in now.items() if stamp != before.get(path)})
        grown.append(sum(size for _, size in now.values()) - sum(size for _, size in before.values()))
        before = now
    for path in set().union(*written):
        watched.guesses.tell(f"dates of {Path(path).name}", [path in one for one in written], had)
    middle = sorted(grown)[len(grown) // 2]
    watched.guesses.tell("size of all files", [size > middle for size in grown], had)


def _by_times(watched: Watched) -> tuple[float, bool]:
    """By how long the thanks take, of forms of one size. Gives in how many pairs a text took longer.

    And whether that is more or less than chance: four deviations of Mann and Whitney's figure.
    """
    open_survey(watched.town, "tider")
    taken, had = times(watched.data, "tider", TIMED)
    longer = [
        a > b for a, x in zip(taken, had, strict=True) if x for b, y in zip(taken, had, strict=True) if not y
    ]
    share = sum(longer) / len(longer)
    return share, abs(share - 0.5) > 4 * sqrt((len(taken) + 1) / (12 * len(longer)))


def _place(files: list[bytes], key: str) -> tuple[int, int]:
    """The first place in any file where the id stands, as digits or as bytes."""
    ways = (bytes.fromhex(key), key.encode())
    found = [(i, at) for i, file in enumerate(files) for way in ways if (at := file.find(way)) >= 0]
    return min(found, default=(len(files), 0))


def _files(data: Path) -> list[bytes]:
    """Every file of the database, its write-ahead log too; on PostgreSQL the log alone has it all."""
    url = os.environ.get("HANDSLAG_DATABASE_URL", "")
    logs = Path(url.partition("host=")[2]) / "cluster" / "pg_wal"
    paths = logs.glob("0*") if url else data.glob("handslag.sqlite3*")
    return [path.read_bytes() for path in sorted(paths)]


if __name__ == "__main__":
    sys.exit(main())
