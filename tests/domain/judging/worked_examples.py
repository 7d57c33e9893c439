"""Reads the worked examples of docs/rules/fulfilment.md: facts, and what is said of them on which day.

Facts become the files of §8 and are read as those are, so the examples test the reading too.
"""

import csv
import io
import json
import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from handslag.domain.judging.cells import Cell, Reason
from handslag.domain.judging.fulfilment import Assessment, assess_all
from handslag.domain.keeping.activities import ActivityStatus
from handslag.formats.assessments import activities_from, promises_from, reports_from
from handslag.formats.calendars import calendar_from, places_from

PAGE = Path(__file__).parents[3] / "docs" / "rules" / "fulfilment.md"
LISTS = ("places", "schools", "events")
OF_PROMISE = ("valid_from", "valid_to", "review_on", "version", "places", "schools", "withdrawn")
NUMBERS = ("at_least", "version")
ACTIVITY_COLUMNS = ["promise", "date", "status", "place", "count", "event"]
REPORT_COLUMNS = ["promise", "period_start", "period_end", "closed_on", "place", "cause", "decision"]
LISTED_UNDER = {"school": "schools", "season": "seasons", "event": "events", "place": "places"}


def examples() -> dict[str, list[list[str]]]:
    """Title → the lines of the example, each split into words."""
    blocks = re.findall(r"^```example\n# (.+)\n((?:.+\n)+?)```$", PAGE.read_text("utf-8"), re.MULTILINE)
    return {title: [shlex.split(line) for line in lines.splitlines()] for title, lines in blocks}


@dataclass
class Facts:
    """What has been told so far, as the files would hold it."""

    promises: list[dict[str, object]] = field(default_factory=list)
    activities: list[dict[str, str]] = field(default_factory=list)
    reports: list[dict[str, str]] = field(default_factory=list)
    calendar: dict[str, list[dict[str, object]]] = field(default_factory=dict)

    def tell(self, kind: str, words: list[str]) -> None:
        values = dict(word.split("=", 1) for word in words if "=" in word)
        names = [word for word in words if "=" not in word]
        if kind == "promise":
            self.promises.append(_promise(values))
        elif kind == "report":
            self.reports.append({"promise": "p", **_report(names[0], values)})
        elif kind in tuple(ActivityStatus):
            self.activities.append({"promise": "p", "date": names[0], "status": kind, **values})
        else:
            self._tell_calendar(kind, names, values)

    def _tell_calendar(self, kind: str, names: list[str], values: dict[str, str]) -> None:
        span = dict(zip(("start", "end"), names[1].split(".."), strict=True)) if len(names) > 1 else {}
        if kind == "term":
            entry: dict[str, object] = {"name": names[0], "terms": [span]}
            self.calendar.setdefault("school_authorities", []).append(entry)
            return
        key = "id" if kind in ("school", "event") else "name"
        entry = {key: names[0], **span, **values}
        if alias := entry.pop("alias", None):
            entry["aliases"] = [alias]
        self.calendar.setdefault(LISTED_UNDER[kind], []).append(entry)

    def assess(self, on: str) -> Assessment:
        promises = promises_from(json.dumps({"promises": self.promises}))
        calendar = calendar_from(json.dumps(self.calendar))
        places = places_from(json.dumps(self.calendar))
        known = (promises, calendar, places)
        activities = activities_from(_csv(ACTIVITY_COLUMNS, self.activities), *known)
        reports = reports_from(_csv(REPORT_COLUMNS, self.reports), *known)
        day = date.fromisoformat(on)
        return assess_all(promises, activities, reports, on=day, calendar=calendar, places=places)[0]


def _promise(values: dict[str, str]) -> dict[str, object]:
    typed = {name: _typed(name, value) for name, value in values.items()}
    own = {name: typed.pop(name) for name in OF_PROMISE if name in typed}
    return {"id": "p", "text": "Vi lovar.", "parties": ["police"], **own, "measure": typed}


def _typed(name: str, value: str) -> object:
    if name in LISTS:
        return value.split("|")
    if name in NUMBERS:
        return json.loads(value)
    return value == "true" if name in ("year_named", "minimal", "withdrawn") else value


def _report(span: str, values: dict[str, str]) -> dict[str, str]:
    start, end = span.split("..")
    return {"period_start": start, "period_end": end, "closed_on": values.pop("closed"), **values}


def _csv(columns: list[str], rows: list[dict[str, str]]) -> io.StringIO:
    out = io.StringIO()
    writer = csv.DictWriter(out, columns)
    writer.writeheader()
    writer.writerows(rows)
    out.seek(0)
    return out


def answer(assessment: Assessment, asked: list[list[str]]) -> Iterator[list[str]]:
    """What the assessment says, in the words of the page and as fully as each line of `asked` says it."""
    lines = {kind: [line for line in asked if line[0] == kind] for kind in ("on", "headline", "cell", "why")}
    year, headline = assessment.headline
    yield ["on", str(assessment.on), assessment.status]
    if lines["headline"]:
        yield ["headline", str(year), headline.status]
    for index, cell in enumerate(assessment.cells):
        said = lines["cell"][index] if index < len(lines["cell"]) else []
        yield list(_cell_words(cell, said))
    for reason in assessment.reasons:
        yield ["why", reason.code, *(f"{name}={value}" for name, value in reason.params.items())]


def _cell_words(cell: Cell, said: list[str]) -> Iterator[str]:
    yield from ("cell", f"{cell.start}..{cell.end or ''}")
    if cell.place is not None:
        yield f"@{cell.place}"
    yield from (f"{cell.done}/{'-' if cell.target is None else cell.target}", cell.status)
    reasons = {reason.code: reason for reason in cell.reasons}
    reason = Reason("")
    for word in said[said.index(cell.status) + 1 if cell.status in said else len(said) :]:
        name, is_value, _ = word.partition("=")
        reason = reason if is_value else reasons.get(word, Reason(""))
        yield f"{name}={reason.params.get(name)}" if is_value else reason.code
