"""What promises: a promising verb with somebody who promises, and what only sounds like it."""

import pytest

from handslag.domain.reading.finds import Span
from handslag.domain.reading.parties import mentions_in
from handslag.domain.reading.predicates import predicate_of


def subject(sentence: str) -> str | None:
    """The promising parties, "" where the sentence promises without naming any, None where it does not."""
    predicate = predicate_of(mentions_in(sentence), Span(0, len(sentence)))
    return None if predicate is None else "+".join(found.party for found in predicate.subject)


@pytest.mark.parametrize(
    ("sentence", "parties"),
    [
        ("Polisen lovar att synas mer.", "police"),
        ("Polisen och Tuna kommun ska starta ett råd.", "police+municipality"),
        ("Polisen tillsammans med kommunen lovar att synas.", "police+municipality"),
        ("Polisen lovar att tillsammans med kommunen röja sly.", "police"),
        ("Tillsammans med kommunen ska polisen röja sly.", "municipality+police"),
        ("Under 2021 kommer polisen att mäta farten.", "police"),
        ("Under året kommer företrädare för kommunen och polisen att stå på torget.", "municipality+police"),
        ("Trimmade mopeder lovar polisen att kontrollera.", "police"),
        ("Eftersom polisen är på plats ska kommunen gå vandringar.", "municipality"),
        ("Kommunen förbinder sig att röja sly.", "municipality"),
        ("Staden åtar sig att laga ljuset.", "municipality"),
        ("Polisen och kommunen är överens om att dela lokal.", "police+municipality"),
        ("Minst tio vandringar om året lovar polisen i Norra Tuna och kommunen.", "police+municipality"),
        ("Löftet innebär att polisen ska besöka skolan.", "police"),
        ("Löftet innebär också att utredningar går före.", ""),
        ("Vi lovar att svara inom en vecka.", ""),
        ("Dessutom ska parterna mötas.", ""),
        ("Fler nattvandrare utlovas.", ""),
        ("Vandringar ska hållas i maj.", ""),
        ("Polisen lovade tio kontroller.", "police"),
        ("Kommunen skulle röja sly.", "municipality"),
    ],
)
def test_promises(sentence: str, parties: str) -> None:
    assert subject(sentence) == parties


@pytest.mark.parametrize(
    "sentence",
    [
        "Medborgarlöften är åtaganden för polisen och ska öka tryggheten.",
        "Löftet ska följas upp av polisen och kommunen.",
        "Polisen och kommunen ska utvärdera löftet i maj.",
        "Polisen och kommunen ska teckna ett nytt löfte.",
        "Mest handlar det om att polisen ska synas.",
        "Målet är att kommunen ska kännas trygg.",
        "Polisen vill synas mer och ska fundera.",
        "Invånarna ska känna sig trygga.",
        "Invånarna i kommunen ska känna sig trygga.",
        "Polisen kommer ofta till torget.",
        "Polisen har talat med boende.",
        "På sikt ska vi få färre brott.",
    ],
)
def test_is_no_promise(sentence: str) -> None:
    assert subject(sentence) is None
