"""Disposal of what has been kept long enough: the decision it rests on, the schedule, what goes and went."""

from typing import ClassVar

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from handslag import clock
from handslag.domain.errors import BadInput
from handslag.domain.permissions import Action
from handslag.services.access import access_municipality
from handslag.services.listening.reads.retention import disposal_page
from handslag.services.listening.retention import decide_disposal, hold_disposal, shown_of
from handslag.web.desk.door import DeskRequest, desk_page, desk_render
from handslag.web.desk.form_page import FormPage, form_page
from handslag.web.desk.forms import DeskForm
from handslag.web.fields import DayField, TextField


class DisposalForm(DeskForm):
    """The municipality's decision that lets things be erased."""

    refused_at: ClassVar[dict[str, str]] = {"disposal_in_future": "decided_on"}
    number = TextField(
        label=_("Number of the decision"),
        max_length=60,
        help_text=_("As it stands in the register, such as KS 2026-114."),
        error_messages={"required": _("Write the number of the decision.")},
    )
    decided_on = DayField(label=_("Decided on"))


@desk_page
def disposal(request: DeskRequest, slug: str) -> HttpResponse:
    """The decision, the schedule, what goes next and what has gone."""
    municipality = access_municipality(request.user, slug, Action.DECIDE_DISPOSAL)
    page = disposal_page(municipality, on=clock.today())
    form = DisposalForm(request.POST or None, initial={"number": page.number, "decided_on": page.decided_on})
    if form.is_valid():
        try:
            seen = request.POST.getlist("shown")
            decide_disposal(request.user, municipality=municipality, seen=seen, **form.cleaned_data)
            messages.success(request, gettext("The decision is saved."))
            return redirect("desk_disposal", slug)
        except BadInput as error:
            form.refuse(error)
    context = {"form": form, "page": page, "shown": shown_of(municipality)}
    return desk_render(
        request, municipality, "desk/listening/results/disposal.html", context, form.http_status
    )


@desk_page
def hold(request: DeskRequest, slug: str) -> HttpResponse:
    """Stop all disposal, or let it go on: asked once."""
    municipality = access_municipality(request.user, slug, Action.DECIDE_DISPOSAL)
    page = disposal_page(municipality, on=clock.today())
    form = DeskForm(request.POST if request.method == "POST" else None)

    def press() -> None:
        stops = request.POST.get("press") == "stop"  # what the button said, whatever holds by now
        seen = request.POST.getlist("shown")
        hold_disposal(request.user, municipality=municipality, is_on_hold=stops, seen=seen)

    said = gettext("Disposal goes on.") if page.is_on_hold else gettext("All disposal is stopped.")
    shown = {"shown": shown_of(municipality)}
    return form_page(
        request,
        municipality,
        form,
        FormPage(
            "desk/listening/results/hold.html", press, ("desk_disposal", slug), said, {"page": page} | shown
        ),
    )
