"""The plain form of skip logic: "show if … is …", chosen from lists instead of written as a condition."""

from dataclasses import dataclass

from handslag.domain.surveys.definitions import Kind, Survey
from handslag.domain.surveys.expressions import Answer, Call, Expression, Operation, Text


@dataclass(frozen=True, slots=True)
class ShownIf:
    """That the answer to `question` is `choice`; or, with `is_not`, that it is anything else or nothing."""

    question: str
    choice: str
    is_not: bool = False


def condition_of(survey: Survey, shown: ShownIf) -> Expression:
    """The condition that says so. Raises `BadInput("unknown_question")`."""
    asked = survey.question(shown.question)
    if asked.kind in (Kind.MULTIPLE, Kind.RANKING):
        chosen = Call("selected", (Answer(shown.question), Text(shown.choice)))
        return Call("not", (chosen,)) if shown.is_not else chosen
    return Operation("!=" if shown.is_not else "=", Answer(shown.question), Text(shown.choice))


def shown_if(condition: Expression | None) -> ShownIf | None:
    """The plain form of a condition; None for one that says more, or for no condition."""
    match condition:
        case Operation("=" | "!=" as sign, Answer(name), Text(choice)) | Operation(
            "=" | "!=" as sign, Text(choice), Answer(name)
        ):
            return ShownIf(name, choice, is_not=sign == "!=")
        case Call("selected", (Answer(name), Text(choice))):
            return ShownIf(name, choice)
        case Call("not", (Call("selected", (Answer(name), Text(choice))),)):
            return ShownIf(name, choice, is_not=True)
    return None
