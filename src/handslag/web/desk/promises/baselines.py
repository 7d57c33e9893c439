"""The baseline of a promise: written, locked before the first activity, measured again later."""

from typing import ClassVar

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from handslag.domain.bounds import MOST_AMOUNT
from handslag.domain.errors import BadInput
from handslag.domain.permissions import Action
from handslag.domain.promises.terms import PromiseState
from handslag.models.models import Promise
from handslag.services.access import access_measurement, access_promise
from handslag.services.promises import baselines as verbs
from handslag.services.promises.baselines import Figure, Measured, has_begun
from handslag.services.promises.reads.baselines import BaselineRow, baseline_row
from handslag.web.desk.door import DeskRequest, desk_page, desk_render
from handslag.web.desk.forms import FreeTextForm
from handslag.web.fields import AmountField, DayField, TextField


class MeasurementForm(FreeTextForm):
    """A value measured on a day: where it comes from and how sure it is."""

    refused_at: ClassVar[dict[str, str]] = {
        "measured_in_future": "measured_on",
        "measured_before_baseline": "measured_on",
    }
    free_text: ClassVar[tuple[str, ...]] = ("source", "uncertainty")
    value = AmountField(label=_("Value"), min_value=-MOST_AMOUNT, max_value=MOST_AMOUNT)
    measured_on = DayField(label=_("Measured on"), help_text=_("The last day of the measurement."))
    source = TextField(
        label=_("Source"),
        max_length=300,
        help_text=_("So that anyone can find it: who measured, which table or report."),
        error_messages={"required": _("Write where the value comes from.")},
    )
    uncertainty = TextField(
        label=_("Uncertainty"),
        max_length=200,
        required=False,
        help_text=_("Such as ± 3 percentage points, 812 answers of 2,000. Left empty, it says not stated."),
    )

    def measured(self) -> Measured:
        return Measured(**{name: self.cleaned_data[name] for name in Measured.__slots__})


class BaselineForm(MeasurementForm):
    """What is measured, and how it was before."""

    free_text: ClassVar[tuple[str, ...]] = ("indicator", "source", "uncertainty")
    field_order = ("indicator", "value", "unit", "measured_on", "source", "uncertainty")
    indicator = TextField(
        label=_("What is measured"),
        max_length=160,
        help_text=_("Such as: feel unsafe outdoors late at night."),
        error_messages={"required": _("Write what is measured.")},
    )
    unit = TextField(
        label=_("Unit"),
        max_length=60,
        help_text=_("Such as per cent, reported crimes a year."),
        error_messages={"required": _("Write the unit.")},
    )

    @classmethod
    def showing(cls, row: BaselineRow | None) -> "BaselineForm":
        return cls(initial={name: getattr(row, name) for name in Figure.__slots__} if row else {})

    def figure(self) -> Figure:
        return Figure(**{name: self.cleaned_data[name] for name in Figure.__slots__})


class TakeBackForm(FreeTextForm):
    """Why a measurement was wrong."""

    free_text: ClassVar[tuple[str, ...]] = ("reason",)
    refused_at: ClassVar[dict[str, str]] = {"measurement_without_reason": "reason"}
    reason = TextField(
        label=_("Why is it taken back?"),
        max_length=300,
        help_text=_("Shown to residents."),
        error_messages={"required": _("Write why it is taken back.")},
    )


@desk_page
def baseline(request: DeskRequest, slug: str, number: int) -> HttpResponse:
    """Write the baseline while it may be changed; once it is locked, what was measured later."""
    promise = _public(request, slug, number, Action.SET_BASELINE)
    row = baseline_row(promise)
    form = _form(request, row)
    if form.is_valid():
        try:
            if isinstance(form, BaselineForm):
                verbs.set_baseline(request.user, promise=promise, figure=form.figure())
            else:
                verbs.add_measurement(request.user, promise=promise, measured=form.measured())
            messages.success(request, gettext("The value is saved."))
            return redirect("desk_baseline", slug, number)
        except BadInput as error:
            form.refuse(error)
    context = {
        "promise": promise,
        "row": row,
        "form": form,
        "has_begun": has_begun(promise),
        "shown": verbs.shown_of(promise),
    }
    return desk_render(
        request, promise.municipality, "desk/promises/baseline.html", context, form.http_status
    )


@desk_page
@require_POST
def lock_baseline(request: DeskRequest, slug: str, number: int) -> HttpResponse:
    """From now on it is never changed."""
    promise = _public(request, slug, number, Action.LOCK_BASELINE)
    verbs.lock_baseline(request.user, promise=promise, seen=request.POST.getlist("shown"))
    messages.success(request, gettext("The baseline is locked."))
    return redirect("desk_baseline", slug, number)


@desk_page
def take_back_measurement(request: DeskRequest, slug: str, measurement: int) -> HttpResponse:
    """Say that a measurement was wrong, and why."""
    found = access_measurement(request.user, slug, measurement, Action.TAKE_BACK_MEASUREMENT)
    promise = found.baseline.promise
    form = TakeBackForm(request.POST or None)
    if form.is_valid():
        try:
            verbs.take_back_measurement(request.user, measurement=found, reason=form.cleaned_data["reason"])
            messages.success(request, gettext("The measurement is taken back."))
            return redirect("desk_baseline", slug, promise.number)
        except BadInput as error:
            form.refuse(error)
    context = {"promise": promise, "baseline": found.baseline, "measurement": found, "form": form}
    return desk_render(
        request, promise.municipality, "desk/promises/take_back_measurement.html", context, form.http_status
    )


def _form(request: DeskRequest, row: BaselineRow | None) -> MeasurementForm:
    sent = request.POST if request.method == "POST" else None
    if row is not None and row.locked_on is not None:
        return MeasurementForm(sent)
    return BaselineForm(sent) if sent is not None else BaselineForm.showing(row)


def _public(request: DeskRequest, slug: str, number: int, action: Action) -> Promise:
    """A promise that is or was public. A draft's has no baseline. Raises `NotFound`."""
    promise = access_promise(request.user, slug, number, action)
    if promise.state == PromiseState.DRAFT:
        raise BadInput("promise_not_public", number=number)
    return promise
