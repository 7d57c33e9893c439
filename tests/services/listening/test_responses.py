"""Answers are taken once each, keep no order or time, and can be taken back with their receipt."""

from datetime import date, datetime
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.db import connection

from handslag.clock import STOCKHOLM
from handslag.domain.errors import BadInput, NotFound, WrongState
from handslag.domain.listening.answers import CodeChannel, Outcome
from handslag.domain.listening.receipts import response_id, voice_id
from handslag.domain.surveys import Lane, SurveyState
from handslag.models.models import LogEntry, Response, SentForm, SpentWork, Survey, SurveyCode, Voice
from handslag.services.listening.codes import code_digest, issue_codes
from handslag.services.listening.erased import leave_out_erased
from handslag.services.listening.intake.form_tokens import FormToken, new_token, read_token
from handslag.services.listening.intake.proof_of_work import Work, slot_now
from handslag.services.listening.intake.taking import Handed, Taken, hand_in, mark_batch, take_response
from handslag.services.listening.responses import enter_response, forget_order, withdraw_response
from tests.cast import Cast
from tests.surveys import make_survey

WORDS = "Ring mig på 070-123 45 67. Ljuset vid stationen gör mig trygg."
ANSWERS: dict[str, Any] = {"ute": "ja", "kvall": 2, "dag": 4, "trygg": WORDS, "sett": ("polis", "ljus")}


@pytest.fixture
def survey(cast: Cast) -> Survey:
    return make_survey(cast.harnosand)


def _form(survey: Survey) -> FormToken:
    return read_token(survey.public_id, new_token(survey.public_id))


def _handed(
    survey: Survey, *, lane: Lane = Lane.OPEN_LINK, form: FormToken | None = None, **more: Any
) -> Handed:
    handed = hand_in(survey.pk, survey.defined(), ANSWERS, lane, form or _form(survey))
    return Handed(**({name: getattr(handed, name) for name in Handed.__dataclass_fields__} | more))


def test_an_answer_is_small_numbers_and_its_text_stands_apart(survey: Survey) -> None:
    handed = _handed(survey)
    assert take_response(handed) == Taken(Outcome.STORED)
    row = Response.objects.values().get()
    assert row == {
        "id": response_id(handed.form.code),
        "survey_id": survey.pk,
        "version": 1,
        "lane": "open_link",
        "answers": {"ute": 1, "kvall": 2, "dag": 4, "sett": [1, 2]},
        "batch": "",
    }
    voice = Voice.objects.get()
    assert voice.pk == voice_id(handed.form.code, "trygg")
    assert voice.text == "Ring mig på [telefonnummer]. Ljuset vid stationen gör mig trygg."
    assert (voice.place, voice.group, voice.question) == (None, "", "trygg")


def test_what_is_not_asked_is_not_kept(survey: Survey) -> None:
    handed = hand_in(survey.pk, survey.defined(), ANSWERS | {"ute": "nej"}, Lane.OPEN_LINK, _form(survey))
    assert handed.answers == {"ute": 2, "dag": 4, "sett": (1, 2)}


def test_a_form_sent_again_counts_once_and_gives_the_same_receipt(survey: Survey) -> None:
    form = _form(survey)
    first, again = _handed(survey, form=form), _handed(survey, form=form)
    assert [take_response(first).outcome, take_response(again).outcome] == [Outcome.STORED, Outcome.REPEATED]
    assert first.form.code == again.form.code
    assert (Response.objects.count(), Voice.objects.count()) == (1, 1)


def test_the_code_of_a_form_is_nowhere_in_the_tables(survey: Survey) -> None:
    handed = _handed(survey)
    take_response(handed)
    assert len({SentForm.objects.get().pk, Response.objects.get().pk}) == 2
    assert handed.form.code.hex() not in str([*Response.objects.values(), *SentForm.objects.values()])


@pytest.mark.parametrize(
    "fields", [{"state": SurveyState.CLOSED}, {"lanes": [Lane.CODE]}, {"closes_on": "2019-09-01"}]
)
def test_a_survey_that_takes_no_answers_stores_none(survey: Survey, fields: dict[str, object]) -> None:
    Survey.objects.update(**fields)
    assert take_response(_handed(survey)).outcome is Outcome.CLOSED
    assert [model.objects.count() for model in (Response, SentForm, Voice)] == [0, 0, 0]


def test_a_code_lets_one_person_answer_once(cast: Cast, survey: Survey) -> None:
    issued = issue_codes(cast.anna, survey=survey, channel=CodeChannel.LETTER, number=2)
    code = code_digest(survey.public_id, issued.codes[0].upper().replace("-", " "))
    outcomes = [take_response(_handed(survey, lane=Lane.CODE, code=code)).outcome for _ in range(2)]
    assert outcomes == [Outcome.STORED, Outcome.CODE_REFUSED]
    assert SurveyCode.objects.filter(is_used=True).count() == 1
    assert Response.objects.get().lane == Lane.CODE


