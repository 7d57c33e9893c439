"""Free text that goes public: nothing that certainly is about a person gets in."""

from handslag.domain.errors import BadInput
from handslag.domain.redaction import findings


def refuse_personal_data(**texts: str) -> None:
    """Let the texts pass. Raises `BadInput("personal_data")` with the `field` and the `words`."""
    for field, text in texts.items():
        for found in findings(text):
            if found.is_certain:
                words = text[found.span.start : found.span.end]
                raise BadInput("personal_data", field=field, words=words)


def perhaps_persons(*texts: str) -> list[str]:
    """Words that may point out a person, for whoever wrote them to look at once more."""
    return [
        text[found.span.start : found.span.end]
        for text in texts
        for found in findings(text)
        if not found.is_certain
    ]
