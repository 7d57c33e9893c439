"""A data set as an SPSS system file (.sav) with labels for variables and codes, in UTF-8, not compressed.

The format as PSPP describes it (PSPP Developer's Guide, "System File Format"). All our variables are numbers,
so the file needs no string records. The tests read it back with a reader that others made.
"""

import struct
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date
from sys import float_info

from handslag.documents.datasets import Cell, Dataset, Level, Variable
from handslag.documents.fitting import one_line

MISSING = -float_info.max  # SPSS's system-missing value
EPOCH = date(1582, 10, 14)  # SPSS counts seconds from here
LEVELS = {Level.NOMINAL: 1, Level.ORDINAL: 2, Level.SCALE: 3}
NUMBER, DAY = 0x050800, 0x270A00  # F8.0 and SDATE10 (2026/05/04)
DECIMALS = 0x050C02  # F12.2
RESERVED = {"all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne", "not", "or", "to", "with"}
LONGEST_NAME, LONGEST_LABEL, LONGEST_VALUE = 64, 252, 120  # bytes


def to_sav(data: Dataset) -> bytes:
    """The file. Names become such as SPSS accepts, in order and without doubles."""
    names = _names([one.name for one in data.variables])
    parts = [_header(data), *(_variable(at, one) for at, one in enumerate(data.variables, 1))]
    parts += [_values(at, one) for at, one in enumerate(data.variables, 1) if one.values]
    parts += [_machine(), _display(data.variables), _long_names(names), _record(20, 1, b"UTF-8")]
    parts += [struct.pack("<2i", 999, 0), *map(_row, data.rows)]
    return b"".join(parts)


def _header(data: Dataset) -> bytes:
    return struct.pack(
        "<4s60s5id9s8s64s3x",
        b"$FL2",
        _padded(b"@(#) SPSS DATA FILE Handslag", 60),
        2,
        len(data.variables),
        0,
        0,
        len(data.rows),
        100.0,
        b"01 jan 70",
        b"00:00:00",
        _padded(_cut(data.title, 64), 64),
    )


def _variable(at: int, one: Variable) -> bytes:
    label = _cut(one.label, LONGEST_LABEL)
    shown = DAY if one.is_date else DECIMALS if one.level is Level.SCALE else NUMBER
    head = struct.pack(
        "<6i8s", 2, 0, int(bool(label)), 0, shown, shown, _padded(_short(at).encode("ascii"), 8)
    )
    return head + (struct.pack("<i", len(label)) + label + b" " * (-len(label) % 4) if label else b"")


def _values(at: int, one: Variable) -> bytes:
    lines = [struct.pack("<2i", 3, len(one.values))]
    for code, words in one.values.items():
        label = _cut(words, LONGEST_VALUE)
        lines.append(struct.pack("<dB", code, len(label)) + label + b" " * (-(len(label) + 1) % 8))
    return b"".join(lines) + struct.pack("<3i", 4, 1, at)


def _machine() -> bytes:
    """Little-endian IEEE numbers, UTF-8 texts, and what counts as missing, highest and lowest."""
    whole = struct.pack("<8i", 1, 0, 0, -1, 1, 1, 2, 65001)
    lowest = struct.unpack("<d", struct.pack("<Q", 0xFFEFFFFFFFFFFFFE))[0]
    return _record(3, 4, whole) + _record(4, 8, struct.pack("<3d", MISSING, float_info.max, lowest))


def _display(variables: Iterable[Variable]) -> bytes:
    """Level, column width and alignment (1: right) of each variable."""
    return _record(11, 4, b"".join(struct.pack("<3i", LEVELS[one.level], 8, 1) for one in variables))


def _long_names(names: Sequence[str]) -> bytes:
    pairs = (f"{_short(at)}={name}" for at, name in enumerate(names, 1))
    return _record(13, 1, "\t".join(pairs).encode())


def _record(kind: int, size: int, content: bytes) -> bytes:
    return struct.pack("<4i", 7, kind, size, len(content) // size) + content


def _row(cells: Sequence[Cell]) -> bytes:
    return struct.pack(f"<{len(cells)}d", *map(_number, cells))


def _number(cell: Cell) -> float:
    if cell is None:
        return MISSING
    return (cell - EPOCH).days * 86_400.0 if isinstance(cell, date) else float(cell)


def _names(names: Iterable[str]) -> list[str]:
    """Letters, digits and _ only, beginning with a letter; a number behind one that is there already.

    A word that SPSS keeps for itself gets a _ behind it: `by_`.
    """
    names = list(names)
    taken = {_short(at).lower() for at in range(1, len(names) + 1)}
    found = []
    for name in names:
        plain = _spelled(name)
        tries = (plain, *(f"{plain.rstrip('_')}_{number}" for number in range(2, len(names) + 2)))
        found.append(next(one for one in tries if one.lower() not in taken))
        taken.add(found[-1].lower())
    return found


def _spelled(name: str) -> str:
    """The name as SPSS can have it, short enough for a number behind it."""
    signs = unicodedata.normalize("NFKC", name)
    plain = "".join(sign if sign.isalnum() else "_" for sign in signs).strip("_")
    plain = plain if plain[:1].isalpha() else f"v_{plain}".rstrip("_")
    plain = _cut(plain, LONGEST_NAME - 4).decode().rstrip("_")
    return f"{plain}_" if plain.lower() in RESERVED else plain


def _short(at: int) -> str:
    """The name of eight signs that old programs see; the long one stands in a record of its own."""
    return f"HSL{at:05}"


def _cut(text: str, longest: int) -> bytes:
    """As much of the text as fits in so many bytes of one line, no letter broken."""
    return one_line(text).encode()[:longest].decode(errors="ignore").encode()


def _padded(text: bytes, width: int) -> bytes:
    return text.ljust(width)
