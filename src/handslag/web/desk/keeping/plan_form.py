"""The form for what is planned to come back: as for what was done, with how often and until when."""

from datetime import date
from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _

from handslag.domain.keeping.activities import ActivityStatus
from handslag.domain.keeping.recurrence import days_every
from handslag.web.desk.keeping.log_form import LogForm
from handslag.web.fields import DayField, OneOfField

WEEKS = (("1", _("Every week")), ("2", _("Every other week")), ("4", _("Every fourth week")))


class PlanForm(LogForm):
    """`entry()` gives what is planned, `days()` when."""

    done_on = DayField(label=_("First time"), help_text=_("The others fall on the same weekday."))
    weeks = OneOfField(label=_("How often?"), choices=WEEKS, initial="1")
    until = DayField(label=_("Until"), error_messages={"required": _("Choose the last day.")})

    refused_at: ClassVar[dict[str, str]] = LogForm.refused_at | {
        "plan_backwards": "until",
        "plan_too_long": "until",
        "activity_after_promise": "until",
    }

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in ("status", "event", "other_day"):  # planned, and an event comes once
            del self.fields[name]
        self.fields["note"].label = _("What is planned?")
        self.fields["party"].label = _("Who will do it?")
        self.fields["others"].label = _("Who else will take part?")

    def clean(self) -> dict[str, Any]:
        super().clean()
        return self.cleaned_data | {"status": ActivityStatus.PLANNED, "event": ""}

    def days(self) -> tuple[date, ...]:
        """The days of the plan. Raises `BadInput` when they are backwards or too many."""
        data = self.cleaned_data
        return days_every(int(data["weeks"]), first=data["done_on"], until=data["until"])
