"""Every verb of `services/`: what it logs, that a stranger is refused, that failure saves nothing."""

import inspect
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, time
from decimal import Decimal
from importlib import import_module

import pytest

import handslag.services
from handslag.documents.xlsforms import XlsForm
from handslag.domain.errors import HandslagError, NotFound
from handslag.domain.importing.choices import Choices
from handslag.domain.importing.columns import Column
from handslag.domain.judging.party_verdicts import Verdict as PartyWord
from handslag.domain.judging.periods import Period
from handslag.domain.judging.register_changes import EventEntry, PlaceEntry, SchoolEntry, TermDays
from handslag.domain.keeping.activities import ActivityStatus
from handslag.domain.keeping.reminders import Duty
from handslag.domain.listening.answers import CodeChannel
from handslag.domain.listening.dialogues import DialogueKind, Group, Outcome
from handslag.domain.listening.voices import Verdict, VoiceKind
from handslag.domain.people.parties import Party
from handslag.domain.promises.terms import Kind, Measure
from handslag.domain.surveys import Survey as Definition
from handslag.domain.surveys import SurveyState, Texts
from handslag.models import models
from handslag.models.models import LogEntry, Reading, User
from handslag.services.judging import party_verdicts
from handslag.services.keeping import (
    activities,
    hours,
    imports,
    joint_work,
    resident_checks,
    responsibilities,
)
from handslag.services.keeping import period_reports as reports
from handslag.services.keeping import registers as calendars
from handslag.services.keeping.activities import Entry
from handslag.services.listening import (
    codes,
    dialogues,
    exports,
    papers,
    responses,
    results,
    retention,
    surveys,
    voices,
    walks,
)
from handslag.services.listening.dialogues import Card, Plan
from handslag.services.listening.intake.form_tokens import FormToken, new_token, read_token
from handslag.services.listening.reads.voices import VoiceFilter
from handslag.services.listening.ready_surveys import ready_survey
from handslag.services.listening.surveys import Frame
from handslag.services.listening.walks import Found
from handslag.services.people import municipalities
from handslag.services.promises import baselines, carry_overs, changes, readings, reviews, rounds
from handslag.services.promises import drafts as promises
from handslag.services.promises.baselines import Figure, Measured
from handslag.services.promises.drafts import Draft
from tests.answers import CSV, DECIDED, PEOPLE, make_answered, make_decided
from tests.cast import Cast
from tests.make import make_activity, make_dialogue, make_promise, make_voice
from tests.surveys import make_survey

PAGE = """Medborgarlöften i Härnösand 2019

Polisen lovar att:

• göra minst två trafikkontroller i Viksjö varje månad.
• besöka alla skolor varje termin.
"""
Arguments = Mapping[str, object]
KEY = "0123456789abcdef" * 2  # of a form
SHEET = (("Datum", "Löfte"), ("2019-06-14", "1"))
BY_COLUMN = Choices({Column.DAY: 0, Column.PROMISE: 1}, Party.POLICE)
DRAFT = Draft(text="Polisen går fem gånger om året.", parties=(Party.POLICE,), measure=Measure(Kind.STANDING))
FRIDAYS = (date(2019, 9, 6), date(2019, 9, 13))
SPRING = TermDays("Kommunen", (Period(date(2019, 1, 8), date(2019, 6, 12)),))
MARKET = EventEntry("Större evenemang", "Sommarmarknaden", date(2019, 7, 5), date(2019, 7, 6))
HOURS: Arguments = {
    "party": Party.POLICE,
    "start": date(2019, 1, 1),
    "end": date(2019, 12, 31),
    "hours": Decimal(900),
}
OUR_VERDICT: Arguments = {"verdict": PartyWord.PARTLY, "reason": "Det blev för få kvällar."}
FIGURE = Figure(
    "Otrygg utomhus sent på kvällen", Decimal(31), "procent", date(2018, 11, 1), "Kommunens enkät"
)
OCTOBER = date(2019, 10, 1)
LONGER = changes.Days(OCTOBER, date(2020, 12, 31), None)

