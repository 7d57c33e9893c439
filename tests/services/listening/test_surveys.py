"""Surveys as they are prepared: the bank, the places, what must be done before one opens."""

from dataclasses import replace
from datetime import date

import pytest

from handslag.domain.errors import BadInput, WrongState
from handslag.domain.surveys import EASY, PLACES, Lane, SurveyState, Texts, to_record
from handslag.domain.surveys.clarity import advice
from handslag.domain.surveys.faults import untranslated
from handslag.models.models import Place, Survey
from handslag.services.listening import surveys
from handslag.services.listening.ready_surveys import ready_survey, ready_surveys
from handslag.services.listening.surveys import Frame, what_is_left, with_places
from tests.cast import Cast
from tests.surveys import make_survey

FRAME = Frame(
    date(2019, 8, 20),
    date(2019, 9, 30),
    (Lane.OPEN_LINK,),
    {"sv": "Svaren används till årets löften."},
    {"sv": "Kommunstyrelsen"},
)


@pytest.fixture
def places(cast: Cast) -> None:
    for name in ("Ramvik/Hälledal", "Centrum", "2:a torget"):
        Place.objects.create(municipality=cast.harnosand, name=name)


@pytest.fixture
def draft(cast: Cast, places: None) -> Survey:
    return surveys.create_survey(cast.anna, municipality=cast.harnosand, form=ready_survey("safety_short"))


def _left(survey: Survey) -> list[str]:
    return [code for _, code, _ in what_is_left(survey, survey.defined())]


@pytest.mark.parametrize("name", ["safety", "safety_short"])
def test_a_ready_survey_needs_nothing_but_places(name: str, cast: Cast, places: None) -> None:
    form = with_places(ready_survey(name), cast.harnosand)
    assert [code for _, code, _ in what_is_left(Survey(lanes=["staff"]), form)] == [
        "no_last_day",
        "no_notice",
    ]
    assert advice(form) == ()


def test_ready_surveys_are_whole_in_every_language_and_say_which_are_unchecked() -> None:
    full, short = ready_surveys()
    assert (full.languages, short.languages) == (("sv", EASY, "en"), ("sv", EASY, "en", "ar"))
    for form in (full, short):
        assert form.unchecked == form.languages[1:]
        assert [untranslated(form, tag) for tag in form.languages] == [()] * len(form.languages)


def test_background_is_asked_in_coarse_bands_that_nobody_must_give() -> None:
    for form in ready_surveys():
        age, gender, area = (form.question(name) for name in ("age", "gender", "area"))
        assert (len(form.choices_of(age)), len(form.choices_of(gender)), area.choices) == (5, 3, PLACES)
        assert [one.is_required for one in (age, gender, area)] == [False] * 3
        assert all(one.is_sensitive for one in (age, gender, area))


def test_places_are_the_municipalitys_own_and_somewhere_else(draft: Survey) -> None:
    choices = draft.defined().choices_of(draft.defined().question("area"))
    assert [(one.name, one.code, one.label.say("sv")) for one in choices] == [
        ("p-2a-torget", 1, "2:a torget"),
        ("centrum", 2, "Centrum"),
        ("ramvikhälledal", 3, "Ramvik/Hälledal"),
        ("elsewhere", 4, "Någon annanstans"),
    ]


def test_two_surveys_with_one_title_have_addresses_of_their_own(cast: Cast, draft: Survey) -> None:
    again = surveys.create_survey(cast.anna, municipality=cast.harnosand, form=ready_survey("safety_short"))
    assert (draft.slug, again.slug) == ("ar-du-trygg-dar-du-bor", "ar-du-trygg-dar-du-bor-2")


