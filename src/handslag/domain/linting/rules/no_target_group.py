"""Information, support or teaching for nobody in particular."""

import re
from collections.abc import Iterator

from handslag.domain.linting.draft import Draft
from handslag.domain.linting.rewriting import replaced
from handslag.domain.linting.rule import Hit, Level, Rule

# Word and how the group is joined to it. Only where a receiver is implied: a control or a walk has none.
_TOLD = re.compile(
    r"\b(?:(informer(?:a|ar))|(information|kommunikation)|(föreläs(?:a|er|ningar|ning)|utbildning(?:ar)?|stödinsatser"
    r"|informations(?:möten?|träff|träffar|kampanj|kampanjer|insatser)))(?!\w|\s+(?:från|mellan))",
    re.IGNORECASE,
)
_RECEIVER = re.compile(
    r"\b(?:årskurs|åk \d|klass|skol(?!avslut)|elev|medborgar|invånar|allmänhet|boende|öppet|alla|offentlig"
    r"|riktad)\w*|dem som"
    r"|\btill (?:alla|samtliga)\b",
    re.IGNORECASE,
)


def _find(draft: Draft) -> Iterator[Hit]:
    """The word that implies a receiver, when the promise names no group of people."""
    words = _TOLD.search(draft.claim)
    if (
        words
        and not draft.promise.target_groups
        and not _RECEIVER.search(draft.text)
        and not draft.is_spelled_out
    ):
        joined = " [målgrupp]" if words[1] else " till [målgrupp]" if words[2] else " för [målgrupp]"
        rewrite = replaced(draft.text, words.end(), words.end(), joined)
        yield Hit(draft.span_of(words), rewrite, {"words": words[0]})


RULE = Rule(
    "no_target_group",
    Level.LIGHT,
    (
        "”{words}” vänder sig till några, men det står inte till vilka.",
        "“{words}” is meant for somebody, but it does not say for whom.",
    ),
    _find,
)
