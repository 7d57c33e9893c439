"""A survey as an XLSForm (.xlsx): pyxform takes it, and `read_xlsform` reads it back equal."""

import io
from collections.abc import Iterator, Sequence

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from handslag.documents.fitting import readable
from handslag.domain.surveys import LANGUAGES, Expression, Kind, Page, Question, Survey, Texts, written

_TYPES = {
    Kind.TEXT: "text",
    Kind.SINGLE: "select_one",
    Kind.PLACE: "select_one",
    Kind.MULTIPLE: "select_multiple",
    Kind.RANKING: "rank",
    Kind.SCALE: "range",
    Kind.INTEGER: "integer",
    Kind.DECIMAL: "decimal",
    Kind.DATE: "date",
    Kind.NOTE: "note",
}
_WORDS = ("label", "hint", "constraint_message", "low_label", "high_label")
_PLAIN = ("required", "relevant", "constraint", "appearance", "parameters", "sensitive")

Record = dict[str, str]


def write_xlsform(survey: Survey) -> bytes:
    """The file. No cell is a formula, whatever its text begins with."""
    book = Workbook()
    for sheet in book.worksheets:
        book.remove(sheet)
    words = [_heading(word, tag) for word in _WORDS for tag in survey.languages]
    _sheet(book, "survey", ["type", "name", *words, *_PLAIN], _survey(survey))
    labels = [_heading("label", tag) for tag in survey.languages]
    _sheet(book, "choices", ["list_name", "name", *labels, "code"], _choices(survey))
    _sheet(book, "settings", list(_settings(survey)), [_settings(survey)])
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def _survey(survey: Survey) -> Iterator[Record]:
    for page in survey.pages:
        if page.name:
            yield _group(page)
        for question in page.questions:
            yield _question(question)
        if page.name:
            yield {"type": "end group"}


def _group(page: Page) -> Record:
    return {
        "type": "begin group",
        "name": page.name,
        "appearance": "field-list",
        "relevant": _condition(page.relevant),
        **_words("label", page.label),
    }


def _question(question: Question) -> Record:
    scale = f"start={question.lowest} end={question.highest} step=1" if question.kind is Kind.SCALE else ""
    row = {
        "type": f"{_TYPES[question.kind]} {question.choices}".strip(),
        "name": question.name,
        "required": "yes" if question.is_required else "",
        "relevant": _condition(question.relevant),
        "constraint": _condition(question.constraint),
        "appearance": "multiline" if question.is_long else "",
        "parameters": scale,
        "sensitive": "yes" if question.is_sensitive else "",
    }
    for word in _WORDS:
        row |= _words(word, getattr(question, word))
    return row


def _choices(survey: Survey) -> Iterator[Record]:
    for one in survey.choice_lists:
        for choice in one.choices:
            yield {
                "list_name": one.name,
                "name": choice.name,
                "code": str(choice.code),
                **_words("label", choice.label),
            }


def _settings(survey: Survey) -> Record:
    first, *_ = survey.languages
    titles = survey.title.words()
    return {
        "form_title": titles.pop(first, ""),
        **_words("translated_title", Texts.of(titles)),
        "form_id": survey.id,
        "version": str(survey.version),
        "default_language": _language(first),
        "unchecked_languages": " ".join(survey.unchecked),
    }


def _words(word: str, texts: Texts) -> Record:
    return {_heading(word, tag): words for tag, words in texts.pairs}


def _heading(word: str, tag: str) -> str:
    return f"{word}::{_language(tag)}"


def _language(tag: str) -> str:
    return f"{LANGUAGES.get(tag, ('', tag))[1]} ({tag})"


def _condition(expression: Expression | None) -> str:
    return "" if expression is None else written(expression)


def _sheet(book: Workbook, name: str, headings: Sequence[str], rows: Iterator[Record] | list[Record]) -> None:
    sheet: Worksheet = book.create_sheet(name)
    sheet.append(list(headings))
    for number, row in enumerate(rows, start=2):
        for column, heading in enumerate(headings, start=1):
            if row.get(heading):
                cell = sheet.cell(number, column, readable(row[heading]))
                cell.data_type = "s"  # a text that begins with = stays a text
