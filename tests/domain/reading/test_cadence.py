import pytest

from handslag.domain.reading.finds import CadenceUnit as Per
from tests.domain.reading.promised import fields_of, under

Stated = tuple[int | None, Per] | None


def cadence_of(text: str) -> Stated:
    cadence = fields_of(text).cadence
    return (cadence.min_count, cadence.per) if cadence else None


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("Minst två (2) trafikkontroller per månad.", (2, Per.MONTH)),
        ("Vid minst tjugofem tillfällen under året.", (25, Per.YEAR)),
        ("4 ggr/år finns vi på torget.", (4, Per.YEAR)),
        ("Polisen går 4 vandringar per år.", (4, Per.YEAR)),
        ("Minst 1 200 timmar fotpatrull per år.", (1200, Per.YEAR)),
        ("En gång i veckan.", (1, Per.WEEK)),
        ("Varje skoltermin besöka skolor.", (1, Per.TERM)),
        ("Ett kvartalsbrev till alla hushåll.", (1, Per.QUARTER)),
        ("Årliga trygghetsvandringar.", (1, Per.YEAR)),
        ("Varje fredag patrullerar vi.", (1, Per.WEEK)),
        ("Två till tre träffar varje halvår.", (2, Per.HALF_YEAR)),
        ("Minst sex insatser under hela perioden.", (6, Per.ONCE)),
        ("Tio tillsyner av krogar.", (10, Per.ONCE)),
    ],
)
def test_a_number_or_rhythm_with_its_period(text: str, stated: Stated) -> None:
    assert cadence_of(text) == stated


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("Ta fram en belysningsplan.", (1, Per.ONCE)),
        ("Kommunen inrättar ett ungdomsråd.", (1, Per.ONCE)),
        ("Ordna en gemensam medborgardialog.", (1, Per.ONCE)),
        ("Finnas på plats vid varje hemmamatch.", (None, Per.EACH_EVENT)),
        ("Delta på föräldramöte när skolan önskar det.", (None, Per.EACH_EVENT)),
        ("Klotter tas bort inom två dygn.", (None, Per.EACH_EVENT)),
        ("Samverka vid större evenemang.", (None, Per.EACH_EVENT)),
    ],
)
def test_a_single_deliverable_or_every_event(text: str, stated: Stated) -> None:
    assert cadence_of(text) == stated


@pytest.mark.parametrize(
    "text",
    [
        "Regelbundet patrullera i centrum.",
        "Kontrollera trafiken vid behov.",
        "Besöka årskurs 7 och klass 9.",
        "Trygghetsvandringar i två områden.",
        "Insatser mot ungdomar 15-20 år.",
        "Polisen ska fortsätta se över rutinerna.",
        "Verka för en tryggare trafik.",
        "Svara för att nya grupper startas.",
        "Avsätta 500 000 kronor till ljus.",
        "Insatser på buslinje 4.",
        "Nå 3 av 4 elever.",
        "Träffas varannan onsdag.",
        "På torget mellan kl. 10.00 och 11.00.",
        "Göra 00 kontroller.",
        "Göra 0,0 kontroller.",
    ],
)
def test_no_cadence(text: str) -> None:
    assert cadence_of(text) is None


def test_a_single_year_in_the_heading_stands_for_a_number_without_period() -> None:
    cadence = under("Det här lovar vi för 2018:", "Minst fyra vandringar.").cadence
    assert cadence is not None
    assert (cadence.min_count, cadence.per, cadence.total_over_validity) == (4, Per.YEAR, False)


def test_two_years_in_the_heading_stand_for_the_whole_validity() -> None:
    cadence = under("Det här lovar vi för 2018-2019:", "Minst fyra vandringar.").cadence
    assert cadence is not None
    assert (cadence.per, cadence.total_over_validity) == (Per.ONCE, True)


def test_the_span_goes_from_the_number_to_its_period() -> None:
    text = "Polisen lovar minst tre kontroller om trafiken per vecka."
    cadence = fields_of(text).cadence
    assert cadence is not None
    assert text[cadence.span.start : cadence.span.end] == "minst tre kontroller om trafiken per vecka"
