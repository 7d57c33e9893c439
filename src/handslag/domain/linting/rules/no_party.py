"""Nobody promises: no party, or a passive that hides which of them."""

import re
from collections.abc import Iterator

from handslag.domain.linting.draft import Draft
from handslag.domain.linting.rewriting import replaced
from handslag.domain.linting.rule import Hit, Level, Rule

_PASSIVE = re.compile(
    r"\b(?:genomförs|genomföras|utförs|utföras|görs|göras|hålls|hållas|ordnas|anordnas|startas"
    r"|åtgärdas|erbjuds|erbjudas|kontrolleras|informeras|besöks|besökas|utlovas"
    r"|sker|ske|tas fram|förbättras|utvecklas|stärks|stärkas)\b"
    r"(?!\s+av\b)",
    re.IGNORECASE,
)
_AGENT = re.compile(r"\b(?:av (?:polis|kommun)|vi\b|polis|kommun)", re.IGNORECASE)


def _find(draft: Draft) -> Iterator[Hit]:
    """A promise without any party; or a passive under a heading that names several."""
    passive = _PASSIVE.search(draft.claim)
    parties = {found.party for found in draft.promise.parties}
    is_hidden = passive and len(parties) > 1 and not _AGENT.search(draft.text)
    if not parties or is_hidden:
        span = draft.span_of(passive) if passive else draft.whole
        yield Hit(span, _rewrite(draft, passive))


def _rewrite(draft: Draft, passive: re.Match[str] | None) -> str:
    if passive:
        return replaced(draft.text, passive.end(), passive.end(), " av [part]")
    who, _, rest = " ".join(draft.text.split()).partition(" ")
    return f"[Part] {rest}" if who.lower() == "vi" else f"[Part] lovar: {who} {rest}".rstrip()


RULE = Rule(
    "no_party",
    Level.WEIGHTY,
    (
        "Det framgår inte vem som lovar, så ingen vet vem som ska svara.",
        "It does not say who promises, so nobody knows who is to answer.",
    ),
    _find,
)
