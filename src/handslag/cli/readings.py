"""A reading as people read it: a table for a terminal, and Markdown."""

import re
from collections.abc import Sequence

from handslag.cli.tables import table
from handslag.domain.reading.finds import Cadence, Find, ReadDocument, ReadPromise
from handslag.domain.reading.unread import told
from handslag.formats.readings import Reading, parties_of
from handslag.sentences import Language, say

COLUMNS = ("number", "promise", "promisors", "places", "how_often", "measurable")
LONGEST = 160  # characters of words that were not read; more is known by its beginning
_markdown = re.compile(r"([\\`*_\[\]<>|#])")


def as_markdown(readings: Sequence[Reading], language: Language) -> str:
    """One section per reading: its facts, then a table of its promises."""
    return "\n\n".join(_markdown_section(name, document, language) for name, document in readings)


def _markdown_section(name: str, document: ReadDocument, language: Language) -> str:
    heads = [say(f"column_{column}", language=language) for column in COLUMNS]
    rows = [
        heads,
        ["---"] * len(heads),
        *(_shown(*item, language) for item in enumerate(document.promises, 1)),
    ]
    escaped = [[cell if cell == "---" else _markdown.sub(r"\\\1", cell) for cell in row] for row in rows]
    title, *facts = [_markdown.sub(r"\\\1", fact) for fact in _facts(name, document, language)]
    lines = [f"## {title}", "", *(f"- {fact}" for fact in facts), ""]
    lines += [f"| {' | '.join(row)} |" for row in escaped]
    unread = [_markdown.sub(r"\\\1", line) for line in unread_lines(document, language)]
    return "\n".join([*lines, "", *(f"- {line}" for line in unread)] if unread else lines)


def as_table(readings: Sequence[Reading], language: Language, width: int) -> str:
    """For a terminal `width` characters wide: the facts of each reading, then its promises by perspective."""
    return "\n\n".join(_table(name, document, language, width) for name, document in readings)


def _table(name: str, document: ReadDocument, language: Language, width: int) -> str:
    facts = "\n".join(_facts(name, document, language))
    heads = [say(f"column_{column}", language=language) for column in COLUMNS]
    rows: list[list[str] | str] = []
    above = None
    for number, promise in enumerate(document.promises, 1):
        if (heading := _words(promise.perspective)) != above and heading:
            rows.append(heading.upper())
        above = heading
        rows.append(_shown(number, promise, language))
    parts = [facts, table(heads, rows, width) if rows else "", "\n".join(unread_lines(document, language))]
    return "\n\n".join(filter(None, parts))


def unread_lines(document: ReadDocument, language: Language) -> list[str]:
    """What was not read, a sentence for each kind; below it the words of each, as far as they are known."""
    lines = []
    for reason, items in told(document.unread, document.text):
        lines.append(say(reason.code, reason.params, language))
        for line, words in items:
            short = words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "…"
            at = {"line": line, "words": short}
            lines += [say("unread_at" if line else "unread_somewhere", at, language)] if words else []
    return lines


def _facts(name: str, document: ReadDocument, language: Language) -> list[str]:
    """Lines about the whole document: who, where and until when, what it rests on."""
    whose = filter(None, map(_words, (document.municipality, document.police_area)))
    facts = [", ".join(whose) or name]
    if document.valid_from or document.valid_to or document.open_ended:
        end = say("until_further_notice", language=language) if document.open_ended else ""
        dates = {"start": _words(document.valid_from) or "?", "end": _words(document.valid_to) or end or "?"}
        facts.append(say("validity", dates, language))
    if grounds := dict.fromkeys(
        say(f"ground_{found.ground}", language=language) for found in document.grounds
    ):
        facts.append(say("rests_on", {"grounds": ", ".join(grounds)}, language))
    if document.signatories:
        roles = ", ".join(dict.fromkeys(_words(find) for find in document.signatories))
        facts.append(say("signed_by", {"roles": roles}, language))
    return facts


def _shown(number: int, promise: ReadPromise, language: Language) -> list[str]:
    """The cells of one promise as people read them."""
    text = _words(promise.text)
    if promise.is_aim:
        text = say("an_aim", {"text": text}, language)
    cadence, period = _cadence_words(promise.cadence, language), _words(promise.period)
    often = [cadence, _words(promise.quantity), "" if period in cadence else period]
    return [
        str(number),
        text,
        ", ".join(say(f"party_{party}", language=language) for party in parties_of(promise)),
        ", ".join(_words(find) for find in promise.places),
        ", ".join(filter(None, often)),
        say("yes" if promise.measurable else "no", language=language),
    ]


def _cadence_words(cadence: Cadence | None, language: Language) -> str:
    if cadence is None:
        return ""
    if cadence.min_count is None:
        return say("each_time", language=language)
    return say(f"times_{cadence.per}", {"n": cadence.min_count}, language)


def _words(find: Find | None) -> str:
    """What was found, on one line."""
    return " ".join(find.value.split()) if find else ""
