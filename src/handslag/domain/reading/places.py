"""The field `places`: named places and definite spots, found by the words of place before them.

A place is a name (capitalised, no organisation, month or feast) with what belongs to it ("centrala
Norrby", "Norrby centrum"), a road number, or a spot in the definite form ("torget"). It stands after
a word of place or a class of places ("i ytterområdena, Norrby och Söderby"), or in a list with one.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from handslag.domain.reading.finds import Span
from handslag.domain.reading.names import (
    CERTAIN_SPOTS,
    FILLERS,
    GOING,
    NEAR,
    PREPOSITIONS,
    ROADS,
    SIDES,
    SPOTS,
    STREET_ENDINGS,
)
from handslag.domain.reading.tokens import Endings, listed
from handslag.domain.reading.words import Word, Wording, starts_sentence

_ROAD_NUMBER = re.compile(r"[eE]?\d{1,4}(?:\.\d{1,2})?")
_SEPARATORS = listed(", och samt eller respektive resp som - – •")
_EXAMPLES = listed("såsom som exempelvis exempel")
_GIVEN = listed("eller med av via hos åt och")
_AREAS = listed("kommun kommuns kommunen kommuner kommuners stad stads län läns församling")
_LONGEST_LIST = 20  # words looked back over, so that a long list takes no longer per name
_BODIES = Endings("tjänst polis förvaltning nämnd förbund förening bostäder bolag")
_CONCERNING = listed("gällande för avseende angående rörande om")
_FIGURATIVE = listed("med sätta sätter sätts stå står ställa ställer ha har")
_POLICE_AREA = re.compile(r"(?i)\b(?:lokal)?polis(?:område|en)?t?\b")


Place = tuple[int, int]  # indexes of its first word and of the word after its last


@lru_cache(maxsize=64)
def names_of_whole(
    municipality: str | None, police_area: str | None, others: tuple[str, ...]
) -> frozenset[str]:
    """The names, bare and without genitive, that stand for a pledge's whole area.

    A district stands in brackets after its city: "Norrby stad (Söder)".
    """
    named = (*others, _POLICE_AREA.sub("", police_area or ""), *re.split(r"[()]", municipality or ""))
    return frozenset(_bare(name) for name in named) - {""}


def find_places(wording: Wording, whole: frozenset[str]) -> tuple[Span, ...]:
    """The places named in a promise, each once. The whole area's name counts only in a list with others."""
    spans: dict[str, Span] = {}
    for places in _lists(wording.words):
        names = [_name(wording.words, place) for place in places]
        if not whole.issuperset(names):
            for name, place in zip(names, places, strict=True):
                spans.setdefault(name, wording.span(*place))
    return tuple(spans.values())


def find_inherited_places(wording: Wording, whole: frozenset[str]) -> tuple[Span, ...]:
    """The places named in a heading or lead-in, which every promise under it has."""
    spans: dict[str, Span] = {}
    for places in _lists(wording.words, is_heading=True):
        for place in places:
            if (name := _name(wording.words, place)) not in whole:
                spans.setdefault(name, wording.span(*place))
    return tuple(spans.values())


def _name(words: list[Word], place: Place) -> str:
    return _bare(" ".join([word.low for word in words[slice(*place)]]))


def _lists(words: list[Word], is_heading: bool = False) -> Iterator[list[Place]]:
    """The places among the words, those of one list together."""
    past = 0
    for index, word in enumerate(words):
        if not word.begins_place or index < past:
            continue
        if _may_start(words, index) or (is_heading and _is_what_heading_is_for(words, index)):
            places = _list_from(words, index)
            if places:
                yield places
                past = places[-1][1]


def _is_what_heading_is_for(words: list[Word], index: int) -> bool:
    """Whether a name stands after "gällande", "för" or "i området" in a heading: "Löften för Norrby"."""
    return index > 0 and words[index - 1].low in _CONCERNING and words[index].is_name


