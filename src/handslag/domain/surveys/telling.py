"""What a text tells of its writer's other answers, where a survey was opened before that was refused."""

from handslag.domain.surveys.definitions import Kind, Survey
from handslag.domain.surveys.expressions import Expression, names_in


def told_by_texts(survey: Survey) -> frozenset[str]:
    """The names of questions that conditions tie to a text, by however many steps in either direction.

    Who wrote why they do not go out did not go out, and was asked what only those are asked.
    """
    texts = {question.name for question in survey.questions if question.kind is Kind.TEXT}
    ties = [
        {question.name, *_asked_by(question.relevant, question.constraint, page.relevant)}
        for page in survey.pages
        for question in page.questions
    ]
    told = set(texts)
    while more := set().union(*(tie for tie in ties if tie & told)) - told:
        told |= more
    return frozenset(told - texts)


def _asked_by(*conditions: Expression | None) -> set[str]:
    return {name for one in conditions if one is not None for name in names_in(one)}
