"""An act that can be counted, with no count: "göra insatser", "regelbundet"."""

import re
from collections.abc import Iterator

from handslag.domain.linting.draft import Draft
from handslag.domain.linting.rewriting import OFTEN, often, replaced
from handslag.domain.linting.rule import Hit, Level, Rule

_LOOSE_AMOUNT = re.compile(
    r"\b(?:regelbund(?:et|na)|återkommande|kontinuerligt|löpande|ofta|emellanåt|då och då|gång på gång"
    r"|med jämna mellanrum|flera gånger|vid (?:flera|ett antal|några) tillfällen|ett antal gånger)\b",
    re.IGNORECASE,
)
_COUNTABLE = re.compile(
    r"\b(?:\w*insats(?:er|erna)?|\w*åtgärd(?:er|erna)?|\w*aktivitet(?:er|erna)?|\w*satsning(?:ar|arna)?"
    r"|\w*kontroll(?:er|erna|era|erar)"
    r"|\w*vandring(?:ar|arna)?|\w*rond(?:er|era|erar)|\w*rund(?:a|or)|\w*möten?a?|\w*träff(?:ar|arna)?"
    r"|\w*dialog(?:er|erna)?|\w*besök(?:a|er|en)?|\w*föreläs(?:a|er|ningar|ning)|\w*tillsyn(?:er)?|\w*kampanj(?:er)?|\w*tillslag"
    r"|\w*patrull(?:er|era|erar|ering)|\w*utbildning(?:ar)?|\w*mätning(?:ar)?|\w*enkät(?:er)?"
    r"|\w*övervakning|övervaka(?:r)?"
    r"|informer(?:a|ar)|information(?!s)|berätta(?:r)?|närvaro|närvara(?:r)?"
    r"|synas|syns|finnas|finns|på plats|vara ute|är ute)\b",
    re.IGNORECASE,
)
# "alla klasser", "varje elev", "hela Storgatan": everything is a number too.
_ALL = re.compile(
    r"\b(?:alla|samtliga|varje|vardera|var och en|hela|\d+)\s(?!\w*(?:ungdomar|invånare|tillfällen))",
    re.IGNORECASE,
)
_WHOLE_YEAR = re.compile(r"\d{4}|\bår|period", re.IGNORECASE)


def _find(draft: Draft) -> Iterator[Hit]:
    """The vague amount, or else the first thing that could be counted."""
    if draft.is_counted or draft.is_spelled_out:
        return
    if loose := _LOOSE_AMOUNT.search(draft.claim):
        yield Hit(draft.span_of(loose), _exact(draft, loose), {"words": loose[0]})
    elif (act := _COUNTABLE.search(draft.claim)) and not _is_bounded(draft):
        yield Hit(draft.span_of(act), often(draft, act.start()), {"words": act[0]})


def _is_bounded(draft: Draft) -> bool:
    """Whether "all of them" or a season says how much; a bare year does not."""
    period = draft.promise.period
    is_season = period is not None and not _WHOLE_YEAR.search(period.value)
    return is_season or _ALL.search(draft.claim) is not None


def _exact(draft: Draft, words: re.Match[str]) -> str:
    is_adjective = words[0].lower() in ("regelbundna", "återkommande")
    instead = "minst [antal]" if is_adjective else OFTEN
    return replaced(draft.text, words.start(), words.end(), instead)


RULE = Rule(
    "no_number",
    Level.WEIGHTY,
    (
        "Det står inte hur mycket eller hur ofta (”{words}”), så en enda gång räcker för att hålla löftet.",
        "It does not say how much or how often (“{words}”), so once is enough to keep the promise.",
    ),
    _find,
    unless=("aim_without_activity", "vague_verb"),
)
