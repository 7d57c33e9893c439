"""A file of activities: kept while somebody looks at it, then the mark of everything that came from it."""

from django.conf import settings
from django.db import models

from handslag.models import columns
from handslag.models.fields import public_id
from handslag.models.municipalities import Municipality


class ImportBatch(models.Model):
    """First a preview, then read in, perhaps taken back. Its activities count until it is taken back.

    `key` tells one file from another: a file is read in once, until it is taken back.
    """

    public_id = public_id()
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="imports")
    source = columns.CharField(max_length=300)  # file name
    key = columns.CharField(max_length=64, editable=False)
    is_calendar = models.BooleanField(default=False)
    rows = columns.JSONField(default=list)  # the cells as text; emptied when they have been read in
    findings = columns.JSONField(default=dict)  # how the file was read; emptied with the rows
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    started_at = models.DateTimeField()
    imported_at = models.DateTimeField(null=True)
    undone_at = models.DateTimeField(null=True)
    undone_reason = columns.TextField(blank=True)

    class Meta:
        ordering = ("-started_at", "-id")
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "key"],
                condition=models.Q(undone_at__isnull=True),
                name="a_file_is_read_in_once",
            )
        ]
