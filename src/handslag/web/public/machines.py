"""What programs ask every host for: whom to tell of a weakness (RFC 9116), and what they need not fetch."""

from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from handslag.domain.errors import NotFound

VALID = timedelta(days=90)  # the file is made anew each time; a copy is believed no longer than this
TEXT = "text/plain; charset=utf-8"
ROBOTS = """User-agent: *
Disallow: /bord/
Disallow: /logga/
Disallow: /konto/
Disallow: /en/bord/
Disallow: /en/logga/
Disallow: /en/konto/
"""


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """All that is public may be read by programs; the desk and the log-in would only be refused to them."""
    return HttpResponse(ROBOTS, content_type=TEXT)


@require_safe
def security(request: HttpRequest) -> HttpResponse:
    """Whom to tell. Raises `NotFound` where nobody is named: a wrong address is worse than none."""
    if not settings.SECURITY_CONTACTS:
        raise NotFound("not_found")
    until = datetime.now(UTC) + VALID
    lines = [f"Contact: {one}" for one in settings.SECURITY_CONTACTS]
    lines += [f"Expires: {until:%Y-%m-%dT00:00:00Z}", "Preferred-Languages: sv, en"]
    if settings.BASE_URL.startswith("https://"):
        lines.append(f"Canonical: {settings.BASE_URL}/.well-known/security.txt")
    return HttpResponse("\n".join(lines) + "\n", content_type=TEXT)
