"""The pages of a survey: what each of them is given to print."""

import secrets
from collections.abc import Callable, Collection, Mapping

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import override

from handslag import clock
from handslag.domain.surveys import Kind, Lane, direction, own_name
from handslag.domain.surveys.checking import Problem
from handslag.domain.surveys.texts import EASY
from handslag.web.errors import said
from handslag.web.survey.door import SurveyRequest, survey_render
from handslag.web.survey.rows import given, rows_of, words
from handslag.web.survey.sheet import Sheet
from handslag.web.typed import typed_in

MOST_KEPT = 100  # pages of one survey
_HOLE = secrets.token_hex(16)  # where a kept page takes what is one person's own; nobody can write it


def notice_page(request: SurveyRequest, token: str) -> HttpResponse:
    """The notice for somebody who has not begun, with the token of their form."""
    return _kept(request, "notice", lambda: start_page(request, _HOLE), token)


def empty_page(request: SurveyRequest, token: str) -> HttpResponse:
    """All questions on one page for somebody who has not begun, with the token of their form."""

    def make() -> HttpResponse:
        return whole_page(
            request, Sheet(request.survey.definition, request.language, {}, _HOLE, is_whole=True)
        )

    return _kept(request, "empty", make, token)


def thanks_page(request: SurveyRequest, code: str, *, is_again: bool = False) -> HttpResponse:
    """The answer is stored: the receipt code, this once. `is_again`: this form had been sent before."""

    def make() -> HttpResponse:
        context = {
            "code": _HOLE,
            "is_again": is_again,
            "receipt_url": address(request, "survey_receipt"),
            "start_url": address(request, "survey_answer"),
        }
        return survey_render(request, "survey/thanks.html", context)

    return _kept(request, "again" if is_again else "thanks", make, code)


def withdrawn_page(request: SurveyRequest, *, is_again: bool = False) -> HttpResponse:
    """The answer has been taken back. `is_again`: the same form was then sent once more."""
    context = {"is_again": is_again, "start_url": address(request, "survey_answer")}
    return survey_render(request, "survey/withdrawn.html", context)


def _kept(request: SurveyRequest, name: str, make: Callable[[], HttpResponse], own: str) -> HttpResponse:
    """A page that is the same for everybody but for `own`, made once for each language and host."""
    key, kept = (name, request.language, request.host), request.survey.kept
    around: list[bytes] | None = kept.get(key)
    if around is None:
        if len(kept) >= MOST_KEPT:
            kept.clear()
        around = kept[key] = make().content.split(_HOLE.encode())
    return HttpResponse(own.encode().join(around))


def start_page(
    request: SurveyRequest, token: str, code: str = "", problem: str = "", carried: Sheet | None = None
) -> HttpResponse:
    """The notice: what is stored and what is not, before anything is asked. `carried`: answers so far."""
    survey = request.survey
    context = {
        "hidden": carried.hidden() if carried else [("token", token)],
        "code": code,
        "error": said(problem) if problem else "",
        "takes_code": Lane.CODE in survey.opening.lanes,
        "needs_code": Lane.OPEN_LINK not in survey.opening.lanes,
        "questions": sum(1 for question in survey.definition.questions if question.kind is not Kind.NOTE),
        "purpose": words(survey.purpose, request.language),
        "purpose_direction": direction(survey.purpose.language_for(request.language)),
        "controller": words(survey.controller, request.language),
        "languages": _languages(request),
        "is_easy": request.language == EASY,
        "is_unchecked": request.language in survey.definition.unchecked,
        "whole_url": address(request, "survey_whole"),
        "receipt_url": address(request, "survey_receipt"),
    }
    return survey_render(request, "survey/start.html", context, status=422 if problem else 200)


