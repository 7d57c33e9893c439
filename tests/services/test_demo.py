"""The demonstration says nothing of a promise that its words do not bear out."""

import pytest

from handslag.demo.towns import Town
from handslag.domain.reading import read
from handslag.services.demo import TOWNS


@pytest.mark.parametrize("town", TOWNS, ids=lambda town: town.slug)
def test_only_a_promise_that_names_the_year_is_judged_on_all_of_it(town: Town) -> None:
    sentences = [promise.text.value for promise in read(town.page).promises]
    named = [sentences[number - 1] for number, measure in town.measures.items() if measure.year_named]
    assert [sentence for sentence in named if "året" not in sentence and " 20" not in sentence] == []