PLAN = Plan(
    kind=DialogueKind.MEETING,
    name="Dialogmöte i Viksjö",
    purpose="Vi vill veta var ni känner er trygga.",
    influence="Var polisen går till fots.",
    venue="Viksjö skola",
    held_on=date(2019, 9, 20),
    starts=time(18),
    ends=time(20),
    hosts=("kommunpolis",),
    parties=(Party.POLICE, Party.MUNICIPALITY),
    answer_by=date(2019, 11, 1),
    answer_role="samordnaren",
)
OWED: Arguments = {"what": "Blir det gatljus?", "role": "gatuchefen", "due_on": date(2019, 10, 1)}
DARK = Found("Det är mörkt i tunneln.", VoiceKind.IMPROVEMENT, owner="gatuchefen")
CARD = Card("0" * 32, "Mer ljus vid busstationen.", VoiceKind.IMPROVEMENT)
MEASURED = Measured(Decimal(27), date(2019, 8, 30), "Kommunens enkät", "± 3 procentenheter")


@dataclass(frozen=True)
class Command:
    """A verb, arguments that work, arguments that fail, and the log of the one that works."""

    verb: Callable[..., object]
    works: Callable[[Cast], Arguments]
    fails: Callable[[Cast], Arguments] | None  # None: nothing but a stranger is refused
    log: tuple[str, dict[str, object]]

    def __str__(self) -> str:
        return self.verb.__name__


def _reading(cast: Cast) -> Reading:
    return readings.read_page(cast.anna, municipality=cast.harnosand, source="a page", text=PAGE)


def _entry(cast: Cast, **fields: object) -> Entry:
    entry = Entry(promises=(make_promise(cast.harnosand),), done_on=date(2019, 6, 14), party=Party.POLICE)
    return replace(entry, **fields)  # type: ignore[arg-type]


def _first_draft(cast: Cast) -> models.Promise:
    return _reading(cast).promises.order_by("position")[0]


def _undecided(cast: Cast) -> Reading:
    reading = _reading(cast)
    draft = reading.promises.order_by("-position")[0]
    promises.edit_draft(cast.anna, promise=draft, draft=replace(DRAFT, measure=None))
    return reading


def _drafted(cast: Cast, **fields: object) -> models.Survey:
    """A draft that can be opened."""
    for name in ("Centrum", "Ramvik"):
        models.Place.objects.create(municipality=cast.harnosand, name=name)
    return make_survey(cast.harnosand, state=SurveyState.DRAFT, opened_at=None, **fields)


def _with_a_number() -> Definition:
    """A survey with something personal in its title."""
    return replace(ready_survey("safety"), title=Texts.of({"sv": "Ring 070-123 45 67"}))


def _words(cast: Cast, title: str) -> Arguments:
    words = {("", "title"): title}
    return {"survey": make_survey(cast.harnosand), "language": "sv", "words": words, "is_checked": False}


