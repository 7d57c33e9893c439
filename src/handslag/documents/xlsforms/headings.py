"""Columns of an XLSForm: what each means, and in which language its words are.

`label::Swedish (sv)`, `label::sv`, `label::sv-SE`, `label::Swedish`, `label::svenska`, the old
`label:Swedish`, and `label` alone. Where two columns come to the same, the first counts and what the second
says otherwise is noted.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from handslag.documents.xlsform_text import UNSEEN
from handslag.documents.xlsforms.markup import plain
from handslag.documents.xlsforms.notes import Notes
from handslag.domain.surveys.answers import clean
from handslag.domain.surveys.texts import EASY, LANGUAGES, Texts, own_name

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
_IN_SWEDISH = {
    "svenska": "sv",
    "engelska": "en",
    "arabiska": "ar",
    "somaliska": "so",
    "persiska": "fa",
    "farsi": "fa",
    "tigrinska": "ti",
    "tigrinja": "ti",
    "ukrainska": "uk",
    "ryska": "ru",
    "finska": "fi",
    "polska": "pl",
    "spanska": "es",
    "franska": "fr",
    "tyska": "de",
    "turkiska": "tr",
    "thailändska": "th",
    "nordsamiska": "se",
    "sydsamiska": "sma",
    "tornedalsfinska": "fit",
    **dict.fromkeys(("lättläst", "lätt svenska", "easy read swedish"), EASY),
}
_COUNTRY = re.compile(r"(?P<language>[a-z]{2,3})-(?:[a-z]{2}|[0-9]{3})")
_NAMED = _OTHERS | _IN_SWEDISH | {name.casefold(): tag for tag, names in LANGUAGES.items() for name in names}


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
        word, language = [*re.split(r"[:：]+", heading, maxsplit=1), ""][:2]
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
    plain = " ".join(written.replace("_", "-").split())
    named = _NAMED.get(plain.casefold())
    return named or (_tidy(plain) if _TAG.fullmatch(plain) and len(plain.partition("-")[0]) <= 3 else "")


def texts_of(
    row: Mapping[str, str], headings: Iterable[Heading], field: str, order: tuple[str, ...]
) -> Texts:
    """The words of `field` in a row, in every language it has them; `order[0]` where none is said."""
    words: dict[str, str] = {}
    for heading in headings:
        if heading.field == field and row.get(heading.written):
            words.setdefault(heading.language or order[0], clean(row[heading.written]))
    return Texts.of(words, order)


def clash(headings: Sequence[Heading], rows: Sequence[Mapping[str, str]], first: str) -> bool:
    """Whether a column that says no language holds other words than the one that says `first`."""
    plain = [heading for heading in headings if heading.field in _TRANSLATED and not heading.language]
    pairs = [
        (one, other)
        for one in plain
        for other in headings
        if (other.field, other.language) == (one.field, first)
    ]
    return any(
        row.get(other.written) and clean(row.get(one.written, "")) not in ("", clean(row[other.written]))
        for one, other in pairs
        for row in rows
    )


def in_language(headings: Sequence[Heading], language: str, notes: Notes) -> list[Heading]:
    """The same, where columns that say no language are in `language`. Notes each of those."""
    told = []
    for heading in headings:
        if heading.field in _TRANSLATED and not heading.language:
            notes.add(1, heading.written, "xlsform_language_taken", language=own_name(language))
            told.append(replace(heading, language=language))
        else:
            told.append(heading)
    return told


def note_twice(
    headings: Sequence[Heading], rows: Sequence[Mapping[str, str]], first: str, notes: Notes
) -> None:
    """Note every cell that another column has taken the place of, with other words."""
    for number, row in enumerate(rows, start=2):
        read: dict[tuple[str, str], Heading] = {}
        for heading in headings:
            words = clean(row.get(heading.written, ""))
            before = (
                read.setdefault((heading.field, heading.language or first), heading) if words else heading
            )
            if words and clean(row[before.written]) != words:
                notes.add(number, heading.written, "xlsform_column_twice", other=before.written, words=words)


def plain_row(
    headings: Iterable[Heading], row: Mapping[str, str], number: int, notes: Notes
) -> dict[str, str]:
    """The row with words without markup, which is noted."""
    changed = {}
    for heading in headings:
        words = row.get(heading.written, "")
        if heading.field in _TRANSLATED and (shown := plain(words)) != words:
            notes.add(number, heading.written, "xlsform_markup")
            changed[heading.written] = shown
    return {**row, **changed}


def cell(row: Mapping[str, str], headings: Iterable[Heading], field: str) -> str:
    """The cell of a column without languages; "" when the sheet has none."""
    found = (row.get(heading.written, "") for heading in headings if heading.field == field)
    return next((clean(UNSEEN.sub("", value)) for value in found if value), "")


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
    """The tag, without the country where we have the language as it is: sv-SE is sv, pt-BR stays."""
    tag = tag.lower()
    country = _COUNTRY.fullmatch(tag)
    if tag == "fa-af":
        return "prs"
    return country["language"] if country and country["language"] in LANGUAGES else tag
