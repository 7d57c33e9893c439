"""Räkna om alla löften i paketet och se om svaren blir desamma som på sidan: python3 rakna.py [mapp]

Kräver bara Python 3.9. Slutar med 0 (inget skiljer sig), 1 (något gör det) eller 2 (filerna är fel).
"""

from __future__ import annotations

import csv
import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

DAY, NEVER, ISO_DAY = timedelta(days=1), date.max, r"\d{4}-\d\d-\d\d"
MONTHS = {"month": 1, "quarter": 3, "tertial": 4, "half_year": 6, "year": 12}
Span = tuple[date, date]  # första och sista dagen, båda inräknade
Row = dict[str, Any]  # ett löfte, en insats, en redovisning …


@dataclass
class Cell:  # en ruta: en period på en plats (eller ett tillfälle), vad som krävs och vad som är gjort
    start: date
    end: date | None  # None: löftet nämner ingen sista dag
    counts_to: date  # sista dag vars insatser räknas
    target: Fraction | None  # None: bedöms inte
    place: str = ""
    event: str = ""
    paced: bool = True  # målet ska nås i jämn takt; annars allt på sista dagen
    done: Fraction = Fraction(0)
    status: str = ""


def cells_of(promise: Row, first: date, on: date, calendar: Row) -> list[Cell]:
    """Rutorna från `first` till löftets sista dag; tills vidare: till och med perioden som `on` ligger i."""
    last, until = promise["valid_to"] or max(on, first), promise["valid_to"] or NEVER
    if promise["kind"] == "each_event":
        named = [e for e in calendar["events"] if e["id"] in promise["events"] and first <= e["end"]]
        met = [e for e in named if max(e["start"], first) <= until]
        return [part(promise, (e["start"], e["end"]), (first, until), e["place"] or "", e["id"]) for e in met]
    cells = []
    schools: Row = {row["id"]: row for row in calendar["schools"] if promise["spread"] == "school"}
    for place in places_of(promise, calendar):
        school = schools.get(place, {})
        window = max(first, school.get("first_on") or first), min(until, school.get("last_on") or until)
        if first <= last and window[0] <= window[1]:
            cells += cells_at(promise, place, window, min(max(last, window[0]), window[1]), calendar)
    return cells


def cells_at(promise: Row, place: str, window: Span, last: date, calendar: Row) -> list[Cell]:
    whole, end = promise["per"] == "once" or promise["reading"] == "in_total", promise["valid_to"]
    years = [cut(year, window) for year in civil("year", window[0], last)]
    if promise["kind"] == "standing":
        return [Cell(*year, year[1], None, place) for year in years]
    if promise["kind"] == "milestone" or (whole and end is None):
        promised = promise["by"] or end  # det som görs senare kommer för sent; efter en översyn räknas det
        due = promised or promise["review_on"]
        cell = Cell(window[0], due, promised or NEVER, Fraction(promise["at_least"]), place, paced=False)
        return [cell] if due is None or window[0] <= due <= window[1] else []
    if whole:
        return [part(promise, (promise["valid_from"], end), window, place)]
    if promise["reading"] == "on_average":
        some = years if end is None else [(window[0], last)]
        return [cell for one in some for cell in average(promise, one, window[1], place, calendar)]
    spans = periods(promise, place, (window[0], last), window[1], calendar)
    return [part(promise, span, window, place) for span in spans]


