"""Reading: Swedish text in, promises out (docs/rules/reading.md)."""

from handslag.domain.reading.finds import ReadDocument, ReadPromise
from handslag.domain.reading.read import read

__all__ = ["ReadDocument", "ReadPromise", "read"]