COMMANDS = [
    Command(
        readings.read_page,
        lambda cast: {"municipality": cast.harnosand, "source": "a page", "text": PAGE, "key": KEY},
        lambda cast: {"municipality": cast.harnosand, "source": "a page", "text": "Välkommen."},
        ("read_page", {"promises": 2}),
    ),
    Command(
        promises.add_draft,
        lambda cast: {"reading": _reading(cast), "draft": DRAFT},
        lambda cast: {"reading": _published(cast), "draft": DRAFT},
        ("add_draft", {}),
    ),
    Command(
        readings.begin_round,
        lambda cast: {
            "municipality": cast.harnosand,
            "source": "För hand",
            "text": "",
            "draft": DRAFT,
            "key": KEY,
        },
        lambda cast: {
            "municipality": cast.harnosand,
            "source": "För hand",
            "text": "",
            "draft": replace(DRAFT, text="Fråga 19850709-9805 om det."),
        },
        ("begin_round", {}),
    ),
    Command(
        municipalities.set_contact,
        lambda cast: {"municipality": cast.harnosand, "contact": "Trygghetsenheten, trygghet@kommun.example"},
        lambda cast: {"municipality": cast.harnosand, "contact": "Fråga 19850709-9805."},
        ("set_contact", {}),
    ),
    Command(
        promises.edit_draft,
        lambda cast: {"promise": _first_draft(cast), "draft": DRAFT},
        lambda cast: {"promise": make_promise(cast.harnosand), "draft": DRAFT},
        ("edit_draft", {}),
    ),
    Command(
        promises.discard_draft,
        lambda cast: {"promise": _first_draft(cast)},
        lambda cast: {"promise": make_promise(cast.harnosand)},
        ("discard_draft", {}),
    ),
    Command(
        carry_overs.carry_over,
        lambda cast: _carried(cast, "Skolan stängs."),
        lambda cast: _carried(cast, " "),
        ("carry_over", {"promises": 1}),
    ),
    Command(
        rounds.publish_round,
        lambda cast: {"reading": decided(cast), **UNTIL_FURTHER_NOTICE},
        lambda cast: {"reading": _undecided(cast), **UNTIL_FURTHER_NOTICE},
        ("publish_round", {"promises": 2}),
    ),
    Command(
        changes.prolong_promise,
        lambda cast: _change(cast, days=LONGER),
        lambda cast: _change(cast, days=LONGER, seen=2),
        ("prolong_promise", {"valid_from": "2019-10-01"}),
    ),
    Command(
        changes.amend_promise,
        lambda cast: _change(cast, days=LONGER, draft=DRAFT),
        lambda cast: _change(cast, days=LONGER, draft=replace(DRAFT, parties=())),
        ("amend_promise", {"valid_from": "2019-10-01"}),
    ),
    Command(
        changes.replace_promise,
        lambda cast: _change(cast, valid_from=OCTOBER, by=make_promise(cast.harnosand)),
        lambda cast: _change(cast, valid_from=OCTOBER, by=None),
        ("replace_promise", {"valid_from": "2019-10-01", "by": 1}),
    ),
    Command(
        changes.withdraw_promise,
        lambda cast: _change(cast, valid_from=OCTOBER),
        lambda cast: _change(cast, valid_from=date(2019, 4, 1)),
        ("withdraw_promise", {"valid_from": "2019-10-01"}),
    ),
    Command(
        reviews.review_promise,
        lambda cast: {"promise": make_promise(cast.harnosand), "next_on": OCTOBER, "said": "Står fast."},
        lambda cast: {"promise": make_promise(cast.harnosand), "next_on": OCTOBER, "said": " "},
        ("review_promise", {"next_on": "2019-10-01"}),
    ),
    Command(
        activities.log_activity,
        lambda cast: {"municipality": cast.harnosand, "entry": _entry(cast), "key": KEY},
        lambda cast: {"municipality": cast.harnosand, "entry": _entry(cast, done_on=date(2019, 9, 3))},
        ("log_activity", {}),
    ),
    Command(
        activities.correct_activity,
        lambda cast: {"activity": _logged(cast), "entry": _again(cast), "reason": "Fel dag."},
        lambda cast: {"activity": _logged(cast), "entry": _again(cast), "reason": " "},
        ("correct_activity", {}),
    ),
    Command(
        joint_work.confirm_part,
        lambda cast: {"activity": _together(cast)},
        lambda cast: {"activity": _logged(cast)},
        ("confirm_part", {"party": "municipality"}),
    ),
    Command(
        joint_work.deny_part,
        lambda cast: {"activity": _together(cast), "reason": "Vi var på ett annat möte."},
        lambda cast: {"activity": _together(cast), "reason": " "},
        ("deny_part", {"party": "municipality"}),
    ),
    Command(
        activities.plan_activities,
        lambda cast: {"municipality": cast.harnosand, "entry": _entry(cast), "days": FRIDAYS, "key": KEY},
        lambda cast: {"municipality": cast.harnosand, "entry": _entry(cast, count=0), "days": FRIDAYS},
        ("plan_activities", {"activities": 2}),
    ),
    Command(
        activities.confirm_plan,
        lambda cast: {"activity": _plan_due(cast, date(2019, 9, 2))},
        lambda cast: {"activity": _plan_due(cast, date(2019, 9, 3))},
        ("confirm_plan", {}),
    ),
    Command(
        imports.start_import,
        lambda cast: {"municipality": cast.harnosand, "source": "ark.csv", "rows": SHEET, "key": "1"},
        lambda cast: {"municipality": cast.harnosand, "source": "ark.csv", "rows": SHEET[:1], "key": "1"},
        ("start_import", {"rows": 2}),
    ),
    Command(
        imports.import_activities,
        lambda cast: {"batch": _uploaded(cast), "choices": BY_COLUMN},
        lambda cast: {"batch": _uploaded(cast, "2019-09-03"), "choices": BY_COLUMN},
        ("import_activities", {"activities": 1}),
    ),
    Command(
        imports.undo_import,
        lambda cast: {"batch": _imported(cast), "reason": "Fel fil."},
        lambda cast: {"batch": _imported(cast), "reason": " "},
        ("undo_import", {"activities": 1}),
    ),
    Command(
        reports.close_period,
        lambda cast: period(cast, date(2019, 8, 31)),
        lambda cast: period(cast, date(2019, 9, 30)),
        ("close_period", {"start": "2019-06-01", "end": "2019-08-31"}),
    ),
    Command(
        party_verdicts.state_verdict,
        lambda cast: {"promise": make_promise(cast.harnosand), **OUR_VERDICT},
        lambda cast: {"promise": make_promise(cast.harnosand), **OUR_VERDICT, "reason": " "},
        ("state_verdict", {"party": "municipality"}),
    ),
    Command(
        resident_checks.set_resident_check,
        lambda cast: {"promise": make_promise(cast.harnosand), "after_weeks": 12},
        lambda cast: {"promise": make_promise(cast.harnosand), "after_weeks": 0},
        ("set_resident_check", {"weeks": 12}),
    ),
    Command(
        responsibilities.set_responsible,
        lambda cast: _duty(cast, cast.bo),
        lambda cast: _duty(cast, cast.cilla),
        ("set_responsible", {"party": "police", "role": "owner"}),
    ),
    Command(
        calendars.set_terms,
        lambda cast: {"municipality": cast.harnosand, "days": SPRING},
        lambda cast: {"municipality": _with_authority(cast), "days": replace(SPRING, is_new=True)},
        ("set_terms", {"terms": 1}),
    ),
    Command(
        calendars.set_school,
        lambda cast: {
            "municipality": _with_authority(cast),
            "entry": SchoolEntry("Geresta skola", "Kommunen"),
        },
        lambda cast: {"municipality": _with_authority(cast), "entry": SchoolEntry("Geresta skola", "Ingen")},
        ("set_school", {}),
    ),
    Command(
        calendars.set_schools,
        lambda cast: {"municipality": cast.harnosand, "entries": [SchoolEntry("Geresta skola", "Kommunen")]},
        lambda cast: {"municipality": cast.harnosand, "entries": []},
        ("set_schools", {"schools": 1}),
    ),
    Command(
        calendars.set_event,
        lambda cast: {"municipality": cast.harnosand, "entry": MARKET},
        lambda cast: {"municipality": cast.harnosand, "entry": replace(MARKET, known="none")},
        ("set_event", {}),
    ),
    Command(
        calendars.add_storhelger,
        lambda cast: {"municipality": cast.harnosand, "series": "Storhelger", "year": 2020},
        lambda cast: {"municipality": _with_storhelger(cast), "series": "Storhelger", "year": 2020},
        ("add_storhelger", {"year": 2020, "events": 5}),
    ),
    Command(
        calendars.remove_event,
        lambda cast: {"event": _market(cast)},
        lambda cast: {"event": calendars.remove_event(cast.anna, event=_market(cast))},
        ("remove_event", {}),
    ),
    Command(
        calendars.set_place,
        lambda cast: {"municipality": _with_place(cast), "entry": PlaceEntry("Ramvik", ("Hälledal",))},
        lambda cast: {"municipality": _with_place(cast), "entry": PlaceEntry("Viksjö", ("ramvik",))},
        ("set_place", {}),
    ),
    Command(
        calendars.remove_place,
        lambda cast: {"place": _with_place(cast).places.get()},
        lambda cast: {"place": _place_in_use(cast)},
        ("remove_place", {}),
    ),
    Command(
        hours.set_available_hours,
        lambda cast: {"municipality": cast.harnosand, **HOURS},
        lambda cast: {"municipality": _with_hours(cast), **HOURS, "end": date(2019, 9, 30)},
        ("set_available_hours", {"start": "2019-01-01", "end": "2019-12-31"}),
    ),
    Command(
        hours.remove_available_hours,
        lambda cast: {"said": _with_hours(cast).available_hours.get()},
        lambda cast: {"said": _gone(cast)},
        ("remove_available_hours", {"start": "2019-01-01", "end": "2019-12-31"}),
    ),
    Command(
        baselines.set_baseline,
        lambda cast: {"promise": make_promise(cast.harnosand), "figure": FIGURE},
        lambda cast: {
            "promise": make_promise(cast.harnosand),
            "figure": replace(FIGURE, measured_on=date(2019, 9, 3)),
        },
        ("set_baseline", {}),
    ),
    Command(
        baselines.lock_baseline,
        lambda cast: {"promise": _with_baseline(cast)},
        lambda cast: {"promise": _begun(cast)},
        ("lock_baseline", {}),
    ),
    Command(
        baselines.add_measurement,
        lambda cast: {"promise": _locked(cast), "measured": MEASURED},
        lambda cast: {"promise": _with_baseline(cast), "measured": MEASURED},
        ("add_measurement", {}),
    ),
    Command(
        baselines.take_back_measurement,
        lambda cast: {"measurement": _measured(cast), "reason": "Fel år."},
        lambda cast: {"measurement": _measured(cast), "reason": " "},
        ("take_back_measurement", {}),
    ),
    Command(
        surveys.create_survey,
        lambda cast: {"municipality": cast.harnosand, "form": ready_survey("safety"), "key": KEY},
        lambda cast: {"municipality": cast.harnosand, "form": _with_a_number()},
        ("create_survey", {}),
    ),
    Command(
        surveys.import_survey,
        lambda cast: {
            "municipality": cast.harnosand,
            "form": XlsForm(ready_survey("safety"), ()),
            "key": KEY,
        },
        lambda cast: {"municipality": cast.harnosand, "form": XlsForm(_with_a_number(), ())},
        ("import_survey", {"unread": 0}),
    ),
    Command(
        surveys.edit_survey,
        lambda cast: {"survey": _drafted(cast), "form": ready_survey("safety")},
        lambda cast: {"survey": make_survey(cast.harnosand), "form": ready_survey("safety")},
        ("edit_survey", {"questions": 18}),
    ),
    Command(
        surveys.correct_words,
        lambda cast: _words(cast, "Trygghet  i Härnösand"),
        lambda cast: _words(cast, "Något helt annat"),
        ("correct_words", {"language": "sv", "version": 2}),
    ),
    Command(
        surveys.settle_unread,
        lambda cast: {"survey": _drafted(cast)},
        lambda cast: {"survey": make_survey(cast.harnosand)},
        ("settle_unread", {}),
    ),
    Command(
        surveys.set_frame,
        lambda cast: {"survey": _drafted(cast), "frame": Frame()},
        lambda cast: {"survey": make_survey(cast.harnosand), "frame": Frame()},
        ("set_frame", {}),
    ),
    Command(
        surveys.open_survey,
        lambda cast: {"survey": _drafted(cast)},
        lambda cast: {"survey": _drafted(cast, lanes=[])},
        ("open_survey", {"questions": 13}),
    ),
    Command(
        surveys.close_survey,
        lambda cast: {"survey": make_survey(cast.harnosand)},
        lambda cast: {"survey": _drafted(cast)},
        ("close_survey", {}),
    ),
    Command(
        codes.issue_codes,
        lambda cast: {
            "survey": make_survey(cast.harnosand),
            "channel": CodeChannel.LETTER,
            "number": 3,
            "key": KEY,
        },
        lambda cast: {"survey": make_survey(cast.harnosand), "channel": CodeChannel.LETTER, "number": 0},
        ("issue_codes", {"codes": 3, "channel": "letter"}),
    ),
    Command(
        responses.enter_response,
        lambda cast: _answered(cast),
        lambda cast: _answered(cast, state=SurveyState.CLOSED),
        ("enter_response", {}),
    ),
    Command(
        results.approve_results,
        lambda cast: {"survey": make_answered(cast.harnosand, 20, state=SurveyState.CLOSED)},
        lambda cast: {"survey": make_answered(cast.harnosand, 20)},
        ("approve_results", {}),
    ),
    Command(
        results.set_population,
        lambda cast: {"municipality": cast.harnosand, "people": PEOPLE},
        lambda cast: {"municipality": cast.harnosand, "people": replace(PEOPLE, code="2283")},
        ("set_population", {"year": 2018}),
    ),
    Command(
        exports.export_survey,
        lambda cast: {"survey": make_answered(cast.harnosand, 20, state=SurveyState.CLOSED), "kind": CSV},
        lambda cast: {"survey": make_answered(cast.harnosand, 20), "kind": CSV},
        ("export_survey", {"answers": 20, "file": "csv"}),
    ),
    Command(
        retention.decide_disposal,
        lambda cast: {"municipality": cast.harnosand, "number": "KS 2019-12", "decided_on": DECIDED},
        lambda cast: {"municipality": cast.harnosand, "number": "KS 2019-12", "decided_on": date(2050, 1, 1)},
        ("decide_disposal", {}),
    ),
    Command(
        retention.hold_disposal,
        lambda cast: {"municipality": make_decided(cast.harnosand), "is_on_hold": True},
        lambda cast: {"municipality": cast.harnosand, "is_on_hold": True},
        ("hold_disposal", {}),
    ),
    Command(
        dialogues.plan_dialogue,
        lambda cast: {"municipality": cast.harnosand, "plan": PLAN},
        lambda cast: {"municipality": cast.harnosand, "plan": replace(PLAN, ends=time(17))},
        ("plan_dialogue", {}),
    ),
    Command(
        dialogues.change_dialogue,
        lambda cast: {"dialogue": _planned(cast), "plan": replace(PLAN, venue="Bygdegården")},
        lambda cast: {"dialogue": make_dialogue(cast.harnosand), "plan": PLAN},
        ("change_dialogue", {}),
    ),
    Command(
        dialogues.cancel_dialogue,
        lambda cast: {"dialogue": _planned(cast), "reason": "Skolan är stängd."},
        lambda cast: {"dialogue": _planned(cast), "reason": " "},
        ("cancel_dialogue", {}),
    ),
    Command(
        dialogues.count_heads,
        lambda cast: {"dialogue": make_dialogue(cast.harnosand), "counts": {Group.OLDER: 12}},
        lambda cast: {"dialogue": _planned(cast), "counts": {Group.OLDER: 12}},
        ("count_heads", {}),
    ),
    Command(
        dialogues.enter_cards,
        lambda cast: {"dialogue": make_dialogue(cast.harnosand), "cards": [CARD]},
        lambda cast: {"dialogue": _planned(cast), "cards": [CARD]},
        ("enter_cards", {"cards": 1}),
    ),
    Command(
        dialogues.owe_answer,
        lambda cast: {"dialogue": make_dialogue(cast.harnosand), **OWED},
        lambda cast: {"dialogue": make_dialogue(cast.harnosand), **OWED, "due_on": date(2019, 8, 19)},
        ("owe_answer", {}),
    ),
    Command(
        dialogues.publish_answer,
        lambda cast: {"owed": make_dialogue(cast.harnosand).answers.get(), "answer": "Det blir ljust."},
        lambda cast: {"owed": make_dialogue(cast.harnosand).answers.get(), "answer": " "},
        ("publish_answer", {}),
    ),
    Command(
        walks.add_stop,
        lambda cast: {"dialogue": _walk(cast), "name": "Gångtunneln"},
        lambda cast: {"dialogue": make_dialogue(cast.harnosand), "name": "Gångtunneln"},
        ("add_stop", {}),
    ),
    Command(
        walks.record_finding,
        lambda cast: {"stop": _stop(cast), "found": DARK},
        lambda cast: {"stop": _stop(cast), "found": replace(DARK, owner=" ")},
        ("record_finding", {}),
    ),
    Command(
        walks.follow_up_finding,
        lambda cast: {**_followed(cast), "outcome": Outcome.FIXED},
        lambda cast: {**_followed(cast), "walk": _walk(cast), "outcome": Outcome.FIXED},
        ("follow_up_finding", {}),
    ),
    Command(
        voices.read_voices,
        lambda cast: {"municipality": make_voice(cast.harnosand).municipality, "choice": VoiceFilter()},
        None,
        ("read_voices", {"voices": 1}),
    ),
    Command(voices.read_voice, lambda cast: {"voice": make_voice(cast.harnosand)}, None, ("read_voice", {})),
    Command(
        voices.review_voice,
        lambda cast: {"voice": make_voice(cast.harnosand), "verdict": Verdict.MAY_BE_QUOTED},
        lambda cast: {"voice": _refused(cast), "verdict": Verdict.MAY_BE_QUOTED},
        ("review_voice", {}),
    ),
    Command(
        voices.approve_voices,
        lambda cast: {"municipality": cast.harnosand, "keys": [make_voice(cast.harnosand).id]},
        None,
        ("review_voice", {}),
    ),
    Command(
        voices.erase_voice,
        lambda cast: {"voice": make_voice(cast.harnosand)},
        None,
        ("erase_voice", {"voices": 1}),
    ),
    Command(
        voices.name_held_reader,
        lambda cast: {"municipality": cast.harnosand, "user": cast.cilla},
        lambda cast: {"municipality": cast.harnosand, "user": cast.bo},
        ("name_held_reader", {}),
    ),
    Command(
        papers.count_second_entry,
        lambda cast: _typed_twice(cast),
        lambda cast: _typed_twice(cast, state=SurveyState.CLOSED),
        ("count_second_entry", {}),
    ),
]
UNTIL_FURTHER_NOTICE: Arguments = {"valid_from": date(2019, 4, 5), "valid_to": None, "review_on": None}


