"""Whatever bytes come in, a text comes out or a refusal whose sentence can be said."""

import re
from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handslag.domain.errors import BadInput
from handslag.sentences import say
from tests.documents.files import docx, paragraph, pdf, table

WORD = docx(paragraph("Löfte", "Rubrik1"), paragraph("gå ut", level=0), table([paragraph("a")]))
PAGE = pdf([(72, 700, 11, "Polisen lovar att:"), (72, 686, 11, "• gå ut")])
TAGS = [
    "<p>",
    "<li>",
    "<ul>",
    "</ul>",
    "<td>",
    "<tr>",
    "</p>",
    "<nav>",
    "</nav>",
    "<main>",
    "</main>",
    "<!--",
    "-->",
    "&#",
]


CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]")


def _controls(form: str, data: bytes) -> list[str]:
    """What steers terminals in the text of `data`, or in the sentence that refuses it."""
    try:
        outcome = import_module(f"handslag.documents.{form}_text").text_of(data)
    except BadInput as exc:
        outcome = say(exc.code, exc.params | {"file": "a"})
    return CONTROLS.findall(outcome)


@given(st.binary(max_size=300))
def test_any_bytes_are_plain_text_or_refused(data: bytes) -> None:
    assert _controls("plain", data) == []


@given(st.lists(st.sampled_from(TAGS) | st.text(max_size=5)))
def test_any_tags_in_any_order_are_read(parts: list[str]) -> None:
    assert _controls("html", "".join(parts).encode("utf-8", "replace")) == []


@pytest.mark.parametrize(("form", "whole"), [("docx", WORD), ("pdf", PAGE)])
@settings(max_examples=150)
@given(st.data())
def test_a_file_with_some_bytes_changed_is_read_or_refused(
    form: str, whole: bytes, data: st.DataObject
) -> None:
    changed = bytearray(whole)
    for place in data.draw(st.lists(st.integers(0, len(whole) - 1), max_size=8)):
        changed[place] = data.draw(st.integers(0, 255))
    cut = data.draw(st.none() | st.integers(0, len(whole)))
    assert _controls(form, bytes(changed[:cut])) == []