def test_a_form_with_a_wrong_code_can_be_sent_again_with_the_right_one(cast: Cast, survey: Survey) -> None:
    issued = issue_codes(cast.anna, survey=survey, channel=CodeChannel.LIBRARY, number=1)
    form = _form(survey)
    digests = [code_digest(survey.public_id, code) for code in ("aaaaa-aaaaa", issued.codes[0])]
    outcomes = [
        take_response(_handed(survey, lane=Lane.CODE, code=one, form=form)).outcome for one in digests
    ]
    assert outcomes == [Outcome.CODE_REFUSED, Outcome.STORED]


def test_the_codes_themselves_are_not_kept(cast: Cast, survey: Survey) -> None:
    issued = issue_codes(cast.anna, survey=survey, channel=CodeChannel.MEETING, number=3)
    assert len(set(issued.codes)) == 3
    assert not any(code.replace("-", "") in str(list(SurveyCode.objects.values())) for code in issued.codes)


def test_work_that_was_done_before_is_noticed_and_refuses_nobody(survey: Survey) -> None:
    work = Work(_form(survey).mark, slot_now())
    taken = [take_response(_handed(survey, work=work)) for _ in range(2)]
    assert taken == [Taken(Outcome.STORED), Taken(Outcome.STORED, is_work_replayed=True)]


def test_old_work_is_forgotten(survey: Survey) -> None:
    SpentWork.objects.create(id=_form(survey).mark, slot=slot_now() - 2)
    take_response(_handed(survey, work=Work(_form(survey).mark, slot_now())))
    assert SpentWork.objects.get().slot == slot_now()


def test_an_answer_is_taken_back_with_its_texts_and_does_not_come_again(survey: Survey) -> None:
    handed = _handed(survey)
    take_response(handed)
    withdraw_response(handed.form.code)
    assert (Response.objects.count(), Voice.objects.count()) == (0, 0)
    assert take_response(handed).outcome is Outcome.REPEATED
    assert Response.objects.count() == 0
    with pytest.raises(NotFound, match="receipt_unknown"):
        withdraw_response(handed.form.code)


def test_after_closing_nothing_is_taken_back(survey: Survey) -> None:
    handed = _handed(survey)
    take_response(handed)
    Survey.objects.update(state=SurveyState.CLOSED)
    with pytest.raises(WrongState, match="survey_closed_for_withdrawal"):
        withdraw_response(handed.form.code)
    assert Response.objects.count() == 1


def test_a_label_goes_to_the_answers_of_a_batch(survey: Survey) -> None:
    handed = [_handed(survey), _handed(survey)]
    for each in handed:
        take_response(each)
    mark_batch("abc", [handed[0].id])
    assert dict(Response.objects.values_list("id", "batch")) == {handed[0].id: "abc", handed[1].id: ""}


@pytest.mark.parametrize("token", ["", "x", "åäö", "AAAA" * 20, new_token("annan")], ids=range(5))
def test_a_form_that_is_not_ours_is_refused(token: str) -> None:
    with pytest.raises(BadInput, match="form_broken"):
        read_token("denna", token)


def test_the_tables_of_answers_keep_no_order(survey: Survey) -> None:
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("SELECT name FROM sqlite_master WHERE sql LIKE %s ORDER BY 1", ["%WITHOUT ROWID"])
            tables = {name for (name,) in cursor.fetchall()}
        models = (Response, SentForm, SpentWork, SurveyCode, Voice)
        assert {model._meta.db_table for model in models} <= tables
    else:
        for _ in range(30):
            take_response(_handed(survey))
        forget_order(survey)
        leave_out_erased()
        with connection.cursor() as cursor:
            cursor.execute("SELECT id FROM handslag_response ORDER BY ctid")
            ids = [key for (key,) in cursor.fetchall()]
        assert ids == sorted(ids)


def test_the_log_says_on_which_day_papers_were_typed_in_and_no_moment_or_number(
    cast: Cast, survey: Survey, settings_on: Any
) -> None:
    for day in (date(2019, 9, 2), date(2019, 9, 2), date(2019, 9, 3)):
        with settings_on(day):
            enter_response(cast.anna, survey=survey, answers={"ute": "ja"}, form=_form(survey))
    found = LogEntry.objects.filter(verb="enter_response").values_list("at", "params")
    midnights = [datetime(2019, 9, day, tzinfo=STOCKHOLM) for day in (3, 2)]
    assert list(found) == [(midnight, {}) for midnight in midnights]


def test_what_the_log_said_before_of_papers_is_made_days(cast: Cast, survey: Survey) -> None:
    for hour in (9, 10):
        LogEntry.objects.create(
            at=datetime(2019, 9, 2, hour, tzinfo=STOCKHOLM),
            actor=cast.anna,
            municipality=survey.municipality,
            verb="count_second_entry",
            kind="survey",
            object_id=survey.public_id,
            params={"differing": 1},
        )
    import_module("handslag.models.migrations.0031_days_of_paper").keep_days(apps, None)
    found = LogEntry.objects.filter(verb="count_second_entry").values_list("at", "params")
    assert list(found) == [(datetime(2019, 9, 2, tzinfo=STOCKHOLM), {})]
