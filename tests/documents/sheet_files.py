"""Makes small sheets and calendars for tests."""

import io
import zipfile
from collections.abc import Iterable
from typing import Any

from openpyxl import Workbook


def xlsx(*rows: list[Any], hidden: list[Any] | None = None) -> bytes:
    """An Excel file with `rows` in its shown sheet; `hidden`: one row in a hidden sheet before it."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    if hidden is not None:
        sheet.append(hidden)
        sheet.sheet_state = "hidden"
        sheet = book.create_sheet()
    for row in rows:
        sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def with_saved_value(data: bytes, value: str, attributes: str = "") -> bytes:
    """The Excel file `data`, whose formulas have been computed to `value`, as Excel saves them."""
    before, after = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
    with zipfile.ZipFile(after, "w") as archive:
        for name in before.namelist():
            content = before.read(name)
            if "/worksheets/" in name:
                content = content.replace(b"</f><v></v>", b"</f><v>%b</v>" % value.encode())
                content = content.replace(b"</f><v />", b"</f><v>%b</v>" % value.encode())
                content = content.replace(b"</f><v/>", b"</f><v>%b</v>" % value.encode())
                content = content.replace(b"><f>", b" %b><f>" % attributes.encode())
            archive.writestr(name, content)
    return after.getvalue()


def ics(*entries: str | Iterable[str]) -> bytes:
    """A calendar; an entry is its lines between BEGIN:VEVENT and END:VEVENT."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//"]
    for number, entry in enumerate(entries):
        own = [entry] if isinstance(entry, str) else entry
        uid = [] if any(line.startswith("UID:") for line in own) else [f"UID:{number}"]
        lines += ["BEGIN:VEVENT", *uid, *own, "END:VEVENT"]
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()
