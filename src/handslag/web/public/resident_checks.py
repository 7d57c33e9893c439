"""Have you noticed it? One question to residents, without a cookie and without anything kept of them."""

import logging
from typing import Any

from django import forms
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from handslag import clock
from handslag.domain.errors import NotFound
from handslag.domain.keeping.resident_checks import WHOLE, Noticed
from handslag.models.models import Promise
from handslag.services.access import public_promise
from handslag.services.keeping.check_answers import name_of, number_of, send_notice
from handslag.services.keeping.resident_checks import is_asked, places_asked
from handslag.services.listening.intake import (
    LONGEST_TOKEN,
    FormToken,
    Surroundings,
    new_token,
    new_work,
    read_token,
    watch,
)
from handslag.services.promises.changes import latest
from handslag.web.errors import said
from handslag.web.fields import OneOfField, TextField
from handslag.web.sender import sender

log = logging.getLogger(__name__)

ANSWERS = (
    (Noticed.YES, _("Yes")),
    (Noticed.PARTLY, _("Partly")),
    (Noticed.NO, _("No")),
    (Noticed.DO_NOT_KNOW, _("Do not know")),
)


class CheckForm(forms.Form):
    """The question; `token` is what makes it ours, and one sending of it one answer."""

    use_required_attribute = False

    place = OneOfField(label=_("Which place is your answer about?"))
    noticed = OneOfField(label=_("Have you noticed it?"), choices=ANSWERS)
    token = TextField(widget=forms.HiddenInput, max_length=LONGEST_TOKEN)

    def __init__(self, *args: Any, places: tuple[str, ...], **options: Any) -> None:
        super().__init__(*args, **options)
        place = self.fields["place"]
        assert isinstance(place, forms.ChoiceField)  # noqa: S101 (for the type checker)
        place.choices = [(name, name) for name in places]
        if places == (WHOLE,):
            del self.fields["place"]


@csrf_exempt  # the signed token of the form is what a cookie would have been
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """The question and its four answers. Raises `NotFound` where residents are not asked."""
    promise = _asked(slug, number)
    name = name_of(promise)
    form = CheckForm(
        request.POST if request.method == "POST" else None,
        places=places_asked(promise),
        initial={"token": new_token(name)},
    )
    if form.is_valid():
        token = read_token(name, form.cleaned_data["token"])
        try:
            _send(request, promise, token, form.cleaned_data)
        except DatabaseError as error:  # the disk is full, the database is away: the form can be sent again
            log.error("An answer could not be counted: %s", type(error).__name__)
            form.add_error(None, said("answer_not_stored"))
            return _shown(request, promise, "public/check.html", {"form": form}, 503)
        return redirect("check_thanks", slug, number)
    return _shown(request, promise, "public/check.html", {"form": form}, 422 if form.errors else 200)


@require_safe
def work(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Work for the browser to do before it sends. Raises `NotFound` where residents are not asked."""
    promise = _asked(slug, number)
    is_harder = watch.is_over_budget(number_of(promise), sender(request))
    given = new_work(name_of(promise), is_harder=is_harder)
    return JsonResponse(given, headers={"Cache-Control": "no-store"})


@require_safe
def thanks(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """The answer is counted. Says the same to everybody."""
    return _shown(request, public_promise(slug, number), "public/check_thanks.html", {})


def _send(request: HttpRequest, promise: Promise, token: FormToken, sent: dict[str, Any]) -> None:
    around = Surroundings(
        sender(request), str(request.POST.get("webbplats", "")), str(request.POST.get("work", ""))
    )
    send_notice(
        promise=promise,
        form=token,
        place=sent.get("place", WHOLE),
        noticed=Noticed(sent["noticed"]),
        around=around,
    )


def _asked(slug: str, number: int) -> Promise:
    promise = public_promise(slug, number)
    if not hasattr(promise, "resident_check") or not is_asked(promise.resident_check, on=clock.today()):
        raise NotFound("check_not_open")
    return promise


def _shown(
    request: HttpRequest, promise: Promise, template: str, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    text = latest(promise).text
    shown = {"municipality": promise.municipality, "today": clock.today(), "number": promise.number}
    return render(request, template, shown | {"text": text} | context, status=status)
