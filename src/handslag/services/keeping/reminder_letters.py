"""The letters of reminders: everything due to one person in one municipality on one day, in one mail.

Plain text in the person's language; nothing in it is fetched from anywhere and no address tells us that it
was read.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial
from hashlib import sha256
from itertools import groupby

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from handslag.documents.fitting import one_line, readable
from handslag.domain.keeping.reminders import Matter, Reminder, Step, Topic, ladder, needed, rate
from handslag.domain.promises.terms import Kind
from handslag.models.models import User
from handslag.services.judging.reads.evidence import Deed
from handslag.services.judging.reads.standings import Standing
from handslag.services.keeping.links import LASTS, period_link, plan_link
from handslag.services.keeping.reads.reminders import Round

NAMED = 10  # so many schools or places are named; the rest are counted
BLANK_LINES = re.compile(r"\n{3,}")  # that conditions of the templates leave


@dataclass(frozen=True, slots=True)
class Line:
    """One matter as the mail tells it: days as dates, addresses whole, what is lacking in numbers.

    `numbers` of the promises; `needed` of `unit` (None: it is done or not) in `days_left` days (the day
    itself counted), `every` so many days or `per_day`. `is_old`: asked about before. `ahead`: who is
    asked next, and when.
    """

    topic: Topic
    numbers: tuple[int, ...]
    text: str
    since: date
    is_old: bool
    start: date | None
    day: date
    done: Decimal
    target: Decimal
    needed: Decimal
    unit: str | None
    days_left: int
    every: int
    per_day: Decimal
    lacking: tuple[str, ...]
    more: int
    plan: Deed | None
    ahead: Mapping[str, date]
    desk_url: str
    log_url: str
    act_url: str


@dataclass(frozen=True, slots=True)
class Letter:
    """One mail, and the keys of the reminders that go with it."""

    user: User
    keys: tuple[str, ...]
    subject: str
    body: str

    def message(self) -> EmailMessage:
        """The mail; its id is the same however often it is made, so that servers can drop a second one."""
        name = sha256("\n".join(self.keys).encode()).hexdigest()[:32]
        host = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip(">")
        headers = {"Message-ID": f"<{name}@{host}>", "Auto-Submitted": "auto-generated"}
        return EmailMessage(self.subject, self.body, to=[self.user.email], headers=headers)


def letters_for(round_: Round, reminders: Iterable[Reminder]) -> list[Letter]:
    """The letters that say `reminders`, one to a person. Reminders come person by person."""
    return [
        _letter(round_, round_.users[person], tuple(theirs))
        for person, theirs in groupby(reminders, key=lambda reminder: reminder.person)
    ]


def _letter(round_: Round, user: User, reminders: Sequence[Reminder]) -> Letter:
    now = [matter for one in reminders if one.step is not Step.DIGEST for matter in one.matters]
    told = {matter.about for matter in now}
    week = [matter for one in reminders if one.step is Step.DIGEST for matter in one.matters]
    for matters in (now, week):
        matters.sort(key=lambda matter: (round_.standings[matter.promise].number, matter.day))
    with translation.override(user.language):
        line = partial(_line, round_, user)
        context = {
            "user": user,
            "place": round_.municipality.short_name,
            "now": [line(matters) for matters in _together(now)],
            "week": [line([matter]) for matter in week if matter.about not in told],
            "desk_url": _address("desk_today", round_.municipality.slug),
            "links_until": round_.on + LASTS,
        }
        subject, body = (render_to_string(f"emails/{part}.txt", context) for part in ("subject", "letter"))
    keys = tuple(sorted(one.key for one in reminders))
    return Letter(user, keys, one_line(subject), BLANK_LINES.sub("\n\n", readable(body).strip()) + "\n")


def _together(matters: Sequence[Matter]) -> list[list[Matter]]:
    """Each matter by itself, but promises that are reviewed on the same day in one."""
    reviews: dict[date, list[Matter]] = {}
    for matter in matters:
        if matter.topic is Topic.REVIEW:
            reviews.setdefault(matter.day, []).append(matter)
    return [*([matter] for matter in matters if matter.topic is not Topic.REVIEW), *reviews.values()]


def _line(round_: Round, user: User, matters: Sequence[Matter]) -> Line:
    matter, slug = matters[0], round_.municipality.slug
    standing = round_.standings[matter.promise]
    measure = standing.terms.measure
    lacking = [cell for cell in matter.cells if cell.target and cell.done < cell.target]
    names = [name for cell in lacking if (name := standing.event_names.get(cell.event or "", cell.place))]
    days, amount = (matter.day - round_.on).days + 1, needed(matter.cells)
    every, per_day = rate(amount, days) if days > 0 else (0, Decimal(0))
    return Line(
        topic=matter.topic,
        numbers=tuple(sorted(round_.standings[one.promise].number for one in matters)),
        text=standing.terms.text,
        since=matter.since,
        is_old=matter.since < round_.on,
        start=matter.cells[0].start if matter.cells else None,
        day=matter.day,
        done=sum((cell.done for cell in matter.cells), Decimal(0)),
        target=sum((cell.target or Decimal(0) for cell in matter.cells), Decimal(0)),
        needed=amount,
        unit=None if measure.kind is Kind.MILESTONE else measure.unit,
        days_left=days,
        every=every,
        per_day=per_day,
        lacking=tuple(names[:NAMED]),
        more=len(names[NAMED:]),
        plan=_plan(standing, matter.plan),
        ahead=_ahead(matter, round_.on),
        desk_url=_address("desk_promise", slug, standing.number),
        log_url=f"{_address('desk_log', slug)}?promise={standing.number}",
        act_url=_act_url(round_, user, matter),
    )


def _plan(standing: Standing, public_id: str) -> Deed | None:
    return next((deed for deed in standing.evidence.current if deed.public_id == public_id), None)


def _ahead(matter: Matter, on: date) -> dict[str, date]:
    """The steps of the ladder that are still to come, as a template names them: deputy, signatory, note."""
    names = {Step.ASK_DEPUTY: "deputy", Step.ASK_SIGNATORY: "signatory", None: "note"}
    if matter.topic is not Topic.UNREPORTED:
        return {}
    return {names[step]: day for step, day in ladder(matter.since) if step in names and day > on}


def _act_url(round_: Round, user: User, matter: Matter) -> str:
    """The link that settles the matter, for those who may; "" where only the desk can."""
    if str(user.pk) not in round_.reporters:
        return ""
    if matter.topic is Topic.PLAN_PASSED:
        return _address("mail_link", plan_link(user, matter.plan, on=round_.on))
    if matter.topic is Topic.UNREPORTED:
        token = period_link(user, matter.promise, matter.cells[0].start, matter.day, on=round_.on)
        return _address("mail_link", token)
    return ""


def _address(name: str, *arguments: object) -> str:
    return settings.BASE_URL + reverse(name, args=arguments)
