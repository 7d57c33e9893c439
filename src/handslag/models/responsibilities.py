"""Who answers for a promise: for each party an owner, and a deputy who is asked when the owner is silent."""

from django.conf import settings
from django.db import models

from handslag.domain.keeping.reminders import Duty
from handslag.domain.people.parties import Party
from handslag.models import columns
from handslag.models.fields import choices
from handslag.models.promises import Promise


class Responsibility(models.Model):
    """One person's duty for one promise on behalf of one party."""

    promise = models.ForeignKey(Promise, on_delete=models.CASCADE, related_name="responsibilities")
    party = columns.CharField(max_length=30, choices=choices(Party))
    role = columns.CharField(max_length=10, choices=choices(Duty))
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")

    class Meta:
        ordering = ("party", "role")
        constraints = [
            models.UniqueConstraint(fields=["promise", "party", "role"], name="one_person_per_duty")
        ]
