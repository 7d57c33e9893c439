"""Whether something was called off, told by its title; and what yes and no answer."""

import pytest

from handslag.domain.errors import BadInput
from handslag.domain.importing.statuses import CalledOff, called_off, status_in
from handslag.domain.keeping.activities import ActivityStatus


@pytest.mark.parametrize(
    "title",
    [
        *("Inställt: Pass", "Inställd: Pass", "INSTÄLLD Pass", "Avlyst – vandring", "AVLYST vandring"),
        *("Avbokad: Pass", "Avbokat: Pass", "Canceled: Pass", "Cancelled - Pass", "Cancelled event: Pass"),
        *("[Inställt] Pass", "(inställd) Pass", "Pass (inställt)", "Pass - INSTÄLLT", "Pass INSTÄLLT"),
        *("*INSTÄLLT* Pass", "Pass, inställt", "FW: Inställt: Pass", "SV: Avbokat: Pass", "Ställs in: Pass"),
        *(
            "Passet är inställt",
            "Vandringen blir inte av",
            "Inställt p.g.a. snö",
            "UTGÅR: Pass",
            "❌ INSTÄLLT",
        ),
    ],
)
def test_a_title_that_says_so_is_called_off(title: str) -> None:
    assert called_off(title) is CalledOff.PLAINLY


@pytest.mark.parametrize(
    "title",
    [
        *("Ev. inställt: Pass", "Inställt?", "Pass, ej inställt", "Möte om inställda turer", "Flyttad: Pass"),
        *("Kontroll av avlyst område", "Inställt möte om bussar"),
    ],
)
def test_a_title_that_may_say_so_is_asked_about(title: str) -> None:
    assert called_off(title) is CalledOff.PERHAPS


@pytest.mark.parametrize("title", ["Trygghetsvandring", "Inställningar av kamera", "Lista över bokade pass"])
def test_other_titles_are_left_alone(title: str) -> None:
    assert called_off(title) is CalledOff.NO


@pytest.mark.parametrize(
    ("written", "heading", "status"),
    [
        *(("ja", "Genomförd", "done"), ("✓", "Utfört", "done"), ("SANT", "Genomförd", "done")),
        *(("1", "Genomförd", "done"), ("true", "Done", "done"), ("ja", "Inställt", "cancelled")),
        *(("x", "Avbokad", "cancelled"), ("nej", "Inställd", "done"), ("ja", "Planerad", "planned")),
        *(("nej", "Genomförd", None), ("FALSKT", "Genomförd", None), ("0", "Utfört", None)),
    ],
)
def test_yes_and_no_answer_their_heading(written: str, heading: str, status: str | None) -> None:
    assert status_in(written, heading) == (status and ActivityStatus(status))


@pytest.mark.parametrize(("written", "heading"), [("1", "Status"), ("nej", "Planerad"), ("kanske", "Utfört")])
def test_what_answers_nothing_is_refused(written: str, heading: str) -> None:
    with pytest.raises(BadInput, match="import_unknown_status"):
        status_in(written, heading)
