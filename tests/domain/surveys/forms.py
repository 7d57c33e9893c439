"""Small surveys for tests."""

from handslag.domain.surveys import Choice, ChoiceList, Kind, Page, Question, Survey, Texts, parse


def said(sv: str, **others: str) -> Texts:
    return Texts.of({"sv": sv, **others})


def question(name: str, kind: Kind = Kind.TEXT, **fields: object) -> Question:
    """A question; `relevant` and `constraint` are given as text."""
    for condition in ("relevant", "constraint"):
        if condition in fields:
            fields[condition] = parse(str(fields[condition]))
    return Question(name, kind, said(f"Fråga {name}?", en=f"Question {name}?"), **fields)  # type: ignore[arg-type]


def survey(*questions: Question, **fields: object) -> Survey:
    """One page of questions, with the lists `yes_no`, `where` (three places) and `places`."""
    pages = (Page("first", said("Första"), questions=questions),)
    return Survey("trygghet", said("Trygghet"), ("sv", "en"), pages, LISTS, **fields)  # type: ignore[arg-type]


def choice_list(name: str, *names: str) -> ChoiceList:
    return ChoiceList(
        name, tuple(Choice(one, code, said(one.capitalize())) for code, one in enumerate(names, start=1))
    )


LISTS = (
    choice_list("yes_no", "yes", "no"),
    choice_list("where", "centre", "station", "school", "home"),
    choice_list("places", "centrum", "ramvik"),
)
