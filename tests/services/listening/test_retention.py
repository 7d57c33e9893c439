"""What is erased and when, with the day moved past each limit; what holds it; and what is written down."""

from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest

from handslag.clock import STOCKHOLM
from handslag.domain.errors import WrongState
from handslag.domain.listening.dialogues import DialogueKind
from handslag.domain.listening.voices import Channel, SourceKind, Verdict, VoiceKind
from handslag.domain.surveys import SurveyState
from handslag.models.models import (
    CodeBatch,
    Disposal,
    LogEntry,
    Municipality,
    Response,
    SentForm,
    Survey,
    SurveyCode,
    User,
    Voice,
)
from handslag.services.listening.retention import dispose, dispose_everywhere, hold_disposal
from handslag.services.listening.voices import review_voice
from handslag.services.listening.walks import Found, add_stop, record_finding
from tests.answers import make_answered, make_decided
from tests.cast import Cast
from tests.make import make_dialogue, make_voice

pytestmark = pytest.mark.django_db

APPROVED = date(2019, 10, 10)
CLOSED_ON = date(2019, 9, 30)


@pytest.fixture
def survey(cast: Cast) -> Survey:
    """A survey with approved results and one of each thing that is kept for a while."""
    found = make_answered(cast.harnosand, 20, state=SurveyState.FROZEN, approved_on=APPROVED)
    SentForm.objects.create(id=uuid4(), survey=found)
    issued = datetime(2019, 8, 1, 9, tzinfo=STOCKHOLM)
    batch = CodeBatch.objects.create(survey=found, channel="letter", number=1, issued_at=issued)
    SurveyCode.objects.create(id=uuid4(), batch=batch)
    add_voice(found)
    return make_decided(cast.harnosand).surveys.get()


def add_voice(survey: Survey) -> Voice:
    return Voice.objects.create(
        id=uuid4().hex,
        municipality=survey.municipality,
        channel=Channel.CODE,
        source_kind=SourceKind.SURVEY,
        source_id=survey.public_id,
        round_on=date(2019, 8, 20),
        text="Bättre belysning vid busstationen.",
    )


def left() -> dict[str, int]:
    tables = (SentForm, SurveyCode, Response, Voice)
    return {table.__name__: table._default_manager.count() for table in tables}


ALL = {"SentForm": 1, "SurveyCode": 1, "Response": 20, "Voice": 1}


@pytest.mark.parametrize(
    ("last_day", "gone"),
    [
        (CLOSED_ON + timedelta(days=1), {"SentForm": 0, "SurveyCode": 0}),
        (CLOSED_ON + timedelta(days=90), {"SentForm": 0, "SurveyCode": 0, "Voice": 0}),
        (APPROVED + timedelta(days=90), {"SentForm": 0, "SurveyCode": 0, "Voice": 0, "Response": 0}),
    ],
)
def test_each_thing_goes_on_the_day_after_its_last(
    survey: Survey, last_day: date, gone: dict[str, int]
) -> None:
    dispose(survey.municipality, last_day)
    before = left()
    dispose(survey.municipality, last_day + timedelta(days=1))

    assert left() == ALL | gone
    assert before != left()


def test_what_went_is_written_down_as_numbers(survey: Survey) -> None:
    on = APPROVED + timedelta(days=91)
    assert dispose(survey.municipality, on) == 23
    assert dispose(survey.municipality, on) == 0

    same = {"source_id": survey.public_id, "on": on, "decision": "KS 2019-12"}
    assert list(Disposal.objects.values("kind", "removed", *same)) == [
        {"kind": "texts", "removed": 1} | same,
        {"kind": "responses", "removed": 20} | same,
        {"kind": "codes", "removed": 1} | same,
        {"kind": "forms", "removed": 1} | same,
    ]


def test_a_quote_that_two_have_approved_stays(cast: Cast, survey: Survey) -> None:
    quoted = add_voice(survey)
    for reviewer in (cast.anna, cast.bo):
        quoted.reviews.create(reviewer=reviewer, verdict=Verdict.MAY_BE_QUOTED)
    dispose(survey.municipality, CLOSED_ON + timedelta(days=91))

    assert list(Voice.objects.values_list("pk", flat=True)) == [quoted.pk]