def _may_start(words: list[Word], index: int) -> bool:
    """Whether a place may begin here: after a word of place, beside a class, or by its own form."""
    at = _before_fillers(words, index) if words[index].is_capital else index - 1
    if at < 0:
        return _shows_itself(words, index)
    before = words[at].low
    if before in PREPOSITIONS or (before == "av" and at > 0 and words[at - 1].is_class_of_places):
        return not _is_figurative(words, index)
    stands_beside = at < index - 1 or words[at].low.endswith(("an", "en", "et", "na"))
    if words[index].is_capital and (before in GOING or (stands_beside and words[at].is_class_of_places)):
        return True
    return _shows_itself(words, index)


def _before_fillers(words: list[Word], index: int) -> int:
    """The index of the last word before `index` that is more than "bland annat" or a comma; -1 if none."""
    at = index - 1
    while at >= 0 and index - at <= 5 and words[at].low in FILLERS and words[at].text != ".":
        at -= 1
    # "till" is both a filler ("till exempel") and a word of place of its own.
    return index - 1 if words[index - 1].low in PREPOSITIONS else at


def _shows_itself(words: list[Word], index: int) -> bool:
    """Whether the form alone tells a place: "centrala Norrby", "Norrby centrum", "Storgatan", "E4"."""
    word = words[index]
    is_given = index > 0 and words[index - 1].low in _GIVEN
    if word.low in CERTAIN_SPOTS and (word.text[0].islower() or _opens_with_it(words, index)):
        return not is_given
    if word.is_european_road:
        return True
    last = index
    while last + 1 < len(words) and last - index < 4 and words[last + 1].is_name:
        last += 1
    if word.low in SIDES and last > index:
        return word.low.startswith("central") or not starts_sentence(words, index)
    if not word.is_name:
        return False
    after = words[last + 1].low if last + 1 < len(words) else ""
    if after in ("centrum", "torg", "tätort", "city") or (
        after == "centrala" and words[last].low.endswith("s")
    ):
        return True
    return STREET_ENDINGS.end(words[last].low) and not is_given and not starts_sentence(words, index)


def _opens_with_it(words: list[Word], index: int) -> bool:
    """Whether a sentence begins with this spot and no name: "Torget ska få ljus", not "City Norrby"."""
    return starts_sentence(words, index) and index + 1 < len(words) and words[index + 1].text[0].islower()


def _is_figurative(words: list[Word], index: int) -> bool:
    """ "med trygghet i centrum" is no place."""
    return (
        words[index].low == "centrum"
        and words[index - 1].low == "i"
        and any(word.low in _FIGURATIVE for word in words[max(0, index - 4) : index - 1])
    )


def _list_from(words: list[Word], index: int) -> list[Place]:
    """Index ranges of the places listed from `index`: "A, B och vid C"; none if it names municipalities."""
    places: list[Place] = []
    end = _place_end(words, index)
    while end:
        places.append((index, end))
        index = _next_listed(words, end)
        if _names_areas(words, index):
            return []
        end = _place_end(words, index) if index > end else 0
    return places


def _next_listed(words: list[Word], end: int) -> int:
    """Past the commas, "och" and words of place that lead to the next one in a list."""
    index = end
    while index < len(words) and index - end < 2 and words[index].low in _SEPARATORS:
        index += 1
    if end < index < len(words) - 1 and words[index].low in PREPOSITIONS:
        return index + 1
    # A class among the names, as "skolor" in "ICA, skolor och torget", is passed over.
    if (
        end < index < len(words) - 2
        and words[index].is_class_of_places
        and words[index + 1].low in _SEPARATORS
    ):
        return index + 2
    return index


def _names_areas(words: list[Word], index: int) -> bool:
    """Whether "Söderby kommuner" follows, which makes the whole list one of municipalities."""
    return (
        index + 1 < len(words) and words[index].is_name and words[index + 1].low in ("kommuner", "kommuners")
    )


def _place_end(words: list[Word], index: int) -> int:
    """Where the place that begins at `index` ends (not included); 0 if none begins there."""
    end = _road_end(words, index) or _spot_end(words, index) or _name_end(words, index)
    if end and end + 1 < len(words) and words[end].text == "/":
        joined = _name_end(words, end + 1) or _spot_end(words, end + 1)
        return joined or end
    return end


def _road_end(words: list[Word], index: int) -> int:
    if index < len(words) and words[index].is_european_road:
        return index + 1
    is_road = index + 1 < len(words) and words[index].low in ROADS
    return index + 2 if is_road and _ROAD_NUMBER.fullmatch(words[index + 1].text) else 0


