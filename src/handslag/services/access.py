"""The only way from an address to an object, and from a person to what they may do with it."""

from typing import TypeVar

from django.contrib.auth.models import AnonymousUser
from django.db.models import Model, QuerySet

from handslag.domain.errors import NotAllowed, NotFound
from handslag.domain.listening.voices import SourceKind
from handslag.domain.people.parties import Party
from handslag.domain.permissions import Action, Role, is_allowed
from handslag.domain.surveys import SurveyState
from handslag.models.models import (
    Activity,
    AvailableHours,
    Dialogue,
    Event,
    HeldReader,
    ImportBatch,
    Measurement,
    Membership,
    Municipality,
    OwedAnswer,
    Place,
    Promise,
    Reading,
    School,
    SchoolAuthority,
    Survey,
    User,
    Voice,
    WalkFinding,
    WalkStop,
)

Visitor = User | AnonymousUser
Found = TypeVar("Found", bound=Model)


def role_in(user: Visitor, municipality: Municipality) -> Role | None:
    """The person's role in `municipality`, or None."""
    if not isinstance(user, User) or not user.is_active:
        return None
    membership = Membership.objects.filter(user=user, municipality=municipality).first()
    return Role(membership.role) if membership else None


def membership_in(user: User, municipality: Municipality) -> Membership:
    """The person's membership. Raises `NotFound` for somebody without one."""
    membership = Membership.objects.filter(user=user, municipality=municipality).first()
    if membership is None:
        raise NotFound("not_found")
    return membership


def require(user: Visitor, municipality: Municipality, action: Action) -> None:
    """Let `action` pass. Raises `NotFound` for a stranger, `NotAllowed` for a member without the right."""
    role = role_in(user, municipality)
    if role is None:
        raise NotFound("not_found")
    if not is_allowed(role, action):
        raise NotAllowed("not_allowed")


def require_party(user: User, municipality: Municipality, party: str) -> None:
    """Let a party's own people pass; an empty `party` is everybody's. Raises `NotFound` for the others.

    Police and municipality are two authorities: what one's staff said does not exist for the other.
    """
    if party and membership_in(user, municipality).party != party:
        raise NotFound("not_found")


def require_reader(user: User, voice: Voice) -> None:
    """Let those pass who may read `voice`: its party's own, and the named person alone while it is held.

    What residents say is held for the one whom the municipality has named; what they write in a survey is
    for nobody before its close. Raises `NotFound`.
    """
    if voices_of_open_surveys(voice.municipality).filter(pk=voice.pk).exists():
        raise NotFound("not_found")
    require_party(user, voice.municipality, voice.party)
    if voice.is_held and (voice.party or Party.MUNICIPALITY) not in held_parties(user, voice.municipality):
        raise NotFound("not_found")


def voices_of_open_surveys(municipality: Municipality) -> QuerySet[Voice]:
    """The voices that nobody is to see or count: whoever saw one arrive would know who wrote it."""
    open_ = Survey.objects.filter(municipality=municipality, state=SurveyState.OPEN)
    return Voice.objects.filter(
        municipality=municipality, source_kind=SourceKind.SURVEY, source_id__in=open_.values("public_id")
    )


def held_parties(user: User, municipality: Municipality) -> list[str]:
    """The parties for which somebody reads what is held. One query."""
    named = HeldReader.objects.filter(municipality=municipality, user=user)
    return list(named.values_list("party", flat=True))


def access_municipality(user: Visitor, slug: str, action: Action) -> Municipality:
    """The municipality behind a desk address. Raises as `require`."""
    municipality = public_municipality(slug)
    require(user, municipality, action)
    return municipality


def access_promise(user: Visitor, slug: str, number: int, action: Action) -> Promise:
    """A promise, draft or published, behind a desk address. Raises as `require`."""
    municipality = access_municipality(user, slug, action)
    return _one(
        Promise.objects.filter(municipality=municipality, number=number).select_related(
            "municipality", "round"
        )
    )


def access_reading(user: Visitor, slug: str, public_id: str, action: Action) -> Reading:
    """A page that was read. Raises as `require`."""
    municipality = access_municipality(user, slug, action)
    return _one(
        Reading.objects.filter(municipality=municipality, public_id=public_id).select_related("municipality")
    )


def access_activity(user: Visitor, slug: str, public_id: str, action: Action) -> Activity:
    """An activity, also one that has been corrected since. Raises as `require`."""
    municipality = access_municipality(user, slug, action)
    return _one(
        Activity.objects.filter(municipality=municipality, public_id=public_id).select_related("municipality")
    )


def access_import(user: Visitor, slug: str, public_id: str, action: Action) -> ImportBatch:
    """A file of activities, read in or not yet. Raises as `require`."""
    municipality = access_municipality(user, slug, action)
    return _one(
        ImportBatch.objects.filter(municipality=municipality, public_id=public_id).select_related(
            "municipality"
        )
    )


