"""Every address. Swedish without a prefix, English under /en/."""

from django.conf import settings
from django.urls import LocalePrefixPattern, URLPattern, URLResolver, include, path
from django.utils.translation import get_language

from handslag.web.desk.keeping import activities
from handslag.web.public import about, bundles, machines, promises


class LanguagePrefix(LocalePrefixPattern):
    """`en/` for English. A page in a language that only surveys speak links to the Swedish addresses."""

    @property
    def language_prefix(self) -> str:
        return super().language_prefix if get_language() in dict(settings.LANGUAGES) else ""


PAGES: list[URLPattern | URLResolver] = [
    path("konto/", include("handslag.web.account.urls")),
    path("bord/", include("handslag.web.desk.urls")),
    path("logga/", activities.choose, name="log"),
    path("", promises.front, name="front"),
    path("data.zip", bundles.every_bundle, name="every_bundle"),
    path("om/", about.about, name="about"),
    path("<slug:slug>/", include("handslag.web.public.urls")),
]
urlpatterns: list[URLPattern | URLResolver] = [
    path("robots.txt", machines.robots),
    path(".well-known/security.txt", machines.security),
    URLResolver(LanguagePrefix(prefix_default_language=False), PAGES),
]
handler404 = "handslag.web.errors.not_found"
handler500 = "handslag.web.errors.server_error"
handler429 = "handslag.web.errors.too_many"  # allauth's
