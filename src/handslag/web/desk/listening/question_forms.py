"""The forms of a question and of a page of a survey: plain fields that become its definition."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from handslag.domain.bounds import MOST_AMOUNT
from handslag.domain.errors import BadInput
from handslag.domain.surveys import (
    PLACES,
    Expression,
    Kind,
    Page,
    Question,
    Survey,
    Texts,
    limits,
    parse_typed,
    written,
)
from handslag.domain.surveys import editing as edit
from handslag.domain.surveys.expressions import both
from handslag.domain.surveys.limits import beyond_limits, limiting
from handslag.domain.surveys.shown_if import ShownIf, condition_of, shown_if
from handslag.web.desk.forms import FreeTextForm
from handslag.web.errors import sentence
from handslag.web.fields import AmountField, LinesField, OneOfField, TextField, WholeNumberField
from handslag.web.words.survey_labels import KINDS, LONG_TEXT

_SEPARATOR = "/"  # no name of a question holds it


class ShownIfForm(FreeTextForm):
    """When something is asked: chosen from the answers to earlier questions, or written as a condition."""

    shown_if = forms.ChoiceField(label=_("Show only if the answer"), required=False)
    is_not = forms.ChoiceField(
        label=_("is or is not"),
        required=False,
        choices=[("", _("is the one chosen")), ("not", _("is another, or none"))],
    )
    relevant = TextField(
        label=_("Write the condition yourself"),
        max_length=2000,
        required=False,
        help_text=_(
            "Such as ${age} >= 18 and selected(${where}, 'centre'). Goes before what is chosen above."
        ),
        widget=forms.TextInput(
            attrs={"autocapitalize": "none", "spellcheck": "false", "autocomplete": "off"}
        ),
    )

    def __init__(self, *args: Any, survey: Survey, before: tuple[Question, ...], **options: Any) -> None:
        super().__init__(*args, **options)
        self.survey = survey
        field = self.fields["shown_if"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 (for the type checker)
        field.choices = [("", gettext("Always show it")), *_answers(survey, before)]

    def clean_relevant(self) -> str:
        return self._checked("relevant")

    def condition(self) -> Expression | None:
        """What was chosen or written."""
        if source := self.cleaned_data["relevant"]:
            return parse_typed(source)
        if chosen := self.cleaned_data["shown_if"]:
            question, choice = chosen.split(_SEPARATOR, 1)
            return condition_of(self.survey, ShownIf(question, choice, self.cleaned_data["is_not"] == "not"))
        return None

    def _checked(self, name: str) -> str:
        source = str(self.cleaned_data[name])
        try:
            return written(parse_typed(source)) if source else ""
        except BadInput as error:
            raise forms.ValidationError(sentence(error)) from error


class PageForm(ShownIfForm):
    """The heading of a page, and when it is shown."""

    free_text: ClassVar[tuple[str, ...]] = ("label",)
    label = TextField(label=_("Heading"), max_length=200, error_messages={"required": _("Write a heading.")})
    field_order = ("label",)

    def page(self, known: Page) -> Page:
        """The page that `known` becomes; a new one gets its name from its heading."""
        first, words = self.survey.languages[0], self.cleaned_data["label"]
        name = known.name or edit.free_name(self.survey, words, "page")
        label = known.label.saying(first, words, self.survey.languages)
        return replace(known, name=name, label=label, relevant=self.condition())


class QuestionForm(ShownIfForm):
    """Everything about one question in the first language of its survey."""

    free_text: ClassVar[tuple[str, ...]] = ("label", "hint")
    label = TextField(
        label=_("The question"),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Write the question.")},
    )
    kind = OneOfField(label=_("What kind of answer?"), choices=list(KINDS.items()))
    choices = LinesField(
        label=_("Answers to choose from"),
        rows=4,
        longest=300,
        required=False,
        help_text=_("One on each line, in the order they are shown."),
    )
    lowest = WholeNumberField(label=_("The scale goes from"), required=False, min_value=-1000, max_value=1000)
    highest = WholeNumberField(label=_("to"), required=False, min_value=-1000, max_value=1000)
    low_label = TextField(label=_("Words at the low end"), max_length=100, required=False)
    high_label = TextField(label=_("Words at the high end"), max_length=100, required=False)
    at_least = AmountField(label=_("At least"), required=False, min_value=-MOST_AMOUNT, max_value=MOST_AMOUNT)
    at_most = AmountField(label=_("At most"), required=False, min_value=-MOST_AMOUNT, max_value=MOST_AMOUNT)
    hint = TextField(
        label=_("Help with the question"),
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    is_required = forms.BooleanField(
        label=_("It must be answered"),
        required=False,
        help_text=_("Only when the rest makes no sense without it. People leave when they are forced."),
    )
    is_sensitive = forms.BooleanField(
        label=_("It is about the person who answers"),
        required=False,
        help_text=_("Background or what somebody has been through. Small numbers are hidden sooner."),
    )
    constraint = TextField(
        label=_("What the answer must also fulfil"),
        max_length=2000,
        required=False,
        help_text=_("The answer is written as a dot, such as . <= today()."),
        widget=forms.TextInput(
            attrs={"autocapitalize": "none", "spellcheck": "false", "autocomplete": "off"}
        ),
    )
    constraint_message = TextField(label=_("What to say when it does not"), max_length=300, required=False)
    field_order = (
        *("label", "kind", "choices", "lowest", "highest", "low_label", "high_label", "at_least", "at_most"),
        *("hint", "is_required", "is_sensitive", "shown_if", "is_not"),
    )

    def clean_constraint(self) -> str:
        return self._checked("constraint")

    def clean(self) -> dict[str, Any]:
        """Also what the chosen kind cannot be without."""
        data = super().clean() or {}
        kind = data.get("kind")
        asks = kind in (Kind.SINGLE, Kind.MULTIPLE, Kind.RANKING)
        if asks and "choices" not in self.errors and len(data.get("choices") or ()) < 2:
            self.add_error("choices", gettext("Write at least two answers, one on each line."))
        if kind == Kind.SCALE:
            for name in ("lowest", "highest"):
                if data.get(name) is None and name not in self.errors:
                    self.add_error(name, gettext("Write a number."))
        return data

    def changed(self, page: int, known: Question | None) -> Survey:
        """The survey with the question in it: in place of `known`, or last on page number `page`."""
        data, survey = self.cleaned_data, self.survey
        kind = Kind.TEXT if data["kind"] == LONG_TEXT else Kind(data["kind"])
        first = known or Question(edit.free_name(survey, data["label"]), kind, Texts())
        question = replace(
            first,
            kind=kind,
            is_long=data["kind"] == LONG_TEXT,
            is_required=data["is_required"] and kind is not Kind.NOTE,
            is_sensitive=data["is_sensitive"],
            relevant=self.condition(),
            constraint=self._constraint(kind),
            lowest=data["lowest"] if kind is Kind.SCALE else 1,
            highest=data["highest"] if kind is Kind.SCALE else 5,
            label=self._words(first.label, "label"),
            hint=self._words(first.hint, "hint"),
            constraint_message=self._words(first.constraint_message, "constraint_message"),
            low_label=self._words(first.low_label, "low_label") if kind is Kind.SCALE else Texts(),
            high_label=self._words(first.high_label, "high_label") if kind is Kind.SCALE else Texts(),
        )
        form = survey
        if kind is Kind.PLACE:
            question = replace(question, choices=PLACES)
        elif kind.has_choices:
            own = question if question.choices != PLACES else replace(question, choices="")
            form, question = edit.with_choices(survey, own, data["choices"])
        else:
            question = replace(question, choices="")
        made = edit.without_unused_lists(edit.put_question(form, question, page))
        return edit.with_unchecked(made, survey)

    def _words(self, known: Texts, name: str) -> Texts:
        return known.saying(self.survey.languages[0], self.cleaned_data[name], self.survey.languages)

    def _constraint(self, kind: Kind) -> Expression | None:
        data = self.cleaned_data
        own = parse_typed(data["constraint"]) if data["constraint"] else None
        return both(limiting(kind, data["at_least"], data["at_most"]), own)


_WORDS = ("label", "hint", "constraint_message", "low_label", "high_label")


def shown_question(survey: Survey, question: Question) -> dict[str, Any]:
    """A question as its form shows it."""
    first = survey.languages[0]
    bounds = limits(question)
    is_many = question.kind in (Kind.MULTIPLE, Kind.RANKING)
    rest = beyond_limits(question) if limiting(question.kind, Decimal(1), None) else question.constraint
    is_scale = question.kind is Kind.SCALE
    shown: dict[str, Any] = {name: getattr(question, name).words().get(first, "") for name in _WORDS}
    return {
        **shown,
        "kind": LONG_TEXT if question.is_long and question.kind is Kind.TEXT else question.kind,
        "choices": tuple(choice.label.say(first) for choice in survey.choices_of(question)),
        "lowest": question.lowest if is_scale else None,
        "highest": question.highest if is_scale else None,
        "at_least": None if is_scale else (bounds.fewest if is_many else bounds.lowest),
        "at_most": None if is_scale else (bounds.most if is_many else bounds.highest),
        "is_required": question.is_required,
        "is_sensitive": question.is_sensitive,
        "constraint": written(rest) if rest else "",
        **shown_condition(survey, question.relevant),
    }


def shown_condition(survey: Survey, condition: Expression | None) -> dict[str, str]:
    """A condition as its form shows it: chosen from the list where it stands there, else written out."""
    plain = shown_if(condition)
    known = {question.name: question for question in survey.questions}
    if plain and plain.question in known:
        names = {choice.name for choice in survey.choices_of(known[plain.question])}
        if plain.choice in names:
            chosen = _SEPARATOR.join((plain.question, plain.choice))
            return {"shown_if": chosen, "is_not": "not" if plain.is_not else ""}
    return {"relevant": written(condition) if condition else ""}


def _answers(survey: Survey, before: tuple[Question, ...]) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """The answers that something can depend on, under the question they belong to."""
    first = survey.languages[0]
    for question in before:
        choices = survey.choices_of(question)
        if choices:
            yield (
                question.label.say(first),
                [(_SEPARATOR.join((question.name, one.name)), one.label.say(first)) for one in choices],
            )