def _spot_end(words: list[Word], index: int) -> int:
    """A spot in the definite form, with the name it lies in: "biblioteket i Norrby"."""
    if index >= len(words):
        return 0
    word = words[index]
    is_plain = word.text[0].islower() or not starts_sentence(words, index)
    is_spot = (word.low in SPOTS and is_plain) or (word.low in CERTAIN_SPOTS and _opens_with_it(words, index))
    named = _within(words, index + 1) if is_spot or word.is_spot_of_name else 0
    return named or (index + 1 if is_spot else 0)


def _within(words: list[Word], index: int) -> int:
    """Where "i Norrby" ends, if it stands at `index`."""
    if index + 1 < len(words) and words[index].low in ("i", "på") and words[index + 1].is_name:
        return _name_end(words, index + 1)
    return 0


def _name_end(words: list[Word], index: int) -> int:
    """Where the name at `index` ends, its side and tail with it; 0 for a municipality or organisation."""
    start = _side_end(words, index)
    at = start
    while at < len(words) and at - start < 4 and _is_part_of_name(words, at):
        at += 1
    if at == start:
        is_titled = start > index and words[index].is_capital and not starts_sentence(words, index)
        return start + 1 if is_titled and start < len(words) and words[start].is_tail else 0
    at = _tail_end(words, at)
    return 0 if at < len(words) and _makes_no_place(words[at - 1], words[at]) else at


def _side_end(words: list[Word], index: int) -> int:
    """Past "centrala", "södra", and "centrala delarna av"."""
    at = index
    while at < len(words) and words[at].low in SIDES:
        at += 1
    if (
        at > index
        and at + 1 < len(words)
        and words[at].low in ("delarna", "delen")
        and words[at + 1].low == "av"
    ):
        return at + 2
    return at


def _is_part_of_name(words: list[Word], at: int) -> bool:
    return words[at].is_name or (_is_short(words[at]) and _lists_spots(words, at))


def _is_short(word: Word) -> bool:
    return word.text.isupper() and word.text.isalnum() and len(word.text) > 1


def _lists_spots(words: list[Word], at: int) -> bool:
    """Whether the abbreviation at `at` is a spot: "vid ICA", "platser såsom ICA, MAX"; not "i EST"."""
    for before in range(at - 1, max(-1, at - _LONGEST_LIST), -1):
        word = words[before]
        if word.low in NEAR or (before and word.low in _EXAMPLES and words[before - 1].is_class_of_places):
            return True
        if word.low not in _SEPARATORS and not _is_short(word) and not word.is_class_of_places:
            return False
    return False


def _makes_no_place(name: Word, after: Word) -> bool:
    """Whether the word after a name makes it a municipality or an organisation."""
    if after.low in _AREAS or _BODIES.end(after.low):
        return True
    return after.is_organisation and (after.is_capital or name.low.endswith("s"))


def _tail_end(words: list[Word], at: int) -> int:
    """Past what belongs to the name before `at`: "centrum", "centrala delar", "(21A)", "i Norrby"."""
    if at + 1 < len(words) and words[at].low in SIDES and words[at + 1].low in ("delar", "delarna"):
        return at + 2
    while at < len(words) and words[at].is_tail:
        at += 1
    at = _bracket_end(words, at)
    return (_within(words, at) if words[at - 1].is_spot_of_name else 0) or at


def _bracket_end(words: list[Word], at: int) -> int:
    """Past a short bracket with a house number or a part of the place in it."""
    if at + 1 >= len(words) or words[at].text != "(":
        return at
    first = words[at + 1].text
    if not (first[0].isdigit() or (first[0].isupper() and not first.isupper())):
        return at
    closing = (i for i in range(at + 2, min(at + 7, len(words))) if words[i].text == ")")
    return next(closing, at - 1) + 1


def _bare(name: str) -> str:
    """A name for comparison: lower case, without "kommun", "stad", "stadsdel" and genitive."""
    words = [
        word
        for word in name.lower().replace("-", " ").split()
        if word not in ("kommun", "kommuns", "stad", "stads", "i")
    ]
    return " ".join(words).strip(" ,.–-").removesuffix("s")
