"""Every worked example of docs/rules/fulfilment.md, run exactly as it stands there."""

from collections.abc import Iterator

import pytest

from tests.domain.judging.worked_examples import PAGE, Facts, answer, examples

SAYS = ("on", "headline", "cell", "why")


@pytest.mark.parametrize("title", examples())
def test_example(title: str) -> None:
    facts = Facts()
    for told, asked in _turns(examples()[title]):
        for kind, *words in told:
            facts.tell(kind, words)
        assert list(answer(facts.assess(asked[0][1]), asked)) == asked


def test_every_block_is_run() -> None:
    assert len(examples()) == PAGE.read_text("utf-8").count("```example\n") == 37


def _turns(lines: list[list[str]]) -> Iterator[tuple[list[list[str]], list[list[str]]]]:
    """For each day asked about: what was told since the last one, and what the page says of the day."""
    starts = [index for index, line in enumerate(lines) if line[0] == "on"]
    told_from = 0
    for start, until in zip(starts, [*starts[1:], len(lines)], strict=True):
        said = next((i for i in range(start, until) if lines[i][0] not in SAYS), until)
        yield lines[told_from:start], lines[start:said]
        told_from = said
