"""Dialogues as desk and public pages show them: rows that a template can print without another query."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta

from django.db.models import Count, Exists, Min, OuterRef, Q, QuerySet

from handslag.domain.listening.dialogues import (
    AnswerClock,
    DialogueKind,
    Group,
    Stage,
    answer_clock,
    stage_of,
)
from handslag.domain.listening.suppression import published_table
from handslag.domain.listening.voices import VoiceKind
from handslag.models.models import (
    Dialogue,
    Event,
    HeadCount,
    Municipality,
    OwedAnswer,
    Place,
    User,
    Voice,
    WalkFinding,
    WalkStop,
)
from handslag.services.access import membership_in
from handslag.services.listening.noise_keys import dialogue_noise

SOON = timedelta(days=14)  # before an answer is due, the desk says so
FIRST = ""  # `what` of the answer to the whole dialogue
_BEGUN = (
    Q(came__isnull=False)
    | Exists(HeadCount.objects.filter(dialogue=OuterRef("pk")))
    | Exists(OwedAnswer.objects.filter(dialogue=OuterRef("pk"), answered_on__isnull=False))
    | Exists(Voice.objects.filter(source_id=OuterRef("public_id")))
    | Exists(WalkFinding.objects.filter(stop__dialogue=OuterRef("pk")))
)


@dataclass(frozen=True, slots=True)
class DialogueRow:
    """One dialogue in a list. `owed` answers are promised and not yet given, the next of them by `due_on`."""

    public_id: str
    kind: str
    name: str
    venue: str
    held_on: date
    starts: time
    ends: time
    is_cancelled: bool
    has_begun: bool
    owed: int
    due_on: date | None
    cards: int

    def stage(self, today: date) -> Stage:
        """How far it has come."""
        return stage_of(
            held_on=self.held_on, today=today, has_begun=self.has_begun, is_cancelled=self.is_cancelled
        )


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One promised answer with its clock; None before the dialogue, and when it is called off."""

    public_id: str
    what: str
    role: str
    due_on: date
    answer: str
    answered_on: date | None
    clock: AnswerClock | None


@dataclass(frozen=True, slots=True)
class FindingRow:
    """Something found at a stop. `text` is empty while it is held."""

    public_id: str
    text: str
    is_held: bool
    kind: str
    owner: str
    due_on: date | None
    outcome: str
    seen_on: date | None


@dataclass(frozen=True, slots=True)
class StopRow:
    public_id: str
    number: int
    name: str
    place: str
    findings: tuple[FindingRow, ...]


@dataclass(frozen=True, slots=True)
class CardCounts:
    """How many cards of each kind a dialogue gave."""

    strengths: int
    improvements: int
    others: int

    @property
    def total(self) -> int:
        return self.strengths + self.improvements + self.others


def dialogue_rows(user: User, municipality: Municipality) -> list[DialogueRow]:
    """The dialogues that somebody's party may see, the latest first. Three queries."""
    own = membership_in(user, municipality).party
    found = Dialogue.objects.filter(municipality=municipality, party__in=("", own))
    return rows_of(municipality, found)


@dataclass(frozen=True, slots=True)
class PublicRow:
    """One dialogue in the list for residents, with the answer to the whole of it.

    `owed`: what else is promised and not yet answered, the next first.
    """

    public_id: str
    kind: str
    name: str
    venue: str
    held_on: date
    starts: time
    ends: time
    stage: Stage
    answer: AnswerRow
    owed: tuple[AnswerRow, ...]


def public_dialogue_rows(
    municipality: Municipality, *, on: date, place: Place | None = None
) -> list[PublicRow]:
    """The dialogues with residents, the latest first. Two queries.

    Those of a `place` are about it or stop there.
    """
    found = Dialogue.objects.filter(municipality=municipality, party="").prefetch_related("answers")
    if place is not None:
        stops = WalkStop.objects.filter(place=place).values("dialogue")
        found = found.filter(Q(place=place) | Q(pk__in=stops))
    rows = found.annotate(has_begun=_BEGUN).order_by("-held_on", "-starts")
    return [_public_row(row, on) for row in rows]


def stage_on(dialogue: Dialogue, *, on: date) -> Stage:
    """How far a dialogue has come. One query on its day, else none."""
    return stage_of(
        held_on=dialogue.held_on,
        today=on,
        has_begun=on == dialogue.held_on and has_begun(dialogue),
        is_cancelled=dialogue.cancelled_at is not None,
    )


