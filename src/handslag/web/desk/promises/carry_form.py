"""The form in which somebody says what a new round carries over, draft by draft and promise by promise."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from handslag.domain.errors import BadInput
from handslag.services.promises.reads.rounds import CarryPage, FormerRow, NewRow
from handslag.web.desk.choices import in_short
from handslag.web.desk.forms import FreeTextForm
from handslag.web.fields import TextField

LONGEST = 1000


@dataclass(frozen=True, slots=True)
class Part:
    """A draft or a former promise, with what is asked about it."""

    row: NewRow | FormerRow
    choice: BoundField
    reason: BoundField


class CarryForm(FreeTextForm):
    """For each draft what it goes on from, for each former promise whether it goes; with reasons."""

    def __init__(self, *args: Any, page: CarryPage, **options: Any) -> None:
        self.page = page
        super().__init__(*args, **options)
        formers = [(one.number, f"{one.number}. {in_short(one.text)}") for one in page.formers]
        for draft in page.drafts:
            self.fields[f"former_{draft.number}"] = forms.TypedChoiceField(
                label=_("Goes on from"),
                required=False,
                choices=[("", _("None: it is a new promise")), *formers],
                coerce=int,
                empty_value=None,
                initial=draft.former,
            )
            self.fields[f"why_{draft.number}"] = _reason(_("Why is it changed?"), draft.reason)
        for former in page.formers:
            self.fields[f"gone_{former.number}"] = forms.BooleanField(
                label=_("It is taken away when the new promises begin to hold"),
                required=False,
                initial=bool(former.gone),
            )
            self.fields[f"why_gone_{former.number}"] = _reason(_("Why does it go?"), former.gone)

    def free_texts(self) -> Iterable[str]:
        names = [f"why_{draft.number}" for draft in self.page.drafts]
        return [*names, *(f"why_gone_{former.number}" for former in self.page.formers)]

    def drafts(self) -> list[Part]:
        """The drafts in their order."""
        return [
            Part(one, self[f"former_{one.number}"], self[f"why_{one.number}"]) for one in self.page.drafts
        ]

    def formers(self) -> list[Part]:
        """The former promises in their order."""
        return [
            Part(one, self[f"gone_{one.number}"], self[f"why_gone_{one.number}"]) for one in self.page.formers
        ]

    def going_on(self) -> Iterator[tuple[int, int, str]]:
        """Draft, former promise and reason. Only for a valid form."""
        for draft in self.page.drafts:
            former = self.cleaned_data[f"former_{draft.number}"]
            if former is not None:
                yield draft.number, former, self.cleaned_data[f"why_{draft.number}"]

    def gone(self) -> Iterator[tuple[int, str]]:
        """Former promises that go, and why. Only for a valid form."""
        for former in self.page.formers:
            if self.cleaned_data[f"gone_{former.number}"]:
                yield former.number, self.cleaned_data[f"why_gone_{former.number}"]

    def refuse(self, error: BadInput) -> None:
        """Show what the verb refused at the promise that it is about."""
        if error.code == "gone_without_reason":
            error = BadInput(error.code, **error.params, field=f"why_gone_{error.params['number']}")
        super().refuse(error)


def _reason(label: Any, initial: str) -> TextField:
    return TextField(
        label=label,
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 2}),
        initial=initial,
    )


def likeness_said(row: NewRow) -> str:
    """Why a match is suggested: what anybody can count."""
    alike = row.alike
    if alike is None:
        return gettext("No former promise is alike enough to suggest.")
    words = gettext("Suggested: promise {number}. {shared} of {words} words are shared.")
    said = words.format(number=row.suggested, shared=alike.shared, words=alike.words)
    if alike.counting == 1:
        said += " " + gettext("It is counted in the same way.")
    return said