def test_answers_stay_until_results_are_approved(cast: Cast, survey: Survey) -> None:
    Survey.objects.update(approved_on=None, state=SurveyState.CLOSED)
    dispose(survey.municipality, date(2030, 1, 1))

    assert left()["Response"] == 20


def test_nothing_of_an_open_survey_goes(cast: Cast) -> None:
    survey = make_answered(cast.harnosand, 20)
    SentForm.objects.create(id=uuid4(), survey=survey)
    dispose(make_decided(cast.harnosand), date(2030, 1, 1))

    assert (left()["SentForm"], left()["Response"]) == (1, 20)


def test_the_log_of_staff_goes_after_two_years(cast: Cast) -> None:
    town = make_decided(cast.harnosand)
    logged(cast.anna, town, datetime(2024, 2, 29, 23, 59, tzinfo=STOCKHOLM))
    logged(cast.anna, town, datetime(2024, 3, 1, 0, 0, tzinfo=STOCKHOLM))
    logged(cast.olle, cast.solleftea, datetime(2020, 1, 1, tzinfo=STOCKHOLM))
    dispose(town, date(2026, 2, 28))
    before = LogEntry.objects.count()
    dispose(town, date(2026, 3, 1))

    assert (before, LogEntry.objects.count()) == (3, 2)


def logged(actor: User, municipality: Municipality, at: datetime) -> None:
    LogEntry.objects.create(
        at=at,
        actor=actor,
        municipality=municipality,
        verb="add_draft",
        kind="promise",
        object_id="1",
    )


def test_without_a_decision_nothing_goes(cast: Cast, survey: Survey) -> None:
    cast.harnosand.disposal.delete()
    with pytest.raises(WrongState, match="disposal_undecided"):
        dispose(Municipality.objects.get(slug="harnosand"), date(2030, 1, 1))

    assert dispose_everywhere(date(2030, 1, 1)) == 0
    assert left() == ALL


def test_while_it_holds_nothing_goes(cast: Cast, survey: Survey) -> None:
    hold_disposal(cast.anna, municipality=cast.harnosand, is_on_hold=True)
    dispose_everywhere(date(2030, 1, 1))
    assert left() == ALL

    hold_disposal(cast.anna, municipality=cast.harnosand, is_on_hold=False)
    dispose_everywhere(date(2030, 1, 1))
    assert left() == dict.fromkeys(ALL, 0)


def test_another_municipality_keeps_its_own(cast: Cast, survey: Survey) -> None:
    make_answered(cast.solleftea, 20, state=SurveyState.FROZEN, approved_on=APPROVED)
    dispose_everywhere(date(2030, 1, 1))

    assert left()["Response"] == 20


def test_cards_of_a_dialogue_go_ninety_days_after_its_answer_and_findings_stay(cast: Cast) -> None:
    walk = make_dialogue(cast.harnosand, kind=DialogueKind.WALK)
    walk.answers.update(answered_on=date(2019, 9, 2))
    make_voice(cast.harnosand, source_id=walk.public_id)
    quoted = make_voice(cast.harnosand, source_id=walk.public_id)
    for reader in (cast.anna, cast.bo):
        review_voice(reader, voice=quoted, verdict=Verdict.MAY_BE_QUOTED)
    stop = add_stop(cast.anna, dialogue=walk, name="Gångtunneln")
    finding = record_finding(cast.anna, stop=stop, found=Found("Det är ljust.", VoiceKind.STRENGTH))
    make_decided(cast.harnosand)
    assert dispose(cast.harnosand, date(2019, 12, 1)) == 0
    assert dispose(cast.harnosand, date(2019, 12, 2)) == 1
    assert set(Voice.objects.all()) == {quoted, finding.voice}


def test_cards_that_nobody_has_answered_stay(cast: Cast) -> None:
    make_voice(cast.harnosand, source_id=make_dialogue(cast.harnosand).public_id)
    make_decided(cast.harnosand)
    assert dispose(cast.harnosand, date(2021, 8, 1)) == 0
