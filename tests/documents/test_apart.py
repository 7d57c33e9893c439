"""Files are made in a child that cannot take much time or memory, and the process keeps none of it."""

import resource
from datetime import date

import pytest

from handslag.documents import apart
from handslag.documents.blocks import Document, Paragraph
from handslag.documents.pdf import report_pdf
from handslag.documents.word import report_docx
from handslag.domain.errors import BadInput


def report(paragraphs: int = 1) -> Document:
    return Document(
        title="Uppföljning",
        language="sv",
        on=date(2021, 1, 1),
        owner="Tuna kommun",
        blocks=tuple(Paragraph((f"Polisen har patrullerat {n} gånger.",)) for n in range(paragraphs)),
        foot="Gjord av Tuna",
        page_words=("Sida", "av"),
    )


@pytest.mark.parametrize("make", [report_pdf, report_docx])
def test_what_takes_too_long_to_make_is_refused_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, make: object
) -> None:
    monkeypatch.setattr(apart, "WAIT", 0.01)
    apart.forget()
    with pytest.raises(BadInput, match="paper_too_heavy"):
        make(report())  # type: ignore[operator]


def test_a_long_report_leaves_no_memory_behind() -> None:
    report_docx(report())
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert report_docx(report(3000)).startswith(b"PK")
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 20_000  # kilobytes


def test_the_same_report_is_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    made = report_pdf(report())
    monkeypatch.setattr(apart, "WAIT", 0.01)  # a child would be refused
    assert report_pdf(report()) == made
