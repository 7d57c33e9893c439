"""The patrol sheet: a PDF with a code for each promise that opens its form."""

from django.http import HttpResponse
from django.urls import reverse

from handslag import clock
from handslag.documents.pdf import patrol_pdf
from handslag.domain.permissions import Action
from handslag.services.access import access_municipality
from handslag.services.keeping.reads.patrols import patrol
from handslag.web.desk.door import DeskRequest, desk_page
from handslag.web.reports.sheets import patrol_sheet


@desk_page
def patrol_file(request: DeskRequest, slug: str) -> HttpResponse:
    """The sheet for the car, to print."""
    municipality = access_municipality(request.user, slug, Action.LOG_ACTIVITY)
    form = request.build_absolute_uri(reverse("desk_log", args=[slug]))
    sheet = patrol_sheet(patrol(municipality, on=clock.today()), lambda number: f"{form}?promise={number}")
    name = f'inline; filename="{slug}-patrull-{sheet.on}.pdf"'
    return HttpResponse(patrol_pdf(sheet), "application/pdf", headers={"Content-Disposition": name})
