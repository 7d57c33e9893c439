"""A page that was read into drafts: the text as it was pasted or uploaded."""

from django.conf import settings
from django.db import models

from handslag.models import columns
from handslag.models.fields import public_id
from handslag.models.municipalities import Municipality


class Reading(models.Model):
    """The words the drafts came from; every field of a draft points into `text`."""

    public_id = public_id()
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="readings")
    source = columns.CharField(max_length=300)  # file name, or how it came in
    text = columns.TextField()
    unread = columns.JSONField(default=list)  # as documents.taken.as_rows
    read_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    read_at = models.DateTimeField()
    key = columns.CharField(
        max_length=32, null=True, unique=True, editable=False
    )  # of the form it was made with: sent again it makes nothing

    class Meta:
        ordering = ("-read_at",)
