"""How it was before: the figure an effect would one day be compared with."""

from django.conf import settings
from django.db import models

from handslag.models import columns
from handslag.models.promises import Promise


class Baseline(models.Model):
    """One indicator of one promise, typed in with its source. Locked, it is never changed again.

    Only what was locked before the first activity can be compared with: a baseline chosen
    afterwards can be chosen to please.
    """

    promise = models.OneToOneField(Promise, on_delete=models.PROTECT, related_name="baseline")
    indicator = columns.CharField(max_length=160)
    value = columns.DecimalField(max_digits=12, decimal_places=2)
    unit = columns.CharField(max_length=60)
    measured_on = columns.DateField()
    source = columns.CharField(max_length=300)
    uncertainty = columns.CharField(max_length=200, blank=True)  # empty: not stated
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    locked_at = models.DateTimeField(null=True, editable=False)


class Measurement(models.Model):
    """The same indicator measured again later. Never changed; one that was wrong is taken back, with why."""

    baseline = models.ForeignKey(Baseline, on_delete=models.PROTECT, related_name="measurements")
    value = columns.DecimalField(max_digits=12, decimal_places=2)
    measured_on = columns.DateField()
    source = columns.CharField(max_length=300)
    uncertainty = columns.CharField(max_length=200, blank=True)  # empty: not stated
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    entered_at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True, editable=False)
    taken_back_reason = columns.CharField(max_length=300, blank=True, editable=False)

    class Meta:
        ordering = ("measured_on", "pk")
