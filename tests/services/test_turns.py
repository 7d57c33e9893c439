"""Verbs in their turn: a second press, a stale page and a rival meet what is stored, not what was read."""

import copy
from contextlib import suppress
from dataclasses import replace
from datetime import date

import pytest

from handslag.domain.errors import BadInput, HandslagError, WrongState
from handslag.models import models
from handslag.models.models import PeriodReport, Promise, PromiseVersion
from handslag.services import carry_overs, dialogues, hours, promises, reports, rounds
from handslag.services.promises import draft_mark, draft_round
from tests.cast import Cast
from tests.make import make_dialogue, make_promise
from tests.services.test_every_command import (
    COMMANDS,
    DRAFT,
    HOURS,
    PLAN,
    UNTIL_FURTHER_NOTICE,
    Command,
    decided,
    period,
)

# What is there twice when it is asked for twice: several may want one each, or the form has a key.
ADDS_EACH_TIME = {
    "begin_round",
    "create_survey",
    "import_survey",
    "issue_codes",
    "log_activity",
    "plan_activities",
    "read_page",
}
# Answers typed in wait for those of residents; an export changes nothing; a page is read before its turn.
LOCKS_OF_ITS_OWN = {"enter_response", "export_survey", "read_page"}
WORDS_OF_A_RIVAL = replace(DRAFT, text="Polisen går en gång om året.")


def _counts() -> dict[str, int]:
    """How many rows there are of everything but the log."""
    return {name: getattr(models, name).objects.count() for name in set(models.__all__) - {"LogEntry"}}


@pytest.mark.parametrize("command", COMMANDS, ids=str)
def test_a_verb_waits_its_turn(command: Command) -> None:
    assert (command.verb.__code__.co_name == "waiting") != (str(command) in LOCKS_OF_ITS_OWN)


@pytest.mark.parametrize("command", COMMANDS, ids=str)
def test_a_second_press_of_the_same_page_adds_nothing(command: Command, cast: Cast) -> None:
    arguments = command.works(cast)
    stale = copy.deepcopy(arguments)
    command.verb(cast.anna, **arguments)
    once = _counts()
    with suppress(HandslagError):
        command.verb(cast.anna, **stale)
    assert (_counts() == once) != (str(command) in ADDS_EACH_TIME)


def test_a_draft_that_is_public_by_now_is_neither_edited_nor_discarded(cast: Cast) -> None:
    reading = decided(cast)
    stale = reading.promises.order_by("position")[0]
    rounds.publish_round(cast.anna, reading=reading, **UNTIL_FURTHER_NOTICE)  # type: ignore[arg-type]
    public = list(PromiseVersion.objects.values())
    with pytest.raises(WrongState, match="already_published"):
        promises.edit_draft(cast.anna, promise=copy.deepcopy(stale), draft=WORDS_OF_A_RIVAL)
    with pytest.raises(WrongState, match="already_published"):
        promises.discard_draft(cast.anna, promise=stale)
    assert list(PromiseVersion.objects.values()) == public


def test_what_somebody_changed_after_the_last_look_is_not_published(cast: Cast) -> None:
    reading = decided(cast)
    seen = rounds.shown_of(draft_round(reading))
    first = reading.promises.order_by("position")[0]
    promises.edit_draft(cast.anna, promise=first, draft=WORDS_OF_A_RIVAL)
    with pytest.raises(BadInput, match="draft_changed_meanwhile") as caught:
        rounds.publish_round(cast.anna, reading=reading, seen=seen, **UNTIL_FURTHER_NOTICE)  # type: ignore[arg-type]
    assert caught.value.params == {"text": WORDS_OF_A_RIVAL.text}
    assert set(Promise.objects.values_list("state", flat=True)) == {"draft"}


def test_a_draft_taken_away_or_carried_over_after_the_last_look_stops_publication(cast: Cast) -> None:
    former, reading = make_promise(cast.harnosand), decided(cast)
    seen = rounds.shown_of(draft_round(reading))
    gone = [carry_overs.Carried(former, None, "Skolan stängs.")]
    carry_overs.carry_over(cast.anna, reading=reading, carried=gone)
    with pytest.raises(BadInput, match="round_changed_meanwhile"):
        rounds.publish_round(cast.anna, reading=reading, seen=seen, **UNTIL_FURTHER_NOTICE)  # type: ignore[arg-type]
    seen = rounds.shown_of(draft_round(reading))
    promises.discard_draft(cast.anna, promise=reading.promises.order_by("position")[0])
    with pytest.raises(BadInput, match="round_changed_meanwhile"):
        rounds.publish_round(cast.anna, reading=reading, seen=seen, **UNTIL_FURTHER_NOTICE)  # type: ignore[arg-type]


def test_a_draft_that_a_rival_saved_meanwhile_is_not_written_over(cast: Cast) -> None:
    draft = decided(cast).promises.order_by("position")[0]
    seen = draft_mark(draft)
    promises.edit_draft(cast.anna, promise=draft, draft=WORDS_OF_A_RIVAL, seen=seen)
    with pytest.raises(BadInput, match="draft_changed_meanwhile"):
        promises.edit_draft(cast.anna, promise=draft, draft=replace(DRAFT, text="Annat."), seen=seen)
    assert draft.versions.get().text == WORDS_OF_A_RIVAL.text


def test_a_published_answer_stands_whatever_a_stale_page_sends(cast: Cast) -> None:
    owed = make_dialogue(cast.harnosand).answers.get()
    stale = copy.deepcopy(owed)
    dialogues.publish_answer(cast.anna, owed=owed, answer="Det blir ljust.")
    with pytest.raises(WrongState, match="already_answered"):
        dialogues.publish_answer(cast.anna, owed=stale, answer="Det blir mörkt.")
    assert models.OwedAnswer.objects.get().answer == "Det blir ljust."


def test_a_dialogue_that_was_called_off_meanwhile_is_not_changed(cast: Cast) -> None:
    dialogue = dialogues.plan_dialogue(cast.anna, municipality=cast.harnosand, plan=PLAN)
    stale = copy.deepcopy(dialogue)
    dialogues.cancel_dialogue(cast.anna, dialogue=dialogue, reason="Skolan är stängd.")
    with pytest.raises(WrongState, match="dialogue_cancelled"):
        dialogues.change_dialogue(cast.anna, dialogue=stale, plan=replace(PLAN, venue="Bygdegården"))
    dialogue.refresh_from_db()
    assert (dialogue.venue, dialogue.cancel_reason) == (PLAN.venue, "Skolan är stängd.")


def test_a_period_is_closed_once_and_new_words_stand_beside(cast: Cast) -> None:
    told = period(cast, date(2019, 8, 31))
    for words in ({"cause": "Sjukdom."}, {"cause": "Sjukdom."}, {}, {"decision": "Vi tar igen det."}):
        reports.close_period(cast.anna, **told, **words)  # type: ignore[arg-type]
    assert list(PeriodReport.objects.order_by("pk").values_list("cause", "decision")) == [
        ("Sjukdom.", ""),
        ("", "Vi tar igen det."),
    ]


def test_what_has_been_removed_meanwhile_is_said(cast: Cast) -> None:
    said = hours.set_available_hours(cast.anna, municipality=cast.harnosand, **HOURS)  # type: ignore[arg-type]
    stale = copy.deepcopy(said)
    hours.remove_available_hours(cast.anna, said=said)
    with pytest.raises(WrongState, match="gone_meanwhile"):
        hours.remove_available_hours(cast.anna, said=stale)
