"""A page on the home screen of a phone: what makes it one, and the worker that keeps it without a network."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language, gettext

from handslag.services.access import public_municipality


def manifest(request: HttpRequest, slug: str) -> HttpResponse:
    """What the phone shows when the page is put on its home screen. Nothing in it is secret."""
    municipality = public_municipality(slug)
    page = reverse("desk_log", args=[slug])
    about = {
        "name": gettext("Log activity – {name}").format(name=municipality.short_name),
        "short_name": gettext("Log"),
        "lang": get_language(),
        "id": page,
        "start_url": page,
        "scope": page,
        "display": "standalone",
        "background_color": "#fbfaf6",
        "theme_color": "#0e4a5a",
        "icons": [_icon(size) for size in (192, 512)],
    }
    return JsonResponse(about, content_type="application/manifest+json")


def worker(request: HttpRequest, slug: str) -> HttpResponse:
    """The service worker. It stands beside the form, and so reaches nothing else of the desk."""
    public_municipality(slug)
    return render(request, "desk/log_worker.js", content_type="text/javascript")


def _icon(size: int) -> dict[str, str]:
    """A square picture of so many pixels; its sign keeps clear of the edges, which phones round off."""
    address = static(f"icon-{size}.png")
    return {"src": address, "sizes": f"{size}x{size}", "type": "image/png", "purpose": "any maskable"}
