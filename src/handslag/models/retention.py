"""What may be erased and what was: a municipality's decision, and a line for each time something went."""

from django.db import models

from handslag.domain.listening.retention import Kept
from handslag.models import columns
from handslag.models.fields import choices
from handslag.models.municipalities import Municipality


class DisposalDecision(models.Model):
    """The municipality's decision (gallringsbeslut) that the schedule rests on. Without one nothing goes.

    `is_on_hold`: somebody has asked for documents or an inspection is going on, so nothing goes.
    """

    municipality = models.OneToOneField(Municipality, on_delete=models.CASCADE, related_name="disposal")
    number = columns.CharField(max_length=60)  # diarienummer
    decided_on = columns.DateField()
    is_on_hold = models.BooleanField(default=False)


class Disposal(models.Model):
    """So many rows of a kind were erased on a day, under a decision. Never what they said."""

    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE, related_name="disposals")
    kind = columns.CharField(max_length=20, choices=choices(Kept))
    source_id = columns.CharField(max_length=10, blank=True)  # public id of the survey
    removed = columns.PositiveIntegerField()
    on = columns.DateField()
    decision = columns.CharField(max_length=60)

    class Meta:
        ordering = ("-on", "-id")
