"""The sheet `survey` of an XLSForm: questions in pages, and what of each row cannot be had here."""

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field, replace

from handslag.documents.xlsforms.headings import SURVEY, Heading, cell, headings_of, texts_of, written_as
from handslag.documents.xlsforms.notes import Notes
from handslag.documents.xlsforms.types import Type, type_of
from handslag.domain.errors import BadInput
from handslag.domain.surveys import (
    Choice,
    ChoiceList,
    Expression,
    Kind,
    Page,
    Question,
    Texts,
    parse,
    parse_typed,
)
from handslag.domain.surveys.expressions import both
from handslag.domain.surveys.faults import LONGEST_NAME, NAME

Row = Mapping[str, str]

_YES = ("yes", "y", "true", "true()", "ja", "j", "sant", "1", "x")
_NO = ("", "no", "n", "false", "false()", "nej", "falskt", "0")
_YES_NO = dict.fromkeys(_YES, True) | dict.fromkeys(_NO, False)
_OF_GROUPS = {"type", "name", "label", "relevant", "appearance"}  # what is read of the row that begins one
_OF_SCALES = {"low_label", "high_label"}
_PARAMETER = re.compile(r"\b(\w+)\s*=\s*(-?[\d.]+)")
_OTHER = {"sv": "Annat", "en": "Other"}
_SAY_WHAT = {"sv": "Vad är det?", "en": "What is it?"}


@dataclass
class _Group:
    """A group that has begun: the page it became, or None for a group within a page."""

    page: Page | None
    relevant: Expression | None
    row: int


