"""Files of answers: equal to what was answered, without what could lead to somebody."""

import csv
from collections import Counter
from io import BytesIO, StringIO
from pathlib import Path

import pyreadstat
import pytest
from openpyxl import load_workbook

from handslag.documents.xlsforms import read_xlsform
from handslag.domain.errors import NotAllowed, WrongState
from handslag.domain.listening.results import LABEL
from handslag.domain.surveys import Choice, ChoiceList, Kind, Lane, Page, Question, SurveyState, Texts
from handslag.domain.surveys import Survey as Definition
from handslag.models.models import LogEntry, Survey
from handslag.services.listening.exports import ExportKind, dataset, export_survey
from tests.answers import add_answers, definition, make_answered, pattern
from tests.cast import Cast

pytestmark = pytest.mark.django_db

NAMES = [
    *("svarsvag", "skript", "ute", "kvall", "dag", "centrum", "buss", "skola", "var", "barn"),
    *("viktigt_ljus", "viktigt_polis", "viktigt_vakt", "sett_ljus", "sett_polis", "sett_vakt"),
    *("nar", "alder", "kon"),
]


@pytest.fixture
def survey(cast: Cast) -> Survey:
    return make_answered(cast.harnosand, 60, state=SurveyState.CLOSED)


def expected() -> list[list[str]]:
    """What the sixty answers of the pattern look like, in any order."""
    rows = []
    for one in map(pattern, range(60)):
        ranks = {code: str(place) for place, code in enumerate(one["viktigt"], 1)}
        rows.append(
            [
                *("2", "0", str(one["ute"]), str(one["kvall"])),
                *("", "", "", "", str(one["var"]), str(one["barn"])),
                *(ranks.get(code, "") for code in (1, 2, 3)),
                *(str(int(code in one["sett"])) for code in (1, 2, 3)),
                *(one["nar"], str(one["alder"]), str(one["kon"])),
            ]
        )
    return sorted(rows)


def test_the_file_for_excel_holds_the_same_with_semicolons(cast: Cast, survey: Survey) -> None:
    file = export_survey(cast.anna, survey=survey, kind=ExportKind.CSV_EXCEL)
    heading, *rows = csv.reader(StringIO(file.content.decode("utf-8-sig"), newline=""), delimiter=";")
    assert (file.name, heading, sorted(rows)) == ("trygghet-svar-excel.csv", NAMES, expected())


def test_the_csv_file_holds_each_answer_once_and_nothing_else(cast: Cast, survey: Survey) -> None:
    file = export_survey(cast.anna, survey=survey, kind=ExportKind.CSV)
    heading, *rows = csv.reader(StringIO(file.content.decode("utf-8-sig"), newline=""))

    assert (file.name, heading) == ("trygghet-svar.csv", NAMES)
    assert sorted(rows) == expected()


def test_no_two_columns_have_one_name_whatever_the_questions_are_called() -> None:
    answers = ChoiceList(
        "l", (Choice("ja", 1, Texts.of({"sv": "Ja"})), Choice("nej", 2, Texts.of({"sv": "Nej"})))
    )
    kinds = {"skript": Kind.INTEGER, "Svarsvag": Kind.INTEGER, "a": Kind.MULTIPLE, "a_ja": Kind.INTEGER}
    questions = tuple(
        Question(name, kind, Texts.of({"sv": name}), choices="l" if kind is Kind.MULTIPLE else "")
        for name, kind in kinds.items()
    )
    form = Definition("f", Texts(), ("sv",), (Page(questions=questions),), (answers,))
    data = dataset(form, [(Lane.CODE, {"skript": 7, "Svarsvag": 8, "a": [1], "a_ja": 9, LABEL: 0})])
    assert [(one.name, cell) for one, cell in zip(data.variables, data.rows[0], strict=True)] == [
        *(("svarsvag", 2), ("skript", 0), ("skript_2", 7), ("Svarsvag_2", 8)),
        *(("a_ja_2", 1), ("a_nej", 0), ("a_ja", 9)),
    ]


@pytest.mark.parametrize(
    ("holder", "condition", "told"),
    [
        ("trygg", "${ute} = 'nej'", {"ute", "kvall"}),
        ("tryggheten", "${alder} = 'a65_plus'", {"alder", "ute", "kvall", "dag", "centrum", "buss", "skola"}),
        ("barn", "${trygg} != ''", {"barn"}),
    ],
)
def test_what_a_text_tells_of_its_writer_is_in_no_file_of_a_survey_opened_before_that_was_refused(
    cast: Cast, holder: str, condition: str, told: set[str]
) -> None:
    form = definition()
    for page in form["pages"]:
        for one in (page, *page["questions"]):
            if one["name"] == holder:
                one["relevant"] = condition
    survey = make_answered(cast.harnosand, 60, state=SurveyState.CLOSED, definition=form)
    for kind in (ExportKind.CSV, ExportKind.DICTIONARY):
        content = export_survey(cast.anna, survey=survey, kind=kind).content.decode("utf-8-sig")
        rows = list(csv.reader(StringIO(content, newline="")))
        names = rows[0] if kind is ExportKind.CSV else dict.fromkeys(row[0] for row in rows[1:])
        assert list(names) == [name for name in NAMES if name not in told]


def test_the_excel_file_holds_the_same(cast: Cast, survey: Survey) -> None:
    book = load_workbook(BytesIO(export_survey(cast.anna, survey=survey, kind=ExportKind.XLSX).content))
    heading, *rows = book["Svar"].iter_rows(values_only=True)
    texts = [["" if cell is None else str(cell).removesuffix(" 00:00:00") for cell in row] for row in rows]

    assert list(heading) == NAMES
    assert sorted(texts) == expected()


