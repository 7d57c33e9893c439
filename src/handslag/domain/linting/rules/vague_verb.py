"""A verb that gives a direction and no act: "verka för", "främja", "motverka"."""

import re
from collections.abc import Iterator

from handslag.domain.linting.draft import Draft
from handslag.domain.linting.rewriting import OFTEN, infinitive, replaced
from handslag.domain.linting.rule import Hit, Level, Rule

# In the rewrite a `verb` goes away and leaves its preposition ("verka för" → "för", "bidra till" → "för");
# an `end` becomes the reason for the act ("främja" → "för att främja").
_VAGUE = re.compile(
    r"\b(?:(?P<verb>verkar?|arbetar?|jobbar?|(?:fortsatt\s+)?arbetet?|bidrar?|medverkar?|fokuserar?)"
    r"(?:\s+(?!för\b|mot\b|med\b|till\b|på\b)\w+){0,4}?\s+(?P<to>för|mot|med|till|på)"
    r"|(?P<end>främjar?|motverkar?|förebygg(?:a|er)|bekämpar?|hindrar?|utvecklar?|stärk(?:a|er)|stödj(?:a|er)"
    r"|stöttar?|vägled(?:a|er)|underlättar?|uppmärksammar?|synliggör(?:a)?|samverkar?|samarbetar?"
    r"|arbetar? (?:aktivt|förebyggande|långsiktigt|systematiskt|strukturerat|vidare)"
    r"|hålla(?:r)? (?:i|ihop|fast)|driv(?:a|er) på|tar? sig an|(?:står?|svarar?|ansvarar?) för|inriktar? sig"
    r"|(?:riktar?|lägg(?:a|er)) (?:sitt )?(?:fokus|vikt|blicken)|bygg(?:a|er) (?:ut|vidare)"
    r"|får? (?:bort|med|ner|ned)|sprid(?:a|er) kunskap))\b",
    re.IGNORECASE,
)
_PREPOSITION = {"till": "för", "på": "för"}


def _find(draft: Draft) -> Iterator[Hit]:
    """The first vague verb of a promise that nothing else makes countable."""
    words = _VAGUE.search(draft.claim)
    if words and draft.is_loose:
        yield Hit(draft.span_of(words), _rewrite(draft, words), {"words": words[0]})


def _rewrite(draft: Draft, words: re.Match[str]) -> str:
    first, *rest = words[0].lower().split()
    act = "[gör vad]" if first.endswith("r") else "[göra vad]"
    to = (words["to"] or "").lower()
    reason = _PREPOSITION.get(to, to) or " ".join(["för att", infinitive(first), *rest])
    return replaced(draft.text, words.start(), words.end(), f"{act} {OFTEN} {reason}")


RULE = Rule(
    "vague_verb",
    Level.WEIGHTY,
    (
        "”{words}” säger vad ni vill uppnå, men inte vad ni ska göra.",
        "“{words}” says what you want to achieve, but not what you will do.",
    ),
    _find,
    unless=("aim_without_activity",),
)
