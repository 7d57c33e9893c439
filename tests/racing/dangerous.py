"""The pairs that would hurt most, each with what two people really send."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from handslag.domain.judging.register_changes import PlaceEntry
from handslag.domain.listening.dialogues import Group
from handslag.domain.people.parties import Party
from handslag.domain.surveys import SurveyState
from handslag.models.models import User
from handslag.services.keeping import activities
from handslag.services.keeping import period_reports as reports
from handslag.services.keeping import registers as calendars
from handslag.services.keeping.activities import Entry
from handslag.services.listening import dialogues, results, retention, surveys
from handslag.services.promises import baselines, carry_overs, changes, rounds
from handslag.services.promises import drafts as promises
from tests.answers import PEOPLE, make_answered, make_decided
from tests.cast import Cast, make_cast
from tests.make import make_dialogue, make_promise
from tests.racing.pairs import Call, Pair, itself
from tests.services import test_every_command as table

NAMED = (
    *("edit_draft", "discard_draft", "publish_round", "publish_answer", "change_dialogue", "cancel_dialogue"),
    *("approve_results", "remove_event", "set_baseline", "lock_baseline", "close_period", "state_verdict"),
    *("hold_disposal", "count_heads", "set_terms", "carry_over"),
)
OTHER = replace(table.DRAFT, text="Polisen går en gång om året.")
PUBLISH: dict[str, Any] = dict(table.UNTIL_FURTHER_NOTICE)


def named() -> Iterator[Pair]:
    """Each of the verbs that used to look before the lock, pressed twice."""
    return (itself(command) for command in table.COMMANDS if str(command) in NAMED)


def dangerous() -> Iterator[Pair]:
    """Two people, two pages, the same row."""
    return (Pair(make.__name__.replace("_", " "), _by_anna(make)) for make in _PAIRS)


def _by_anna(make: Callable[[Cast], tuple[Call, Call]]) -> Callable[[], tuple[User, Call, Call]]:
    def made() -> tuple[User, Call, Call]:
        cast = make_cast()
        return cast.anna, *make(cast)

    return made


def _publishing(cast: Cast, verb: Callable[..., object], **told: Any) -> tuple[Call, Call]:
    reading = table.decided(cast)
    draft = reading.promises.order_by("position")[0]
    on = {"reading": reading} if verb is promises.add_draft else {"promise": draft}
    return (rounds.publish_round, {"reading": reading, **PUBLISH}), (verb, on | told)


def publish_and_edit(cast: Cast) -> tuple[Call, Call]:
    return _publishing(cast, promises.edit_draft, draft=OTHER)


def publish_and_discard(cast: Cast) -> tuple[Call, Call]:
    return _publishing(cast, promises.discard_draft)


def publish_and_add(cast: Cast) -> tuple[Call, Call]:
    return _publishing(cast, promises.add_draft, draft=OTHER)


def publish_and_carry_over(cast: Cast) -> tuple[Call, Call]:
    former, reading = make_promise(cast.harnosand), table.decided(cast)
    carried = [carry_overs.Carried(former, reading.promises.order_by("position")[0], "Nya villkor.")]
    days = PUBLISH | {"valid_from": date(2019, 10, 1)}
    return (rounds.publish_round, {"reading": reading, **days}), (
        carry_overs.carry_over,
        {"reading": reading, "carried": carried},
    )


def edit_and_discard(cast: Cast) -> tuple[Call, Call]:
    draft = table.decided(cast).promises.order_by("position")[0]
    return (promises.edit_draft, {"promise": draft, "draft": OTHER}), (
        promises.discard_draft,
        {"promise": draft},
    )


def two_answers(cast: Cast) -> tuple[Call, Call]:
    owed = make_dialogue(cast.harnosand).answers.get()
    return (dialogues.publish_answer, {"owed": owed, "answer": "Det blir ljust."}), (
        dialogues.publish_answer,
        {"owed": owed, "answer": "Det blir mörkt."},
    )


def change_and_call_off(cast: Cast) -> tuple[Call, Call]:
    dialogue = dialogues.plan_dialogue(cast.anna, municipality=cast.harnosand, plan=table.PLAN)
    elsewhere = replace(table.PLAN, venue="Bygdegården")
    return (dialogues.change_dialogue, {"dialogue": dialogue, "plan": elsewhere}), (
        dialogues.cancel_dialogue,
        {"dialogue": dialogue, "reason": "Skolan är stängd."},
    )


def two_counts_of_heads(cast: Cast) -> tuple[Call, Call]:
    dialogue = make_dialogue(cast.harnosand)
    counts: tuple[Mapping[Group, int], ...] = (
        {Group.OLDER: 12},
        {Group.OLDER: 4, Group.ADULTS: 6},
    )
    first, second = (
        (dialogues.count_heads, {"dialogue": dialogue, "counts": one, "came": 30}) for one in counts
    )
    return first, second


def lock_and_set_baseline(cast: Cast) -> tuple[Call, Call]:
    promise = make_promise(cast.harnosand)
    baselines.set_baseline(cast.anna, promise=promise, figure=table.FIGURE)
    changed = replace(table.FIGURE, source="En annan enkät")
    return (baselines.lock_baseline, {"promise": promise}), (
        baselines.set_baseline,
        {"promise": promise, "figure": changed},
    )


def two_closings(cast: Cast) -> tuple[Call, Call]:
    told = table.period(cast, date(2019, 8, 31))
    return (reports.close_period, told), (reports.close_period, {**told, "cause": "Sjukdom."})


def remove_and_set_event(cast: Cast) -> tuple[Call, Call]:
    event = calendars.set_event(cast.anna, municipality=cast.harnosand, entry=table.MARKET)
    entry = replace(table.MARKET, known=event.public_id, name="Höstmarknaden")
    return (calendars.remove_event, {"event": event}), (
        calendars.set_event,
        {"municipality": cast.harnosand, "entry": entry},
    )


def remove_place_and_log_there(cast: Cast) -> tuple[Call, Call]:
    place = calendars.set_place(cast.anna, municipality=cast.harnosand, entry=PlaceEntry("Ramvik"))
    promise = make_promise(cast.harnosand)
    done = Entry((promise,), date(2019, 6, 14), Party.POLICE, place=place)
    return (calendars.remove_place, {"place": place}), (
        activities.log_activity,
        {"municipality": cast.harnosand, "entry": done},
    )


def close_survey_and_approve(cast: Cast) -> tuple[Call, Call]:
    survey = make_answered(cast.harnosand, 20)
    return (surveys.close_survey, {"survey": survey}), (results.approve_results, {"survey": survey})


def approve_and_new_population(cast: Cast) -> tuple[Call, Call]:
    survey = make_answered(cast.harnosand, 20, state=SurveyState.CLOSED)
    return (results.approve_results, {"survey": survey}), (
        results.set_population,
        {"municipality": cast.harnosand, "people": PEOPLE},
    )


def withdraw_and_prolong(cast: Cast) -> tuple[Call, Call]:
    told = {"promise": make_promise(cast.harnosand), "seen": 1, "reason": "Skolan byggs om."}
    return (changes.withdraw_promise, {**told, "valid_from": table.OCTOBER}), (
        changes.prolong_promise,
        {**told, "days": table.LONGER},
    )


def hold_and_decide_anew(cast: Cast) -> tuple[Call, Call]:
    town = make_decided(cast.harnosand)
    return (retention.hold_disposal, {"municipality": town, "is_on_hold": True}), (
        retention.decide_disposal,
        {"municipality": town, "number": "KS 2019-77", "decided_on": date(2019, 8, 1)},
    )


_PAIRS = (
    publish_and_edit,
    publish_and_discard,
    publish_and_add,
    publish_and_carry_over,
    edit_and_discard,
    two_answers,
    change_and_call_off,
    two_counts_of_heads,
    lock_and_set_baseline,
    two_closings,
    remove_and_set_event,
    remove_place_and_log_there,
    close_survey_and_approve,
    approve_and_new_population,
    withdraw_and_prolong,
    hold_and_decide_anew,
)
