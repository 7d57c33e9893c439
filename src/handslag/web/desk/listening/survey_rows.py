"""A survey as its page on the desk shows it: pages and questions in words, what is left, what is advised."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from handslag.domain.surveys import Kind, Question, SurveyState, Texts, limits
from handslag.domain.surveys import Survey as Definition
from handslag.domain.surveys.clarity import Advice, advice
from handslag.domain.surveys.faults import every_text, untranslated
from handslag.models.models import Survey
from handslag.sentences import say
from handslag.services.listening.surveys import what_is_left
from handslag.web.errors import language
from handslag.web.words.labels import in_spans
from handslag.web.words.survey_labels import KINDS, LONG_TEXT, condition_words, language_name


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """One question. `number` is None for words to read; `faults` must be mended, `advice` may be."""

    name: str
    number: int | None
    label: str
    kind: str
    condition: str
    constraint: str
    choices: tuple[str, ...]
    is_required: bool
    is_sensitive: bool
    faults: tuple[str, ...]
    advice: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PageRow:
    """One page with its questions; `index` from 0 stands in addresses."""

    index: int
    label: str
    condition: str
    faults: tuple[str, ...]
    questions: tuple[QuestionRow, ...]


@dataclass(frozen=True, slots=True)
class LanguageRow:
    """How far the words of one language have come."""

    tag: str
    name: str
    is_first: bool
    is_checked: bool
    all: int
    missing: tuple[str, ...]  # words that have no translation, as they are in the first language
    lacks_notice: bool  # what the answers are for, and who is responsible for them

    @property
    def done(self) -> int:
        return self.all - len(self.missing)


@dataclass(frozen=True, slots=True)
class UnreadRow:
    """The same thing left out of one column of an imported sheet, on one or many rows."""

    sheet: str
    rows: str
    column: str
    sentence: str


@dataclass(frozen=True, slots=True)
class SurveyView:
    """Everything the page of a survey shows."""

    title: str
    pages: tuple[PageRow, ...]
    languages: tuple[LanguageRow, ...]
    left: tuple[str, ...]  # of the whole survey
    faults: int
    advice: tuple[str, ...]  # of the whole survey
    unread: tuple[UnreadRow, ...]

    @property
    def is_ready(self) -> bool:
        return not self.faults


def survey_view(survey: Survey) -> SurveyView:
    """The survey in words, in the language of the page; no query."""
    form = survey.defined()
    left = what_is_left(survey, form) if survey.state == SurveyState.DRAFT else ()
    faults: dict[str, list[str]] = defaultdict(list)
    for at, code, params in left:
        faults[at].append(say(code, params, language()))
    advised = _by_question(advice(form)) if survey.state == SurveyState.DRAFT else {}
    return SurveyView(
        title=form.title.say(form.languages[0]),
        pages=_pages(form, faults, advised),
        languages=tuple(_language(survey, form, tag) for tag in form.languages),
        left=tuple(faults[""]),
        faults=len(left),
        advice=tuple(advised.get("", ())),
        unread=unread_rows(survey),
    )


def unread_rows(survey: Survey) -> tuple[UnreadRow, ...]:
    """What an imported file held and the survey lacks, the same thing in one column told once."""
    groups: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for note in survey.unread:
        words = say(note["code"], note["params"], language())
        groups[note["sheet"], note["column"], words].append(note["row"])
    return tuple(
        UnreadRow(sheet, in_spans(sorted({row for row in rows if row})), column, words)
        for (sheet, column, words), rows in groups.items()
    )


def _by_question(found: tuple[Advice, ...]) -> Mapping[str, list[str]]:
    said: dict[str, list[str]] = defaultdict(list)
    for one in found:
        words = say(one.code, one.params, language())
        is_first = one.language == "sv"
        said[one.question].append(words if is_first else f"{language_name(one.language)}: {words}")
    return said


def _pages(
    form: Definition, faults: Mapping[str, list[str]], advised: Mapping[str, list[str]]
) -> tuple[PageRow, ...]:
    number, rows = 0, []
    for index, page in enumerate(form.pages):
        questions = []
        for question in page.questions:
            number += question.kind is not Kind.NOTE
            questions.append(_question(form, question, number, faults, advised))
        label = page.label.say(form.languages[0])
        told = tuple(faults.get(page.name, ())) if page.name else ()
        rows.append(PageRow(index, label, condition_words(form, page.relevant), told, tuple(questions)))
    return tuple(rows)


def _question(
    form: Definition,
    question: Question,
    number: int,
    faults: Mapping[str, list[str]],
    advised: Mapping[str, list[str]],
) -> QuestionRow:
    first = form.languages[0]
    kind = LONG_TEXT if question.kind is Kind.TEXT and question.is_long else question.kind
    scale = tuple(str(point) for point in (question.lowest, question.highest))
    labels = tuple(choice.label.say(first) for choice in form.choices_of(question))
    return QuestionRow(
        name=question.name,
        number=None if question.kind is Kind.NOTE else number,
        label=question.label.say(first),
        kind=str(KINDS[kind]),
        condition=condition_words(form, question.relevant),
        constraint=_limits(question),
        choices=("–".join(scale),) if question.kind is Kind.SCALE else labels,
        is_required=question.is_required,
        is_sensitive=question.is_sensitive,
        faults=tuple(faults.get(question.name, ())),
        advice=tuple(advised.get(question.name, ())),
    )


def _limits(question: Question) -> str:
    """The limits of an answer: "1–3", "≤ 3", "≥ 0"; "" for none."""
    found = limits(question)
    is_many = question.kind in (Kind.MULTIPLE, Kind.RANKING)
    low, high = (found.fewest, found.most) if is_many else (found.lowest, found.highest)
    if question.kind is Kind.SCALE or (low is None and high is None):
        return ""
    if low is None:
        return f"≤ {high}"
    return f"≥ {low}" if high is None else f"{low}–{high}"


def _language(survey: Survey, form: Definition, tag: str) -> LanguageRow:
    first = form.languages[0]
    texts = {(name, which): words for name, which, words in every_text(form) if words}
    missing = tuple(texts[at].say(first) for at in untranslated(form, tag))
    notice = (Texts.of(survey.purpose), Texts.of(survey.controller))
    return LanguageRow(
        tag=tag,
        name=language_name(tag),
        is_first=tag == first,
        is_checked=tag not in form.unchecked and not missing,
        all=len(texts),
        missing=missing,
        lacks_notice=any(words.language_for(tag) not in (tag, tag.partition("-")[0]) for words in notice),
    )
