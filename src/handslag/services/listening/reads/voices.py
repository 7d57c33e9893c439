"""Voices as the desk lists them, and those that the public may read."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from handslag.domain.characters import by_name
from handslag.domain.listening.voices import QUOTED_FROM, READERS, Verdict, VoiceState, voice_state
from handslag.domain.people.parties import Party
from handslag.models.models import (
    Dialogue,
    HeldReader,
    Municipality,
    Survey,
    User,
    Voice,
    VoiceReview,
    WalkStop,
)
from handslag.services.access import held_parties, membership_in, voices_of_open_surveys

PAGE = 50  # voices on one page


@dataclass(frozen=True, slots=True)
class VoiceFilter:
    """What is asked for; an empty value asks for all. The values are checked by the form."""

    channel: str = ""
    kind: str = ""
    state: str = ""
    place: str = ""
    source: str = ""  # public id of a survey, dialogue or stop
    page: int = 1


@dataclass(frozen=True, slots=True)
class VoiceRow:
    """One voice, ready to print."""

    id: str
    text: str
    channel: str
    kind: str
    place: str
    group: str
    round_on: date
    state: VoiceState
    is_staff: bool
    is_mine: bool  # whether the person has read it before

    @property
    def may_review(self) -> bool:
        return not self.is_mine and self.state not in (VoiceState.NEVER_QUOTED, VoiceState.MAY_BE_QUOTED)

    @property
    def may_be_ticked(self) -> bool:
        """Whether it may be approved together with others: what is held is read alone, staff never quoted."""
        return self.may_review and not self.is_staff and self.state is not VoiceState.HELD


@dataclass(frozen=True, slots=True)
class VoicePage:
    """One page of voices. `held_from_me` are held for somebody else: only their number is told."""

    rows: tuple[VoiceRow, ...]
    total: int
    number: int
    pages: int
    held_from_me: int


@dataclass(frozen=True, slots=True)
class VoiceWay:
    """The way on from one voice among those that are asked for; the keys of others, empty for none.

    `number` of `total`; `to_review` is the next that waits for the person, `left` how many do.
    """

    before: str
    after: str
    to_review: str
    number: int
    total: int
    left: int


def voice_way(user: User, municipality: Municipality, choice: VoiceFilter, key: str) -> VoiceWay:
    """Where a voice stands, also when it is no longer among those asked for. Ten queries at most."""
    readable, hidden = _readable(user, municipality)
    found = _chosen(readable.exclude(hidden), choice).order_by("id")
    mine = VoiceReview.objects.filter(reviewer=user).values("voice")
    decided = VoiceReview.objects.filter(verdict=Verdict.NEVER).values("voice")
    approved = Count("reviews", filter=Q(reviews__verdict=Verdict.MAY_BE_QUOTED))
    waits = found.exclude(pk=key).exclude(pk__in=mine).exclude(pk__in=decided)
    waits = waits.annotate(approved=approved).filter(approved__lt=READERS)
    ahead, behind = found.filter(pk__gt=key), found.filter(pk__lt=key)
    return VoiceWay(
        before=_key(behind.reverse()),
        after=_key(ahead),
        to_review=_key(waits.filter(pk__gt=key)) or _key(waits),
        number=behind.count() + 1,
        total=found.exclude(pk=key).count() + 1,
        left=waits.count(),
    )


def voice_page(user: User, municipality: Municipality, choice: VoiceFilter) -> VoicePage:
    """The voices that `user` may read and asks for. Six queries, however many there are."""
    readable, hidden = _readable(user, municipality)
    found = _chosen(readable.exclude(hidden), choice)
    total = found.count()
    pages = max(1, -(-total // PAGE))
    number = min(max(choice.page, 1), pages)
    shown = found.select_related("place").prefetch_related("reviews")[(number - 1) * PAGE : number * PAGE]
    rows = tuple(_row(voice, user) for voice in shown)
    return VoicePage(rows, total, number, pages, readable.filter(hidden).count())


@dataclass(frozen=True, slots=True)
class VoicesWaiting:
    """How many voices wait for one person: `unread`, for a `second` reader, in quarantine (`held`).

    `for_nobody`: in quarantine, and the person's party has named nobody to read them.
    """

    unread: int
    second: int
    held: int
    for_nobody: int

    def __bool__(self) -> bool:
        return bool(self.unread or self.second or self.held or self.for_nobody)


NONE_WAITING = VoicesWaiting(0, 0, 0, 0)


def voices_waiting(user: User, municipality: Municipality) -> VoicesWaiting:
    """What `user` can do for the voices. What staff said is never quoted, so it waits only in quarantine.

    Nine queries.
    """
    readable, hidden = _readable(user, municipality)
    new_to_me = _counted(readable.exclude(hidden).exclude(reviews__reviewer=user))
    said = new_to_me.filter(party="")
    return VoicesWaiting(
        unread=said.filter(_STATES[VoiceState.RECEIVED]).count(),
        second=said.filter(_STATES[VoiceState.READ_BY_ONE]).count(),
        held=new_to_me.filter(_STATES[VoiceState.HELD]).count(),
        for_nobody=_held_for_nobody(user, municipality, readable.filter(is_held=True)),
    )


def _held_for_nobody(user: User, municipality: Municipality, held: QuerySet[Voice]) -> int:
    if held_reader(user, municipality) is not None:
        return 0
    own = membership_in(user, municipality).party
    parties = [own, ""] if own == Party.MUNICIPALITY else [own]
    return _counted(held.filter(party__in=parties)).filter(_STATES[VoiceState.HELD]).count()


def voice_row(voice: Voice, user: User) -> VoiceRow:
    """One voice as `user` sees it. Two queries."""
    return _row(voice, user)


@dataclass(frozen=True, slots=True)
class SourceRow:
    """Something voices were said in."""

    public_id: str
    name: str
    round_on: date


def sources(municipality: Municipality) -> list[SourceRow]:
    """The dialogues and surveys that gave voices which both parties may read. Four queries."""
    said = _of_the_past(municipality).filter(party="").order_by()
    days = dict(said.values_list("source_id", "round_on").distinct())
    of_stops = dict(
        WalkStop.objects.filter(public_id__in=days).values_list("public_id", "dialogue__public_id")
    )
    days |= {of_stops[key]: days[key] for key in of_stops}
    dialogues = Dialogue.objects.filter(municipality=municipality, public_id__in=days)
    surveys = Survey.objects.filter(municipality=municipality, public_id__in=days)
    found: list[Dialogue | Survey] = [*dialogues, *surveys]
    rows = [SourceRow(one.public_id, str(one), days[one.public_id]) for one in found]
    return sorted(rows, key=lambda row: (row.round_on, row.name), reverse=True)


def held_reader(user: User, municipality: Municipality) -> User | None:
    """Who of the person's own party reads what is held. Two queries."""
    party = membership_in(user, municipality).party
    named = HeldReader.objects.filter(municipality=municipality, party=party).select_related("user").first()
    return named.user if named else None


