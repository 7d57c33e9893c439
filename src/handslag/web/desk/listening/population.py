"""Population figures that results are held against: those that are there, and a file with newer ones."""

from typing import Any, ClassVar

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from handslag.domain.errors import BadInput
from handslag.domain.listening.population import Population
from handslag.domain.permissions import Action
from handslag.services.access import access_municipality
from handslag.services.listening.population_files import LIMIT, population_in
from handslag.services.listening.reads.results import population_rows
from handslag.services.listening.results import set_population
from handslag.web.desk.door import DeskRequest, desk_page, desk_render
from handslag.web.desk.forms import DeskForm


class PopulationForm(DeskForm):
    """A file from Statistics Sweden."""

    refused_at: ClassVar[dict[str, str]] = dict.fromkeys(
        ("not_population", "population_elsewhere", "population_incomplete"), "file"
    )
    file = forms.FileField(
        label=_("The file"),
        max_length=200,
        widget=forms.FileInput(attrs={"accept": ".csv,.json"}),
        help_text=_("Population by age in years and sex, as CSV or JSON-stat."),
        error_messages={
            "required": _("Choose a file."),
            "empty": _("The file is empty. Choose another."),
        },
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > LIMIT:
            raise forms.ValidationError(_("The file is larger than 5 MB. Fetch one municipality at a time."))
        return file

    def people(self, code: str) -> Population:
        """The figures of the municipality with `code`. Raises `BadInput`."""
        return population_in(self.cleaned_data["file"].read(), code)


@desk_page
def population(request: DeskRequest, slug: str) -> HttpResponse:
    """The figures that are there, and a file with newer ones."""
    municipality = access_municipality(request.user, slug, Action.SET_POPULATION)
    form = PopulationForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        try:
            people = form.people(municipality.code)
            set_population(request.user, municipality=municipality, people=people)
            messages.success(request, gettext("The population figures are saved."))
            return redirect("desk_population", slug)
        except BadInput as error:
            form.refuse(error)
    context = {"form": form, "figures": population_rows(municipality)}
    return desk_render(
        request, municipality, "desk/listening/results/population.html", context, form.http_status
    )
