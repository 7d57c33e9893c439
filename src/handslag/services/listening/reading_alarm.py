"""When one person reads very many voices in a short time, the others who answer for them are told."""

import logging

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from handslag.documents.fitting import one_line, readable
from handslag.domain.listening.voices import MANY_IN_AN_HOUR
from handslag.domain.permissions import ALLOWED, Action
from handslag.models.models import Membership, Municipality, User
from handslag.services.listening.reads.voice_readings import read_within_hour, was_told_within_hour
from handslag.services.log import record

log = logging.getLogger(__name__)


def tell_of_reading(reader: User, municipality: Municipality) -> None:
    """Note it when `reader` has read more than 200 voices within an hour, and write to the others.

    - at most once an hour for each person
    - the note is kept with the reading itself; the letter is tried once, after it
    """
    voices = read_within_hour(reader, municipality)
    if voices <= MANY_IN_AN_HOUR or was_told_within_hour(reader, municipality):
        return
    record(
        "tell_of_reading", actor=reader, municipality=municipality, kind="voice", object_id="", voices=voices
    )
    transaction.on_commit(lambda: _write(reader, municipality, voices))


def _write(reader: User, municipality: Municipality, voices: int) -> None:
    """The letter. A mail server that is away stops nobody from reading: the page has it anyway."""
    roles = ALLOWED[Action.SEE_READERS]
    others = Membership.objects.filter(municipality=municipality, role__in=roles, user__is_active=True)
    for member in others.exclude(user=reader).select_related("user"):
        try:
            _letter(member.user, reader, municipality, voices).send()
        except OSError:
            log.exception("A letter about the reading of voices could not be sent.")


def _letter(to: User, reader: User, municipality: Municipality, voices: int) -> EmailMessage:
    with translation.override(to.language):
        address = settings.BASE_URL + reverse("desk_voice_readers", args=[municipality.slug])
        context = {
            "user": to,
            "who": reader,
            "place": municipality.short_name,
            "voices": voices,
            "address": address,
        }
        subject = one_line(render_to_string("emails/reading_subject.txt", context))
        body = readable(render_to_string("emails/reading.txt", context)).strip() + "\n"
    return EmailMessage(subject, body, to=[to.email], headers={"Auto-Submitted": "auto-generated"})
