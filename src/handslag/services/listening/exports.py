"""Files of a survey for the municipality's own analysts. What they may hold: docs/rules/exports.md."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from random import SystemRandom
from typing import Any

from django.db import transaction

from handslag.documents.datasets import (
    DICTIONARY,
    Cell,
    Dataset,
    Level,
    Variable,
    csv_table,
    dictionary_csv,
    dictionary_rows,
    to_csv,
    to_xlsx,
)
from handslag.documents.semicolons import for_excel
from handslag.documents.spss import to_sav
from handslag.documents.xlsforms import write_xlsform
from handslag.domain.errors import WrongState
from handslag.domain.listening.microdata import blurred, coarsened, in_crowds
from handslag.domain.listening.results import LABEL, LABELLED, NOT_LABELLED, Coded, backgrounds, with_labels
from handslag.domain.listening.suppression import SMALLEST_SURVEY
from handslag.domain.permissions import Action
from handslag.domain.surveys import Kind, Lane, Question, SurveyState
from handslag.domain.surveys import Survey as Definition
from handslag.domain.surveys.telling import told_by_texts
from handslag.models.models import Response, Survey, User
from handslag.services.access import require
from handslag.services.log import record

LANE = "svarsvag"
SCRIPT = "skript"
LANES = {Lane.OPEN_LINK: (1, "Öppen länk"), Lane.CODE: (2, "Kod"), Lane.STAFF: (3, "Inskrivet av personal")}


class ExportKind(StrEnum):
    """Which file. The first four hold answers; "for Excel" has semicolons and decimal commas."""

    CSV = "csv"
    CSV_EXCEL = "csv_excel"
    XLSX = "xlsx"
    SAV = "sav"
    DICTIONARY = "dictionary"
    DICTIONARY_EXCEL = "dictionary_excel"
    XLSFORM = "xlsform"


ANSWERS = (ExportKind.CSV, ExportKind.CSV_EXCEL, ExportKind.XLSX, ExportKind.SAV)
_ENDINGS = {
    ExportKind.CSV_EXCEL: "svar-excel.csv",
    ExportKind.DICTIONARY: "variabler.csv",
    ExportKind.DICTIONARY_EXCEL: "variabler-excel.csv",
    ExportKind.XLSFORM: "xlsform.xlsx",
}


@dataclass(frozen=True, slots=True)
class Exported:
    """A file in memory; none is kept on the server."""

    name: str
    content: bytes


@transaction.atomic
def export_survey(actor: User, *, survey: Survey, kind: ExportKind) -> Exported:
    """Make a file of a survey's coded answers, of what its variables mean, or of its form.

    - the log says who took which kind of file with how many answers
    - answers without id, in random order; never a text, nor a background that few share or anybody can send
    - no answer of a lane that has fewer than 20, nor of fewer than 20 with or without a label in their lane

    Raises `WrongState`, for files with answers: `survey_still_open`, `results_too_few` (none by a way with
    20 or more, or erased by the schedule).
    """
    require(actor, survey.municipality, Action.EXPORT_SURVEY)
    definition = survey.defined()
    data = dataset(definition, list(_answers(survey, definition)) if kind in ANSWERS else ())
    record(
        "export_survey",
        actor=actor,
        municipality=survey.municipality,
        kind="survey",
        object_id=survey.public_id,
        answers=len(data.rows),
        file=kind.value,
    )
    return Exported(f"{survey.slug}-{_ENDINGS.get(kind, f'svar.{kind}')}", _content(kind, data, definition))


def dataset(definition: Definition, rows: Sequence[tuple[Lane, Coded]]) -> Dataset:
    """The answers as variables: one for each choice of a question with several."""
    columns = _apart([_lane_column(), _label_column()], definition)
    return Dataset(
        definition.title.say("sv"),
        tuple(variable for variable, _ in columns),
        tuple(tuple(read(lane, answer) for _, read in columns) for lane, answer in rows),
    )


def _apart(columns: list["Column"], definition: Definition) -> list["Column"]:
    """`columns`, then those of the questions that no text tells of, no two with one name, however written.

    What is ours keeps its name, then whatever is called as its question.
    """
    taken = {variable.name.casefold() for variable, _ in columns}
    told = told_by_texts(definition)
    questions = [question for question in definition.questions if question.name not in told]
    asked = {question.name.casefold() for question in questions}
    for question in questions:
        for variable, read in _columns(definition, question):
            others = taken if variable.name == question.name else taken | asked
            tries = (variable.name, *(f"{variable.name}_{number}" for number in range(2, 1_000)))
            name = next(one for one in tries if one.casefold() not in others)
            taken.add(name.casefold())
            columns.append((replace(variable, name=name), read))
    return columns


Read = Callable[[Lane, Coded], Cell]
Column = tuple[Variable, Read]


def _content(kind: ExportKind, data: Dataset, definition: Definition) -> bytes:
    match kind:
        case ExportKind.CSV:
            return to_csv(data)
        case ExportKind.CSV_EXCEL:
            return for_excel(csv_table(data))
        case ExportKind.DICTIONARY_EXCEL:
            return for_excel([DICTIONARY, *dictionary_rows(data)])
        case ExportKind.XLSX:
            return to_xlsx(data)
        case ExportKind.SAV:
            return to_sav(data)
        case ExportKind.DICTIONARY:
            return dictionary_csv(data)
    return write_xlsform(definition)


def _answers(survey: Survey, definition: Definition) -> Iterator[tuple[Lane, Coded]]:
    if survey.state not in (SurveyState.CLOSED, SurveyState.FROZEN):
        raise WrongState("survey_still_open")
    found = list(Response.objects.filter(survey=survey).values_list("lane", "answers", "batch"))
    SystemRandom().shuffle(found)
    kept = in_crowds([lane for lane, _, _ in found], with_labels(found))
    if len(kept) < SMALLEST_SURVEY:
        raise WrongState("results_too_few")
    rows = coarsened(kept, backgrounds(definition))
    return ((Lane(lane), row) for (lane, _), row in blurred(rows, definition.questions))


def _lane_column() -> Column:
    values = dict(LANES.values())
    return Variable(LANE, "Hur svaret kom in", values=values), lambda lane, _: LANES[lane][0]


def _label_column() -> Column:
    values = {NOT_LABELLED: "Nej", LABELLED: "Ja"}
    return Variable(SCRIPT, "Ser svaret ut att komma från ett skript?", values=values), _plain(LABEL)


def _columns(definition: Definition, question: Question) -> Iterator[Column]:
    label, name = question.label.say("sv"), question.name
    choices = {one.code: one.label.say("sv") for one in definition.choices_of(question)}
    match question.kind:
        case Kind.SINGLE | Kind.PLACE:
            yield Variable(name, label, values=choices), _plain(name)
        case Kind.SCALE:
            ends = {
                question.lowest: question.low_label.say("sv"),
                question.highest: question.high_label.say("sv"),
            }
            yield Variable(name, label, Level.ORDINAL, {k: v for k, v in ends.items() if v}), _plain(name)
        case Kind.MULTIPLE:
            for one in definition.choices_of(question):
                said = f"{label} {one.label.say('sv')}"
                yield (
                    Variable(f"{name}_{one.name}", said, values={0: "Nej", 1: "Ja"}),
                    _is_chosen(name, one.code),
                )
        case Kind.RANKING:
            for one in definition.choices_of(question):
                said = f"{label} {one.label.say('sv')} (plats)"
                yield Variable(f"{name}_{one.name}", said, Level.ORDINAL), _rank(name, one.code)
        case Kind.INTEGER | Kind.DECIMAL:
            yield Variable(name, label, Level.SCALE), _plain(name)
        case Kind.DATE:
            yield Variable(name, label, Level.SCALE, is_date=True), _day(name)


def _plain(name: str) -> Read:
    def read(_: Lane, answer: Mapping[str, Any]) -> Cell:
        code = answer.get(name)
        return Decimal(code) if isinstance(code, str) else code

    return read


def _day(name: str) -> Read:
    return lambda _, answer: date.fromisoformat(answer[name]) if name in answer else None


def _is_chosen(name: str, code: int) -> Read:
    return lambda _, answer: int(code in answer[name]) if name in answer else None


def _rank(name: str, code: int) -> Read:
    return lambda _, answer: answer[name].index(code) + 1 if code in answer.get(name, ()) else None
