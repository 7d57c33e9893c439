"""How a draft is written anew: its own words kept, gaps in square brackets where the writer knows more."""

import re

from handslag.domain.linting.draft import Draft

OFTEN = "minst [antal] gånger per [period]"

# After these the number can stand at once; the subject must come first ("I mars ska polisen …" differs).
_PROMISES = re.compile(
    r"\b(?:lovar(?:\s+\w+){0,4}?|åtar sig|förbinder sig)\s+att\s"
    r"|^(?:\w+\s){0,2}?(?:polis\w*|kommun\w*|stad\w*|vi)\b[^.,:;]{0,60}?\b(?:ska|skall|kommer\s+att)\s",
    re.IGNORECASE,
)


def often(draft: Draft, position: int) -> str:
    """The draft with a number to fill in, after "lovar att" or else last in the clause at `position`."""
    promises = _PROMISES.search(draft.claim)
    if promises and promises.end() <= position:
        return replaced(draft.text, promises.end(), promises.end(), OFTEN + " ")
    return ended(draft, position, ", " + OFTEN)


def ended(draft: Draft, position: int, words: str) -> str:
    """The draft with `words` put last in the clause that holds `position`.

    Their leading comma is kept only where nothing more follows.
    """
    end = draft.end_of_clause(position)
    is_followed = draft.text[end:].lstrip()[:1].isalpha()
    return replaced(draft.text, end, end, words.removeprefix(",") if is_followed else words)


def replaced(text: str, start: int, end: int, words: str) -> str:
    """`text` with what stands from `start` to `end` exchanged for `words`, on one line, with its capital."""
    new = " ".join(f"{text[:start]}{words}{text[end:]}".split())
    new = re.sub(r"(?<!\s)\s+([.,;])", r"\1", new).replace(",,", ",").replace(",.", ".")
    return capitalised(new) if text[:1].isupper() else new


def capitalised(text: str) -> str:
    """`text` with a capital letter first, also where it begins with a gap ("[göra vad]")."""
    first = 1 if text.startswith("[") else 0
    return text[:first] + text[first : first + 1].upper() + text[first + 1 :]


def infinitive(verb: str) -> str:
    """ "motverkar" → "motverka", "bygger" → "bygga", "får" → "få"; an infinitive stays as it is."""
    if verb.endswith("er"):
        return verb[:-2] + "a"
    return verb.removesuffix("r")