def decided(cast: Cast) -> Reading:
    reading = _reading(cast)
    for promise in reading.promises.all():
        promises.edit_draft(cast.anna, promise=promise, draft=DRAFT)
    return reading


def _published(cast: Cast) -> Reading:
    reading = decided(cast)
    rounds.publish_round(cast.anna, reading=reading, **UNTIL_FURTHER_NOTICE)  # type: ignore[arg-type]
    return reading


def _carried(cast: Cast, reason: str) -> Arguments:
    former = make_promise(cast.harnosand)
    return {"reading": _reading(cast), "carried": [carry_overs.Carried(former, None, reason)]}


def _change(cast: Cast, **told: object) -> Arguments:
    promise = make_promise(cast.harnosand)
    if "by" in told and told["by"] is None:
        told["by"] = promise
    return {"promise": promise, "seen": 1, "reason": "Skolan byggs om."} | told


def _logged(cast: Cast) -> models.Activity:
    return make_activity(make_promise(cast.harnosand))


def _together(cast: Cast) -> models.Activity:
    return make_activity(make_promise(cast.harnosand), others=[Party.MUNICIPALITY])


def _plan_due(cast: Cast, day: date) -> models.Activity:
    return make_activity(make_promise(cast.harnosand), status=ActivityStatus.PLANNED, done_on=day)


