"""A definition as plain JSON values, and back. Conditions are written out; empty fields are left out."""

from collections.abc import Mapping
from typing import Any

from handslag.domain.errors import BadInput
from handslag.domain.surveys.definitions import Choice, ChoiceList, Kind, Page, Question, Survey
from handslag.domain.surveys.expressions import Expression, parse, written
from handslag.domain.surveys.texts import Texts

Record = dict[str, Any]

_TEXTS = ("label", "hint", "constraint_message", "low_label", "high_label")
_FLAGS = ("is_required", "is_long", "is_sensitive")


def to_record(survey: Survey) -> Record:
    """The survey as JSON values; `from_record` gives an equal one back."""
    return {
        "id": survey.id,
        "version": survey.version,
        "title": survey.title.words(),
        "languages": list(survey.languages),
        "unchecked": list(survey.unchecked),
        "pages": [_page(page) for page in survey.pages],
        "choice_lists": {
            one.name: [_choice(choice) for choice in one.choices] for one in survey.choice_lists
        },
    }


def from_record(record: Mapping[str, Any]) -> Survey:
    """The survey in a record. Raises `BadInput("survey_record")` for one that is not ours."""
    try:
        return _survey(record)
    except (KeyError, TypeError, ValueError, AttributeError) as exc:
        raise BadInput("survey_record") from exc


def _survey(record: Mapping[str, Any]) -> Survey:
    order = tuple(record["languages"])
    pages = tuple(_page_from(page, order) for page in record.get("pages", ()))
    return Survey(
        id=record["id"],
        version=record.get("version", 1),
        title=Texts.of(record["title"], order),
        languages=order,
        unchecked=tuple(record.get("unchecked", ())),
        pages=pages,
        choice_lists=_lists_from(record.get("choice_lists", {}), pages, order),
    )


def _lists_from(
    records: Mapping[str, Any], pages: tuple[Page, ...], order: tuple[str, ...]
) -> tuple[ChoiceList, ...]:
    """The lists in the order they are first used, then by name: a database may turn the keys about."""
    used = [question.choices for page in pages for question in page.questions if question.choices in records]
    return tuple(
        ChoiceList(
            name, tuple(Choice(c["name"], c["code"], Texts.of(c["label"], order)) for c in records[name])
        )
        for name in dict.fromkeys([*used, *sorted(records)])
    )


def _page(page: Page) -> Record:
    found = {
        "name": page.name,
        "label": page.label.words(),
        "relevant": _condition(page.relevant),
        "questions": [_question(question) for question in page.questions],
    }
    return {key: value for key, value in found.items() if value}


def _page_from(record: Mapping[str, Any], order: tuple[str, ...]) -> Page:
    return Page(
        name=record.get("name", ""),
        label=Texts.of(record.get("label", {}), order),
        relevant=_expression(record.get("relevant", "")),
        questions=tuple(_question_from(question, order) for question in record.get("questions", ())),
    )


def _question(question: Question) -> Record:
    found: Record = {"name": question.name, "kind": question.kind.value}
    found |= {name: getattr(question, name).words() for name in _TEXTS}
    found |= {name: getattr(question, name) for name in _FLAGS}
    found["relevant"] = _condition(question.relevant)
    found["constraint"] = _condition(question.constraint)
    found["choices"] = question.choices
    kept = {key: value for key, value in found.items() if value}
    if question.kind is Kind.SCALE:
        kept |= {"lowest": question.lowest, "highest": question.highest}
    return kept


def _question_from(record: Mapping[str, Any], order: tuple[str, ...]) -> Question:
    words: Record = {name: Texts.of(record.get(name, {}), order) for name in _TEXTS}
    flags: Record = {name: bool(record.get(name, False)) for name in _FLAGS}
    return Question(
        name=record["name"],
        kind=Kind(record["kind"]),
        relevant=_expression(record.get("relevant", "")),
        constraint=_expression(record.get("constraint", "")),
        choices=record.get("choices", ""),
        lowest=record.get("lowest", 1),
        highest=record.get("highest", 5),
        **words,
        **flags,
    )


def _choice(choice: Choice) -> Record:
    return {"name": choice.name, "code": choice.code, "label": choice.label.words()}


def _condition(expression: Expression | None) -> str:
    return "" if expression is None else written(expression)


def _expression(source: str) -> Expression | None:
    return parse(source) if source else None