def part(promise: Row, period: Span, window: Span, place: str, event: str = "") -> Cell:
    """Rutan för en period. Gäller löftet bara en del av den krävs samma del av målet, avrundat neråt."""
    start, end = cut(period, window)
    target = Fraction(promise["at_least"])
    if (start, end) != period and not promise["year_named"]:
        target = Fraction(target * share(period, window) // 1)
    return Cell(start, end, end, target, place, event)


def average(promise: Row, window: Span, until: date, place: str, calendar: Row) -> list[Cell]:
    """I genomsnitt: målet gånger de perioder som ryms, även delar av perioder, avrundat neråt."""
    judged = (date(window[0].year, 1, 1), date(window[1].year, 12, 31)) if promise["year_named"] else window
    found = periods(promise, place, judged, until, calendar)
    target = promise["at_least"] * sum(share(span, judged) for span in found)
    return [Cell(*window, window[1], Fraction(target // 1), place)] if found else []


def periods(promise: Row, place: str, window: Span, until: date, calendar: Row) -> list[Span]:
    """Perioderna som har någon dag i `window`; tills vidare åtminstone nästa som är känd."""
    if promise["per"] not in ("term", "season"):
        return list(civil(promise["per"], *window))
    spans = sorted(
        (s["start"], s["end"]) for s in calendar["seasons"] if promise["season"] in (None, s["name"])
    )
    if promise["per"] == "term":
        spans = terms(promise, place, window[0].year, window[1].year + 1, calendar)
    met = [span for span in spans if span[0] <= window[1] and window[0] <= span[1]]
    return met if met or until < NEVER else [span for span in spans if span[0] > window[1]][:1]


def terms(promise: Row, place: str, first: int, last: int, calendar: Row) -> list[Span]:
    """Huvudmannens terminer. Ett halvår där den inte har någon fylls ut med resten av halvåret."""
    known = {
        row["name"]: [(term["start"], term["end"]) for term in row["terms"]]
        for row in calendar["school_authorities"]
    }
    asked = [place] if place and promise["spread"] == "school" else promise["schools"]
    owners = {row["authority"] for row in calendar["schools"] if row["id"] in asked} if asked else set(known)
    own = known.get(owners.pop(), []) if len(owners) == 1 else []
    halves = civil("half_year", date(first, 1, 1), date(last, 12, 31))
    bare = [half for half in halves if not any(half[0] <= term[0] <= half[1] for term in own)]
    rest = [(max([half[0], *(t[1] + DAY for t in own if t[0] < half[0])]), half[1]) for half in bare]
    return sorted([*own, *(span for span in rest if span[0] <= span[1])])


def civil(per: str, first: date, last: date) -> Iterator[Span]:
    """De hela dagar, veckor (från måndag), månader … år som har någon dag från `first` till `last`."""
    start = first - first.weekday() * DAY if per == "week" else first
    if per in MONTHS:
        start = date(first.year, (first.month - 1) // MONTHS[per] * MONTHS[per] + 1, 1)
    while start <= last:
        after = start + (7 if per == "week" else 1) * DAY
        if per in MONTHS:
            after = (start + 31 * MONTHS[per] * DAY).replace(day=1)
        yield start, after - DAY
        start = after


def cut(period: Span, window: Span) -> Span:
    return max(period[0], window[0]), min(period[1], window[1])


def share(period: Span, window: Span) -> Fraction:  # hur stor del av perioden som ligger i fönstret
    start, end = cut(period, window)
    return max(Fraction(0), Fraction((end - start).days + 1, (period[1] - period[0]).days + 1))


def places_of(promise: Row, calendar: Row) -> list[str]:
    """Platserna eller skolorna som bedöms var för sig; en namnlös när löftet inte delas upp."""
    names = promise["places"] if promise["spread"] else [""]
    if promise["spread"] == "school":
        names = promise["schools"] or [school["id"] for school in calendar["schools"]]
    return list({key(name): name for name in reversed(names)}.values())


def key(name: str) -> str:
    return "/".join(
        " ".join(part.split()) for part in unicodedata.normalize("NFC", name).casefold().split("/")
    )


def best(written: str, spelled: dict[str, set[str]]) -> str | None:
    """Det namn `written` betyder: helst just så, annars ett annat namn, annars hälften av ett dubbelnamn."""
    whole, parts = [key(written)], key(written).split("/")
    for keys in (whole, [k.removesuffix("s") for k in whole], parts, [k.removesuffix("s") for k in parts]):
        hits = set()
        for one in keys:
            full = {name for name in spelled if one in spelled[name]}
            half = {name for name in spelled if any(one in k.split("/") for k in spelled[name])}
            hits |= {name for name in full if key(name) == one} or full or half
        if hits:
            return hits.pop() if len(hits) == 1 else None  # kan det vara två är det ingen av dem
    return None


def reader(promise: Row, calendar: Row) -> Callable[[str], str | None]:
    """Vilken av löftets platser ett skrivet namn betyder, rakt av eller genom registret."""
    names = places_of(promise, calendar)
    if promise["kind"] == "each_event":
        names = [event["place"] for event in calendar["events"] if event["id"] in promise["events"]]
    known = [{key(place["name"]), *map(key, place["aliases"])} for place in calendar["places"]]
    wanted = {n: {key(n)}.union(*(k for k in known if key(n) in k)) for n in names if n}
    register = {
        p["name"]: {key(p["name"])}.union(*(k for k in known if key(p["name"]) in k))
        for p in calendar["places"]
    }

    @cache
    def meant(written: str) -> str | None:
        return best(written, wanted) or best(best(written, register) or "", wanted)

    return meant


def assess(versions: list[Row], deeds: list[Row], reports: list[Row], on: date, calendar: Row) -> list[Cell]:
    """Rutorna med status. En ruta bedöms av den version av löftet som gällde när den började."""
    found: list[Cell] = []
    first = before = date.min
    for index, promise in enumerate(versions):
        first = max(first, promise["valid_from"])
        cells = [] if promise["withdrawn"] else cells_of(promise, first, on, calendar)
        last, meant = NEVER, reader(promise, calendar)
        for later in versions[index + 1 : index + 2]:
            cells = [c for c in cells if c.start < later["valid_from"] and (c.end or later["withdrawn"])]
            gone = min(
                (v["valid_from"] - DAY for v in versions[index + 1 :] if v["withdrawn"]), default=NEVER
            )
            for cell in cells:  # dras löftet tillbaka slutar rutan dagen före; målet blir inte lägre
                cell.end, cell.counts_to = min(cell.end or gone, gone), min(cell.counts_to, gone)
            last = max([before, later["valid_from"] - DAY, *(cell.end for cell in cells if cell.end)])
        for row in deeds:
            if row["status"] == "done" and before < row["date"] <= min(last, on):
                count(row, [cell for cell in cells if cell.start <= row["date"]], meant(row["place"]))
        for cell in cells:
            cell.status = status_of(cell, is_closed(cell, reports, meant, on), on)
        found += cells
        before, first = last, last + DAY if last < NEVER else last
    return sorted(found, key=lambda cell: (cell.start, cell.place, cell.event))


def count(row: Row, cells: list[Cell], place: str | None) -> None:
    fits = [cell for cell in cells if row["date"] <= cell.counts_to and cell.place in ("", place)]
    if row["event"] and any(cell.event for cell in cells):
        fits = [cell for cell in cells if cell.event == row["event"]]
    if len(fits) == 1:  # passar insatsen två tillfällen räknas den för inget av dem
        fits[0].done += Fraction(row["count"])


def is_closed(cell: Cell, reports: list[Row], meant: Callable[[str], str | None], on: date) -> bool:
    """Om redovisningar som gjorts senast `on` tillsammans täcker varje dag i rutan."""
    open_day = cell.start
    for row in sorted(reports, key=lambda row: row["period_start"]):
        here = not row["place"] or (cell.place and meant(row["place"]) == cell.place)
        if here and row["closed_on"] <= on and row["period_start"] <= open_day:
            open_day = max(open_day, min(row["period_end"], row["closed_on"]) + DAY)
    return cell.end is not None and open_day > cell.end


def status_of(cell: Cell, closed: bool, on: date) -> str:
    if cell.target is not None and on < cell.start:
        return "NOT_DUE"
    if not cell.target:
        return "CANNOT_BE_JUDGED"
    if cell.done >= cell.target:
        return "KEPT"
    if cell.end is None or (on <= cell.end and not cell.paced):
        return "NOT_DUE"
    if on > cell.end:
        return "NOT_KEPT" if closed else "NOT_REPORTED"
    due = (
        cell.target if on == cell.end else cell.target * share((cell.start, cell.end), (cell.start, on)) // 1
    )
    return "BEHIND" if cell.done < due else "ON_TRACK"


def headline(cells: list[Cell], on: date) -> tuple[int, str]:
    """Året sidan talar om (dagens, annars det senaste före, annars det första efter) och dess ord."""
    years: dict[int, list[str]] = {}
    for cell in cells:
        years.setdefault(max(cell.start.year, min(on.year, (cell.end or on).year)), []).append(cell.status)
    year = max((year for year in years if year <= on.year), default=min(years, default=on.year))
    every = set(years.get(year, []))
    if "NOT_KEPT" in every:
        return year, "PARTLY_KEPT" if "KEPT" in every else "NOT_KEPT"
    found = [status for status in ("NOT_REPORTED", "BEHIND", "ON_TRACK", "KEPT") if status in every]
    return year, found[0] if found else "NOT_DUE" if every == {"NOT_DUE"} else "CANNOT_BE_JUDGED"


def dated(row: Row) -> Row:
    return {k: date.fromisoformat(v) if re.fullmatch(ISO_DAY, str(v)) else v for k, v in row.items()}


def read(path: Path) -> Any:
    """En fil, med datum som datum. Ett ' före det ett kalkylark kan köra som formel hör inte till texten."""
    guard = re.compile(r"^'(?='*(?:\s*[=+\-@＝＋－＠]|[\t\r\n]))")
    with path.open(encoding="utf-8", newline="") as file:
        if path.suffix == ".json":
            return json.load(file, parse_float=Fraction, object_hook=dated)
        return [dated({name: guard.sub("", v) for name, v in row.items()}) for row in csv.DictReader(file)]


def recount(folder: Path, page: Row) -> Iterator[tuple[Row, list[Cell]]]:
    """Varje löfte som sidan visar det, med rutorna som vi räknar dem."""
    calendar, versions = read(folder / "calendar.json"), read(folder / "promises.json")["promises"]
    activities, reports = (read(folder / name) for name in ("activities.csv", "reports.csv"))
    for shown in page["promises"]:
        mine = [{**row["measure"], **row} for row in versions if row["id"] == shown["promise"]]
        deeds = [row for row in activities if shown["promise"] in row["promise"].split("|")]
        said = [row for row in reports if row["promise"] == shown["promise"]]
        yield shown, assess(mine, deeds, said, shown["on"], calendar)


def lines_of(cells: Iterable[Row], status: object) -> set[str]:
    """Ett löfte som rader, lika skrivna vare sig de kommer från sidan eller från räkningen."""
    names = "start", "end", "place", "event", "done", "target", "status"
    told = (", ".join(f"{name} {cell[name] or 0}" for name in names) for cell in cells)
    return {f"status {status}", *told}


def main(folder: Path) -> int:
    page, tally, differing = read(folder / "expected.json"), Counter[str](), 0
    for shown, cells in recount(folder, page):
        year, status = headline(cells, shown["on"])
        tally[status] += shown["in_tally"]
        status = "WITHDRAWN" if shown["withdrawn"] else status
        theirs = lines_of(shown["cells"], (shown["year"], shown["status"]))
        ours = lines_of(map(vars, cells), (year, status))
        differing += theirs != ours
        verdict = "samma som på sidan" if theirs == ours else "SKILJER SIG"
        print(f"{shown['number']}. {page['words'][status]}: {verdict}")
        for line in sorted(theirs ^ ours):
            print("    sidan:" if line in theirs else "    räkningen:", line)
    wrong = page["tally"] not in (None, +tally)
    found = f"{differing + wrong or 'inget'} skiljer sig från sidan" + ", även sammanräkningen" * wrong
    print(f"{page['municipality']} {page['on']}: {found}.")
    return int(differing + wrong > 0)


if __name__ == "__main__":
    try:
        sys.exit(main(Path(*sys.argv[1:]) if sys.argv[1:] else Path(__file__).resolve().parent))
    except (OSError, ValueError, LookupError, TypeError, AttributeError, csv.Error) as error:
        print(f"Filerna går inte att räkna på: {error!r}", file=sys.stderr)
        sys.exit(2)
