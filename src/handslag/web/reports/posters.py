"""What invites to a dialogue: the words of the poster and of the calendar file."""

from datetime import datetime, time, timedelta

from django.utils.translation import get_language, gettext

from handslag import clock
from handslag.clock import STOCKHOLM
from handslag.documents.invitation import Invitation
from handslag.documents.paper import Poster
from handslag.domain.listening.dialogues import ends_next_day
from handslag.models.models import Dialogue
from handslag.web.words.labels import listed, opened, owner, parties_words, weekday
from handslag.web.words.listening_labels import hours_word


def poster_of(dialogue: Dialogue, address: str) -> Poster:
    """The poster of a dialogue. `address`: its public page, whole."""
    municipality = dialogue.municipality
    facts = [(gettext("What you can influence"), dialogue.influence)]
    if dialogue.target_group:
        facts.append((gettext("For whom"), opened(dialogue.target_group)))
    if dialogue.access_needs:
        facts.append((gettext("So that everybody can take part"), dialogue.access_needs))
    facts.append((gettext("You meet"), opened(listed(dialogue.hosts))))
    asked = gettext("Demonstration: made up.") if municipality.is_demo else ""
    off = gettext("Called off: {reason}").format(reason=dialogue.cancel_reason)
    return Poster(
        title=dialogue.name,
        language=get_language() or "sv",
        on=dialogue.held_on,
        owner=opened(parties_words(dialogue.parties)),
        when=f"{opened(weekday(dialogue.held_on))}, {hours_word(dialogue.starts, dialogue.ends)}",
        where=dialogue.venue,
        lead=dialogue.purpose,
        facts=tuple(facts),
        call=gettext("Read more, and what comes of it"),
        address=address,
        shown=address.partition("://")[2].rstrip("/"),
        foot=gettext("{owner} citizen promises").format(owner=owner(municipality.short_name)),
        notice=off if dialogue.cancelled_at else asked,
    )


def invitation_of(dialogue: Dialogue, address: str) -> Invitation:
    """The calendar entry of a dialogue. `address`: its public page, whole."""
    return Invitation(
        uid=f"{dialogue.public_id}@handslag",
        title=dialogue.name,
        starts_at=_at(dialogue, dialogue.starts),
        ends_at=_at(dialogue, dialogue.ends)
        + timedelta(
            days=ends_next_day(dialogue.starts, dialogue.ends)
        ),  # of hours on the wall, also in autumn
        place=dialogue.venue,
        description=f"{dialogue.purpose}\n\n{address}",
        address=address,
        is_cancelled=dialogue.cancelled_at is not None,
        made_at=clock.now(),
    )


def _at(dialogue: Dialogue, when: time) -> datetime:
    return datetime.combine(dialogue.held_on, when, STOCKHOLM)
