"""What a survey said: the published tables, as a page and as a file."""

import csv
from io import StringIO

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import conditional_page, require_safe

from handslag import clock
from handslag.documents.formulas import guarded
from handslag.documents.semicolons import for_excel
from handslag.services.listening.reads.results import published_results
from handslag.web.errors import language
from handslag.web.words.survey_results import csv_rows, lane_views, untabled


@require_safe
@conditional_page
def results(request: HttpRequest, slug: str, survey: str) -> HttpResponse:
    """The results of a survey, lane by lane. Raises `NotFound`."""
    found = published_results(slug, survey)
    context = {
        "results": found,
        "title": found.definition.title.say(language()),
        "lanes": lane_views(found, language()),
        "untabled": untabled(found.definition, language()),
        "municipality": found.municipality,
        "today": clock.today(),
    }
    return render(request, "public/results.html", context)


@require_safe
@conditional_page
def results_file(request: HttpRequest, slug: str, survey: str) -> HttpResponse:
    """The same tables as CSV, a row for each cell: with commas, or with semicolons for Swedish Excel.

    Raises `NotFound`.
    """
    rows = csv_rows(published_results(slug, survey), language())
    if request.GET.get("for") == "excel":
        content, name = for_excel(rows), f"resultat-{survey}-excel.csv"
    else:
        file = StringIO()
        csv.writer(file, lineterminator="\r\n").writerows(map(guarded, row) for row in rows)
        content, name = file.getvalue().encode("utf-8-sig"), f"resultat-{survey}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, "text/csv; charset=utf-8", headers=headers)
