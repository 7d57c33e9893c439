"""A clerk with a pile of papers: every answer by the keyboard alone."""

import pytest

from handslag.models.models import PaperCheck, Response
from handslag.web.desk.listening import paper_entry
from tests.cast import Cast
from tests.journeys.conftest import Journey, Open, until
from tests.surveys import make_survey

ENTRY = "/bord/harnosand/enkat/trygghet/skriv-in/"
PAPERS = 20
TYPED_TWICE = 7


def _type_in(walk: Journey, number: int) -> None:
    """One paper: the first question has the focus, Tab goes on, Enter saves."""
    until(walk.page, "document.activeElement.name === 'q_ute'")
    keyboard = walk.page.keyboard
    for words in ("1", "4", "5", "3", "3", "2", f"Fler lampor vid hållplats {number}.", "2"):
        keyboard.type(words)
        keyboard.press("Tab")
    keyboard.press("Tab")
    keyboard.type("2 1 3")
    with walk.page.expect_navigation():
        keyboard.press("Enter")


@pytest.mark.parametrize("js", [True, False], ids=["with JavaScript", "without"])
def test_a_clerk_types_in_twenty_papers(
    js: bool, people: Cast, journey: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_survey(people.harnosand)
    monkeypatch.setattr(
        paper_entry, "is_typed_twice", lambda mark: Response.objects.count() == TYPED_TWICE - 1
    )
    walk = journey("bo", js=js, width=1280)
    walk.go(ENTRY)
    for number in range(1, PAPERS + 1):
        _type_in(walk, number)
        if number == TYPED_TWICE:
            walk.look()
            _type_in(walk, number)
    walk.look()
    assert Response.objects.count() == PAPERS
    assert [(check.forms, check.differing) for check in PaperCheck.objects.all()] == [(1, 0)]


@pytest.mark.parametrize("width", [320, 1280])
def test_the_page_is_for_everybody_also_with_errors(people: Cast, journey: Open, width: int) -> None:
    make_survey(people.harnosand)
    walk = journey("bo", width=width)
    walk.go(ENTRY)
    walk.write("1. Går du ut", "9")
    walk.follow("Spara och ta nästa papper")
    assert walk.page.title().startswith("Fel:")
