"""A survey as a form on paper: its words, how each question is answered, and the numbers clerks type."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext, ngettext, override

from handslag.documents.faces import lacking
from handslag.documents.paper import PaperForm, PaperNote, PaperQuestion, Tick
from handslag.domain.errors import BadInput
from handslag.domain.surveys import Kind, Question, Survey, Texts, direction, limits, own_name
from handslag.domain.surveys.paper import asked_after, numbered
from handslag.domain.surveys.texts import EASY
from handslag.services.people.reads.municipalities import Face
from handslag.web.reports.documents import page_words
from handslag.web.survey.door import page_language_of
from handslag.web.words.labels import day

_MAY_LACK = 0.1  # of the letters: so many boxes can be read around
_LAYOUTS = {Kind.SCALE: "scale", Kind.RANKING: "order", Kind.TEXT: "line"}


@dataclass(frozen=True, slots=True)
class Printed:
    """What is printed: a survey for people of one municipality, with the words of its notice."""

    face: Face
    survey: Survey
    purpose: str
    controller: str
    last_on: date | None


def paper_form(printed: Printed, language: str, *, on: date) -> PaperForm:
    """The form in `language`. Our own words are in it where the pages of surveys are, else in Swedish.

    Raises `BadInput("paper_script")` for a language whose letters no face has.
    """
    with override(page_language_of(language)):
        survey = printed.survey
        form = PaperForm(
            title=survey.title.say(language),
            language=language.partition("-")[0],
            direction=direction(language),
            on=on,
            owner=printed.face.name,
            lead=tuple(_lead(printed, language)),
            parts=tuple(_parts(survey, language)),
            thanks=_thanks(printed),
            foot=f"{survey.title.say(language)}, {printed.face.name}",
            page_words=page_words(),
            notice=gettext("Demonstration: nothing here is real.") if printed.face.is_demo else "",
        )
    _must_be_printable(form, language)
    return form


def _lead(printed: Printed, language: str) -> Iterator[str]:
    if printed.purpose:
        yield printed.purpose
    yield gettext(
        "You need not say who you are. Write no names and nothing that points out a person, neither you nor "
        "anybody else."
    )
    yield gettext(
        "This is not a place to report a crime. In an emergency call 112, otherwise the police on 114 14."
    )
    if printed.controller:
        yield printed.controller
    if language in printed.survey.unchecked:
        yield _unchecked(language)


def _unchecked(language: str) -> str:
    if language == EASY:
        return gettext("Nobody who needs easy Swedish has checked the text yet.")
    return gettext("Nobody who reads this language has checked the translation yet.")


def _thanks(printed: Printed) -> str:
    if printed.last_on is None:
        return gettext("Thank you. Give the form to those you got it from.")
    form = gettext("Thank you. Give the form to those you got it from, by {day} at the latest.")
    return form.format(day=day(printed.last_on))


def _parts(survey: Survey, language: str) -> Iterator[PaperQuestion | PaperNote]:
    numbers = {question.name: number for number, question in numbered(survey)}
    for page in survey.pages:
        if page.label:
            yield _note(page.label, language, is_heading=True)
        for question in page.questions:
            if question.kind is Kind.NOTE:
                yield _note(question.label, language)
            else:
                yield _question(survey, question, numbers, language)


def _note(words: Texts, language: str, *, is_heading: bool = False) -> PaperNote:
    return PaperNote(words.say(language), words.language_for(language), is_heading)


def _question(survey: Survey, question: Question, numbers: dict[str, int], language: str) -> PaperQuestion:
    return PaperQuestion(
        number=str(numbers[question.name]),
        text=question.label.say(language),
        hint=question.hint.say(language),
        how=_how(question),
        only_if=_only_if(survey, question, numbers, language),
        layout="lines" if question.is_long else _LAYOUTS.get(question.kind, _plain_layout(question)),
        language=question.label.language_for(language),
        ticks=tuple(_ticks(survey, question, language)),
        ends=(question.low_label.say(language), question.high_label.say(language)),
    )


def _plain_layout(question: Question) -> str:
    return "ticks" if question.kind.has_choices else "line"


def _ticks(survey: Survey, question: Question, language: str) -> Iterator[Tick]:
    if question.kind is Kind.SCALE:
        yield from (Tick(str(value), "") for value in range(question.lowest, question.highest + 1))
    for choice in survey.choices_of(question):
        yield Tick(str(choice.code), choice.label.say(language))


def _how(question: Question) -> str:
    bounds = limits(question)
    match question.kind:
        case Kind.SINGLE | Kind.PLACE | Kind.SCALE:
            return gettext("Tick one.")
        case Kind.MULTIPLE if bounds.most is not None:
            form = ngettext("Tick {number} at most.", "Tick {number} at most.", bounds.most)
            return form.format(number=bounds.most)
        case Kind.MULTIPLE:
            return gettext("Tick all that are true.")
        case Kind.RANKING:
            return gettext("Write 1 at the most important, 2 at the next, and so on.")
        case Kind.DATE:
            return gettext("Write year, month and day.")
        case Kind.INTEGER | Kind.DECIMAL:
            return gettext("Write a number.")
    return ""


def _only_if(survey: Survey, question: Question, numbers: dict[str, int], language: str) -> str:
    """Who answers, for questions that only some do."""
    page = next(page for page in survey.pages if question in page.questions)
    condition = question.relevant or page.relevant
    if condition is None:
        return ""
    after = asked_after(condition)
    labels = {
        choice.name: choice.label.say(language)
        for choice in (survey.choices_of(survey.question(after[0])) if after else ())
    }
    if after is None or (question.relevant and page.relevant) or after[1] not in labels:
        return gettext("Only if it concerns you.")
    form = gettext("Only if you answered “{answer}” to question {number}.")
    return form.format(answer=labels[after[1]], number=numbers[after[0]])


def _must_be_printable(form: PaperForm, language: str) -> None:
    if lacking(_words(form.parts)) > _MAY_LACK:
        raise BadInput("paper_script", language=own_name(language))


def _words(parts: Sequence[PaperQuestion | PaperNote]) -> Iterator[str]:
    for part in parts:
        yield part.text
        if isinstance(part, PaperQuestion):
            yield from (part.hint, *(tick.text for tick in part.ticks))
