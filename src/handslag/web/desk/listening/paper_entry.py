"""The form for a clerk who types in answers from paper: numbers as they stand on the form, Tab between."""

from typing import Any

from django import forms
from django.core import signing
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from handslag import clock
from handslag.domain.bounds import LONGEST_PAGE, LONGEST_WORDS
from handslag.domain.errors import BadInput
from handslag.domain.surveys import Answers, Kind, Question, asked, problems, typed
from handslag.domain.surveys.answers import LONGEST_TEXT
from handslag.domain.surveys.paper import differing, is_typed_twice, numbered, posted
from handslag.models.models import Survey
from handslag.services.listening.intake import LONGEST_TOKEN, FormToken, new_token, read_token
from handslag.web.desk.forms import DeskForm
from handslag.web.errors import sentence
from handslag.web.fields import TextField

_SALT = "handslag.paper"


class PaperEntryForm(DeskForm):
    """One paper. `token` makes one sending of it one answer.

    `first` holds, signed, what was typed the first time when the form is typed twice; `compared` says
    that the differences have been shown, `told` at which questions it has been said that the answer is not
    kept, because nobody who answers so is asked. A question left blank on paper may be left blank, also one
    that the web page insists on.
    """

    token = TextField(widget=forms.HiddenInput, max_length=LONGEST_TOKEN)
    first = TextField(widget=forms.HiddenInput, required=False, max_length=LONGEST_PAGE)
    compared = forms.BooleanField(widget=forms.HiddenInput, required=False)
    told = TextField(widget=forms.HiddenInput, required=False, max_length=LONGEST_PAGE)

    def __init__(self, *args: Any, survey: Survey, **options: Any) -> None:
        options["initial"] = {"token": new_token(survey.public_id)} | (options.get("initial") or {})
        super().__init__(*args, **options)
        self.survey, self.definition = survey, survey.defined()
        self.numbered = numbered(self.definition)
        for number, question in self.numbered:
            self.fields[_name(question.name)] = _field(self.definition, number, question)
        if self.numbered and not self.is_bound:
            self[_name(self.numbered[0][1].name)].field.widget.attrs["autofocus"] = True  # hands stay put

    @property
    def questions(self) -> list[forms.BoundField]:
        """The fields that are typed in, in the order of the paper."""
        return [self[_name(question.name)] for _, question in self.numbered]

    def clean(self) -> dict[str, Any]:
        """Numbers become answers; what is none is said at its question."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        answers = self._typed({q.name: data.get(_name(q.name), "") for _, q in self.numbered})
        for problem in problems(self.definition, answers, get_language() or "sv", clock.today()):
            if problem.code != "answer_required":
                self.add_error(_name(problem.question), sentence(BadInput(problem.code, **problem.params)))
        if not self.errors:
            self._tell_skipped(answers)
        if not self.errors and not answers:
            self.add_error(None, gettext("Nothing is typed in. Leave out papers without answers."))
        data["answers"] = answers
        return data

    @property
    def answers(self) -> Answers:
        """What was typed in, once the form is valid."""
        found: Answers = self.cleaned_data["answers"]
        return found

    def form_token(self) -> FormToken:
        """Which form this is. Raises `BadInput("form_broken")`, `WrongState("form_old")`."""
        return read_token(self.survey.public_id, self.cleaned_data["token"])

    @property
    def first_answers(self) -> Answers | None:
        """What was typed in the first time; None when this is the first time."""
        if not self.cleaned_data["first"]:
            return None
        try:
            return self._typed(signing.loads(self.cleaned_data["first"], salt=_SALT))
        except signing.BadSignature as error:
            raise BadInput("form_broken") from error

    def asks_for_second(self) -> bool:
        """Whether the paper is to be typed in once more before it is saved."""
        return self.first_answers is None and is_typed_twice(self.form_token().mark)

    def once_more(self) -> "PaperEntryForm":
        """An empty form for the second time, which remembers the first."""
        written = {question.name: self.cleaned_data[_name(question.name)] for _, question in self.numbered}
        kept = {"token": self.cleaned_data["token"], "first": signing.dumps(written, salt=_SALT)}
        return PaperEntryForm(survey=self.survey, initial=kept)

    def show_differences(self) -> bool:
        """Say at each question what was typed the first time, once; False when there is nothing to say."""
        first = self.first_answers
        if first is None or self.cleaned_data["compared"]:
            return False
        written = signing.loads(self.cleaned_data["first"], salt=_SALT)
        for name in differing(self.comparable(first), self.comparable(self.answers)):
            form = gettext("The first time it was “{words}”. Look at the paper, and let what is right stand.")
            self.add_error(_name(name), form.format(words=written.get(name) or gettext("nothing")))
        if self.errors:
            self.data = {name: self.data[name] for name in self.data} | {"compared": "on"}
        return bool(self.errors)

    def _tell_skipped(self, answers: Answers) -> None:
        """Say, once for each, at which questions there is an answer that will not be kept."""
        asks = asked(self.definition, answers, clock.today())
        skipped = [one.name for _, one in self.numbered if one.name in answers and one.name not in asks]
        if set(skipped) <= set(self.cleaned_data["told"].split()):
            return
        words = gettext(
            "Whoever answers so is not asked this question, and the answer here is not saved. Look at the "
            "paper: put right what is wrong, or save again without it."
        )
        for name in skipped:
            self.add_error(_name(name), words)
        self.data = {key: self.data[key] for key in self.data} | {"told": " ".join(skipped)}

    def comparable(self, answers: Answers) -> Answers:
        """Without free texts: nobody types those the same way twice."""
        texts = {question.name for _, question in self.numbered if question.kind is Kind.TEXT}
        return {name: value for name, value in answers.items() if name not in texts}

    def _typed(self, written: dict[str, str]) -> Answers:
        return typed(self.definition, posted(self.definition, written))


def _name(question: str) -> str:
    return f"q_{question}"


class _NumberedField(TextField):
    """A question by its number on the paper, also in the summary of what is wrong."""

    def __init__(self, *, number: int, **options: Any) -> None:
        super().__init__(**options)
        self.called = gettext("Question {number}").format(number=number)


def _field(definition: Any, number: int, question: Question) -> TextField:
    """A line to type numbers on; a box for what is written in words."""
    language = get_language() or "sv"
    attrs = {"autocomplete": "off"}
    is_text = question.kind is Kind.TEXT
    if not is_text and question.kind is not Kind.DATE:
        attrs["inputmode"] = "numeric"
    return _NumberedField(
        number=number,
        label=f"{number}. {question.label.say(language)}",
        help_text=_hint(definition, question, language),
        required=False,
        max_length=LONGEST_TEXT if is_text else LONGEST_WORDS,
        widget=forms.Textarea(attrs=attrs | {"rows": "2"}) if is_text else forms.TextInput(attrs=attrs),
    )


def _hint(definition: Any, question: Question, language: str) -> str:
    """The numbers of the choices, as on the paper."""
    match question.kind:
        case Kind.SCALE:
            return f"{question.lowest}–{question.highest}"
        case Kind.DATE:
            return str(_("Year, month and day, such as 2026-05-04"))
    choices = definition.choices_of(question)
    return " · ".join(f"{choice.code} = {choice.label.say(language)}" for choice in choices)
