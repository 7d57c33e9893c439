"""Who answers for a promise: an owner and a deputy for each party, asked in that order."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from handslag.domain.errors import BadInput
from handslag.domain.keeping.reminders import Duty
from handslag.domain.people.parties import Party
from handslag.domain.permissions import Action
from handslag.models.models import User
from handslag.services.access import access_promise
from handslag.services.keeping.reads.responsibilities import parties_of, people_who_report, responsible_rows
from handslag.services.keeping.responsibilities import set_responsible
from handslag.web.desk.door import DeskRequest, desk_page, desk_render
from handslag.web.desk.forms import DeskForm
from handslag.web.fields import OneOfField
from handslag.web.words.labels import PARTIES, opened

DUTIES = ((Duty.OWNER.value, _("Owner")), (Duty.DEPUTY.value, _("Deputy")))


class ResponsibleForm(DeskForm):
    """One duty for one party, and who has it; nobody takes it away."""

    refused_at: ClassVar[dict[str, str]] = {"deputy_is_owner": "person"}
    rows = (("party", "duty"),)
    party = OneOfField(label=_("For which party?"))
    duty = OneOfField(label=_("Which duty?"), choices=DUTIES, initial=Duty.OWNER.value)
    person = forms.ChoiceField(label=_("Who?"), required=False)

    def __init__(self, *args: Any, parties: Sequence[Party], people: list[User], **options: Any) -> None:
        options["initial"] = {"party": parties[0]} | (options.get("initial") or {})
        super().__init__(*args, **options)
        self.people = {str(user.pk): user for user in people}
        named = [(key, user.name) for key, user in self.people.items()]
        offered = {
            "party": [(party.value, opened(str(PARTIES[party]))) for party in parties],
            "person": [("", gettext("Nobody")), *named],
        }
        for name, choices in offered.items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101 (for the type checker)
            field.choices = choices


def _saved(user: User | None, duty: Duty, party: Party) -> str:
    """What was saved, so that somebody who chose nobody reads that."""
    if user is not None:
        return gettext("It is saved. The next letters go to those who are named.")
    form = (
        gettext("It is saved. Nobody is the owner for {party} any more.")
        if duty is Duty.OWNER
        else gettext("It is saved. Nobody is the deputy for {party} any more.")
    )
    return form.format(party=PARTIES[party])


@desk_page
def responsible(request: DeskRequest, slug: str, number: int) -> HttpResponse:
    """Who is named, and a form to name somebody else."""
    promise = access_promise(request.user, slug, number, Action.SET_RESPONSIBLE)
    people = people_who_report(promise.municipality)
    form = ResponsibleForm(request.POST or None, parties=parties_of(promise), people=people)
    if form.is_valid():
        data = form.cleaned_data
        user = form.people.get(data["person"])
        try:
            duty, party = Duty(data["duty"]), Party(data["party"])
            set_responsible(request.user, promise=promise, party=party, duty=duty, user=user)
            messages.success(request, _saved(user, duty, party))
            return redirect("desk_responsible", slug, number)
        except BadInput as error:
            form.refuse(error)
    context = {"form": form, "promise": promise, "rows": responsible_rows(promise)}
    return desk_render(
        request, promise.municipality, "desk/keeping/responsible.html", context, form.http_status
    )
