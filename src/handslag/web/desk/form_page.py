"""The way of a page with one form: shown, sent, done and back; or shown again with what is wrong."""

from collections.abc import Callable
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
    """`verb` does what the form asks; `back` is the name of an address and what it takes."""

    template: str
    verb: Callable[[], object]
    back: tuple[str, ...]
    saved: str | Lazy
    context: dict[str, Any] = field(default_factory=dict)


def form_page(
    request: DeskRequest, municipality: Municipality, form: DeskForm, page: FormPage
) -> HttpResponse:
    """The form, or back with a message when it is done."""
    if form.is_valid():
        try:
            page.verb()
            messages.success(request, str(page.saved))
            return redirect(*page.back)
        except BadInput as error:
            form.refuse(error)
    return desk_render(request, municipality, page.template, {"form": form} | page.context, form.http_status)
