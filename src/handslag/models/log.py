"""Who did what, when. Written by `services/log.py` only; kind and id are text: nothing can break it."""

from django.conf import settings
from django.db import models

from handslag.models import columns
from handslag.models.municipalities import Municipality


class LogEntry(models.Model):
    at = models.DateTimeField()
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="log")
    verb = columns.CharField(max_length=40)
    kind = columns.CharField(max_length=40)
    object_id = columns.CharField(max_length=40)
    params = columns.JSONField(default=dict)

    class Meta:
        ordering = ("-at", "-id")
