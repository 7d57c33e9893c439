from dataclasses import replace
from datetime import date
from decimal import Decimal

from handslag.domain.linting import Finding, lint_terms
from handslag.domain.people.parties import Party
from handslag.domain.promises.terms import Kind, Measure, Per, Spread, Terms

FORM = Terms(
    id="p1",
    text="Polisen går minst fyra fotpatruller i Ramvik.",
    parties=(Party.POLICE,),
    places=("Ramvik",),
    valid_from=date(2026, 1, 1),
    valid_to=date(2026, 12, 31),
    measure=Measure(Kind.COUNT, Decimal(4), "fotpatrull", Per.YEAR),
)
AIM = replace(FORM, id="a", text="Vi ska verka för lugnare kvällar.", measure=Measure(Kind.STANDING))


def _rules(found: tuple[Finding, ...]) -> list[str]:
    return [finding.rule for finding in found]


def test_a_form_filled_in_well_is_left_alone() -> None:
    assert lint_terms(FORM) == ()


def test_an_empty_form_is_linted_without_a_word() -> None:
    assert _rules(lint_terms(replace(FORM, text="", parties=()))) == ["no_party"]


def test_places_and_measure_of_the_form_count_as_said() -> None:
    form = replace(FORM, text="Polisen ska synas.")
    assert _rules(lint_terms(form)) == []
    assert _rules(lint_terms(replace(form, places=()))) == ["no_place"]


def test_a_minimal_reading_is_still_no_number() -> None:
    minimal = Measure(Kind.COUNT, per=Per.YEAR, spread=Spread.PLACE, minimal=True)
    assert _rules(lint_terms(replace(FORM, text="Fotpatruller i Ramvik", measure=minimal))) == ["no_number"]


def test_dates_of_the_form_count_as_said() -> None:
    open_ended = replace(FORM, valid_to=None)
    assert _rules(lint_terms(open_ended)) == ["no_end_date"]
    assert lint_terms(replace(open_ended, review_on=date(2027, 1, 15))) == ()


def test_an_aim_is_spelled_out_by_another_promise_of_the_pledge() -> None:
    assert _rules(lint_terms(AIM)) == ["aim_without_activity"]
    assert _rules(lint_terms(AIM, pledge=[FORM, AIM])) == ["aim_without_activity"]
    assert lint_terms(AIM, pledge=[AIM, replace(FORM, aim="a")]) == ()


def test_spans_count_from_the_start_of_the_forms_text() -> None:
    form = replace(FORM, text="Polisen patrullerar om möjligt.")
    (hedge,) = [found for found in lint_terms(form) if found.rule == "hedge"]
    assert form.text[hedge.span.start : hedge.span.end] == "om möjligt"
