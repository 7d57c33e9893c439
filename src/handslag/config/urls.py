"""Every address. Swedish without a prefix, English under /en/."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from handslag.web.desk import activities
from handslag.web.public import about, promises

urlpatterns = i18n_patterns(
    path("konto/", include("handslag.web.account_urls")),
    path("bord/", include("handslag.web.desk.urls")),
    path("logga/", activities.choose, name="log"),
    path("", promises.front, name="front"),
    path("om/", about.about, name="about"),
    path("<slug:slug>/", include("handslag.web.public.urls")),
    prefix_default_language=False,
)
handler404 = "handslag.web.errors.not_found"
handler500 = "handslag.web.errors.server_error"