def access_authority(user: Visitor, slug: str, key: int, action: Action) -> SchoolAuthority:
    """A school authority of the calendar. Raises as `require`."""
    municipality = access_municipality(user, slug, action)
    return _one(municipality.school_authorities.filter(pk=key).select_related("municipality"))


def access_school(user: Visitor, slug: str, key: int, action: Action) -> School:
    """A school of the list. Raises as `require`."""
    municipality = access_municipality(user, slug, action)
    return _one(municipality.schools.filter(pk=key).select_related("municipality", "authority"))


def access_place(user: Visitor, slug: str, key: int, action: Action) -> Place:
    """A place of the list. Raises as `require`."""
    municipality = access_municipality(user, slug, action)
    return _one(municipality.places.filter(pk=key).select_related("municipality"))


def access_event(user: Visitor, slug: str, public_id: str, action: Action) -> Event:
    """An event that stands in the calendar. Raises as `require`."""
    municipality = access_municipality(user, slug, action)
    found = Event.current.filter(municipality=municipality, public_id=public_id)
    return _one(found.select_related("municipality"))


def access_survey(user: Visitor, slug: str, survey: str, action: Action) -> Survey:
    """A survey, in whatever state, by its own slug. Raises as `require`."""
    municipality = access_municipality(user, slug, action)
    return _one(municipality.surveys.filter(slug=survey).select_related("municipality__police_area"))


def access_hours(user: Visitor, slug: str, key: int, action: Action) -> AvailableHours:
    """A figure of available hours. Raises as `require`."""
    municipality = access_municipality(user, slug, action)
    return _one(municipality.available_hours.filter(pk=key).select_related("municipality"))


def access_dialogue(user: User, slug: str, public_id: str, action: Action) -> Dialogue:
    """A dialogue, a staff dialogue only for its own party's people. Raises as `require`."""
    municipality = access_municipality(user, slug, action)
    found = _one(
        Dialogue.objects.filter(municipality=municipality, public_id=public_id).select_related(
            "municipality", "follows"
        )
    )
    require_party(user, municipality, found.party)
    return found


def access_owed_answer(user: User, slug: str, public_id: str, action: Action) -> OwedAnswer:
    """A promised answer of a dialogue one may see. Raises as `require`."""
    municipality = access_municipality(user, slug, action)
    found = _one(
        OwedAnswer.objects.filter(dialogue__municipality=municipality, public_id=public_id).select_related(
            "dialogue__municipality"
        )
    )
    require_party(user, municipality, found.dialogue.party)
    return found


def access_stop(user: User, slug: str, public_id: str, action: Action) -> WalkStop:
    """A stop of a safety walk. Raises as `require`."""
    municipality = access_municipality(user, slug, action)
    found = WalkStop.objects.filter(dialogue__municipality=municipality, public_id=public_id)
    return _one(found.select_related("dialogue__municipality", "place"))


def access_finding(user: User, slug: str, public_id: str, action: Action) -> WalkFinding:
    """What was found at a stop. Raises as `require`."""
    municipality = access_municipality(user, slug, action)
    return _one(
        WalkFinding.objects.filter(
            stop__dialogue__municipality=municipality, public_id=public_id
        ).select_related("stop__dialogue__municipality", "voice")
    )


def access_voice(user: User, slug: str, key: str, action: Action) -> Voice:
    """A voice that this person may read. Raises as `require`."""
    municipality = access_municipality(user, slug, action)
    found = _one(Voice.objects.filter(municipality=municipality, id=key).select_related("municipality"))
    require_reader(user, found)
    return found


def public_dialogue(slug: str, public_id: str) -> Dialogue:
    """A dialogue with residents behind a public address, never one with staff. Raises `NotFound`."""
    found = Dialogue.objects.filter(municipality__slug=slug, public_id=public_id, party="")
    return _one(found.select_related("municipality__police_area", "follows"))


def access_measurement(user: Visitor, slug: str, key: int, action: Action) -> Measurement:
    """A later measurement beside a baseline. Raises as `require`."""
    municipality = access_municipality(user, slug, action)
    found = Measurement.objects.filter(baseline__promise__municipality=municipality, pk=key)
    return _one(found.select_related("baseline__promise__municipality"))


def public_municipality(slug: str) -> Municipality:
    """The municipality behind a public address. Raises `NotFound`."""
    return _one(Municipality.objects.filter(slug=slug).select_related("police_area"))


def public_promise(slug: str, number: int) -> Promise:
    """A published (or withdrawn) promise behind a public address. Raises `NotFound`."""
    found = Promise.objects.filter(municipality__slug=slug, number=number).exclude(state="draft")
    return _one(found.select_related("municipality__police_area", "round", "aim", "resident_check"))


def _one(found: QuerySet[Found]) -> Found:
    item = found.first()
    if item is None:
        raise NotFound("not_found")
    return item
