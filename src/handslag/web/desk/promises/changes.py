"""Changes of a published promise: the form, which verdicts move, then a version that everybody can read."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from handslag import clock
from handslag.domain.errors import BadInput, WrongState
from handslag.domain.permissions import Action
from handslag.domain.promises.terms import PromiseState
from handslag.models.models import Promise, PromiseVersion
from handslag.services.access import access_promise
from handslag.services.judging.reads.standings import Standing, standings
from handslag.services.promises import changes as verbs
from handslag.services.promises import reviews
from handslag.services.promises.reads.drafts import advice_on, draft_of
from handslag.web.desk.change_page import ChangePage, change_page
from handslag.web.desk.door import DeskRequest, desk_page, desk_render
from handslag.web.desk.promises.change_forms import (
    AmendForm,
    ChangeForm,
    ProlongForm,
    ReplaceForm,
    ReviewForm,
    as_it_stands,
)
from handslag.web.desk.promises.draft_form import DraftForm


@desk_page
def prolong(request: DeskRequest, slug: str, number: int) -> HttpResponse:
    """Another last day, or another day of review."""
    found = _public(request, slug, number, Action.PROLONG_PROMISE)
    form = ProlongForm(request.POST or None, initial=as_it_stands(found))
    return _change(
        request,
        found,
        form,
        "prolong",
        _("The promise is prolonged."),
        lambda seen, reason: verbs.prolonged(found, seen, days=form.days(), reason=reason),
        lambda seen, reason: verbs.prolong_promise(
            request.user, promise=found, seen=seen, days=form.days(), reason=reason
        ),
    )


@desk_page
def amend(request: DeskRequest, slug: str, number: int) -> HttpResponse:
    """Other words, parties, places or another measure, with advice beside them."""
    found = _public(request, slug, number, Action.AMEND_PROMISE)
    form = AmendForm(request.POST or None, initial=as_it_stands(found))
    return _change(
        request,
        found,
        form,
        "amend",
        _("The promise is changed."),
        lambda seen, reason: verbs.amended(found, seen, days=form.days(), draft=form.draft(), reason=reason),
        lambda seen, reason: verbs.amend_promise(
            request.user, promise=found, seen=seen, days=form.days(), draft=form.draft(), reason=reason
        ),
        _advice(request, found),
    )


@desk_page
@require_POST
def lint_change(request: DeskRequest, slug: str, number: int) -> HttpResponse:
    """Advice on what stands in the form right now; nothing is saved. Alone to htmx, else in its page."""
    found = _public(request, slug, number, Action.AMEND_PROMISE)
    advice = _advice(request, found)
    if request.headers.get("HX-Request") == "true":
        context = {"form": DraftForm(request.POST)} | advice
        return desk_render(request, found.municipality, "desk/promises/_advice.html", context)
    form = AmendForm(request.POST)
    context = {"form": form, "standing": _standing(found), "what": "amend"} | advice
    return desk_render(
        request, found.municipality, "desk/promises/changes/amend.html", context, form.http_status
    )


@desk_page
def replace(request: DeskRequest, slug: str, number: int) -> HttpResponse:
    """Another promise that stands in the place of this one."""
    found = _public(request, slug, number, Action.REPLACE_PROMISE)
    others = [one for one in standings(found.municipality, on=clock.today()) if not one.terms.withdrawn]
    form = ReplaceForm(request.POST or None, others=others, initial=as_it_stands(found))

    def by() -> Promise:
        return access_promise(request.user, slug, form.cleaned_data["by"], Action.REPLACE_PROMISE)

    return _change(
        request,
        found,
        form,
        "replace",
        _("The promise is replaced."),
        lambda seen, reason: verbs.replaced(found, seen, valid_from=_day(form), by=by(), reason=reason),
        lambda seen, reason: verbs.replace_promise(
            request.user, promise=found, seen=seen, valid_from=_day(form), by=by(), reason=reason
        ),
    )


@desk_page
def withdraw(request: DeskRequest, slug: str, number: int) -> HttpResponse:
    """From which day nothing is promised any more, and why."""
    found = _public(request, slug, number, Action.WITHDRAW_PROMISE)
    form = ChangeForm(request.POST or None, initial=as_it_stands(found))
    return _change(
        request,
        found,
        form,
        "withdraw",
        _("The promise is withdrawn."),
        lambda seen, reason: verbs.withdrawn(found, seen, valid_from=_day(form), reason=reason),
        lambda seen, reason: verbs.withdraw_promise(
            request.user, promise=found, seen=seen, valid_from=_day(form), reason=reason
        ),
    )


@desk_page
def review(request: DeskRequest, slug: str, number: int) -> HttpResponse:
    """The parties have looked at the promise, and it holds on."""
    found = _public(request, slug, number, Action.REVIEW_PROMISE)
    form = ReviewForm(request.POST or None)
    if form.is_valid():
        said = {name: form.cleaned_data[name] for name in ("next_on", "said")}
        try:
            reviews.review_promise(request.user, promise=found, **said)
            messages.success(request, gettext("The review is saved. The promise holds on."))
            return redirect("desk_promise", slug, number)
        except BadInput as error:
            form.refuse(error)
    context = {"form": form, "standing": _standing(found)}
    return desk_render(
        request, found.municipality, "desk/promises/changes/review.html", context, form.http_status
    )


def _change(
    request: DeskRequest,
    found: Promise,
    form: ChangeForm,
    name: str,
    saved: Lazy,
    build: Callable[[int, str], PromiseVersion],
    verb: Callable[[int, str], PromiseVersion],
    context: dict[str, Any] | None = None,
) -> HttpResponse:
    """The way every change goes; `build` and `verb` take the version that was seen, and the reason."""
    page: ChangePage[PromiseVersion] = ChangePage(
        f"desk/promises/changes/{name}.html",
        "desk_promise",
        saved,
        lambda: build(*_told(form)),
        lambda _version: verb(*_told(form)),
        {"standing": _standing(found), "what": name} | (context or {}),
        number=found.number,
        moves_template="desk/promises/changes/moves.html",
    )
    return change_page(request, found.municipality, form, page)


def _told(form: ChangeForm) -> tuple[int, str]:
    return form.cleaned_data["version"], form.cleaned_data["reason"]


def _public(request: DeskRequest, slug: str, number: int, action: Action) -> Promise:
    """The promise, once it is public."""
    found = access_promise(request.user, slug, number, action)
    if found.state == PromiseState.DRAFT:
        raise WrongState("not_published")
    return found


def _standing(promise: Promise) -> Standing:
    found = standings(promise.municipality, on=clock.today(), numbers=[promise.number])
    return next(one for one in found if one.number == promise.number)


def _advice(request: DeskRequest, promise: Promise) -> dict[str, Any]:
    """What lint says of the words in the form, or of those in force while they make no sense."""
    last = verbs.latest(promise)
    form = DraftForm(request.POST or None)
    draft = form.draft() if form.is_valid() else draft_of(last, promise.perspective)
    return {"draft": draft, "findings": advice_on(draft, last, promise.municipality)}


def _day(form: ChangeForm) -> Any:
    return form.cleaned_data["valid_from"]
