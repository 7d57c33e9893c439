"""Text with separators (CSV) to rows: in any usual encoding, also of old Macs and MS-DOS.

Rows end at a line feed, a carriage return or both, and at nothing else. A quotation mark that is never closed
is taken as it stands, for its row only. Rows longer or shorter than the headings are said.
"""

import csv
import io
import re
from collections import Counter
from itertools import islice

from handslag.documents.plain_text import BYTE_ORDER_MARKS, decoded
from handslag.documents.texts import LIMIT
from handslag.documents.xlsx_cells import clean
from handslag.domain.errors import BadInput
from handslag.domain.importing.columns import Column, guess_columns, heading_of
from handslag.domain.importing.findings import Findings, Remark, Sheet

SEPARATORS = ";\t,|"  # Swedish Excel first: where two fit as well, the earlier is meant
LOOK_AT_ROWS = 50  # that show the separator
MOST_LINES = 200  # within one quoted cell
_MOST_NULS = 0.1  # a larger share is UTF-16, or no text
_SWEDISH = frozenset("åäöÅÄÖéÉüÜ")
_OLD = ("mac-roman", "cp850")
csv.field_size_limit(LIMIT)  # of the whole process; else one long cell refuses a file
_named = re.compile(r'"?sep=(.)"?\s*', re.I | re.S)


def sheet_in(data: bytes) -> Sheet:
    """The rows of the text in `data`, each with the cells it has.

    Raises `BadInput`: `sheet_empty`, `sheet_one_column`, and what `plain_text` raises.
    """
    text, old = _text(data)
    text = _unwrapped(text)
    separator = _named_separator(text) or _separator(text)
    remarks = [Remark("sheet_old_encoding", {"encoding": old})] if old else []
    lines = list(io.StringIO(text, newline=""))  # ends at \n, \r and \r\n; splitlines would at U+2028 as well
    rows: list[list[str]] = []
    torn: list[int] = []
    at = 0
    if _named_separator(text):
        rows, at = [[]], 1
    while at < len(lines):
        row, at, is_whole = _record(lines, at, separator, len(rows[-1]) if rows else 0)
        rows.append(row)
        if not is_whole:
            torn.append(len(rows))
    cleaned = tuple(tuple(map(clean, row)) for row in rows)
    if torn:
        remarks.append(Remark("sheet_torn_quotes", {}, tuple(torn)))
    return Sheet(cleaned, _of_lengths(cleaned, remarks))


def _of_lengths(rows: tuple[tuple[str, ...], ...], remarks: list[Remark]) -> Findings:
    """Which rows have more cells than the headings, or fewer; empty cells last in a row are none too many."""
    heading = heading_of(rows)
    width = len(rows[heading]) if rows else 0
    below = [(number, row) for number, row in enumerate(rows, start=1) if number > heading + 1 and any(row)]
    long = frozenset(number for number, row in below if any(row[width:]))
    short = tuple(number for number, row in below if len(row) < width)
    if short:
        remarks = [*remarks, Remark("sheet_short_rows", {}, short)]
    return Findings(tuple(remarks), long_rows=long)


def _text(data: bytes) -> tuple[str, str]:
    """The text, and the old encoding it was in, "" for those of today."""
    has_mark = any(data.startswith(mark) for mark, _ in BYTE_ORDER_MARKS)
    if not has_mark and 0 < data.count(0) < _MOST_NULS * len(data):
        data = data.replace(b"\0", b"")  # some databases leave them; they are nothing
    try:
        return decoded(data), ""
    except BadInput as exc:
        if exc.code != "file_encoding_unknown":
            raise
        for encoding in _OLD:
            text = data.decode(encoding)
            if _SWEDISH.issuperset(letter for letter in text if letter > "\x7f"):
                return text, encoding
        raise


def _named_separator(text: str) -> str:
    """What Excel's own first line says, "" where there is none."""
    line = next(iter(io.StringIO(text[:20], newline="")), "")
    found = _named.fullmatch(line)
    return found[1] if found else ""


def _separator(text: str) -> str:
    """The one by which most headings are understood, else most rows with several cells are alike."""
    if not text.strip(f"{SEPARATORS} \r\n"):
        raise BadInput("sheet_empty")
    best, most = "", (0, 0.0)
    for separator in SEPARATORS:
        lines = islice(io.StringIO(text, newline=""), LOOK_AT_ROWS)
        rows = [row for row in csv.reader(lines, delimiter=separator) if any(row)]
        wide = [row for row in rows if len(row) > 1]
        if not wide:
            continue
        usual = Counter(map(len, wide)).most_common(1)[0][1]
        worth = (len(guess_columns(wide[heading_of(wide)])), usual / len(rows))
        if worth > most:
            best, most = separator, worth
    if best:
        return best
    first = [[line] for line in islice(io.StringIO(text, newline=""), LOOK_AT_ROWS)]
    if Column.DAY in guess_columns(first[heading_of(first)]):
        return SEPARATORS[0]  # a list of days, for a promise that is chosen
    raise BadInput("sheet_one_column")


def _unwrapped(text: str) -> str:
    """The text without marks around every whole row, as Excel leaves them when it saw no columns."""
    lines = [line.rstrip("\r\n") for line in io.StringIO(text, newline="") if line.strip()]
    inner = [line[1:-1].replace('""', '"') for line in lines]
    is_wrapped = all(
        len(line) > 1 and line[0] == line[-1] == '"' and '"' not in line[1:-1].replace('""', "")
        for line in lines
    )
    return "\n".join(inner) if is_wrapped and any(s in inner[0] for s in SEPARATORS) else text


def _record(lines: list[str], at: int, separator: str, width: int) -> tuple[list[str], int, bool]:
    """The row that begins on line `at`, the line after it, and whether its quotation marks were in order.

    A mark that is closed only beyond a line that is itself a row of `width` cells was never closed.
    """
    whole = ""
    for last in range(at, min(at + MOST_LINES, len(lines))):
        whole += lines[last]
        if last > at and width > 1 and len(_loose(lines[last], separator)) == width:
            break
        if last > at and '"' not in lines[last]:
            continue
        try:
            (row,) = csv.reader([whole], delimiter=separator, strict=True)
            return row, last + 1, True
        except csv.Error as exc:
            if "unexpected end" not in str(exc):
                break
    return _loose(lines[at], separator), at + 1, False


def _loose(line: str, separator: str) -> list[str]:
    """The cells of a line whose quotation marks mean nothing."""
    (row,) = csv.reader([line.rstrip("\r\n")], delimiter=separator, quoting=csv.QUOTE_NONE)
    return row
