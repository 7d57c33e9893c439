"""What is logged as a list for Excel, which can be read in again as it is."""

from django.http import HttpResponse
from django.utils import translation
from django.views.decorators.http import require_safe

from handslag.documents.semicolons import Value, for_excel
from handslag.domain.keeping.activities import ActivityStatus
from handslag.domain.permissions import Action
from handslag.services.access import access_municipality
from handslag.services.keeping.reads.activity_list import ListedActivity, listed_activities
from handslag.web.desk.door import DeskRequest, desk_page
from handslag.web.words.labels import listed, party_word

HEADINGS = (
    *("Datum", "Löfte", "Plats", "Skola", "Part", "Status", "Antal", "Timmar", "Anteckning"),
    "Tillsammans med",
)
STATUSES = {
    ActivityStatus.DONE: "genomförd",
    ActivityStatus.PLANNED: "planerad",
    ActivityStatus.CANCELLED: "inställd",
}


@desk_page
@require_safe
def activity_list(request: DeskRequest, slug: str) -> HttpResponse:
    """Every activity that counts, in Swedish, as CSV with semicolons."""
    municipality = access_municipality(request.user, slug, Action.SEE_DESK)
    with translation.override("sv"):
        content = for_excel([HEADINGS, *map(_row, listed_activities(municipality))])
    headers = {"Content-Disposition": f'attachment; filename="insatser-{municipality.slug}.csv"'}
    return HttpResponse(content, "text/csv; charset=utf-8", headers=headers)


def _row(row: ListedActivity) -> tuple[Value, ...]:
    return (
        row.done_on,
        ", ".join(map(str, row.promises)),
        row.place,
        row.school,
        party_word(row.party),
        STATUSES[ActivityStatus(row.status)],
        row.count,
        row.hours,
        row.note,
        listed(map(party_word, row.others)) if row.others else "",
    )
