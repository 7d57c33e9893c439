"""The addresses of follow-up reports, all beneath <municipality>/uppfoljning/."""

from django.urls import path, register_converter

from handslag.web.public import reports


class Year:
    regex = "20[0-9]{2}"
    to_python = int
    to_url = str


class Part:
    """A third or a half of a year."""

    regex = "t[1-3]|h[1-2]"
    to_python = to_url = str


class Kind(Part):
    """A report that is not the ordinary one: that to the council assembly."""

    regex = reports.COUNCIL


class Ending(Part):
    regex = "|".join(reports.FILES)


register_converter(Year, "report_year")
register_converter(Part, "report_part")
register_converter(Kind, "report_kind")
register_converter(Ending, "report_ending")

PERIOD, COUNCIL, FILE = "<report_year:year>", "<report_kind:kind>", ".<report_ending:ending>"
PARTED = f"{PERIOD}/<report_part:part>"
NUMBERED = "del-<int:number>"  # of a report on very many promises
REPORTS = tuple(f"{days}{kind}" for days in (PERIOD, PARTED) for kind in ("", f"/{COUNCIL}", f"/{NUMBERED}"))

urlpatterns = [
    path("", reports.reports, name="reports"),
    path("anslag.pdf", reports.noticeboard, name="noticeboard"),
    *(path(f"{address}/", reports.report, name="report") for address in REPORTS),
    *(path(address + FILE, reports.report_file, name="report_file") for address in REPORTS),
]
