"""Long texts are read apart from those who wait for pages, and the reading is the same."""

import base64
import pickle
import subprocess

import pytest

from handslag.documents import guard
from handslag.documents.read_text import SHORT, document_of, read_apart
from handslag.domain.errors import BadInput
from handslag.domain.reading import read

PAGE = "Medborgarlöfte 2021 – 2023\nPolisen i Tuna kommun lovar:\n"
LINE = "• Polisen ska patrullera minst {} gånger per vecka i Centrum till den 5 maj 2022, 2,5 timmar.\n"


def test_a_long_text_gives_the_same_reading_as_at_once() -> None:
    page = PAGE + "".join(LINE.format(number) for number in range(1, 150))
    assert len(page) > SHORT
    assert read_apart(page) == read(page)


def test_a_text_that_takes_too_long_is_refused_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "WAIT", 0.01)
    with pytest.raises(BadInput, match="text_too_heavy"):
        read_apart("a" * (SHORT + 1))


@pytest.mark.parametrize("made", [subprocess.Popen, print, guard.guarded, base64.b64decode])
def test_nothing_but_a_reading_comes_out_of_the_child(made: object) -> None:
    with pytest.raises(pickle.UnpicklingError):
        document_of(base64.b64encode(pickle.dumps(made)).decode())
    with pytest.raises(TypeError):
        document_of(base64.b64encode(pickle.dumps(read("").text)).decode())
