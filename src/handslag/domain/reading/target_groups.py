"""The field `target_groups`: the persons an act is for or against, with their adjectives.

A group is a noun for persons and the adjectives before it, without determiners. Partners
("tillsammans med …"), those who only wish or feel something, and the second of "föräldrar till
ungdomar" are none.
"""

from collections.abc import Iterator

from handslag.domain.reading.finds import Span
from handslag.domain.reading.patterns import Pattern
from handslag.domain.reading.persons import GRADE, is_adjective, is_described, is_person
from handslag.domain.reading.tokens import Endings, listed
from handslag.domain.reading.words import Word, Wording, starts_sentence

_PARTNERS = Pattern(
    r"(?<!\w)(?:(?:ihop|tillsammans|samverka(?:n|r|s)?|samarbet\w{0,3}|samråd|samordna\w{0,2})\s(?:\w+\s){0,3}?(?:med|mellan)"
    r"|som\s(?:arbetar|jobbar)\smed|med\sandra|med\shjälp\sav|med\sstöd\sav)(?!\w)",
    "andra arbetar hjälp ihop jobbar samarbet samordna samråd samverka stöd tillsammans",
    "ihop tillsammans samverka samarbet samråd samordna som med",
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
_MEETS = listed("för till utbilda utbildar möta möter informera informerar vad stötta")
_AFTER_NOUN = frozenset(("", *[".", ",", "i", "på", "som", "att", "och", "med", "av", "för", "till", "ska"]))
_BECOMES = listed("bli blir till tryggare tryggt säkert säkrare ordnat eget")
_KIN = Endings("föräldrar föräldrarna vårdnadshavare anhöriga närstående")
_PAIR = (("barn", "unga"), ("barn", "ungdomar"), ("barn", "ungdom"))


def find_target_groups(wording: Wording) -> tuple[Span, ...]:
    """The groups of persons in a promise, each once, without determiners."""
    words, low = wording.words, wording.low
    finds: dict[str, Span] = {}
    past = 0
    for index, word in enumerate(words):
        end = _group_end(words, index) if word.is_group and index >= past else 0
        if end:
            past = end
            if not _is_named_only(words, index, end) and index not in _partners(wording):
                found = wording.span(_adjectives_from(words, index), end)
                finds.setdefault(low[found.start : found.end].removesuffix("s"), found)
    return tuple(finds.values())


def _partners(wording: Wording) -> frozenset[int]:
    """The indexes of the words inside "tillsammans med …"."""
    ends = [match.end() for match in wording.finditer(_PARTNERS)]
    return frozenset(index for end in ends for index in _named_as_partners(wording, end))


def _named_as_partners(wording: Wording, after: int) -> Iterator[int]:
    first = wording.index_at(after)
    for index in range(first, min(first + 16, len(wording.words))):
        if wording.words[index].low in _PARTNERS_END:
            return
        yield index


def _group_end(words: list[Word], index: int) -> int:
    """Where the group whose noun stands at `index` ends (not included); 0 if there is none."""
    low = words[index].low
    if words[index].is_capital and not starts_sentence(words, index):
        return 0  # a name: "Folkets hus"
    following = words[index + 1].low if index + 1 < len(words) else ""
    if low in GRADE and following[:1].isdigit() and index > 0 and words[index - 1].low in ("för", "till"):
        is_own = index + 2 >= len(words) or not is_person(words[index + 2].low)
        return index + 2 if is_own else 0
    if low == "personal":
        return index + 1 if _is_met(words, index) else 0
    if is_described(low):
        return index + 1 if following in _AFTER_NOUN else 0
    if not is_person(low) or _is_person_adjective(words, index):
        return 0
    if following == "och" and index + 2 < len(words) and (low, words[index + 2].low) in _PAIR:
        return index + 3
    return index + 2 if low == "kriminella" and following in _GANGS else index + 1


def _is_met(words: list[Word], index: int) -> bool:
    """Whether the staff at `index` is who an act is for ("utbilda personal"), not who does it."""
    before = words[index - 1].low if index else ""
    if before in _MEETS:
        return True
    neighbours = (index - 2 if before == "och" else -1, index + 2 if _word(words, index + 1) == "," else -1)
    return any(0 <= at < len(words) and is_person(words[at].low) for at in neighbours)


def _word(words: list[Word], index: int) -> str:
    """The word at `index` in lower case, "" outside the promise."""
    return words[index].low if 0 <= index < len(words) else ""


def _is_person_adjective(words: list[Word], index: int) -> bool:
    """Whether the word only describes the noun after it: "unga vuxna", "äldre personer"."""
    if not is_adjective(words[index].low):
        return False
    for at in range(index + 1, min(index + 5, len(words))):
        joins = words[at].low in (",", "och")
        if not joins and not is_adjective(words[at].low):
            return is_person(words[at].low) and words[at - 1].low not in (",", "och")
    return False


def _is_named_only(words: list[Word], index: int, end: int) -> bool:
    """Whether the group only tells another apart, is what one becomes, or wishes something itself."""
    before = _word(words, index - 1)
    if before in _CONDITIONS or _word(words, end) in _FEELS:
        return True
    if words[index].low in ("boende", "kriminella") and before in _BECOMES:
        return True
    return before == "till" and _KIN.end(_word(words, index - 2))


def _adjectives_from(words: list[Word], index: int) -> int:
    """Where the adjectives before the noun at `index` begin: "utsatta och sårbara", "unga, ostraffade"."""
    start = index
    while start > 0 and index - start < 5:
        if is_adjective(words[start - 1].low):
            start -= 1
        elif _joins_adjectives(words, start, index):
            start -= 2
        else:
            break
    return start


def _joins_adjectives(words: list[Word], start: int, index: int) -> bool:
    """Whether "och" or a comma before `start` joins a further adjective or half of one ("drog- och …")."""
    if _word(words, start - 1) not in (",", "och"):
        return False
    before = _word(words, start - 2)
    return (start < index and is_adjective(before)) or (
        before.endswith("-") and is_described(words[start].low)
    )