def members_of_own_party(user: User, municipality: Municipality) -> list[User]:
    """Who works here for the same party. Two queries."""
    party = membership_in(user, municipality).party
    members = User.objects.filter(memberships__municipality=municipality, memberships__party=party)
    return by_name(members.order_by("email"))


def quotes(municipality: Municipality, source_id: str) -> tuple[str, ...]:
    """The texts of one source that two people have approved, when it has at least twenty. Two queries."""
    return quotes_of(municipality, [source_id]).get(source_id, ())


def quotes_of(municipality: Municipality, source_ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """As `quotes`, of each source that has any. Two queries."""
    said = _of_the_past(municipality).filter(source_id__in=source_ids, party="")
    counts = dict(said.order_by().values_list("source_id").annotate(Count("pk")))
    many = said.filter(source_id__in=[key for key, count in counts.items() if count >= QUOTED_FROM])
    found: defaultdict[str, list[str]] = defaultdict(list)
    for key, text in Voice.quotable.filter(pk__in=many.values("pk")).values_list("source_id", "text"):
        found[key].append(text)
    return {key: tuple(texts) for key, texts in found.items()}


def _readable(user: User, municipality: Municipality) -> tuple[QuerySet[Voice], Q]:
    """The voices that the person's party may know of, and which of them are held for somebody else."""
    own = membership_in(user, municipality).party
    mine = held_parties(user, municipality)
    mine += [""] if Party.MUNICIPALITY in mine else []  # what residents say is held for the municipality's
    readable = _of_the_past(municipality).filter(party__in=("", own))
    return readable, Q(is_held=True) & ~Q(party__in=mine)


def _of_the_past(municipality: Municipality) -> QuerySet[Voice]:
    """All voices but those that still come in."""
    arriving = voices_of_open_surveys(municipality)
    return Voice.objects.filter(municipality=municipality).exclude(pk__in=arriving.values("pk"))


def _key(found: QuerySet[Voice]) -> str:
    return str(found.values_list("pk", flat=True).first() or "")


def _chosen(found: QuerySet[Voice], choice: VoiceFilter) -> QuerySet[Voice]:
    asked = {
        "channel": choice.channel,
        "kind": choice.kind,
        "place__name": choice.place,
    }
    found = found.filter(**{name: value for name, value in asked.items() if value})
    if choice.source:  # a walk's voices come from its stops too
        stops = WalkStop.objects.filter(dialogue__public_id=choice.source).values("public_id")
        found = found.filter(Q(source_id=choice.source) | Q(source_id__in=stops))
    if not choice.state:
        return found
    return _counted(found).filter(_STATES[VoiceState(choice.state)])


def _counted(found: QuerySet[Voice]) -> QuerySet[Voice]:
    return found.annotate(
        yes=Count("reviews", filter=Q(reviews__verdict=Verdict.MAY_BE_QUOTED)),
        no=Count("reviews", filter=Q(reviews__verdict=Verdict.NEVER)),
    )


_OPEN = Q(no=0, is_held=False)
_STATES = {
    VoiceState.NEVER_QUOTED: Q(no__gt=0),
    VoiceState.HELD: Q(no=0, is_held=True),
    VoiceState.MAY_BE_QUOTED: _OPEN & Q(yes__gte=READERS),
    VoiceState.READ_BY_ONE: _OPEN & Q(yes=1),
    VoiceState.RECEIVED: _OPEN & Q(yes=0),
}


def _row(voice: Voice, user: User) -> VoiceRow:
    reviews = list(voice.reviews.all())
    verdicts = [Verdict(review.verdict) for review in reviews]
    return VoiceRow(
        id=voice.id,
        text=voice.text,
        channel=voice.channel,
        kind=voice.kind,
        place=str(voice.place or ""),
        group=voice.group,
        round_on=voice.round_on,
        state=voice_state(is_held=voice.is_held, verdicts=verdicts),
        is_staff=bool(voice.party),
        is_mine=user.pk in [review.reviewer_id for review in reviews],
    )
