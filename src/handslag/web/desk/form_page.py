"""The way of a page with one form: shown, sent, done and back; or shown again with what is wrong.

A form may be shown as what it becomes (a poster, a question as residents see it) while it is written:
sent with `show`, nothing is saved. htmx gets that part alone; without scripts the page comes back with it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise as Lazy

from handslag.domain.errors import BadInput
from handslag.models.models import Municipality
from handslag.web.desk.door import DeskRequest, desk_render
from handslag.web.desk.forms import DeskForm


@dataclass(frozen=True, slots=True)
class FormPage:
    """`verb` does what the form asks; `back` is the name of an address and what it takes, or gives that from
    what the verb gave.

    `beside`: the template of what the form becomes, and `shows` what that takes. `shown`: the marks of what
    is confirmed (services/shown.py).
    """

    template: str
    verb: Callable[[], object]
    back: tuple[str, ...] | Callable[[Any], tuple[str, ...]]
    saved: str | Lazy
    context: dict[str, Any] = field(default_factory=dict)
    beside: str = ""
    shows: Callable[[], dict[str, Any]] = dict
    shown: Callable[[], Sequence[str]] = tuple


def form_page(
    request: DeskRequest, municipality: Municipality, form: DeskForm, page: FormPage
) -> HttpResponse:
    """The form, or back with a message when it is done."""
    if page.beside and "show" in request.POST:
        return _as_it_becomes(request, municipality, form, page)
    if form.is_valid():
        try:
            done = page.verb()
            if page.saved:
                messages.success(request, str(page.saved))
            return redirect(*(page.back(done) if callable(page.back) else page.back))
        except BadInput as error:
            form.refuse(error)
    return desk_render(request, municipality, page.template, _context(form, page), form.http_status)


def _as_it_becomes(
    request: DeskRequest, municipality: Municipality, form: DeskForm, page: FormPage
) -> HttpResponse:
    context = _context(form, page)
    form.forget_errors()
    is_part = request.headers.get("HX-Request") == "true"
    return desk_render(request, municipality, page.beside if is_part else page.template, context)


def _context(form: DeskForm, page: FormPage) -> dict[str, Any]:
    return {"form": form, "beside": page.beside, "shown": page.shown()} | page.shows() | page.context
