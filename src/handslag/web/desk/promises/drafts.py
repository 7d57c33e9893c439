"""Drafts at the desk: their words and measure, what is advised, taking them away."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from handslag.domain.errors import BadInput, WrongState
from handslag.domain.permissions import Action
from handslag.domain.promises.terms import PromiseState
from handslag.models.models import Promise
from handslag.services.access import access_promise, access_reading
from handslag.services.promises import drafts as verbs
from handslag.services.promises.drafts import Draft, draft_round
from handslag.services.promises.reads.drafts import DraftRow, advice_on, draft_row
from handslag.web.desk.door import DeskRequest, desk_page, desk_render
from handslag.web.desk.promises.draft_form import DraftForm
from handslag.web.words.labels import Word

WORDS = {
    "parties": _("who"),
    "measure": _("how often"),
    "places": _("where"),
    "target_groups": _("for whom"),
    "unheld": _("not held by the measure"),
}


@desk_page
def edit_draft(request: DeskRequest, slug: str, number: int) -> HttpResponse:
    """Change a draft beside the words it came from."""
    found = access_promise(request.user, slug, number, Action.EDIT_DRAFT)
    row = _draft_row(found)
    form = DraftForm(request.POST) if request.method == "POST" else DraftForm.showing(row.draft)
    if form.is_valid():
        try:
            seen = request.POST.get("seen")
            verbs.edit_draft(request.user, promise=found, draft=form.draft(), seen=seen)
            messages.success(request, gettext("The draft is saved."))
            return _to_draft(found)
        except BadInput as error:
            form.refuse(error)
    context = {
        "seen": verbs.draft_mark(found),
        "form": form,
        "promise": found,
        "row": row,
        "draft": row.draft,
        "findings": row.findings,
        "words": _words_read(row),
    }
    return desk_render(request, found.municipality, "desk/promises/draft.html", context, form.http_status)


@desk_page
@require_POST
def lint_draft(request: DeskRequest, slug: str, number: int) -> HttpResponse:
    """Advice on what stands in the form right now; nothing is saved. Alone to htmx, else in its page."""
    found = access_promise(request.user, slug, number, Action.EDIT_DRAFT)
    row = _draft_row(found)
    form = DraftForm(request.POST)
    context = {
        "seen": request.POST.get("seen"),
        "form": form,
        "promise": found,
        "row": row,
        "draft": row.draft,
        "findings": row.findings,
        "words": _words_read(row),
    }
    if form.is_valid():
        draft = form.draft()
        context |= {"draft": draft, "findings": advice_on(draft, found.round, found.municipality)}
    is_htmx = request.headers.get("HX-Request") == "true"
    template = "desk/promises/_advice.html" if is_htmx else "desk/promises/draft.html"
    return desk_render(request, found.municipality, template, context, 200 if is_htmx else form.http_status)


@desk_page
def add_draft(request: DeskRequest, slug: str, public_id: str) -> HttpResponse:
    """Write a promise that the reading missed."""
    reading = access_reading(request.user, slug, public_id, Action.EDIT_DRAFT)
    draft_round(reading)  # refuses when everything in it is public
    form = DraftForm(request.POST) if request.method == "POST" else DraftForm.showing(Draft(text=""))
    if form.is_valid():
        added = verbs.add_draft(request.user, reading=reading, draft=form.draft())
        messages.success(request, gettext("The draft is saved."))
        return _to_draft(added)
    return desk_render(
        request,
        reading.municipality,
        "desk/promises/draft.html",
        {"form": form, "reading": reading},
        form.http_status,
    )


@desk_page
def discard_draft(request: DeskRequest, slug: str, number: int) -> HttpResponse:
    """Ask once, then take the draft away."""
    found = access_promise(request.user, slug, number, Action.DISCARD_DRAFT)
    row = _draft_row(found)
    if request.method == "POST":
        reading = found.reading
        verbs.discard_draft(request.user, promise=found, seen=request.POST.get("seen", ""))
        messages.success(request, gettext("The draft is taken away."))
        return redirect("desk_reading", slug, reading.public_id) if reading else redirect("desk_today", slug)
    context = {"promise": found, "row": row, "seen": verbs.draft_mark(found)}
    return desk_render(request, found.municipality, "desk/promises/discard.html", context)


def _words_read(row: DraftRow) -> list[tuple[str, Word]]:
    """What was read from the words, as the legend names it."""
    return [(field, word) for field, word in WORDS.items() if field in row.fields]


def _draft_row(promise: Promise) -> DraftRow:
    """The draft, while it is one."""
    if promise.state != PromiseState.DRAFT:
        raise WrongState("already_published")
    return draft_row(promise)


def _to_draft(promise: Promise) -> HttpResponse:
    """Back to the list of drafts, at this one."""
    slug = promise.municipality.slug
    if promise.reading is None:
        return redirect("desk_edit_draft", slug, promise.number)
    address = redirect("desk_reading", slug, promise.reading.public_id)
    address["Location"] += f"#l{promise.number}"
    return address
