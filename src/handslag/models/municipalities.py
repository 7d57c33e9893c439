"""Who the promises belong to. Every other row is reached through its municipality."""

from django.db import models

from handslag.models import columns


class PoliceArea(models.Model):
    """A lokalpolisområde; one may sign with several municipalities."""

    name = columns.CharField(max_length=120, unique=True)

    def __str__(self) -> str:
        return self.name


class Municipality(models.Model):
    """One tenant. `slug` is its place in addresses, `short_name` what people call it ("Härnösand")."""

    slug = columns.SlugField(max_length=60, unique=True)
    name = columns.CharField(max_length=120)
    short_name = columns.CharField(max_length=80)
    code = columns.CharField(max_length=4, blank=True)  # SCB's municipality code
    police_area = models.ForeignKey(PoliceArea, on_delete=models.PROTECT, related_name="municipalities")
    contact = columns.CharField(max_length=200, blank=True)  # a function's address, never a person's
    is_demo = models.BooleanField(default=False)  # made-up activities: said on every page

    class Meta:
        ordering = ("short_name",)

    def __str__(self) -> str:
        return self.name
