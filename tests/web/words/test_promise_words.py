"""A promise as a sentence: with its subject, a capital and a full stop; what was signed stays as it is."""

import pytest
from django.utils.translation import override

from handslag.domain.people.parties import Party
from handslag.web.words.promise_words import promised_by
from tests.cast import Cast
from tests.make import make_promise
from tests.page import PageClient

BOTH = (Party.POLICE, Party.MUNICIPALITY)


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize(
    ("text", "parties", "shown"),
    [
        ("hålla en gemensam temadag", BOTH, "Polisen och kommunen: hålla en gemensam temadag."),
        ("Fotpatrullera i Ekby varje vecka", (Party.POLICE,), "Polisen: fotpatrullera i Ekby varje vecka."),
        ("Gå två vandringar om året.", (Party.MUNICIPALITY,), "Kommunen: gå två vandringar om året."),
        ("Polisen lovar att synas i Ekby", (Party.POLICE,), "Polisen lovar att synas i Ekby."),
        ("vandringar genomförs i Ekby vår och höst", BOTH, "Vandringar genomförs i Ekby vår och höst."),
        ("Alla skolor får besök.", BOTH, "Alla skolor får besök."),
        ("Trygga trafikmiljöer vid skolorna!", BOTH, "Trygga trafikmiljöer vid skolorna!"),
        ("Synas mer i Ekby", (), "Synas mer i Ekby."),
    ],
)
def test_a_promise_without_subject_says_who(
    text: str, parties: tuple[Party, ...], shown: str, language: str
) -> None:
    with override(language):
        assert promised_by(text, parties) == shown


def test_its_page_says_who_and_its_history_says_what_was_signed(cast: Cast) -> None:
    make_promise(cast.harnosand, text="hålla en gemensam temadag")
    assert PageClient().get("/harnosand/lofte/1/").h1 == "Polisen: hålla en gemensam temadag."
    history = PageClient().get("/harnosand/lofte/1/versioner/")
    assert "Hålla en gemensam temadag." in history.words(".//main//p/strong")