def has_begun(dialogue: Dialogue) -> bool:
    """Whether people were counted, something said was written down or an answer was given. One query."""
    return Dialogue.objects.filter(_BEGUN, pk=dialogue.pk).exists()


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """An event of the calendar, and the series that promises name it by."""

    public_id: str
    series: str


def events_of(dialogue: Dialogue) -> list[CalendarEvent]:
    """The events of the calendar that have its name and its day, by series. One query."""
    found = Event.current.filter(
        municipality=dialogue.municipality, name=dialogue.name, start=dialogue.held_on
    )
    return [CalendarEvent(row.public_id, row.series) for row in found.order_by("series")]


@dataclass(frozen=True, slots=True)
class PublishedCounts:
    """How many, as anybody may see it, with noise and to the nearest 5. `total` None: too few to show any."""

    rows: tuple[tuple[str, int | None], ...]
    total: int | None

    @property
    def by_group(self) -> bool:
        """Whether there is more than the whole to show."""
        return any(name for name, _count in self.rows)


def published_heads(dialogue: Dialogue) -> PublishedCounts | None:
    """How many came, and of each group; None when nobody has counted. One query.

    Those who were counted without their age are a group of their own, "": so nothing can be worked out by
    taking the groups from the whole.
    """
    counted = {str(group): count for group, count in heads(dialogue).items()}
    if dialogue.came is None and not counted:
        return None
    if rest := (dialogue.came or 0) - sum(counted.values()):
        counted |= {"": rest} if rest > 0 else {}
    return _published(dialogue, "heads", counted)


def published_cards(dialogue: Dialogue) -> PublishedCounts | None:
    """How many cards of each kind; None when there are none. Two queries."""
    found = card_counts(dialogue)
    if not found.total:
        return None
    counts = {
        VoiceKind.STRENGTH: found.strengths,
        VoiceKind.IMPROVEMENT: found.improvements,
        VoiceKind.OTHER: found.others,
    }
    return _published(dialogue, "cards", {str(kind): count for kind, count in counts.items()})


def general_answer(dialogue: Dialogue) -> OwedAnswer:
    """The answer that every dialogue owes, about the whole of it. One query."""
    return dialogue.answers.get(what="")


def _published(dialogue: Dialogue, what: str, counts: dict[str, int]) -> PublishedCounts:
    """Counted again with other numbers, each has other noise: what was corrected does not show."""
    noise = dialogue_noise(dialogue.public_id)
    table = published_table({"": counts}, noise, what, *map(str, counts.values()))
    shown = tuple(cell.count for cell in table.total.cells)
    return PublishedCounts(tuple(zip(table.columns, shown, strict=True)), table.total.answers)


def answer_rows(dialogue: Dialogue, *, on: date) -> list[AnswerRow]:
    """What was promised, the answer to the whole first. One query."""
    rows = sorted(dialogue.answers.all(), key=lambda row: (row.what != FIRST, row.due_on, row.pk))
    return [_answer_row(row, dialogue, on) for row in rows]


@dataclass(frozen=True, slots=True)
class DueAnswer:
    """An answer that residents, or one's own staff, soon or already wait too long for."""

    dialogue: str
    row: AnswerRow


def answers_due(municipality: Municipality, *, party: str, on: date) -> list[DueAnswer]:
    """The answers due within two weeks or late, of dialogues that `party` may see. One query."""
    return due_answers(OwedAnswer.objects.filter(due_on__lte=on + SOON), municipality, party=party, on=on)


def due_answers(
    rows: QuerySet[OwedAnswer], municipality: Municipality, *, party: str, on: date
) -> list[DueAnswer]:
    """Those of `rows` that nobody has given, of dialogues held that `party` may see. One query."""
    held = rows.filter(
        dialogue__municipality=municipality,
        dialogue__party__in=("", party),
        dialogue__cancelled_at=None,
        dialogue__held_on__lte=on,
        answered_on=None,
    )
    return [
        DueAnswer(row.dialogue.name, _answer_row(row, row.dialogue, on))
        for row in held.select_related("dialogue")
    ]


def heads(dialogue: Dialogue) -> dict[Group, int]:
    """How many of each group were counted. One query. Never shown in public as they are."""
    return {Group(row.group): row.count for row in dialogue.heads.all()}


def card_counts(dialogue: Dialogue) -> CardCounts:
    """How many cards there are of each kind. One query."""
    sources = [dialogue.public_id, *dialogue.stops.values_list("public_id", flat=True)]
    said = Voice.objects.filter(municipality=dialogue.municipality, source_id__in=sources)
    kinds = dict(said.order_by().values_list("kind").annotate(Count("pk")))
    names = (VoiceKind.STRENGTH, VoiceKind.IMPROVEMENT, VoiceKind.OTHER)
    return CardCounts(*(kinds.get(kind, 0) for kind in names))


