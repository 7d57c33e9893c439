"""Numbers as words and digits: "tre", "tjugofem", "två (2)", "1 200"."""

import re
from decimal import Decimal

_ONES = (
    "noll en två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton"
    " arton nitton"
)
_TENS = "tjugo trettio fyrtio femtio sextio sjuttio åttio nittio"


def _numbers_in_words() -> dict[str, int]:
    """Zero to ninety-nine, hundreds and thousand, as written in one word."""
    words = {word: value for value, word in enumerate(_ONES.split())}
    words["ett"] = 1
    ones = [(word, value) for word, value in words.items() if 1 <= value <= 9]
    for tens, word in enumerate(_TENS.split(), start=2):
        words[word] = tens * 10
        words |= {word + one: tens * 10 + value for one, value in ones}
    words |= {one + "hundra": value * 100 for one, value in ones} | {"hundra": 100}
    words |= {one + "tusen": value * 1000 for one, value in ones} | {"tusen": 1000}
    return words | {"dussin": 12}


WORDS = _numbers_in_words()

# "en" and "ett" are left to those who know from the words around whether they count or are the article.
_ONE_TO_NINE = "e(?:n|tt)|två|tre|fyra|fem|sex|sju|åtta|nio"
_IN_WORDS = (
    rf"(?:(?:tjugo|(?:tret|fyr|fem|sex|sjut|åt|nit)tio)(?:{_ONE_TO_NINE})?|(?:{_ONE_TO_NINE})?(?:hundra|tusen)"
    r"|(?:tret|fjor|fem|sex|sjut|ar|nit)ton|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|dussin)(?!\w)"
)
DIGITS = r"\d{1,3}(?:[ \u00a0.]\d{3})+(?!\d)|\d{1,6}(?:,\d{1,2})?(?!\d)"
NUMBER = rf"(?:{DIGITS}|{_IN_WORDS})"

_NOT_A_DIGIT = re.compile(r"[^\d,]")


def number_of(word: str) -> Decimal:
    """The number a match of `NUMBER` stands for, with "en" and "ett" as one. Raises KeyError otherwise."""
    if word[0].isdigit():
        return Decimal(_NOT_A_DIGIT.sub("", word).replace(",", "."))
    return Decimal(WORDS[word.lower()])
