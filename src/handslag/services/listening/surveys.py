"""Surveys as they are prepared: made, read in from a file, changed, opened and closed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from django.utils.text import slugify

from handslag import clock
from handslag.documents.xlsforms import XlsForm
from handslag.domain.errors import BadInput, WrongState
from handslag.domain.listening.redaction import refuse_personal_data
from handslag.domain.permissions import Action
from handslag.domain.surveys import (
    PLACES,
    Choice,
    ChoiceList,
    Kind,
    Lane,
    Page,
    SurveyState,
    Texts,
    to_record,
)
from handslag.domain.surveys import (
    Survey as Definition,
)
from handslag.domain.surveys.editing import Words, refuse_new_meaning, with_words
from handslag.domain.surveys.faults import every_text, faults
from handslag.models.models import Municipality, Survey, User
from handslag.services.access import require
from handslag.services.form_keys import once
from handslag.services.listening.responses import forget_order
from handslag.services.log import record
from handslag.services.places import places_of
from handslag.services.shown import Shown, marks_of, refuse_unseen
from handslag.services.turns import in_turn

NEW = "ny"  # no survey's address: the page where one is made has it
ELSEWHERE = "elsewhere"
ELSEWHERE_WORDS = {"sv": "Någon annanstans", "en": "Somewhere else", "ar": "مكان آخر"}


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around the questions: the days, the lanes, and the words of the notice per language."""

    opens_on: date | None = None
    closes_on: date | None = None
    lanes: tuple[Lane, ...] = ()
    purpose: Mapping[str, str] = field(default_factory=dict)
    controller: Mapping[str, str] = field(default_factory=dict)


@in_turn
def create_survey(
    actor: User, *, municipality: Municipality, form: Definition, key: str | None = None
) -> Survey:
    """Make a draft of a survey, from the question bank or with nothing but a title.

    - its list of places is the municipality's own
    - the same form (`key`) sent twice gives the survey of the first time
    """
    require(actor, municipality, Action.EDIT_SURVEY)
    mark = once(actor, key, municipality.pk, form)
    if made := _made_before(mark):
        return made
    survey = _new(municipality, replace(form, pages=form.pages or (Page("page"),)), (), mark)
    _log("create_survey", actor, survey)
    return survey


@in_turn
def import_survey(
    actor: User, *, municipality: Municipality, form: XlsForm, key: str | None = None
) -> Survey:
    """Make a draft of a survey from an XLSForm.

    - what the file holds that a survey cannot have is kept beside it until somebody has seen to it
    - the same form (`key`) sent twice gives the survey of the first time
    """
    require(actor, municipality, Action.EDIT_SURVEY)
    mark = once(actor, key, municipality.pk, form.survey)
    if made := _made_before(mark):
        return made
    survey = _new(municipality, form.survey, [note.record() for note in form.unread], mark)
    _log("import_survey", actor, survey, unread=len(form.unread))
    return survey


@in_turn
def edit_survey(actor: User, *, survey: Survey, form: Definition) -> Survey:
    """Save a draft with other questions, pages, choices or languages.

    Raises `WrongState("survey_locked")` when it has been opened, `BadInput` for personal data in it.
    """
    require(actor, survey.municipality, Action.EDIT_SURVEY)
    _must_be(survey, SurveyState.DRAFT, "survey_locked")
    _save(survey, with_places(form, survey.municipality))
    _log("edit_survey", actor, survey, questions=len(form.questions))
    return survey


@in_turn
def correct_words(actor: User, *, survey: Survey, language: str, words: Words, is_checked: bool) -> Survey:
    """Save the words of a survey in one language, and whether a person has checked the translation.

    - in an open survey only spelling can be put right and missing words added; names and codes stay,
      and each correction is a new version

    Raises `WrongState("survey_over")`, `BadInput` as `refuse_new_meaning`.
    """
    require(actor, survey.municipality, Action.EDIT_SURVEY)
    if survey.state not in (SurveyState.DRAFT, SurveyState.OPEN):
        raise WrongState("survey_over")
    before = survey.defined()
    after = with_words(before, language, words)
    stale = {*after.unchecked, language} - ({language} if is_checked else set())
    after = replace(after, unchecked=tuple(tag for tag in after.languages[1:] if tag in stale))
    if survey.state == SurveyState.OPEN:
        refuse_new_meaning(before, after)
        after = replace(after, version=before.version + (after != before))
    _save(survey, after)
    _log("correct_words", actor, survey, language=language, version=after.version)
    return survey


