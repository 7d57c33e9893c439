"""Words that take the promise back: "om möjligt", "vid behov", "eftersträva"."""

import re
from collections.abc import Iterator

from handslag.domain.linting.draft import Draft
from handslag.domain.linting.rewriting import replaced
from handslag.domain.linting.rule import Hit, Level, Rule

_HEDGE = re.compile(
    r"\b(?:(?P<try>(?:försök(?:a|er)|eftersträvar?|strävar? efter|avser"
    r"|har? (?:för avsikt|som ambition|som mål))(?:\s+(?:aktivt|ihop))?(?:\s+att\b)?)"
    r"|(?P<perhaps>om (?:det (?:är|blir) )?möjligt|i möjligaste mån|(?:där|när) (?:det|så) är möjligt"
    r"|så (?:långt|ofta|mycket|gott)(?: som)?(?: det)?(?: är)? (?:möjligt|går)|i mån av \w+|eventuellt"
    r"|kan komma att"
    r"|om (?:resurser\w*|tiden|\w*läget|personal\w*) (?:tillåter|medger|finns|räcker(?: till)?))"
    r"|(?P<need>(?:vid|efter|utifrån) behov|(?:när|om|då|där) behov (?:finns|uppstår|föreligger)"
    r"|(?:när|om|då|där) det behövs|vid varje möjligt tillfälle)"
    r"|(?P<first>prioriterar?(?:\s+att\b)?|(?:ger?|har?) förtur))(?!\w)",
    re.IGNORECASE,
)


def _find(draft: Draft) -> Iterator[Hit]:
    """The first hedge, also where there is a number: "om möjligt två gånger" promises nothing."""
    words = _HEDGE.search(draft.claim)
    if words and not draft.is_spelled_out:
        rewrite = replaced(draft.text, words.start(), words.end(), _instead(words))
        yield Hit(draft.span_of(words), rewrite, {"words": words[0]})


def _instead(words: re.Match[str]) -> str:
    """What to write for the hedge: nothing, unless a verb, an occasion or an amount is missing then."""
    first = words[0].lower().split()[0]
    if words["need"]:
        return "när [vad] händer"
    if words["first"] and not words[0].endswith("att"):
        return "lägga minst [antal] timmar per [period] på"
    if words["perhaps"] and words.start() == 0:
        return "[när]"
    is_finite = (words["try"] or words["first"]) and first.endswith("r")
    return "ska" if is_finite else ""


RULE = Rule(
    "hedge",
    Level.WEIGHTY,
    (
        "Med ”{words}” är löftet hållet även om inget blir gjort.",
        "With “{words}” the promise is kept even if nothing is done.",
    ),
    _find,
)
