"""How many residents say that they have noticed a promise. No row here stands for one of them."""

from django.db import models

from handslag.models import columns
from handslag.models.promises import Promise


class ResidentCheck(models.Model):
    """The setting of one promise and its counts: {place: {answer: how many}}, all of them from the start.

    `left_out`: how many are not in the counts, since they seem to come from a script. `shown` and
    `shown_left_out` were made public on `shown_on`, as `table`; each place the time that `moves` tells.
    """

    promise = models.OneToOneField(Promise, on_delete=models.PROTECT, related_name="resident_check")
    after_weeks = columns.PositiveSmallIntegerField()
    ended_on = columns.DateField(null=True)
    counts = columns.JSONField(default=dict)
    left_out = columns.PositiveIntegerField(default=0)
    shown = columns.JSONField(null=True)
    moves = columns.JSONField(default=dict)
    table = columns.JSONField(null=True)
    shown_left_out = columns.PositiveIntegerField(default=0)
    shown_on = columns.DateField(null=True)


class SentCheck(models.Model):
    """A form that has been sent, so that sending it again counts once. Its id leads to no answer."""

    id = models.UUIDField(primary_key=True)
    check_of = models.ForeignKey(ResidentCheck, on_delete=models.CASCADE, related_name="+")
