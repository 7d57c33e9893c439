"""Published results as rows that a page prints and a file holds: labels in the language of the reader."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from handslag.domain.listening.representation import GroupShare, Reach
from handslag.domain.listening.results import LABEL, LABELLED, NOT_LABELLED, NOT_TOLD, backgrounds, countable
from handslag.domain.listening.suppression import Row, Table, row_of
from handslag.domain.surveys import Kind, Lane, Question
from handslag.domain.surveys import Survey as Definition
from handslag.services.listening.reads.results import LaneResults, SurveyResults
from handslag.web.words.labels import Word

HIDDEN = "–"
LANES: dict[Lane, Word] = {
    Lane.CODE: _("Answers with a code"),
    Lane.OPEN_LINK: _("Answers by the open link"),
    Lane.STAFF: _("Answers that staff typed in"),
}
SEXES: dict[str, Word] = {"women": _("Women"), "men": _("Men")}
REACH: dict[Reach, Word] = {
    Reach.YOUNG: _("Ask at school, at the youth centre and where young people are online. Bring a QR code."),
    Reach.WORKING: _("Ask at preschools, workplaces and clubs, also in the evening and at weekends."),
    Reach.OLD: _("Put paper forms in the library and the grocery shop. Ask pensioners' clubs and home care."),
}


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One answer: how many, its share, the weighted share with its margin. None where hidden."""

    label: str
    count: int | None
    percent: int | None
    weighted: int | None = None
    margin: int | None = None

    @property
    def share(self) -> int | None:
        """What the chart shows, in per cent: the weighted share where there is one."""
        return self.percent if self.weighted is None else self.weighted

    @property
    def whisker(self) -> tuple[int, int] | None:
        """From where to where the margin of error reaches."""
        if self.margin is None or self.share is None:
            return None
        return max(self.share - self.margin, 0), min(self.share + self.margin, 100)


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A question by one background, or by label: shares of each group in per cent. `lang` is the groups'."""

    title: str
    lang: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Word, int | None, tuple[tuple[str, int | None], ...]], ...]  # group, answers, cells
    within: int  # how far a number is from what was answered at most, nineteen times in twenty


@dataclass(frozen=True, slots=True)
class QuestionResults:
    """One question. `lang` is the language its words are in."""

    name: str
    title: str
    lang: str
    kind: Kind
    answers: int | None
    rows: tuple[AnswerRow, ...]
    breakdowns: tuple[Breakdown, ...]
    within: int  # how far a number is from what was answered at most, nineteen times in twenty

    @property
    def is_weighted(self) -> bool:
        return any(row.weighted is not None for row in self.rows)

    @property
    def first(self) -> AnswerRow | None:
        """The answer that most gave, when one stands out in the chart."""
        shown = sorted((row for row in self.rows if row.share), key=lambda row: -(row.share or 0))
        if not shown or (len(shown) > 1 and shown[0].share == shown[1].share):
            return None
        return shown[0]


@dataclass(frozen=True, slots=True)
class GroupRow:
    """One group against the population, in whole per cent."""

    name: str
    answered: int | None
    lives_here: int
    is_missing: bool
    advice: Word


@dataclass(frozen=True, slots=True)
class LaneView:
    """One lane as the page shows it."""

    lane: str
    title: Word
    results: LaneResults
    questions: tuple[QuestionResults, ...]
    groups: tuple[GroupRow, ...]
    silent_areas: tuple[str, ...]
    texts: tuple[tuple[str, int | None], ...]

    @property
    def missing(self) -> list[GroupRow]:
        return [row for row in self.groups if row.is_missing]

    @property
    def has_hidden(self) -> bool:
        return any(table.has_hidden for table in self.results.tables.values())


def lane_views(found: SurveyResults, language: str) -> list[LaneView]:
    """Every lane with something published, in the words for somebody who reads `language`."""
    return [_lane(found.definition, one, language) for one in found.lanes]


def untabled(definition: Definition, language: str) -> list[str]:
    """The questions that have no table because their answers are numbers or days."""
    kinds = (Kind.INTEGER, Kind.DECIMAL, Kind.DATE)
    return [one.label.say(language) for one in definition.questions if one.kind in kinds]


def csv_rows(found: SurveyResults, language: str) -> Iterator[list[str]]:
    """Every published cell as a row of a file, headings first, with what its codes mean.

    A hidden count is an empty cell.
    """
    yield list(HEADINGS)
    approved_on = found.approved_on.isoformat() if found.approved_on else ""
    asked = {question.name: question for question in found.definition.questions}
    titles = {name: question.label.say(language) for name, question in asked.items()}
    titles[LABEL] = gettext("Does the answer look as if it comes from a script?")
    words = {name: _labels(found.definition, question, language) for name, question in asked.items()}
    words[LABEL] = {str(NOT_LABELLED): gettext("No"), str(LABELLED): gettext("Yes")}
    for one in found.lanes:
        for (question, by), table in one.tables.items():
            for row in (*table.rows, table.total):
                group = row.name if row is not table.total else ""
                for code, cell in zip(table.columns, row.cells, strict=True):
                    codes = (one.lane, one.made_on.isoformat(), question, by, group, code)
                    numbers = map(_text, (row.answers, cell.count, cell.percent))
                    said = (titles[question], titles.get(by, ""), words.get(by, {}).get(group, ""))
                    within = str(table.within[row is table.total])
                    yield [*codes, *numbers, approved_on, *said, words[question][code], within]


