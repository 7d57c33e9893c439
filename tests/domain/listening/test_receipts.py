"""Receipt codes: read back as they are written and as people type them; ids that tell nothing."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.domain.errors import BadInput
from handslag.domain.listening.receipts import CODE_BYTES, read_code, response_id, voice_id, written

CODE = bytes(range(16))


@given(st.binary(min_size=CODE_BYTES, max_size=CODE_BYTES))
def test_a_code_is_read_back_as_it_was_written(code: bytes) -> None:
    assert read_code(written(code)) == code


def test_a_code_is_shown_in_groups_that_can_be_read_aloud() -> None:
    assert written(CODE) == "0004-1061-050R-3GG2-8A1C-60T3-GF"


@pytest.mark.parametrize(
    "typed",
    ["00041061050R3GG28A1C60T3GF", " ooo4-i06l-050r-3gg2-8a1c-60t3-gf ", "0004 1061 050R 3GG2 8A1C 60T3 GF"],
)
def test_a_code_is_read_however_it_is_typed(typed: str) -> None:
    assert read_code(typed) == CODE


@pytest.mark.parametrize("typed", ["", "0004", "U" * 26, "Z" * 26, "å" * 26, "0" * 27, "\x00" * 26])
def test_what_cannot_be_a_code_is_refused(typed: str) -> None:
    with pytest.raises(BadInput, match="receipt_malformed"):
        read_code(typed)


def test_the_id_of_an_answer_is_the_function_that_is_promised() -> None:
    assert response_id(CODE).bytes == hashlib.sha256(b"resp" + CODE).digest()[:16]


def test_each_text_has_an_id_of_its_own() -> None:
    ids = {response_id(CODE).hex, voice_id(CODE, "trygg"), voice_id(CODE, "otrygg")}
    assert [len(one) for one in ids] == [32, 32, 32]
