"""Runs the command line inside the test: its status, what it printed and what it complained of."""

from dataclasses import dataclass

import pytest

from handslag.cli import main

PAGE = """Medborgarlöften i Ekby kommun

Lokalpolisområde Västra Ekbygden och Ekby kommun har skrivit under löften som gäller 2024–2025.

Trygg trafik

Polisen lovar att:
• genomföra minst två trafikkontroller i veckan på Storgatan
• patrullera till fots på torget varje månad

Kommunen lovar att:
• hålla en trygghetsvandring varje termin
"""


@dataclass(frozen=True)
class Done:
    status: int
    out: str
    said: str


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> Done:
    """`handslag` with `arguments`, in English."""
    status = main(["--language", "en", *arguments])
    captured = capsys.readouterr()
    return Done(status, captured.out, captured.err)
