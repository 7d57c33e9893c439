"""What the editor does to a definition, and what stays the same."""

from dataclasses import replace

import pytest

from handslag.domain.errors import BadInput
from handslag.domain.surveys import Kind, Page, Survey, Texts, written
from handslag.domain.surveys import editing as edit
from handslag.domain.surveys.shown_if import ShownIf, condition_of, shown_if
from tests.domain.surveys.forms import LISTS, question, said, survey

SAFE = question("safe", Kind.SINGLE, choices="yes_no")
WHERE = question("where", Kind.MULTIPLE, choices="where")
FORM = Survey(
    "s",
    said("Trygghet", en="Safety"),
    ("sv", "en"),
    (
        Page("one", said("Ett"), questions=(SAFE,)),
        Page("two", said("Två"), questions=(WHERE, question("why"))),
    ),
    LISTS,
)


def names(form: Survey) -> list[list[str]]:
    return [[one.name for one in page.questions] for page in form.pages]


def test_a_question_moves_within_its_page_and_over_the_edge() -> None:
    assert names(edit.moved(FORM, "why", -1)) == [["safe"], ["why", "where"]]
    assert names(edit.moved(FORM, "where", -1)) == [["safe", "where"], ["why"]]
    assert names(edit.moved(FORM, "safe", 1)) == [[], ["safe", "where", "why"]]
    assert names(edit.moved(FORM, "safe", -1)) == names(edit.moved(FORM, "why", 1)) == names(FORM)


def test_a_question_is_added_changed_and_removed() -> None:
    added = edit.put_question(FORM, question("new"), page=0)
    assert names(added) == [["safe", "new"], ["where", "why"]]
    changed = edit.put_question(added, replace(question("new"), is_required=True), page=1)
    assert (names(changed), changed.question("new").is_required) == (names(added), True)
    assert names(edit.without_question(changed, "new")) == names(FORM)
    assert [one.name for one in edit.without_question(FORM, "where").choice_lists] == ["yes_no"]


def test_pages_are_added_moved_and_removed_when_empty() -> None:
    form = edit.put_page(FORM, Page("three"))
    assert [page.name for page in edit.moved_page(form, 2, -1).pages] == ["one", "three", "two"]
    assert edit.without_page(form, 2) == FORM
    renamed = edit.put_page(FORM, Page("one", said("Först")), at=0)
    assert (renamed.pages[0].label.say("sv"), names(renamed)) == ("Först", names(FORM))
    with pytest.raises(BadInput, match="page_not_empty"):
        edit.without_page(form, 0)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Hur trygg är du på kvällen?", "hur_trygg_ar"),
        ("Safe?", "safe_2"),
        ("أين؟", "question"),
        ("3 saker", "question"),
        ("", "question"),
    ],
)
def test_a_name_is_made_of_the_first_words(words: str, name: str) -> None:
    assert edit.free_name(FORM, words) == name


def test_choices_that_stay_keep_their_names_and_codes() -> None:
    form, changed = edit.with_choices(FORM, WHERE, ["Home", "Centre", "Parken", "Station", "School"])
    choices = form.choices_of(changed)
    assert [(one.name, one.code) for one in choices] == [
        *(("home", 4), ("centre", 1), ("a5", 5), ("station", 2), ("school", 3)),
    ]


def test_changed_words_of_a_choice_are_its_new_words() -> None:
    form, changed = edit.with_choices(FORM, WHERE, ["Centrum", "Station", "School", "Home"])
    centre = form.choices_of(changed)[0]
    assert (centre.name, centre.code, centre.label.say("sv")) == ("centre", 1, "Centrum")


def test_a_list_that_others_use_is_left_as_it_is() -> None:
    form = edit.put_question(FORM, question("again", Kind.SINGLE, choices="yes_no"), page=1)
    form, changed = edit.with_choices(form, form.question("again"), ["Yes", "No", "Vet inte"])
    assert changed.choices == "again_answers"
    assert len(form.choices_of(SAFE)) == 2


def test_a_list_that_reads_the_same_is_shared() -> None:
    _, changed = edit.with_choices(FORM, question("new", Kind.SINGLE), ["Yes", "No"])
    assert changed.choices == "yes_no"


def test_new_words_of_the_first_language_make_their_translations_unchecked() -> None:
    form = edit.with_words(FORM, "sv", {("safe", "label"): "Trygg hemma?"})
    assert (form.question("safe").label.say("sv"), form.unchecked) == ("Trygg hemma?", ("en",))
    assert edit.with_words(FORM, "sv", {("safe", "label"): "Fråga safe?"}).unchecked == ()
    assert edit.with_words(FORM, "en", {("safe", "label"): "Safe at home?"}).unchecked == ()


def test_words_of_choices_and_pages_are_translated_too() -> None:
    words = {("yes_no", "choice:yes"): "Yes", ("one", "label"): "One", ("", "title"): "Safe"}
    form = edit.with_words(FORM, "en", words)
    assert form.choices_of(SAFE)[0].label.words() == {"sv": "Yes", "en": "Yes"}
    assert (form.pages[0].label.say("en"), form.title.say("en")) == ("One", "Safe")


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("Hur trygg är du på kvälen?", "Hur trygg är du på kvällen?", None),
        ("Hur trygg är du på kvällen?", "Hur rädd är du i centrum?", "correction_too_large"),
        ("Hur trygg är du på kvällen?", "", "words_taken_away"),
    ],
)
def test_an_open_survey_takes_only_corrections(before: str, after: str, code: str | None) -> None:
    old = survey(replace(question("a"), label=said(before)))
    new = edit.with_words(old, "sv", {("a", "label"): after})
    try:
        edit.refuse_new_meaning(old, new)
        refused = None
    except BadInput as exc:
        refused = exc.code
    assert refused == code


def test_missing_words_may_be_added_to_an_open_survey() -> None:
    edit.refuse_new_meaning(FORM, edit.with_words(FORM, "en", {("one", "label"): "One"}))


def test_languages_come_unchecked_and_go_with_their_words() -> None:
    more = edit.with_languages(FORM, ["sv", "ar"])
    assert (more.languages, more.unchecked, more.title) == (
        ("sv", "ar"),
        ("ar",),
        Texts.of({"sv": "Trygghet"}),
    )
    with pytest.raises(BadInput, match="first_language_stays"):
        edit.with_languages(FORM, ["en", "sv"])


@pytest.mark.parametrize(
    ("shown", "source"),
    [
        (ShownIf("safe", "no"), "${safe} = 'no'"),
        (ShownIf("safe", "no", is_not=True), "${safe} != 'no'"),
        (ShownIf("where", "home"), "selected(${where}, 'home')"),
        (ShownIf("where", "home", is_not=True), "not(selected(${where}, 'home'))"),
    ],
)
def test_show_if_is_a_condition_and_back(shown: ShownIf, source: str) -> None:
    condition = condition_of(FORM, shown)
    assert (written(condition), shown_if(condition)) == (source, shown)


def test_a_condition_that_says_more_has_no_plain_form() -> None:
    assert shown_if(question("a", relevant="${safe} = 'no' and ${b} > 3").relevant) is None
