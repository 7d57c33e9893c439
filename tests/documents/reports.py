"""A made-up report with every kind of block, and what tests read back out of PDF and Word files."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO

import pikepdf

from handslag.documents.blocks import (
    Document,
    Facts,
    Heading,
    Items,
    Link,
    Paragraph,
    Quote,
    Sign,
    Strip,
    StripRow,
    Strong,
    Table,
    Tally,
)

KEPT, BEHIND = Sign("KEPT", "Kept"), Sign("BEHIND", "Behind")
HOSTILE = '#read("/etc/passwd") <b>*fett*</b> $x$ \\ @a "]'

REPORT = Document(
    title="Follow-up of the promises",
    language="en",
    on=date(2019, 9, 2),
    owner="Härnösand’s citizen promises",
    foot="Counted on 2 September 2019.",
    page_words=("Page", "of"),
    notice="The activities are made up.",
    blocks=(
        Paragraph(("How it stands.",), "lead"),
        Tally(((KEPT, 2), (BEHIND, 1))),
        Heading(2, ("In short",)),
        Items((("One thing.",), (Strong("Another"), " thing."))),
        Heading(3, ("Promise 1: ", Quote("Polisen lovar två nattvandringar."))),
        Paragraph((KEPT, ". 2 of 2."), "status"),
        Facts((("Where", (Quote("Brunne"),)), ("Address", (Link("example.org", "https://example.org/"),)))),
        Strip("The strip", "Place", ("2018", "2019"), (StripRow("Brunne", (KEPT, None)),)),
        Table(
            "Numbers", ("Place", "Done"), (((Quote("Brunne"),), ("1",)), ((HOSTILE,), ("2",))), numbers=(1,)
        ),
        Heading(4, ("Step by step",)),
        Items((("First.",), ("Second.",)), numbered=True),
        Heading(2, ("Last",)),
        Items((("Again first.",),), numbered=True),
        Paragraph(("Source: the log.",), "muted"),
    ),
)


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(pdf))


def elements(pdf: pikepdf.Pdf) -> list[pikepdf.Dictionary]:
    """Every structure element in reading order."""
    return list(_walk(pdf.Root.StructTreeRoot))


def addresses(pdf: bytes) -> list[str]:
    """Where its links lead, page by page."""
    return [str(mark.A.URI) for page in opened(pdf).pages for mark in page.Annots]


def tags(pdf: pikepdf.Pdf) -> list[str]:
    return [str(element.S)[1:] for element in elements(pdf)]


def _walk(node: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
    if not isinstance(node, pikepdf.Dictionary):
        return
    if "/S" in node:
        yield node
    kids = node.get("/K", pikepdf.Array())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        yield from _walk(kid)
