"""A resident with marks on everything answers, and then every byte that is kept is searched for the marks.

R9: unique user agent, referrer, cookie, languages, forwarded address and unknown fields, from 127.0.0.77, at
a second when nothing else happens. The answer is sent, shown with its receipt, and another one taken back.
Searched, raw: the database, its write-ahead log, a backup, what the server printed, temporary files, and
everything else in the data folder. Also searched: the receipt code, the nonce of the form, the telephone
number in the text, the text of the answer that was taken back, and the second of sending in every way that
a time is written here, and the words of the text that is kept, which stand sealed only.

Goal: 0 hits. The answers must be found in the table where they belong, and the words be read with their key,
or the search proves nothing. The last line has the figures.
"""

import random
import re
import shutil
import sqlite3
import sys
import tempfile
from base64 import urlsafe_b64decode
from datetime import UTC, datetime
from pathlib import Path
from time import sleep, time

from answering.resident import Fields, Reply, Resident, answers
from answering.server import Server

PHONE = "070-174 06 58"
KEPT, GONE = "kanariefagel hors vid skolan", "aldrig mer ska detta synas"
MARKS = {
    "user agent": "kanarie-agent-7731",
    "referrer": "https://kanarie-referrer.example/",
    "cookie": "kanarie-kaka-5512",
    "language": "kanarie-SPRAK",
    "forwarded address": "198.51.100.237",
    "unknown header": "kanarie-huvud-9914",
    "unknown field": "kanarie-falt-3318",
    "source address": "127.0.0.77",
}
HEADERS = {
    "User-Agent": MARKS["user agent"],
    "Referer": MARKS["referrer"],
    "Cookie": f"session={MARKS['cookie']}",
    "Accept-Language": f"{MARKS['language']},sv;q=0.3",
    "X-Forwarded-For": MARKS["forwarded address"],
    "X-Screen": MARKS["unknown header"],
}


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder))
        server.prepare("enkat")
        server.start()
        try:
            marks = _answer(server)
            _back_up(server)
            found = _search(server, marks)
            server.stop()  # the write-ahead log goes into the database
            found += _search(server, marks)
            server.store_waiting()
            _expect_what_belongs(server)
        finally:
            server.kill()
    for line in dict.fromkeys(found):
        print(f"  {line}")
    print(f"canaries: {len(marks)} marks searched in every byte that is kept, {len(found)} hits; bar 0")
    return int(bool(found))


def _answer(server: Server) -> dict[str, list[bytes]]:
    """One answer kept, one taken back. Gives everything that must not be found, by what it is."""
    resident = Resident(server.port, "enkat", "127.0.0.77", HEADERS)
    sleep(2.5)  # so that nothing else happened in this second
    kept, form = _send(resident, KEPT, 20_001)
    second = int(time())
    sleep(1.5)
    gone, _ = _send(resident, GONE, 20_002)
    receipt = f"{resident.path}kvitto/"
    shown = resident.ask("POST", receipt, f"receipt={kept.code}&go=show")
    taken = resident.ask("POST", receipt, f"receipt={gone.code}&go=withdraw")
    wrong = resident.ask("POST", f"{resident.path}", "a-nummer=x&go=send&" + MARKS["unknown field"])
    resident.hang_up()
    if (shown.status, taken.status, wrong.status) != (200, 200, 422):
        raise SystemExit(f"canaries: {shown.status} {taken.status} {wrong.status}")
    marks = {what: [mark.encode()] for what, mark in MARKS.items()}
    marks |= {"telephone number": [PHONE.encode()], "text taken back": [GONE.encode()]}
    marks |= {"text kept": [KEPT.encode()]}
    marks |= {"receipt code": _as_bytes(kept.code), "receipt code taken back": _as_bytes(gone.code)}
    marks |= {"nonce of the form": _nonce(form), "second of sending": _times(second)}
    return marks


def _send(resident: Resident, text: str, number: int) -> tuple[Reply, Fields]:
    form = [*resident.form(), ("x-screen", MARKS["unknown field"])]
    reply = resident.send(form, answers(random.Random(number), number, f"{text}, ring {PHONE}"))
    if not reply.code:
        raise SystemExit(f"canaries: the answer was not taken ({reply.status})")
    return reply, form


def _as_bytes(code: str) -> list[bytes]:
    """A receipt code as it is written, bare, and as bytes and their digits."""
    from handslag.domain.listening.receipts import read_code

    raw = read_code(code)
    return [code.encode(), code.replace("-", "").encode(), raw, raw.hex().encode()]


def _nonce(form: Fields) -> list[bytes]:
    token = dict(form)["token"]
    raw = urlsafe_b64decode(token)[:16]
    return [token.encode(), raw, raw.hex().encode()]


def _times(second: int) -> list[bytes]:
    """The second, and the one after it, as it is written: clock times, and seconds since 1970."""
    found: list[bytes] = []
    for one in (second, second + 1):
        utc, here = datetime.fromtimestamp(one, UTC), datetime.fromtimestamp(one, UTC).astimezone()
        found += [f"{moment:%H:%M:%S}".encode() for moment in (utc, here)]
        found += [str(one).encode(), one.to_bytes(4, "big"), one.to_bytes(4, "little")]
    return list(dict.fromkeys(found))


def _back_up(server: Server) -> None:
    """As docs/run/hosting.md says to."""
    with (
        sqlite3.connect(server.data / "handslag.sqlite3") as database,
        sqlite3.connect(server.data / "backup.sqlite3") as backup,
    ):
        database.backup(backup)
    shutil.copy(server.data / "handslag.sqlite3-wal", server.data / "wal-while-running")


def _search(server: Server, marks: dict[str, list[bytes]]) -> list[str]:
    """Every file, byte by byte."""
    found = []
    for path in sorted(server.folder.rglob("*")):
        if not path.is_file() or "static" in path.parts:
            continue
        data = path.read_bytes()
        for what, ways in marks.items():
            found += [f"{what} in {path.relative_to(server.folder)}" for way in ways if way in data]
    return found


def _expect_what_belongs(server: Server) -> None:
    """The answer and its masked text are there: what the search looks through is what is kept."""
    from handslag.models.models import Voice

    texts = list(Voice.objects.values_list("text", flat=True))
    with sqlite3.connect(server.data / "handslag.sqlite3") as database:
        rows = database.execute("SELECT answers FROM handslag_response").fetchall()
    raw = (server.data / "handslag.sqlite3").read_bytes()
    if texts != [f"{KEPT}, ring [telefonnummer]"] or len(rows) != 1:
        raise SystemExit(f"canaries: kept is {texts}, {rows}")
    if not re.search(rb'"nummer": ?20001', raw):
        raise SystemExit("canaries: the answer is not where it belongs")


if __name__ == "__main__":
    sys.exit(main())
