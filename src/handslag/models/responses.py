"""Answers to surveys, as little of each as can be counted. Which columns there are is docs/rules/answers.md.

No table here has a time, an address or a number that grows; none but `SurveyCode` points to another of
them. On SQLite they keep no order either (`WithoutRowid` in the migration); on PostgreSQL the order goes
when the survey closes (`services/listening/intake/taking.py`).
"""

from django.db import models

from handslag.domain.listening.answers import CodeChannel
from handslag.domain.surveys import Lane
from handslag.models import columns
from handslag.models.fields import choices
from handslag.models.surveys import Survey


class Response(models.Model):
    """One answer. `id` is a one-way function of the receipt code, which is stored nowhere.

    `answers` is what `domain.surveys.coded` gives: small numbers by question, no free text. `batch` is a
    label, as good as random, that it shares with at least nineteen others that seem to come from a script.
    """

    id = models.UUIDField(primary_key=True)
    survey = models.ForeignKey(Survey, on_delete=models.PROTECT, related_name="responses")
    version = columns.PositiveSmallIntegerField()  # of the survey's definition
    lane = columns.CharField(max_length=10, choices=choices(Lane))
    answers = columns.JSONField()
    batch = columns.CharField(max_length=10, blank=True)

    class Meta:
        ordering = ("id",)


class SealedResponse(models.Model):
    """An answer with its texts, waiting for others of its lane (`services/listening/intake/waiting.py`).

    With the key alone, which is not in the database, `id` leads to the answer and `sealed` is opened; `key`
    is its name.
    """

    id = models.UUIDField(primary_key=True)
    survey = models.ForeignKey(Survey, on_delete=models.PROTECT, related_name="+")
    lane = columns.CharField(max_length=10, choices=choices(Lane))
    key = models.UUIDField()
    sealed = models.BinaryField()


class SentForm(models.Model):
    """A form that has been sent, so that sending it again counts once. Its id leads to no answer."""

    id = models.UUIDField(primary_key=True)
    survey = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="+")


class SpentWork(models.Model):
    """A proof of work that has been used. `slot`: the span of twenty minutes, then it can be forgotten."""

    id = models.UUIDField(primary_key=True)
    slot = columns.PositiveIntegerField()


class CodeBatch(models.Model):
    """Codes that were made together, for letters, the library or a meeting. That is public: so many, then."""

    survey = models.ForeignKey(Survey, on_delete=models.PROTECT, related_name="code_batches")
    channel = columns.CharField(max_length=10, choices=choices(CodeChannel))
    number = columns.PositiveIntegerField()
    issued_at = models.DateTimeField()
    key = columns.CharField(
        max_length=32, null=True, unique=True, editable=False
    )  # of the form it was made with: sent again it makes nothing

    class Meta:
        ordering = ("issued_at", "id")


class SurveyCode(models.Model):
    """A code that lets one person answer once. `id` is an HMAC of it; the code itself is only on paper."""

    id = models.UUIDField(primary_key=True)
    batch = models.ForeignKey(CodeBatch, on_delete=models.CASCADE, related_name="codes")
    is_used = models.BooleanField(default=False)
