"""Ask residents whether they have noticed a promise: off until the coordinator says so."""

from typing import Any, ClassVar

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from handslag.domain.errors import BadInput
from handslag.domain.permissions import Action
from handslag.models.models import Promise
from handslag.services.access import access_promise
from handslag.services.keeping import resident_checks as verbs
from handslag.services.promises.changes import latest
from handslag.web.desk.door import DeskRequest, desk_page, desk_render
from handslag.web.desk.forms import DeskForm
from handslag.web.fields import OneOfField, WholeNumberField


class CheckSettingForm(DeskForm):
    """Whether residents are asked, and how long after the promise began."""

    rows = (("asked", "weeks"),)
    asked = OneOfField(
        label=_("Shall residents be asked?"), choices=(("yes", _("Yes")), ("no", _("No"))), initial="no"
    )
    weeks = WholeNumberField(
        label=_("How many weeks after the promise began?"),
        min_value=1,
        max_value=verbs.MOST_WEEKS,
        initial=12,
        help_text=_("So long that there has been time for something to notice. 12 weeks is usual."),
    )
    refused_at: ClassVar[dict[str, str]] = {"check_weeks": "weeks"}


@desk_page
def resident_check(request: DeskRequest, slug: str, number: int) -> HttpResponse:
    """When residents are asked about one promise."""
    promise = access_promise(request.user, slug, number, Action.SET_RESIDENT_CHECK)
    form = CheckSettingForm(request.POST or None, initial=_now(promise))
    if form.is_valid():
        weeks = form.cleaned_data["weeks"] if form.cleaned_data["asked"] == "yes" else None
        try:
            verbs.set_resident_check(request.user, promise=promise, after_weeks=weeks)
            messages.success(request, gettext("Saved."))
            return redirect("desk_promise", slug, number)
        except BadInput as error:
            form.refuse(error)
    text = latest(promise).text
    context = {"form": form, "promise": promise, "text": text}
    return desk_render(
        request, promise.municipality, "desk/keeping/resident_check.html", context, form.http_status
    )


def _now(promise: Promise) -> dict[str, Any]:
    check = getattr(promise, "resident_check", None)
    if check is None:
        return {}
    return {"asked": "no" if check.ended_on else "yes", "weeks": check.after_weeks}
