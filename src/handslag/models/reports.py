"""Who closed which period, and what they said of it."""

from django.conf import settings
from django.db import models

from handslag.domain.keeping.activities import PeriodOutcome
from handslag.domain.keeping.activities import PeriodReport as Report
from handslag.models import columns
from handslag.models.fields import choices, public_id
from handslag.models.places import Place, School
from handslag.models.promises import Promise


class PeriodReport(models.Model):
    """The owner's word that everything done in a period has been reported (redovisning)."""

    public_id = public_id()
    promise = models.ForeignKey(Promise, on_delete=models.PROTECT, related_name="reports")
    start = columns.DateField()
    end = columns.DateField()
    place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    school = models.ForeignKey(School, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    closed_on = columns.DateField()
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    party = columns.CharField(max_length=30)  # on whose behalf
    cause = columns.TextField(blank=True)
    decision = columns.TextField(blank=True)
    outcome = columns.CharField(max_length=12, choices=choices(PeriodOutcome), blank=True)  # empty: not said
    helped = columns.TextField(blank=True)
    hindered = columns.TextField(blank=True)
    planned_hours = columns.DecimalField(max_digits=8, decimal_places=2, null=True, blank=True)
    spent_hours = columns.DecimalField(max_digits=8, decimal_places=2, null=True, blank=True)
    key = columns.CharField(
        max_length=32, null=True, unique=True, editable=False
    )  # of what it is about and says: the same twice is one row

    class Meta:
        ordering = ("start", "closed_on")

    def report(self) -> Report:
        """The report as a rule value."""
        where = self.place or self.school
        return Report(
            promise=self.promise.public_id,
            start=self.start,
            end=self.end,
            closed_on=self.closed_on,
            place=where.name if where else None,
            cause=self.cause,
            decision=self.decision,
        )
