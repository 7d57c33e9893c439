"""What the editor does to a definition: each function takes a survey and gives the changed one.

Names of questions and codes of choices are made here once and then kept, however the words change.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from handslag.domain.errors import BadInput
from handslag.domain.surveys.definitions import Choice, ChoiceList, Page, Question, Survey
from handslag.domain.surveys.faults import every_text
from handslag.domain.surveys.texts import Texts

LONGEST_MADE_NAME = 30
ALIKE = 0.8  # how much of a text stays when a typo is put right
_WORD = re.compile(r"[a-z0-9]+")

Words = Mapping[tuple[str, str], str]  # (name, field) as in `every_text` → words


def free_name(survey: Survey, words: str, otherwise: str = "question") -> str:
    """A name for a new question or page, made of its first words: "Hur trygg är du?" → `hur_trygg_ar`."""
    plain = unicodedata.normalize("NFKD", words.casefold()).encode("ascii", "ignore").decode()
    made = "_".join(_WORD.findall(plain)[:3])[:LONGEST_MADE_NAME].strip("_")
    start = made if made and not made[0].isdigit() else otherwise
    taken = {question.name for question in survey.questions} | {page.name for page in survey.pages}
    tries = [start, *(f"{start}_{number}" for number in range(2, len(taken) + 3))]
    return next(name for name in tries if name not in taken)


def put_question(survey: Survey, question: Question, page: int) -> Survey:
    """The survey with `question` in place of the one of its name, or last on page number `page` (from 0)."""
    if any(one.name == question.name for one in survey.questions):
        return _each_page(
            survey, lambda one: tuple(question if q.name == question.name else q for q in one.questions)
        )
    pages = list(survey.pages) or [Page()]
    at = min(max(page, 0), len(pages) - 1)
    pages[at] = replace(pages[at], questions=(*pages[at].questions, question))
    return replace(survey, pages=tuple(pages))


def without_question(survey: Survey, name: str) -> Survey:
    """The survey without a question, and without lists that nobody uses any more."""
    survey.question(name)
    kept = _each_page(survey, lambda page: tuple(one for one in page.questions if one.name != name))
    return without_unused_lists(kept)


def moved(survey: Survey, name: str, step: int) -> Survey:
    """The survey with a question one step up (-1) or down (1), over the edge of its page to the next."""
    at, page = next(
        (n, page) for n, page in enumerate(survey.pages) if survey.question(name) in page.questions
    )
    order = list(page.questions)
    here = next(n for n, one in enumerate(order) if one.name == name)
    pages = list(survey.pages)
    if 0 <= here + step < len(order):
        order.insert(here + step, order.pop(here))
        pages[at] = replace(page, questions=tuple(order))
    elif 0 <= at + step < len(pages):
        question, other = order.pop(here), pages[at + step]
        joined = (question, *other.questions) if step > 0 else (*other.questions, question)
        pages[at] = replace(page, questions=tuple(order))
        pages[at + step] = replace(other, questions=joined)
    return replace(survey, pages=tuple(pages))


def put_page(survey: Survey, page: Page, at: int | None = None) -> Survey:
    """The survey with `page` in place of page number `at` (from 0), its questions kept; or last."""
    pages = list(survey.pages)
    if at is None:
        pages.append(page)
    else:
        pages[at] = replace(page, questions=pages[at].questions)
    return replace(survey, pages=tuple(pages))


def moved_page(survey: Survey, at: int, step: int) -> Survey:
    """The survey with page number `at` (from 0) one step up (-1) or down (1)."""
    pages = list(survey.pages)
    if 0 <= at + step < len(pages):
        pages.insert(at + step, pages.pop(at))
    return replace(survey, pages=tuple(pages))


def without_page(survey: Survey, at: int) -> Survey:
    """The survey without page number `at` (from 0). Raises `BadInput("page_not_empty")`."""
    if survey.pages[at].questions:
        raise BadInput("page_not_empty")
    return replace(survey, pages=survey.pages[:at] + survey.pages[at + 1 :])


def with_choices(survey: Survey, question: Question, labels: Sequence[str]) -> tuple[Survey, Question]:
    """The survey and its `question` with `labels` (first language) as choices, in that order.

    A list that reads the same is shared. A list that others use is left as it is and a new one made.
    A choice whose words stay keeps its name, code and translations; where as many stay as were, changed
    words are new words of the choice at that place.
    """
    first = survey.languages[0]
    for one in survey.choice_lists:
        if [choice.label.words().get(first) for choice in one.choices] == list(labels):
            return without_unused_lists(survey, one.name), replace(question, choices=one.name)
    users = [one.name for one in survey.questions if one.choices == question.choices]
    is_own = bool(question.choices) and set(users) <= {question.name}
    before = survey.choices_of(question) if question.choices else ()
    name = question.choices if is_own else _free_list(survey, f"{question.name}_answers")
    made = ChoiceList(name, _relabelled(before, labels, survey))
    others = tuple(made if one.name == name else one for one in survey.choice_lists)
    lists = others if made in others else (*others, made)
    return replace(survey, choice_lists=lists), replace(question, choices=name)


def without_unused_lists(survey: Survey, *also: str) -> Survey:
    """The survey without lists that no question uses; those named `also` stay."""
    used = {one.choices for one in survey.questions} | set(also)
    return replace(survey, choice_lists=tuple(one for one in survey.choice_lists if one.name in used))


def with_words(survey: Survey, language: str, words: Words) -> Survey:
    """The survey with new `words` in one language.

    Where words of the first language change, what is translated from them is no longer checked.
    """
    order = survey.languages

    def new(name: str, field: str, texts: Texts) -> Texts:
        return texts.saying(language, words[name, field], order) if (name, field) in words else texts

    return with_unchecked(_each_text(survey, new), survey)


def with_unchecked(survey: Survey, before: Survey) -> Survey:
    """`survey`, where languages are unchecked whose words translate words of the first that have changed."""
    first, *others = survey.languages
    old = {(name, field): texts for name, field, texts in every_text(before)}
    stale = set(survey.unchecked)
    for name, field, texts in every_text(survey):
        was = old.get((name, field))
        if was and was.words().get(first) != texts.words().get(first):
            stale |= {tag for tag in others if texts.has(tag) and texts.words()[tag] == was.words().get(tag)}
    return replace(survey, unchecked=tuple(tag for tag in survey.languages if tag in stale))


def refuse_new_meaning(before: Survey, after: Survey) -> None:
    """Let `after` pass as a correction of an open survey: nothing but spelling, and words that were missing.

    Raises `BadInput`: `words_taken_away`, `correction_too_large` (with the `words` as they were).
    """
    new = {(name, field): texts.words() for name, field, texts in every_text(after)}
    for name, field, texts in every_text(before):
        for language, words in texts.words().items():
            now = new[name, field].get(language, "")
            if not now:
                raise BadInput("words_taken_away", words=words)
            if now != words and SequenceMatcher(None, words, now, autojunk=False).ratio() < ALIKE:
                raise BadInput("correction_too_large", words=words)


def with_languages(survey: Survey, languages: Sequence[str]) -> Survey:
    """The survey in `languages`, the first kept as it is; new ones are unchecked. Words stay in those kept.

    Raises `BadInput("first_language_stays")` when the first is another.
    """
    if not languages or languages[0] != survey.languages[0]:
        raise BadInput("first_language_stays")
    order = tuple(languages)
    new = {tag for tag in order if tag not in survey.languages}

    def kept(name: str, field: str, texts: Texts) -> Texts:
        return Texts.of({tag: words for tag, words in texts.words().items() if tag in order}, order)

    unchecked = tuple(tag for tag in order if tag in new or tag in survey.unchecked)
    return replace(_each_text(survey, kept), languages=order, unchecked=unchecked)


def _each_text(survey: Survey, new: Callable[[str, str, Texts], Texts]) -> Survey:
    """The survey with what `new` gives for each (name, field, words), as `every_text` names them."""
    return replace(
        survey,
        title=new("", "title", survey.title),
        pages=tuple(_page_with(page, new) for page in survey.pages),
        choice_lists=tuple(
            ChoiceList(one.name, tuple(_choice_with(one.name, choice, new) for choice in one.choices))
            for one in survey.choice_lists
        ),
    )


def _choice_with(of: str, choice: Choice, new: Callable[[str, str, Texts], Texts]) -> Choice:
    return replace(choice, label=new(of, f"choice:{choice.name}", choice.label))


def _each_page(survey: Survey, questions: Callable[[Page], tuple[Question, ...]]) -> Survey:
    return replace(survey, pages=tuple(replace(page, questions=questions(page)) for page in survey.pages))


def _page_with(page: Page, new: Callable[[str, str, Texts], Texts]) -> Page:
    questions = tuple(
        replace(
            one,
            label=new(one.name, "label", one.label),
            hint=new(one.name, "hint", one.hint),
            constraint_message=new(one.name, "constraint_message", one.constraint_message),
            low_label=new(one.name, "low_label", one.low_label),
            high_label=new(one.name, "high_label", one.high_label),
        )
        for one in page.questions
    )
    return replace(page, label=new(page.name, "label", page.label), questions=questions)


def _free_list(survey: Survey, name: str) -> str:
    taken = {one.name for one in survey.choice_lists}
    tries = [name, *(f"{name}_{number}" for number in range(2, len(taken) + 3))]
    return next(one for one in tries if one not in taken)


def _relabelled(before: Sequence[Choice], labels: Sequence[str], survey: Survey) -> tuple[Choice, ...]:
    first = survey.languages[0]
    known = {choice.label.words().get(first, choice.name): choice for choice in before}
    left = [choice for words, choice in known.items() if words not in labels]
    new = [label for label in labels if label not in known]
    renamed = dict(zip(new, left, strict=True)) if len(left) == len(new) else {}
    code = max((choice.code for choice in before), default=0)
    made: list[Choice] = []
    for label in labels:
        if label in known:
            made.append(known[label])
        elif label in renamed:
            choice = renamed[label]
            made.append(replace(choice, label=choice.label.saying(first, label, survey.languages)))
        else:
            code += 1
            made.append(Choice(f"a{code}", code, Texts.of({first: label})))
    return tuple(made)
