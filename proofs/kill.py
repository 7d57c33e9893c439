"""The server is killed while residents answer, and the disk fills up: nothing is lost, nothing doubled.

R1: eight residents answer over HTTP; after 50 to 250 ms of it, kill -9 hits every process of the server. It
is started again, and whoever got no reply sends the same form again. Then each receipt must have its answer
with all its items and its text, no answer may be there twice, and the database must be whole. At the end some
forms are sent fifty times at the same moment: one answer each, and fifty times the same receipt.
R2: the database runs into the end of its disk (a tmpfs of 24 MB; where that cannot be mounted, a limit on the
size of files). Residents are told that nothing was stored, the site can still be read, and when there is
room again the same forms give exactly one answer each. Then the disk fails: every flush answers EIO (put in
by strace; where it is not installed the last line says so), with the same promise.

A process is killed here, not a machine: that the disk keeps what it was told to keep is its own promise.
Rounds: as many as fit in 15 s; with LONG=1, 1,000. The last line has the figures; 0 must stand everywhere.
"""

import os
import random
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from itertools import count
from pathlib import Path
from threading import Event, Thread
from time import monotonic, sleep

from answering.resident import Fields, Resident, answers
from answering.server import Server

LONG = bool(os.environ.get("LONG"))
ROUNDS, SECONDS = (1_000, 7_200.0) if LONG else (100, 15.0)
RESIDENTS = 8
FORMS, PRESSES = 200 if LONG else 5, 50
TEXT = "Det känns tryggt när lamporna lyser vid skolan och stationen, svar nummer {}."
ITEMS = 11  # of twelve questions; the text stands apart


