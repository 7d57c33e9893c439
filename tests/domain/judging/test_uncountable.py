"""Response times and weekdays are told apart from what can be counted."""

import pytest

from handslag.domain.judging.uncountable import Uncountable, uncountable

SOON, DAYS = Uncountable


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Klotter tas bort inom 48 timmar.", (SOON, "inom 48 timmar")),
        ("Du får svar inom två arbetsdagar.", (SOON, "inom två arbetsdagar")),
        ("Vi återkommer inom en vecka.", (SOON, "inom en vecka")),
        ("Trasig belysning lagas inom högst 5 dagar.", (SOON, "inom högst 5 dagar")),
        ("Den som anmäler kontaktas samma dag.", (SOON, "samma dag")),
        ("Vi svarar nästa vardag.", (SOON, "nästa vardag")),
        ("Inom ett dygn är vi där.", (SOON, "Inom ett dygn")),
        ("Polisen syns fredags- och lördagskvällar.", (DAYS, "fredags- och lördagskvällar")),
        ("Fritidsgården är öppen fredagar.", (DAYS, "fredagar")),
        ("Nattvandring fredagar och lördagar.", (DAYS, "fredagar och lördagar")),
        ("Vi syns helgkvällar i centrum.", (DAYS, "helgkvällar")),
        ("Polisen syns i centrum.", None),
        ("Insatser görs inom kommunen.", None),
        ("Samverkan inom två områden.", None),
        ("Vi arbetar inom skolan varje dag.", None),
    ],
)
def test_words_that_no_log_can_show_kept(text: str, found: tuple[Uncountable, str] | None) -> None:
    assert uncountable(text) == found
