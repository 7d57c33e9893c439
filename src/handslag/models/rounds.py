"""A round (omgång): the set of promises made and published together."""

from django.db import models

from handslag.models import columns
from handslag.models.fields import public_id
from handslag.models.municipalities import Municipality


class Round(models.Model):
    """Valid from `valid_from` to `valid_to`; until further notice when that is empty."""

    public_id = public_id()
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="rounds")
    valid_from = columns.DateField()
    valid_to = columns.DateField(null=True, blank=True)
    review_on = columns.DateField(null=True, blank=True)
    grounds = columns.JSONField(default=list, blank=True)  # Ground codes the page names
    signatories = columns.JSONField(default=list, blank=True)  # roles, never names
    published_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-valid_from", "-id")
