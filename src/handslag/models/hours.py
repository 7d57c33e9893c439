"""How many hours a party has for its promises: written by hand, since nobody can compute it."""

from django.conf import settings
from django.db import models

from handslag.domain.people.parties import Party
from handslag.models import columns
from handslag.models.fields import choices
from handslag.models.municipalities import Municipality


class AvailableHours(models.Model):
    """What one party can give one municipality from `start` to `end`. Periods of one party never overlap."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="available_hours")
    party = columns.CharField(max_length=30, choices=choices(Party))
    start = columns.DateField()
    end = columns.DateField()
    hours = columns.DecimalField(max_digits=8, decimal_places=2)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    entered_at = models.DateTimeField()

    class Meta:
        ordering = ("start", "party")
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "party", "start", "end"], name="one_available_hours_per_period"
            )
        ]