def has_card(dialogue: Dialogue, key: str) -> bool:
    """Whether the card with this key has been taken. At most one query."""
    rows = Voice.objects.filter(municipality=dialogue.municipality, source_id=dialogue.public_id)
    return bool(key) and rows.filter(id=key).exists()


def stop_rows(dialogue: Dialogue) -> list[StopRow]:
    """The stops of a walk with what was found at each. Two queries."""
    found: dict[int, list[FindingRow]] = {}
    findings = WalkFinding.objects.filter(stop__dialogue=dialogue).select_related("voice")
    for finding in findings:
        found.setdefault(finding.stop_id, []).append(_finding_row(finding))
    stops: Iterable[WalkStop] = dialogue.stops.select_related("place")
    return [
        StopRow(stop.public_id, stop.number, stop.name, str(stop.place or ""), tuple(found.get(stop.pk, ())))
        for stop in stops
    ]


def findings_at(place: Place) -> dict[str, tuple[FindingRow, ...]]:
    """What walks found at a place and anybody may read, by the walk's id. One query."""
    here = Q(stop__place=place) | Q(stop__place=None, stop__dialogue__place=place)
    shown = WalkFinding.objects.filter(here, stop__dialogue__party="", voice__is_held=False)
    found: defaultdict[str, tuple[FindingRow, ...]] = defaultdict(tuple)
    for finding in shown.select_related("voice", "stop__dialogue"):
        found[finding.stop.dialogue.public_id] += (_finding_row(finding),)
    return found


def earlier_walks(municipality: Municipality) -> list[Dialogue]:
    """The walks that another may follow up, the latest first. One query."""
    walks = Dialogue.objects.filter(municipality=municipality, kind=DialogueKind.WALK, cancelled_at=None)
    return list(walks.order_by("-held_on"))


def rows_of(municipality: Municipality, found: QuerySet[Dialogue]) -> list[DialogueRow]:
    """`found` as rows, the latest first. Two queries."""
    said = Voice.objects.filter(municipality=municipality).order_by().values_list("source_id")
    cards = Counter(dict(said.annotate(Count("pk"))))
    owed = Count("answers", filter=Q(answers__answered_on=None))
    due_on = Min("answers__due_on", filter=Q(answers__answered_on=None))
    dialogues = found.annotate(owed=owed, due_on=due_on, has_begun=_BEGUN).order_by("-held_on", "-starts")
    return [
        DialogueRow(
            public_id=row.public_id,
            kind=row.kind,
            name=row.name,
            venue=row.venue,
            held_on=row.held_on,
            starts=row.starts,
            ends=row.ends,
            is_cancelled=row.cancelled_at is not None,
            has_begun=row.has_begun,
            owed=row.owed,
            due_on=row.due_on,
            cards=cards[row.public_id],
        )
        for row in dialogues
    ]


def _public_row(row: Dialogue, on: date) -> PublicRow:
    answer, *others = answer_rows(row, on=on)
    return PublicRow(
        public_id=row.public_id,
        kind=row.kind,
        name=row.name,
        venue=row.venue,
        held_on=row.held_on,
        starts=row.starts,
        ends=row.ends,
        stage=stage_of(
            held_on=row.held_on,
            today=on,
            has_begun=row.has_begun,  # type: ignore[attr-defined]  # annotated
            is_cancelled=row.cancelled_at is not None,
        ),
        answer=answer,
        owed=tuple(one for one in others if one.answered_on is None),
    )


def _answer_row(row: OwedAnswer, dialogue: Dialogue, on: date) -> AnswerRow:
    clock = answer_clock(held_on=dialogue.held_on, due_on=row.due_on, answered_on=row.answered_on, today=on)
    return AnswerRow(
        public_id=row.public_id,
        what=row.what,
        role=row.role,
        due_on=row.due_on,
        answer=row.answer,
        answered_on=row.answered_on,
        clock=None if dialogue.cancelled_at else clock,
    )


def _finding_row(finding: WalkFinding) -> FindingRow:
    return FindingRow(
        public_id=finding.public_id,
        text="" if finding.voice.is_held else finding.voice.text,
        is_held=finding.voice.is_held,
        kind=finding.voice.kind,
        owner=finding.owner,
        due_on=finding.due_on,
        outcome=finding.outcome,
        seen_on=finding.seen_on,
    )
