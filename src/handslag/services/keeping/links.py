"""Links of mails that do one thing without a log-in: signed, for one person, once, for seven days.

Whoever has the link can use it in that person's name, so it does only what the person may do and what the
next look at the desk shows: say that something planned was done, or that a period is reported in full.
The link shows first what it will do; only its button does it.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from enum import StrEnum
from hashlib import sha256

from django.core.signing import BadSignature, Signer
from django.db import IntegrityError, transaction

from handslag import clock
from handslag.domain.errors import BadInput, NotAllowed, NotFound, WrongState
from handslag.domain.judging.cells import Cell, Status
from handslag.domain.keeping.activities import ActivityStatus
from handslag.domain.people.parties import Party
from handslag.domain.promises.terms import PromiseState
from handslag.models.models import Activity, Membership, Municipality, Promise, UsedLink, User
from handslag.services.access import Visitor
from handslag.services.judging.reads.standings import Standing, standings
from handslag.services.keeping.activities import confirm_plan
from handslag.services.keeping.period_reports import close_period
from handslag.services.keeping.reads.activities import ActivityRow, activity_row

LASTS = timedelta(days=7)
CONFIRMED = "Bekräftad genom länken i en påminnelse."  # the reason of the correction, shown in public
_signer = Signer(salt="handslag.mail-link")


class Act(StrEnum):
    """What a link does."""

    CONFIRM_PLAN = "confirm_plan"
    CLOSE_PERIOD = "close_period"


@dataclass(frozen=True, slots=True)
class Link:
    """What is signed: `thing` is the id of the activity or the promise, days are ISO dates."""

    act: Act
    user: int
    thing: str
    until: str
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """What the button of a link will do, and in whose name."""

    link: Link
    user: User
    municipality: Municipality
    standing: Standing
    activity: ActivityRow | None
    cells: tuple[Cell, ...]


def plan_link(user: User, activity: str, *, on: date) -> str:
    """The token of a link by which `user` says that what was planned was done."""
    return _token(Link(Act.CONFIRM_PLAN, user.pk, activity, (on + LASTS).isoformat()))


def period_link(user: User, promise: str, start: date, end: date, *, on: date) -> str:
    """The token of a link by which `user` says that a period is reported in full."""
    days = {"start": start.isoformat(), "end": end.isoformat()}
    return _token(Link(Act.CLOSE_PERIOD, user.pk, promise, (on + LASTS).isoformat(), **days))


def offer_of(token: str, visitor: Visitor) -> Offer:
    """What a link will do, for whoever opens it.

    Raises `BadInput("link_broken")`, `WrongState` when it has expired, been used or nothing is left to
    do, `NotAllowed("link_of_another")` for somebody logged in as another.
    """
    link = _link(token)
    user = User.objects.filter(pk=link.user, is_active=True).first()
    if user is None:
        raise BadInput("link_broken")
    if isinstance(visitor, User) and visitor != user:
        raise NotAllowed("link_of_another")
    until = date.fromisoformat(link.until)
    if clock.today() > until:
        raise WrongState("link_expired", until=until)
    if UsedLink.objects.filter(digest=_digest(token)).exists():
        raise WrongState("link_used")
    return _plan_offer(link, user) if link.act == Act.CONFIRM_PLAN else _period_offer(link, user)


@transaction.atomic
def use_link(token: str, visitor: Visitor) -> Offer:
    """Do what the link is for, in the name of the person it was sent to; it cannot be used again.

    Raises as `offer_of` and as the verb it calls.
    """
    offer = offer_of(token, visitor)
    try:
        with transaction.atomic():
            UsedLink.objects.create(digest=_digest(token), user=offer.user, used_at=clock.now())
    except IntegrityError as error:  # pressed twice at the same moment
        raise WrongState("link_used") from error
    _confirm_plan(offer) if offer.link.act == Act.CONFIRM_PLAN else _close_period(offer)
    return offer


def _confirm_plan(offer: Offer) -> None:
    activity = Activity.objects.get(public_id=offer.link.thing)
    confirm_plan(offer.user, activity=activity, reason=CONFIRMED)


def _close_period(offer: Offer) -> None:
    membership = Membership.objects.filter(user=offer.user, municipality=offer.municipality).first()
    if membership is None:
        raise NotFound("not_found")
    close_period(
        offer.user,
        promise=Promise.objects.get(public_id=offer.link.thing),
        start=date.fromisoformat(offer.link.start),
        end=date.fromisoformat(offer.link.end),
        party=Party(membership.party),
    )


def _plan_offer(link: Link, user: User) -> Offer:
    activity = Activity.objects.filter(public_id=link.thing).select_related("municipality").first()
    if activity is None:
        raise BadInput("link_broken")
    row = activity_row(activity)
    if row.replaced or row.status != ActivityStatus.PLANNED:
        raise WrongState("link_settled")
    standing = _standing(activity.municipality, row.promises[0])
    return Offer(link, user, activity.municipality, standing, row, ())


def _period_offer(link: Link, user: User) -> Offer:
    promise = Promise.objects.filter(public_id=link.thing).select_related("municipality").first()
    if promise is None or promise.state != PromiseState.PUBLISHED:
        raise BadInput("link_broken")
    standing = _standing(promise.municipality, promise.number)
    days = date.fromisoformat(link.start), date.fromisoformat(link.end)
    cells = tuple(cell for cell in standing.assessment.cells if (cell.start, cell.end) == days)
    if not any(cell.status is Status.NOT_REPORTED for cell in cells):
        raise WrongState("link_settled")
    return Offer(link, user, promise.municipality, standing, None, cells)


def _standing(municipality: Municipality, number: int) -> Standing:
    found = standings(municipality, on=clock.today(), numbers=[number])
    return next(one for one in found if one.number == number)


def _token(link: Link) -> str:
    return _signer.sign_object(asdict(link), compress=True)


def _link(token: str) -> Link:
    try:
        told: Mapping[str, str | int] = _signer.unsign_object(token)
        return Link(**told)  # type: ignore[arg-type]  # what we signed ourselves
    except (BadSignature, TypeError) as error:  # TypeError: signed by another version
        raise BadInput("link_broken") from error


def _digest(token: str) -> str:
    return sha256(token.encode()).hexdigest()