HEADINGS = (
    *("lane", "made_on", "question", "by", "group", "answer", "answered", "count", "percent"),
    *("approved_on", "question_text", "by_text", "group_text", "answer_text", "within"),
)


def _text(value: int | None) -> str:
    return "" if value is None else str(value)


def _lane(definition: Definition, one: LaneResults, language: str) -> LaneView:
    return LaneView(
        one.lane.value,
        LANES[one.lane],
        one,
        tuple(_question(definition, one, question, language) for question in countable(definition)),
        tuple(_group(definition, group, language) for group in one.groups),
        tuple(_silent(definition, one, language)),
        tuple(
            (question.label.say(language), one.texts[question.name])
            for question in definition.questions
            if question.name in one.texts
        ),
    )


def _question(definition: Definition, one: LaneResults, question: Question, language: str) -> QuestionResults:
    table = one.tables[question.name, ""]
    labels = _labels(definition, question, language)
    weighted = one.weighting.get("questions", {}).get(question.name)
    return QuestionResults(
        question.name,
        question.label.say(language),
        question.label.language_for(language),
        question.kind,
        table.total.answers,
        tuple(_rows(table, labels, weighted)),
        tuple(_breakdowns(definition, one, question, language)),
        table.within[1],
    )


def _breakdowns(
    definition: Definition, one: LaneResults, question: Question, language: str
) -> Iterator[Breakdown]:
    """With and without the labelled, then by each background; where all is hidden there is none."""
    labels = _labels(definition, question, language)
    shown = {by: table for (name, by), table in one.tables.items() if name == question.name}
    if table := _if_shown(shown.get(LABEL)):
        title = gettext("With and without answers that look as if they come from a script")
        parts = {str(NOT_LABELLED): gettext("Without them"), str(LABELLED): gettext("Only them")}
        groups = {"": gettext("All answers"), **parts}
        yield _breakdown(title, language, table, (table.total, *table.rows), groups, labels)
    for by in backgrounds(definition).asked:
        if table := _if_shown(shown.get(by.name)):
            title = gettext("By: %(background)s") % {"background": by.label.say(language)}
            told = [row for row in table.rows if row.name != NOT_TOLD]
            lang, bands = by.label.language_for(language), _labels(definition, by, language)
            yield _breakdown(title, lang, table, told, bands, labels)


def _rows(
    table: Table, labels: Mapping[str, str], weighted: Mapping[str, Sequence[Any]] | None
) -> Iterator[AnswerRow]:
    total = table.total
    beside: Row | None = row_of("", total.answers, weighted["counts"]) if weighted else None
    for number, (code, cell) in enumerate(zip(table.columns, total.cells, strict=True)):
        yield AnswerRow(
            labels[code],
            cell.count,
            cell.percent,
            beside.cells[number].percent if beside else None,
            weighted["margins"][number] if weighted else None,
        )


def _breakdown(
    title: str,
    lang: str,
    table: Table,
    rows: Iterable[Row],
    groups: Mapping[str, Word],
    labels: Mapping[str, str],
) -> Breakdown:
    columns = tuple(labels[code] for code in table.columns)
    return Breakdown(
        title,
        lang,
        columns,
        tuple(
            (
                groups[row.name],
                row.answers,
                tuple(zip(columns, (cell.percent for cell in row.cells), strict=True)),
            )
            for row in rows
        ),
        table.within[0],
    )


def _if_shown(table: Table | None) -> Table | None:
    """The table, if any of its cells is shown."""
    cells = (cell for row in table.rows for cell in row.cells) if table else ()
    return table if any(cell.count is not None for cell in cells) else None


def _labels(definition: Definition, question: Question, language: str) -> dict[str, str]:
    """The words for each code; the ends of a scale have words, its steps numbers."""
    if question.kind is not Kind.SCALE:
        return {str(one.code): one.label.say(language) for one in definition.choices_of(question)}
    steps = {str(step): str(step) for step in range(question.lowest, question.highest + 1)}
    ends = {question.lowest: question.low_label, question.highest: question.high_label}
    return steps | {str(step): f"{step} {words.say(language)}" for step, words in ends.items() if words}


def _group(definition: Definition, group: GroupShare, language: str) -> GroupRow:
    age = backgrounds(definition).age
    band = _labels(definition, age, language)[group.band] if age else ""
    return GroupRow(
        f"{SEXES[group.sex]}, {band}",
        None if group.answered is None else _whole(group.answered),
        _whole(group.lives_here),
        group.is_missing,
        REACH[group.reach],
    )


def _whole(share: float) -> int:
    return int(share + 0.5)  # a half upwards, as people round


def _silent(definition: Definition, one: LaneResults, language: str) -> Iterator[str]:
    """The areas from which hardly anybody answered."""
    area = backgrounds(definition).area
    if area and (table := one.tables.get((area.name, ""))):
        labels = _labels(definition, area, language)
        for code, cell in zip(table.columns, table.total.cells, strict=True):
            if cell.count == 0:
                yield labels[code]