def _again(cast: Cast) -> Entry:
    promise = cast.harnosand.promises.get()
    return Entry(
        promises=(promise,), done_on=date(2019, 6, 15), party=Party.POLICE, status=ActivityStatus.DONE
    )


def _uploaded(cast: Cast, day: str = "2019-06-14") -> models.ImportBatch:
    make_promise(cast.harnosand)
    rows = (SHEET[0], (day, "1"))
    return imports.start_import(cast.anna, municipality=cast.harnosand, source="ark.csv", rows=rows, key="1")


def _imported(cast: Cast) -> models.ImportBatch:
    return imports.import_activities(cast.anna, batch=_uploaded(cast), choices=BY_COLUMN)


def _duty(cast: Cast, user: User) -> Arguments:
    promise = make_promise(cast.harnosand)
    return {"promise": promise, "party": Party.POLICE, "duty": Duty.OWNER, "user": user}


def period(cast: Cast, end: date) -> Arguments:
    promise = make_promise(cast.harnosand)
    return {"promise": promise, "start": date(2019, 6, 1), "end": end, "party": Party.POLICE}


def _with_authority(cast: Cast) -> models.Municipality:
    calendars.set_terms(cast.anna, municipality=cast.harnosand, days=SPRING)
    return cast.harnosand


def _form(cast: Cast) -> FormToken:
    survey = cast.harnosand.surveys.get()
    return read_token(survey.public_id, new_token(survey.public_id))


