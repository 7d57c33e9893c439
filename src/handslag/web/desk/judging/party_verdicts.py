"""Our own verdict on a promise, beside the computed status."""

from typing import Any, ClassVar

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from handslag import clock
from handslag.domain.errors import BadInput
from handslag.domain.judging.party_verdicts import Ended, PartyVerdict, Verdict, cells_of, ended_periods
from handslag.domain.people.parties import Party
from handslag.domain.permissions import Action, Role
from handslag.domain.promises.terms import Kind, Per
from handslag.services.access import access_promise, membership_in
from handslag.services.judging import party_verdicts as verbs
from handslag.services.judging.reads.party_verdicts import Beside, beside, words_on
from handslag.services.judging.reads.standings import Standing, standings
from handslag.web.desk.door import DeskRequest, desk_page
from handslag.web.desk.form_page import FormPage, form_page
from handslag.web.desk.forms import FreeTextForm
from handslag.web.fields import OneOfField, TextField
from handslag.web.words.labels import VERDICTS, listed, opened, period_word

SO_FAR = "so_far"
MOST_NAMES = 3  # more places than these share a period: its days say enough


class VerdictForm(FreeTextForm):
    """`said()` gives the words and the period or event they are about, None for how it stands so far."""

    about = forms.ChoiceField(label=_("What is it about?"))
    verdict = OneOfField(label=_("How do you think that it went?"), choices=list(VERDICTS.items()))
    reason = TextField(
        label=_("Why do you think so?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Shown to residents. Never write names or anything else about individuals."),
        error_messages={"required": _("Write why.")},
    )
    free_text: ClassVar[tuple[str, ...]] = ("reason",)
    refused_at: ClassVar[dict[str, str]] = {"verdict_on_no_period": "about"}

    def __init__(self, *args: Any, standing: Standing, **options: Any) -> None:
        super().__init__(*args, **options)
        self.standing = standing
        self.ended = {one.key: one for one in ended_periods(standing.assessment)}
        named = [(key, _named(one, standing)) for key, one in self.ended.items()]
        about = self.fields["about"]
        assert isinstance(about, forms.ChoiceField)  # noqa: S101 (for the type checker)
        about.choices = [(SO_FAR, opened(gettext("so far"))), *named]

    def drawn(self, party: Party, role: Role) -> Beside | None:
        """How it will stand in public, once a verdict is chosen."""
        if not (verdict := self.seen("verdict")):
            return None
        about = self.ended.get(self.seen("about") or SO_FAR)
        period, event = (about.period, about.event) if about else (None, None)
        reason = self.seen("reason") or "…"
        said = PartyVerdict(party, role, Verdict(verdict), reason, clock.today(), period, event)
        return beside(self.standing, [said])[0]

    def said(self) -> dict[str, Any]:
        """What a valid form says, as the verb takes it."""
        data = self.cleaned_data
        verdict = Verdict(data["verdict"])
        return {"about": self.ended.get(data["about"]), "verdict": verdict, "reason": data["reason"]}


@desk_page
def verdict(request: DeskRequest, slug: str, number: int) -> HttpResponse:
    """Say how it went, for one's own party; what the parties have said stands below."""
    promise = access_promise(request.user, slug, number, Action.STATE_VERDICT)
    found = standings(promise.municipality, on=clock.today(), numbers=[number])
    standing = next((one for one in found if one.number == number), None)
    if standing is None:
        raise BadInput("promise_not_public", number=number)
    about, seen = {"about": request.GET.get("period", SO_FAR)}, request.POST.getlist("shown")
    form = VerdictForm(request.POST or None, standing=standing, initial=about)
    member = membership_in(request.user, promise.municipality)

    def say() -> None:
        verbs.state_verdict(request.user, promise=promise, seen=seen, **form.said())

    page = FormPage(
        "desk/judging/verdict.html",
        say,
        ("desk_promise", slug, str(number)),
        _("It now stands on the page of the promise."),
        {"standing": standing, "verdicts": beside(standing, words_on([standing])[standing.public_id])},
        "desk/judging/_verdict_seen.html",
        lambda: {"drawn": form.drawn(Party(member.party), Role(member.role))},
        lambda: verbs.shown_to(request.user, promise),
    )
    return form_page(request, promise.municipality, form, page)


def _named(ended: Ended, standing: Standing) -> str:
    """The days, after the event or place they are about where that is not the whole promise."""
    measure = standing.terms.measure
    per = Per.ONCE if measure.kind is Kind.EACH_EVENT else measure.per
    days = period_word(ended.period.start, ended.period.end, per)
    cells = cells_of(standing.assessment, ended)
    names = [standing.event_names.get(cell.event or "", "") or cell.place or "" for cell in cells]
    named = listed(dict.fromkeys(filter(None, names[:MOST_NAMES])))
    if len(names) > MOST_NAMES:
        named = ""
    return opened(f"{named}, {days}" if named else days)
