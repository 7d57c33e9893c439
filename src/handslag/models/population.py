"""Population figures that a municipality uploaded: by age in years and sex, one row per year."""

from django.db import models

from handslag.domain.listening.population import Population
from handslag.models import columns
from handslag.models.municipalities import Municipality


class PopulationFigures(models.Model):
    """`men` and `women` are lists from age 0 to 100 and older. The source is Statistics Sweden."""

    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE, related_name="populations")
    year = columns.PositiveSmallIntegerField()
    men = columns.JSONField()
    women = columns.JSONField()
    uploaded_on = columns.DateField()

    class Meta:
        ordering = ("-year",)
        constraints = [models.UniqueConstraint(fields=["municipality", "year"], name="one_population_a_year")]

    def population(self) -> Population:
        """The figures as the rules compute with them."""
        return Population(self.municipality.code, self.year, tuple(self.men), tuple(self.women))