class Answering:
    """What all residents know together: which forms went out, and which were acknowledged."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.numbers = count(1)  # one for each form, whichever thread asks
        self.receipts: dict[int, str] = {}
        self.unanswered: dict[int, tuple[Fields, Fields]] = {}
        self.refused = 0

    def answer_until(self, stop: Event, dice: random.Random) -> None:
        """Answer without pause. A form without a reply is kept, to be sent again."""
        resident = Resident(self.port, "enkat")
        while not stop.is_set():
            number, form = next(self.numbers), _form()
            filled = answers(dice, number, TEXT.format(number))
            self.unanswered[number] = (form, filled)
            if not self._send(resident, number):
                return

    def send_again(self) -> None:
        """Every form without a receipt, once more; tried for a while, as the server may be starting."""
        resident = Resident(self.port, "enkat")
        for number in list(self.unanswered):
            if not any(self._send(resident, number) or sleep(0.3) for _ in range(20)):
                raise SystemExit("kill: the server does not answer after its restart")
        resident.hang_up()

    def _send(self, resident: Resident, number: int) -> bool:
        try:
            reply = resident.send(*self.unanswered[number])
        except (OSError, HTTPException):
            return False
        if reply.code:
            self.receipts[number] = reply.code
            del self.unanswered[number]
        else:
            self.refused += 1
        return True


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder))
        server.prepare("enkat")
        killed = _killed(server)
        full = _full(server)
        failing = _failing(server)
    print(f"kill: {killed} · {full} · {failing}")
    return 0


def _killed(server: Server) -> str:
    dice = random.Random(11)
    all_ = Answering(server.port)
    begun, rounds, again = monotonic(), 0, 0
    while rounds < ROUNDS and monotonic() - begun < SECONDS:
        server.start()
        again += len(all_.unanswered)
        all_.send_again()
        _answer_and_kill(server, all_, dice)
        rounds += 1
        _check(server, all_, is_thorough=rounds % 10 == 1)
        if rounds % 50 == 0:
            print(f"  {rounds} kills, {len(all_.receipts)} answers acknowledged, all there", flush=True)
    server.start()
    all_.send_again()
    _press_together(all_)
    server.stop()
    _check(server, all_, is_thorough=True)
    return (
        f"{rounds} kills, {FORMS} forms each sent {PRESSES} times at once, "
        f"{len(all_.receipts)} answers acknowledged, {again} sent again: "
        f"0 lost, 0 doubled, 0 torn, database whole"
    )


def _press_together(all_: Answering) -> None:
    """The same form, sent many times at the same moment: every reply has the same receipt."""
    dice = random.Random(17)
    with ThreadPoolExecutor(PRESSES) as pool:
        for number in range(-FORMS, 0):  # numbers that no other form has
            form, filled = _form(), answers(dice, number, TEXT.format(number))
            sends = [pool.submit(Resident(all_.port, "enkat").send, form, filled) for _ in range(PRESSES)]
            codes = {sent.result().code for sent in sends}
            if len(codes) != 1 or "" in codes:
                raise SystemExit(f"kill: one form sent at once gave {len(codes)} receipts")
            all_.receipts[number] = codes.pop()


def _answer_and_kill(server: Server, all_: Answering, dice: random.Random) -> None:
    stop = Event()
    seeds = [random.Random(dice.random()) for _ in range(RESIDENTS)]
    threads = [Thread(target=all_.answer_until, args=(stop, seed)) for seed in seeds]
    for thread in threads:
        thread.start()
    sleep(dice.uniform(0.05, 0.25))
    server.kill()
    stop.set()
    for thread in threads:
        thread.join()


def _check(server: Server, all_: Answering, *, is_thorough: bool) -> None:
    """Every receipt has its answer; no answer is there twice; nothing is torn. Ends the proof if not.

    Answers that wait, sealed, are counted; when it `is_thorough` they are stored first, and looked at.
    """
    from django.test import override_settings

    from handslag.domain.listening.receipts import read_code, response_id, voice_id
    from handslag.models.word_keys import unsealed

    if is_thorough:
        server.store_waiting()
    with sqlite3.connect(server.data / "handslag.sqlite3") as database:
        stored = dict(database.execute("SELECT id, answers FROM handslag_response"))
        sealed = dict(database.execute("SELECT id, text FROM handslag_voice"))
        found = database.execute("SELECT json_extract(answers, '$.nummer') FROM handslag_response")
        numbers = [number for (number,) in found]
        (waiting,) = database.execute("SELECT count(*) FROM handslag_sealedresponse").fetchone()
        whole = database.execute("PRAGMA quick_check").fetchall() if is_thorough else [("ok",)]
    with override_settings(WORD_KEYS=server.data / "word-keys"):
        texts = {key: unsealed(text) for key, text in sealed.items()}
    codes = {number: read_code(code) for number, code in all_.receipts.items()}
    lost = [number for number, code in codes.items() if response_id(code).hex not in stored]
    there = [n for n, code in codes.items() if response_id(code).hex in stored]
    torn = [n for n in there if texts.get(voice_id(codes[n], "text")) != TEXT.format(n)]
    torn += [row for row in stored.values() if row.count(":") != ITEMS]
    doubled = len(numbers) - len(set(numbers))
    if len(lost) > waiting or (is_thorough and waiting):
        raise SystemExit(f"kill: {len(lost)} lost, {waiting} wait")
    if torn or doubled or whole != [("ok",)] or len(stored) != len(texts):
        raise SystemExit(f"kill: {len(torn)} torn, {doubled} doubled, database {whole}")


def _full(first: Server) -> str:
    """R2. Gives what happened, in words; ends the proof when something is not as promised."""
    data, limit = _small_disk(first.folder / "small")
    server = Server(first.folder, data)
    all_ = Answering(server.port)
    try:
        shutil.copytree(first.data, data, dirs_exist_ok=True)
        _fill(data)
        server.start()
        if limit:
            _limit(server, data)
        before = _post_until_refused(all_)
        is_told = _is_readable_and_told(all_)
        (data / "ballast").unlink(missing_ok=True)
        server.kill()
        server.start()
        refused = len(all_.unanswered)
        all_.send_again()
        server.stop()
        _check(server, all_, is_thorough=True)
    finally:
        server.kill()
        subprocess.run(["umount", "-l", str(data)], check=False, capture_output=True)
    if not is_told or all_.unanswered:
        raise SystemExit(f"kill: disk full: told {is_told}, {len(all_.unanswered)} left")
    where = limit or "tmpfs"
    return f"disk full ({where}): {before} taken, {refused} refused in words, then each stored once"


def _failing(server: Server) -> str:
    """R2 with a disk that fails: no flush succeeds for a while. Gives what happened, in words."""
    strace = shutil.which("strace")
    if strace is None:
        return "flush that fails: not tried, no strace here"
    all_ = Answering(server.port)
    server.start()
    try:
        Resident(server.port, "enkat").form()  # every process is up
        fault = ["-f", "-qq", "-e", "trace=fsync,fdatasync", "-e", "inject=fsync,fdatasync:error=EIO"]
        tasks = [part for task in _processes(server) for part in ("-p", str(task))]
        with subprocess.Popen([strace, *fault, *tasks, "-o", str(server.folder / "strace")]) as tracer:
            _wait_until_traced(_processes(server))
            _post_until_refused(all_)
            is_told = _is_readable_and_told(all_)
            tracer.terminate()
        refused = len(all_.unanswered)
        all_.send_again()
        server.stop()
        _check(server, all_, is_thorough=True)
    finally:
        server.kill()
    failed = (server.folder / "strace").read_text().count("EIO")
    if not failed or not is_told or all_.unanswered:
        raise SystemExit(f"kill: flush fails: {failed} times, told {is_told}, {len(all_.unanswered)} left")
    return f"flush fails ({failed} times): {refused} refused in words, then each stored once"


def _is_readable_and_told(all_: Answering) -> bool:
    """Whether the site can be read, and whoever sends a form again is told that it was not stored."""
    resident = Resident(all_.port, "enkat")
    is_readable = resident.ask("GET", "/ekby/enkat/enkat/").status == 200
    told = resident.send(*next(iter(all_.unanswered.values())))
    return is_readable and "kunde inte sparas" in told.page


def _wait_until_traced(tasks: list[int]) -> None:
    for task in tasks:
        while "TracerPid:\t0\n" in Path(f"/proc/{task}/status").read_text():
            sleep(0.05)


def _post_until_refused(all_: Answering) -> int:
    """Answers until twenty were refused; gives how many were taken."""
    dice, resident = random.Random(3), Resident(all_.port, "enkat")
    while all_.refused < 20 and (number := 1_000_000 + next(all_.numbers)) < 1_020_000:
        all_.unanswered[number] = (_form(), answers(dice, number, TEXT.format(number)))
        all_._send(resident, number)
    return len(all_.receipts)


def _small_disk(data: Path) -> tuple[Path, str]:
    data.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(data)]
    is_mounted = subprocess.run(mount, check=False, capture_output=True).returncode == 0
    return data, "" if is_mounted else "limit on files"


def _fill(data: Path) -> None:
    """Leave half a megabyte on the small disk, where there is one."""
    if not data.is_mount():
        return
    room = os.statvfs(data)
    with (data / "ballast").open("wb") as ballast:
        ballast.write(bytes(max(0, room.f_bavail * room.f_bsize - 500_000)))


def _limit(server: Server, data: Path) -> None:
    """Where there is no small disk: no file of the server's may grow by more than half a megabyte."""
    most = (data / "handslag.sqlite3").stat().st_size + 500_000
    for task in _processes(server):
        resource.prlimit(task, resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))


def _processes(server: Server) -> list[int]:
    assert server.process is not None
    children = Path(f"/proc/{server.process.pid}/task/{server.process.pid}/children").read_text().split()
    return [server.process.pid, *map(int, children)]


def _form() -> Fields:
    """A form as the server gives it out. Made here: fetching it is not what is proved."""
    from handslag.models.models import Survey
    from handslag.services.listening.intake.form_tokens import new_token

    if not _public_id:
        _public_id.append(Survey.objects.values_list("public_id", flat=True).get())
    return [("token", new_token(_public_id[0])), ("mode", "whole")]


_public_id: list[str] = []

if __name__ == "__main__":
    sys.exit(main())
