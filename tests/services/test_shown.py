"""What is confirmed is what was on the page: whoever looked before it changed is told what it says now."""

from dataclasses import replace
from datetime import date

import pytest

from handslag.domain.errors import BadInput
from handslag.domain.surveys import SurveyState
from handslag.models.models import CarryOver, DisposalDecision, PartyVerdict, PeriodReport, Promise
from handslag.services.judging import party_verdicts
from handslag.services.keeping import period_reports as reports
from handslag.services.listening import dialogues, results, retention
from handslag.services.promises import baselines, carry_overs
from handslag.services.promises import drafts as promises
from tests.answers import DECIDED, make_answered, make_decided
from tests.cast import Cast
from tests.make import make_activity, make_dialogue, make_promise, make_voice
from tests.services.test_every_command import DRAFT, FIGURE, OUR_VERDICT, decided, period

ANSWER = "Det blir ljust."


def test_results_that_were_made_meanwhile_are_not_approved_unseen(cast: Cast) -> None:
    survey = make_answered(cast.harnosand, 30, state=SurveyState.CLOSED)
    seen = results.shown_of(survey)
    results.publish_now(survey, date(2019, 10, 1))
    with pytest.raises(BadInput, match="results_moved"):
        results.approve_results(cast.anna, survey=survey, seen=seen)
    results.approve_results(cast.anna, survey=survey, seen=results.shown_of(survey))
    assert survey.state == SurveyState.FROZEN


def test_a_party_answers_to_the_verdict_it_saw(cast: Cast) -> None:
    promise = make_promise(cast.harnosand)
    seen = party_verdicts.shown_to(cast.anna, promise)
    make_activity(promise)
    with pytest.raises(BadInput, match="verdict_standing_moved"):
        party_verdicts.state_verdict(cast.anna, promise=promise, seen=seen, **OUR_VERDICT)  # type: ignore[arg-type]
    assert not PartyVerdict.objects.exists()


def test_two_of_a_party_do_not_speak_past_each_other(cast: Cast) -> None:
    promise = make_promise(cast.harnosand)
    seen = party_verdicts.shown_to(cast.cilla, promise)
    party_verdicts.state_verdict(cast.anna, promise=promise, **OUR_VERDICT)  # type: ignore[arg-type]
    other = {**OUR_VERDICT, "reason": "Allt blev av."}
    with pytest.raises(BadInput, match="verdict_said_meanwhile") as caught:
        party_verdicts.state_verdict(cast.anna, promise=promise, seen=seen, **other)  # type: ignore[arg-type]
    assert caught.value.params == {"reason": OUR_VERDICT["reason"]}


def test_a_period_is_closed_on_the_evidence_that_was_shown(cast: Cast) -> None:
    promise = make_promise(cast.harnosand, valid_from=date(2018, 1, 1))
    year = {**period(cast, date(2018, 12, 31)), "promise": promise, "start": date(2018, 1, 1)}
    seen = reports.shown_of(promise, date(2018, 1, 1), date(2018, 12, 31))
    make_activity(promise, done_on=date(2018, 6, 1))
    with pytest.raises(BadInput, match="period_evidence_moved") as caught:
        reports.close_period(cast.anna, **year, seen=seen)  # type: ignore[arg-type]
    assert caught.value.params["done"] == 1
    assert not PeriodReport.objects.exists()


def test_who_answers_has_read_what_was_said(cast: Cast) -> None:
    dialogue = make_dialogue(cast.harnosand)
    owed = dialogue.answers.get()
    seen = dialogues.asked_of(owed)
    make_voice(cast.harnosand, source_id=dialogue.public_id)
    with pytest.raises(BadInput, match="cards_came_meanwhile"):
        dialogues.publish_answer(cast.anna, owed=owed, answer=ANSWER, seen=seen)
    dialogues.publish_answer(cast.anna, owed=owed, answer=ANSWER, seen=dialogues.asked_of(owed))
    assert owed.answer == ANSWER


def test_what_goes_on_is_chosen_among_the_drafts_that_were_shown(cast: Cast) -> None:
    former, reading = make_promise(cast.harnosand), decided(cast)
    seen = carry_overs.shown_of(reading)
    draft = reading.promises.order_by("position")[0]
    promises.edit_draft(cast.anna, promise=draft, draft=replace(DRAFT, text="Något annat."))
    carried = [carry_overs.Carried(former, draft, "Nya villkor.")]
    with pytest.raises(BadInput, match="draft_changed_meanwhile") as caught:
        carry_overs.carry_over(cast.anna, reading=reading, carried=carried, seen=seen)
    assert caught.value.params == {"text": "Något annat."}
    assert not CarryOver.objects.exists()


def test_a_draft_that_says_something_else_by_now_is_not_taken_away(cast: Cast) -> None:
    draft = decided(cast).promises.order_by("position")[0]
    seen = promises.draft_mark(draft)
    promises.edit_draft(cast.anna, promise=draft, draft=replace(DRAFT, text="Något annat."))
    with pytest.raises(BadInput, match="draft_changed_meanwhile"):
        promises.discard_draft(cast.anna, promise=draft, seen=seen)
    assert Promise.objects.filter(pk=draft.pk).exists()


def test_the_figure_that_is_locked_is_the_one_that_was_shown(cast: Cast) -> None:
    promise = make_promise(cast.harnosand)
    baselines.set_baseline(cast.anna, promise=promise, figure=FIGURE)
    seen = baselines.shown_of(promise)
    baselines.set_baseline(cast.anna, promise=promise, figure=replace(FIGURE, value=FIGURE.value + 1))
    with pytest.raises(BadInput, match="baseline_changed"):
        baselines.lock_baseline(cast.anna, promise=promise, seen=seen)
    baselines.lock_baseline(cast.anna, promise=promise, seen=baselines.shown_of(promise))


def test_disposal_goes_by_the_decision_that_was_shown(cast: Cast) -> None:
    town = make_decided(cast.harnosand)
    seen = retention.shown_of(town)
    retention.hold_disposal(cast.anna, municipality=town, is_on_hold=True, seen=seen)
    with pytest.raises(BadInput, match="disposal_held_meanwhile"):
        retention.hold_disposal(cast.anna, municipality=town, is_on_hold=False, seen=seen)
    with pytest.raises(BadInput, match="disposal_held_meanwhile"):
        retention.decide_disposal(
            cast.anna, municipality=town, number="KS 2019-77", decided_on=DECIDED, seen=seen
        )
    decision = DisposalDecision.objects.get()
    assert (decision.number, decision.is_on_hold) == ("KS 2019-12", True)
