"""More, safer, fewer: than when, and measured how?"""

import re
from collections.abc import Iterator

from handslag.domain.linting.draft import Draft
from handslag.domain.linting.rewriting import ended
from handslag.domain.linting.rule import Hit, Level, Rule

# A closed list: words in -are are mostly people ("förare"), and "flera" and "tidigare" compare nothing here.
_COMPARISON = re.compile(
    r"\b(?:mer(?!\s+än\b|\s+information)|fler(?!\s+än\b)|färre(?!\s+än\b)|oftare|tätare|bättre|sämre"
    r"|större|högre|lägre"
    r"|tryggare|säkrare|lugnare|snabbare|tydligare|synligare|starkare|effektivare|trevligare|renare|ljusare"
    r"|lättare|närmare|mindre(?!\s+(?:än|grupp\w*|områden?|orter?|skolor|lag))"
    r"|öka(?:r|d|de|t)?|minska(?:r|d|de|t)?|förbättra(?:r|d|de|t)?|förstärk(?:a|er|t|ta)|utöka(?:r|d|de|t)?"
    r"|höj(?:a|er|d|da)|sänk(?:a|er|t|ta)|ytterligare)\b",
    re.IGNORECASE,
)
_BASELINE = re.compile(
    r"\bän\s+(?:\w+\s+){0,3}?(?:\d{4}|i\s?dag|nu|i fjol|förra året|föregående år|året innan)"
    r"|\bjämfört med\b|\bfrån \d|\bmed (?:minst )?\d+ ?(?:procent|%)|\btill (?:minst|högst) \d",
    re.IGNORECASE,
)


def _find(draft: Draft) -> Iterator[Hit]:
    """The first comparison without a starting point, in a promise that nothing else makes countable."""
    words = _COMPARISON.search(draft.claim)
    if words and draft.is_loose and not _BASELINE.search(draft.text):
        rewrite = ended(draft, words.end(), ", jämfört med [år] och mätt genom [mått]")
        yield Hit(draft.span_of(words), rewrite, {"words": words[0]})


RULE = Rule(
    "comparison_without_baseline",
    Level.WEIGHTY,
    (
        "”{words}” går inte att följa upp utan att veta jämfört med när, och hur det mäts.",
        "“{words}” cannot be followed up without knowing compared with when, and how it is measured.",
    ),
    _find,
    unless=("aim_without_activity", "vague_verb"),
)
