"""The advice on a draft: JSON, and a table for a terminal."""

import json
from collections.abc import Sequence

from handslag.cli.readings import unread_lines
from handslag.cli.tables import table
from handslag.domain.linting import Finding
from handslag.domain.reading.finds import ReadDocument
from handslag.formats.readings import unread_form
from handslag.sentences import Language, say

COLUMNS = ("rule", "words", "why", "rewrite")
LONGEST = 60  # characters of the words pointed at; more is known by its beginning


def as_json(document: ReadDocument, findings: Sequence[Finding], language: Language) -> str:
    """The findings as docs/data/findings.schema.json has them. Spans count characters of `text`."""
    form = {
        "findings": [_form(document, finding, language) for finding in findings],
        "unread": unread_form(document),
        "text": document.text,
    }
    return json.dumps(form, ensure_ascii=False, indent=1)


def _form(document: ReadDocument, finding: Finding, language: Language) -> dict[str, object]:
    return {
        "rule": finding.rule,
        "level": str(finding.level),
        "promise": finding.promise,
        "span": [finding.span.start, finding.span.end],
        "words": _words(document, finding),
        "why": finding.why(language),
        "rewrite": finding.rewrite,
    }


def as_table(document: ReadDocument, findings: Sequence[Finding], language: Language, width: int) -> str:
    """For a terminal `width` characters wide: the findings under the promise they are about."""
    unread = "\n".join(unread_lines(document, language))
    return "\n\n".join(filter(None, (_advice(document, findings, language, width), unread)))


def _advice(document: ReadDocument, findings: Sequence[Finding], language: Language, width: int) -> str:
    if not findings:
        return say("no_findings", language=language)
    rows: list[list[str] | str] = []
    about: int | None = -1
    for finding in findings:
        if finding.promise is not None and finding.promise != about:
            text = " ".join(document.promises[finding.promise].text.value.split())
            rows.append(f"{finding.promise + 1}. {text}")
        about = finding.promise
        rows.append(_cells(document, finding, language))
    return table([say(f"column_{column}", language=language) for column in COLUMNS], rows, width)


def _cells(document: ReadDocument, finding: Finding, language: Language) -> list[str]:
    words = " ".join(_words(document, finding).split())
    short = words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "…"
    return [say(f"rule_{finding.rule}", language=language), short, finding.why(language), finding.rewrite]


def _words(document: ReadDocument, finding: Finding) -> str:
    return document.text[finding.span.start : finding.span.end]
