"""Follow-up reports and the sheet for the noticeboard: as pages, PDF and Word files."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import conditional_page, require_safe

from handslag import clock
from handslag.documents.blocks import Document
from handslag.documents.pdf import noticeboard_pdf, report_pdf
from handslag.documents.word import report_docx
from handslag.services.showing.reads.municipality import municipality_page
from handslag.services.showing.reads.reports import (
    FollowupReport,
    Reported,
    ReportPeriod,
    followup_report,
    report_periods,
)
from handslag.web.reports.council import council_document
from handslag.web.reports.documents import followup_document, part_document
from handslag.web.reports.names import period_days, period_name
from handslag.web.reports.sheets import noticeboard_sheet
from handslag.web.words.labels import opened

COUNCIL = "fullmaktige"
FILES: dict[str, tuple[Callable[[Document], bytes], str]] = {
    "pdf": (report_pdf, "application/pdf"),
    "docx": (report_docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
}


@dataclass(frozen=True, slots=True)
class ReportLinks:
    """One period in the list of reports."""

    name: str
    days: str
    page: str
    council: str


@require_safe
@conditional_page
def reports(request: HttpRequest, slug: str) -> HttpResponse:
    """Which periods there are reports on. Raises `NotFound`."""
    today = clock.today()
    face, periods = report_periods(slug, on=today)
    rows = [
        ReportLinks(
            opened(period_name(period)),
            period_days(period),
            _path(slug, period),
            _path(slug, period, COUNCIL),
        )
        for period in periods
    ]
    return render(request, "public/reports.html", {"municipality": face, "reports": rows, "today": today})


@require_safe
@conditional_page
def report(
    request: HttpRequest, slug: str, year: int, part: str = "", kind: str = "", number: int = 0
) -> HttpResponse:
    """The report on a period as a page. Raises `NotFound`."""
    today = clock.today()
    found = followup_report(slug, year=year, part=part, on=today)
    files = {ending: _path(slug, found.period, kind, number, ending) for ending in FILES}
    document = _document(request, found, kind, number)
    context = {"report": document, "files": files, "municipality": found.face, "today": today}
    return render(request, "public/report.html", context)


@require_safe
@conditional_page
def report_file(
    request: HttpRequest,
    slug: str,
    year: int,
    ending: str,
    part: str = "",
    kind: str = "",
    number: int = 0,
) -> HttpResponse:
    """The same report as a file. Raises `NotFound`."""
    found = followup_report(slug, year=year, part=part, on=clock.today())
    written, media_type = FILES[ending]
    which = (part, kind, f"del-{number}" if number else "")
    name = "-".join(filter(None, ("uppfoljning", slug, str(year), *which)))
    return _file(written(_document(request, found, kind, number)), media_type, f"{name}.{ending}")


@require_safe
@conditional_page
def noticeboard(request: HttpRequest, slug: str) -> HttpResponse:
    """The sheet for the noticeboard. Raises `NotFound`."""
    page = municipality_page(slug, on=clock.today())
    address = request.build_absolute_uri(reverse("municipality", args=[slug]))
    return _file(noticeboard_pdf(noticeboard_sheet(page, address)), "application/pdf", f"anslag-{slug}.pdf")


def _document(request: HttpRequest, found: FollowupReport, kind: str, number: int) -> Document:
    """The report; or the part of it with this number, which is the same in all reports on the period."""

    def address(what: Reported | int | None) -> str:
        slug = found.face.slug
        if isinstance(what, Reported):
            path = reverse("promise", args=[slug, what.standing.number])
        else:
            path = _path(slug, found.period, "" if what else kind, what or 0)
        return request.build_absolute_uri(path)

    if number:
        return part_document(found, number, address)
    return council_document(found, address) if kind == COUNCIL else followup_document(found, address)


def _path(slug: str, period: ReportPeriod, kind: str = "", number: int = 0, ending: str = "") -> str:
    """The address of a report; only what it has stands in it."""
    parts = {"slug": slug, "year": period.year, "part": period.part, "kind": kind}
    parts |= {"number": number, "ending": ending}
    name = "report_file" if ending else "report"
    return reverse(name, kwargs={key: part for key, part in parts.items() if part})


def _file(content: bytes, media_type: str, name: str) -> HttpResponse:
    """PDF opens where the reader is; a Word file is saved."""
    where = "inline" if media_type == "application/pdf" else "attachment"
    return HttpResponse(content, media_type, headers={"Content-Disposition": f'{where}; filename="{name}"'})
