"""One row of a table or one object of a JSON file, read strictly.

Every value is asked for by name; what is missing, misspelt or of the wrong kind raises `BadInput` with
the file and the row (or the number of the entry), so that a person can find it and put it right.
"""

import csv
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import chain
from typing import Never, TypeVar

from handslag.domain.characters import folded
from handslag.domain.errors import BadInput
from handslag.domain.formulas import unguarded

# No exponents, no thousands marks, no NaN; bounded so that sums stay exact in 28 digits.
_NUMBER = re.compile(r"-?\d{1,9}(?:[.,]\d{1,4})?", re.ASCII)
_DAY = re.compile(r"20\d\d-\d\d-\d\d", re.ASCII)
Word = TypeVar("Word", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Fields:
    """The `values` of one row or object. `where`: the file and `row` or `entry`, for messages."""

    values: Mapping[str, object]
    where: Mapping[str, object]

    def only(self, *names: str) -> None:
        """Raises `BadInput` on a name that is not one of `names`: misspelt, it would be passed over."""
        for name in self.values:
            if name not in names:
                self.refuse("unknown_field", field=name)

    def text(self, name: str, default: str | None = None) -> str:
        """Raises `BadInput` when there is no text and no `default` either."""
        value = self.values.get(name)
        if value is None or value == "":
            return self._missing(name) if default is None else default
        if not isinstance(value, str) or not (text := folded(value).strip()):
            self.refuse("not_text", field=name, value=value)
        return text

    def optional(self, name: str) -> str | None:
        return self.text(name, "") or None

    def day(self, name: str) -> date:
        """A local date written YYYY-MM-DD, of this century."""
        written = self.text(name)
        try:
            return date.fromisoformat(written if _DAY.fullmatch(written) else "")
        except ValueError:
            self.refuse("bad_date", field=name, value=written)

    def optional_day(self, name: str) -> date | None:
        return None if self.values.get(name) in (None, "") else self.day(name)

    def number(self, name: str, default: int = 1) -> Decimal:
        """A number with at most nine digits before the decimal point or comma and four after it."""
        value = self.values.get(name)
        if value is None or value == "":
            return Decimal(default)
        if isinstance(value, bool) or not _NUMBER.fullmatch(str(value).strip()):
            self.refuse("bad_number", field=name, value=value)
        return Decimal(str(value).strip().replace(",", "."))

    def flag(self, name: str) -> bool:
        value = self.values.get(name, False)
        if not isinstance(value, bool):
            self.refuse("not_true_or_false", field=name, value=value)
        return value

    def word(self, name: str, words: type[Word], default: Word | None = None) -> Word:
        """One of a closed list of words."""
        written = self.text(name, default)
        try:
            return words(written)
        except ValueError:
            self.refuse("unknown_word", field=name, value=written, words=", ".join(words))

    def texts(self, name: str) -> tuple[str, ...]:
        value = self.values.get(name, [])
        if not isinstance(value, list) or not all(isinstance(text, str) for text in value):
            self.refuse("not_texts", field=name, value=value)
        texts = tuple(folded(text).strip() for text in value)
        if not all(texts):
            self.refuse("not_texts", field=name, value=value)
        return texts

    def inner(self, name: str) -> "Fields":
        """The object within this one."""
        value = self.values.get(name)
        if not isinstance(value, dict):
            self.refuse("not_object", field=name)
        return Fields(value, self.where)

    def each(self, name: str) -> Iterator["Fields"]:
        """Every object of a list within this one."""
        value = self.values.get(name, [])
        if not isinstance(value, list):
            self.refuse("not_list", field=name)
        for entry, one in enumerate(value, start=1):
            if not isinstance(one, dict):
                self.refuse("not_object", field=f"{name} {entry}")
            yield Fields(one, {**self.where, "entry": f"{name} {entry}"})

    @contextmanager
    def located(self) -> Iterator[None]:
        """Adds the file and the row to what a rule of the domain refuses."""
        try:
            yield
        except BadInput as error:
            raise BadInput(error.code, **{**self.where, **error.params}) from error

    def refuse(self, code: str, **params: object) -> Never:
        raise BadInput(code, **self.where, **params)

    def _missing(self, name: str) -> Never:
        self.refuse("missing_field", field=name)


def text_of(data: bytes, file: str) -> str:
    """The UTF-8 text of a file, with or without a byte order mark. Raises `BadInput("not_utf8")`."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput("not_utf8", file=file, row=data.count(b"\n", 0, error.start) + 1) from error


def object_of(text: str, file: str) -> Fields:
    """The object that a JSON file is: numbers exact, no name twice. Raises `BadInput`."""
    where = {"file": file}

    def once(pairs: list[tuple[str, object]]) -> dict[str, object]:
        if len(dict(pairs)) < len(pairs):
            ((name, _),) = Counter(name for name, _ in pairs).most_common(1)
            raise BadInput("twice", **where, field=name, value=name)
        return dict(pairs)

    def refuse(constant: str) -> Never:
        raise BadInput("bad_number", **where, field="JSON", value=constant)

    try:
        whole = json.loads(text, parse_float=Decimal, parse_constant=refuse, object_pairs_hook=once)
    except json.JSONDecodeError as error:
        raise BadInput("not_json", file=file, row=error.lineno) from error
    except (ValueError, RecursionError) as error:  # numbers of thousands of digits, thousands of brackets
        raise BadInput("not_json", file=file, row=1) from error
    if not isinstance(whole, dict):
        raise BadInput("not_object", **where, field="JSON")
    return Fields(whole, where)


def rows_of(
    lines: Iterable[str], file: str, needed: Sequence[str], optional: Sequence[str]
) -> Iterator[Fields]:
    """The rows of a CSV file (comma, or semicolon as Swedish Excel writes it), its first row the header.

    Raises `BadInput` for a column that is missing or unknown and for a row of another length.
    """
    lines = iter(lines)
    first = next(lines, "").removeprefix("\ufeff")
    delimiter = ";" if first.count(";") > first.count(",") else ","
    reader = csv.reader(chain([first], lines), delimiter=delimiter, strict=True)
    try:
        header = [column.strip() for column in next(reader, [])]
        _check_header(header, file, needed, optional)
        for cells in reader:
            if "'" in "".join(cells):  # asked once a row: most rows have none, and there may be a million
                cells = [unguarded(cell) for cell in cells]
            row = Fields(dict(zip(header, cells, strict=False)), {"file": file, "row": reader.line_num})
            if len(cells) == len(header):
                yield row
            elif any(cell.strip() for cell in cells):
                row.refuse("wrong_number_of_cells", cells=len(cells), columns=len(header))
    except csv.Error as error:
        raise BadInput("not_csv", file=file, row=reader.line_num) from error


def _check_header(header: list[str], file: str, needed: Sequence[str], optional: Sequence[str]) -> None:
    where = Fields({}, {"file": file, "row": 1})
    missing = [column for column in needed if column not in header]
    unknown = [column for column in header if column not in (*needed, *optional)]
    if missing:
        where.refuse("missing_columns", columns=", ".join(missing))
    if unknown:
        where.refuse("unknown_field", field=unknown[0])
    if len(set(header)) < len(header):
        where.refuse("twice", field="CSV", value=Counter(header).most_common(1)[0][0])
