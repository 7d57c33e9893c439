"""A promise in a few words, for lists and choices where its whole sentence would hide the others."""

import re

from django.utils.translation import gettext

from handslag.services.judging.reads.standings import Standing
from handslag.web.words.labels import number, opened

LONGEST = 72  # characters of a promise in a choice
_LEAD_IN = re.compile(r"^.{0,80}?\b(?:lovar att|lovar|ska|skall|kommer att)\s+", re.IGNORECASE)


def in_short(text: str) -> str:
    """The words after "lovar att", cut after a whole word: "Besöka skolorna varje termin"."""
    words = opened(_LEAD_IN.sub("", " ".join(text.split()), count=1).rstrip("."))
    if len(words) <= LONGEST:
        return words
    return words[:LONGEST].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def promise_choice(standing: Standing) -> str:
    """A promise in a few words and how far it has come: "Besöka skolorna varje termin (3 av 5)"."""
    words = in_short(standing.terms.text)
    progress = _progress(standing)
    return f"{words} ({progress})" if progress else words


def _progress(standing: Standing) -> str:
    year, outcome = standing.assessment.headline
    if outcome.judged > 1:
        return gettext("{kept} of {all}").format(kept=outcome.kept, all=outcome.judged)
    cells = [
        c
        for c in standing.assessment.cells
        if c.target and c.start.year <= year and c.status in outcome.tally
    ]
    if not cells:
        return ""
    return gettext("{kept} of {all}").format(kept=number(cells[-1].done), all=number(cells[-1].target))
