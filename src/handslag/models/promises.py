"""Promises and the versions of their terms."""

from decimal import Decimal

from django.db import models

from handslag.domain.people.parties import Party
from handslag.domain.promises.carrying import Fate
from handslag.domain.promises.changes import ENDS, Change
from handslag.domain.promises.terms import Kind, Measure, Per, PromiseState, Reading, Spread, Terms
from handslag.models import columns
from handslag.models.fields import choices, public_id
from handslag.models.municipalities import Municipality
from handslag.models.readings import Reading as ReadingModel
from handslag.models.rounds import Round


class Promise(models.Model):
    """One promise. Drafts may be edited; once published, its terms change only by a new version."""

    public_id = public_id()
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="promises")
    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="promises")
    number = columns.PositiveIntegerField()  # within the municipality, in addresses and mouths
    state = columns.CharField(max_length=12, choices=choices(PromiseState), default=PromiseState.DRAFT)
    perspective = columns.CharField(max_length=200, blank=True)
    position = columns.PositiveIntegerField(default=0)  # order within the round
    aim = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="activities_of"
    )
    reading = models.ForeignKey(
        ReadingModel, null=True, blank=True, on_delete=models.SET_NULL, related_name="promises"
    )
    spans = columns.JSONField(default=dict, blank=True)  # field name: [[start, end], …] in reading.text

    class Meta:
        ordering = ("position", "number")
        constraints = [
            models.UniqueConstraint(fields=["municipality", "number"], name="one_promise_per_number"),
        ]

    def __str__(self) -> str:
        return f"{self.municipality.slug} {self.number}"


class PromiseVersion(models.Model):
    """The terms of a promise from `valid_from` on. The first is version 1; none is ever overwritten."""

    promise = models.ForeignKey(Promise, on_delete=models.CASCADE, related_name="versions")
    version = columns.PositiveIntegerField(default=1)
    text = columns.TextField()
    parties = columns.JSONField(default=list)
    valid_from = columns.DateField()
    valid_to = columns.DateField(null=True, blank=True)
    review_on = columns.DateField(null=True, blank=True)
    places = columns.JSONField(default=list, blank=True)  # names, as promised; matched through the register
    target_groups = columns.JSONField(default=list, blank=True)
    kind = columns.CharField(max_length=12, choices=choices(Kind), blank=True)  # empty: not decided yet
    at_least = columns.DecimalField(max_digits=10, decimal_places=2, default=Decimal(1))
    unit = columns.CharField(max_length=60, blank=True)
    per = columns.CharField(max_length=10, choices=choices(Per), default=Per.ONCE)
    reading_of_number = columns.CharField(max_length=12, choices=choices(Reading), default=Reading.EACH)
    spread = columns.CharField(max_length=8, choices=choices(Spread), blank=True)
    year_named = models.BooleanField(default=False)
    minimal = models.BooleanField(default=False)
    by = columns.DateField(null=True, blank=True)
    event_series = columns.CharField(max_length=60, blank=True)  # which events, for promises at each event
    change = columns.CharField(max_length=12, choices=choices(Change), default=Change.FIRST)
    reason = columns.TextField(blank=True)  # why this version replaced the one before
    replaced_by = models.ForeignKey(
        Promise, null=True, blank=True, on_delete=models.PROTECT, related_name="replaces"
    )
    round = models.ForeignKey(  # it was published with; none: changed between rounds
        Round, null=True, blank=True, on_delete=models.PROTECT, related_name="versions"
    )
    made_at = models.DateTimeField()

    class Meta:
        ordering = ("promise", "version")
        constraints = [models.UniqueConstraint(fields=["promise", "version"], name="one_row_per_version")]

    def measure(self) -> Measure:
        """The measure as a rule value. Raises `BadInput` when the stored numbers make none."""
        return Measure(
            kind=Kind(self.kind),
            at_least=Decimal(int(self.at_least)) if self.at_least == int(self.at_least) else self.at_least,
            unit=self.unit,
            per=Per(self.per),
            reading=Reading(self.reading_of_number),
            spread=Spread(self.spread) if self.spread else None,
            year_named=self.year_named,
            minimal=self.minimal,
            by=self.by,
        )

    def terms(self) -> Terms:
        """The terms as a rule value; judged school by school, the schools are all those of the calendar."""
        promise = self.promise
        return Terms(
            id=promise.public_id,
            text=self.text,
            parties=tuple(Party(party) for party in self.parties),
            valid_from=self.valid_from,
            valid_to=self.valid_to,
            review_on=self.review_on,
            measure=self.measure(),
            places=tuple(self.places),
            aim=promise.aim.public_id if promise.aim else None,
            version=self.version,
            withdrawn=self.change in ENDS,
        )


class Review(models.Model):
    """The parties looked at a promise and let it hold on (översyn): no new version, a new day to look."""

    promise = models.ForeignKey(Promise, on_delete=models.CASCADE, related_name="reviews")
    reviewed_on = columns.DateField()
    next_on = columns.DateField()
    said = columns.TextField()
    made_at = models.DateTimeField()

    class Meta:
        ordering = ("promise", "reviewed_on", "id")


class CarryOver(models.Model):
    """What a round does with a promise of a former one.

    While it is prepared, `draft` says how the promise goes on, in the same words or others; None: it goes.
    Once it is published, the draft is gone and `fate` says what became of the promise.
    """

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="carried")
    former = models.ForeignKey(Promise, on_delete=models.CASCADE, related_name="carried_by")
    draft = models.OneToOneField(
        Promise, null=True, blank=True, on_delete=models.CASCADE, related_name="carries"
    )
    reason = columns.TextField(blank=True)
    fate = columns.CharField(max_length=10, choices=choices(Fate), blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "former"], name="one_fate_per_promise_and_round")
        ]
