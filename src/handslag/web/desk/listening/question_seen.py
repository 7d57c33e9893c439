"""A question as residents will see it, drawn from its form while it is written."""

from dataclasses import replace
from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import override

from handslag.domain.surveys import PLACES, Kind, Page, Question, Survey, Texts, direction
from handslag.domain.surveys import editing as edit
from handslag.web.desk.listening.question_forms import QuestionForm
from handslag.web.survey.door import page_language_of
from handslag.web.survey.rows import rows_of
from handslag.web.survey.sheet import Sheet
from handslag.web.words.survey_labels import LONG_TEXT

_BLANK = "…"  # stands where nothing is written yet
_LONGEST_SCALE = 20  # steps that are drawn: saving says what is too long


def seen(form: QuestionForm) -> dict[str, Any]:
    """The question as HTML, in the first language of its survey, with that language and its direction."""
    first = form.survey.languages[0]
    survey = _drawn(form)
    with override(page_language_of(first)):
        sheet = Sheet(survey, first, {}, "", is_whole=True)
        rows = rows_of(sheet, tuple(one.name for one in survey.questions), {})
        drawn = render_to_string("survey/_questions.html", {"rows": rows})
    return {"drawn": drawn, "tag": page_language_of(first), "direction": direction(first)}


def _drawn(form: QuestionForm) -> Survey:
    """A survey of that question alone, whatever is missing in it."""
    first = form.survey.languages[0]
    chosen = form.seen("kind") or Kind.SINGLE
    kind = Kind.TEXT if chosen == LONG_TEXT else Kind(chosen)
    lowest = 1 if form.seen("lowest") is None else form.seen("lowest")
    highest = lowest + 4 if form.seen("highest") is None else form.seen("highest")

    def words(name: str, otherwise: str = "") -> Texts:
        return Texts.of({first: form.seen(name) or otherwise})

    question = Question(
        "seen",
        kind,
        words("label", _BLANK),
        words("hint"),
        is_required=bool(form.seen("is_required")),
        is_long=chosen == LONG_TEXT,
        lowest=lowest,
        highest=max(lowest + 1, min(highest, lowest + _LONGEST_SCALE)),
        low_label=words("low_label"),
        high_label=words("high_label"),
    )
    lists = tuple(one for one in form.survey.choice_lists if kind is Kind.PLACE and one.name == PLACES)
    survey = Survey(form.survey.id, form.survey.title, (first,), choice_lists=lists)
    if kind is Kind.PLACE:
        question = replace(question, choices=PLACES)
    elif kind.has_choices:
        survey, question = edit.with_choices(survey, question, form.seen("choices") or (_BLANK, _BLANK + " "))
    return edit.put_page(survey, Page(questions=(question,)))