def test_what_is_left_is_told_until_nothing_is(cast: Cast, draft: Survey) -> None:
    assert _left(draft) == ["no_last_day", "no_notice"]
    with pytest.raises(WrongState, match="survey_not_ready"):
        surveys.open_survey(cast.anna, survey=draft)
    surveys.set_frame(cast.anna, survey=draft, frame=FRAME)
    surveys.open_survey(cast.anna, survey=draft)
    assert draft.state == SurveyState.OPEN
    assert draft.takes_answers(Lane.OPEN_LINK, date(2019, 9, 30))
    assert not draft.takes_answers(Lane.STAFF, date(2019, 9, 30))


def test_places_are_locked_when_the_survey_opens(cast: Cast, draft: Survey) -> None:
    surveys.set_frame(cast.anna, survey=draft, frame=FRAME)
    Place.objects.create(municipality=cast.harnosand, name="Ny plats")
    surveys.open_survey(cast.anna, survey=draft)
    before = draft.definition
    Place.objects.create(municipality=cast.harnosand, name="Senare plats")
    surveys.correct_words(cast.anna, survey=draft, language="sv", words={}, is_checked=False)
    draft.refresh_from_db()
    assert draft.definition == before
    assert "Ny plats" in str(before)


def test_an_open_survey_keeps_its_questions_and_takes_corrections(cast: Cast) -> None:
    survey = make_survey(cast.harnosand)
    with pytest.raises(WrongState, match="survey_locked"):
        surveys.edit_survey(cast.anna, survey=survey, form=ready_survey("safety"))
    words = {("ute", "label"): "Går du ut när det är mörkt ute?"}
    done = surveys.correct_words(cast.anna, survey=survey, language="sv", words=words, is_checked=False)
    assert (done.defined().version, done.defined().question("ute").label.say("sv")) == (
        2,
        "Går du ut när det är mörkt ute?",
    )
    with pytest.raises(BadInput, match="correction_too_large"):
        surveys.correct_words(
            cast.anna, survey=survey, language="sv", words={("ute", "label"): "Har du bil?"}, is_checked=False
        )


def test_a_translation_is_checked_by_somebody(cast: Cast, draft: Survey) -> None:
    done = surveys.correct_words(cast.anna, survey=draft, language="ar", words={}, is_checked=True)
    assert done.defined().unchecked == (EASY, "en")
    again = surveys.correct_words(cast.anna, survey=draft, language="ar", words={}, is_checked=False)
    assert again.defined().unchecked == (EASY, "en", "ar")


def test_the_notice_of_an_open_survey_is_locked_but_its_last_day_is_not(cast: Cast) -> None:
    survey = make_survey(cast.harnosand)
    kept = Frame(survey.opens_on, date(2019, 10, 15), tuple(Lane), survey.purpose, survey.controller)
    assert surveys.set_frame(cast.anna, survey=survey, frame=kept).closes_on == date(2019, 10, 15)
    with pytest.raises(WrongState, match="notice_locked"):
        surveys.set_frame(cast.anna, survey=survey, frame=replace(kept, purpose={"sv": "Något annat"}))


def test_days_that_go_backwards_are_refused(cast: Cast, draft: Survey) -> None:
    with pytest.raises(BadInput, match="closes_before_opens"):
        surveys.set_frame(cast.anna, survey=draft, frame=replace(FRAME, closes_on=date(2019, 8, 1)))


def test_personal_data_in_a_question_is_refused(cast: Cast, draft: Survey) -> None:
    form = replace(draft.defined(), title=Texts.of({"sv": "Fråga 19900101-1239"}))
    with pytest.raises(BadInput, match="personal_data"):
        surveys.edit_survey(cast.anna, survey=draft, form=form)


def test_an_empty_survey_begins_with_a_page(cast: Cast) -> None:
    form = replace(ready_survey("safety"), title=Texts.of({"sv": "Egen"}), pages=(), choice_lists=())
    made = surveys.create_survey(cast.anna, municipality=cast.harnosand, form=form)
    assert [page.name for page in made.defined().pages] == ["page"]
    assert to_record(made.defined()) == made.definition