@in_turn
def settle_unread(actor: User, *, survey: Survey) -> Survey:
    """Note that what an imported file held, and the survey lacks, has been seen to.

    - the list goes away; without this the survey cannot be opened
    """
    require(actor, survey.municipality, Action.EDIT_SURVEY)
    _must_be(survey, SurveyState.DRAFT, "survey_locked")
    survey.unread = []
    survey.save(update_fields=["unread"])
    _log("settle_unread", actor, survey)
    return survey


@in_turn
def set_frame(actor: User, *, survey: Survey, frame: Frame) -> Survey:
    """Set the days, the lanes and the words of the notice.

    - the days and lanes of an open survey may change; the words of its notice may not

    Raises `BadInput("closes_before_opens")`, `WrongState`: `survey_over`, `notice_locked`.
    """
    require(actor, survey.municipality, Action.EDIT_SURVEY)
    if survey.state not in (SurveyState.DRAFT, SurveyState.OPEN):
        raise WrongState("survey_over")
    if frame.opens_on and frame.closes_on and frame.closes_on < frame.opens_on:
        raise BadInput("closes_before_opens", field="closes_on")
    notice = (dict(frame.purpose), dict(frame.controller))
    if survey.state == SurveyState.OPEN and notice != (survey.purpose, survey.controller):
        raise WrongState("notice_locked")
    survey.purpose, survey.controller = notice
    survey.opens_on, survey.closes_on = frame.opens_on, frame.closes_on
    survey.lanes = [lane.value for lane in frame.lanes]
    survey.save(update_fields=["purpose", "controller", "opens_on", "closes_on", "lanes"])
    _log("set_frame", actor, survey)
    return survey


@in_turn
def open_survey(actor: User, *, survey: Survey, seen: Sequence[str] | None = None) -> Survey:
    """Open a survey for answers, from the day it says.

    - its questions, names and codes are locked from now on, and so is its list of places

    `seen`: what `shown_of` gave when the page was opened. Raises `WrongState`: `survey_locked` (it was
    opened before), `survey_not_ready` (with how many things are left); `BadInput("survey_moved")` when
    somebody has changed it meanwhile.
    """
    require(actor, survey.municipality, Action.OPEN_SURVEY)
    _must_be(survey, SurveyState.DRAFT, "survey_locked")
    form = with_places(survey.defined(), survey.municipality)
    left = len(what_is_left(survey, form))
    if left:
        raise WrongState("survey_not_ready", count=left)
    refuse_unseen(seen, _shown(survey))
    survey.state, survey.opened_at = SurveyState.OPEN, clock.now()
    survey.definition = to_record(form)
    survey.save(update_fields=["state", "opened_at", "definition"])
    _log("open_survey", actor, survey, questions=len(form.questions))
    return survey


def shown_of(survey: Survey) -> tuple[str, ...]:
    """What is opened, as marks: the questions, the days, the lanes and the notice."""
    return marks_of(_shown(survey))


def _shown(survey: Survey) -> list[Shown]:
    notice = sorted(survey.purpose.items()), sorted(survey.controller.items())
    frame = survey.opens_on, survey.closes_on, survey.lanes, notice
    return [Shown("survey_moved", {}, (with_places(survey.defined(), survey.municipality), frame))]


