"""The codes on paper can be read off a bad print, and the Word file opens. Exits with 1 where one cannot.

Prints a patrol sheet and a noticeboard sheet with long addresses, makes grey pictures of them at the
resolution of a fax and half as fine again, and reads the codes back with a scanner we did not write.
Needs pdftoppm (poppler-utils), zbarimg (zbar-tools) and LibreOffice; says so where one is missing.
"""

import re
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path
from shutil import which

from handslag.documents.blocks import Document, Heading, Paragraph, Sign, Table
from handslag.documents.paper import Noticeboard, PatrolSheet, Posted, Task
from handslag.documents.pdf import noticeboard_pdf, patrol_pdf
from handslag.documents.word import report_docx

DAY = date(2019, 9, 2)
SITE = "https://medborgarloften.ornskoldsviks-kommun.example/bord/ornskoldsvik/logga/?promise="
BEHIND = Sign("BEHIND", "Efter")
TASKS = tuple(
    Task(f"{n}.", "Polisen lovar två kvällar.", BEHIND, "0 av 2.", "", f"{SITE}{n}", f"{SITE}{n}")
    for n in range(1, 21)
)
NAMED = {"language": "sv", "on": DAY, "owner": "Örnsköldsviks medborgarlöften", "lead": "Så står det till."}
PATROL = PatrolSheet(
    title="Patrullblad",
    tasks=TASKS,
    places_title="",
    places=(),
    foot="",
    page_words=("Sida", "av"),
    **NAMED,  # type: ignore[arg-type]
)
NOTICE = Noticeboard(
    title="Hur går det?",
    tally=((BEHIND, 20),),
    promises=tuple(Posted(task.number, task.text, BEHIND, task.left) for task in TASKS),
    more=tuple(f"och {n} till" for n in range(1, 21)),
    call="Läs mer",
    address=f"{SITE}0",
    shown=f"{SITE}0",
    foot="",
    **NAMED,  # type: ignore[arg-type]
)
REPORT = Document(
    title="Uppföljning",
    language="sv",
    on=DAY,
    owner="Örnsköldsviks medborgarlöften",
    foot="",
    page_words=("Sida", "av"),
    blocks=(Heading(2, ("I korthet",)), Paragraph(("Två av tre.",)), Table("", ("Nr",), ((("1",),),))),
)


def main() -> int:
    missed = 0
    with tempfile.TemporaryDirectory() as folder:
        for name, pdf, addresses in (
            ("patrol sheet, 20 codes", patrol_pdf(PATROL), {task.address for task in TASKS}),
            ("noticeboard sheet", noticeboard_pdf(NOTICE), {NOTICE.address}),
        ):
            missed += _codes(name, pdf, addresses, Path(folder))
        missed += _word(Path(folder))
    return int(missed > 0)


def _codes(name: str, pdf: bytes, addresses: set[str], folder: Path) -> int:
    if not (which("pdftoppm") and which("zbarimg")):
        print(f"{name:<28} not tried: pdftoppm or zbarimg is not installed")
        return 0
    (folder / "sheet.pdf").write_bytes(pdf)
    missed = 0
    for dots in (150, 100):
        for old in folder.glob("*.png"):
            old.unlink()
        _run("pdftoppm", "-r", str(dots), "-gray", "-png", "sheet.pdf", "page", folder=folder)
        read = _run("zbarimg", "-q", "--raw", *(p.name for p in folder.glob("*.png")), folder=folder)
        found = addresses & set(re.findall(r"\S+", read))
        missed += len(addresses) - len(found)
        print(f"{name:<28} {dots:>4} dpi   {len(found):>3} of {len(addresses)} codes read back")
    return missed


def _word(folder: Path) -> int:
    if not which("soffice"):
        print("Word file                    not tried: LibreOffice is not installed")
        return 0
    (folder / "report.docx").write_bytes(report_docx(REPORT))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    _run("soffice", profile, "--headless", "--convert-to", "pdf", "report.docx", folder=folder)
    is_open = (folder / "report.pdf").exists()
    print(f"Word file                    {'opens' if is_open else 'does not open'} in LibreOffice")
    return int(not is_open)


def _run(*command: str, folder: Path) -> str:
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False).stdout


if __name__ == "__main__":
    sys.exit(main())
