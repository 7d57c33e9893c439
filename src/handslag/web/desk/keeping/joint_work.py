"""Were we there? A party answers for its own part in what another has logged."""

from typing import ClassVar

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from handslag.domain.errors import BadInput
from handslag.domain.permissions import Action
from handslag.services.access import access_activity
from handslag.services.keeping import joint_work as verbs
from handslag.services.keeping.reads.activities import activity_row
from handslag.web.desk.door import DeskRequest, desk_page, desk_render
from handslag.web.desk.forms import FreeTextForm
from handslag.web.fields import TextField


class DenyForm(FreeTextForm):
    """Why we were not there."""

    reason = TextField(
        label=_("Why do you say that you were not there?"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Shown to residents. Never write names or anything else about individuals."),
        error_messages={"required": _("Write why.")},
    )
    free_text: ClassVar[tuple[str, ...]] = ("reason",)
    refused_at: ClassVar[dict[str, str]] = {"denial_without_reason": "reason"}


@desk_page
def answer(request: DeskRequest, slug: str, public_id: str) -> HttpResponse:
    """What was logged with us in it; one button says yes, a few words say no."""
    activity = access_activity(request.user, slug, public_id, Action.ANSWER_FOR_PARTY)
    if request.method == "POST" and "took_part" in request.POST:
        verbs.confirm_part(request.user, activity=activity)
        messages.success(request, gettext("Thank you. It stands as confirmed by you."))
        return redirect("desk_today", slug)
    form = DenyForm(request.POST or None)
    if form.is_valid():
        try:
            verbs.deny_part(request.user, activity=activity, reason=form.cleaned_data["reason"])
            messages.success(request, gettext("It is shown as denied by you and no longer counts."))
            return redirect("desk_today", slug)
        except BadInput as error:
            form.refuse(error)
    context = {"form": form, "activity": activity_row(activity)}
    return desk_render(request, activity.municipality, "desk/keeping/answer.html", context, form.http_status)
