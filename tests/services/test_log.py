"""What the log says of a verb, in both languages."""

from string import Formatter

import pytest

from handslag.sentences import Language
from handslag.services.log import VERBS, said

NAMES = {"valid_from", "by", "next_on", "start", "end", "year", "language", "version", "file"}


@pytest.mark.parametrize(
    ("language", "number", "words"),
    [
        ("sv", 1, "planerade 1 insats"),
        ("sv", 3, "planerade 3 insatser"),
        ("en", 1, "planned 1 activity"),
        ("en", 3, "planned 3 activities"),
    ],
)
def test_one_activity_is_told_as_one(language: Language, number: int, words: str) -> None:
    assert said("plan_activities", {"activities": number}, language) == words


@pytest.mark.parametrize("verb", VERBS)
def test_every_count_has_the_word_that_goes_with_it(verb: str) -> None:
    english = [(name, spec) for _, name, spec, _ in Formatter().parse(VERBS[verb][1]) if name]
    counts = {name for name, spec in english if name not in NAMES and not spec}
    assert counts == {name for name, spec in english if spec}