def _answered(cast: Cast, **fields: object) -> Arguments:
    survey = make_survey(cast.harnosand, **fields)
    return {"survey": survey, "answers": {"ute": "ja"}, "form": _form(cast)}


def _typed_twice(cast: Cast, **fields: object) -> Arguments:
    survey = make_survey(cast.harnosand, **fields)
    return {"survey": survey, "form": _form(cast), "first": {"dag": 1}, "second": {"dag": 2}}


def _with_storhelger(cast: Cast) -> models.Municipality:
    calendars.add_storhelger(cast.anna, municipality=cast.harnosand, series="Storhelger", year=2020)
    return cast.harnosand


def _market(cast: Cast) -> models.Event:
    return calendars.set_event(cast.anna, municipality=cast.harnosand, entry=MARKET)


def _with_place(cast: Cast) -> models.Municipality:
    calendars.set_place(cast.anna, municipality=cast.harnosand, entry=PlaceEntry("Ramvik"))
    return cast.harnosand


def _place_in_use(cast: Cast) -> models.Place:
    place = _with_place(cast).places.get()
    make_activity(make_promise(cast.harnosand), place=place)
    return place


def _with_hours(cast: Cast) -> models.Municipality:
    hours.set_available_hours(cast.anna, municipality=cast.harnosand, **HOURS)  # type: ignore[arg-type]
    return cast.harnosand


