"""Loads the demonstration through the same verbs people use, each on its own day."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from django.conf import settings
from django.db import transaction

from handslag.demo.harnosand import HARNOSAND
from handslag.demo.neighbours import KRAMFORS, SOLLEFTEA
from handslag.demo.towns import Deed, Town
from handslag.domain.judging.party_verdicts import Ended
from handslag.domain.judging.periods import Period
from handslag.domain.keeping.resident_checks import Noticed
from handslag.domain.people.parties import Party
from handslag.domain.permissions import Role
from handslag.models.models import (
    Activity,
    Event,
    Membership,
    Municipality,
    PoliceArea,
    Promise,
    Reading,
    School,
    SchoolAuthority,
    SchoolTerm,
    User,
)
from handslag.services.demo.dialogues import load_dialogues
from handslag.services.judging.party_verdicts import state_verdict
from handslag.services.keeping.activities import Entry, correct_activity, log_activity
from handslag.services.keeping.check_answers import take_notice
from handslag.services.keeping.hours import set_available_hours
from handslag.services.keeping.joint_work import confirm_part
from handslag.services.keeping.period_reports import close_period
from handslag.services.keeping.resident_checks import publish_checks, set_resident_check
from handslag.services.listening.intake import new_token, read_token
from handslag.services.promises.baselines import (
    Figure,
    Measured,
    add_measurement,
    lock_baseline,
    set_baseline,
)
from handslag.services.promises.drafts import Draft, edit_draft
from handslag.services.promises.readings import read_page
from handslag.services.promises.rounds import publish_round
from handslag.services.showing.reads.front import front_page

Login = tuple[str, str, str]  # address, password, role in words
TOWNS = (HARNOSAND, KRAMFORS, SOLLEFTEA)


@transaction.atomic
def load_demo(stage: str) -> list[Login]:
    """Fill an empty database: "dialogue" (people are asked), "draft" (pages read), "signed" (published) or
    "followup" (also kept).

    Gives the log-ins of the municipalities that residents see; their password is made anew each time.
    """
    password = secrets.token_urlsafe(12)
    area = PoliceArea.objects.create(name="Södra Ångermanland")
    police = User.objects.create_user(email="polis@handslag.example", password=password, name="Polisen")
    logins = {town.slug: _load(town, area, police, password, stage) for town in TOWNS}
    shown = [row.face.slug for row in front_page(on=_shown_day())]
    everywhere = " (alla tre)" if len(shown) == len(TOWNS) else ""
    of_towns = [login for slug, some in logins.items() if slug in {HARNOSAND.slug, *shown} for login in some]
    return [(police.email, password, f"kommunpolis{everywhere}"), *of_towns]


def _load(town: Town, area: PoliceArea, police: User, password: str, stage: str) -> list[Login]:
    municipality = Municipality.objects.create(
        slug=town.slug,
        name=town.name,
        short_name=town.short_name,
        code=town.code,
        police_area=area,
        is_demo=True,
        contact=f"Samordnaren för medborgarlöften, loften@{town.slug}.example",
    )
    coordinator = User.objects.create_user(
        email=f"samordnare@{town.slug}.example", password=password, name="Samordnaren"
    )
    signatory = User.objects.create_user(
        email=f"ordforande@{town.slug}.example", password=password, name="Ordföranden"
    )
    _join(police, municipality, Role.POLICE, Party.POLICE)
    _join(coordinator, municipality, Role.COORDINATOR, Party.MUNICIPALITY)
    _join(signatory, municipality, Role.SIGNATORY, Party.MUNICIPALITY)
    _register(town, municipality)
    if town is HARNOSAND:
        load_dialogues(municipality, coordinator, police, until=_shown_day(), on_day=_on)
    if stage != "dialogue":
        with _on(town.signed_on - timedelta(days=21)):
            reading = read_page(
                coordinator, municipality=municipality, source=f"{town.slug}-2019.txt", text=town.page
            )
    if stage in ("signed", "followup"):
        _sign(town, coordinator, reading)
        _prepare(town, municipality, coordinator)
    if stage == "followup":
        _keep(town, municipality, police, coordinator)
        _speak(town, municipality, police, coordinator)
    return [
        (coordinator.email, password, f"samordnare {town.short_name}"),
        (signatory.email, password, f"undertecknare {town.short_name}"),
    ]


def _join(user: User, municipality: Municipality, role: Role, party: Party) -> None:
    Membership.objects.create(user=user, municipality=municipality, role=role, party=party)


def _register(town: Town, municipality: Municipality) -> None:
    authority = SchoolAuthority.objects.create(municipality=municipality, name=town.name)
    for start, end in town.terms:
        SchoolTerm.objects.create(authority=authority, start=start, end=end)
    for name in town.schools:
        School.objects.create(municipality=municipality, authority=authority, name=name)
    for occasion in town.occasions:
        Event.objects.create(
            municipality=municipality,
            series=occasion.series,
            name=occasion.name,
            start=occasion.on,
            end=occasion.on,
            place=occasion.place,
        )


def _sign(town: Town, coordinator: User, reading: Reading) -> None:
    """The coordinator decides how each promise is judged, then publishes."""
    with _on(town.signed_on):
        for position, promise in enumerate(reading.promises.order_by("position"), start=1):
            if position not in town.measures:
                continue
            version = promise.versions.get()
            draft = Draft(
                text=version.text,
                parties=tuple(Party(party) for party in version.parties),
                perspective=promise.perspective,
                places=tuple(version.places),
                target_groups=tuple(version.target_groups),
                measure=town.measures[position],
                event_series=town.series.get(position, ""),
            )
            edit_draft(coordinator, promise=promise, draft=draft)
        publish_round(
            coordinator,
            reading=reading,
            valid_from=town.signed_on,
            valid_to=town.valid_to,
            review_on=town.review_on,
        )


def _prepare(town: Town, municipality: Municipality, coordinator: User) -> None:
    """What must stand before the first activity: how it was, and how many hours there are."""
    promises = {promise.position + 1: promise for promise in municipality.promises.all()}
    with _on(town.signed_on):
        for said in town.hours:
            set_available_hours(
                coordinator,
                municipality=municipality,
                party=said.party,
                start=said.start,
                end=said.end,
                hours=Decimal(said.hours),
            )
        for one in town.indicators:
            measured_on, value = one.before
            figure = Figure(one.indicator, Decimal(value), one.unit, measured_on, one.source, one.uncertainty)
            set_baseline(coordinator, promise=promises[one.promise], figure=figure)
            lock_baseline(coordinator, promise=promises[one.promise])


def _keep(town: Town, municipality: Municipality, police: User, coordinator: User) -> None:
    promises = {promise.position + 1: promise for promise in municipality.promises.all()}
    corrections = {correction.index: correction for correction in town.corrections}
    for index, deed in enumerate(town.deeds):
        actor = police if deed.party == Party.POLICE else coordinator
        entry = _entry(deed, municipality, promises)
        correction = corrections.get(index)
        first = replace(entry, done_on=correction.first_said) if correction else entry
        activity = _logged(actor, municipality, first)
        if correction:
            with _on(correction.corrected_on):
                correct_activity(actor, activity=activity, entry=entry, reason=correction.reason)
        if deed.confirmed_on:
            with _on(deed.confirmed_on):
                confirm_part(police if actor is coordinator else coordinator, activity=activity)
    for closing in town.closings:
        with _on(closing.closed_on):
            close_period(
                coordinator,
                promise=promises[closing.promise],
                start=closing.start,
                end=closing.end,
                party=Party.MUNICIPALITY,
                cause=closing.cause,
                decision=closing.decision,
            )


def _speak(town: Town, municipality: Municipality, police: User, coordinator: User) -> None:
    """What the parties say themselves, what was measured again, and what residents have noticed."""
    promises = {promise.position + 1: promise for promise in municipality.promises.all()}
    for one in town.indicators:
        for measured_on, value in one.later:
            with _on(measured_on):
                measured = Measured(Decimal(value), measured_on, one.source, one.uncertainty)
                add_measurement(coordinator, promise=promises[one.promise], measured=measured)
    for word in town.words:
        event = municipality.events.get(name=word.event)
        with _on(word.said_on):
            state_verdict(
                police if word.party == Party.POLICE else coordinator,
                promise=promises[word.promise],
                verdict=word.verdict,
                reason=word.reason,
                about=Ended(Period(event.start, event.end), event.public_id),
            )
    if noticing := town.noticing:
        promise = promises[noticing.promise]
        with _on(noticing.asked_on):
            set_resident_check(coordinator, promise=promise, after_weeks=noticing.after_weeks)
            for place, numbers in noticing.answers:
                for noticed, times in zip(Noticed, numbers, strict=True):
                    for _ in range(times):
                        form = read_token("demo", new_token("demo"))
                        take_notice(promise=promise, form=form, place=place, noticed=noticed)
        publish_checks(noticing.published_on)


def _logged(actor: User, municipality: Municipality, entry: Entry) -> Activity:
    """Logged the day after, or, when it lies ahead, on the demonstration's own day."""
    day = min(entry.done_on + timedelta(days=1), _shown_day())
    with _on(day):
        return log_activity(actor, municipality=municipality, entry=entry)


def _entry(deed: Deed, municipality: Municipality, promises: dict[int, Promise]) -> Entry:
    return Entry(
        promises=tuple(promises[number] for number in deed.promises),
        done_on=deed.on,
        party=deed.party,
        status=deed.status,
        hours=Decimal(deed.hours) if deed.hours else None,
        place=municipality.places.filter(name=deed.place).first(),
        school=municipality.schools.filter(name=deed.school).first(),
        event=municipality.events.filter(name=deed.event).first(),
        note=deed.note,
        others=deed.others,
    )


def _shown_day() -> date:
    """The day the demonstration shows."""
    return date.fromisoformat(settings.DEMO_TODAY or "2019-09-02")


@contextmanager
def _on(day: date) -> Iterator[None]:
    """Move the clock to `day` while the demonstration is loaded; nothing else runs then."""
    before, settings.DEMO_TODAY = settings.DEMO_TODAY, day.isoformat()
    try:
        yield
    finally:
        settings.DEMO_TODAY = before
