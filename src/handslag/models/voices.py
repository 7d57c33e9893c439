"""What residents said: masked before it is stored, linked to no answer and no person."""

from django.conf import settings
from django.db import models
from django.db.models import Count, Q

from handslag.domain.listening.voices import READERS, Channel, SourceKind, Verdict, VoiceKind
from handslag.domain.people.parties import Party
from handslag.models import columns
from handslag.models.fields import choices
from handslag.models.municipalities import Municipality
from handslag.models.places import Place


class QuotableVoices(models.Manager["Voice"]):
    """What may be quoted in public: shared, not held, and approved by two people with nobody against."""

    def get_queryset(self) -> models.QuerySet["Voice"]:
        approved = Count("reviews", filter=Q(reviews__verdict=Verdict.MAY_BE_QUOTED))
        refused = Count("reviews", filter=Q(reviews__verdict=Verdict.NEVER))
        shared = super().get_queryset().filter(is_held=False, party="")
        return shared.annotate(approved=approved, refused=refused).filter(approved__gte=READERS, refused=0)


class Voice(models.Model):
    """One text or statement card, whatever it came through.

    The id is given by the caller (16 bytes, hex) and the table keeps no order, so that neither shows who
    spoke before whom. There is no time beyond the day of the round and no link to a survey's answer.
    """

    id = columns.CharField(primary_key=True, max_length=32)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="voices")
    channel = columns.CharField(max_length=20, choices=choices(Channel))
    source_kind = columns.CharField(max_length=20, choices=choices(SourceKind))
    source_id = columns.CharField(max_length=10)  # public id of the survey, dialogue or stop
    question = columns.CharField(max_length=120, blank=True)  # its name in the survey
    round_on = columns.DateField()  # the day of the round or meeting, the same for all its voices
    kind = columns.CharField(max_length=20, choices=choices(VoiceKind), default=VoiceKind.OTHER)
    place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    group = columns.CharField(max_length=60, blank=True)  # a broad group, only where it was large enough
    party = columns.CharField(max_length=30, choices=choices(Party), blank=True)  # whose people alone read it
    text = columns.SealedWordsField(book="source_id")
    is_held = models.BooleanField(default=False)  # may name or accuse somebody: one named person reads first

    objects = models.Manager["Voice"]()
    quotable = QuotableVoices()

    class Meta:
        ordering = ("id",)
        indexes = [
            models.Index(fields=["municipality", "source_kind", "source_id", "question"], name="voice_source")
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(channel=Channel.STAFF_DIALOGUE) | ~Q(party=""),
                name="staff_are_read_by_their_own",
            )
        ]


class VoiceReview(models.Model):
    """What one reader said of a voice. Nobody counts as two: the database refuses it."""

    voice = models.ForeignKey(Voice, on_delete=models.CASCADE, related_name="reviews")
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    verdict = columns.CharField(max_length=20, choices=choices(Verdict))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["voice", "reviewer"], name="one_review_per_reader")]


class HeldReader(models.Model):
    """The one person of a party who reads what is held (quarantine)."""

    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE, related_name="held_readers")
    party = columns.CharField(max_length=30, choices=choices(Party))
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["municipality", "party"], name="one_held_reader_per_party")
        ]
