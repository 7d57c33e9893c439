"""Where: places with their aliases, schools, and the school authorities' terms."""

from django.db import models

from handslag.models import columns
from handslag.models.municipalities import Municipality


class Place(models.Model):
    """A named place of a municipality's own list (ort, ytterområde, square …)."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="places")
    name = columns.CharField(max_length=120)
    aliases = columns.JSONField(default=list, blank=True)  # list of other names
    # Degrees (WGS 84), both or neither: the phone puts the nearest places first.
    latitude = columns.DecimalField(max_digits=8, decimal_places=5, null=True, blank=True)
    longitude = columns.DecimalField(max_digits=8, decimal_places=5, null=True, blank=True)

    class Meta:
        ordering = ("name",)
        constraints = [models.UniqueConstraint(fields=["municipality", "name"], name="one_place_per_name")]

    def __str__(self) -> str:
        return self.name


class SchoolAuthority(models.Model):
    """A huvudman: the municipality's own schools, or an independent one with its own term dates."""

    municipality = models.ForeignKey(
        Municipality, on_delete=models.PROTECT, related_name="school_authorities"
    )
    name = columns.CharField(max_length=120)

    class Meta:
        ordering = ("name",)
        constraints = [
            models.UniqueConstraint(fields=["municipality", "name"], name="one_authority_per_name")
        ]

    def __str__(self) -> str:
        return self.name


class SchoolTerm(models.Model):
    """First and last day of one term, as the school authority has decided it."""

    authority = models.ForeignKey(SchoolAuthority, on_delete=models.CASCADE, related_name="terms")
    start = columns.DateField()
    end = columns.DateField()

    class Meta:
        ordering = ("start",)


class SchoolBreak(models.Model):
    """Days without school within a term (sportlov, höstlov …): shown to those who plan, never judged."""

    authority = models.ForeignKey(SchoolAuthority, on_delete=models.CASCADE, related_name="breaks")
    name = columns.CharField(max_length=60)
    start = columns.DateField()
    end = columns.DateField()

    class Meta:
        ordering = ("start",)


class School(models.Model):
    """Judged from its first day to its last; a closed one stays, since activities are tied to it."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="schools")
    authority = models.ForeignKey(SchoolAuthority, on_delete=models.PROTECT, related_name="schools")
    name = columns.CharField(max_length=160)
    stages = columns.JSONField(default=list, blank=True)  # of `Stage`; empty: nobody has said
    unit_code = columns.CharField(max_length=8, blank=True)  # Skolverket's skolenhetskod
    first_on = columns.DateField(null=True, blank=True)  # empty: it has always been there
    last_on = columns.DateField(null=True, blank=True)  # empty: it is still there

    class Meta:
        ordering = ("name",)
        constraints = [models.UniqueConstraint(fields=["municipality", "name"], name="one_school_per_name")]

    def __str__(self) -> str:
        return self.name
