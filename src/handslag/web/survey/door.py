"""The door to a survey: which language, Back in the browser, and a form that needs no cookie."""

from collections.abc import Callable
from contextlib import nullcontext
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language, override
from django.views.decorators.csrf import csrf_exempt

from handslag.domain.errors import NotFound
from handslag.services.listening.reads.answering import OpenSurvey, open_survey

# No cache gives the page out to anybody. But where a browser has been told not to store the answer to a
# form, its Back shows an error instead of the page before (docs/rules/answers.md, "Back").
FOR_GOING_BACK = "private, max-age=0"

PAGE_LANGUAGES = {"sv", "en", "ar"}  # those our own words are translated to


class SurveyRequest(HttpRequest):
    """A request to a survey, in one of the languages of its questions."""

    survey: OpenSurvey
    language: str
    host: str  # one of ours


def survey_page(view: Callable[[SurveyRequest], HttpResponse]) -> Callable[..., HttpResponse]:
    """A page of the survey at `slug` and `survey`, in `language` (the page's own when none is given).

    The form carries a signed token instead of a CSRF cookie (`intake/form_tokens.py`): nobody is logged
    in here, so there is nothing that another site could do in their name.
    """

    @csrf_exempt
    @wraps(view)
    def shown(request: Any, slug: str, survey: str, language: str = "") -> HttpResponse:
        request.survey = open_survey(slug, survey)
        if language and language not in request.survey.definition.languages:
            raise NotFound("not_found")
        request.language = language or get_language() or "sv"
        page_language = page_language_of(request.language)
        with override(page_language) if page_language != get_language() else nullcontext():
            response = view(request)
        response.headers.setdefault("Cache-Control", FOR_GOING_BACK)
        response.headers["Referrer-Policy"] = "no-referrer"
        return response

    return shown


def survey_render(
    request: SurveyRequest, template: str, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    """A page of the survey."""
    survey = request.survey
    shown = {
        "survey": survey,
        "municipality": survey.municipality,
        "language": request.language,
        "title": survey.definition.title,
    }
    return render(request, template, shown | context, status=status)


def page_language_of(language: str) -> str:
    """The language of our own words for somebody who reads `language`: one of `PAGE_LANGUAGES`."""
    base = language.partition("-")[0]
    return base if base in PAGE_LANGUAGES else "sv"
