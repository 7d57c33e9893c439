"""The receipt of an answer: a code that only the resident has, and what can be reached with it.

The ids of an answer and of each of its texts are separate one-way functions of the code. Whoever has the
code can find them all; whoever has the ids can neither find the code nor join one id to another
(trust.md §5.2). The code is 128 random-looking bits, written in groups that can be read aloud.
"""

from base64 import b32encode
from hashlib import sha256
from uuid import UUID

from handslag.domain.errors import BadInput

CODE_BYTES = 16
_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: no I, L, O, U
_AS_WRITTEN = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", _DIGITS)  # from what Python's base 32 has
_AS_HEARD = str.maketrans({"I": "1", "L": "1", "O": "0"})
_LENGTH = 26  # 26 × 5 bits hold 128
_WHOLE = 17  # bytes that hold 26 × 5 bits
_GROUP = 4


def written(code: bytes) -> str:
    """A code as it is shown: seven groups of four letters and digits (the last has two)."""
    number = int.from_bytes(code, "big") << 8 * _WHOLE - 5 * _LENGTH
    digits = b32encode(number.to_bytes(_WHOLE, "big")).decode()[:_LENGTH].translate(_AS_WRITTEN)
    return "-".join([digits[start : start + _GROUP] for start in range(0, _LENGTH, _GROUP)])


def read_code(text: str) -> bytes:
    """The code that somebody typed, with or without dashes, in small or capital letters.

    Raises `BadInput("receipt_malformed")` for what cannot be a code.
    """
    letters = "".join(text.split()).replace("-", "").upper().translate(_AS_HEARD)
    if len(letters) != _LENGTH or not set(letters) <= set(_DIGITS):
        raise BadInput("receipt_malformed")
    number = 0
    for letter in letters:
        number = number << 5 | _DIGITS.index(letter)
    if number >> 8 * CODE_BYTES:
        raise BadInput("receipt_malformed")
    return number.to_bytes(CODE_BYTES, "big")


def response_id(code: bytes) -> UUID:
    """The id of the answer: the first 16 bytes of SHA-256("resp" ‖ code)."""
    return UUID(bytes=sha256(b"resp" + code).digest()[:CODE_BYTES])


def voice_id(code: bytes, question: str) -> str:
    """The id of the text given to `question`, as 32 hexadecimal digits."""
    return sha256(b"voice" + code + question.encode()).hexdigest()[: 2 * CODE_BYTES]
