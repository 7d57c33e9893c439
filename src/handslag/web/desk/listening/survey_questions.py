"""Questions and pages of a survey on the desk: add, change, take away; and the survey as residents see it."""

from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from handslag.domain.errors import NotFound, WrongState
from handslag.domain.permissions import Action
from handslag.domain.surveys import Page, Question, SurveyState, direction
from handslag.domain.surveys import Survey as Definition
from handslag.domain.surveys import editing as edit
from handslag.models.models import Survey
from handslag.services.access import access_survey
from handslag.services.listening import surveys as verbs
from handslag.web.desk.door import DeskRequest, desk_page, desk_render
from handslag.web.desk.form_page import FormPage, form_page
from handslag.web.desk.forms import DeskForm
from handslag.web.desk.listening.question_forms import PageForm, QuestionForm, shown_condition, shown_question
from handslag.web.desk.listening.question_seen import seen
from handslag.web.desk.listening.surveys import page_index
from handslag.web.survey.door import page_language_of
from handslag.web.survey.rows import rows_of
from handslag.web.survey.sheet import Sheet
from handslag.web.words.survey_labels import language_name

_SEEN = "desk/listening/surveys/_question_seen.html"


@desk_page
def add_question(request: DeskRequest, slug: str, survey: str, page: int) -> HttpResponse:
    """A new question, last on a page."""
    found, form = _draft(request, slug, survey)
    index = page_index(found, str(page))
    before = tuple(one for part in form.pages[: index + 1] for one in part.questions)
    fields = QuestionForm(request.POST or None, survey=form, before=before, initial={"kind": "single"})
    return form_page(
        request,
        found.municipality,
        fields,
        FormPage(
            "desk/listening/surveys/question.html",
            lambda: verbs.edit_survey(request.user, survey=found, form=fields.changed(index, None)),
            ("desk_survey", slug, survey),
            _("The question is added."),
            {"survey": found, "title": form.title.say(form.languages[0])},
            beside=_SEEN,
            shows=lambda: seen(fields),
        ),
    )


@desk_page
def change_question(request: DeskRequest, slug: str, survey: str, question: str) -> HttpResponse:
    """Change a question."""
    found, form = _draft(request, slug, survey)
    known = _question(form, question)
    before = form.questions[: form.questions.index(known)]
    fields = QuestionForm(
        request.POST or None, survey=form, before=before, initial=shown_question(form, known)
    )
    return form_page(
        request,
        found.municipality,
        fields,
        FormPage(
            "desk/listening/surveys/question.html",
            lambda: verbs.edit_survey(request.user, survey=found, form=fields.changed(0, known)),
            ("desk_survey", slug, survey),
            _("The question is saved."),
            {"survey": found, "title": form.title.say(form.languages[0]), "question": known},
            beside=_SEEN,
            shows=lambda: seen(fields),
        ),
    )


@desk_page
def remove_question(request: DeskRequest, slug: str, survey: str, question: str) -> HttpResponse:
    """Ask once, then take a question away."""
    found, form = _draft(request, slug, survey)
    known = _question(form, question)
    made = edit.without_question(form, question)
    first = form.languages[0]
    context = {"survey": found, "title": form.title.say(first), "words": known.label.say(first)}
    return form_page(
        request,
        found.municipality,
        DeskForm(request.POST if request.method == "POST" else None),
        FormPage(
            "desk/listening/surveys/remove.html",
            lambda: verbs.edit_survey(request.user, survey=found, form=made),
            ("desk_survey", slug, survey),
            _("The question is taken away."),
            context,
        ),
    )


@desk_page
def add_page(request: DeskRequest, slug: str, survey: str) -> HttpResponse:
    """A new page, last."""
    found, form = _draft(request, slug, survey)
    fields = PageForm(request.POST or None, survey=form, before=form.questions)
    return form_page(
        request,
        found.municipality,
        fields,
        FormPage(
            "desk/listening/surveys/page.html",
            lambda: verbs.edit_survey(
                request.user, survey=found, form=edit.put_page(form, fields.page(Page()))
            ),
            ("desk_survey", slug, survey),
            _("The page is added."),
            {"survey": found, "title": form.title.say(form.languages[0])},
        ),
    )


@desk_page
def change_page(request: DeskRequest, slug: str, survey: str, page: int) -> HttpResponse:
    """The heading of a page, and when it is shown."""
    found, form = _draft(request, slug, survey)
    index = page_index(found, str(page))
    known, before = form.pages[index], tuple(q for part in form.pages[:index] for q in part.questions)
    fields = PageForm(request.POST or None, survey=form, before=before, initial=_shown_page(form, known))

    def save() -> None:
        made = edit.with_unchecked(edit.put_page(form, fields.page(known), index), form)
        verbs.edit_survey(request.user, survey=found, form=made)

    context = {"survey": found, "title": form.title.say(form.languages[0]), "page": known}
    back = ("desk_survey", slug, survey)
    saved = _("The page is saved.")
    page_of = FormPage("desk/listening/surveys/page.html", save, back, saved, context)
    return form_page(request, found.municipality, fields, page_of)


@desk_page
def preview(request: DeskRequest, slug: str, survey: str) -> HttpResponse:
    """All questions as residents will see them, in the language of `?sprak=`."""
    found = access_survey(request.user, slug, survey, Action.SEE_DESK)
    form = found.defined()
    language = request.GET.get("sprak") or form.languages[0]
    if language not in form.languages:
        raise NotFound("not_found")
    with override(page_language_of(language)):
        sheet = Sheet(form, language, {}, "", is_whole=True)
        rows = rows_of(sheet, tuple(question.name for question in form.questions), {})
        questions = render_to_string("survey/_questions.html", {"rows": rows})
    context = {
        "survey": found,
        "title": form.title.say(form.languages[0]),
        "questions": questions,
        "shown": {"tag": page_language_of(language), "direction": direction(language)},
        "languages": [(tag, language_name(tag), tag == language) for tag in form.languages],
    }
    return desk_render(request, found.municipality, "desk/listening/surveys/preview.html", context)


def _draft(request: DeskRequest, slug: str, survey: str) -> tuple[Survey, Definition]:
    """The survey and what it asks, while its questions may change. Raises `WrongState("survey_locked")`."""
    found = access_survey(request.user, slug, survey, Action.EDIT_SURVEY)
    if found.state != SurveyState.DRAFT:
        raise WrongState("survey_locked")
    return found, found.defined()


def _question(form: Definition, name: str) -> Question:
    known = next((question for question in form.questions if question.name == name), None)
    if known is None:
        raise NotFound("not_found")
    return known


def _shown_page(form: Definition, page: Page) -> dict[str, str]:
    label = page.label.words().get(form.languages[0], "")
    return {"label": label, **shown_condition(form, page.relevant)}
