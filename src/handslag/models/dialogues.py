"""Dialogues with residents and staff: the plan, how many came, and the answers that were promised."""

from django.db import models
from django.db.models import Q

from handslag.domain.dialogues import DialogueKind, Group
from handslag.domain.promises import Party
from handslag.models.fields import choices, public_id
from handslag.models.municipalities import Municipality


class Dialogue(models.Model):
    """A meeting, street talk, safety walk or staff dialogue; planned, then held or called off.

    `party` is set for a staff dialogue: only that party's people see that it exists.
    """

    public_id = public_id()
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="dialogues")
    kind = models.CharField(max_length=10, choices=choices(DialogueKind))
    name = models.CharField(max_length=120)
    purpose = models.TextField()
    influence = models.TextField()  # what can be influenced, and what cannot
    target_group = models.CharField(max_length=160, blank=True)
    venue = models.CharField(max_length=160)
    held_on = models.DateField()
    starts = models.TimeField()
    ends = models.TimeField()
    hosts = models.JSONField(default=list)  # by role, never by name
    parties = models.JSONField(default=list)
    access_needs = models.TextField(blank=True)  # how everybody can take part
    party = models.CharField(max_length=30, choices=choices(Party), blank=True)
    follows = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="followed_by"
    )  # the earlier walk whose findings are looked at again
    came = models.PositiveIntegerField(null=True, editable=False)  # all of them; None: not counted
    cancelled_at = models.DateTimeField(null=True, editable=False)
    cancel_reason = models.TextField(blank=True)

    class Meta:
        ordering = ("held_on", "starts", "id")
        constraints = [
            models.CheckConstraint(
                condition=Q(kind=DialogueKind.STAFF) & ~Q(party="")
                | ~Q(kind=DialogueKind.STAFF) & Q(party=""),
                name="a_staff_dialogue_belongs_to_one_party",
            )
        ]

    def __str__(self) -> str:
        return self.name


class HeadCount(models.Model):
    """How many of one broad group were there."""

    dialogue = models.ForeignKey(Dialogue, on_delete=models.CASCADE, related_name="heads")
    group = models.CharField(max_length=20, choices=choices(Group))
    count = models.PositiveIntegerField()

    class Meta:
        ordering = ("id",)
        constraints = [models.UniqueConstraint(fields=["dialogue", "group"], name="one_head_count_per_group")]


class OwedAnswer(models.Model):
    """What somebody (a role) promised to answer by when. An empty `what` is the answer to it all."""

    public_id = public_id()
    dialogue = models.ForeignKey(Dialogue, on_delete=models.CASCADE, related_name="answers")
    what = models.CharField(max_length=300, blank=True)
    role = models.CharField(max_length=120)
    due_on = models.DateField()
    answer = models.TextField(blank=True)
    answered_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("due_on", "id")
