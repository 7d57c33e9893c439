"""Plain text: encodings that can be told are read, the others refused with a reason."""

import pytest

from handslag.documents.plain_text import text_of
from handslag.domain.errors import BadInput

TEXT = "Löften i Åmberga\n• Polisen patrullerar på torget – även på nätter.\n"


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "windows-1252"],
)
def test_text_is_read_in_every_encoding_that_can_be_told(encoding: str) -> None:
    assert text_of(TEXT.encode(encoding)) == TEXT


def test_latin_1_is_read() -> None:
    assert text_of("Kommunen håller öppet.".encode("latin-1")) == "Kommunen håller öppet."


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "file_binary"),
        (b"\xff\xfeA\0B", "file_binary"),  # UTF-16 that ends in the middle of a character
        (bytes(range(1, 32)) * 10, "file_binary"),
        ("Polisen är på torget.\n".encode() + "Även på nätter.".encode("latin-1"), "file_encoding_mixed"),
        ("Polisen patrullerar på förskolan".encode("cp850"), "file_encoding_unknown"),
        ("Polisen är på torget".encode("mac-roman"), "file_encoding_unknown"),
        (b"Polisen \x81\x8d\x90", "file_encoding_unknown"),
        ("Polisen är på torget".encode().decode("windows-1252").encode(), "file_encoding_twice"),
    ],
)
def test_what_cannot_be_told_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(BadInput) as refused:
        text_of(data)
    assert refused.value.code == code


def test_mixed_encodings_are_pointed_out_by_line() -> None:
    with pytest.raises(BadInput) as refused:
        text_of(b"ett\ntv\xe5\n" + "fem på".encode())
    assert refused.value.params == {"row": 3}


def test_line_ends_and_composed_letters_are_the_same_everywhere() -> None:
    assert text_of("a\r\nb\rc\nA\u030angaryd".encode()) == "a\nb\nc\nÅngaryd"


def test_control_characters_never_reach_a_terminal() -> None:
    assert text_of(b"Polisen \x1b[31mlovar" + b"." * 100) == "Polisen [31mlovar" + "." * 100
