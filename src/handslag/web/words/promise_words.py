"""The words of a promise as a sentence: who keeps it, where the words do not say, and its full stop.

What was signed is kept as it is; only here is it shown as a sentence (docs/rules/fulfilment.md §1).
"""

from collections.abc import Iterable

from django.utils.translation import override

from handslag.domain.promises.terms import Terms
from handslag.domain.reading.verbs import INFINITIVE
from handslag.web.words.labels import opened, parties_words


def promised(terms: Terms) -> str:
    """Polisen: fotpatrullera i centrum. Words with a subject of their own only get their full stop."""
    return promised_by(terms.text, terms.parties)


def promised_by(text: str, parties: Iterable[str]) -> str:
    """As `promised`, of a promise that is still a draft. The words are Swedish on every page."""
    words = text.strip()
    who = [*parties]
    if who and INFINITIVE.match(words):  # a bare infinitive has no subject
        with override("sv"):
            words = f"{opened(parties_words(who))}: {words[:1].lower()}{words[1:]}"
    return as_sentence(words)


def as_sentence(text: str) -> str:
    """With a capital first letter, and a full stop where nothing else ends it."""
    words = opened(text.strip())
    return words if not words or words.endswith((".", "!", "?", "…", ":", ".”", ".)")) else f"{words}."
