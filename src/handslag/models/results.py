"""Published tables of a survey, kept as they were shown. Nothing in them can be worked back to an answer."""

from django.db import models

from handslag.domain.surveys import Lane
from handslag.models import columns
from handslag.models.fields import choices
from handslag.models.surveys import Survey


class ResultEdition(models.Model):
    """The tables of one lane on one day. The newest is shown; the others say what was shown before.

    `tables` is what `to_record` gives, `weighting` what `services/listening/results.py` adds in the
    lane of codes, `texts` how many texts each free question had, rounded. `answers` is never shown: it only
    decides when the tables may move.
    """

    survey = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="editions")
    lane = columns.CharField(max_length=10, choices=choices(Lane))
    made_on = columns.DateField()
    answers = columns.PositiveIntegerField()
    tables = columns.JSONField()
    weighting = columns.JSONField(null=True, blank=True)
    texts = columns.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ("-made_on",)
        constraints = [
            models.UniqueConstraint(fields=["survey", "lane", "made_on"], name="one_edition_a_day")
        ]
