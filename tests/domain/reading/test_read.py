"""Reading whole pages: any text is read without raising, spans hold, and the work grows with the text."""

import sys
from collections.abc import Callable, Iterator
from types import FrameType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.domain.reading import read
from handslag.domain.reading.finds import Find, ReadDocument, Span

PIECES = st.sampled_from(
    [
        *(
            "Polisen",
            "kommunen",
            "Tuna kommun",
            "ska",
            "lovar att",
            "kommer att",
            "synas",
            "röja sly",
            "löftet",
            "gäller",
        ),
        *(
            "• ",
            "   o ",
            "1. ",
            "- ",
            "– ",
            ":",
            ".",
            ",",
            "\n",
            "\n\n",
            " ",
            "2019",
            "31 juni 2023",
            "tills vidare",
        ),
        *(
            "Medborgarlöfte 2019",
            "Trafik",
            "Lägesbild",
            "Mål",
            "(Polis)",
            "säger chefen",
            "LPO",
            "# url: x\n",
            "minst två",
        ),
    ]
)
PAGES = st.one_of(
    st.text(), st.lists(PIECES, max_size=60).map("".join), st.lists(PIECES, max_size=60).map(" ".join)
)


def finds(document: ReadDocument) -> Iterator[Find]:
    heads = (
        document.valid_from,
        document.valid_to,
        document.open_ended,
        document.municipality,
        document.police_area,
    )
    yield from (find for find in heads if find is not None)
    yield from document.signatories
    for promise in document.promises:
        yield promise.text
        yield from (*promise.places, *promise.target_groups)
        yield from (
            find for find in (promise.quantity, promise.period, promise.perspective) if find is not None
        )


def is_within(span: Span, text: str) -> bool:
    return 0 <= span.start < span.end <= len(text)


@given(PAGES)
def test_any_text_is_read_and_every_span_lies_in_it(page: str) -> None:
    document = read(page)
    assert document.text == page
    assert all(is_within(find.span, page) for find in finds(document))
    assert all(is_within(ground.span, page) for ground in document.grounds)
    assert all(is_within(party.span, page) for promise in document.promises for party in promise.parties)


@given(PAGES)
def test_the_words_of_a_promise_are_the_words_at_its_span(page: str) -> None:
    for promise in read(page).promises:
        told = [promise.text, *([promise.perspective] if promise.perspective else [])]
        assert [find.value for find in told] == [page[find.span.start : find.span.end] for find in told]


@given(PAGES)
def test_an_aim_is_a_promise_above_and_never_tied_itself(page: str) -> None:
    promises = read(page).promises
    tied = [(n, promise.aim) for n, promise in enumerate(promises) if promise.aim is not None]
    assert all(aim < n and promises[aim].is_aim and not promises[n].is_aim for n, aim in tied)


@pytest.mark.parametrize("page", ["", " \n\t\n", "# url: https://a.example\n"])
def test_an_empty_page_gives_an_empty_result(page: str) -> None:
    assert read(page) == ReadDocument(page, None, None, None, None, None, (), (), ())


def calls(page: str) -> int:
    """How many calls reading `page` takes: the work, whatever the machine."""
    return counted_calls(lambda: read(page))


def counted_calls(work: Callable[[], object]) -> int:
    """How many calls `work` takes."""
    count = 0

    def counted(frame: FrameType, event: str, arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize(
    "shape",
    [
        *(
            "a",
            "Å ",
            "\n",
            "• ",
            "-\n",
            "1. a\n",
            "Polisen ",
            "ska ",
            "Polisen ska ",
            "2019 ",
            "löfte ",
            "(Polis)",
        ),
        *("kommun och ", "Polisen ska synas. ", "• Polisen ska synas\n", "Polisen lovar:\n", "Trafik\n\n"),
        "– ja, säger\n",
        *("polis", "kommunnämnd", "a:\n", "• a\n"),
    ],
)
def test_hostile_pages_take_work_in_proportion(shape: str) -> None:
    short, long = shape * (2000 // len(shape)), shape * (8000 // len(shape))
    read(short)  # its words are learnt once, whichever test is the first to meet them
    assert calls(long) < 5 * calls(short) + 1000


def test_years_of_an_older_set_stand_in_its_promises() -> None:
    page = "Medborgarlöfte 2021\n• Polisen ska synas.\n\nMedborgarlöfte 2018 - 2019\n• Kommunen ska röja sly."
    periods = [promise.period and promise.period.value for promise in read(page).promises]
    assert periods == [None, "2018 - 2019"]
