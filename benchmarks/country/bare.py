"""Settings of the least that a page can cost: one Django view that gives the bytes of the file BARE_PAGE.

With them `handslag serve` is the same server in front of nothing.
"""

import os
from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.urls import re_path

from handslag.config.settings import *  # noqa: F403

MIDDLEWARE = ["allauth.account.middleware.AccountMiddleware"]  # nothing is served without it
ROOT_URLCONF = __name__
PAGE = Path(os.environ["BARE_PAGE"]).read_bytes()


def page(request: HttpRequest) -> HttpResponse:
    return HttpResponse(PAGE)


urlpatterns = [re_path("", page)]
