"""The field `target_groups`: the persons an act is for or against, with their adjectives.

A group is a noun for persons and the adjectives before it, without determiners. Partners
("tillsammans med …"), those who only wish or feel something, and the second of "föräldrar till
ungdomar" are none.
"""

import re
from collections.abc import Iterator

from handslag.domain.reading.finds import Find, Span
from handslag.domain.reading.persons import is_adjective, is_person
from handslag.domain.reading.tokens import Word, endings, listed, split_words

_PARTNERS = re.compile(
    r"(?<!\w)(?:(?:ihop|tillsammans|samverka(?:n|r|s)?|samarbet\w{0,3}|samråd|samordna\w{0,2})\s(?:\w+\s){0,3}?(?:med|mellan)"
    r"|med\sandra|med\shjälp\sav|med\sstöd\sav)(?!\w)",
    re.IGNORECASE,
)
# Where the partners end: the next phrase, or the verb of what is done with them.
_PARTNERS_END = listed(
    ". ; ) för kring om att som genom ska lovar kommer under vid så mot där när i på öka arbeta verka"
    " göra gå hålla ordna hjälpa stötta stödja genomföra ta skapa besöka erbjuda bjuda föra nå bedriva"
    " ha ge starta utveckla fortsätta minska förebygga motverka främja informera utbilda möta anordna"
    " arrangera delta"
)
_FEELS = listed("önskar begär vill efterfrågar upplever tycker oroar anser")
_CONDITIONS = listed("varför mycket många")
_GANGS = listed("nätverk nätverken nätverkens gäng gängen grupper grupperingar grupperna")
_KIN = endings("föräldrar föräldrarna vårdnadshavare anhöriga närstående")
_GRADE = listed("årskurs åk årskurserna")
_PAIR = (("barn", "unga"), ("barn", "ungdomar"), ("barn", "ungdom"))


def find_target_groups(text: str, span: Span) -> tuple[Find, ...]:
    """The groups of persons at `span`, each once, as spelled there without determiners."""
    words = split_words(text, span)
    partners = _partners(text, span, words)
    finds: dict[str, Find] = {}
    index = 0
    while index < len(words):
        end = _group_end(words, index)
        if end and not _is_named_only(words, index, end) and index not in partners:
            start = _adjectives_from(words, index)
            found = Span(words[start].start, words[end - 1].end)
            value = text[found.start : found.end]
            finds.setdefault(value.lower().removesuffix("s"), Find(value, found))
        index = max(end, index + 1)
    return tuple(finds.values())


def _partners(text: str, span: Span, words: list[Word]) -> frozenset[int]:
    """The indexes of the words inside "tillsammans med …"."""
    ends = [match.end() for match in _PARTNERS.finditer(text, span.start, span.end)]
    return frozenset(index for end in ends for index in _named_as_partners(words, end))


def _named_as_partners(words: list[Word], after: int) -> Iterator[int]:
    first = next((i for i, word in enumerate(words) if word.start >= after), len(words))
    for index in range(first, min(first + 16, len(words))):
        if words[index].low in _PARTNERS_END:
            return
        yield index


def _group_end(words: list[Word], index: int) -> int:
    """Where the group whose noun stands at `index` ends (not included); 0 if there is none."""
    low = words[index].low
    following = words[index + 1].low if index + 1 < len(words) else ""
    if low in _GRADE and following[:1].isdigit() and index > 0 and words[index - 1].low in ("för", "till"):
        is_own = index + 2 >= len(words) or not is_person(words[index + 2].low)
        return index + 2 if is_own else 0
    if low == "personal" and index > 0:
        joins = words[index - 1].low == "och" and index > 1 and is_person(words[index - 2].low)
        return index + 1 if joins else 0
    if not is_person(low) or _is_person_adjective(words, index):
        return 0
    if following == "och" and index + 2 < len(words) and (low, words[index + 2].low) in _PAIR:
        return index + 3
    return index + 2 if low == "kriminella" and following in _GANGS else index + 1


def _is_person_adjective(words: list[Word], index: int) -> bool:
    """Whether the word only describes the noun after it: "unga vuxna", "äldre personer"."""
    if not is_adjective(words[index].low):
        return False
    at = index + 1
    while (
        at < len(words) and at - index < 4 and (words[at].low in (",", "och") or is_adjective(words[at].low))
    ):
        if is_person(words[at].low) and not is_adjective(words[at].low):
            return True
        at += 1
    return False


def _is_named_only(words: list[Word], index: int, end: int) -> bool:
    """Whether the group only tells another apart, or wishes or feels something itself."""
    if end < len(words) and words[end].low in _FEELS:
        return True
    if index > 0 and words[index - 1].low in _CONDITIONS:
        return True
    return index > 1 and words[index - 1].low == "till" and words[index - 2].low.endswith(_KIN)


def _adjectives_from(words: list[Word], index: int) -> int:
    """Where the adjectives before the noun at `index` begin: "utsatta och sårbara", "unga, ostraffade"."""
    start = index
    while start > 0 and index - start < 5:
        if is_adjective(words[start - 1].low):
            start -= 1
        elif (
            start > 1
            and start < index
            and words[start - 1].low in (",", "och")
            and is_adjective(words[start - 2].low)
        ):
            start -= 2
        else:
            break
    return start
