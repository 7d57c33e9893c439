"""A survey of a municipality: its definition, its days, and who may answer it how."""

from datetime import date

from django.db import models
from django.utils import timezone

from handslag.domain import surveys
from handslag.domain.surveys import Lane, SurveyState, Texts
from handslag.models import columns
from handslag.models.fields import choices, public_id
from handslag.models.municipalities import Municipality


class Survey(models.Model):
    """`definition` is what `domain.surveys.to_record` gives; an easy variant is its language `sv-simple`.

    `purpose` and `controller` are words per language for the notice before the first question: what the
    answers are for, and which board answers for the personal data. Who answered is stored nowhere.
    """

    public_id = public_id()
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="surveys")
    slug = columns.SlugField(max_length=60)
    definition = columns.JSONField()
    state = columns.CharField(max_length=10, choices=choices(SurveyState), default=SurveyState.DRAFT)
    opens_on = columns.DateField(null=True, blank=True)
    closes_on = columns.DateField(null=True, blank=True)  # the last day that answers are taken
    lanes = columns.JSONField(default=list, blank=True)  # of `Lane`: how answers may come in
    purpose = columns.JSONField(default=dict, blank=True)
    controller = columns.JSONField(default=dict, blank=True)
    unread = columns.JSONField(default=list, blank=True)  # what an imported file held and this lacks
    opened_at = models.DateTimeField(null=True, editable=False)
    closed_at = models.DateTimeField(null=True, editable=False)
    key = columns.CharField(
        max_length=32, null=True, unique=True, editable=False
    )  # of the form it was made with: sent again it makes nothing
    approved_on = columns.DateField(null=True, editable=False)  # of its results; from then they are frozen

    class Meta:
        ordering = ("-id",)
        constraints = [models.UniqueConstraint(fields=["municipality", "slug"], name="one_survey_per_slug")]

    def defined(self) -> surveys.Survey:
        """What is asked, as the rules compute with it."""
        return surveys.from_record(self.definition)

    def notice(self, language: str) -> tuple[str, str]:
        """Purpose and controller, in the words for somebody who reads `language`."""
        order = self.definition["languages"]
        return Texts.of(self.purpose, order).say(language), Texts.of(self.controller, order).say(language)

    @property
    def closed_on(self) -> date | None:
        """The local day on which it was closed; None while it is not."""
        return timezone.localdate(self.closed_at) if self.closed_at else None

    def takes_answers(self, lane: Lane, on: date) -> bool:
        """Whether an answer may come in by `lane` on the day `on`."""
        return self.opening().takes_answers(lane, on)

    def opening(self) -> surveys.Opening:
        """When it takes answers, as the rules compute with it."""
        lanes = tuple(map(Lane, self.lanes))
        return surveys.Opening(SurveyState(self.state), lanes, self.opens_on, self.closes_on)

    def __str__(self) -> str:
        return self.defined().title.say("sv")
