"""The forms around a survey: where it comes from, its days and notice, its languages."""

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from handslag.documents.texts import LIMIT, MEGABYTES
from handslag.documents.xlsforms import XlsForm, read_xlsform
from handslag.domain.errors import BadInput
from handslag.domain.surveys import LANGUAGES, Lane, Texts, direction
from handslag.domain.surveys import Survey as Definition
from handslag.models.models import Survey
from handslag.services.listening.ready_surveys import ready_survey, ready_surveys
from handslag.services.listening.surveys import Frame
from handslag.web.desk.forms import DeskForm, KeyedForm
from handslag.web.errors import sentence
from handslag.web.fields import DayField, OneOfField, SomeOfField, TextField
from handslag.web.words.labels import listed
from handslag.web.words.survey_labels import LANES, language_name


class NewSurveyForm(KeyedForm):
    """A ready survey of the question bank, or an empty one."""

    ready = OneOfField(label=_("What do you start from?"), initial="safety")
    title = TextField(
        label=_("What is the survey called?"),
        max_length=120,
        required=False,
        help_text=_("Residents see this. Leave it empty to keep the name of the ready survey."),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["ready"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 (for the type checker)
        field.choices = [
            *((one.id, _about(one)) for one in ready_surveys()),
            ("", gettext("An empty survey")),
        ]
        field.required = False

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not data.get("ready") and not data.get("title") and not self.errors:
            self.add_error("title", gettext("Write what the survey is called."))
        return data

    def definition(self) -> Definition:
        """The survey to make a draft of."""
        title, ready = self.cleaned_data["title"], self.cleaned_data["ready"]
        if not ready:
            return Definition("survey", Texts.of({"sv": title}), ("sv",))
        form = ready_survey(ready)
        if not title:
            return form
        return Definition(
            form.id, Texts.of({"sv": title}), form.languages, form.pages, form.choice_lists, form.unchecked
        )


class XlsFormFileForm(KeyedForm):
    """An XLSForm. `is_cut`: the server has dropped a file that was too large to take in at all."""

    file = forms.FileField(
        label=_("The file"),
        max_length=200,
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
        help_text=_("An XLSForm in Excel (.xlsx), at most 10 MB."),
        error_messages={"required": _("Choose a file."), "empty": _("The file is empty. Choose another.")},
    )
    language = forms.ChoiceField(
        label=_("Which language is it in, where the file does not say?"),
        initial="sv",
    )

    def __init__(self, *args: Any, is_cut: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        self.is_cut = is_cut
        field = self.fields["language"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 (for the type checker)
        field.choices = [(tag, language_name(tag)) for tag in LANGUAGES]
        self.form: XlsForm | None = None

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        file = data.get("file")
        try:
            if self.is_cut:
                self.errors.clear()
                raise BadInput("file_too_large", file=file.name if file else "", megabytes=MEGABYTES)
            if file and not self.errors:
                self.form = read_xlsform(file.read(LIMIT + 1), file.name, data["language"])
        except BadInput as error:
            self.add_error("file", sentence(error))
        return data


class FrameForm(DeskForm):
    """The days, the lanes, and the notice in every language of the survey."""

    rows: tuple[tuple[str, ...], ...] = ()  # type: ignore[misc]  # of each survey its own
    opens_on = DayField(
        label=_("First day to answer"), required=False, help_text=_("Empty: as soon as it is opened.")
    )
    closes_on = DayField(label=_("Last day to answer"), required=False)
    lanes = SomeOfField(label=_("How may answers come in?"), required=False)

    def __init__(self, *args: Any, survey: Survey, **options: Any) -> None:
        shown = {"opens_on": survey.opens_on, "closes_on": survey.closes_on, "lanes": survey.lanes}
        super().__init__(*args, **{"initial": shown, **options})
        field = self.fields["lanes"]
        assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101 (for the type checker)
        field.choices = [(lane, str(words)) for lane, words in LANES.items()]
        self.languages = survey.defined().languages
        first = self.languages[0]
        self.needed_when = dict.fromkeys(
            ("closes_on", "lanes", f"purpose:{first}", f"controller:{first}"),
            _("needed before the survey is opened"),
        )
        for tag in self.languages:
            self._words(tag, "purpose", survey.purpose, gettext("What are the answers for? {language}"))
        for tag in self.languages:
            self._words(
                tag, "controller", survey.controller, gettext("Who is responsible for them? {language}")
            )
        self.rows = (
            ("opens_on", "closes_on"),
            *(tuple(f"{name}:{tag}" for tag in self.languages) for name in ("purpose", "controller")),
        )
        self.fields[f"purpose:{self.languages[0]}"].help_text = gettext(
            "One or two sentences, such as: We use the answers when we choose what to promise next year."
        )
        self.fields[f"controller:{self.languages[0]}"].help_text = gettext(
            "The board, and how to reach its data protection officer."
        )

    def drawn(self) -> list[dict[str, str]]:
        """What residents will read in each language, as far as it is written."""
        names = ("purpose", "controller")
        return [
            {"tag": tag, "direction": direction(tag)}
            | {name: self.seen(f"{name}:{tag}") or "" for name in names}
            for tag in self.languages
        ]

    def frame(self) -> Frame:
        """What was filled in."""
        data = self.cleaned_data
        words = {
            name: {tag: data[f"{name}:{tag}"] for tag in self.languages if data[f"{name}:{tag}"]}
            for name in ("purpose", "controller")
        }
        return Frame(data["opens_on"], data["closes_on"], tuple(map(Lane, data["lanes"])), **words)

    def _words(self, tag: str, name: str, known: dict[str, str], label: str) -> None:
        self.fields[f"{name}:{tag}"] = TextField(
            label=label.format(language=language_name(tag) if len(self.languages) > 1 else "").strip(),
            max_length=1000,
            required=False,
            initial=known.get(tag, ""),
            widget=forms.Textarea(attrs={"rows": 2, "lang": tag, "dir": "auto"}),
        )


class LanguagesForm(DeskForm):
    """The languages of a survey besides its first."""

    languages = SomeOfField(
        label=_("In which languages, besides the first?"),
        required=False,
        help_text=_("Words of a language that you take away are lost."),
    )

    def __init__(self, *args: Any, form: Definition, **options: Any) -> None:
        super().__init__(*args, **{"initial": {"languages": form.languages[1:]}, **options})
        self.first = form.languages[0]
        field = self.fields["languages"]
        assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101 (for the type checker)
        known = dict.fromkeys([*LANGUAGES, *form.languages])
        field.choices = [(tag, language_name(tag)) for tag in known if tag != self.first]

    def chosen(self) -> tuple[str, ...]:
        """The first language, then the others in the order they are offered."""
        return (self.first, *self.cleaned_data["languages"])


def _about(form: Definition) -> str:
    """A ready survey in a few words: "Safety where you live · 17 questions · Swedish, English"."""
    questions = sum(1 for question in form.questions if question.kind != "note")
    words = gettext("{title} · {questions} questions · {languages}")
    names = listed(language_name(tag) for tag in form.languages)
    return words.format(title=capfirst(form.title.say("sv")), questions=questions, languages=names)
