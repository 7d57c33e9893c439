"""What was done. A row is never changed: a correction is a new row that replaces the old one."""

from django.conf import settings
from django.db import models

from handslag.domain.keeping.activities import LOGGED, ActivityStatus
from handslag.domain.people.parties import Party
from handslag.models import columns
from handslag.models.events import Event
from handslag.models.fields import choices, public_id
from handslag.models.imports import ImportBatch
from handslag.models.municipalities import Municipality
from handslag.models.places import Place, School
from handslag.models.promises import Promise


class CurrentActivities(models.Manager["Activity"]):
    """What counts: neither corrected since nor taken back with the file it came from."""

    def get_queryset(self) -> models.QuerySet["Activity"]:
        return super().get_queryset().filter(replaced_by__isnull=True, batch__undone_at__isnull=True)


class Activity(models.Model):
    """One thing planned, done or cancelled. `hours` counts for promises of hours, `count` for the rest."""

    public_id = public_id()
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="activities")
    promises = models.ManyToManyField(Promise, through="ActivityPromise", related_name="activities")
    done_on = columns.DateField()
    status = columns.CharField(
        max_length=10, choices=[(one.value, one.value) for one in LOGGED], default=ActivityStatus.DONE
    )
    count = columns.PositiveIntegerField(default=1)
    hours = columns.DecimalField(max_digits=6, decimal_places=2, null=True, blank=True)
    place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    school = models.ForeignKey(School, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    event = models.ForeignKey(Event, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    party = columns.CharField(max_length=30, choices=choices(Party))
    others = columns.JSONField(default=list, blank=True)  # further parties that took part: asked to confirm
    note = columns.TextField(blank=True)  # never a person: checked by domain/listening/redaction.py
    logged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    logged_at = models.DateTimeField()
    replaces = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="replaced_by"
    )
    reason = columns.TextField(blank=True)  # why it replaced the row before
    key = columns.CharField(
        max_length=32, null=True, unique=True, editable=False
    )  # of the form it was sent with

    batch = models.ForeignKey(
        ImportBatch, null=True, on_delete=models.PROTECT, related_name="activities", editable=False
    )  # the file it came from

    objects = models.Manager["Activity"]()
    current = CurrentActivities()

    class Meta:
        ordering = ("-done_on", "-id")
        indexes = [models.Index(fields=["municipality", "-done_on"], name="activity_by_day")]


class ActivityPromise(models.Model):
    """One activity serves one promise, and counts once in it."""

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="links")
    promise = models.ForeignKey(Promise, on_delete=models.PROTECT, related_name="links")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["activity", "promise"], name="counts_once_in_each")]