def _gone(cast: Cast) -> models.AvailableHours:
    said = _with_hours(cast).available_hours.get()
    models.AvailableHours.objects.all().delete()
    return said


def _with_baseline(cast: Cast) -> models.Promise:
    promise = make_promise(cast.harnosand)
    baselines.set_baseline(cast.anna, promise=promise, figure=FIGURE)
    return promise


def _begun(cast: Cast) -> models.Promise:
    promise = _with_baseline(cast)
    make_activity(promise)
    return promise


def _planned(cast: Cast) -> models.Dialogue:
    return dialogues.plan_dialogue(cast.anna, municipality=cast.harnosand, plan=PLAN)


def _walk(cast: Cast, **fields: object) -> models.Dialogue:
    return make_dialogue(cast.harnosand, kind=DialogueKind.WALK, **fields)


def _stop(cast: Cast) -> models.WalkStop:
    return walks.add_stop(cast.anna, dialogue=_walk(cast), name="Gångtunneln")


def _followed(cast: Cast) -> Arguments:
    finding = walks.record_finding(cast.anna, stop=_stop(cast), found=DARK)
    return {"finding": finding, "walk": _walk(cast, follows=finding.stop.dialogue)}


def _refused(cast: Cast) -> models.Voice:
    voice = make_voice(cast.harnosand)
    voices.review_voice(cast.bo, voice=voice, verdict=Verdict.NEVER)
    return voice


