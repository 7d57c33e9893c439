"""What has been sent, so that nothing goes twice, and which links of mails have been used."""

from django.conf import settings
from django.db import models

from handslag.models import columns


class SentMail(models.Model):
    """One reminder to one person, known by the key of `domain/keeping/reminders.py`.

    Claimed before it is handed over: `sent_at` empty means that it is on its way, or that nobody knows
    whether it arrived; it is never sent again. `refused_at`: the mail server said no, so it is tried again.
    """

    key = columns.CharField(max_length=160, unique=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    claimed_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    refused_at = models.DateTimeField(null=True)


class UsedLink(models.Model):
    """A link of a mail that has done what it does. `digest`: SHA-256 of its token, in hexadecimal."""

    digest = columns.CharField(max_length=64, unique=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    used_at = models.DateTimeField()
