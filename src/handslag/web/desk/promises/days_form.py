"""The form in which somebody says from when a promise holds, and until when."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, ClassVar

from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext_lazy as _

from handslag.domain.errors import BadInput
from handslag.web.desk.forms import DeskForm
from handslag.web.errors import sentence
from handslag.web.fields import DayField, OneOfField


class DaysForm(DeskForm):
    """From when something holds, and until when or until which review."""

    valid_from = DayField(label=_("Valid from"))
    until = OneOfField(
        label=_("Until when?"),
        choices=[("notice", _("Until further notice")), ("day", _("Until a last day"))],
    )
    valid_to = DayField(label=_("Last day"), required=False)
    review_on = DayField(
        label=_("Looked at again on"),
        required=False,
        help_text=_("A promise until further notice needs a day when you look at it again."),
    )

    needed_when: Mapping[str, Lazy] = MappingProxyType(
        {"valid_to": _("needed with a last day"), "review_on": _("needed until further notice")}
    )
    refused_at: ClassVar[dict[str, str]] = {
        "validity_backwards": "valid_to",
        "review_before_start": "review_on",
    }

    def clean(self) -> dict[str, Any]:
        """A last day or none, as chosen."""
        data = super().clean() or {}
        if data.get("until") == "day" and not data.get("valid_to") and "valid_to" not in self.errors:
            self.add_error("valid_to", _("Choose the last day."))
        if data.get("until") == "notice" and not data.get("review_on") and "review_on" not in self.errors:
            self.add_error("review_on", sentence(BadInput("change_without_end")))
        if data.get("until") == "notice":
            data["valid_to"] = None
        return data
