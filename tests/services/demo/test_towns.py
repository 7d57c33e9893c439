"""The demonstration says nothing of a promise that its words do not bear out."""

from datetime import date

import pytest

from handslag.demo.towns import Town
from handslag.domain.promises.terms import Kind
from handslag.domain.reading import read
from handslag.services.demo.towns import TOWNS, load_demo


@pytest.mark.parametrize("town", TOWNS, ids=lambda town: town.slug)
def test_only_a_promise_that_names_the_year_is_judged_on_all_of_it(town: Town) -> None:
    sentences = [promise.text.value for promise in read(town.page).promises]
    named = [sentences[number - 1] for number, measure in town.measures.items() if measure.year_named]
    assert [sentence for sentence in named if "året" not in sentence and " 20" not in sentence] == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("stage", "day", "towns"),
    [
        ("dialogue", date(2018, 11, 20), ["harnosand"]),
        ("signed", date(2019, 4, 5), ["harnosand", "kramfors", "solleftea"]),
    ],
)
def test_log_ins_are_those_of_what_is_shown(
    stage: str, day: date, towns: list[str], settings_on: object
) -> None:
    with settings_on(day):  # type: ignore[operator]
        logins = load_demo(stage)
    addresses = [address for address, _, _ in logins]
    assert addresses == ["polis@handslag.example"] + [
        f"{who}@{town}.example" for town in towns for who in ("samordnare", "ordforande")
    ]
    assert logins[0][2] == ("kommunpolis" if len(towns) == 1 else "kommunpolis (alla tre)")


def test_where_each_occasion_can_be_named_each_is_judged() -> None:
    town = TOWNS[0]
    assert {number: town.measures[number].kind for number in town.series} == dict.fromkeys(
        (3, 6), Kind.EACH_EVENT
    )
