"""How well answers on paper are typed in: a sample is typed twice and compared."""

from django.db import models

from handslag.models import columns
from handslag.models.surveys import Survey


class PaperCheck(models.Model):
    """Sums over the forms that were typed in twice. Which forms they were is stored nowhere."""

    survey = models.OneToOneField(Survey, on_delete=models.CASCADE, related_name="paper_check")
    forms = columns.PositiveIntegerField(default=0)
    questions = columns.PositiveIntegerField(default=0)  # answers that were compared
    differing = columns.PositiveIntegerField(default=0)  # of those, typed in otherwise the second time
