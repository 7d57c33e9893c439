"""Rows out of text with separators, for the guarded child."""

import json

from handslag.documents.separated import sheet_in


def text_of(data: bytes) -> str:
    """{"rows", "findings"} of the text in `data`. Raises as `sheet_in`."""
    rows, findings = sheet_in(data)
    return json.dumps({"rows": rows, "findings": findings.as_data()})
