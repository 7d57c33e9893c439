"""The processes of one server: what one has counted the others know, and all give the same label."""

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID, uuid4

import pytest

from handslag.domain.listening.stuffing import Sign
from handslag.services.listening.intake.mates import PLACE, Mates, _take_key, meeting_place
from handslag.services.listening.intake.noticing import Label, Watch

pytestmark = pytest.mark.django_db
KEY = bytes(32)
TEXT = "Jag vill ha bättre belysning vid stationen och fler poliser som går till fots på kvällen, {}."
PROCESS = """
import os, sys, django; django.setup()
from pathlib import Path
from uuid import uuid4
from handslag.services.listening.intake.mates import PLACE, Mates, _take_key
from handslag.services.listening.intake.noticing import Watch
folder, watch = Path(os.environ[PLACE]), Watch()
watch.share(*_take_key(folder))
mates = Mates(folder, watch)
print("here", flush=True); sys.stdin.readline()
for number in range(10):
    text = f"Jag vill ha bättre belysning vid stationen om kvällarna, {number}."
    seen = watch.notice(1, address="192.0.2.1", texts=[text])
    assert watch.remember(seen, uuid4()) is None
due = mates.exchange()
print("told", flush=True); sys.stdin.readline()
print(*[(one.label, len(one.answers)) for one in [*due, *mates.exchange()]], flush=True)
"""


class Process:
    """A watch and its way to the others, as one process of a server has them."""

    def __init__(self, folder: Path) -> None:
        self.watch = Watch()
        self.watch.share(date(2019, 9, 1), KEY)
        self.mates = Mates(folder, self.watch)

    def count(self, number: int, **seen: Any) -> tuple[list[UUID], list[Label]]:
        answers = [uuid4() for _ in range(number)]
        labels = [self.watch.remember(self.watch.notice(1, **seen), answer) for answer in answers]
        return answers, [label for label in labels if label]

    def end(self) -> None:
        self.mates._socket.close()


@pytest.fixture
def folder() -> Iterator[Path]:
    with TemporaryDirectory() as name:  # pytest's own is too long for the name of a socket
        yield Path(name)


@pytest.fixture
def two(folder: Path) -> Iterator[tuple[Process, Process]]:
    first, second = Process(folder), Process(folder)
    yield first, second
    first.end()
    second.end()


def test_ten_here_and_ten_there_get_one_label_from_both(two: tuple[Process, Process]) -> None:
    first, second = two
    here, _ = first.count(10, signs=[Sign.QUICK])
    there, _ = second.count(10, signs=[Sign.QUICK])
    assert first.mates.exchange() == []
    (by_second,) = second.mates.exchange()
    (by_first,) = first.mates.exchange()
    assert by_first.label == by_second.label
    assert set(by_first.answers) == set(by_second.answers) == {*here, *there}
    assert second.count(1, signs=[Sign.QUICK])[1][0].label == by_first.label
    assert (second.mates.exchange(), first.mates.exchange()) == ([], [])  # whoever took it labels it


def test_a_class_of_thirty_gets_no_label_from_two_processes_and_is_asked_for_work(
    two: tuple[Process, Process],
) -> None:
    first, second = two
    first.count(15, address="192.0.2.9")
    second.count(15, address="192.0.2.9")
    assert [one.mates.exchange() for one in (first, second, first)] == [[], [], []]
    assert [one.watch.is_over_budget(1, "192.0.2.7") for one in two] == [True, True]


def test_families_of_texts_that_two_processes_began_at_once_become_one(two: tuple[Process, Process]) -> None:
    first, second = two
    here, _ = first.count(10, texts=[TEXT.format("ja")])
    there, _ = second.count(10, texts=[TEXT.format("nej")])
    due = [label for one in (first, second, first) for label in one.mates.exchange()]
    assert [set(label.answers) for label in due] == [{*here, *there}] * 2
    assert len({label.label for label in due}) == 1


def test_what_does_not_fit_into_the_queue_is_told_later(two: tuple[Process, Process]) -> None:
    first, second = two
    for _ in range(40):  # Linux keeps ten messages that nobody has read, or some more
        first.count(1, address="192.0.2.9")
        first.mates.exchange()
    due = []
    for _ in range(3):
        due += second.mates.exchange()
        first.mates.exchange()
    assert due == []
    assert len(second.count(21, address="192.0.2.9")[1]) == 1


def test_a_dead_process_is_forgotten(folder: Path, two: tuple[Process, Process]) -> None:
    first, second = two
    third = Process(folder)
    third.end()
    first.count(19, signs=[Sign.TRAPPED])
    first.mates.exchange()
    second.mates.exchange()
    assert len(list(folder.iterdir())) == 2
    assert len(second.count(1, signs=[Sign.TRAPPED])[1]) == 1


def test_at_midnight_all_go_on_with_the_next_key_and_what_is_told_of_yesterday_is_not_counted(
    two: tuple[Process, Process], settings_on: Any
) -> None:
    first, second = two
    with settings_on(date(2019, 9, 2)):
        yesterday = first.watch.notice(1, address="192.0.2.9")
        first.count(19, signs=[Sign.QUICK])
    with settings_on(date(2019, 9, 3)):
        first.mates.exchange()
        second.mates.exchange()
        assert second.count(1, signs=[Sign.QUICK])[1] == []
        today = [one.watch.notice(1, address="192.0.2.9") for one in two]
    assert today[0] == today[1] != yesterday


def test_two_processes_of_the_system_label_together() -> None:
    with meeting_place(2):
        command = [sys.executable, "-c", PROCESS]
        settings = {"DJANGO_SETTINGS_MODULE": "tests.settings"}
        both = [
            subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=os.environ | settings
            )
            for _ in range(2)
        ]
        for _ in ("here", "told"):
            for one in both:
                assert one.stdout is not None
                one.stdout.readline()
            for one in both:
                assert one.stdin is not None
                one.stdin.write("on\n")
                one.stdin.flush()
        said = [one.communicate(timeout=60)[0].strip() for one in both]
    assert said[0] == said[1] != ""
    assert said[0].endswith(", 20)")


def test_one_process_alone_has_no_meeting_place() -> None:
    with meeting_place(1):
        assert PLACE not in os.environ


def test_the_key_is_there_once_for_each_and_for_nobody_later() -> None:
    with meeting_place(2):
        folder = Path(os.environ[PLACE])
        assert folder.stat().st_mode & 0o777 == 0o700
        found = [_take_key(folder) for _ in range(3)]
    assert found[0] == found[1] != found[2] is None
    assert not folder.exists()
