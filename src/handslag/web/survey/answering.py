"""Answering a survey: notice, questions, looking over, sending. One address; the form carries everything."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import replace

from django.db import DatabaseError
from django.http import HttpResponse, JsonResponse
from django.views.decorators.http import require_http_methods, require_safe

from handslag import clock
from handslag.domain.errors import NotFound
from handslag.domain.listening.answers import Outcome
from handslag.domain.listening.receipts import written
from handslag.domain.surveys import Lane
from handslag.domain.surveys.checking import Problem
from handslag.services.listening.codes import code_digest, may_be_code
from handslag.services.listening.intake import (
    FormToken,
    Surroundings,
    hand_in,
    new_token,
    new_work,
    read_token,
    send_response,
    watch,
)
from handslag.services.listening.reads.receipts import receipt_of
from handslag.web.sender import sender
from handslag.web.survey.door import SurveyRequest, survey_page
from handslag.web.survey.pages import (
    check_page,
    closed_page,
    empty_page,
    notice_page,
    start_page,
    step_page,
    thanks_page,
    whole_page,
    withdrawn_page,
)
from handslag.web.survey.posted import last, posted
from handslag.web.survey.sheet import Sheet, read_sheet

log = logging.getLogger(__name__)


@survey_page
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: SurveyRequest) -> HttpResponse:
    """The notice; then whatever the button that was pressed asks for."""
    if not request.survey.opening.takes_residents(clock.today()):
        return closed_page(request, is_sending=request.method == "POST")
    if request.method != "POST":
        return notice_page(request, new_token(request.survey.public_id))
    fields = posted(request)
    sheet = read_sheet(request.survey.definition, request.language, fields)
    word, _, name = last(fields, "go").partition(":")
    return PRESSED.get(word, _start)(request, sheet, name)


@survey_page
@require_safe
def whole(request: SurveyRequest) -> HttpResponse:
    """All questions on one page."""
    if not request.survey.opening.takes_residents(clock.today()):
        return closed_page(request, is_sending=False)
    return empty_page(request, new_token(request.survey.public_id))


@survey_page
@require_safe
def work(request: SurveyRequest) -> HttpResponse:
    """Work for the browser to do while the answers are looked over."""
    is_harder = watch.is_over_budget(request.survey.key, sender(request))
    given = new_work(request.survey.public_id, is_harder=is_harder)
    return JsonResponse(given, headers={"Cache-Control": "no-store"})


def _start(request: SurveyRequest, sheet: Sheet, name: str) -> HttpResponse:
    """The first question, or the notice again when there is no form yet."""
    if not sheet.token:
        return notice_page(request, new_token(request.survey.public_id))
    if problem := _code_problem(request, sheet):
        return start_page(request, sheet.token, sheet.code, problem)
    return step_page(request, sheet, 0)


def _next(request: SurveyRequest, sheet: Sheet, name: str) -> HttpResponse:
    """The question after this one, unless something is wrong here; back to looking over when changing."""
    steps = sheet.steps()
    here = _index(sheet)
    problems = sheet.problems()
    if steps[here].question in problems and steps[here].name == sheet.at:
        return step_page(request, sheet, here, problems)
    following = here + 1 if steps[here].name == sheet.at else here
    if sheet.seen:
        new = [index for index, step in enumerate(steps) if step.name not in sheet.seen]
        following = new[0] if new else len(steps)
        sheet = replace(sheet, seen=(*sheet.seen, *sheet.asked))
    if following < len(steps):
        return step_page(request, sheet, following)
    return check_page(request, sheet)


def _back(request: SurveyRequest, sheet: Sheet, name: str) -> HttpResponse:
    """The question before this one; the notice before the first."""
    here = _index(sheet)
    if here == 0:
        return start_page(request, sheet.token, sheet.code, carried=sheet)
    return step_page(request, sheet, here - 1)


def _last(request: SurveyRequest, sheet: Sheet, name: str) -> HttpResponse:
    """From looking over back to the last question."""
    return step_page(request, sheet, len(sheet.steps()) - 1)


def _check(request: SurveyRequest, sheet: Sheet, name: str) -> HttpResponse:
    """Look over what was answered on one page, when all that is asked has been seen and is right."""
    problems = sheet.problems()
    new = set(sheet.asked) - set(sheet.seen)
    if problems or new:
        return whole_page(request, sheet, problems, frozenset(new))
    return check_page(request, sheet)


def _change(request: SurveyRequest, sheet: Sheet, name: str) -> HttpResponse:
    """Go from looking over to one question, and come back after it."""
    if sheet.is_whole:
        return whole_page(request, sheet)
    seen = replace(sheet, seen=sheet.asked, at=name)
    return step_page(request, seen, _index(seen))


def _clear(request: SurveyRequest, sheet: Sheet, name: str) -> HttpResponse:
    """Take the answer to a question away: a chosen choice cannot be unchosen in the browser."""
    cleared = sheet.without(name)
    return whole_page(request, cleared) if sheet.is_whole else step_page(request, cleared, _index(cleared))


def _send(request: SurveyRequest, sheet: Sheet, name: str) -> HttpResponse:
    """Send everything. Whatever is wrong is said, with the answers still there."""
    problems = sheet.problems()
    if problems:
        return _wrong(request, sheet, problems)
    form = read_token(request.survey.public_id, sheet.token)
    try:
        outcome = _handed(request, sheet, form)
    except DatabaseError as error:  # the disk is full, the database is away: the form can be sent again
        log.error("An answer could not be stored: %s", type(error).__name__)
        return check_page(request, sheet, "answer_not_stored", status=503)
    if outcome is Outcome.CLOSED:
        return closed_page(request, is_sending=True)
    if outcome in (Outcome.CODE_REFUSED, Outcome.CODE_WAIT):
        return check_page(request, sheet, outcome.value, 429 if outcome is Outcome.CODE_WAIT else 422)
    if outcome is Outcome.REPEATED:
        return _again(request, form)
    return thanks_page(request, written(form.code))


def _again(request: SurveyRequest, form: FormToken) -> HttpResponse:
    """The form had been sent before: it counts as it was then, unless it has been taken back."""
    try:
        receipt_of(request.survey, form.code)
    except NotFound:
        return withdrawn_page(request, is_again=True)
    return thanks_page(request, written(form.code), is_again=True)


def _handed(request: SurveyRequest, sheet: Sheet, form: FormToken) -> Outcome:
    survey = request.survey
    handed = hand_in(survey.key, survey.definition, sheet.answers, survey.lane(sheet.code), form)
    if handed.lane is Lane.CODE:
        handed = replace(handed, code=code_digest(survey.public_id, sheet.code))
    around = Surroundings(sender(request), sheet.trap, sheet.work)
    return send_response(handed, survey.public_id, survey.definition, around)


def _wrong(request: SurveyRequest, sheet: Sheet, problems: Mapping[str, Problem]) -> HttpResponse:
    """The page with the first thing that is wrong."""
    if sheet.is_whole:
        return whole_page(request, sheet, problems)
    first = next(index for index, step in enumerate(sheet.steps()) if step.question in problems)
    return step_page(request, replace(sheet, seen=sheet.asked), first, problems)


def _code_problem(request: SurveyRequest, sheet: Sheet) -> str:
    """What is wrong with the code, as the code of its sentence; "" when nothing is."""
    survey = request.survey
    if survey.lane(sheet.code) is not Lane.CODE:
        return ""
    if not sheet.code:
        return "code_needed"
    return "" if may_be_code(sheet.code) else "code_malformed"


def _index(sheet: Sheet) -> int:
    """Where the step of `sheet.at` stands; when it is no longer asked, the first after where it stood."""
    order = {question.name: place for place, question in enumerate(sheet.survey.questions)}
    here = order.get(sheet.at, 0)
    steps = sheet.steps()
    return next((index for index, step in enumerate(steps) if order[step.name] >= here), len(steps) - 1)


PRESSED: dict[str, Callable[[SurveyRequest, Sheet, str], HttpResponse]] = {
    "start": _start,
    "next": _next,
    "back": _back,
    "last": _last,
    "check": _check,
    "change": _change,
    "clear": _clear,
    "send": _send,
}
