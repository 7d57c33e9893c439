"""What each party says of a promise itself. A row is never changed: a new word is a new row."""

from django.conf import settings
from django.db import models

from handslag.domain.judging import party_verdicts
from handslag.domain.judging.party_verdicts import Verdict
from handslag.domain.judging.periods import Period
from handslag.domain.people.parties import Party
from handslag.domain.permissions import Role
from handslag.models import columns
from handslag.models.events import Event
from handslag.models.fields import choices
from handslag.models.promises import Promise


class PartyVerdict(models.Model):
    """One party's verdict on a period or event, or on how it stood that day (no dates); its last holds."""

    promise = models.ForeignKey(Promise, on_delete=models.PROTECT, related_name="verdicts")
    start = columns.DateField(null=True)
    end = columns.DateField(null=True)
    event = models.ForeignKey(Event, null=True, on_delete=models.PROTECT, related_name="+")
    party = columns.CharField(max_length=30, choices=choices(Party))
    role = columns.CharField(max_length=20, choices=choices(Role))  # of whoever said it
    verdict = columns.CharField(max_length=12, choices=choices(Verdict))
    reason = columns.TextField()
    said_on = columns.DateField()
    said_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ("pk",)

    def said(self) -> party_verdicts.PartyVerdict:
        """The verdict as a rule value."""
        return party_verdicts.PartyVerdict(
            party=Party(self.party),
            role=Role(self.role),
            verdict=Verdict(self.verdict),
            reason=self.reason,
            said_on=self.said_on,
            period=Period(self.start, self.end) if self.start and self.end else None,
            event=self.event.public_id if self.event else None,
        )
