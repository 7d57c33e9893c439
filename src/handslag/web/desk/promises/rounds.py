"""A round before it is public: what it carries over from the former one, and the last look."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from handslag import clock
from handslag.domain.errors import BadInput
from handslag.domain.permissions import Action
from handslag.models.models import Reading, Round
from handslag.services.access import access_promise, access_reading
from handslag.services.judging.reads.moves import moves_of_versions
from handslag.services.promises import carry_overs, rounds
from handslag.services.promises.carry_overs import Carried, versions_of
from handslag.services.promises.changes import Days
from handslag.services.promises.drafts import draft_round
from handslag.services.promises.reads.drafts import Unjudged, draft_rows, unjudged
from handslag.services.promises.reads.rounds import carried_by, carry_page, has_former
from handslag.services.shown import mark
from handslag.services.turns import turn_of
from handslag.web.desk.change_page import cells_of
from handslag.web.desk.door import DeskRequest, desk_page, desk_render
from handslag.web.desk.promises.carry_form import CarryForm
from handslag.web.desk.promises.days_form import DaysForm


class PublishForm(DaysForm):
    """From when the promises hold, and until when."""

    confirmed = forms.BooleanField(
        label=_(
            "We have read every promise and how it is judged. It cannot be changed in silence afterwards."
        ),
        error_messages={"required": _("Confirm that you have read the promises.")},
    )


@desk_page
def carry(request: DeskRequest, slug: str, public_id: str) -> HttpResponse:
    """Which former promise each draft goes on from, and which go; suggestions wait to be confirmed."""
    found = access_reading(request.user, slug, public_id, Action.CARRY_OVER)
    page = carry_page(found)
    form = CarryForm(request.POST or None, page=page)
    if form.is_valid():
        try:
            seen, carried = request.POST.getlist("shown"), _carried(request, slug, form)
            carry_overs.carry_over(request.user, reading=found, carried=carried, seen=seen)
            messages.success(request, gettext("Saved. It is public when you publish."))
            return redirect("desk_publish", slug, public_id)
        except BadInput as error:
            form.refuse(error)
    context = {"form": form, "reading": found, "page": page, "shown": carry_overs.shown_of(found)}
    return desk_render(request, found.municipality, "desk/promises/carry.html", context, form.http_status)


@desk_page
def publish(request: DeskRequest, slug: str, public_id: str) -> HttpResponse:
    """The last look before the promises are public."""
    found = access_reading(request.user, slug, public_id, Action.PUBLISH_ROUND)
    round_ = draft_round(found)
    until = "day" if round_.valid_to else "notice"
    days = {"valid_from": round_.valid_from, "valid_to": round_.valid_to, "review_on": round_.review_on}
    form = PublishForm(request.POST or None, initial=days | {"until": until})
    shown = {"unjudged": unjudged(found, round_)}
    if form.is_valid():
        seen, chosen = request.POST.getlist("shown"), {name: form.cleaned_data[name] for name in days}
        try:
            with turn_of(found.municipality_id):  # nothing moves between the look and the publication
                shown = {"unjudged": unjudged(found, Days(**chosen))}
                moved = _moved(request, round_, Days(**chosen))
                if is_seen := not moved and _is_told(request, shown["unjudged"]):
                    rounds.publish_round(request.user, reading=found, seen=seen, **chosen)
            if is_seen:
                messages.success(request, gettext("The promises are public."))
                return redirect("desk_today", slug)
            shown |= moved
        except BadInput as error:
            form.refuse(error)
    context = {"form": form, "told": mark(shown["unjudged"])} | _to_publish(found, round_) | shown
    return desk_render(request, found.municipality, "desk/promises/publish.html", context, form.http_status)


def _moved(request: DeskRequest, round_: Round, days: Days) -> dict[str, Any]:
    """Which verdicts the promises carried over would move, unless that is what was seen."""
    versions = [version for _row, _fate, version in versions_of(round_, days) if version is not None]
    if not versions:
        return {}
    found = moves_of_versions(round_.municipality, versions, on=clock.today())
    seen = request.POST.get("seen")
    if seen == mark(found):
        return {}
    return {"moved": found, "seen": mark(found), "again": seen is not None, "cells": cells_of(found)}


def _is_told(request: DeskRequest, found: tuple[Unjudged, ...]) -> bool:
    """Whether it was shown which promises nobody can judge, with these days; there may be none."""
    return not found or request.POST.get("told") == mark(found)


def _to_publish(reading: Reading, round_: Round) -> dict[str, Any]:
    """The drafts, how many of them wait for something, and what is carried over."""
    rows = draft_rows(reading)
    carried = carried_by(round_)
    return {
        "reading": reading,
        "rows": rows,
        "shown": rounds.shown_of(round_),
        "waiting": sum(not row.is_ready for row in rows),
        "carried": {row.draft.number: row.former.number for row in carried if row.draft},
        "gone": [row for row in carried if row.draft is None],
        "may_carry": has_former(reading.municipality),
    }


def _carried(request: DeskRequest, slug: str, form: CarryForm) -> Sequence[Carried]:
    """What was chosen, by the promises behind the numbers."""

    def promise(number: int) -> Any:
        return access_promise(request.user, slug, number, Action.CARRY_OVER)

    on = [Carried(promise(former), promise(draft), reason) for draft, former, reason in form.going_on()]
    return [*on, *(Carried(promise(former), None, reason) for former, reason in form.gone())]
