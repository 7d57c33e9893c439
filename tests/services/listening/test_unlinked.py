"""What the database remembers beside its columns joins no answer to its text, its code or its moment."""

import pytest
from django.db import connection

from handslag.domain.listening.answers import CodeChannel
from handslag.domain.surveys import Lane, SurveyState
from handslag.models.models import Response, Survey, SurveyCode, Voice, VoiceReview
from handslag.services.listening.codes import code_digest, issue_codes
from handslag.services.listening.intake.form_tokens import new_token, read_token
from handslag.services.listening.intake.taking import Handed, hand_in, take_response
from handslag.services.listening.surveys import close_survey
from handslag.services.listening.voices import erase_voice
from tests.cast import Cast
from tests.surveys import make_survey

TABLES = (Response, Voice, SurveyCode)


@pytest.fixture
def survey(cast: Cast) -> Survey:
    return make_survey(cast.harnosand)


def _by_code(survey: Survey, code: str, text: str) -> Handed:
    form = read_token(survey.public_id, new_token(survey.public_id))
    handed = hand_in(survey.pk, survey.defined(), {"ute": "ja", "trygg": text}, Lane.CODE, form)
    return Handed(
        **(
            {n: getattr(handed, n) for n in Handed.__dataclass_fields__}
            | {"code": code_digest(survey.public_id, code)}
        )
    )


def _answered(cast: Cast, survey: Survey, number: int) -> None:
    codes = issue_codes(cast.anna, survey=survey, channel=CodeChannel.LETTER, number=number).codes
    for place, code in enumerate(codes):
        take_response(_by_code(survey, code, f"Lampan vid port {place} är trasig."))


def _hidden(column: str, table: str) -> list[str]:
    """A hidden column of all rows, as they lie in the file."""
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT {column}::text FROM "{table}" ORDER BY ctid')
        return [value for (value,) in cursor.fetchall()]


@pytest.mark.only("postgresql")  # the hidden columns are its own
@pytest.mark.django_db(transaction=True)
def test_after_the_close_all_rows_of_a_survey_have_the_same_transaction_and_no_order(
    survey: Survey, cast: Cast
) -> None:
    _answered(cast, survey, 30)
    close_survey(cast.anna, survey=survey)
    assert len({number for table in TABLES for number in _hidden("xmin", table._meta.db_table)}) == 1
    for table in TABLES:
        ids = _hidden("id", table._meta.db_table)
        assert ids == sorted(ids)


@pytest.mark.only("postgresql")  # SQLite's file: proofs/unlinked.py
@pytest.mark.django_db(transaction=True)
def test_erased_words_are_gone_from_the_file_of_the_table(survey: Survey, cast: Cast) -> None:
    _answered(cast, survey, 3)
    close_survey(cast.anna, survey=survey)
    gone, *stay = Voice.objects.all()
    erase_voice(cast.anna, voice=gone)
    with connection.cursor() as cursor:
        cursor.execute("CHECKPOINT")
        cursor.execute("SELECT pg_read_binary_file(pg_relation_filepath('handslag_voice'))")
        file = bytes(cursor.fetchone()[0])
    assert [voice.id.encode() in file for voice in (gone, *stay)] == [False, True, True]


def test_closing_loses_nothing(survey: Survey, cast: Cast) -> None:
    _answered(cast, survey, 25)
    VoiceReview.objects.create(voice=Voice.objects.all()[3], reviewer=cast.anna, verdict="may_be_quoted")
    before = [list(table.objects.order_by("pk").values()) for table in (*TABLES, VoiceReview)]
    close_survey(cast.anna, survey=survey)
    assert [list(table.objects.order_by("pk").values()) for table in (*TABLES, VoiceReview)] == before
    assert Survey.objects.get().state == SurveyState.CLOSED
