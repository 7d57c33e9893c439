"""Safety walks at the desk: the stops, what was found at each, and what the follow-up walk saw."""

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from handslag.domain.permissions import Action
from handslag.services.access import access_dialogue, access_finding, access_stop
from handslag.services.listening import walks as verbs
from handslag.services.listening.reads import dialogues as reads
from handslag.web.desk.door import DeskRequest, desk_page
from handslag.web.desk.form_page import FormPage, form_page
from handslag.web.desk.listening.dialogue_forms import FindingForm, OutcomeForm, StopForm


@desk_page
def stops(request: DeskRequest, slug: str, public_id: str) -> HttpResponse:
    """The way: its stops with what was found, one more stop, and the earlier walk's findings."""
    walk = access_dialogue(request.user, slug, public_id, Action.HOLD_DIALOGUE)
    form = StopForm(request.POST or None, municipality=walk.municipality)

    def add() -> None:
        place = form.places.get(form.cleaned_data["place"])
        verbs.add_stop(request.user, dialogue=walk, name=form.cleaned_data["name"], place=place)

    context = {
        "dialogue": walk,
        "stops": reads.stop_rows(walk),
        "earlier": reads.stop_rows(walk.follows) if walk.follows else [],
    }
    back = ("desk_stops", slug, public_id)
    page = FormPage("desk/listening/dialogues/stops.html", add, back, _("The stop is added."), context)
    return form_page(request, walk.municipality, form, page)


@desk_page
def finding(request: DeskRequest, slug: str, stop: str) -> HttpResponse:
    """Write down what was found at a stop."""
    found = access_stop(request.user, slug, stop, Action.HOLD_DIALOGUE)
    form = FindingForm(request.POST or None)
    return form_page(
        request,
        found.dialogue.municipality,
        form,
        FormPage(
            "desk/listening/dialogues/finding.html",
            lambda: verbs.record_finding(request.user, stop=found, found=form.found()),
            ("desk_stops", slug, found.dialogue.public_id),
            _("The finding is saved."),
            {"stop": found, "dialogue": found.dialogue},
        ),
    )


@desk_page
def outcome(request: DeskRequest, slug: str, public_id: str, finding: str) -> HttpResponse:
    """What the follow-up walk saw of an earlier finding."""
    walk = access_dialogue(request.user, slug, public_id, Action.HOLD_DIALOGUE)
    found = access_finding(request.user, slug, finding, Action.HOLD_DIALOGUE)
    form = OutcomeForm(request.POST or None, initial={"outcome": found.outcome})
    return form_page(
        request,
        walk.municipality,
        form,
        FormPage(
            "desk/listening/dialogues/outcome.html",
            lambda: verbs.follow_up_finding(
                request.user, walk=walk, finding=found, outcome=form.outcome_said()
            ),
            ("desk_stops", slug, public_id),
            _("What has become of it is saved."),
            {"finding": found, "stop": found.stop, "dialogue": walk},
        ),
    )
