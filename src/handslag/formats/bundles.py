"""What `assessments` and `calendars` read, written: the files of a bundle.

Every field is written out, also where it has its usual value, so that a reader needs no list of those.
"""

import csv
import io
import json
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from handslag.documents.formulas import guarded
from handslag.domain.judging.calendar import Calendar, School
from handslag.domain.judging.cells import Cell
from handslag.domain.judging.party_verdicts import PartyVerdict
from handslag.domain.judging.periods import Period
from handslag.domain.keeping.activities import Activity, PeriodReport
from handslag.domain.keeping.places import Register
from handslag.domain.promises.terms import Terms

ACTIVITY_HEADER = ("promise", "date", "place", "count", "status", "event", "party", "others", "waits_for")
VERDICT_HEADER = (
    *("promise", "period_start", "period_end", "event", "party", "role", "verdict", "said_on"),
    "reason",
)
REPORT_HEADER = ("promise", "period_start", "period_end", "place", "closed_on", "cause", "decision")


def promises_text(promises: Iterable[Terms]) -> str:
    """promises.json; versions of one promise one after the other."""
    return json_text({"promises": [_terms(terms) for terms in promises]})


def _terms(terms: Terms) -> dict[str, object]:
    measure = terms.measure
    return {
        "id": terms.id,
        "version": terms.version,
        "text": terms.text,
        "parties": terms.parties,
        "valid_from": terms.valid_from,
        "valid_to": terms.valid_to,
        "review_on": terms.review_on,
        "places": terms.places,
        "schools": terms.schools,
        "aim": terms.aim,
        "withdrawn": terms.withdrawn,
        "measure": {
            "kind": measure.kind,
            "at_least": measure.at_least,
            "unit": measure.unit,
            "per": measure.per,
            "reading": measure.reading,
            "spread": measure.spread,
            "year_named": measure.year_named,
            "minimal": measure.minimal,
            "season": measure.season,
            "by": measure.by,
            "events": measure.events,
        },
    }


def activities_text(activities: Iterable[Activity]) -> str:
    """activities.csv, without the notes: those may be read on the page, and a status never rests on them."""
    return _csv_text(
        ACTIVITY_HEADER,
        (
            (
                *("|".join(one.promises), one.done_on, one.place, f"{one.amount:f}"),
                *(one.status, one.event, one.party, "|".join(one.others), "|".join(one.waits_for)),
            )
            for one in activities
        ),
    )


def reports_text(reports: Iterable[PeriodReport]) -> str:
    """reports.csv, with the cause and the decision that were given in public."""
    return _csv_text(
        REPORT_HEADER,
        ((r.promise, r.start, r.end, r.place, r.closed_on, r.cause, r.decision) for r in reports),
    )


def verdicts_text(verdicts: Mapping[str, Iterable[PartyVerdict]]) -> str:
    """verdicts.csv: what the parties say of each promise, by its id. No status is counted from it."""
    return _csv_text(
        VERDICT_HEADER,
        (
            (
                *(promise, one.period and one.period.start, one.period and one.period.end),
                *(one.event, one.party, one.role, one.verdict, one.said_on, one.reason),
            )
            for promise, said in verdicts.items()
            for one in said
        ),
    )


def calendar_text(calendar: Calendar, places: Register) -> str:
    """calendar.json. A school is listed among the places too: something may be done there for any promise."""
    names = {place.name for place in places}
    schools = [school.id for school in calendar.schools if school.id not in names]
    return json_text(
        {
            "school_authorities": [
                {"name": name, "terms": [_span(term) for term in terms]}
                for name, terms in calendar.school_terms.items()
            ],
            "schools": [_school(school) for school in calendar.schools],
            "seasons": [{"name": s.name, "start": s.start, "end": s.end} for s in calendar.seasons],
            "events": [
                {"id": e.id, "name": e.name, "start": e.start, "end": e.end, "place": e.place}
                for e in calendar.events
            ],
            "places": [
                *({"name": p.name, "aliases": p.aliases, "parent": p.parent} for p in places),
                *({"name": name, "aliases": [], "parent": None} for name in schools),
            ],
        }
    )


def _school(school: School) -> dict[str, object]:
    return {
        "id": school.id,
        "name": school.name,
        "authority": school.authority,
        "first_on": school.first_on,
        "last_on": school.last_on,
    }


def cell_fields(cell: Cell) -> dict[str, object]:
    """A judged cell, for expected.json."""
    return {
        "start": cell.start,
        "end": cell.end,
        "place": cell.place,
        "event": cell.event,
        "done": cell.done,
        "target": cell.target,
        "status": cell.status,
    }


def json_text(whole: object) -> str:
    """JSON that people can read: dates as YYYY-MM-DD, whole numbers without decimals."""
    return json.dumps(whole, ensure_ascii=False, indent=1, default=_written) + "\n"


def _written(value: object) -> object:
    """Two decimals and ten digits fit a float exactly as written."""
    if isinstance(value, Decimal):
        return int(value) if value == int(value) else float(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value))


def _span(period: Period) -> dict[str, date]:
    return {"start": period.start, "end": period.end}


def _csv_text(header: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(["" if cell is None else guarded(str(cell)) for cell in row] for row in rows)
    return out.getvalue()