def step_page(
    request: SurveyRequest, sheet: Sheet, index: int, problems: Mapping[str, Problem] | None = None
) -> HttpResponse:
    """One question, with the notes before it."""
    steps = sheet.steps()
    step = steps[index]
    asked = [each.name for each in steps if each.question]
    number = asked.index(step.name) + 1 if step.name in asked else len(asked)
    rows = rows_of(sheet, step.names, problems or {})
    context = {
        "rows": rows,
        "notes": rows[:-1] if step.question else rows,
        "row": rows[-1],
        "is_note": not step.question,
        "number": number,
        "total": len(asked),
        "hidden": [*sheet.hidden(step.names), ("at", step.name), ("seen", " ".join(sheet.seen))],
        "wrong": [row for row in rows if row.error],
        "form": {"errors": problems},
    }
    return survey_render(request, "survey/question.html", context, status=422 if problems else 200)


def whole_page(
    request: SurveyRequest,
    sheet: Sheet,
    problems: Mapping[str, Problem] | None = None,
    new: Collection[str] = (),
) -> HttpResponse:
    """All questions that are asked; `new` are those that came because of an answer."""
    names = sheet.asked
    found = {name: problem for name, problem in (problems or {}).items() if name not in new}
    rows = rows_of(sheet, names, found)
    context = {
        "rows": rows,
        "wrong": [row for row in rows if row.error],
        "form": {"errors": found},
        "new": [row for row in rows if row.name in new and row.kind != Kind.NOTE],
        "hidden": [*sheet.hidden(names), ("seen", " ".join(names))],
        "action": address(request, "survey_answer"),
        "start_url": address(request, "survey_answer"),
        "takes_code": Lane.CODE in request.survey.opening.lanes,
        "code": sheet.code,
    }
    return survey_render(request, "survey/whole.html", context, status=422 if found or new else 200)


def check_page(request: SurveyRequest, sheet: Sheet, problem: str = "", status: int = 422) -> HttpResponse:
    """What was answered, to be looked over. `problem`: why it could not be taken just now."""
    context = {
        "answers": given(sheet),
        "hidden": sheet.hidden(),
        "is_whole": sheet.is_whole,
        "error": said(problem) if problem else "",
        "asks_for_code": problem.startswith("code_"),
        "code": sheet.code,
        "work_url": address(request, "survey_work"),
        "action": address(request, "survey_answer"),
    }
    return survey_render(request, "survey/check.html", context, status=status if problem else 200)


def closed_page(request: SurveyRequest, *, is_sending: bool) -> HttpResponse:
    """The survey has not begun, or is over. Whoever was answering is told that nothing was stored."""
    opens_on = request.survey.opening.opens_on
    typed = typed_in(request)
    context = {
        "is_for_staff": request.survey.opening.takes_staff_only(clock.today()),
        "texts": typed.texts if typed else [],
        "is_over": opens_on is None or opens_on <= clock.today(),
        "is_sending": is_sending,
        "receipt_url": address(request, "survey_receipt"),
    }
    return survey_render(request, "survey/closed.html", context, status=409 if is_sending else 200)


def address(request: SurveyRequest, name: str) -> str:
    """An address of this survey, in the language that the person has chosen."""
    parts = {"slug": request.survey.municipality.slug, "survey": request.survey.slug}
    if request.language not in ("sv", "en"):
        return reverse(f"{name}_in", kwargs=parts | {"language": request.language})
    return reverse(name, kwargs=parts)


def _languages(request: SurveyRequest) -> list[dict[str, object]]:
    """The languages of the survey, each by its own name, with the address of this page in it."""
    parts = {"slug": request.survey.municipality.slug, "survey": request.survey.slug}
    found: list[dict[str, object]] = []
    for tag in request.survey.definition.languages:
        with override(tag if tag in ("sv", "en") else "sv"):
            name = "survey_answer" if tag in ("sv", "en") else "survey_answer_in"
            url = reverse(name, kwargs=parts if tag in ("sv", "en") else parts | {"language": tag})
        found.append(
            {
                "tag": tag,
                "name": own_name(tag),
                "direction": direction(tag),
                "url": url,
                "is_shown": tag == request.language,
            }
        )
    return found
