"""Occasions that promises are tied to: a resident dialogue, a large event, a storhelg."""

from django.db import models

from handslag.models import columns
from handslag.models.fields import public_id
from handslag.models.municipalities import Municipality


class CurrentEvents(models.Manager["Event"]):
    """What promises are judged at: not what was taken off the list."""

    def get_queryset(self) -> models.QuerySet["Event"]:
        return super().get_queryset().filter(removed_at__isnull=True)


class Event(models.Model):
    """`series` is what a promise names ("invånardialog"); its events come and go without a new version.

    An event that was taken off the list stays as a row: activities may name it.
    """

    public_id = public_id()
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="events")
    series = columns.CharField(max_length=60)
    name = columns.CharField(max_length=160)
    start = columns.DateField()
    end = columns.DateField()
    place = columns.CharField(max_length=120, blank=True)
    removed_at = models.DateTimeField(null=True, editable=False)

    objects = models.Manager["Event"]()
    current = CurrentEvents()

    class Meta:
        ordering = ("start", "name")

    def __str__(self) -> str:
        return self.name
