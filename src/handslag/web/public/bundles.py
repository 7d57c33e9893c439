"""The bundles: what the statuses on a page rest on, as one file to fetch."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import conditional_page, require_safe

from handslag import clock
from handslag.services.access import public_municipality, public_promise
from handslag.services.showing import bundles


@require_safe
@conditional_page
def every_bundle(request: HttpRequest) -> HttpResponse:
    """Everything behind the pages of every municipality, a folder for each."""
    today = clock.today()
    return _file(bundles.every_bundle(on=today), "alla", today)


@require_safe
@conditional_page
def municipality_bundle(request: HttpRequest, slug: str) -> HttpResponse:
    """Everything behind a municipality's page. Raises `NotFound`."""
    today = clock.today()
    return _file(bundles.municipality_bundle(public_municipality(slug), on=today), slug, today)


@require_safe
@conditional_page
def promise_bundle(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Everything behind the page of one promise. Raises `NotFound`."""
    municipality, today = public_promise(slug, number).municipality, clock.today()
    found = bundles.promise_bundle(municipality, number, on=today)
    return _file(found, f"{slug}-{number}", today)


def _file(data: bytes, name: str, on: date) -> HttpResponse:
    disposition = f'attachment; filename="{name}-{on}.zip"'
    return HttpResponse(data, content_type="application/zip", headers={"Content-Disposition": disposition})
