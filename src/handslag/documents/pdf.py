"""PDF that everybody can read and archives can keep: tagged, PDF/UA-1 and PDF/A-2a, by Typst.

The layouts stand in `typst/`. They are given the words as data and never as source, so that nothing
written by a person is run, and only such signs as the faces have (`faces.py`). Nothing is fetched, and the
same document gives the same bytes.
"""

import json
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path

import typst

from handslag.documents.apart import made
from handslag.documents.blocks import Document
from handslag.documents.faces import FACES, fonts, printed
from handslag.documents.paper import Noticeboard, PaperForm, PatrolSheet, Poster, Slips
from handslag.documents.qr import qr_svg

LAYOUTS = Path(__file__).resolve().parent / "typst"
COMPILED = "pdf:compiled"


def report_pdf(document: Document) -> bytes:
    """A report on as many A4 pages as it needs."""
    return made(COMPILED, "report.typ", document, {})


def noticeboard_pdf(sheet: Noticeboard) -> bytes:
    """One A4 page in type as large as fits."""
    return made(COMPILED, "noticeboard.typ", sheet, {sheet.address: qr_svg(sheet.address)})


def patrol_pdf(sheet: PatrolSheet) -> bytes:
    """The promises with a QR code each, then the places."""
    return made(COMPILED, "patrol.typ", sheet, {task.address: qr_svg(task.address) for task in sheet.tasks})


def survey_pdf(form: PaperForm) -> bytes:
    """A survey to fill in by hand, on as many A4 pages as it needs."""
    return made(COMPILED, "survey.typ", form, {})


def poster_pdf(poster: Poster) -> bytes:
    """One A4 page that asks people to come."""
    return made(COMPILED, "poster.typ", poster, {poster.address: qr_svg(poster.address)})


def slips_pdf(sheet: Slips) -> bytes:
    """Slips of codes, twelve on a page. Not kept: whoever has the file has the codes."""
    return made(COMPILED, "slips.typ", sheet, {sheet.address: qr_svg(sheet.address)}, is_kept=False)


def compiled(layout: str, value: object, codes: dict[str, str]) -> bytes:
    """The file of a layout in `typst/`, for the child to answer with."""
    try:
        return _set(layout, printed(value), codes)
    except typst.TypstError:  # signs of several kinds of writing made into one, as no language has them
        return _set(layout, printed(value, plainly=True), codes)


def _set(layout: str, value: object, codes: dict[str, str]) -> bytes:
    pdf: bytes = typst.compile(
        LAYOUTS / layout,
        root=LAYOUTS,
        font_paths=fonts(),
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards=["ua-1", "a-2a"],
        sys_inputs={
            "document": json.dumps(_plain(value)),
            "codes": json.dumps(codes),
            "faces": json.dumps(FACES),
        },
    )
    return pdf


def _plain(value: object) -> object:
    """Dataclasses as objects with their `kind`, days as ISO, tuples as lists."""
    if is_dataclass(value):
        named = {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
        return {"kind": getattr(value, "kind", ""), **named}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value.isoformat() if isinstance(value, date) else value
