"""Files that the project may not carry: published pages, recorded answers of authorities. Seldom at hand."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"
CORPUS = SHARED / "corpus"
DATA = SHARED / "data"

needs_corpus = pytest.mark.skipif(
    not (CORPUS / "gold").is_dir(), reason="the labelled published pages are not at hand"
)
needs_data = pytest.mark.skipif(
    not DATA.is_dir(), reason="the recorded files of authorities and others are not at hand"
)