@in_turn
def close_survey(actor: User, *, survey: Survey) -> Survey:
    """Close an open survey.

    - no answer is taken any more, and none can be withdrawn
    - in which order the answers came is forgotten

    Raises `WrongState("survey_not_open")`.
    """
    require(actor, survey.municipality, Action.CLOSE_SURVEY)
    _must_be(survey, SurveyState.OPEN, "survey_not_open")
    survey.state, survey.closed_at = SurveyState.CLOSED, clock.now()
    survey.save(update_fields=["state", "closed_at"])
    _log("close_survey", actor, survey)
    forget_order(survey)
    return survey


def what_is_left(survey: Survey, form: Definition) -> tuple[tuple[str, str, Mapping[str, object]], ...]:
    """What must be done before the survey opens: (question, code, params), "" for the whole survey."""
    found = [(fault.at, fault.code, fault.params) for fault in faults(form)]
    if survey.unread:
        found.append(("", "unread_left", {"count": len(survey.unread)}))
    if not survey.lanes:
        found.append(("", "no_lanes", {}))
    if survey.closes_on is None:
        found.append(("", "no_last_day", {}))
    if survey.closes_on and survey.closes_on < clock.today():
        found.append(("", "last_day_passed", {}))
    first = form.languages[0]
    if not survey.purpose.get(first) or not survey.controller.get(first):
        found.append(("", "no_notice", {}))
    return tuple(found)


def with_places(form: Definition, municipality: Municipality) -> Definition:
    """The survey with the municipality's own places as the list of its place questions. One query at most."""
    if not any(question.kind is Kind.PLACE for question in form.questions):
        return form
    first = form.languages[0]
    names: dict[str, str] = {}
    for place in places_of(municipality):
        key = slugify(place.name, allow_unicode=True) or f"place-{len(names) + 1}"
        names.setdefault(key if not key[0].isdigit() else f"p-{key}", place.name)
    choices = [
        Choice(key, code, Texts.of({first: name})) for code, (key, name) in enumerate(names.items(), start=1)
    ]
    words = {tag: text for tag, text in ELSEWHERE_WORDS.items() if tag in form.languages}
    label = Texts.of(words or {first: ELSEWHERE_WORDS["en"]}, form.languages)
    last = Choice(ELSEWHERE, len(choices) + 1, label)
    places = ChoiceList(PLACES, (*choices, last) if choices else ())
    others = tuple(one for one in form.choice_lists if one.name != PLACES)
    return replace(form, choice_lists=(*others, places))


def _made_before(mark: str | None) -> Survey | None:
    """What was made with the form of this mark."""
    return Survey.objects.filter(key=mark).first() if mark else None


def _new(municipality: Municipality, form: Definition, unread: Sequence[object], mark: str | None) -> Survey:
    return Survey.objects.create(
        municipality=municipality,
        slug=_free_slug(municipality, form),
        definition=_record(with_places(form, municipality)),
        lanes=[Lane.OPEN_LINK.value, Lane.STAFF.value],
        unread=list(unread),
        key=mark,
    )


def _save(survey: Survey, form: Definition) -> None:
    survey.definition = _record(form)
    survey.save(update_fields=["definition"])


def _record(form: Definition) -> dict[str, object]:
    """The survey as it is stored. Raises `BadInput("personal_data")`: everybody may read its words."""
    for name, which, texts in every_text(form):
        refuse_personal_data(**{f"{name or 'title'} {which}": "\n".join(texts.words().values())})
    return to_record(form)


def _free_slug(municipality: Municipality, form: Definition) -> str:
    start = slugify(form.title.say(form.languages[0]))[:50].strip("-") or "enkat"
    taken = {NEW, *municipality.surveys.values_list("slug", flat=True)}
    tries = [start, *(f"{start}-{number}" for number in range(2, len(taken) + 3))]
    return next(slug for slug in tries if slug not in taken)


def _must_be(survey: Survey, state: SurveyState, otherwise: str) -> None:
    if survey.state != state:
        raise WrongState(otherwise)


def _log(verb: str, actor: User, survey: Survey, **params: int | str) -> None:
    record(
        verb,
        actor=actor,
        municipality=survey.municipality,
        kind="survey",
        object_id=survey.public_id,
        **params,
    )
