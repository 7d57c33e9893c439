"""Presence without a place, or with a place that only the writer knows."""

import re
from collections.abc import Iterator

from handslag.domain.linting.draft import Draft
from handslag.domain.linting.rewriting import replaced
from handslag.domain.linting.rule import Hit, Level, Rule

_UNNAMED = re.compile(
    r"\b(?:(?:vissa|utvalda|utpekade|otrygga|utsatta|aktuella|prioriterade|särskilda|strategiska|olika"
    r"|brottsutsatta|lämpliga|angivna|identifierade)(?: och \w+| utsatta| utvalda| angivna)?"
    r"\s(?:platser(?:na)?|ställen|områden|orter|miljöer|stråk|vägar|hållplatser|tider och platser)"
    r"|platser(?: och \w+)? som (?:är|känns|upplevs|anses|bedöms) \w+"
    r"|(?:kommunens )?(?:ytterområden|byar(?:na)?|ytterorter))\b",
    re.IGNORECASE,
)
_PRESENCE = re.compile(
    r"\b(?:närvaro|närvara(?:r)?|synas|syns|synlig|fotpatrull\w*|patruller\w*|ronder\w*"
    r"|(?:vara|finnas|är|finns) på plats)(?:\s+(?:mer|oftare|bättre))?\b",
    re.IGNORECASE,
)
_SOMEWHERE = re.compile(
    r"\b(?:skol|fritidsgård|kommunen|hela|krog|centrum|evenemang|marknad)\w*", re.IGNORECASE
)


def _find(draft: Draft) -> Iterator[Hit]:
    """The unnamed places, or else presence that is nowhere, in a promise that names no place."""
    if draft.promise.places or draft.is_spelled_out:
        return
    if unnamed := _UNNAMED.search(draft.claim):
        yield Hit(draft.span_of(unnamed), _named(draft, unnamed), {"words": unnamed[0]})
    elif (presence := _PRESENCE.search(draft.claim)) and not _is_somewhere(draft):
        rewrite = replaced(draft.text, presence.end(), presence.end(), " i [plats]")
        yield Hit(draft.span_of(presence), rewrite, {"words": presence[0]})


def _is_somewhere(draft: Draft) -> bool:
    municipality = draft.document.municipality
    name = municipality.value.split()[0].removesuffix("s") if municipality else ""
    return bool(_SOMEWHERE.search(draft.claim)) or (name != "" and name in draft.text)


def _named(draft: Draft, words: re.Match[str]) -> str:
    return replaced(draft.text, words.start(), words.end(), f"{words[0]} ([plats], [plats])")


RULE = Rule(
    "no_place",
    Level.LIGHT,
    (
        "Den som bor i kommunen kan inte se vilken plats ”{words}” gäller.",
        "A resident cannot see which place “{words}” is about.",
    ),
    _find,
)
