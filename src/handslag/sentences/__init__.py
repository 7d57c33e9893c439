"""What we say: one Swedish and one English sentence for every code of `handslag.domain`.

Rules carry codes and parameters, never sentences; the command line and the pages both speak
through here. A sentence says what is wrong and what to do about it. `{name}` is filled from the
parameters, and `{name:one/several}` gives the word that goes with a number. Page texts that belong to a template stand in the template and in `locale/`.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Literal

from handslag.sentences.answers import ANSWERS
from handslag.sentences.arabic import ARABIC
from handslag.sentences.command_line import COMMAND_LINE
from handslag.sentences.desk import DESK
from handslag.sentences.dialogues import DIALOGUES
from handslag.sentences.files import FILES
from handslag.sentences.importing import IMPORTING
from handslag.sentences.lists import LISTS
from handslag.sentences.promises import PROMISES
from handslag.sentences.results import RESULTS
from handslag.sentences.surveys import SURVEYS

Language = Literal["sv", "en"]

MONTHS: dict[Language, tuple[str, ...]] = {
    "sv": (
        *("januari", "februari", "mars", "april", "maj", "juni"),
        *("juli", "augusti", "september", "oktober", "november", "december"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}

# code: (Swedish, English)
SENTENCES: dict[str, tuple[str, str]] = {
    **PROMISES,
    **FILES,
    **IMPORTING,
    **DESK,
    **LISTS,
    **DIALOGUES,
    **SURVEYS,
    **ANSWERS,
    **RESULTS,
    **COMMAND_LINE,
}


def say(
    code: str, params: Mapping[str, object] | None = None, language: Language | Literal["ar"] = "sv"
) -> str:
    """The sentence for `code` in `language`, its gaps filled from `params`. Raises KeyError if unknown.

    In Arabic what residents meet in a survey; the rest in Swedish.
    """
    own = language if language in ("sv", "en") else "en" if code in ARABIC else "sv"
    swedish, english = SENTENCES[code]
    words = ARABIC.get(code, swedish) if language == "ar" else swedish if language == "sv" else english
    return filled(words, params or {}, own)


def filled(words: str, params: Mapping[str, object], language: Language) -> str:
    """`words` with their gaps filled, each value as `language` writes it."""
    return words.format_map({name: in_words(value, language) for name, value in params.items()})


def in_words(value: object, language: Language) -> object:
    """A date as people write it (2 september 2019), a decimal with its comma; the rest as it is."""
    if isinstance(value, date):
        return f"{value.day} {MONTHS[language][value.month - 1]} {value.year}"
    if isinstance(value, Decimal):
        plain = f"{value.normalize():f}"
        return plain.replace(".", ",") if language == "sv" else plain
    return _Number(value) if isinstance(value, int) and not isinstance(value, bool) else value


class _Number(int):
    """A whole number whose format "insats/insatser" gives the word that goes with it."""

    def __format__(self, spec: str) -> str:
        one, slash, several = spec.partition("/")
        return (one if self == 1 else several) if slash else super().__format__(spec)
