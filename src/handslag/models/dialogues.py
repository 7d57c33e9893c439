"""Dialogues with residents and staff: the plan, how many came, and the answers that were promised."""

from django.db import models
from django.db.models import Q

from handslag.domain.listening.dialogues import DialogueKind, Group
from handslag.domain.people.parties import Party
from handslag.models import columns
from handslag.models.fields import choices, public_id
from handslag.models.municipalities import Municipality
from handslag.models.places import Place


class Dialogue(models.Model):
    """A meeting, street talk, safety walk or staff dialogue; planned, then held or called off.

    `party` is set for a staff dialogue: only that party's people see that it exists.
    """

    public_id = public_id()
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="dialogues")
    kind = columns.CharField(max_length=10, choices=choices(DialogueKind))
    name = columns.CharField(max_length=120)
    purpose = columns.TextField()
    influence = columns.TextField()  # what can be influenced, and what cannot
    target_group = columns.CharField(max_length=160, blank=True)
    venue = columns.CharField(max_length=160)
    place = models.ForeignKey(
        Place, null=True, blank=True, on_delete=models.PROTECT, related_name="dialogues"
    )  # what it is about; None: the whole municipality
    held_on = columns.DateField()
    starts = models.TimeField()
    ends = models.TimeField()
    hosts = columns.JSONField(default=list)  # by role, never by name
    parties = columns.JSONField(default=list)
    access_needs = columns.TextField(blank=True)  # how everybody can take part
    party = columns.CharField(max_length=30, choices=choices(Party), blank=True)
    follows = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="followed_by"
    )  # the earlier walk whose findings are looked at again
    came = columns.PositiveIntegerField(null=True, editable=False)  # all of them; None: not counted
    cancelled_at = models.DateTimeField(null=True, editable=False)
    cancel_reason = columns.TextField(blank=True)

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
    group = columns.CharField(max_length=20, choices=choices(Group))
    count = columns.PositiveIntegerField()

    class Meta:
        ordering = ("id",)
        constraints = [models.UniqueConstraint(fields=["dialogue", "group"], name="one_head_count_per_group")]


class OwedAnswer(models.Model):
    """What somebody (a role) promised to answer by when. An empty `what` is the answer to it all."""

    public_id = public_id()
    dialogue = models.ForeignKey(Dialogue, on_delete=models.CASCADE, related_name="answers")
    what = columns.CharField(max_length=300, blank=True)
    role = columns.CharField(max_length=120)
    due_on = columns.DateField()
    answer = columns.TextField(blank=True)
    answered_on = columns.DateField(null=True, blank=True)

    class Meta:
        ordering = ("due_on", "id")
        constraints = [
            models.UniqueConstraint(
                fields=["dialogue"], condition=Q(what=""), name="one_answer_to_all_of_a_dialogue"
            )
        ]
