"""Safety walks (trygghetsvandring): the stops, what was found at each, and what became of it."""

from django.db import models

from handslag.domain.listening.dialogues import Outcome
from handslag.models import columns
from handslag.models.dialogues import Dialogue
from handslag.models.fields import choices, public_id
from handslag.models.places import Place
from handslag.models.voices import Voice


class WalkStop(models.Model):
    """One stop on the way, in the order they are walked."""

    public_id = public_id()
    dialogue = models.ForeignKey(Dialogue, on_delete=models.CASCADE, related_name="stops")
    number = columns.PositiveIntegerField()
    name = columns.CharField(max_length=120)
    place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("number",)
        constraints = [models.UniqueConstraint(fields=["dialogue", "number"], name="one_stop_per_number")]

    def __str__(self) -> str:
        return self.name


class WalkFinding(models.Model):
    """Something found at a stop: its words are a voice, and a role owns what is done about it.

    It goes when its voice is erased.
    """

    public_id = public_id()
    stop = models.ForeignKey(WalkStop, on_delete=models.CASCADE, related_name="findings")
    voice = models.OneToOneField(Voice, on_delete=models.CASCADE, related_name="finding")
    owner = columns.CharField(max_length=120, blank=True)  # a role; empty for a strength
    due_on = columns.DateField(null=True, blank=True)
    outcome = columns.CharField(max_length=10, choices=choices(Outcome), blank=True)  # empty: not looked at
    seen_on = columns.DateField(null=True, blank=True)  # the day of the follow-up walk

    class Meta:
        ordering = ("stop__number", "id")
