"""Verbs in their turn: a second press, a stale page and a rival meet what is stored, not what was read."""

import copy
from contextlib import suppress
from dataclasses import replace
from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from handslag.documents.read_text import read_apart
from handslag.domain.errors import BadInput, HandslagError, WrongState
from handslag.domain.listening.answers import CodeChannel
from handslag.domain.surveys import SurveyState, Texts
from handslag.models import models
from handslag.models.models import PeriodReport, Promise, PromiseVersion
from handslag.services.keeping import hours
from handslag.services.keeping import period_reports as reports
from handslag.services.listening import codes, dialogues, exports, responses, results, surveys
from handslag.services.listening.intake.form_tokens import new_token, read_token
from handslag.services.listening.ready_surveys import ready_survey
from handslag.services.promises import carry_overs, readings, rounds
from handslag.services.promises import drafts as promises
from handslag.services.promises.drafts import draft_mark, draft_round
from tests.answers import CSV, make_answered
from tests.cast import Cast, make_cast
from tests.make import make_activity, make_dialogue, make_promise
from tests.services.test_every_command import (
    COMMANDS,
    DRAFT,
    HOURS,
    PAGE,
    PLAN,
    UNTIL_FURTHER_NOTICE,
    Command,
    decided,
    period,
)
from tests.surveys import make_survey

# Why each of them takes no turn, or half a one, is told and tried at the end of this file.
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
    assert _counts() == once


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


def test_codes_come_again_with_the_form_that_made_them_and_with_no_other(cast: Cast) -> None:
    survey = make_survey(cast.harnosand)
    made = [
        codes.issue_codes(cast.anna, survey=survey, channel=CodeChannel.LETTER, number=number, key=key)
        for key, number in (("1" * 32, 3), ("1" * 32, 3), ("2" * 32, 3), ("1" * 32, 4))
    ]
    assert made[0] == made[1]
    assert len({code for issued in made for code in issued.codes}) == 3 + 3 + 4
    assert survey.code_batches.count() == 3


def test_a_form_that_was_changed_and_sent_again_makes_another(cast: Cast) -> None:
    for title in ("Trygghet", "Trygghet", "Tryggt hemma"):
        form = replace(ready_survey("safety"), title=Texts.of({"sv": title}))
        surveys.create_survey(cast.anna, municipality=cast.harnosand, form=form, key="1" * 32)
    assert {survey.slug for survey in cast.harnosand.surveys.all()} == {"trygghet", "tryggt-hemma"}


def test_what_may_be_there_but_once_is_refused_by_the_database_in_a_sentence(cast: Cast) -> None:
    promise = make_promise(cast.harnosand, state="draft")
    make_activity(promise)
    with pytest.raises(WrongState, match="written_meanwhile"):
        promises.discard_draft(cast.anna, promise=promise)
    first = make_dialogue(cast.harnosand).answers.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        models.OwedAnswer.objects.create(dialogue=first.dialogue, role="någon", due_on=first.due_on)


def test_an_answer_typed_in_on_a_stale_page_meets_the_close(cast: Cast) -> None:
    """Why `enter_response` has locks of its own: residents' answers wait for the same row of the survey."""
    survey = make_survey(cast.harnosand)
    form = read_token(survey.public_id, new_token(survey.public_id))
    stale = copy.deepcopy(survey)
    surveys.close_survey(cast.anna, survey=survey)
    with pytest.raises(WrongState, match="survey_not_taking"):
        responses.enter_response(cast.anna, survey=stale, answers={"ute": "ja"}, form=form)
    assert not models.Response.objects.exists()


def test_a_file_on_a_stale_page_holds_what_is_there(cast: Cast) -> None:
    """Why `export_survey` takes no turn: it changes nothing, a survey that has closed never opens again."""
    survey = make_answered(cast.harnosand, 40, state=SurveyState.CLOSED)
    stale = copy.deepcopy(survey)
    results.approve_results(cast.anna, survey=survey)
    models.Response.objects.all().delete()
    with pytest.raises(WrongState, match="results_too_few"):
        exports.export_survey(cast.anna, survey=stale, kind=CSV)


@pytest.mark.django_db(transaction=True)
def test_nobody_waits_while_a_page_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Why `read_page` takes its turn half-way: it only adds, and reading takes seconds."""
    cast, held = make_cast(), []

    def watched(text: str) -> object:
        held.append(connection.in_atomic_block)
        return read_apart(text)

    monkeypatch.setattr(readings, "read_apart", watched)
    readings.read_page(cast.anna, municipality=cast.harnosand, source="a page", text=PAGE)
    assert held == [False]
