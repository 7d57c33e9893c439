"""Likely names of persons in Swedish text. Likely only: whoever reads decides (docs/rules/redaction.md)."""

import re
from collections.abc import Iterator

from handslag.domain.listening.given_names import ALSO_WORDS, GIVEN_NAMES

_FIRST = r"[A-ZÅÄÖÉÜØÆÁÇČĐÍİŁÓŞŠÚŽ]"
_CAPITAL = rf"{_FIRST}[^\W\d_]*(?:[-'’][^\W\d_]+)*"
# Every capitalised word in turn, with the one or two after it that may be surnames.
_NAMED = re.compile(
    rf"(?<![\w-])(?P<given>{_CAPITAL})(?=(?P<rest>(?:(?:\s(?:von|af|de|van|al|el|bin|da))?\s{_CAPITAL}){{0,2}}))"
)
# "Olof Palmes gata", "Maria kyrka", "Brunneskolan": called after somebody, not somebody.
_CALLED_AFTER = re.compile(
    r"\s(?:gata|väg|plats|torg|park|kyrka|skola|gymnasium|församling|gränd|stig|bro|hamn|kulle|kommun|fond)",
    re.IGNORECASE,
)
_NO_PERSON = re.compile(
    r"(?:gatan|vägen|torget|skolan|gården|parken|plan|platsen|kyrkan|huset|byn|bron|centrum|kommun|området"
    r"|hallen|badet|föreningen|förbundet|bolaget)s?\Z",
    re.IGNORECASE,
)
# Endings that few places have, and endings that places and surnames share.
_OWN_ENDING = (
    r"sson|gren|ström|kvist|qvist|quist|stedt|löf|lundh|bergh|dahl|ell|ius|blad|blom|ić|ski|ska|oglu|zadeh"
)
_SHARED_ENDING = (
    r"berg|lund|holm|dal|mark|man|ling|strand|sjö|ås|fors|hed|lind|hult|back|ek|borg|skog|nen|rot|in|e"
)
_SURNAME = re.compile(rf"(?:{_OWN_ENDING})s?\Z")
_PERHAPS_SURNAME = re.compile(rf"(?:{_OWN_ENDING}|{_SHARED_ENDING})s?\Z")
_SURE_ENDINGS = ("kvist", "qvist", "quist", "stedt", "gren", "löf", "bergh", "lundh")
_SURNAME_ALONE = re.compile(
    rf"(?<![\w-])(?:[^\W\d_]{{2,20}}sson|[A-ZÅÄÖ][a-zåäöé]{{2,14}}(?:{'|'.join(_SURE_ENDINGS)}))s?(?![\w-])"
)
_TITLED = re.compile(
    r"(?i:\b(?:herr|fru|fröken|familjen|grannen|läraren|chefen|rektorn?|doktor|tränaren|kompisen|kollegan?|vän|vännen"
    r"|pappa|mamma|farfar|mormor|morfar|farmor|sonen?|dottern?|brorsan|bror|syrran|syster|sambon?|maken|hustrun"
    r"|pojken|flickan|killen|tjejen|mannen|kvinnan|ägaren|vaktmästaren|ordföranden|kommunalrådet|handläggaren"
    r"|kuratorn|(?:jag|han|hon|hen) (?:heter|hette|kallas)|vid namn|mvh|hälsningar|hälsar)[,:]?\s)"
    rf"(?P<name>{_CAPITAL}(?:\s{_CAPITAL})?)"
)
_CAPITAL_AFTER_SPACE = re.compile(rf"\s{_FIRST}")
_INITIAL = re.compile(rf"(?<![\w-])[A-ZÅÄÖ]\.\s?(?:[A-ZÅÄÖ]\.\s?)?{_CAPITAL}")
# Two capitals in a row are a person's name less surely after "i" and "på", or where the first describes.
_NO_PERSON_BEFORE = re.compile(
    r"\b(?:[Ii]|[Pp]å|[Vv]id|[Kk]ring|[Rr]unt|[Ll]ängs|[Gg]enom|[Uu]tanför|[Ii]nom|till|från)\s\Z|[^.!?:\n]\s[A-ZÅÄÖ]\w*\s\Z"
)
_DESCRIBES = re.compile(
    r"\A(?:norra|södra|västra|östra|nya|gamla|stora|lilla|röda|gröna|svenska|sankt|trygga|unga|centrala|inre|yttre"
    r"|region|polis\w*|kommun\w*|lokalpolis\w*|\w*(?:föreningen|förbundet|bolaget|verket|kommuns?|stads?|rådet|klubben))\Z",
    re.IGNORECASE,
)
_STARTS_SENTENCE = re.compile(r"(?:\A|[.!?:•\n\"”»–-]\s{0,3})\Z")
_LOOK_BACK = 24  # characters in which the end of the sentence before, or a preposition, is seen


def find_names(text: str) -> Iterator[tuple[int, int]]:
    """Where likely names of persons stand in `text`, as (start, end); some may overlap."""
    for match in _NAMED.finditer(text):
        if _is_person(text, match):
            yield match.start(), match.end("rest")
    if _CAPITAL_AFTER_SPACE.search(text):  # a title is the slowest to look for
        titled = _TITLED.finditer(text)
        yield from (match.span("name") for match in titled if not _NO_PERSON.search(match["name"]))
    if "." in text:
        yield from _unless_no_person(_INITIAL, text)
    if "sson" in text or any(ending in text for ending in _SURE_ENDINGS):
        yield from _unless_no_person(_SURNAME_ALONE, text)


def _unless_no_person(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    return (match.span() for match in pattern.finditer(text) if not _NO_PERSON.search(match[0]))


def _is_person(text: str, match: re.Match[str]) -> bool:
    """Whether capitalised words begin with a given name that is no word here, or look like a full name."""
    words = match["given"] + match["rest"]
    if _CALLED_AFTER.match(text, match.end("rest")) or _NO_PERSON.search(words):
        return False
    before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
    is_first = _STARTS_SENTENCE.search(before) is not None
    last = match["rest"].split()[-1] if match["rest"] else ""
    given = _given(match["given"])
    if given is None:
        return not is_first and _is_full_name(match["given"], last, before)
    is_likely = not before.endswith(" i ") and (given not in ALSO_WORDS or not is_first)
    return is_likely or _PERHAPS_SURNAME.search(last) is not None


def _is_full_name(first: str, last: str, before: str) -> bool:
    if _SURNAME.search(last):
        return True
    is_name = last != "" and last[1:].islower() and first[1:].islower()
    return is_name and not _NO_PERSON_BEFORE.search(before) and not _DESCRIBES.match(first)


def _given(word: str) -> str | None:
    """The given name in a word, also in "Annas" and "Anna-Karin"."""
    first = word.split("-")[0]
    forms = (word, first, word.removesuffix("s"), first.removesuffix("s"))
    return next((form for form in forms if form in GIVEN_NAMES or form in ALSO_WORDS), None)