def _locked(cast: Cast) -> models.Promise:
    promise = _with_baseline(cast)
    baselines.lock_baseline(cast.anna, promise=promise)
    return promise


def _measured(cast: Cast) -> models.Measurement:
    return baselines.add_measurement(cast.anna, promise=_locked(cast), measured=MEASURED)


def _rows() -> dict[str, list[object]]:
    """Every row of every table, to see that nothing changed."""
    return {name: list(getattr(models, name).objects.order_by("pk").values()) for name in models.__all__}


def _run(command: Command, actor: User, arguments: Arguments) -> None:
    command.verb(actor, **arguments)


@pytest.mark.parametrize("command", COMMANDS, ids=str)
def test_a_verb_leaves_its_entry_in_the_log(command: Command, cast: Cast) -> None:
    arguments = command.works(cast)
    before = set(LogEntry.objects.values_list("pk", flat=True))
    _run(command, cast.anna, arguments)
    entries = LogEntry.objects.exclude(pk__in=before)
    assert [(e.verb, e.params, e.actor, e.municipality) for e in entries] == [
        (*command.log, cast.anna, cast.harnosand)
    ]


@pytest.mark.parametrize("command", COMMANDS, ids=str)
def test_a_stranger_is_refused_and_nothing_changes(command: Command, cast: Cast) -> None:
    arguments = command.works(cast)
    before = _rows()
    with pytest.raises(NotFound):
        _run(command, cast.olle, arguments)
    assert _rows() == before


@pytest.mark.parametrize("command", [one for one in COMMANDS if one.fails], ids=str)
def test_a_verb_that_fails_saves_nothing(command: Command, cast: Cast) -> None:
    assert command.fails is not None
    arguments = command.fails(cast)
    before = _rows()
    with pytest.raises(HandslagError) as caught:
        _run(command, cast.anna, arguments)
    assert not isinstance(caught.value, NotFound)
    assert _rows() == before


def test_every_verb_has_its_row_in_this_table() -> None:
    names = [name for _, name, _ in pkgutil.walk_packages(handslag.services.__path__, "handslag.services.")]
    modules = [import_module(name) for name in names if ".demo" not in name]
    verbs = {
        function.__name__
        for module in modules
        for _, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__
        and "actor" in list(inspect.signature(function).parameters)[:1]
        and not function.__name__.startswith("_")
    }
    assert verbs == {str(command) for command in COMMANDS}
