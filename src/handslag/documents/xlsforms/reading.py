"""From the bytes of an XLSForm to a survey and a note of everything in it that a survey cannot have."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from handslag.documents.guard import guarded
from handslag.documents.sheets import OF_SHEETS, refuse_other
from handslag.documents.xlsform_text import MARKS
from handslag.documents.xlsforms.choices import choice_headings, choice_lists_of
from handslag.documents.xlsforms.headings import (
    SETTINGS,
    SURVEY,
    Heading,
    cell,
    clash,
    headings_of,
    in_language,
    language_of,
    note_twice,
    plain_row,
    texts_of,
    written_as,
)
from handslag.documents.xlsforms.notes import Notes, Unread
from handslag.documents.xlsforms.questions import SurveySheet, survey_headings
from handslag.documents.xlsforms.types import type_of
from handslag.domain.errors import BadInput
from handslag.domain.surveys import Expression, Kind, Page, Survey, Texts
from handslag.domain.surveys.expressions import Own, names_in, parts
from handslag.domain.surveys.faults import MOST_QUESTIONS, misplaced

_EMPTY: dict[str, Any] = {"title": "", "headings": [], "rows": [], "notes": []}


@dataclass(frozen=True, slots=True)
class XlsForm:
    """What a file gave: a survey, and everything in the file that is not in it."""

    survey: Survey
    unread: tuple[Unread, ...]


def read_xlsform(data: bytes, name: str, language: str = "sv") -> XlsForm:
    """The survey in the XLSForm `data`; `language` is that of columns that do not say theirs.

    `name` is the file's. Raises `BadInput` with `file`: not an Excel file, locked, a bomb, broken,
    `xlsform_no_survey`, `xlsform_no_questions`, `xlsform_too_long`.
    """
    try:
        refuse_other(data, Path(name).suffix.lower())
        if not data.startswith(b"PK"):
            raise BadInput("sheet_not_excel")
        return form_of(json.loads(guarded("xlsform", data)), Path(name).stem, language)
    except BadInput as exc:
        raise BadInput(OF_SHEETS.get(exc.code, exc.code), **({"file": name} | exc.params)) from exc


def form_of(sheets: Mapping[str, Any], stem: str, language: str = "sv") -> XlsForm:
    """The survey in sheets as `xlsform_text` gives them; `stem` is its title when the file has none.

    Raises as `read_xlsform`, without `file`.
    """
    return _Form(sheets, language).read(stem)


class _Form:
    def __init__(self, sheets: Mapping[str, Any], language: str) -> None:
        self.survey = sheets.get("survey", _EMPTY)
        self.choices = sheets.get("choices", _EMPTY)
        self.settings = sheets.get("settings", _EMPTY)
        self.language = language
        self.notes = {name: Notes(sheets.get(name, {"title": name})["title"]) for name in MARKS}
        for name, notes in self.notes.items():
            for row, column, code, params in sheets.get(name, _EMPTY)["notes"]:
                notes.add(row, column, code, **params)
        self.unread = [Unread(name, 0, "", "xlsform_sheet") for name in sheets[""]]

    def read(self, stem: str) -> XlsForm:
        self._refuse_hopeless()
        headings = survey_headings(self.survey["headings"], self.survey["rows"], self.notes["survey"])
        of_choices = choice_headings(self.choices["headings"], self.choices["rows"], self.notes["choices"])
        of_settings = headings_of(self.settings["headings"], SETTINGS, self.notes["settings"])
        written = self._words("settings", of_settings, self.settings["rows"], "")
        settings: Mapping[str, str] = next((row for row in written if row), {})
        first = self._first(headings, settings, of_settings)
        headings, of_choices = self._told_apart(headings, of_choices, first)
        named = [heading.language for heading in (*headings, *of_choices) if heading.language]
        order = tuple(dict.fromkeys([first, *named]))
        asked = self._words("survey", headings, self.survey["rows"], first)
        answers = self._words("choices", of_choices, self.choices["rows"], first)
        lists = choice_lists_of(of_choices, answers, order, self.notes["choices"])
        sheet = SurveySheet(headings, order, {one.name: one for one in lists}, self.notes["survey"])
        pages = sheet.read(asked)
        if not any(page.questions for page in pages):
            raise BadInput("xlsform_no_questions")
        title = texts_of(settings, of_settings, "title", order) or Texts.of({order[0]: stem})
        form = Survey(
            id=cell(settings, of_settings, "id") or re.sub(r"\W+", "_", stem),
            title=title,
            languages=order,
            pages=pages,
            choice_lists=tuple(sheet.lists.values()),
            unchecked=_tags(cell(settings, of_settings, "unchecked_languages"), order),
            version=self._version(settings, of_settings),
        )
        self._other_settings(of_settings)
        self._untranslated("survey", headings, asked, set(sheet.rows_of.values()))
        self._untranslated("choices", of_choices, answers, set(range(2, len(answers) + 2)))
        self._places(form)
        form = self._well_placed(form, sheet)
        found = [note for notes in self.notes.values() for note in sorted(notes, key=lambda one: one.row)]
        return XlsForm(form, (*found, *self.unread))

    def _refuse_hopeless(self) -> None:
        rows = self.survey["rows"]
        known = headings_of(self.survey["headings"], SURVEY, Notes("survey"))
        if not {"type", "name"} <= {heading.field for heading in known} or not any(rows):
            raise BadInput("xlsform_no_survey")
        count = sum(1 for row in rows if type_of(cell(row, known, "type")).kind is not None)
        if count > MOST_QUESTIONS:
            raise BadInput("xlsform_too_long", most=MOST_QUESTIONS, count=count)

    def _words(
        self, sheet: str, headings: Sequence[Heading], rows: Sequence[Mapping[str, str]], first: str
    ) -> list[dict[str, str]]:
        """The rows with words as they are shown here; what is not shown as it stands is noted."""
        notes = self.notes[sheet]
        note_twice(headings, rows, first, notes)
        return [plain_row(headings, row, number, notes) for number, row in enumerate(rows, start=2)]

    def _told_apart(
        self, survey: list[Heading], choices: list[Heading], first: str
    ) -> tuple[list[Heading], list[Heading]]:
        """The columns, where those that say no language are not taken for one that another column has."""
        is_free = self.language not in {heading.language for heading in (*survey, *choices)}
        clashes = clash(survey, self.survey["rows"], first) or clash(choices, self.choices["rows"], first)
        if not (is_free and clashes):
            return survey, choices
        return (
            in_language(survey, self.language, self.notes["survey"]),
            in_language(choices, self.language, self.notes["choices"]),
        )

    def _first(
        self, survey: Sequence[Heading], settings: Mapping[str, str], of_settings: Sequence[Heading]
    ) -> str:
        """First what the settings say, else what labels without a language are in, else the first named."""
        labels = [heading.language for heading in survey if heading.field == "label"]
        said = cell(settings, of_settings, "default_language")
        first = language_of(said)
        if said and not first:
            column = written_as("default_language", of_settings)
            self.notes["settings"].add(2, column, "xlsform_language", language=said)
        return first or (self.language if "" in labels or not labels else labels[0])

    def _version(self, settings: Mapping[str, str], headings: Sequence[Heading]) -> int:
        written = cell(settings, headings, "version")
        if not written or re.fullmatch(r"[1-9][0-9]{0,8}", written):
            return int(written or 1)
        self.notes["settings"].add(2, written_as("version", headings), "xlsform_version", version=written)
        return 1

    def _other_settings(self, headings: Sequence[Heading]) -> None:
        """Notes cells of columns that are not read, and every row after the first."""
        read = {heading.written for heading in headings}
        filled = [(number, row) for number, row in enumerate(self.settings["rows"], start=2) if row]
        for place, (number, row) in enumerate(filled):
            for heading in row:
                if place or heading not in read:
                    self.notes["settings"].add(number, heading, "xlsform_cell_unread")

    def _places(self, form: Survey) -> None:
        """Notes choices of places: a municipality has its own list."""
        if any(question.kind is Kind.PLACE for question in form.questions):
            self.notes["choices"].add(0, "", "xlsform_places")

    def _untranslated(
        self,
        sheet: str,
        headings: Sequence[Heading],
        rows: Sequence[Mapping[str, str]],
        read: set[int],
    ) -> None:
        """Notes labels in the rows `read` that some languages of the sheet have and another lacks."""
        labels = [heading for heading in headings if heading.field == "label"]
        for number, row in enumerate(rows, start=2):
            has = [heading for heading in labels if number in read and row.get(heading.written)]
            spoken = {heading.language for heading in has}
            for heading in labels if has else ():
                if heading.language not in spoken:
                    self.notes[sheet].add(number, heading.written, "xlsform_untranslated")

    def _well_placed(self, form: Survey, sheet: SurveySheet) -> Survey:
        """The survey without conditions that ask about no question, a later one or in a circle."""
        wrong = tuple(misplaced(form))
        for fault in wrong:
            name, row = str(fault.params["name"]), sheet.rows_of.get(fault.at, 0)
            column = written_as("relevant", sheet.headings)
            question = next((one for one in form.questions if one.name == fault.at), None)
            if question and _asks(question.constraint, name) and not _asks(question.relevant, name):
                column = written_as("constraint", sheet.headings)
            self.notes["survey"].add(row, column, fault.code, name=name)
        names = {(fault.at, str(fault.params["name"])) for fault in wrong}
        return replace(form, pages=tuple(_without(page, names) for page in form.pages)) if wrong else form


def _asks(condition: Expression | None, name: str) -> bool:
    return condition is not None and name in names_in(condition)


def _without(page: Page, wrong: set[tuple[str, str]]) -> Page:
    """The page without the conditions in `wrong`: (name of its holder, what it asks about)."""

    def kept(holder: str, condition: Expression | None, *, own: bool = False) -> Expression | None:
        if condition is None or any((holder, name) in wrong for name in names_in(condition)):
            return None
        return None if not own and Own() in tuple(parts(condition)) else condition

    questions = tuple(
        replace(
            one, relevant=kept(one.name, one.relevant), constraint=kept(one.name, one.constraint, own=True)
        )
        for one in page.questions
    )
    return replace(page, relevant=kept(page.name, page.relevant), questions=questions)


def _tags(written: str, order: Sequence[str]) -> tuple[str, ...]:
    return tuple(tag for tag in written.split() if tag in order)