@dataclass
class SurveySheet:
    """Reads the rows one by one. `rows_of` tells afterwards which row a question or page came from."""

    headings: list[Heading]
    order: tuple[str, ...]
    lists: dict[str, ChoiceList]
    notes: Notes
    pages: list[Page] = field(default_factory=list)
    rows_of: dict[str, int] = field(default_factory=dict)
    _loose: list[Question] = field(default_factory=list)
    _groups: list[_Group] = field(default_factory=list)
    _repeat_from: int = 0
    _repeat_depth: int = 0

    def read(self, rows: Sequence[Row]) -> tuple[Page, ...]:
        """The pages. Everything else in `rows` is noted."""
        for number, row in enumerate(rows, start=2):
            if row:
                self._row(number, row)
        last = len(rows) + 1
        if self._repeat_depth:
            self._end_repeat(last)
        if self._groups:
            self.notes.add(last, "", "xlsform_group_open")
        self._close_page()
        return tuple(self.pages)

    def _row(self, number: int, row: Row) -> None:
        written = cell(row, self.headings, "type")
        kind = type_of(written)
        if self._repeat_depth or kind.repeats:
            self._within_repeat(number, kind)
        elif not written:
            self.notes.add(number, written_as("type", self.headings), "xlsform_no_type")
        elif kind.edge == "begin":
            self._begin(number, row)
        elif kind.edge == "end":
            self._end(number)
            self._unread(number, row, _OF_GROUPS - {"relevant", "appearance"})
        elif kind.kind is None:
            column = written_as("type", self.headings)
            self.notes.add(number, column, kind.reason, type=written, name=cell(row, self.headings, "name"))
        else:
            self._question(number, row, kind)

    def _within_repeat(self, number: int, kind: Type) -> None:
        if kind.edge == "begin" and not self._repeat_depth:
            self._repeat_from = number
        self._repeat_depth += {"begin": 1, "end": -1}.get(kind.edge, 0)
        if not self._repeat_depth:
            self._end_repeat(number)

    def _end_repeat(self, last: int) -> None:
        self.notes.add(self._repeat_from, "", "xlsform_repeat", first=self._repeat_from, last=last)
        self._repeat_depth = 0

    def _begin(self, number: int, row: Row) -> None:
        relevant = self._condition(number, row, "relevant")
        if self._groups:
            self.notes.add(number, "", "xlsform_inner_group")
            self._groups.append(_Group(None, relevant, number))
            self._unread(number, row, _OF_GROUPS)
            return
        self._close_page()
        name = self._name(number, row, "group")
        page = Page(name, texts_of(row, self.headings, "label", self.order), relevant)
        if cell(row, self.headings, "appearance") not in ("", "field-list"):
            self._appearance(number, row)
        self._unread(number, row, _OF_GROUPS)
        self._groups.append(_Group(page, relevant, number))

    def _end(self, number: int) -> None:
        if not self._groups:
            self.notes.add(number, "", "xlsform_group_not_open")
        elif len(self._groups) == 1:
            self._close_page()
        else:
            self._groups.pop()

    def _close_page(self) -> None:
        """The questions so far become a page: of the group that is open, or one without a name."""
        page = self._groups[0].page if self._groups else Page()
        if page is not None and self._loose:
            self.pages.append(replace(page, questions=tuple(self._loose)))
        elif page is not None and page.label:
            label = page.label.say(self.order[0])
            self.notes.add(self._groups[0].row, "", "xlsform_group_empty", label=label)
        self._loose, self._groups = [], []

    def _question(self, number: int, row: Row, kind: Type) -> None:
        asked = self._kind(number, row, kind)
        if asked is None:
            return
        name = self._name(number, row, "q")
        label = texts_of(row, self.headings, "label", self.order)
        if not label:
            self.notes.add(number, written_as("label", self.headings), "xlsform_no_label", name=name)
        self._filled_in(number, row)
        relevant = self._condition(number, row, "relevant")
        for group in self._groups[1:]:
            relevant = both(group.relevant, relevant)
        question = replace(
            asked,
            name=name,
            label=label,
            hint=texts_of(row, self.headings, "hint", self.order),
            is_required=self._is_set(number, row, "required"),
            relevant=relevant,
            constraint=self._condition(number, row, "constraint"),
            constraint_message=texts_of(row, self.headings, "constraint_message", self.order),
            is_sensitive=self._is_set(number, row, "sensitive"),
        )
        self._loose.append(question)
        if kind.or_other:
            self._loose.append(self._say_what(number, question))

    def _kind(self, number: int, row: Row, kind: Type) -> Question | None:
        """A question with what its type and its parameters say; None when it has to be left out."""
        asked = Question("", kind.kind or Kind.NOTE, Texts())
        appearance = cell(row, self.headings, "appearance")
        if asked.kind is Kind.TEXT and "multiline" in appearance.split():
            asked, appearance = replace(asked, is_long=True), appearance.replace("multiline", "").strip()
        if appearance:
            self._appearance(number, row)
        kind = replace(kind, list_name=self._called(kind.list_name))
        if kind.list_name and kind.list_name not in self.lists:
            column = written_as("type", self.headings)
            self.notes.add(number, column, "xlsform_no_list", list=kind.list_name)
            return None
        if asked.kind is Kind.SCALE:
            return self._scale(number, row, asked)
        self._unread(number, row, {heading.field for heading in self.headings} - _OF_SCALES)
        if cell(row, self.headings, "parameters"):
            parameters = cell(row, self.headings, "parameters")
            self.notes.add(
                number, written_as("parameters", self.headings), "xlsform_parameters", parameters=parameters
            )
        return replace(asked, choices=self._list(kind))

    def _called(self, name: str) -> str:
        """The list as the sheet of choices spells it: `YN` is `yn` where there is no other."""
        alike = [known for known in self.lists if known.casefold() == name.casefold()]
        return alike[0] if name not in self.lists and len(alike) == 1 else name

    def _unread(self, number: int, row: Row, read: Container[str]) -> None:
        """Note the cells of a row in columns that are read elsewhere but not in a row of its kind."""
        for heading in self.headings:
            if row.get(heading.written) and heading.field not in read:
                self.notes.add(number, heading.written, "xlsform_cell_unread")

    def _list(self, kind: Type) -> str:
        """The list of a question; one with a choice "other" where it is asked for."""
        if not kind.or_other:
            return kind.list_name
        name = f"{kind.list_name}_or_other"
        choices = self.lists[kind.list_name].choices
        if not any(choice.name == "other" for choice in choices):
            code = max(choice.code for choice in choices) + 1
            words = {tag: _OTHER[tag] for tag in self.order if tag in _OTHER} or {self.order[0]: "Other"}
            choices = (*choices, Choice("other", code, Texts.of(words, self.order)))
        self.lists.setdefault(name, ChoiceList(name, choices))
        return name

    def _say_what(self, number: int, of: Question) -> Question:
        words = {tag: _SAY_WHAT[tag] for tag in self.order if tag in _SAY_WHAT}
        label = Texts.of(words or {self.order[0]: _SAY_WHAT["en"]}, self.order)
        chosen = f"selected(${{{of.name}}}, 'other')"
        name = self._free(f"{of.name}_other")
        self.rows_of[name] = number
        return Question(name, Kind.TEXT, label, relevant=both(of.relevant, parse(chosen)))

    def _scale(self, number: int, row: Row, asked: Question) -> Question | None:
        column, written = written_as("parameters", self.headings), cell(row, self.headings, "parameters")
        values = {"start": "1", "end": "10", "step": "1", **dict(_PARAMETER.findall(written))}
        whole = all(re.fullmatch(r"-?\d{1,6}", value) for value in values.values())
        if not whole or values["step"] != "1" or set(values) != {"start", "end", "step"}:
            self.notes.add(number, column, "xlsform_range", parameters=written)
            return None
        return replace(
            asked,
            lowest=int(values["start"]),
            highest=int(values["end"]),
            low_label=texts_of(row, self.headings, "low_label", self.order),
            high_label=texts_of(row, self.headings, "high_label", self.order),
        )

    def _condition(self, number: int, row: Row, which: str) -> Expression | None:
        source = cell(row, self.headings, which)
        if not source:
            return None
        try:
            return parse_typed(source)
        except BadInput as exc:
            self.notes.add(number, written_as(which, self.headings), exc.code, **exc.params)
            return None

    def _is_set(self, number: int, row: Row, which: str) -> bool:
        """Yes or no in the column `which`; what is neither is noted and counts as no."""
        written = "".join(cell(row, self.headings, which).casefold().split())
        if written not in _YES_NO:
            code = "xlsform_required" if which == "required" else "xlsform_cell_unread"
            params = {"condition": cell(row, self.headings, which)} if which == "required" else {}
            self.notes.add(number, written_as(which, self.headings), code, **params)
        return _YES_NO.get(written, False)

    def _filled_in(self, number: int, row: Row) -> None:
        for heading in self.headings:
            words = row.get(heading.written, "")
            if heading.field in ("label", "hint", "constraint_message") and "${" in words:
                self.notes.add(number, heading.written, "xlsform_filled_in")

    def _appearance(self, number: int, row: Row) -> None:
        column, look = written_as("appearance", self.headings), cell(row, self.headings, "appearance")
        self.notes.add(number, column, "xlsform_appearance", appearance=look)

    def _name(self, number: int, row: Row, otherwise: str) -> str:
        """The name in the row, made usable and unlike all before; `rows_of` learns it."""
        written = cell(row, self.headings, "name")
        name = written
        if not NAME.fullmatch(written) or len(written) > LONGEST_NAME:
            name = f"{otherwise}{number}"
        name = self._free(name)
        if name != written:
            self.notes.add(
                number, written_as("name", self.headings), "xlsform_name", written=written, name=name
            )
        self.rows_of[name] = number
        return name

    def _free(self, name: str) -> str:
        tries = [name, *(f"{name}_{number}" for number in range(2, len(self.rows_of) + 3))]
        return next(one for one in tries if one not in self.rows_of)


def survey_headings(written: Sequence[str], rows: Sequence[Row], notes: Notes) -> list[Heading]:
    """The columns that are read; every cell of another one that holds something is noted."""
    headings = headings_of(written, SURVEY, notes)
    read = {heading.written for heading in headings}
    for number, row in enumerate(rows, start=2):
        for heading in row:
            if heading not in read:
                notes.add(number, heading, "xlsform_cell_unread")
    return headings
