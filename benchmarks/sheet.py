"""How long it takes from an uploaded sheet of 10,000 rows to the page that shows what it would become.

The file is read (in its child process), its rows kept in an SQLite file, and every row held against twelve
promises, their words, the register of places and 2,000 activities logged before. The limit is the library
alone taking the cells out of the same file in this process: openpyxl in read-only mode, `csv.reader`.

Bar: at most 3 s for either file, the best of three runs by the clock on the wall.
"""

import csv
import io
import os
import random
import sys
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from time import perf_counter
from typing import TYPE_CHECKING

from openpyxl import Workbook, load_workbook

from handslag.documents import sheets

if TYPE_CHECKING:
    from handslag.models.models import Municipality, User

ROWS, BAR = 10_000, 3.0
ON = date(2019, 12, 31)
HEADINGS = ("Datum", "Löfte", "Plats", "Ansvarig", "Status", "Antal", "Timmar", "Anteckning")
PLACES = ("Nyland", "Ramvik", "Viksjö", "Älandsbro", "")
DEEDS = (
    "trafikkontroller",
    "skolbesök",
    "nattvandringar",
    "dialogmöten",
    "cykelmärkningar",
    "krogkontroller",
)


def make_rows(number: int) -> list[list[object]]:
    """Made-up activities from a fixed seed: half name their promise by number, half by words."""
    chance = random.Random(7)
    rows: list[list[object]] = []
    for n in range(number):
        promise = chance.randrange(len(DEEDS))
        day = date(2019, 4, 5) + timedelta(days=chance.randrange(270))
        said = promise + 1 if n % 2 else f"{DEEDS[promise].title()} pass {n % 40}"
        note = f"Pass {n}: samtal med föräldrar vid torget, lugnt i övrigt."
        rows.append([day, said, chance.choice(PLACES), "Polisen", "Genomförd", n % 3 + 1, 1.5, note])
    return rows


def as_xlsx(rows: list[list[object]]) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in ([*HEADINGS], *rows):
        sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def as_csv(rows: list[list[object]]) -> bytes:
    file = io.StringIO()
    csv.writer(file, delimiter=";").writerows([HEADINGS, *rows])
    return file.getvalue().encode("windows-1252")


def library_xlsx(data: bytes) -> int:
    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    return sum(1 for row in book.worksheets[0].iter_rows(values_only=True) if row)


def library_csv(data: bytes) -> int:
    return sum(1 for _ in csv.reader(io.StringIO(data.decode("windows-1252")), delimiter=";"))


def make_town() -> "tuple[Municipality, User]":
    """A municipality with promises, places and activities, and its coordinator."""
    from handslag import clock
    from handslag.models import models

    area = models.PoliceArea.objects.create(name="Ekbygden")
    town = models.Municipality.objects.create(slug="ekby", name="Ekby", short_name="Ekby", police_area=area)
    user = models.User.objects.create_user(email="samordnare@ekby.example")
    models.Membership.objects.create(user=user, municipality=town, role="coordinator", party="municipality")
    round_ = models.Round.objects.create(municipality=town, valid_from=date(2019, 4, 5))
    for name in filter(None, PLACES):
        town.places.create(name=name)
    for number in range(1, 13):
        text = (
            f"Polisen lovar minst {number} {DEEDS[(number - 1) % 6] if number < 7 else 'insatser'} om året."
        )
        promise = models.Promise.objects.create(
            municipality=town, round=round_, number=number, state="published"
        )
        promise.versions.create(text=text, valid_from=round_.valid_from, kind="standing", made_at=clock.now())
    logged = models.Activity.objects.bulk_create(
        models.Activity(municipality=town, done_on=ON, party="police", logged_at=clock.now())
        for _ in range(2000)
    )
    first = town.promises.get(number=1)
    models.ActivityPromise.objects.bulk_create(
        models.ActivityPromise(activity=one, promise=first) for one in logged
    )
    return town, user


def preview(data: bytes, name: str, town: "Municipality", user: "User") -> int:
    """From the bytes of a file to what the page shows: how many activities it would become."""
    from handslag.domain.importing.choices import Choices
    from handslag.domain.importing.columns import heading_of
    from handslag.domain.people.parties import Party
    from handslag.models.models import ImportBatch
    from handslag.services.keeping.imports import start_import
    from handslag.services.keeping.reads.imports import column_rows, preview_import

    ImportBatch.objects.all().delete()
    sheet = sheets.sheet_of(data, name)
    batch = start_import(user, municipality=town, source=name, key=name, **sheet._asdict())
    batch.refresh_from_db()
    columns = {row.guess: row.index for row in column_rows(batch) if row.guess}
    choices = Choices(columns, Party.POLICE, heading_of(batch.rows), keep_doubled=True)
    return preview_import(batch, choices, on=ON).activities


def best(work: Callable[[], object], times: int = 3) -> float:
    seconds = []
    for _ in range(times):
        begun = perf_counter()
        work()
        seconds.append(perf_counter() - begun)
    return min(seconds)


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"HANDSLAG_DATA": folder, "HANDSLAG_TODAY": ON.isoformat()}
        os.environ |= {"DJANGO_SETTINGS_MODULE": "handslag.config.settings"}
        os.environ.pop("HANDSLAG_DATABASE_URL", None)
        return measure()


def measure() -> int:
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    town, user = make_town()
    rows = make_rows(ROWS)
    files = {"sheet.xlsx": (as_xlsx(rows), library_xlsx), "sheet.csv": (as_csv(rows), library_csv)}
    took: dict[str, tuple[float, float]] = {}
    for name, (data, library) in files.items():
        if preview(data, name, town, user) != ROWS or library(data) != ROWS + 1:
            raise SystemExit(f"{name}: not every row was read")
        ours = best(lambda data=data, name=name: preview(data, name, town, user))  # type: ignore[misc]
        limit = best(lambda data=data, library=library: library(data))  # type: ignore[misc]
        print(f"{name}: {ROWS} rows, {ours:.2f} s to the preview; cells alone {limit:.3f} s")
        took[name] = ours, limit
    ours, limit = max(took.values())
    print(f"sheet: {ours:.2f} s, limit {limit:.2f} s, ratio {ours / limit:.1f}, bar {BAR:.0f} s")
    return 0 if ours <= BAR else 1


if __name__ == "__main__":
    sys.exit(main())
