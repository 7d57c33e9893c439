"""Columns of an XLSForm: what each means, and in which language its words are.

`label::Swedish (sv)`, `label::sv`, `label::Swedish`, the old `label:Swedish`, and `label` alone.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from handslag.documents.xlsforms.notes import Notes
from handslag.domain.surveys.answers import clean
from handslag.domain.surveys.texts import LANGUAGES, Texts

# our word for a column: what writers of XLSForms call it (pyxform.aliases)
SURVEY = {
    "type": ("type", "command"),
    "name": ("name", "tag", "value"),
    "label": ("label", "caption"),
    "hint": ("hint",),
    "required": ("required",),
    "relevant": ("relevant", "relevance"),
    "constraint": ("constraint",),
    "constraint_message": ("constraint_message", "constraining_message"),
    "appearance": ("appearance",),
    "parameters": ("parameters",),
    "low_label": ("low_label",),  # ours: words at the ends of a scale
    "high_label": ("high_label",),
    "sensitive": ("sensitive",),  # ours
}
CHOICES = {
    "list_name": ("list_name",),
    "name": ("name", "value"),
    "label": ("label", "caption"),
    "code": ("code",),  # ours: the number that is stored
}
SETTINGS = {
    "title": ("form_title", "set_form_title", "title", "translated_title"),  # the last is ours
    "id": ("form_id", "set_form_id", "id_string"),
    "version": ("version",),
    "default_language": ("default_language",),
    "unchecked_languages": ("unchecked_languages",),  # ours
}
_TRANSLATED = {"label", "hint", "constraint_message", "low_label", "high_label", "title"}
_TAG = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*", re.I)
_IN_BRACKETS = re.compile(rf"\((?P<tag>{_TAG.pattern}|x-[a-z0-9]{{1,8}})\)\s*$", re.I)
# languages that other people's forms often have by name
_OTHERS = {
    "chinese": "zh",
    "portuguese": "pt",
    "hindi": "hi",
    "nepali": "ne",
    "bangla": "bn",
    "swahili": "sw",
}
_NAMED = _OTHERS | {name.casefold(): tag for tag, names in LANGUAGES.items() for name in names}


@dataclass(frozen=True, slots=True)
class Heading:
    """A column: what it holds and, for words, in which language ("" when it does not say)."""

    written: str
    field: str
    language: str = ""


def headings_of(written: Iterable[str], known: Mapping[str, tuple[str, ...]], notes: Notes) -> list[Heading]:
    """The columns that are read. Notes every language that is known by no name or code."""
    fields = {alias: name for name, aliases in known.items() for alias in aliases}
    found: list[Heading] = []
    for heading in written:
        word, _, language = heading.replace("::", ":").partition(":")
        name = fields.get(word.strip().casefold().replace(" ", "_"))
        if name is None or (language and name not in _TRANSLATED):
            continue
        found.append(Heading(heading, name, _language(language.strip(), heading, notes)))
    return found


def language_of(written: str) -> str:
    """The tag of a language as a file writes it: "Swedish (sv)", "sv", "Swedish"; "" when unknown."""
    in_brackets = _IN_BRACKETS.search(written)
    if in_brackets:
        return _tidy(in_brackets["tag"])
    named = _NAMED.get(written.casefold())
    return named or (_tidy(written) if _TAG.fullmatch(written) and len(written) <= 3 else "")


def texts_of(
    row: Mapping[str, str], headings: Iterable[Heading], field: str, order: tuple[str, ...]
) -> Texts:
    """The words of `field` in a row, in every language it has them; `order[0]` where none is said."""
    words = {
        heading.language or order[0]: clean(row[heading.written])
        for heading in headings
        if heading.field == field and row.get(heading.written)
    }
    return Texts.of(words, order)


def cell(row: Mapping[str, str], headings: Iterable[Heading], field: str) -> str:
    """The cell of a column without languages; "" when the sheet has none."""
    found = (row.get(heading.written, "") for heading in headings if heading.field == field)
    return next((clean(value) for value in found if value), "")


def written_as(field: str, headings: Iterable[Heading]) -> str:
    """How the sheet heads the column of `field`."""
    return next((heading.written for heading in headings if heading.field == field), field)


def _language(written: str, heading: str, notes: Notes) -> str:
    if not written:
        return ""
    tag = language_of(written)
    if tag:
        return tag
    letters = re.sub(r"[^a-z0-9]", "", written.casefold())[:8] or "other"
    notes.add(1, heading, "xlsform_language", language=written)
    return f"x-{letters}"


def _tidy(tag: str) -> str:
    return tag.lower()
