"""The way every change of a calendar, a list or a promise goes: the form, which verdicts move, then saved.

One address: the form is sent; what would move is shown with the same fields hidden; sent again with
the mark of what was shown, it is saved. Has something else moved meanwhile, it is shown once more.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise as Lazy

from handslag import clock
from handslag.domain.errors import BadInput
from handslag.domain.judging.register_changes import Change
from handslag.models.models import Municipality, PromiseVersion
from handslag.services.judging.reads.moves import MovedPromise, moves
from handslag.services.shown import mark
from handslag.services.turns import turn_of
from handslag.web.desk.door import DeskRequest, desk_render
from handslag.web.desk.forms import DeskForm

C = TypeVar("C", bound=Change | PromiseVersion)


@dataclass(frozen=True, slots=True)
class ChangePage(Generic[C]):
    """`change` gives what the form asks for, `verb` does it.

    `back` and `number` are where one comes from and goes to: the address of a list, or of a promise.
    `is_saved_at_once`: where no verdict moves there is nothing to look at first; only for a filled-in form.
    """

    template: str
    back: str
    saved: str | Lazy
    change: Callable[[], C]
    verb: Callable[[C], object]
    context: dict[str, Any] = field(default_factory=dict)
    number: int | None = None
    moves_template: str = "desk/moves.html"
    is_saved_at_once: bool = False


def change_page(
    request: DeskRequest, municipality: Municipality, form: DeskForm, page: ChangePage[C]
) -> HttpResponse:
    """The form, what it would move, or back to the list when it is saved."""
    context = {"form": form, "back": page.back} | page.context
    if form.is_valid() and "edit" not in request.POST:
        seen = request.POST.get("seen")
        try:
            with turn_of(municipality.pk):  # nothing moves between the look and the change
                change = page.change()
                found = moves(municipality, change, on=clock.today())
                if is_seen := seen == mark(found) or (page.is_saved_at_once and not found):
                    page.verb(change)
            if is_seen:
                messages.success(request, str(page.saved))
                ids = [municipality.slug] if page.number is None else [municipality.slug, page.number]
                return redirect(page.back, *ids)
            context |= {"change": change, "moved": found, "seen": mark(found), "again": seen is not None}
            context["cells"] = cells_of(found)
            return desk_render(request, municipality, page.moves_template, context)
        except BadInput as error:
            form.refuse(error)
    return desk_render(request, municipality, page.template, context, form.http_status)


def cells_of(found: list[MovedPromise]) -> int:
    """How many cells move."""
    return sum(max(len(move.names), 1) for promise in found for move in promise.moves)
