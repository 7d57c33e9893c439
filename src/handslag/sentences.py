"""What we say: one Swedish and one English sentence for every code of `handslag.domain`.

Rules carry codes and parameters, never sentences; the command line and the pages both speak
through here. A sentence says what is wrong and what to do about it. `{name}` is filled from the
parameters. Page texts that belong to a template stand in the template and in `locale/`.
"""

from collections.abc import Mapping
from typing import Literal

Language = Literal["sv", "en"]

# code: (Swedish, English). Kept in groups, one per module that gives the codes.
SENTENCES: dict[str, tuple[str, str]] = {
    # domain/promises.py
    "at_least_not_positive": (
        "Minst-antalet måste vara större än noll, men är {value}.",
        "The least number must be more than zero, but is {value}.",
    ),
    "count_not_whole": (
        "Ett antal gånger måste vara ett heltal, men är {value}.",
        "A number of times must be a whole number, but is {value}.",
    ),
    "validity_backwards": (
        "Löftet slutar gälla ({valid_to}) innan det börjar gälla ({valid_from}). Rätta ett av datumen.",
        "The promise ends ({valid_to}) before it starts ({valid_from}). Correct one of the dates.",
    ),
    "unknown_party": (
        "Parten {value} känns inte igen. Skriv till exempel police eller municipality.",
        "The party {value} is not known. Write for example police or municipality.",
    ),
}


def say(code: str, params: Mapping[str, object] | None = None, language: Language = "sv") -> str:
    """The sentence for `code` in `language`, its gaps filled from `params`. Raises KeyError if unknown."""
    return SENTENCES[code][0 if language == "sv" else 1].format_map(params or {})