def test_the_spss_file_holds_the_same_with_labels(cast: Cast, survey: Survey, tmp_path: Path) -> None:
    path = tmp_path / "svar.sav"
    path.write_bytes(export_survey(cast.anna, survey=survey, kind=ExportKind.SAV).content)
    columns, meta = pyreadstat.read_sav(path, output_format="dict")
    rows = zip(*(map(_text, column) for column in columns.values()), strict=True)

    assert meta.column_names == NAMES
    assert meta.variable_value_labels["alder"] == {
        1.0: "16–29 år",
        2.0: "30–64 år",
        3.0: "65 år eller äldre",
    }
    assert sorted(map(list, rows)) == expected()


def _text(cell: object) -> str:
    """A number without decimals, nothing for what is missing."""
    if cell is None or cell != cell:
        return ""
    return f"{cell:g}" if isinstance(cell, float) else str(cell)


def test_the_form_reads_back_as_the_survey(cast: Cast, survey: Survey) -> None:
    file = export_survey(cast.anna, survey=survey, kind=ExportKind.XLSFORM)

    assert file.name == "trygghet-xlsform.xlsx"
    assert read_xlsform(file.content, file.name).survey.questions == survey.defined().questions


def test_the_dictionary_names_every_variable(cast: Cast, survey: Survey) -> None:
    file = export_survey(cast.anna, survey=survey, kind=ExportKind.DICTIONARY)
    _, *rows = csv.reader(StringIO(file.content.decode("utf-8-sig"), newline=""))

    assert list(dict.fromkeys(row[0] for row in rows)) == NAMES
    assert ["alder", "Hur gammal är du?", "nominal", "3", "65 år eller äldre"] in rows


def test_lanes_stand_apart_in_the_file(cast: Cast, survey: Survey) -> None:
    add_answers(survey, 20, lane=Lane.OPEN_LINK)
    content = export_survey(cast.anna, survey=survey, kind=ExportKind.CSV).content.decode("utf-8-sig")

    assert [row.split(",")[0] for row in content.splitlines()[1:]].count("1") == 20


def test_the_file_says_which_answers_look_as_if_from_a_script(cast: Cast, survey: Survey) -> None:
    add_answers(survey, 20, batch="stuffed")
    add_answers(survey, 19, batch="stuffed", lane=Lane.OPEN_LINK)
    content = export_survey(cast.anna, survey=survey, kind=ExportKind.CSV).content.decode("utf-8-sig")
    rows = Counter(tuple(row.split(",")[:2]) for row in content.splitlines()[1:])

    assert rows == {("2", "0"): 60, ("2", "1"): 20}


def test_a_crowd_under_twenty_leaves_the_file(cast: Cast, survey: Survey) -> None:
    add_answers(survey, 19, lane=Lane.STAFF)
    add_answers(survey, 25, lane=Lane.OPEN_LINK, batch="stuffed")
    add_answers(survey, 1, lane=Lane.OPEN_LINK)
    content = export_survey(cast.anna, survey=survey, kind=ExportKind.CSV).content.decode("utf-8-sig")
    rows = Counter(tuple(row.split(",")[:2]) for row in content.splitlines()[1:])

    assert rows == {("2", "0"): 60, ("1", "1"): 25}


def test_a_background_is_shared_within_a_lane(cast: Cast, survey: Survey) -> None:
    _add_alike(survey, Lane.STAFF)
    assert _people(cast, survey, "3") == {("1", "1"): 19, ("", ""): 1}


def test_who_answered_by_the_open_link_stands_in_no_file(cast: Cast, survey: Survey) -> None:
    """Four more like a neighbour are soon sent, and then five are alike."""
    _add_alike(survey, Lane.OPEN_LINK)
    add_answers(survey, 4, lane=Lane.OPEN_LINK, alder=3, kon=2)
    assert _people(cast, survey, "1") == {("", ""): 24}


def _add_alike(survey: Survey, lane: Lane) -> None:
    """Nineteen alike, and one who is like ten by code."""
    add_answers(survey, 19, lane=lane, alder=1, kon=1)
    add_answers(survey, 1, lane=lane, alder=3, kon=2)


def _people(cast: Cast, survey: Survey, lane: str) -> Counter[tuple[str, ...]]:
    content = export_survey(cast.anna, survey=survey, kind=ExportKind.CSV).content.decode("utf-8-sig")
    return Counter(tuple(row[-2:]) for row in csv.reader(StringIO(content)) if row[0] == lane)


@pytest.mark.parametrize(
    ("number", "state", "code"),
    [(60, SurveyState.OPEN, "survey_still_open"), (19, SurveyState.CLOSED, "results_too_few")],
)
def test_answers_are_not_given_out_early_nor_when_few(cast: Cast, number: int, state: str, code: str) -> None:
    survey = make_answered(cast.harnosand, number, state=state)
    with pytest.raises(WrongState, match=code):
        export_survey(cast.anna, survey=survey, kind=ExportKind.CSV)


def test_the_police_and_the_signatory_get_no_answers(cast: Cast, survey: Survey) -> None:
    for user in (cast.bo, cast.cilla):
        with pytest.raises(NotAllowed):
            export_survey(user, survey=survey, kind=ExportKind.CSV)
    assert LogEntry.objects.filter(verb="export_survey").count() == 0
