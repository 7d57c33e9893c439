"""What the form of a survey carries from page to page: everything, so that we need keep nothing."""

from dataclasses import dataclass, replace
from functools import cached_property

from handslag import clock
from handslag.domain.surveys import Kind, Question, Survey, Value, asked, problems, typed
from handslag.domain.surveys.checking import Problem
from handslag.web.survey.posted import Fields, last

PREFIX = "a-"  # before the name of a question


@dataclass(frozen=True, slots=True)
class Step:
    """What stands on one page: a question with the notes before it, or notes alone at the end."""

    names: tuple[str, ...]
    question: str = ""  # empty for notes alone

    @property
    def name(self) -> str:
        return self.question or self.names[-1]


@dataclass(frozen=True)  # without slots: what is computed once is kept in it
class Sheet:
    """A form as it came. `posted` is what was sent for each question, `seen` which were asked before.

    `trap` is what stood in the field that people do not see, `work` what the browser worked out.
    """

    survey: Survey
    language: str
    posted: Fields
    token: str
    code: str = ""
    is_whole: bool = False
    at: str = ""
    seen: tuple[str, ...] = ()
    trap: str = ""
    work: str = ""

    @cached_property
    def answers(self) -> dict[str, Value]:
        return typed(self.survey, self.posted)

    @cached_property
    def asked(self) -> tuple[str, ...]:
        """Names of what is asked, given the answers so far."""
        return asked(self.survey, self.answers, clock.today())

    def problems(self) -> dict[str, Problem]:
        """What is wrong, by question. A ranking that names the same thing twice is not guessed about."""
        found = {
            one.question: one for one in problems(self.survey, self.answers, self.language, clock.today())
        }
        for question in self.survey.questions:
            if question.kind is Kind.RANKING and self._is_ranked_twice(question.name):
                found[question.name] = Problem(question.name, "answer_ranked_twice")
        return found

    def _is_ranked_twice(self, name: str) -> bool:
        chosen = [one for one in self.posted.get(name, ()) if one]
        return len(set(chosen)) < len(chosen) and name in self.asked

    def steps(self) -> list[Step]:
        """The pages of one question at a time, in order."""
        kinds = {question.name: question.kind for question in self.survey.questions}
        steps: list[Step] = []
        notes: tuple[str, ...] = ()
        for name in self.asked:
            notes = (*notes, name)
            if kinds[name] is not Kind.NOTE:
                steps.append(Step(notes, name))
                notes = ()
        return [*steps, Step(notes)] if notes else steps

    def without(self, name: str) -> "Sheet":
        """The same without an answer to `name`."""
        return replace(self, posted={key: sent for key, sent in self.posted.items() if key != name})

    def hidden(self, shown: tuple[str, ...] = ()) -> list[tuple[str, str]]:
        """Fields that carry on what does not stand on the page itself: all answers but those to `shown`."""
        carried = [("token", self.token), ("code", self.code), ("mode", "whole" if self.is_whole else "")]
        answers = [
            (PREFIX + name, value)
            for name, sent in self.posted.items()
            if name not in shown
            for value in sent
            if value
        ]
        return [(name, value) for name, value in carried if value] + answers


def read_sheet(survey: Survey, language: str, fields: Fields) -> Sheet:
    """The form that `fields` make. Those that are no question's are passed by."""
    return Sheet(
        survey=survey,
        language=language,
        posted={
            question.name: sent
            for question in survey.questions
            if (sent := fields.get(PREFIX + question.name)) is not None
        },
        token=last(fields, "token"),
        code=last(fields, "code").strip()[:40],
        is_whole=last(fields, "mode") == "whole",
        at=last(fields, "at"),
        seen=tuple(last(fields, "seen").split()),
        trap=last(fields, "webbplats"),
        work=last(fields, "work"),
    )


def by_name(survey: Survey) -> dict[str, Question]:
    """The questions by their names."""
    return {question.name: question for question in survey.questions}
