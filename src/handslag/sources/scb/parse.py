"""Population by age and sex out of a file from Statistics Sweden, in CSV or JSON-stat 2."""

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any

from handslag.domain.errors import BadInput
from handslag.domain.listening.population import OLDEST, Population

LIMIT = 5_000_000  # bytes; one year of all 290 municipalities is under two million

Key = tuple[str, int, str, int]  # municipality, year, sex, age

_SEXES = {"män": "men", "men": "men", "1": "men", "kvinnor": "women", "women": "women", "2": "women"}
_AGE = re.compile(r"(\d{1,3})(\+?)(?:\s*(?:år|years?))?")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_CODE = re.compile(r"\d{4}\b")
_PEOPLE = re.compile(r"-?\d{1,7}", re.ASCII)  # of one age and sex in one municipality
_MOST_DIMENSIONS = 20  # there are four or five; a file that repeats one without end would take hours


def population(data: bytes, code: str) -> Population:
    """The latest figures of the municipality with `code`.

    Raises `BadInput`: `not_population`, `population_elsewhere` (other municipalities only),
    `population_incomplete` (an age or a sex is missing).
    """
    try:
        text = _text(data)
        found = dict(_of_json(text) if text.lstrip().startswith("{") else _of_csv(text))
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, csv.Error):
        raise BadInput("not_population") from None
    if not found:
        raise BadInput("not_population")
    years = [year for municipality, year, _, _ in found if municipality == code]
    if not years:
        raise BadInput("population_elsewhere", municipality=code)
    return _of_year(found, code, max(years))


def _of_year(found: Mapping[Key, int], code: str, year: int) -> Population:
    try:
        men, women = (
            tuple(found[code, year, sex, age] for age in range(OLDEST + 1)) for sex in ("men", "women")
        )
    except KeyError:
        raise BadInput("population_incomplete") from None
    return Population(code, year, men, women)


def _text(data: bytes) -> str:
    if len(data) > LIMIT or not data.strip():
        raise ValueError
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("iso-8859-1")


def _of_csv(text: str) -> Iterator[tuple[Key, int]]:
    lines = io.StringIO(text, newline="").readlines()
    separator = max(",;\t", key=lines[0].count)
    heading, *rows = csv.reader(lines, delimiter=separator, strict=True)
    names = [name.strip().lower() for name in heading]
    place = names.index("kommunkod" if "kommunkod" in names else "region")
    age, sex = names.index("ålder"), names.index("kön")
    years = [(column, int(match[0])) for column, name in enumerate(names) if (match := _YEAR.search(name))]
    for row in rows:
        for column, year in years:
            if row:
                yield (_code(row[place]), year, _sex(row[sex]), _age(row[age])), _count(row[column])


def _of_json(text: str) -> Iterator[tuple[Key, int]]:
    """Values stand row by row in the order of `id`; dimensions of one value are passed by."""
    whole: dict[str, Any] = json.loads(text)
    if len(whole["id"]) > _MOST_DIMENSIONS:
        raise ValueError
    keys = [_categories(whole["dimension"][name]["category"]["index"]) for name in whole["id"]]
    at = {name.lower(): position for position, name in enumerate(whole["id"])}
    places = [at[name] for name in ("region", "tid", "kon", "alder")]
    if [len(some) for some in keys] != whole["size"]:
        raise ValueError
    if any(len(some) != 1 for position, some in enumerate(keys) if position not in places):
        raise ValueError
    for point, value in zip(product(*keys), whole["value"], strict=True):
        region, year, sex, age = (point[position] for position in places)
        yield (_code(region), int(year), _sex(sex), _age(age)), _count(value)


def _categories(index: list[str] | dict[str, int]) -> list[str]:
    return sorted(index, key=index.__getitem__) if isinstance(index, dict) else index


def _code(text: str) -> str:
    match = _CODE.match(text.strip())
    if match is None:
        raise ValueError(text)
    return match[0]


def _sex(text: str) -> str:
    return _SEXES[text.strip().lower()]


def _age(text: str) -> int:
    match = _AGE.fullmatch(text.strip())
    if match is None or int(match[1]) > OLDEST or (match[2] and int(match[1]) != OLDEST):
        raise ValueError(text)
    return int(match[1])


def _count(value: object) -> int:
    """A whole number of people. Raises ValueError for anything else, also for a half."""
    written = str(value).strip()
    if not _PEOPLE.fullmatch(written):
        raise ValueError(written)
    return int(written)
