"""Whom residents can ask: a function of the municipality, never a person."""

from typing import ClassVar

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from handslag.domain.permissions import Action
from handslag.services.access import access_municipality
from handslag.services.people.municipalities import set_contact
from handslag.web.desk.door import DeskRequest, desk_page
from handslag.web.desk.form_page import FormPage, form_page
from handslag.web.desk.forms import FreeTextForm
from handslag.web.fields import TextField


class ContactForm(FreeTextForm):
    """One line that stands on every public page."""

    free_text: ClassVar[tuple[str, ...]] = ("contact",)
    contact = TextField(
        label=_("Whom can residents ask?"),
        max_length=200,
        required=False,
        help_text=_("A function, with an address or a telephone: never a person’s own. Empty: nobody."),
    )


@desk_page
def contact(request: DeskRequest, slug: str) -> HttpResponse:
    """Say whom residents can ask."""
    municipality = access_municipality(request.user, slug, Action.SET_CONTACT)
    form = ContactForm(request.POST or None, initial={"contact": municipality.contact})
    page = FormPage(
        "desk/people/contact.html",
        lambda: set_contact(request.user, municipality=municipality, contact=form.cleaned_data["contact"]),
        ("desk_contact", slug),
        _("The contact is saved. It stands on your public page."),
    )
    return form_page(request, municipality, form, page)
