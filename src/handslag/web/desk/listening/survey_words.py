"""The words of a survey in one language beside the first: translating, and putting slips of the pen right."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from handslag.domain.errors import NotFound
from handslag.domain.permissions import Action
from handslag.domain.surveys import Survey, Texts, direction
from handslag.domain.surveys.faults import every_text
from handslag.services.access import access_survey
from handslag.services.listening import surveys as verbs
from handslag.web.desk.door import DeskRequest, desk_page
from handslag.web.desk.form_page import FormPage, form_page
from handslag.web.desk.forms import DeskForm
from handslag.web.fields import TextField
from handslag.web.words.survey_labels import language_name

AT_ONCE = 150  # texts on one page: a long survey has several

FIELDS = {
    "title": _("Title"),
    "label": _("Question"),
    "hint": _("Help with the question"),
    "constraint_message": _("What to say when an answer is wrong"),
    "low_label": _("Words at the low end"),
    "high_label": _("Words at the high end"),
}


@dataclass(frozen=True, slots=True)
class Pair:
    """One text: its words in the first language, and the field for its words in another."""

    original: str
    field: forms.BoundField


class WordsForm(DeskForm):
    """A field for each text of one part of a survey, in one language."""

    def __init__(self, *args: Any, form: Survey, language: str, part: int, **options: Any) -> None:
        super().__init__(*args, **options)
        self.form, self.language = form, language
        first = form.languages[0]
        known = [one for one in every_text(form) if one[2]]
        self.parts = range(1, (len(known) - 1) // AT_ONCE + 2)
        self.shown = known[(part - 1) * AT_ONCE : part * AT_ONCE]
        pages = {page.name for page in form.pages}
        for number, (name, which, texts) in enumerate(self.shown):
            what = gettext("Heading") if name in pages else _what(which)
            self.fields[f"text-{number}"] = _field(what, texts, language, is_required=language == first)
        if language != first:
            self.fields["is_checked"] = forms.BooleanField(
                label=gettext("Somebody who reads the language well has checked all of it"),
                required=False,
                initial=language not in form.unchecked,
            )

    def words(self) -> dict[tuple[str, str], str]:
        """(name, field) → words, as `correct_words` takes them."""
        return {
            (name, which): self.cleaned_data[f"text-{number}"]
            for number, (name, which, _texts) in enumerate(self.shown)
        }

    def pairs(self) -> list[Pair]:
        """The texts beside their originals."""
        first = self.form.languages[0]
        return [
            Pair(texts.say(first), self[f"text-{number}"])
            for number, (_name, _which, texts) in enumerate(self.shown)
        ]


@desk_page
def words(request: DeskRequest, slug: str, survey: str, language: str) -> HttpResponse:
    """All words of a survey in one language, beside the first."""
    found = access_survey(request.user, slug, survey, Action.EDIT_SURVEY)
    form = found.defined()
    if language not in form.languages:
        raise NotFound("not_found")
    part = _part(request.GET.get("del", "1"))
    fields = WordsForm(request.POST or None, form=form, language=language, part=part)

    def save() -> None:
        words, checked = fields.words(), bool(fields.cleaned_data.get("is_checked"))
        verbs.correct_words(request.user, survey=found, language=language, words=words, is_checked=checked)

    context = {"survey": found, "part": part, **_shown(fields)}
    back = ("desk_survey", slug, survey)
    page = FormPage("desk/listening/surveys/words.html", save, back, _("The words are saved."), context)
    return form_page(request, found.municipality, fields, page)


def _shown(fields: WordsForm) -> dict[str, Any]:
    """What the page tells of the form."""
    first = fields.form.languages[0]
    return {
        "title": fields.form.title.say(first),
        "language": language_name(fields.language),
        "is_first": fields.language == first,
        "pairs": fields.pairs(),
        "parts": fields.parts,
    }


def _field(what: str, texts: Texts, language: str, *, is_required: bool) -> TextField:
    own = texts.words().get(language, "")
    rows = min(6, len(texts.say(language)) // 60 + 1)
    attrs = {"rows": rows, "lang": language, "dir": direction(language)}
    return TextField(
        label=what,
        initial=own,
        required=is_required,
        max_length=2000,
        widget=forms.Textarea(attrs=attrs),
        error_messages={"required": gettext("The first language must have the words.")},
    )


def _what(which: str) -> str:
    return gettext("Answer to choose") if which.startswith("choice:") else str(FIELDS[which])


def _part(written: str) -> int:
    return max(int(written), 1) if written.isascii() and written.isdigit() and len(written) < 4 else 1
