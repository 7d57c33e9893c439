"""What the other parties say of work that is logged as done together. A row is never changed."""

from django.conf import settings
from django.db import models

from handslag.domain.keeping import joint_work
from handslag.domain.people.parties import Party
from handslag.models import columns
from handslag.models.activities import Activity
from handslag.models.fields import choices


class PartyAnswer(models.Model):
    """One party's word on its own part in an activity; its last one holds."""

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="answers")
    party = columns.CharField(max_length=30, choices=choices(Party))
    took_part = models.BooleanField()
    reason = columns.TextField(blank=True)  # why not
    said_on = columns.DateField()
    said_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ("pk",)

    def answer(self) -> joint_work.PartyAnswer:
        """The answer as a rule value."""
        return joint_work.PartyAnswer(Party(self.party), self.took_part, self.said_on, self.reason)
